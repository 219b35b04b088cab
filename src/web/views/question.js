/** The field in which a reader answers a program's input(). */

import { freshId, h } from "../dom.js";
import { word } from "../words.js";

export class Question {
  #label = h("label");
  #field = h("input", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  #buttons;
  /** @type {(answer: string | null) => void} */
  #answer = () => {};

  constructor() {
    this.#field.id = this.#label.htmlFor = freshId("line");
    const end = h("button", { type: "button", class: "pb-button" }, word("ask.end"));
    this.#buttons = [h("button", { type: "submit", class: "pb-button" }, word("ask.send")), end];
    this.element = h("form", { class: "pb-ask", hidden: true }, this.#label, this.#field, ...this.#buttons);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#answered(this.#field.value);
    });
    end.addEventListener("click", () => this.#answered(null));
  }

  /**
   * @param {string} prompt what the program wrote on the line it waits on
   * @param {boolean} takeFocus whether the reader is at this program, so that the next key may go into the field
   * @returns {Promise<string | null>} a line; null: there is no more input
   */
  ask(prompt, takeFocus) {
    this.#label.textContent = prompt.trim() || word("ask.label");
    this.element.hidden = false;
    this.#setBusy(false);
    if (takeFocus) this.#field.focus();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** Takes the field away. Returns whether the focus was in it. */
  close() {
    const hadFocus = this.element.contains(document.activeElement);
    this.#answer = () => {};
    this.#field.value = "";
    this.element.hidden = true;
    return hadFocus;
  }

  /** @param {string | null} answer */
  #answered(answer) {
    if (this.#field.readOnly) return;
    this.#setBusy(true);
    this.#field.value = "";
    this.#answer(answer);
  }

  /**
   * While the program runs the field stays, so that a keyboard reader keeps the place.
   * @param {boolean} busy
   */
  #setBusy(busy) {
    this.#field.readOnly = busy;
    for (const button of this.#buttons) button.toggleAttribute("aria-disabled", busy);
  }
}
