// Compiles styles and, where there are any, page scripts into the folder given as the first argument.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { compile, NodePackageImporter } from "sass";

const here = import.meta.dirname;
const out = process.argv[2] ?? join(here, "../src/Genggam.Web/wwwroot/dist");
mkdirSync(out, { recursive: true });

for (const name of readdirSync(join(here, "styles")).filter((name) => !name.startsWith("_"))) {
  const { css } = compile(join(here, "styles", name), {
    importers: [new NodePackageImporter(here)],
    style: "compressed",
    quietDeps: true,
  });
  // Once more through esbuild: it drops what later rules override and shortens colours.
  const { outputFiles } = buildSync({
    stdin: { contents: css, loader: "css" },
    minify: true,
    target: ["chrome90", "firefox90", "safari14"],
    write: false,
  });
  writeFileSync(join(out, name.replace(".scss", ".css")), outputFiles[0].contents);
}

const scripts = join(here, "scripts");
if (existsSync(scripts)) {
  buildSync({
    entryPoints: readdirSync(scripts)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(scripts, name)),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // Of a font, the one form that every browser reads that these pages are for.
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty" },
    // The pages allow no style elements; this puts them into a sheet that the document adopts.
    alias: { "style-mod": join(scripts, "drawing/style-mod.ts") },
    outdir: out,
  });
}

// Their licences go with the libraries that a browser gets.
const drawing = ["bpmn-js", "dmn-js", "@bpmn-io/form-js"];
writeFileSync(
  join(out, "modellers.LICENSE.txt"),
  drawing.map((name) => `${name}\n\n${readFileSync(join(here, "node_modules", name, "LICENSE"), "utf8")}`).join("\n"),
);
