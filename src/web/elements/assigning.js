/** Answering by giving each item one of several choices: from a menu (match), or with buttons (classify). */

import { authored, h, withoutCitations } from "../dom.js";
import { judgeAssignment } from "../judging/assignment.js";
import { word } from "../words.js";

/** @import { AssignmentPayload } from "../types.js" */
/** @import { Mark } from "./exercise.js" */

/** @typedef {{item: Element, get: () => string | null, set: (choice: string | null) => void}} Field */

class AssignmentFace {
  #fields;

  /**
   * @param {string} kind
   * @param {HTMLElement} task
   * @param {(item: Element) => Field} fieldOf
   * @param {(item: Element) => void} changed
   */
  constructor(kind, task, fieldOf, changed) {
    this.kind = kind;
    this.#fields = [...task.querySelectorAll("[data-item]")].map(fieldOf);
    for (const { item } of this.#fields) item.addEventListener("change", () => changed(item));
  }

  read() {
    return this.#fields.map((field) => field.get());
  }

  /** @param {unknown} draft */
  write(draft) {
    const choices = Array.isArray(draft) ? draft : [];
    this.#fields.forEach((field, index) => {
      field.set(typeof choices[index] === "string" ? choices[index] : null);
    });
  }

  gap() {
    const missing = this.read().filter((choice) => choice === null).length;
    return missing > 0 ? word("choose.unanswered", { missing }) : null;
  }

  /** @param {AssignmentPayload} payload */
  judge({ items }) {
    const { passed, total, marks } = judgeAssignment(items, this.read());
    return { passed, total, marks: marks.map(asMark) };
  }

  /** @param {AssignmentPayload} payload */
  answers({ items, choices }) {
    return items.map(({ answer, right }, index) => {
      const text = this.#fields[index]?.item.querySelector("legend, .pb-item-text");
      return h(
        "div",
        { class: "pb-prose pb-right" },
        h("p", {}, ...withoutCitations(text)),
        h("p", {}, h("strong", {}, choices[answer] ?? answer)),
        authored(right),
      );
    });
  }
}

export class MatchFace extends AssignmentFace {
  /**
   * @param {HTMLElement} task
   * @param {(item: Element) => void} changed
   */
  constructor(task, changed) {
    super("match", task, menuOf, changed);
  }
}

export class ClassifyFace extends AssignmentFace {
  /**
   * @param {HTMLElement} task
   * @param {(item: Element) => void} changed
   */
  constructor(task, changed) {
    super("classify", task, buttonsOf, changed);
  }
}

/**
 * @param {Element} item
 * @returns {Field}
 */
function menuOf(item) {
  const menu = /** @type {HTMLSelectElement} */ (item.querySelector("select"));
  menu.disabled = false;
  const set = (/** @type {string | null} */ choice) => {
    menu.value = choice ?? "";
    if (menu.selectedIndex < 0) menu.value = "";
  };
  return { item, get: () => menu.value || null, set };
}

/**
 * @param {Element} item
 * @returns {Field}
 */
function buttonsOf(item) {
  const inputs = [...item.querySelectorAll("input")];
  for (const input of inputs) input.disabled = false;
  const set = (/** @type {string | null} */ choice) => {
    for (const input of inputs) input.checked = input.value === choice;
  };
  return { item, get: () => inputs.find((input) => input.checked)?.value ?? null, set };
}

/**
 * @param {{right: boolean, feedback: string}} mark
 * @returns {Mark}
 */
function asMark({ right, feedback }) {
  const outcome = right ? "right" : "wrong";
  return { outcome, title: word(`mark.${outcome}`), html: feedback };
}
