// Nanoseconds that feelin takes to parse and evaluate each expression that is given, and a table.
import { evaluate, unaryTest } from "feelin";

const { expressions, inputs, cells, outputs, facts } = JSON.parse(process.argv[2]);
const scope = { n: 7, s: "Jakarta", l: Array.from({ length: 20 }, (_, i) => i + 1) };

// Input expressions once, every cell and every output; how many cells are met.
function table(given) {
  const tested = inputs.map((text) => ({ ...given, "?": evaluate(text, given).value }));
  let met = 0;
  for (let r = 0; r < cells.length; r++) {
    for (let i = 0; i < inputs.length; i++) if (unaryTest(cells[r][i], tested[i]).value === true) met++;
    evaluate(outputs[r], given);
  }
  return met;
}

function best(count, call) {
  let best = Infinity;
  for (let round = 0; round < 200; round++) {
    const start = process.hrtime.bigint();
    let calls = 0;
    do {
      for (let i = 0; i < count; i++) call(i);
      calls += count;
    } while (process.hrtime.bigint() - start < 1_000_000n);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / calls);
  }
  return best;
}

console.log(
  JSON.stringify({
    expressions: expressions.map((text) => best(64, () => evaluate(text, scope))),
    table: best(16, (i) => table(facts[i])),
    met: facts.reduce((sum, one) => sum + table(one), 0),
  }),
);
