/**
 * Makes the two files that Python starts from in a page, in the interpreter that will run there.
 *
 *     node build_snapshot.mjs --library FOLDER --stdlib-out X --snapshot-out Y --meta-out Z
 *     node build_snapshot.mjs --stdlib X --packages FOLDER --modules a,b --snapshot-out Y
 *
 * FOLDER: wheels of prepbook_grader, pytest and what it needs.
 * X: zip of compiled modules, the standard library and the wheels'.
 *    The second line takes an X that the first one made, and a book's own packages: wheels, and what to import of them.
 * Y: memory after importing and warming up, as a delta (format: delta.js). It belongs to this X and no other.
 * Z: JSON on both: versions, hashes, sizes, the modules in memory.
 *
 * Clock and random numbers are fixed while it works, so the same input gives the same bytes. Run it with a Node that
 * has no JSPI (20 or 22): an instance made with JSPI can't be restored without it, nor the other way round.
 */

import nodeCrypto, { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { loadPyodide, version } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { encode } from "./delta.js";
import { forgetHashes, zeroFreed } from "./heap.js";
import { boot } from "./restore.js";

const require = createRequire(import.meta.url);
const pyodideFolder = dirname(require.resolve("pyodide/package.json"));
const LOCK = JSON.stringify({ info: { abi_version: "2026_0" }, packages: {} });
const ENV = { PYTHONHASHSEED: "0" };

/** @param {string} name of a file beside this one */
const beside = (name) => readFile(new URL(name, import.meta.url));

/**
 * @param {string} library folder of wheels
 * @returns {Promise<Uint8Array>} zip of compiled modules
 */
async function packStdlib(library) {
  // Without column marks: tracebacks show them under source lines, which the zip doesn't have.
  const pyodide = await loadPyodide({ lockFileContents: LOCK, env: { ...ENV, PYTHONNODEBUGRANGES: "1" } });
  await handOver(pyodide, library, "/tmp/library");
  pyodide.FS.writeFile("/tmp/prepbook_runtime.py", await beside("prepbook_runtime.py"));
  pyodide.runPython(`${await beside("pack_stdlib.py")}`);
  return pyodide.runPython('pack("/lib/python314.zip", "/tmp/library", "/tmp/prepbook_runtime.py")').toJs();
}

/**
 * Puts the wheels of a folder into a folder of Python's.
 * @param {import("pyodide").PyodideInterface} pyodide
 * @param {string} from
 * @param {string} to
 */
async function handOver(pyodide, from, to) {
  pyodide.FS.mkdir(to);
  for (const wheel of await wheelsIn(from))
    pyodide.FS.writeFile(`${to}/${basename(wheel)}`, await readFile(wheel));
}

/** @param {string} folder */
async function wheelsIn(folder) {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".whl")).map((file) => join(folder, file));
}

/**
 * A fresh instance, and which of its words no two have in common: seeds, times, the heap's ends (the environment
 * lies there), the call trampoline (a function of the table where the browser can make it, else 0).
 * @param {string} stdlib path
 */
async function fresh(stdlib) {
  const module = await instance(stdlib);
  const memory = module.HEAPU8.slice();
  freezeChance(0xf8, Date.UTC(2040, 5, 7), 5000);
  const elsewhere = { env: { LANG: "sv-SE".repeat(99) }, _sysExecutable: "/another/name/for/python" };
  const other = (await instance(stdlib, elsewhere)).HEAPU32;
  const staticEnd = module._emscripten_stack_get_end();
  const kept = module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2];
  const volatile = [];
  for (let at = 0; at < staticEnd; at += 4) {
    if (at === kept || module.HEAPU32[at >>> 2] !== other[at >>> 2]) volatile.push(at);
  }
  const heapStart = module._emscripten_stack_get_base();
  return { memory, table: module.wasmTable.length, staticEnd, heapStart, details: { kept, volatile } };
}

/**
 * Emscripten's module, initialised and not run.
 * @param {string} stdlib path
 * @param {object} [more] options of Pyodide
 * @returns {Promise<any>}
 */
function instance(stdlib, more) {
  return new Promise((resolve, reject) => {
    /** @param {any} settings */
    const stopAtStart = async (settings) => {
      resolve(await createPyodideModule(settings));
      throw new Error("seen enough");
    };
    load(stdlib, { ...more, createPyodideModule: stopAtStart, _loadSnapshot: new Uint8Array(16) }).catch(
      reject,
    );
  });
}

/**
 * Imports and warms up; the memory that is left.
 * @param {string} stdlib path
 * @param {number} heapStart
 * @param {{folder: string, modules: string[]} | null} packages what to import besides
 */
