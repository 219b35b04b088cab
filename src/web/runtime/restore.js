/**
 * Starts Python from bytes that were handed in: from a memory snapshot, or plainly where that fails.
 *
 * Nothing here fetches. Pyodide itself asks for two files while it starts, and for wheels when it installs packages;
 * all are answered from memory.
 * Frozen for good in a snapshot: string hashes (the order of a set of strings is the same at each start), `time.tzname`
 * and `time.timezone` (UTC; local time itself is right). All that is random is drawn anew.
 * Loading a snapshot is not a documented use of Pyodide: its version is pinned, the snapshot names it, and every
 * doubt ends in the plain start, which is slower and public.
 */

import { apply, decode } from "./delta.js";
import { recallHashes } from "./heap.js";

/** Pyodide asks for its files below this address; nothing leaves the worker. */
const NOWHERE = "https://pyodide.invalid/";
const ARCHIVE = "/lib/python314.zip";
const TIME_LIMIT_MS = 15_000;

/**
 * Whatever is slow to arrive may be a promise: the start then does meanwhile what it can without it.
 *
 * @typedef {object} BootOptions
 * @property {typeof import("pyodide").loadPyodide} loadPyodide from pyodide.mjs
 * @property {any} createPyodideModule the default export of pyodide.asm.mjs
 * @property {WebAssembly.Module | BufferSource | Promise<WebAssembly.Module | BufferSource>} wasm pyodide.asm.wasm
 * @property {string} lock text of pyodide-lock.json, or of one without packages
 * @property {Uint8Array | null | Promise<Uint8Array | null>} snapshot what build_snapshot.mjs wrote; null to start plainly
 * @property {() => Promise<Uint8Array>} stdlib asked for the packed stdlib, only when the start is plain
 * @property {string} [indexURL] only for Node, which reads the wasm from Pyodide's folder
 * @property {(path: Path) => void} [onPath] told which way was taken, once Python is up
 * @property {number} [timeLimit] ms for the restore once all bytes are here, after which the plain start is tried; a
 *   busy hang can only be ended from outside, by ending the worker and starting another with `snapshot: null`
 *
 * @typedef {{mode: "snapshot" | "plain", reason: string, ms: number}} Path `reason`: why not the snapshot, or ""
 *
 * @typedef {object} Runtime
 * @property {import("pyodide").PyodideInterface} pyodide
 * @property {Path} path
 * @property {(stdlib: () => Promise<Uint8Array>) => Promise<void>} attachStdlib gives a restored Python the zip it was
 *   made with, no other; it's asked for only when it isn't there
 * @property {(packages: Record<string, string>) => void} expect names packages that can be installed when a program
 *   wants them, by the top-level modules they hold
 * @property {(packages: string[], wheel: (file: string) => Promise<Uint8Array>) => Promise<void>} install packages of the
 *   lock and what they need; `wheel` is asked for each by the name that the lock gives its file
 * @property {(source: string) => string[]} awaited what `source` imports from and isn't there: "stdlib", packages
 * @property {() => string[]} missed what a program imported from and wasn't there: bring it, then run again
 */

/**
 * @param {BootOptions} options
 * @returns {Promise<Runtime>}
 * @throws {Error} when neither way worked; it names why not, for both
 */
export async function boot(options) {
  const start = performance.now();
  const { pyodide, reason, stdlibBytes } = await snapshotOrPlain({
    ...options,
    wasm: compiled(options.wasm),
  });
  const mode = reason ? "plain" : "snapshot";
  const runtime = pyodide.pyimport("prepbook_runtime");
  runtime.reseed();
  const path = /** @type {Path} */ ({ mode, reason, ms: performance.now() - start });
  options.onPath?.(path);
  let attached = mode === "plain";
  return {
    pyodide,
    path,
    async attachStdlib(stdlib) {
      if (attached) return;
      const bytes = await stdlib();
      if (bytes.length !== stdlibBytes)
        throw new Error(`stdlib: expected ${stdlibBytes} bytes, found ${bytes.length}`);
      pyodide.FS.writeFile(ARCHIVE, bytes, { canOwn: true });
      runtime.attached();
      attached = true;
    },
    expect(packages) {
      const given = pyodide.toPy(packages);
      runtime.expect(given);
      given.destroy();
    },
    async install(packages, wheel) {
      const names = await install(pyodide, packages, wheel);
      const given = pyodide.toPy(names);
      runtime.installed(given);
      given.destroy();
    },
    awaited: (source) => taken(runtime.awaited(source)),
    missed: () => taken(runtime.missed()),
  };
}

/** @param {BootOptions["wasm"]} wasm */
async function compiled(wasm) {
  const bytes = await wasm;
  return bytes instanceof WebAssembly.Module ? bytes : WebAssembly.compile(bytes);
}

/** @param {BootOptions} options */
async function snapshotOrPlain(options) {
  let reason = "no snapshot was handed in";
  if (options.snapshot) {
    const restored = restore(options);
    restored.catch(() => {}); // It may fail after the time limit, when nobody waits.
    try {
      await Promise.all([options.wasm, options.snapshot]);
      return { ...(await within(options.timeLimit ?? TIME_LIMIT_MS, restored)), reason: "" };
    } catch (error) {
      reason = String(error);
    }
  }
  try {
    return { pyodide: await load(options, await options.stdlib(), {}), reason, stdlibBytes: 0 };
  } catch (error) {
    throw new Error(`${error} (a plain start, because: ${reason})`);
  }
}

