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

function render(ask) {
  compiler.resetShadow();
  for (const [path, content] of Object.entries(ask.files)) {
    compiler.mapShadow(inRoot(path), Buffer.from(content, "base64"));
  }
  const compiled = compiler.compile({ mainFilePath: inRoot(ask.main), inputs: { data: ask.data } });
  if (compiled.hasError()) return { problems: problemsOf(compiled.takeDiagnostics()) };
  const document = compiled.result;
  const bytes =
    ask.as === "svg"
      ? Buffer.from(compiler.plainSvg(document))
      : compiler.pdf(document, { pdfStandard: "a-2a", creationTimestamp: ask.created });
  return { bytes: bytes.toString("base64"), pages: document.numOfPages };
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
