/** A box to write code in: the page's own <code> at first, the real editor once a reader touches it. */

import { editInPlace, selectionIn, textOf } from "./plain_box.js";

/** @import { Editor, EditorOptions } from "./types.js" */

const TOUCHES = ["pointerenter", "pointerdown", "focusin"];

export class CodeBox {
  #host;
  #code;
  #options;
  /** @type {Editor} */
  #editor;
  #pressed = false;
  #composing = false;
  #asked = false;

  /**
   * @param {HTMLElement} host the .pb-code element around the static <pre><code>
   * @param {HTMLElement} code
   * @param {Omit<EditorOptions, "text" | "selection">} options
   */
  constructor(host, code, options) {
    this.#host = host;
    this.#code = code;
    this.#options = { ...options, text: "", selection: { anchor: 0, head: 0 } };
    this.#editor = editInPlace(code, this.#options);
    this.#watch();
  }

  /** @returns {string} what the reader sees */
  get text() {
    return this.#editor.getText();
  }

  set text(text) {
    this.#editor.setText(text);
  }

  focus() {
    this.#editor.focus();
  }

  /** Loads the editor on the first touch; a chunk that doesn't load leaves the plain box in place. */
  #watch() {
    for (const touch of TOUCHES) this.#host.addEventListener(touch, () => this.#upgrade(), { passive: true });
    this.#host.addEventListener("compositionstart", () => (this.#composing = true));
    this.#host.addEventListener("compositionend", () => (this.#composing = false));
    this.#host.addEventListener("pointerdown", () => {
      this.#pressed = true;
      const up = () => (this.#pressed = false);
      for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, up, { once: true });
    });
  }

  async #upgrade() {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const { createEditor } = await import("./editor.js");
      await this.#quiet();
      if (this.#host.isConnected) this.#swap(createEditor);
      else this.#asked = false;
    } catch (error) {
      console.warn("prepbook: the editor could not be loaded; the plain box stays:", error);
      this.#asked = false;
    }
  }

  /** Not in the middle of a drag or of composing a character: both would be cut off. */
  async #quiet() {
    while (this.#pressed || this.#composing) await new Promise((resolve) => setTimeout(resolve, 30));
  }

  /**
   * In one go, so that no key falls between the two.
   * @param {typeof import("./editor.js").createEditor} createEditor
   */
  #swap(createEditor) {
    const text = textOf(this.#code);
    const selection = selectionIn(this.#code);
    const focused = document.activeElement === this.#code;
    const editor = createEditor({ ...this.#options, text, selection: selection ?? { anchor: 0, head: 0 } });
    this.#editor.destroy();
    this.#editor = editor;
    this.#host.replaceChildren(editor.element);
    this.#host.classList.add("pb-code--live");
    if (focused) editor.focus();
  }
}
