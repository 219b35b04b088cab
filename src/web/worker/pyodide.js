/**
 * Boots Python from bytes that were handed in. The one file of the worker that names Pyodide.
 *
 * `boot(plain, need) -> Python` is all the rest of the worker knows.
 */

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide/pyodide.mjs";
import { boot as start } from "../runtime/restore.js";

/** @import { Path, Runtime } from "../runtime/restore.js" */

/**
 * @typedef {(request: string, emit: (event: string) => void) => Promise<string>} Entry JSON in, JSON out
 * @typedef {object} Python
 * @property {Path} path how it was started
 * @property {Entry} run see prepbook_grader.run_json
 * @property {Entry} judge see prepbook_grader.judge_json
 * @property {Record<"run" | "judge", () => unknown>} rehearse does a short job that nobody sees: see
 *   prepbook_grader.rehearsal and its warm_up
 */

/**
 * @param {boolean} plain whether there is no snapshot
 * @param {(name: string) => Promise<ArrayBuffer>} need asks the page for a file: wasm, lock and snapshot at once, so that
 *   each is used as soon as it is here; later the stdlib, a wheel
 * @returns {Promise<Python>}
 */
export async function boot(plain, need) {
  /** @param {string} name */
  const bytes = async (name) => new Uint8Array(await need(name));
  const stdlib = () => bytes("stdlib");
  const wasm = need("wasm");
  const snapshot = plain ? null : bytes("snapshot");
  const lock = new TextDecoder().decode(await need("lock"));
  const runtime = await start({ loadPyodide, createPyodideModule, wasm, lock, snapshot, stdlib });
  const grader = runtime.pyodide.pyimport("prepbook_grader");
  if (runtime.path.mode === "plain") grader.warm_up();
  const packages = packagesOf(lock);
  runtime.expect(packages.modules);
  const bring = bringer(runtime, stdlib, (file) => bytes(packages.assets[file] ?? file));
  const run = withModules(runtime, bring, (request, emit) => grader.run_json(request, emit));
  return {
    path: runtime.path,
    run,
    judge: withModules(runtime, bring, (request, emit) => grader.judge_json(request, emit)),
    rehearse: { run: () => run(grader.REHEARSAL, () => {}), judge: () => grader.warm_up() },
  };
}

/**
 * The book's own packages; the others of the lock are in the standard library's zip.
 * @param {string} lock text of pyodide-lock.json
 */
function packagesOf(lock) {
  /** @type {{name: string, file_name: string, imports: string[]}[]} */
  const listed = Object.values(JSON.parse(lock).packages);
  const own = listed.filter(({ file_name }) => file_name.startsWith("packages/"));
  return {
    modules: Object.fromEntries(own.flatMap(({ name, imports }) => imports.map((each) => [each, name]))),
    assets: Object.fromEntries(own.map(({ name, file_name }) => [file_name, `packages/${name}`])),
  };
}

/**
 * @param {Runtime} runtime
 * @param {() => Promise<Uint8Array>} stdlib
 * @param {(file: string) => Promise<Uint8Array>} wheel
 * @returns {(names: string[]) => Promise<void>} brings "stdlib" and packages; with a package comes the stdlib, for it may
 *   import any of it
 */
function bringer(runtime, stdlib, wheel) {
  return async (names) => {
    const packages = names.filter((name) => name !== "stdlib");
    await runtime.attachStdlib(stdlib);
    if (packages.length > 0) await runtime.install(packages, wheel);
  };
}

/**
 * A restored Python holds the usual modules in memory and none in files. A program that imports others waits for the
 * standard library or for packages; one that was seen to ask for others only while it ran is run again with them.
 * @param {Runtime} runtime
 * @param {(names: string[]) => Promise<void>} bring
 * @param {(request: string, emit: (event: string) => void) => unknown} entry
 * @returns {Entry}
 */
function withModules(runtime, bring, entry) {
  return async (request, emit) => {
    const awaited = runtime.awaited(sources(request));
    if (awaited.length > 0) await bring(awaited);
    const report = String(await entry(request, emit));
    const missed = runtime.missed();
    if (missed.length === 0) return report;
    await bring(missed);
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
