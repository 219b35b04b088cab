/**
 * A memory snapshot as the difference to a fresh instance of the same wasm: a format, its writer and its reader.
 *
 * Memory of an instance is [0, staticEnd) its data segments, which a fresh instance has too; then the stack; then the
 * heap from `heapStart`, zero in a fresh instance. Only words that differ are carried, as runs.
 *
 *     offset  size
 *          0     4  "PBSN"
 *          4     4  VERSION
 *          8     4  memory: bytes the memory needs, a multiple of the wasm page (64 KiB)
 *         12     4  staticEnd
 *         16     4  heapStart
 *         20     4  base: checksum of a fresh instance's [0, staticEnd), without its volatile words
 *         24     4  number of bytes of the details
 *         28     4  number of bytes of the runs
 *         32        the details: JSON, UTF-8, padded with spaces to a multiple of 4
 *                   the runs: pairs of LEB128 numbers, words skipped and words carried; padded with 0 to a multiple of 4
 *                   the words carried
 *
 * All numbers are unsigned, 32 bit, little endian, as wasm memory is.
 */

const MAGIC = 0x4e534250;
export const VERSION = 1;
const HEADER_WORDS = 8;
/** Equal words that don't end a run: few long runs are written faster, and what they repeat compresses to nothing. */
const BRIDGE = 64;

/**
 * @typedef {object} Layout where an instance keeps what; addresses and sizes in bytes
 * @property {number} memory what it needs in all
 * @property {number} staticEnd
 * @property {number} heapStart
 *
 * @typedef {object} Details what the JSON must hold; the rest is the caller's
 * @property {number[]} volatile addresses of words below staticEnd that differ from one fresh instance to the next
 * @property {number} kept the volatile word that stays as the fresh instance has it; the others are carried
 *
 * @typedef {Layout & {base: number, details: Details & Record<string, any>, runs: Uint8Array, words: Uint32Array}} Delta
 */

/**
 * @param {Uint8Array} image memory to be restored, up to the last byte in use
 * @param {Uint8Array} fresh memory of a fresh instance
 * @param {Layout} layout
 * @param {Details & Record<string, unknown>} details any JSON object with these
 */
export function encode(image, fresh, { memory, staticEnd, heapStart }, details) {
  const base = checksum(fresh, staticEnd, details.volatile);
  const expected = words(fresh).slice(0, staticEnd >>> 2);
  for (const address of details.volatile)
    expected[address >>> 2] = ~(/** @type {number} */ (words(image)[address >>> 2]));
  const found = differences(words(image), expected);
  const json = padded(new TextEncoder().encode(JSON.stringify(details)), 0x20);
  const runs = padded(leb128(found.runs), 0);
  const header = Uint32Array.of(MAGIC, VERSION, memory, staticEnd, heapStart, base, json.length, runs.length);
  return joined([header, json, runs, Uint32Array.from(found.words)]);
}

/**
 * @param {Uint8Array} bytes what `encode` returned
 * @returns {Delta}
 * @throws {Error} when these are no such bytes, or of another version
 */
export function decode(bytes) {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const [magic, version, memory, staticEnd, heapStart, base, detailsSize, runsSize] =
    /** @type {[number, number, number, number, number, number, number, number]} */ (
      /** @type {unknown} */ (words(aligned).subarray(0, HEADER_WORDS))
    );
  if (magic !== MAGIC || version !== VERSION) {
    throw new Error(
      `snapshot: expected version ${VERSION}, found ${magic === MAGIC ? version : "something else"}`,
    );
  }
  const runsAt = HEADER_WORDS * 4 + detailsSize;
  const details = JSON.parse(new TextDecoder().decode(aligned.subarray(HEADER_WORDS * 4, runsAt)));
  const runs = aligned.subarray(runsAt, runsAt + runsSize);
  return {
    memory,
    staticEnd,
    heapStart,
    base,
    details,
    runs,
    words: words(aligned.subarray(runsAt + runsSize)),
  };
}

/**
 * Turns a fresh instance's memory, grown to `delta.memory`, into the image.
 * @param {Delta} delta
 * @param {Uint8Array} memory
 * @param {number} dirty end of what the fresh instance has used of its heap
 * @throws {Error} when the fresh instance isn't the one that the delta was made against
 */
export function apply(delta, memory, dirty) {
  const { kept, volatile } = delta.details;
  const found = checksum(memory, delta.staticEnd, volatile);
  if (found !== delta.base) throw new Error(`snapshot: expected fresh memory ${delta.base}, found ${found}`);
  const target = words(memory);
  const own = target[kept >>> 2] ?? 0;
  memory.fill(0, delta.heapStart, dirty);
  write(delta, target);
  target[kept >>> 2] = own;
}

/**
 * @param {Delta} delta
 * @param {Uint32Array} target
 */
function write({ runs, words }, target) {
  let [at, from, next] = [0, 0, 0];
  const number = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = runs[next++] ?? 0;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  };
  while (from < words.length) {
    at += number();
    const size = number();
    target.set(words.subarray(from, from + size), at);
    from += size;
    at += size;
  }
}

/**
 * @param {Uint32Array} image
 * @param {Uint32Array} expected the image is compared with this, and with 0 beyond
 */
function differences(image, expected) {
  /** @type {number[]} */
  const runs = [];
  /** @type {number[]} */
  const carried = [];
  /** @param {number} at */
  const differs = (at) => image[at] !== (expected[at] ?? 0);
  let written = 0;
  for (let at = 0; at < image.length; at++) {
    if (!differs(at)) continue;
    let last = at;
    for (let ahead = at; ahead < image.length && ahead - last < BRIDGE; ahead++)
      if (differs(ahead)) last = ahead;
    runs.push(at - written, last + 1 - at);
    for (; at <= last; at++) carried.push(image[at] ?? 0);
    written = last + 1;
  }
  return { runs, words: carried };
}

/**
 * FNV-1a over words.
 * @param {Uint8Array} memory
 * @param {number} end
 * @param {number[]} skipped addresses of words, ascending
 */
function checksum(memory, end, skipped) {
  const data = words(memory);
  let hash = 0x811c9dc5;
  let at = 0;
  for (const stop of [...skipped, end]) {
    for (; at < stop >>> 2; at++) hash = Math.imul(hash ^ /** @type {number} */ (data[at]), 0x01000193);
    at++;
  }
  return hash >>> 0;
}

/** @param {number[]} numbers */
function leb128(numbers) {
  /** @type {number[]} */
  const bytes = [];
  for (let number of numbers) {
    for (; number >= 0x80; number >>>= 7) bytes.push((number & 0x7f) | 0x80);
    bytes.push(number);
  }
  return Uint8Array.from(bytes);
}

/** @param {Uint8Array} bytes */
function words(bytes) {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}

/**
 * @param {Uint8Array} bytes
 * @param {number} filler
 */
function padded(bytes, filler) {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(filler);
  whole.set(bytes);
  return whole;
}

/** @param {(Uint8Array | Uint32Array)[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return whole;
}