/** @param {BootOptions} options */
async function restore(options) {
  let stdlibBytes = 0;
  /** @param {any} settings */
  const createPyodideModule = async (settings) => {
    const module = await options.createPyodideModule(settings);
    const snapshot = await options.snapshot;
    if (!snapshot) throw new Error("snapshot: none was handed in");
    const delta = decode(snapshot);
    if (settings.API.config.BUILD_ID !== delta.details.buildId)
      throw new Error("snapshot: of another build of Pyodide");
    stdlibBytes = delta.details.stdlibBytes;
    module.API.restoreSnapshot = () => {
      overwrite(module, delta);
      return delta.details.hiwire;
    };
    return module;
  };
  // Pyodide only looks at whether `_loadSnapshot` is there: it doesn't start an interpreter of its own then.
  const started = { ...options, createPyodideModule };
  const pyodide = await load(started, new Uint8Array(), { _loadSnapshot: new Uint8Array(16) });
  return { pyodide, stdlibBytes };
}

/**
 * @param {import("pyodide").PyodideInterface} pyodide
 * @param {string[]} packages
 * @param {(file: string) => Promise<Uint8Array>} wheel
 * @returns {Promise<string[]>} the names of all that were installed
 * @throws {Error} when one of them wasn't
 */
async function install(pyodide, packages, wheel) {
  /** @type {string[]} */
  const complaints = [];
  const options = {
    checkIntegrity: false, // whoever hands in the wheels has compared them with their hashes
    messageCallback: () => {},
    errorCallback: (/** @type {string} */ message) => complaints.push(message),
  };
  const loaded = await withFetch(wheel, () => pyodide.loadPackage(packages, options));
  const names = loaded.map(({ name }) => name);
  const lacking = packages.filter((name) => !(name in pyodide.loadedPackages));
  if (lacking.length > 0) throw new Error(`packages: ${lacking.join(", ")}: ${complaints.join("; ")}`);
  return names;
}

/**
 * @param {any} module Emscripten's, initialised and not run
 * @param {import("./delta.js").Delta} delta
 */
function overwrite(module, delta) {
  const missing = delta.memory - module.HEAPU8.length;
  if (missing > 0 && !module.growMemory(delta.memory)) throw new RangeError("snapshot: the heap cannot grow");
  apply(delta, module.HEAPU8, module._sbrk(0));
  recallHashes(module, delta.heapStart);
}

/**
 * @param {BootOptions} options
 * @param {Uint8Array} stdlib
 * @param {object} more
 */
function load({ loadPyodide, createPyodideModule, wasm, lock, indexURL = NOWHERE }, stdlib, more) {
  return withHandedInFiles(wasm, stdlib, () =>
    loadPyodide({
      createPyodideModule,
      indexURL,
      stdLibURL: `${NOWHERE}python_stdlib.zip`,
      lockFileContents: lock,
      packageBaseUrl: NOWHERE,
      stdin: () => null,
      env: { PYTHONDONTWRITEBYTECODE: "1" },
      _sysExecutable: "python", // the same as at the build: it lies in the memory that a snapshot is compared with
      .../** @type {any} */ (more),
    }),
  );
}

/**
 * Answers Pyodide's own requests, and only those, while it starts.
 * @template Value
 * @param {BootOptions["wasm"]} wasm
 * @param {Uint8Array} stdlib
 * @param {() => Promise<Value>} start
 */
async function withHandedInFiles(wasm, stdlib, start) {
  const { instantiateStreaming } = WebAssembly;
  /** @type {Record<string, Uint8Array>} */
  const files = { "pyodide.asm.wasm": new Uint8Array(), "python_stdlib.zip": stdlib };
  const find = async (/** @type {string} */ name) => {
    const file = files[name];
    if (!file) throw new TypeError(`no such file was handed in: ${name}`);
    return file;
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = /** @type {WebAssembly.Module} */ (await wasm);
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  try {
    return await withFetch(find, start);
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/**
 * Answers what is fetched below NOWHERE while `work` goes on.
 * @template Value
 * @param {(name: string) => Promise<Uint8Array>} find the file of that name
 * @param {() => Promise<Value>} work
 */
async function withFetch(find, work) {
  const { fetch } = globalThis;
  globalThis.fetch = async (input) => {
    const url = String(input);
    if (!url.startsWith(NOWHERE)) throw new TypeError(`only what was handed in can be had: ${url}`);
    return new Response(/** @type {BodyInit} */ (await find(url.slice(NOWHERE.length))));
  };
  try {
    return await work();
  } finally {
    globalThis.fetch = fetch;
  }
}

/**
 * @template Value
 * @param {number} ms
 * @param {Promise<Value>} promise
 * @returns {Promise<Value>}
 */
async function within(ms, promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`snapshot: not restored after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {any} list a Python list of str */
function taken(list) {
  const values = list.toJs();
  list.destroy();
  return values;
}
