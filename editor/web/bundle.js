// Makes app/src/main/resources/parley/assets/editor.js: everything in one file, with the licence of what is not ours on top.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const modules = "node_modules";
const names = readdirSync(modules)
  .flatMap((name) => (name.startsWith("@") ? readdirSync(join(modules, name)).map((sub) => `${name}/${sub}`) : [name]))
  .filter((name) => !name.startsWith(".") && !name.includes("esbuild"))
  .sort();
const texts = new Map();
for (const name of names) {
  const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  if (license !== "MIT") throw new Error(`${name} has the licence ${license}`);
  const text = readFileSync(join(modules, name, "LICENSE"), "utf8").trim();
  texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
}
const banner = [...texts].map(([text, of]) => `${of.join(", ")}\n\n${text}`).join("\n\n----\n\n");

await build({
  entryPoints: ["editor.js"],
  outfile: "../../app/src/main/resources/parley/assets/editor.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*! The editor of Parley; its source is in editor/web. It contains:\n\n${banner}\n*/` },
});
