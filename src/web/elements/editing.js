/** A section's code box with its kept text: what snippets and code checks share about writing. */

import { CodeBox } from "../code_box.js";
import { freshId, h } from "../dom.js";
import { textOf } from "../plain_box.js";
import { recordOf } from "../progress/record.js";
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
  #box;
  #host;
  #section;
  #forget;

  /** @param {EditingOptions} options */
  constructor({ section, id, label, original, onSubmit, onLeave }) {
    const host = /** @type {HTMLElement} */ (section.querySelector(".pb-code"));
    const code = /** @type {HTMLElement} */ (host.querySelector("code") ?? host);
    this.original = original ?? textOf(code);
    this.#section = section;
    this.#host = host;
    this.record = recordOf(id);
    this.help = h("p", { class: "pb-help", id: freshId("help") }, word("code.help", { keys: RUN_KEYS }));
    this.note = h("p", { class: "pb-note", hidden: true });
    host.after(this.help, this.note);
    const onChange = (/** @type {string} */ text) => this.#changed(text);
    this.#box = new CodeBox(host, code, { label, describedBy: this.help.id, onChange, onSubmit, onLeave });
    this.#restore();
    this.#forget = this.record.onElsewhere(() => this.#elsewhere());
  }

  get text() {
    return this.#box.text;
  }

  /** Writes what is still waiting to be kept; the element leaves the page. */
  leave() {
    this.#forget();
    this.record.flush();
  }

  /** Brings the original back and offers to undo that. */
  reset() {
    const before = this.text;
    this.#replace(this.original);
    if (before !== this.original) this.#offer("code.was-reset", "button.undo-reset", before);
  }

  /** A box that is being typed in is left alone. */
  #elsewhere() {
    const before = this.text;
    const theirs = this.#kept;
    if (theirs === before) return;
    if (this.#isTypedIn()) return this.#offer("code.elsewhere", "code.elsewhere.show", theirs);
    this.#replace(theirs);
    this.#offer("code.from-elsewhere", "code.from-elsewhere.undo", before);
  }

  #isTypedIn() {
    return document.hasFocus() && this.#host.contains(document.activeElement);
  }

  /** @returns {string} what was kept last; the original where that is nothing */
  get #kept() {
    const value = this.record.kept().draft?.value;
    return typeof value === "string" ? value : this.original;
  }

  /**
   * @param {string} said key of what has happened
   * @param {string} label key of what the reader may do about it
   * @param {string} text which that brings into the box
   */
  #offer(said, label, text) {
    const button = h("button", { type: "button", class: "pb-link" }, word(label));
    button.addEventListener("click", () => {
      this.#replace(text);
      this.#box.focus();
    });
    this.note.replaceChildren(word(said), " ", button);
    this.note.hidden = false;
  }

  /** @param {string} text */
  #replace(text) {
    this.#box.text = text;
    this.#changed(text);
  }

  /** @param {string} text */
  #changed(text) {
    const isOriginal = text === this.original;
    this.record.keep(isOriginal ? null : text);
    this.#section.toggleAttribute("data-edited", !isOriginal);
    this.note.hidden = true;
  }

  #restore() {
    const kept = this.#kept;
    if (kept === this.original) return;
    this.#box.text = kept;
    this.#section.toggleAttribute("data-edited", true);
    this.note.textContent = word("code.kept");
    this.note.hidden = false;
  }
}
