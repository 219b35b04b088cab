/** A browser's storage in Node, item generators, and what both need. */

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { emptyItem, merge } from "../../src/web/progress/item.js";
import { Progress } from "../../src/web/progress/progress.js";

/** @import { Item } from "../../src/web/progress/item.js" */

/** Like the browser's: its keys are its own properties. */
class FakeStorage {
  /** @param {string} key */
  getItem(key) {
    return Object.hasOwn(this, key) ? /** @type {any} */ (this)[key] : null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    /** @type {any} */ (this)[key] = String(value);
  }

  /** @param {string} key */
  removeItem(key) {
    delete (/** @type {any} */ (this)[key]);
  }
}

/** @type {Set<Progress>} */
const opened = new Set();

/** An empty machine: nothing in either storage. */
export function freshMachine() {
  globalThis.indexedDB = new IDBFactory();
  const storage = new FakeStorage();
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
}

/** Closes all tabs, as the end of a test does. */
export async function closeTabs() {
  for (const progress of opened) await progress.close();
  opened.clear();
}

/**
 * A tab that has opened the book.
 * @param {string} name
 * @param {string} [site]
 */
export async function tab(name, site = "/book/") {
  const progress = new Progress(site, name);
  opened.add(progress);
  await progress.start();
  return progress;
}

/** What localStorage holds, by key. @returns {Record<string, string>} */
export function localKeys() {
  return { .../** @type {any} */ (localStorage) };
}

/** @param {string} name of a DOMException @returns {() => never} */
export function refusing(name) {
  return () => {
    throw new DOMException("refused", name);
  };
}

/**
 * The same numbers for the same seed (mulberry32).
 * @param {number} seed
 */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Any item that the page could have made; moments are few, so that two of them often fall together.
 * @param {() => number} roll
 * @param {string} id
 * @returns {Item}
 */
export function anyItem(roll, id) {
  const pick = (/** @type {any[]} */ values) => values[Math.floor(roll() * values.length)];
  const moment = () => ({ at: 1 + Math.floor(roll() * 6), by: pick(["a", "b"]) });
  const attempt = () => ({
    ...moment(),
    verdict: pick(["passed", "failed", "error", "stopped", "timeout"]),
    helped: pick([null, "hint", "solution"]),
    ...pick([{}, { score: 1, of: 3 }, { seed: 7 }]),
  });
  const value = pick(["", "x = 'ü\u2028\\n'", null, [[0], []], { a: 1, b: [null] }, 1.5]);
  const item = {
    id,
    draft: pick([null, { ...moment(), value }]),
    attempts: Array.from({ length: Math.floor(roll() * 4) }, attempt),
    help: pick([{}, { hint: 3 }, { hint: 5, solution: 2 }]),
  };
  return merge(emptyItem(id), item);
}
