/**
 * What a reader has done, on this machine only. All of it is in memory, so that a page reads it at once; every change
 * goes to the vault and to the other tabs.
 */

import { emptyItem, isEmpty, merge, sameItem } from "./item.js";
import { migrate, SCHEMA } from "./schema.js";
import { Vault } from "./vault.js";

/** @import { Item } from "./item.js" */

/** Saving waits this long, in ms, after the last keystroke; it is noted already. */
const DELAY_MS = 300;
/** The page waits this long, in ms, for the database, then begins with what is there at once. */
const PATIENCE_MS = 2000;

/**
 * Events: "item" with the id as `detail` when an item changed elsewhere, in another tab or by an import; "change" when
 * anything may have changed.
 */
export class Progress extends EventTarget {
  #site;
  /** @type {Map<string, Item>} */
  #items = new Map();
  /** @type {Set<string>} ids of what is yet to be saved */
  #waiting = new Set();
  /** @type {BroadcastChannel | null} */
  #channel = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Writes happen one after the other. @type {Promise<void>} */
  #writing = Promise.resolve();

  /**
   * @param {string} site the site root's path, so that two books on one host don't share
   * @param {string} [tab] a name no other tab has
   */
  constructor(site, tab = Math.random().toString(36).slice(2, 10)) {
    super();
    this.#site = site;
    this.tab = tab;
    this.vault = new Vault(site, tab);
  }

  /** Reads what is kept. Resolves when the page may begin, which is soon, whatever happens. */
  async start() {
    for (const item of this.vault.readAtOnce()) {
      this.#items.set(item.id, merge(this.item(item.id), item));
      this.#waiting.add(item.id);
    }
    this.#listen();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([this.#open(), patience]);
    clearTimeout(timer);
  }

  /**
   * @param {string} id
   * @returns {Item}
   */
  item(id) {
    return this.#items.get(id) ?? emptyItem(id);
  }

  /** @returns {Item[]} all that say something, in order of id */
  items() {
    const items = [...this.#items.values()].filter((item) => !isEmpty(item));
    return items.sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  /**
   * @param {Item} item the new version of one
   * @param {{moreFollows?: boolean}} [options] it needn't be saved before the next one comes
   */
  put(item, { moreFollows = false } = {}) {
    this.#items.set(item.id, item);
    this.#waiting.add(item.id);
    clearTimeout(this.#timer);
    if (this.vault.note(item) && moreFollows) this.#timer = setTimeout(() => this.flush(), DELAY_MS);
    else this.flush();
    this.#changed();
  }

  /** Saves at once what is still waiting. */
  flush() {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#save());
    return this.#writing;
  }

  /**
   * @param {Item[]} items all there shall be, here and in other tabs
   * @throws what the database says: then nothing has changed
   */
  async replace(items) {
    await this.flush();
    await this.vault.replace(items);
    this.#replaced(items);
  }

  /** Removes everything of this book's on this machine. */
  async forget() {
    await this.flush();
    await this.vault.forget();
    this.#replaced([]);
  }

  /** Lets go of the database and of the other tabs. */
  async close() {
    await this.flush();
    this.#channel?.close();
    this.vault.close();
  }

  async #open() {
    this.#take(await this.vault.open());
    await this.flush();
    if (this.#waiting.size === 0) this.vault.settleFound();
  }

  async #save() {
    const batch = [...this.#waiting];
    if (batch.length === 0) return;
    this.#waiting.clear();
    const merged = await this.vault.save(batch.map((id) => this.item(id)));
    if (merged) {
      this.#take(merged);
      this.#channel?.postMessage({ schema: SCHEMA, items: merged });
    } else for (const id of batch) this.#waiting.add(id);
  }

  /** @param {Item[]} items of the database or of another tab; what is known here besides stays */
  #take(items) {
    const before = this.#items;
    this.#items = new Map(before);
    for (const item of items) this.#items.set(item.id, merge(this.item(item.id), item));
    this.#tellOfChanges(before, new Set(items.map(({ id }) => id)));
  }

  /** @param {Item[]} items instead of all others */
  #replaced(items) {
    this.#waiting.clear();
    this.#channel?.postMessage({ schema: SCHEMA, replaced: true });
    this.#adopt(items);
  }

  /** @param {Item[]} items instead of all others but those typed here and not yet saved */
  #adopt(items) {
    const before = this.#items;
    this.#items = new Map(items.map((item) => [item.id, item]));
    for (const id of this.#waiting) {
      const mine = before.get(id);
      if (mine) this.#items.set(id, merge(this.item(id), mine));
    }
    this.#tellOfChanges(before, new Set([...before.keys(), ...this.#items.keys()]));
  }

  /**
   * @param {Map<string, Item>} before
   * @param {Set<string>} ids which may have changed
   */
  #tellOfChanges(before, ids) {
    for (const id of ids) {
      if (!sameItem(before.get(id) ?? emptyItem(id), this.item(id))) {
        this.dispatchEvent(new CustomEvent("item", { detail: id }));
      }
    }
    this.#changed();
  }

  #listen() {
    const leave = () => void this.flush();
    globalThis.addEventListener?.("pagehide", leave);
    globalThis.document?.addEventListener("visibilitychange", leave);
    // A page that the browser had put to sleep has heard nothing meanwhile.
    globalThis.addEventListener?.("pageshow", (event) => event.persisted && this.#readAgain());
    if (!globalThis.BroadcastChannel) return;
    this.#channel = new BroadcastChannel(`prepbook:${this.#site}`);
    this.#channel.onmessage = ({ data }) => {
      if (data?.schema !== SCHEMA) return; // Another edition's tab: this one reads what it wrote after a reload.
      if (data.replaced) this.#readAgain();
      else this.#take(migrate(SCHEMA, data.items).items);
    };
  }

  async #readAgain() {
    this.#adopt(await this.vault.read().catch(() => this.items()));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
