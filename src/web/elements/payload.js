/** What only a check's script needs of its check: a file of its own, fetched when it is first wanted. */

import { fetchText } from "../fetch_text.js";
import { word } from "../words.js";

/** @import { CheckData } from "../types.js" */
/** @import { VerdictView } from "../views/verdict.js" */

/** @template Content */
export class Payload {
  #verdict;

  /**
   * @param {CheckData} data
   * @param {VerdictView} verdict where the reader is told that it can't be had
   */
  constructor(data, verdict) {
    /** Named by its content: another edition of the check has another one. */
    this.url = new URL(data.payload, document.baseURI);
    this.#verdict = verdict;
  }

  /** @returns {Promise<Content>} rejects when it can't be had; the next call tries again */
  async read() {
    return JSON.parse(await fetchText(this.url));
  }

  /** For help that was asked for. @returns {Promise<Content | null>} null when it can't be had */
  readToHelp() {
    return this.#readOr(() => this.#verdict.remark(word("ours.payload")));
  }

  /** For a verdict that was asked for, which is then "error". @returns {Promise<Content | null>} null likewise */
  readToJudge() {
    const text = `${word("verdict.ours")} ${word("ours.payload")}`;
    return this.#readOr(() => this.#verdict.announce("error", text, { ours: true }));
  }

  /**
   * @param {() => void} tell
   * @returns {Promise<Content | null>}
   */
  async #readOr(tell) {
    try {
      return await this.read();
    } catch (error) {
      tell();
      console.warn("prepbook:", error);
      return null;
    }
  }
}
