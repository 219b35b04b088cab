/** A section's code box with its kept text: what snippets and code checks share about writing. */

import { answerSlot } from "../answers.js";
import { CodeBox } from "../code_box.js";
import { getContext } from "../context.js";
import { freshId, h } from "../dom.js";
import { textOf } from "../plain_box.js";
import { word } from "../words.js";

const RUN_KEYS = /Mac|iP(hone|ad)/.test(navigator.platform) ? "⌘ Enter" : "Ctrl+Enter";

/**
 * @typedef {object} EditingOptions
 * @property {HTMLElement} section
 * @property {string} id under which the text is kept
 * @property {string} label accessible name of the box
 * @property {string} [original] the text Reset brings back; by default the page's
 * @property {() => void} onSubmit Ctrl+Enter
 * @property {() => void} onLeave Escape
 */

export class Editing {
  #slot;
  #box;
  #section;
  /** @type {string | null} the text a Reset replaced */
  #undo = null;

  /** @param {EditingOptions} options */
  constructor({ section, id, label, original, onSubmit, onLeave }) {
    const host = /** @type {HTMLElement} */ (section.querySelector(".pb-code"));
    const code = /** @type {HTMLElement} */ (host.querySelector("code") ?? host);
    this.original = original ?? textOf(code);
    this.#section = section;
    this.#slot = answerSlot(getContext().base.pathname, id);
    this.help = h("p", { class: "pb-help", id: freshId("help") }, word("code.help", { keys: RUN_KEYS }));
    this.note = h("p", { class: "pb-note", hidden: true });
    host.after(this.help, this.note);
    const onChange = (/** @type {string} */ text) => this.#changed(text);
    this.#box = new CodeBox(host, code, { label, describedBy: this.help.id, onChange, onSubmit, onLeave });
    this.#restore();
  }

  get text() {
    return this.#box.text;
  }

  /** Writes what is still waiting to be kept. */
  flush() {
    this.#slot.flush();
  }

  /** Brings the original back and offers to undo that. */
  reset() {
    const before = this.text;
    this.#replace(this.original);
    if (before === this.original) return;
    this.#undo = before;
    const undo = h("button", { type: "button", class: "pb-link" }, word("button.undo-reset"));
    undo.addEventListener("click", () => this.#undoReset());
    this.note.replaceChildren(word("code.was-reset"), " ", undo);
    this.note.hidden = false;
  }

  #undoReset() {
    if (this.#undo !== null) this.#replace(this.#undo);
    this.#box.focus();
  }

  /** @param {string} text */
  #replace(text) {
    this.#box.text = text;
    this.#changed(text);
  }

  /** @param {string} text */
  #changed(text) {
    const isOriginal = text === this.original;
    this.#slot.save(isOriginal ? null : text);
    this.#section.toggleAttribute("data-edited", !isOriginal);
    this.#undo = null;
    this.note.hidden = true;
  }

  #restore() {
    const kept = this.#slot.load();
    if (kept === null || kept === this.original) return;
    this.#box.text = kept;
    this.#section.toggleAttribute("data-edited", true);
    this.note.textContent = word("code.kept");
    this.note.hidden = false;
  }
}
