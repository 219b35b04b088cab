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
 * @property {Record<string, ArrayBuffer>} assets every other file that a start needs, by asset name
 * @property {(name: string) => Promise<ArrayBuffer>} later loads a file that only some programs need, once
 */

/**
 * Loads the manifest and the files that each start needs, at the same time.
 * @param {URL} manifestUrl
 * @param {URL} base the site root that the manifest's URLs are relative to
 * @param {(done: number, total: number) => void} onProgress bytes so far and in all
 * @returns {Promise<Runtime>}
 * @throws {AssetError}
 */
export async function loadRuntime(manifestUrl, base, onProgress) {
  const manifest = await loadManifest(manifestUrl);
  const entries = Object.entries(manifest.assets).filter(([, { later }]) => !later);
  const total = entries.reduce((sum, [, entry]) => sum + entry.bytes, 0);
  const done = new Map();
  const files = await Promise.all(
    entries.map(async ([name, entry]) => {
      const bytes = await loadAsset(new URL(entry.url, base), entry, (count) => {
        done.set(name, Math.min(count, entry.bytes));
        onProgress(sum(done.values()), total);
      });
      return /** @type {const} */ ([name, bytes]);
    }),
  );
  const { worker, ...assets } = Object.fromEntries(files);
  if (!worker) throw new AssetError(`${manifestUrl.pathname}: expected an asset named "worker"`);
  return {
    pyodide: manifest.pyodide,
    worker: new TextDecoder().decode(worker),
    assets,
    later: once((name) => loadLater(manifest, base, name)),
  };
}

/**
 * @param {RuntimeManifest} manifest
 * @param {URL} base
 * @param {string} name
 */
async function loadLater(manifest, base, name) {
  const entry = manifest.assets[name];
  if (!entry) throw new AssetError(`expected an asset named "${name}"`);
  return loadAsset(new URL(entry.url, base), entry, () => {});
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
    const bytes = await download(url, cache, () => {});
    return readManifest(new TextDecoder().decode(bytes), url.pathname);
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
    const bytes = await download(url, cache, onBytes);
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
 * @param {URL} url
 * @param {RequestCache} cache
 * @param {(count: number) => void} onBytes
 * @returns {Promise<ArrayBuffer>}
 */
async function download(url, cache, onBytes) {
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
    return await readAll(response, (count) => {
      alive();
      onBytes(count);
    });
  } catch (error) {
    if (abort.signal.aborted) throw late; // Not every browser passes the reason on.
    throw error instanceof AssetError ? error : new AssetError(`${url.pathname}: ${error}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @param {(count: number) => void} onBytes
 * @returns {Promise<ArrayBuffer>}
 */
async function readAll(response, onBytes) {
  if (!response.body) return response.arrayBuffer();
  const chunks = [];
  let count = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    count += part.value.byteLength;
    onBytes(count);
  }
  return new Blob(chunks).arrayBuffer();
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
