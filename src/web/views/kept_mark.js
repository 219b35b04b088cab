/** One quiet line below a check's title: when it was solved, and with what help; kept over visits. */

import { h } from "../dom.js";
import { word } from "../words.js";

/** @import { KeptAttempt } from "../progress/item.js" */
/** @import { ItemRecord } from "../progress/record.js" */

export class KeptMark {
  #record;
  #forget;
  element = h("p", { class: "pb-kept", hidden: true });

  /**
   * @param {HTMLElement} section
   * @param {ItemRecord} record
   */
  constructor(section, record) {
    this.#record = record;
    section.querySelector(".pb-meta")?.after(this.element);
    this.#forget = record.onChange(() => this.#draw());
    this.#draw();
  }

  /** The element leaves the page. */
  leave() {
    this.#forget();
  }

  #draw() {
    const text = inWords(this.#record.kept().attempts);
    this.element.textContent = text;
    this.element.hidden = text === "";
  }
}

/** @param {KeptAttempt[]} attempts */
function inWords(attempts) {
  const judged = attempts.filter(({ verdict }) => verdict !== "stopped");
  const solved = judged.findLast(({ verdict }) => verdict === "passed");
  const told = solved ?? judged.at(-1);
  if (!told) return "";
  const date = dateInWords(told.at);
  if (!solved) return word("kept.tried", { date });
  return word(solved.helped ? `kept.solved-${solved.helped}` : "kept.solved", { date });
}

/** @param {number} at */
export function dateInWords(at) {
  return new Date(at).toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
}
