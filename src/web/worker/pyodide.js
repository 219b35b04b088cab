/**
 * Boots Python from bytes that were handed in. The one file that names Pyodide.
 *
 * `boot(assets) -> Python` is all the rest of the worker knows, so another way to start (a memory snapshot) only
 * has to keep that promise.
 */

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide/pyodide.mjs";

/** @import { BootAssets } from "../types.js" */

/** The heap may grow to this, in bytes; then Python raises MemoryError instead of the tab dying. */
const HEAP_LIMIT = 768 * 2 ** 20;
const PAGE = 65_536;

/** Pyodide asks for its files below this address; nothing leaves the worker. */
const NOWHERE = "https://pyodide.invalid/";

/**
 * @typedef {object} Python
 * @property {(request: string, emit: (event: string) => void) => Promise<string>} run see prepbook_grader.run_json
 * @property {(request: string, emit: (event: string) => void) => Promise<string>} judge see prepbook_grader.judge_json
 */

/**
 * @param {BootAssets} assets wasm, stdlib, lock, library
 * @returns {Promise<Python>}
 */
export async function boot(assets) {
  limitHeap();
  const pyodide = await withHandedInFiles(assets, () =>
    loadPyodide({
      createPyodideModule,
      indexURL: NOWHERE,
      stdLibURL: `${NOWHERE}python_stdlib.zip`,
      lockFileContents: new TextDecoder().decode(assets.lock),
      stdin: () => null,
      env: { PYTHONDONTWRITEBYTECODE: "1" },
    }),
  );
  const site = pyodide.runPython("import site; site.getsitepackages()[0]");
  if (assets.library) pyodide.unpackArchive(assets.library, "zip", { extractDir: site });
  const grader = pyodide.pyimport("prepbook_grader");
  grader.warm_up();
  return {
    run: async (request, emit) => String(await grader.run_json(request, emit)),
    judge: async (request, emit) => String(await grader.judge_json(request, emit)),
  };
}

/**
 * Answers Pyodide's own requests, and only those, while it starts.
 * @template Value
 * @param {BootAssets} assets
 * @param {() => Promise<Value>} start
 */
async function withHandedInFiles(assets, start) {
  const { fetch } = globalThis;
  /** @type {Record<string, [ArrayBuffer | undefined, string]>} */
  const files = {
    "pyodide.asm.wasm": [assets.wasm, "application/wasm"],
    "python_stdlib.zip": [assets.stdlib, "application/zip"],
  };
  globalThis.fetch = async (input) => {
    const name = String(input).slice(NOWHERE.length);
    const [bytes, type] = files[name] ?? [];
    if (!bytes) throw new TypeError(`no such file was handed in: ${input}`);
    return new Response(bytes, { headers: { "Content-Type": type ?? "" } });
  };
  try {
    return await start();
  } finally {
    globalThis.fetch = fetch;
  }
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
