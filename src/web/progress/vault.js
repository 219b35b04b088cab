/**
 * Where items are kept on this machine: first in the journal, then in the database. Storage that fails throws nothing
 * here: it is a fault, told to the reader; what can't be read is set aside.
 */

import { Database } from "./database.js";
import { Faults } from "./faults.js";
import { isRecord } from "./item.js";
import { Journal } from "./journal.js";
import { answersOfSchema1, migrate, SCHEMA } from "./schema.js";

/** @import { Aside } from "./database.js" */
/** @import { Fault } from "./faults.js" */
/** @import { Item } from "./item.js" */
/** @import { Entry } from "./journal.js" */

export class Vault {
  #site;
  #journal;
  /** @type {Database | null} */
  #database = null;
  /** @type {Map<string, Entry>} the journal's entry of each item, until the database has it */
  #noted = new Map();
  /** @type {Entry[]} found at the start: other tabs', and an older schema's */
  #found = [];

  faults = new Faults();
  /** What could not be read, as it was found. @type {Aside[]} */
  aside = [];

  /**
   * @param {string} site the site root's path
   * @param {string} tab
   */
  constructor(site, tab) {
    this.#site = site;
    this.#journal = new Journal(site, tab);
  }

  /** What is there before any database, at once. @returns {Item[]} */
  readAtOnce() {
    /** @type {Item[]} */
    const items = [];
    for (const entry of this.#journal.entries()) {
      const { schema, item } = parseEntry(entry.text);
      if (schema > SCHEMA) {
        this.faults.add("newer");
        continue;
      }
      const { items: found, corrupt } = migrate(schema, item);
      items.push(...found);
      if (corrupt.length > 0) this.#setAside(entry.text);
      this.#found.push(entry);
    }
    const { answers, entries } = answersOfSchema1(this.#site);
    this.#found.push(...entries);
    return [...migrate(1, answers).items, ...items];
  }

  /** @returns {Promise<Item[]>} what the database holds; nothing where there is none */
  async open() {
    try {
      const database = await Database.open(`prepbook:${this.#site}`, {
        blocked: () => this.faults.add("blocked"),
        blocking: () => this.#lose("behind"),
        terminated: () => this.#lose("small"),
      });
      this.faults.clear("blocked");
      this.#database = database;
      for (const value of this.aside) await database.setAside(value);
      return await this.read();
    } catch (error) {
      this.#refused(error);
      return [];
    }
  }

  /** @returns {Promise<Item[]>} what the database holds now */
  async read() {
    if (!this.#database) return [];
    const { items, aside } = await this.#database.read();
    this.aside = aside;
    if (aside.length > 0) this.faults.add("corrupt", aside.length);
    else this.faults.clear("corrupt");
    return items;
  }

  /**
   * Keeps a change at once, over a reload and the death of the tab.
   * @param {Item} item
   * @returns {boolean} whether it is kept; if not, only `save` does
   */
  note(item) {
    const entry = this.#journal.write(item.id, { schema: SCHEMA, item });
    if (entry) this.#noted.set(item.id, entry);
    else if (!this.#database) this.faults.add("none");
    return entry !== null;
  }

  /**
   * @param {Item[]} items
   * @returns {Promise<Item[] | null>} them with what the database knew besides; null when it has not taken them
   */
  async save(items) {
    if (!this.#database) return null;
    const entries = items.flatMap(({ id }) => this.#noted.get(id) ?? []);
    try {
      const merged = await this.#database.mergeIn(items);
      this.#journal.settle(entries);
      this.faults.clear("full");
      return merged;
    } catch (error) {
      this.#refused(error);
      return null;
    }
  }

  /** All that was there at the start has been saved: the journal needn't hold it any more. */
  settleFound() {
    this.#journal.settle(this.#found);
    this.#found = [];
  }

  /**
   * @param {Item[]} items all there shall be
   * @throws what the database says: then nothing has changed
   */
  async replace(items) {
    await this.#database?.replace(items);
    this.#journal.settle(this.#journal.entries());
    if (!this.#database) for (const item of items) this.note(item);
  }

  /** Removes all of it, what was set aside and what an older schema left too. */
  async forget() {
    await this.replace([]);
    await this.#database?.forgetAside();
    this.#journal.settle(answersOfSchema1(this.#site).entries);
    this.aside = [];
    this.faults.clear("corrupt");
  }

  close() {
    this.#database?.close();
    this.#database = null;
  }

  /** @param {string} value of the journal */
  #setAside(value) {
    this.aside.push({ why: "corrupt", at: Date.now(), value });
    this.faults.add("corrupt", this.aside.length);
  }

  /** @param {unknown} error */
  #refused(error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : "";
    console.warn("prepbook: the browser's database refused:", error);
    if (name === "QuotaExceededError") this.faults.add("full");
    else this.#lose(name === "VersionError" ? "newer" : "small");
  }

  /** @param {Fault} fault */
  #lose(fault) {
    this.close();
    this.faults.add(this.#journal.works() ? fault : "none");
  }
}

/**
 * @param {string} text
 * @returns {{schema: number, item: unknown}}
 */
function parseEntry(text) {
  try {
    const entry = JSON.parse(text);
    if (isRecord(entry) && Number.isInteger(entry.schema))
      return { schema: Number(entry.schema), item: entry.item };
  } catch {
    // Cut off, or somebody else's: it is set aside as it is.
  }
  return { schema: SCHEMA, item: null };
}
