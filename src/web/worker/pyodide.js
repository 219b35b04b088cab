/**
 * Boots Python from bytes that were handed in. The one file of the worker that names Pyodide.
 *
 * `boot(assets, need) -> Python` is all the rest of the worker knows.
 */

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide/pyodide.mjs";
import { boot as start } from "../runtime/restore.js";

/** @import { BootAssets } from "../types.js" */
/** @import { Path, Runtime } from "../runtime/restore.js" */

/** The heap may grow to this, in bytes; then Python raises MemoryError instead of the tab dying. */
const HEAP_LIMIT = 768 * 2 ** 20;
const PAGE = 65_536;

/**
 * @typedef {(request: string, emit: (event: string) => void) => Promise<string>} Entry JSON in, JSON out
 * @typedef {object} Python
 * @property {Path} path how it was started
 * @property {Entry} run see prepbook_grader.run_json
 * @property {Entry} judge see prepbook_grader.judge_json
 */

/**
 * @param {BootAssets} assets wasm, lock, and snapshot unless the start is to be plain
 * @param {(name: string) => Promise<ArrayBuffer>} need asks the page for a file that comes later: the stdlib
 * @returns {Promise<Python>}
 */
export async function boot(assets, need) {
  limitHeap();
  const stdlib = async () => new Uint8Array(await need("stdlib"));
  const runtime = await start({
    loadPyodide,
    createPyodideModule,
    wasm: asset(assets, "wasm"),
    lock: new TextDecoder().decode(asset(assets, "lock")),
    snapshot: assets.snapshot ? new Uint8Array(assets.snapshot) : null,
    stdlib,
  });
  const grader = runtime.pyodide.pyimport("prepbook_grader");
  if (runtime.path.mode === "plain") grader.warm_up();
  return {
    path: runtime.path,
    run: withModules(runtime, stdlib, (request, emit) => grader.run_json(request, emit)),
    judge: withModules(runtime, stdlib, (request, emit) => grader.judge_json(request, emit)),
  };
}

/**
 * A restored Python holds the usual modules in memory and none in files. A program that imports others waits for the
 * standard library; one that was seen to ask for others only while it ran is run again with it.
 * @param {Runtime} runtime
 * @param {() => Promise<Uint8Array>} stdlib
 * @param {(request: string, emit: (event: string) => void) => unknown} entry
 * @returns {Entry}
 */
function withModules(runtime, stdlib, entry) {
  const attach = async () => runtime.attachStdlib(await stdlib());
  return async (request, emit) => {
    if (runtime.awaited(sources(request)).length > 0) await attach();
    const report = String(await entry(request, emit));
    if (runtime.missed().length === 0) return report;
    await attach();
    emit(JSON.stringify({ stream: "again", text: "" }));
    return String(await entry(request, emit));
  };
}

/** @param {string} request */
function sources(request) {
  const { source, answer, tests, session } = JSON.parse(request);
  const before = (session?.before ?? []).map((/** @type {any} */ block) => block.source ?? block);
  return [source, answer, ...before, ...Object.values(tests ?? {})]
    .filter((text) => typeof text === "string")
    .join("\n\n");
}

/**
 * @param {BootAssets} assets
 * @param {string} name
 */
function asset(assets, name) {
  const bytes = assets[name];
  if (!bytes) throw new Error(`boot: expected the asset "${name}", found ${Object.keys(assets).join(", ")}`);
  return bytes;
}

/** Bounds the memory a program can take; Emscripten turns the refusal into a failed malloc. */
function limitHeap() {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > HEAP_LIMIT) throw new RangeError("heap limit");
    return grow.call(this, pages);
  };
}
