/** The database: items by id, and aside of them what could not be read. The one file that names idb. */

import { openDB } from "idb";
import { merge, parseItem } from "./item.js";
import { SCHEMA } from "./schema.js";

/** @import { IDBPDatabase } from "idb" */
/** @import { Item } from "./item.js" */

/** @typedef {{why: string, at: number, value: unknown}} Aside */

/**
 * @typedef {object} Doors
 * @property {() => void} blocked another tab holds an older schema open, so this one waits
 * @property {() => void} blocking another tab waits for this one to let go
 * @property {() => void} terminated the browser closed the database
 */

export class Database {
  #db;

  /** @param {IDBPDatabase} db */
  constructor(db) {
    this.#db = db;
  }

  /**
   * @param {string} name
   * @param {Doors} doors
   * @returns {Promise<Database>} rejects where there is none to be had, or a newer edition's
   */
  static async open(name, doors) {
    if (!globalThis.indexedDB) throw new DOMException("no indexedDB", "InvalidStateError");
    const db = await openDB(name, SCHEMA, {
      upgrade(fresh, from) {
        // Schema 1 had no database: its answers are read from localStorage.
        if (from < 2) {
          fresh.createObjectStore("items", { keyPath: "id" });
          fresh.createObjectStore("aside", { autoIncrement: true });
        }
      },
      ...doors,
    });
    return new Database(db);
  }

  /**
   * Reads everything. What isn't an item is moved aside, so that it is neither used nor lost.
   * @returns {Promise<{items: Item[], aside: Aside[]}>}
   */
  async read() {
    const transaction = this.#db.transaction(["items", "aside"], "readwrite");
    const store = transaction.objectStore("items");
    const aside = transaction.objectStore("aside");
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    /** @type {Item[]} */
    const items = [];
    for (const [place, value] of values.entries()) {
      const item = parseItem(value);
      if (item) items.push(item);
      else {
        aside.add({ why: "corrupt", at: Date.now(), value });
        store.delete(/** @type {IDBValidKey} */ (keys[place]));
      }
    }
    const kept = /** @type {Aside[]} */ (await aside.getAll());
    await transaction.done;
    return { items, aside: kept };
  }

  /**
   * Adds what the items know to what is there; other tabs write too.
   * @param {Item[]} items
   * @returns {Promise<Item[]>} what is there now
   */
  async mergeIn(items) {
    const transaction = this.#db.transaction(["items", "aside"], "readwrite");
    const store = transaction.objectStore("items");
    const merged = items.map(async (item) => {
      const stored = await store.get(item.id);
      const known = parseItem(stored);
      if (stored !== undefined && !known) {
        transaction.objectStore("aside").add({ why: "corrupt", at: Date.now(), value: stored });
      }
      const united = known ? merge(known, item) : item;
      await store.put(united);
      return united;
    });
    // A write that is refused breaks off all of them: `done` says why, each of them only that it was broken off.
    const [whole] = await Promise.allSettled([transaction.done, ...merged]);
    if (whole.status === "rejected") throw whole.reason;
    return Promise.all(merged);
  }

  /**
   * @param {Item[]} items all there shall be
   */
  async replace(items) {
    const transaction = this.#db.transaction("items", "readwrite");
    const writes = [transaction.store.clear(), ...items.map((item) => transaction.store.put(item))];
    const [whole] = await Promise.allSettled([transaction.done, ...writes]);
    if (whole.status === "rejected") throw whole.reason;
  }

  /** @param {Aside} aside */
  async setAside(aside) {
    await this.#db.add("aside", aside);
  }

  async forgetAside() {
    await this.#db.clear("aside");
  }

  close() {
    this.#db.close();
  }
}
