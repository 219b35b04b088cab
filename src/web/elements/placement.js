/** Placing oneself: answers that nobody judges, and predictions of what each of several documents makes of them. */

import { h } from "../dom.js";
import { judgePredictions, place } from "../judging/placement.js";
import { documentAsks, outcomeOf, says, sideBySide } from "../views/placement.js";
import { word } from "../words.js";
import "./placement_words.js";

/** @import { PlacementPayload } from "../types.js" */
/** @import { Answers } from "../judging/placement.js" */
/** @import { Judged, Mark } from "./exercise.js" */

export class PlacementFace {
  kind = "placement";
  #questions;
  #menus;

  /**
   * @param {HTMLElement} task
   * @param {(item: Element) => void} changed
   */
  constructor(task, changed) {
    this.#questions = /** @type {HTMLElement[]} */ ([...task.querySelectorAll("[data-question]")]).map(
      (item) => new QuestionField(item),
    );
    const documents = [...task.querySelectorAll("[data-item]")];
    this.#menus = documents.map((item) => /** @type {HTMLSelectElement} */ (item.querySelector("select")));
    for (const menu of this.#menus) menu.disabled = false;
    for (const item of [...this.#questions.map((question) => question.item), ...documents])
      item.addEventListener("change", () => changed(item));
  }

  read() {
    return { answers: this.#answers(), predictions: this.#menus.map(({ value }) => value || null) };
  }

  /** @param {any} draft */
  write(draft) {
    for (const question of this.#questions) question.set(draft?.answers?.[question.id]);
    this.#menus.forEach((menu, index) => {
      menu.value = draft?.predictions?.[index] ?? "";
      if (menu.selectedIndex < 0) menu.value = "";
    });
  }

  gap() {
    const { predictions } = this.read();
    const missing = this.#unanswered() + predictions.filter((prediction) => prediction === null).length;
    return missing > 0 ? word("placement.unanswered", { missing }) : null;
  }

  /**
   * @param {PlacementPayload} payload
   * @returns {Judged}
   */
  judge(payload) {
    const { answers, predictions } = this.read();
    const { passed, total, right, placed } = judgePredictions(payload.documents, answers, predictions);
    const marks = placed.map((each, index) => {
      /** @type {Mark["outcome"]} */
      const outcome = right[index] ? "right" : "wrong";
      return { outcome, title: word(`mark.${outcome}`), nodes: outcomeOf(payload, each, answers) };
    });
    const predicted = this.#menus.map((menu) => menu.selectedOptions[0]?.text ?? "");
    return { passed, total, marks, after: sideBySide(payload, placed, predicted) };
  }

  /** @param {PlacementPayload} payload */
  answers(payload) {
    const answers = this.#unanswered() === 0 ? this.#answers() : null;
    return payload.documents.map((document) => {
      const named = answers ? ` ${says(place(document, answers))}` : "";
      const title = h("p", {}, h("strong", {}, document.title), named);
      return h("div", { class: "pb-prose pb-right" }, title, ...documentAsks(payload, document));
    });
  }

  #unanswered() {
    return this.#questions.filter((question) => question.get() === null).length;
  }

  /** @returns {Answers} */
  #answers() {
    return Object.fromEntries(this.#questions.map((question) => [question.id, question.get() ?? ""]));
  }
}

/** One question's buttons. */
class QuestionField {
  #inputs;

  /** @param {HTMLElement} item */
  constructor(item) {
    this.item = item;
    this.id = item.dataset.question ?? "";
    this.#inputs = [...item.querySelectorAll("input")];
    for (const input of this.#inputs) input.disabled = false;
  }

  get() {
    return this.#inputs.find((input) => input.checked)?.value ?? null;
  }

  /** @param {unknown} option */
  set(option) {
    for (const input of this.#inputs) input.checked = input.value === option;
  }
}
