/** What a program printed, as text and never as markup, with the messages that end a run. */

import { h } from "../dom.js";
import { keepReachable } from "../scrolling.js";
import { word } from "../words.js";
import { explanation } from "./explanation.js";
import { Replay } from "./replay.js";
import { matchSchemes, richElement } from "./rich.js";

/** @import { LearnerError, Rich, Stream } from "../types.js" */

export class OutputView {
  #built;
  /** @type {{stream: Stream, text: Text} | null} */
  #last = null;
  #replay = this.#newReplay();
  #isCapped = false;
  #isMarked = true;

  /** @param {HTMLElement} element the [data-output] element; what it holds now is what the build printed */
  constructor(element) {
    this.element = element;
    this.#built = [...element.childNodes];
    matchSchemes(element);
    keepReachable(element);
  }

  /** An empty output, ready for a run. */
  clear() {
    this.#empty();
    this.#replay = this.#newReplay();
    this.#isMarked = false;
  }

  /** The program starts over: what it repeats is not shown twice. */
  again() {
    this.#replay.again();
  }

  #newReplay() {
    return new Replay(
      (stream, text) => this.#show(stream, text),
      () => this.#empty(),
    );
  }

  #empty() {
    this.element.removeAttribute("data-built");
    this.element.replaceChildren();
    this.#last = null;
    this.#isCapped = false;
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
    this.#replay.write(stream, text);
  }

  /** @param {number} limit kilobytes, after which the rest is dropped */
  cap(limit) {
    if (!this.#isCapped) this.say(word("output.capped", { limit }), "error");
    this.#isCapped = true;
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  #show(stream, text) {
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
   * @param {{label: string, act: () => void}} [action] what the reader can do about it
   */
  say(text, tone = "note", action) {
    const button = action && h("button", { type: "button", class: "pb-link" }, action.label);
    button?.addEventListener("click", action?.act ?? (() => {}), { once: true });
    this.element.append(h("p", { class: `pb-say pb-say--${tone}` }, text, button && " ", button));
    this.#mark();
  }

  /**
   * @param {string} value the repr of the program's last expression
   * @param {Rich | null} [rich] how the value shows itself
   */
  result(value, rich) {
    const shown = rich && richElement(rich);
    if (shown) this.element.append(shown);
    else this.element.append(h("p", { class: "pb-label" }, word("output.result")), h("pre", {}, value));
    this.#mark();
  }

  /** @param {LearnerError} error */
  error(error) {
    const { line } = error;
    this.say(line === null ? word("output.error") : word("output.error-line", { line }), "error");
    const explained = explanation(error);
    if (explained) this.element.append(explained);
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
    const inline = stream === "stdin" ? h("span", { class: "pb-stdin" }, node) : node;
    const last =
      this.#last && this.#last.stream !== "stderr" && this.#last.text.parentElement?.closest("pre");
    if (stream !== "stderr" && last) {
      last.append(inline); // An answer stands where a terminal would show it: behind its prompt.
      return node;
    }
    if (stream === "stderr") this.element.append(h("p", { class: "pb-label" }, word("output.stderr")));
    this.element.append(h("pre", { class: `pb-${stream}`, "data-stream": stream }, inline));
    return node;
  }

  #mark() {
    if (!this.#isMarked) performance.mark("prepbook:output");
    this.#isMarked = true;
  }
}
