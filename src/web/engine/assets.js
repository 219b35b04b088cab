/** Fetches the runtime's files from the book's own origin: with progress, a check of every byte, one retry. */

/** @import { AssetEntry, AssetFault, RuntimeManifest } from "../types.js" */

/** No byte for this long, in ms, and a download counts as failed. */
const STALL_MS = 20_000;

/** Why an asset could not be used; `message` names the file. */
export class AssetError extends Error {
  /** @override */
  name = "AssetError";

  /**
   * @param {string} message
   * @param {AssetFault} [reason] what kind of fault it is, to the reader
   */
  constructor(message, reason = "assets") {
    super(message);
    this.reason = reason;
  }
}

/**
 * @typedef {object} Runtime
 * @property {string} pyodide its version
 * @property {string} worker the worker's program text
 * @property {string[]} needed names of the other files that each start needs; all are on their way
 * @property {(name: string) => Promise<ArrayBuffer>} file a file by its name, loaded once; rejects with an AssetError
 */

/**
 * Loads the manifest and the worker's program; what else each start needs goes on arriving meanwhile.
 * @param {URL} manifestUrl
 * @param {URL} base the site root that the manifest's URLs are relative to
 * @param {(done: number, total: number) => void} onProgress bytes so far and in all, of what each start needs
 * @returns {Promise<Runtime>}
 * @throws {AssetError}
 */
export async function loadRuntime(manifestUrl, base, onProgress) {
  const { assets, pyodide } = await loadManifest(manifestUrl);
  const eager = Object.keys(assets).filter((name) => !assets[name]?.later);
  const total = sum(eager.map((name) => assets[name]?.bytes ?? 0));
  const done = new Map(eager.map((name) => [name, 0]));
  const file = once(async (name) => {
    const entry = assets[name];
    if (!entry) throw new AssetError(`expected an asset named "${name}"`);
    return loadAsset(new URL(entry.url, base), entry, (count) => {
      if (!done.has(name)) return;
      done.set(name, count);
      onProgress(sum(done.values()), total);
    });
  });
  for (const name of eager) file(name).catch(() => {}); // Whoever asks for it is told.
  const worker = new TextDecoder().decode(await file("worker"));
  return { pyodide, worker, needed: eager.filter((name) => name !== "worker"), file };
}

/**
 * Remembers what `load` returned for a name, unless it failed.
 * @template Value
 * @param {(name: string) => Promise<Value>} load
 */
function once(load) {
  /** @type {Map<string, Promise<Value>>} */
  const known = new Map();
  return (/** @type {string} */ name) => {
    const value = known.get(name) ?? load(name);
    known.set(name, value);
    value.catch(() => known.delete(name));
    return value;
  };
}

/**
 * @param {URL} url
 * @returns {Promise<RuntimeManifest>}
 */
function loadManifest(url) {
  return twice(async (cache) => {
    const text = await download(url, cache, (response) => response.text());
    return readManifest(text, url.pathname);
  });
}

/**
 * @param {string} text
 * @param {string} name for the message
 * @returns {RuntimeManifest}
 */
function readManifest(text, name) {
  try {
    const manifest = JSON.parse(text);
    if (typeof manifest.assets !== "object") throw new Error("no assets");
    return manifest;
  } catch (error) {
    throw new AssetError(`${name}: expected a JSON object with "assets" (${error})`, "assets-changed");
  }
}

/**
 * @param {URL} url
 * @param {AssetEntry} entry
 * @param {(count: number) => void} onBytes
 * @returns {Promise<ArrayBuffer>}
 */
function loadAsset(url, entry, onBytes) {
  return twice(async (cache) => {
    const bytes = await download(url, cache, (response, alive) =>
      readAll(response, entry, url.pathname, (count) => {
        alive();
        onBytes(count);
      }),
    );
    await verify(bytes, entry, url.pathname);
    return bytes;
  });
}

/**
 * Compares length and SHA-256 with what the build wrote down. The hash is skipped where the browser offers no
 * crypto.subtle (a page over plain HTTP that is not localhost); the length is always compared.
 * @param {ArrayBuffer} bytes
 * @param {AssetEntry} entry
 * @param {string} name for the message
 * @throws {AssetError}
 */
export async function verify(bytes, entry, name) {
  if (bytes.byteLength !== entry.bytes) {
    throw new AssetError(`${name}: expected ${entry.bytes} bytes, found ${bytes.byteLength}`, "assets-short");
  }
  if (!globalThis.crypto?.subtle) return;
  const found = hex(await crypto.subtle.digest("SHA-256", bytes));
  if (found !== entry.sha256)
    throw new AssetError(`${name}: expected SHA-256 ${entry.sha256}, found ${found}`, "assets-changed");
}

/**
 * @template Value
 * @param {URL} url
 * @param {RequestCache} cache
 * @param {(response: Response, alive: () => void) => Promise<Value>} read calls `alive` for each sign of life
 * @returns {Promise<Value>}
 */
async function download(url, cache, read) {
  const abort = new AbortController();
  const late = new AssetError(`${url.pathname}: no data for ${STALL_MS / 1000} s`, "assets-stalled");
  const stalled = () => abort.abort(late);
  let timer = setTimeout(stalled, STALL_MS);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(stalled, STALL_MS);
  };
  try {
    const response = await fetch(url, { signal: abort.signal, cache });
    if (!response.ok) throw new AssetError(`${url.pathname}: HTTP ${response.status}`, "assets-missing");
    return await read(response, alive);
  } catch (error) {
    if (abort.signal.aborted) throw late; // Not every browser passes the reason on.
    throw error instanceof AssetError ? error : new AssetError(`${url.pathname}: ${error}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads into one buffer of the size that the manifest names.
 * @param {Response} response
 * @param {AssetEntry} entry
 * @param {string} name for the message
 * @param {(count: number) => void} onBytes
 * @returns {Promise<ArrayBuffer>} shorter than expected where the response is
 * @throws {AssetError} as soon as it is longer
 */
async function readAll(response, entry, name, onBytes) {
  if (!response.body) return response.arrayBuffer();
  const bytes = new Uint8Array(entry.bytes);
  let count = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (count + part.value.byteLength > bytes.length)
      throw new AssetError(`${name}: expected ${entry.bytes} bytes, found more`, "assets-short");
    bytes.set(part.value, count);
    count += part.value.byteLength;
    onBytes(count);
  }
  return count === bytes.length ? bytes.buffer : bytes.buffer.slice(0, count);
}

/**
 * The second attempt passes by the browser's cache, which may hold what was wrong with the first.
 * @template Value
 * @param {(cache: RequestCache) => Promise<Value>} attempt
 */
async function twice(attempt) {
  try {
    return await attempt("default");
  } catch {
    return attempt("reload");
  }
}

/** @param {ArrayBuffer} buffer */
function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
