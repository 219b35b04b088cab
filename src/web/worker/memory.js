/** Bounds the memory that Python may take: a program then gets a MemoryError, and the tab lives on. */

const { prototype } = WebAssembly.Memory;
const { grow } = prototype;
const PAGE = 65_536;

let refused = false;

/** @param {number} bytes */
export function limitMemory(bytes) {
  refused = false;
  /** Emscripten turns a refusal into a failed malloc, after it has tried with less than it hoped for. */
  prototype.grow = function (pages) {
    refused = this.buffer.byteLength + pages * PAGE > bytes;
    if (refused) throw new RangeError("memory limit");
    return grow.call(this, pages);
  };
}

/** Whether the last thing Python asked for was more than it may have. */
export function ranOutOfMemory() {
  return refused;
}