async function prepared(stdlib, heapStart, packages) {
  /** @type {any} */
  let module;
  /** @param {any} settings */
  const keep = async (settings) => {
    module = await createPyodideModule(settings);
    return module;
  };
  const pyodide = await load(stdlib, { createPyodideModule: keep, _makeSnapshot: true });
  const scope = pyodide.toPy({ __name__: "prepare_snapshot" });
  pyodide.runPython(`${await beside("prepare_snapshot.py")}`, { globals: scope });
  if (packages) {
    await handOver(pyodide, packages.folder, "/tmp/packages");
    const names = JSON.stringify(packages.modules);
    pyodide.runPython(`add_packages("/tmp/packages", ${names})`, { globals: scope });
  }
  const modules = JSON.parse(pyodide.runPython("prepare()", { globals: scope }));
  scope.destroy();
  pyodide.runPython("import gc; gc.collect()");
  const hiwire = module.API.serializeHiwireState();
  const zeroed = zeroFreed(module, heapStart);
  forgetHashes(module, heapStart); // from here on this instance is of no use
  return {
    ...{ modules, zeroed, table: module.wasmTable.length, memory: module.HEAPU8.length },
    image: module.HEAPU8.slice(0, module._sbrk(0)),
    details: { pyodide: version, buildId: module.API.config.BUILD_ID, hiwire },
  };
}

/**
 * @param {string} stdlib path
 * @param {object} more options of Pyodide
 */
function load(stdlib, more) {
  const options = { lockFileContents: LOCK, stdLibURL: stdlib, env: { ...ENV }, _sysExecutable: "python" };
  return loadPyodide(/** @type {any} */ ({ ...options, ...more }));
}

/**
 * The same clock and the same "random" numbers in each build: both leave traces in memory.
 * @param {number} byte what every random byte is
 * @param {number} now ms
 * @param {number} [step] ms from one look at the clock to the next: malloc keeps how long a look takes, nearly always 0
 */
function freezeChance(byte, now, step = 1 / 16) {
  let ms = (now % 1e9) / 16;
  performance.now = () => (ms += step);
  Date.now = () => now + Math.floor(performance.now());
  Math.random = () => byte / 256;
  nodeCrypto.randomFillSync = /** @param {any} view */ (view) => view.fill(byte);
}

/**
 * Starts from what was made and judges once, so that a broken snapshot never leaves the build.
 * @param {Uint8Array} snapshot
 * @param {Uint8Array} stdlib
 */
async function prove(snapshot, stdlib) {
  const { pyodide, path } = await boot({
    ...{ loadPyodide, createPyodideModule, lock: LOCK, snapshot, indexURL: pyodideFolder },
    wasm: await readFile(`${pyodideFolder}/pyodide.asm.wasm`),
    stdlib: () => Promise.resolve(stdlib),
  });
  if (path.mode !== "snapshot") throw new Error(path.reason);
  pyodide.runPython("from prepbook_grader.judge import warm_up; warm_up()");
}

/** @param {Uint8Array} bytes */
function described(bytes) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, sha256 };
}

/** What the command line says. */
function options() {
  const option = /** @type {const} */ ({ type: "string" });
  const names = ["library", "stdlib", "stdlib-out", "packages", "modules", "snapshot-out", "meta-out"];
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, option])) });
  const { library, packages, modules = "" } = values;
  const stdlib = library ? values["stdlib-out"] : values.stdlib;
  const out = values["snapshot-out"];
  if (!stdlib || !out) throw new Error("expected other options: see the head of this file");
  const imported = packages ? { folder: packages, modules: modules.split(",") } : null;
  return { library, stdlib, packages: imported, out, meta: values["meta-out"] };
}

async function main() {
  const { library, stdlib: file, packages, out, meta } = options();
  process.env.TZ = "UTC";
  freezeChance(7, Date.UTC(2026, 0, 1));
  if (library) await writeFile(file, await packStdlib(library));
  const stdlib = await readFile(file);
  const { memory: base, table, staticEnd, heapStart, details } = await fresh(file);
  freezeChance(7, Date.UTC(2026, 0, 1));
  const made = await prepared(file, heapStart, packages);
  if (made.table !== table) throw new Error(`functions: expected ${table} in the table, found ${made.table}`);
  const layout = { memory: made.memory, staticEnd, heapStart };
  const snapshot = encode(made.image, base, layout, {
    ...details,
    ...made.details,
    stdlibBytes: stdlib.length,
  });
  await prove(snapshot, stdlib);
  await writeFile(out, snapshot);
  if (!meta) return;
  const files = { stdlib: described(stdlib), snapshot: described(snapshot) };
  const { memory, zeroed, modules } = made;
  await writeFile(
    meta,
    `${JSON.stringify({ pyodide: version, ...files, memory, zeroed, modules }, null, 1)}\n`,
  );
}

await main();
