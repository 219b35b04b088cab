// Judges answers as a reader's page does: each in a Python of its own, restored from the site's snapshot.
// node judge_driver.mjs ASSETS
//   a grader's request a line in -> {"mode": how Python was started, "report": {}} a line out
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";
import createPyodideModule from "../../node_modules/pyodide/pyodide.asm.mjs";
import { boot } from "../../src/web/runtime/restore.js";

const [folder] = process.argv.slice(2);
const file = (start) => {
  const name = readdirSync(folder).find((each) => each.startsWith(start));
  return new Uint8Array(readFileSync(`${folder}/${name}`));
};
console.log = console.error; // the other stream is for reports alone
const stdlib = file("stdlib-");
const assets = {
  ...{ loadPyodide, createPyodideModule, timeLimit: 1e9 },
  wasm: await WebAssembly.compile(file("pyodide.asm-")), // while it is held, Node compiles the same bytes only once
  snapshot: file("snapshot-"),
  lock: new TextDecoder().decode(file("pyodide-lock-")),
  stdlib: async () => stdlib.slice(),
  indexURL: new URL("../../node_modules/pyodide", import.meta.url).pathname,
};

for await (const request of createInterface({ input: process.stdin })) {
  const python = await boot(assets);
  await python.attachStdlib(assets.stdlib);
  const report = python.pyodide.pyimport("prepbook_grader").judge_json(request, () => {});
  const { mode, reason } = python.path;
  process.stdout.write(`{"mode": ${JSON.stringify(mode + reason)}, "report": ${report}}\n`);
}
