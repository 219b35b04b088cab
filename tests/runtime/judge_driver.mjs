// Judges answers as a reader's page does, in Pythons restored from the site's snapshot. A page takes a new one for each
// answer; here one serves until a line asks for a new one, which saves a third of the time.
// node judge_driver.mjs ASSETS
//   {"fresh": whether in a new Python, "request": the grader's} a line -> {"mode": how it was started, "report": {}}
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

let python;
for await (const line of createInterface({ input: process.stdin })) {
  const { fresh, request } = JSON.parse(line);
  if (fresh || !python) {
    python = await boot(assets);
    await python.attachStdlib(assets.stdlib);
  }
  const report = python.pyodide.pyimport("prepbook_grader").judge_json(JSON.stringify(request), () => {});
  const { mode, reason } = python.path;
  process.stdout.write(`{"mode": ${JSON.stringify(mode + reason)}, "report": ${report}}\n`);
}
