// Nanoseconds that feelin takes to parse and evaluate each expression that is given, a line each.
import { evaluate } from "feelin";

const scope = { n: 7, s: "Jakarta", l: Array.from({ length: 20 }, (_, i) => i + 1) };

for (const text of process.argv.slice(2)) {
  let best = Infinity;
  for (let round = 0; round < 40; round++) {
    const start = process.hrtime.bigint();
    let calls = 0;
    do {
      for (let i = 0; i < 64; i++) evaluate(text, scope);
      calls += 64;
    } while (process.hrtime.bigint() - start < 5_000_000n);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / calls);
  }
  console.log(best);
}
