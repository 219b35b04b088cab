/** Says in words, and with a bar during the first download, what Python is doing before it runs. */

import { h } from "../dom.js";
import { decimal, word } from "../words.js";

const MB = 1_000_000;

export class Progress {
  #text = h("span");
  #bar = h("progress", { max: 1 });

  constructor() {
    this.#bar.setAttribute("aria-label", word("state.starting"));
    this.element = h("div", { class: "pb-progress", hidden: true }, this.#text, this.#bar);
  }

  /** @param {string} text */
  say(text) {
    this.#text.textContent = text;
    this.#bar.hidden = true;
    this.element.hidden = false;
  }

  /**
   * @param {number} done bytes
   * @param {number} total bytes
   */
  download(done, total) {
    if (done >= total) return this.say(word("state.starting"));
    this.say(word("state.downloading", { done: decimal(done / MB, 1), total: decimal(total / MB, 1) }));
    this.#bar.hidden = false;
    this.#bar.value = done / total;
  }

  hide() {
    this.element.hidden = true;
  }
}
