/** What a program printed, as text and never as markup, with the messages that end a run. */

import { h } from "../dom.js";
import { word } from "../words.js";

/** @import { LearnerError, Stream } from "../types.js" */

export class OutputView {
  #built;
  /** @type {{stream: Stream, text: Text} | null} */
  #last = null;
  #isMarked = true;

  /** @param {HTMLElement} element the [data-output] element; what it holds now is what the build printed */
  constructor(element) {
    this.element = element;
    this.#built = [...element.childNodes];
  }

  /** An empty output, ready for a run. */
  clear() {
    this.element.removeAttribute("data-built");
    this.element.replaceChildren();
    this.#last = null;
    this.#isMarked = false;
    this.element.hidden = false;
  }

  /** What the page said before any run. */
  restore() {
    this.clear();
    this.element.replaceChildren(...this.#built);
    this.element.hidden = this.#built.length === 0;
    if (this.#built.length > 0) this.element.setAttribute("data-built", "");
    this.#isMarked = true;
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  write(stream, text) {
    if (this.#last?.stream === stream) this.#last.text.appendData(text);
    else this.#last = { stream, text: this.#open(stream, text) };
    this.#mark();
  }

  /** Whether the program has printed. */
  get isEmpty() {
    return this.#last === null;
  }

  /**
   * @param {string} text
   * @param {"note" | "fault" | "error"} tone
   */
  say(text, tone = "note") {
    this.element.append(h("p", { class: `pb-say pb-say--${tone}` }, text));
    this.#mark();
  }

  /** @param {string} value the repr of the program's last expression */
  result(value) {
    this.element.append(h("p", { class: "pb-label" }, word("output.result")), h("pre", {}, value));
    this.#mark();
  }

  /** @param {LearnerError} error */
  error(error) {
    const { line } = error;
    this.say(line === null ? word("output.error") : word("output.error-line", { line }), "error");
    this.element.append(
      h("pre", { class: "pb-traceback" }, error.traceback || `${error.type}: ${error.message}`),
    );
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  #open(stream, text) {
    const node = document.createTextNode(text);
    const block = h("pre", { class: `pb-${stream}`, "data-stream": stream }, node);
    if (stream === "stderr") this.element.append(h("p", { class: "pb-label" }, word("output.stderr")));
    this.element.append(block);
    return node;
  }

  #mark() {
    if (!this.#isMarked) performance.mark("prepbook:output");
    this.#isMarked = true;
  }
}
