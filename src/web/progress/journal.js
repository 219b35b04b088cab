/**
 * The last changes, until the database has confirmed them. A database's write may be lost when a tab is reloaded at
 * once or dies; a localStorage write is out of the tab's hands when it returns. Each tab has entries of its own.
 */

/** @typedef {{key: string, text: string}} Entry `text` as it was written */

export class Journal {
  #prefix;
  #tab;

  /**
   * @param {string} site the site root's path, so that two books on one host don't share
   * @param {string} tab
   */
  constructor(site, tab) {
    this.#prefix = `prepbook:${site}:journal:`;
    this.#tab = tab;
  }

  /**
   * @param {string} id
   * @param {unknown} value
   * @returns {Entry | null} null when the browser keeps nothing, or has no room
   */
  write(id, value) {
    const entry = { key: `${this.#prefix}${this.#tab}:${id}`, text: JSON.stringify(value) };
    return attempt(() => {
      localStorage.setItem(entry.key, entry.text);
      return entry;
    }, null);
  }

  /** Whether anything can be written. */
  works() {
    const probe = this.write("", null);
    if (probe) this.settle([probe]);
    return probe !== null;
  }

  /** @returns {Entry[]} every tab's */
  entries() {
    return entriesUnder(this.#prefix);
  }

  /**
   * Takes entries out that have arrived elsewhere, unless they say something newer by now.
   * @param {Iterable<Entry>} entries
   */
  settle(entries) {
    for (const { key, text } of entries) {
      attempt(() => localStorage.getItem(key) === text && localStorage.removeItem(key), null);
    }
  }
}

/**
 * @param {string} prefix
 * @returns {Entry[]} what localStorage holds under it; nothing where it is blocked
 */
export function entriesUnder(prefix) {
  return attempt(() => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => ({ key, text: localStorage.getItem(key) ?? "" }));
  }, []);
}

/**
 * @template Value
 * @param {() => Value} access
 * @param {Value} otherwise
 * @returns {Value}
 */
function attempt(access, otherwise) {
  try {
    return access();
  } catch {
    return otherwise;
  }
}
