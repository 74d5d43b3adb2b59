// Renders letters. Reads frames from stdin and answers on stdout: a big-endian 32-bit length, then JSON of that length.
// Ask:    { main, files: { path: base64 }, data, as: "pdf" | "svg", created }   created is in seconds since 1970
// Answer: { bytes: base64, pages } or { problems: [{ file, line, column, message }] }
// Limits of time and memory are kept from outside, by the process that started this one.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const root = process.argv[2];
const fontFolder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/plus-jakarta-sans/package.json"));
const fonts = readdirSync(fontFolder, { recursive: true })
  .filter((name) => name.endsWith(".ttf"))
  .sort()
  .map((name) => readFileSync(join(fontFolder, name)));
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: fonts }] });

const inRoot = (path) => join(root, path);
const asLetterPath = (path) => (path.startsWith(root) ? path.slice(root.length) : path);

function problemsOf(error) {
  const found = error.shortDiagnostics ? compiler.fetchDiagnostics(error) : [];
  if (found.length === 0) return [{ file: "", line: 0, column: 0, message: String(error.message ?? "") }];
  return found
    .filter((d) => d.severity === 1)
    .map((d) => ({
      file: asLetterPath(d.path),
      line: d.range ? d.range.start.line + 1 : 0,
      column: d.range ? d.range.start.character + 1 : 0,
      message: d.message.replaceAll(root, ""),
    }));
}

const unshownText = /the (?:text|PDF contains the codepoint) `\\"(.+?)\\"`/gs;
const escapes = { n: "\n", r: "\r", t: "\t", 0: "\0" };
const unescape = (text) =>
  text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gu, (_, code, other) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : (escapes[other] ?? other),
  );

// Where a letter and its marks are shown together, the marks are what no font has. Fonts have every ASCII character.
const culprits = (text) => {
  const odd = text.filter((c) => c < " " || c > "~");
  const marks = odd.filter((c) => /\p{M}/u.test(c));
  return marks.length > 0 ? marks : odd;
};

// PDF/A takes no text without glyphs and no private characters, and people write what no font has: on the page a square
// stands for each such character that could be seen. In the error they stand quoted within a quotation.
function unshownIn(error) {
  const said = [...String(error.message ?? "").matchAll(unshownText)];
  return new Set(said.flatMap(([, text]) => culprits([...unescape(unescape(text))])));
}

const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cc}/u;
const shown = (character) => (unseen.test(character) ? "" : "\u25a1");

// Each round names all that it could not show.
const mostRounds = 10;

// Layouts write some texts in capitals.
const isIn = (unshown, c) => unshown.has(c) || unshown.has(c.toUpperCase()) || unshown.has(c.toLowerCase());

const withSquares = (value, unshown) =>
  typeof value === "string"
    ? Array.from(value, (c) => (isIn(unshown, c) ? shown(c) : c)).join("")
    : Array.isArray(value)
      ? value.map((item) => withSquares(item, unshown))
      : value && typeof value === "object"
        ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withSquares(held, unshown)]))
        : value;

function layOut(ask, data) {
  const compiled = compiler.compile({ mainFilePath: inRoot(ask.main), inputs: { data } });
  if (compiled.hasError()) return { problems: problemsOf(compiled.takeDiagnostics()) };
  const document = compiled.result;
  const bytes =
    ask.as === "svg"
      ? Buffer.from(compiler.plainSvg(document))
      : compiler.pdf(document, { pdfStandard: "a-2a", creationTimestamp: ask.created });
  return { bytes: bytes.toString("base64"), pages: document.numOfPages };
}

function render(ask) {
  compiler.resetShadow();
  for (const [path, content] of Object.entries(ask.files)) {
    compiler.mapShadow(inRoot(path), Buffer.from(content, "base64"));
  }
  const unshown = new Set();
  for (let round = 0; ; round++) {
    try {
      const data = unshown.size ? JSON.stringify(withSquares(JSON.parse(ask.data), unshown)) : ask.data;
      return layOut(ask, data);
    } catch (error) {
      const before = unshown.size;
      for (const character of unshownIn(error)) unshown.add(character);
      if (unshown.size === before || round === mostRounds) throw error;
    }
  }
}

function answer(ask) {
  try {
    return render(ask);
  } catch (error) {
    return { problems: problemsOf(error) };
  } finally {
    compiler.evictCache(10);
  }
}

function send(message) {
  const body = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  process.stdout.write(Buffer.concat([length, body]));
}

let waiting = Buffer.alloc(0);
process.stdin.on("data", (chunk) => {
  waiting = Buffer.concat([waiting, chunk]);
  while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
    const end = 4 + waiting.readUInt32BE(0);
    const ask = JSON.parse(waiting.subarray(4, end).toString());
    waiting = waiting.subarray(end);
    send(answer(ask));
  }
});
process.stdin.on("end", () => process.exit(0));
