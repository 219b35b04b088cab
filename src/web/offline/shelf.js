/**
 * Where the book's files are kept: one cache for the book, each file under its address and revision, so that two
 * editions share what didn't change and an open tab of an earlier deploy still finds its own.
 */

import { AssetError, verify } from "../engine/assets.js";
import { addressOf, keyOf } from "./edition.js";
import { receive } from "./receive.js";

/** @import { Edition, EditionEntry } from "./types.js" */

/** @typedef {{edition: Edition, tabs: string[] | null}} Listed `tabs`: open when it was replaced; null: it wasn't */
/** @typedef {{response?: Response, signal?: AbortSignal, onBytes?: (count: number) => void}} KeepOptions */

/** These describe the transport, or would forbid keeping. */
const DROPPED_HEADERS = ["content-encoding", "content-length", "transfer-encoding", "vary", "set-cookie"];

/**
 * All caches of the book at this site root have names that begin so.
 * @param {URL} scope
 */
export function prefix(scope) {
  return `prepbook:${scope.pathname}:`;
}

/**
 * Removes everything kept of the book at this site root, and nothing else: answers stay.
 * @param {URL} scope
 */
export async function clear(scope) {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix(scope)));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The file that arrived belongs to another edition than the list, or was damaged on its way. */
export class MismatchError extends AssetError {
  /** @override */
  name = "MismatchError";
}

export class Shelf {
  #name;

  /** @param {URL} scope */
  constructor(scope) {
    this.scope = scope;
    this.#name = `${prefix(scope)}files`;
  }

  /** Whether anything may be kept: false once a reader has turned it off. */
  exists() {
    return caches.has(this.#name);
  }

  open() {
    return caches.open(this.#name);
  }

  /**
   * Never makes a shelf where there is none.
   * @param {string} file
   * @param {Edition} edition
   * @returns {Promise<Response | undefined>}
   */
  async find(file, edition) {
    const entry = edition.files[file];
    return entry && caches.match(keyOf(file, entry, this.scope), { cacheName: this.#name });
  }

  /**
   * Fetches a file, unless its response is at hand, compares it with the list and keeps it on a shelf that exists.
   * @param {string} file
   * @param {Edition} edition
   * @param {KeepOptions} [options]
   * @throws {MismatchError} and, from the browser, TypeError without a network and QuotaExceededError without room
   */
  async keep(file, edition, { response, signal, onBytes } = {}) {
    const entry = edition.files[file];
    if (!entry) return;
    const answer = response ?? (await this.#fetch(file, entry, signal));
    if (!answer.ok) throw new AssetError(`${file}: HTTP ${answer.status}`);
    const bytes = await receive(answer, onBytes);
    await check(bytes, entry, file);
    const headers = new Headers(answer.headers);
    for (const name of DROPPED_HEADERS) headers.delete(name);
    signal?.throwIfAborted();
    if (!(await this.exists())) return; // Turned off while this was on its way.
    const cache = await this.open();
    await cache.put(keyOf(file, entry, this.scope), new Response(bytes, { headers }));
  }

  /**
   * @param {string} file
   * @param {EditionEntry} entry
   * @param {AbortSignal} [signal]
   */
  #fetch(file, entry, signal) {
    // What the page has just loaded comes from the browser's own cache; a name without a hash is asked about again.
    const cache = entry.fixed ? "default" : "no-cache";
    return fetch(addressOf(file, this.scope), { cache, signal: signal ?? null });
  }

  /**
   * @param {Edition} edition
   * @returns {Promise<Set<string>>} the files of this edition that are kept in its very revision
   */
  async held(edition) {
    const keys = await this.#keys();
    const files = Object.entries(edition.files).filter(([file, entry]) =>
      keys.has(keyOf(file, entry, this.scope)),
    );
    return new Set(files.map(([file]) => file));
  }

  async #keys() {
    if (!(await this.exists())) return new Set();
    return new Set((await (await this.open()).keys()).map(({ url }) => url));
  }

  /** @returns {Promise<Listed[]>} the lists of all editions that something may still be needed of */
  async lists() {
    const keys = [...(await this.#keys())].filter((url) => url.startsWith(this.#listKey("")));
    const found = await Promise.all(keys.map((url) => caches.match(url, { cacheName: this.#name })));
    return Promise.all(found.filter((response) => response !== undefined).map((response) => response.json()));
  }

  /** @param {Listed} listed */
  async writeList(listed) {
    const cache = await this.open();
    await cache.put(this.#listKey(listed.edition.edition), Response.json(listed));
  }

  /** @param {string} id */
  async removeList(id) {
    await (await this.open()).delete(this.#listKey(id));
  }

  /** @param {string} id */
  #listKey(id) {
    return new URL(`?prepbook-list=${id}`, this.scope).href;
  }

  /** Whether the reader asked for the whole book. */
  async isWhole() {
    return Boolean(await caches.match(this.#wholeKey, { cacheName: this.#name }));
  }

  async markWhole() {
    await (await this.open()).put(this.#wholeKey, new Response(""));
  }

  get #wholeKey() {
    return new URL("?prepbook-whole", this.scope).href;
  }

  /**
   * Removes every state of a file that none of these editions has.
   * @param {Edition[]} editions
   */
  async prune(editions) {
    const wanted = new Set(
      editions.flatMap(({ files }) =>
        Object.entries(files).map(([file, entry]) => keyOf(file, entry, this.scope)),
      ),
    );
    const old = [...(await this.#keys())].filter((url) => /[?]prepbook=/.test(url) && !wanted.has(url));
    const cache = old.length > 0 ? await this.open() : null;
    await Promise.all(old.map((url) => cache?.delete(url)));
  }
}

/**
 * A page is known by the revision it carries, for some hosts add to pages; every other file by its SHA-256.
 * @param {ArrayBuffer} bytes
 * @param {EditionEntry} entry
 * @param {string} file
 */
async function check(bytes, entry, file) {
  if (entry.group === "page") {
    const text = new TextDecoder().decode(bytes);
    if (text.includes(entry.revision)) return;
    throw new MismatchError(`${file}: expected revision ${entry.revision}, found another`);
  }
  try {
    await verify(bytes, { url: file, bytes: entry.bytes, sha256: entry.revision }, file);
  } catch (error) {
    throw new MismatchError(error instanceof Error ? error.message : String(error));
  }
}
