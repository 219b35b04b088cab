/** What is wrong with keeping a reader's work, for those who tell the reader. */

/**
 * none: nothing can be kept; small: there is no database, the journal has to do; full: no room; newer: a newer edition
 * of the book keeps it in a way this one can't read; behind: that newer edition is open in another tab; blocked: an
 * older one is; corrupt: some of it could not be read and is set aside.
 * @typedef {"none" | "small" | "full" | "newer" | "behind" | "blocked" | "corrupt"} Fault
 */

/** The worst first. @type {Fault[]} */
const ORDER = ["none", "full", "newer", "behind", "blocked", "small", "corrupt"];

/** Event: "change". */
export class Faults extends EventTarget {
  /** @type {Map<Fault, number>} */
  #found = new Map();

  /** The one to tell first, with how many things it befell. */
  get worst() {
    const fault = ORDER.find((name) => this.#found.has(name));
    return fault ? { fault, count: this.#found.get(fault) ?? 0 } : null;
  }

  /**
   * @param {Fault} fault
   * @param {number} [count]
   */
  add(fault, count = 1) {
    if (this.#found.get(fault) === count) return;
    this.#found.set(fault, count);
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Fault} fault it is over */
  clear(fault) {
    if (this.#found.delete(fault)) this.dispatchEvent(new Event("change"));
  }
}
