/** Hints, one at a time, and the solution, apart from them. */

import { authored, h } from "../dom.js";
import { word } from "../words.js";

/** @import { CodePayload } from "../types.js" */

export class Hints {
  #shown = 0;
  element = h("div", { class: "pb-hints", "aria-live": "polite", hidden: true });

  /**
   * Shows the next hint.
   * @param {string[]} hints authored HTML, from a nudge to nearly the answer
   * @returns {boolean} whether more are left
   */
  next(hints) {
    const html = hints[this.#shown];
    if (html === undefined) return false;
    this.#shown += 1;
    const title = word("hint.title", { number: this.#shown, total: hints.length });
    this.element.append(
      h(
        "div",
        { class: "pb-card" },
        h("p", { class: "pb-card-title" }, title),
        h("div", { class: "pb-prose" }, authored(html)),
      ),
    );
    this.element.hidden = false;
    return this.#shown < hints.length;
  }
}

export class SolutionView {
  element = h("div", { class: "pb-solution", tabindex: "-1", hidden: true });
  #isShown = false;

  /** Whether the solution itself is on the page. */
  get isShown() {
    return this.#isShown;
  }

  /**
   * Asks, in the page, before a reader who hasn't tried sees the solution.
   * @param {() => void} onYes
   * @param {() => void} onNo
   */
  ask(onYes, onNo) {
    const yes = choice("solution.yes", onYes);
    const no = choice("solution.no", () => {
      this.element.hidden = true;
      onNo();
    });
    this.element.replaceChildren(
      h("div", { class: "pb-card" }, h("p", {}, word("solution.ask")), h("p", { class: "pb-bar" }, yes, no)),
    );
    this.element.hidden = false;
    no.focus();
  }

  /** @param {Node[]} content */
  show(content) {
    this.#isShown = true;
    const title = h("p", { class: "pb-card-title" }, word("solution.title"));
    this.element.replaceChildren(h("div", { class: "pb-card" }, title, ...content));
    this.element.hidden = false;
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }
}

/**
 * What a code check's solution shows: the code, why it works, and questions to answer aloud.
 * @param {CodePayload} payload
 * @returns {Node[]}
 */
export function codeSolution({ solution, follow_ups: followUps }) {
  const lines = h("pre", {}, h("code", { tabindex: 0 }, authored(solution.code_html)));
  const code = h("div", { class: "pb-solution-code highlight" }, lines);
  const why = h("div", { class: "pb-prose" }, authored(solution.html));
  if (!followUps?.length) return [code, why];
  const title = h("p", { class: "pb-card-title" }, word("follow-ups.title"));
  return [code, why, title, ...followUps.map(followUp)];
}

/** @param {{question: string, answer: string}} followUp */
function followUp({ question, answer }) {
  return h(
    "details",
    { class: "pb-follow-up" },
    h("summary", {}, authored(question)),
    h("p", { class: "pb-label" }, word("follow-ups.answer")),
    h("div", { class: "pb-prose" }, authored(answer)),
  );
}

/**
 * @param {string} key
 * @param {() => void} act
 */
function choice(key, act) {
  const button = h("button", { type: "button", class: "pb-button" }, word(key));
  button.addEventListener("click", act);
  return button;
}
