// Starts Python from a site's snapshot while the clock jumps by STEP ms at each look, and prints which way it came up.
// node clock_driver.mjs ASSETS STEP...
import { readdirSync, readFileSync } from "node:fs";
import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";
import createPyodideModule from "../../node_modules/pyodide/pyodide.asm.mjs";
import { boot } from "../../src/web/runtime/restore.js";

const [folder, ...steps] = process.argv.slice(2);
const file = (start) => {
  const name = readdirSync(folder).find((each) => each.startsWith(start));
  return new Uint8Array(readFileSync(`${folder}/${name}`));
};
const assets = {
  wasm: file("pyodide.asm-"),
  snapshot: file("snapshot-"),
  lock: new TextDecoder().decode(file("pyodide-lock-")),
  stdlib: async () => file("stdlib-"),
  indexURL: new URL("../../node_modules/pyodide", import.meta.url).pathname,
};
const { now } = performance;

/** @param {number} step */
async function startAt(step) {
  let jumps = 0;
  performance.now = () => now.call(performance) + step * ++jumps;
  const { path } = await boot({ loadPyodide, createPyodideModule, timeLimit: 1e9, ...assets });
  return `${path.mode}${path.reason}`;
}

const ways = {};
for (const step of steps) ways[step] = await startAt(Number(step));
process.stdout.write(JSON.stringify(ways));
