/** What a Reset took can be brought back: a line that says so, with a button. */

import { h } from "../dom.js";
import { word } from "../words.js";

export class UndoNote {
  element = h("p", { class: "pb-note", hidden: true });

  /**
   * @param {string} text what happened
   * @param {() => void} undo
   */
  offer(text, undo) {
    const back = h("button", { type: "button", class: "pb-link" }, word("button.undo-reset"));
    back.addEventListener("click", () => {
      this.withdraw();
      undo();
    });
    this.element.replaceChildren(text, " ", back);
    this.element.hidden = false;
  }

  withdraw() {
    this.element.hidden = true;
  }
}
