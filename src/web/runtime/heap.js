/**
 * Leaves out of a memory image what nobody owns or what can be computed again, and computes it again.
 *
 * Emscripten's malloc is dlmalloc, and Python takes each object from it: the heap is a row of chunks, each with its
 * size and two marks before what it holds. All addresses are in bytes.
 */

/** dlmalloc's mark for a chunk in use. */
const IN_USE = 2;
const SIZE = ~7;
const HEADER = 8;
/** What dlmalloc keeps in a free chunk: header and two links; from 256 bytes on a tree's links too. */
const SMALL = 256;
const LINKS = { small: 16, tree: 32 };
/** The end of the heap is dlmalloc's own. */
const FOOT = 64;
/** Inside a Python object: its type; inside a str: its hash, -1 before it's asked for. */
const TYPE = 4;
const HASH = 12;
const NO_HASH = 0xffffffff;

/**
 * Zeroes the unused stack and each free chunk of the heap.
 * @param {any} module Emscripten's
 * @param {number} heapStart address of the first chunk
 * @returns {number} bytes zeroed in the heap
 */
export function zeroFreed(module, heapStart) {
  module.HEAPU8.fill(0, module._emscripten_stack_get_end(), module.stackSave());
  let zeroed = 0;
  walk(module, heapStart, (at, size, used) => {
    if (used) return;
    const links = size < SMALL ? LINKS.small : LINKS.tree;
    module.HEAPU8.fill(0, at + links, at + size);
    zeroed += size - links;
  });
  return zeroed;
}

/**
 * Hashes of strings are as good as random: a twentieth of a compressed image, and Python makes them in milliseconds.
 * @param {any} module
 * @param {number} heapStart
 */
export function forgetHashes(module, heapStart) {
  eachString(module, heapStart, (string) => {
    module.HEAPU32[(string + HASH) >>> 2] = NO_HASH;
  });
}

/**
 * Makes the hashes that `forgetHashes` left out, with the seed that is in memory. Dictionaries rely on them.
 * @param {any} module
 * @param {number} heapStart
 */
export function recallHashes(module, heapStart) {
  eachString(module, heapStart, module._PyObject_Hash);
}

/**
 * @param {any} module
 * @param {number} heapStart
 * @param {(string: number) => void} visit
 */
function eachString(module, heapStart, visit) {
  const type = module._PyUnicode_Type;
  walk(module, heapStart, (at, _, used) => {
    if (used && module.HEAPU32[(at + HEADER + TYPE) >>> 2] === type) visit(at + HEADER);
  });
}

/**
 * @param {any} module
 * @param {number} heapStart
 * @param {(at: number, size: number, used: boolean) => void} visit
 * @throws {Error} at a chunk of no likely size: malloc isn't dlmalloc any more
 */
function walk(module, heapStart, visit) {
  const end = module._sbrk(0);
  for (let at = heapStart; at < end - FOOT; ) {
    const head = module.HEAPU32[(at + 4) >>> 2];
    const size = head & SIZE;
    if (size < 16 || at + size > end)
      throw new Error(`heap: expected a chunk of dlmalloc at ${at}, found ${head}`);
    visit(at, size, (head & IN_USE) !== 0);
    at += size;
  }
}
