/** A rubric's criteria as the page was built with them: one choice of a level each. */

/** @import { Point } from "../progress/record.js" */

export class Scoring {
  #criteria;
  element;

  /**
   * @param {HTMLElement} section
   * @param {() => void} onChange
   */
  constructor(section, onChange) {
    this.element = /** @type {HTMLElement} */ (section.querySelector("[data-rubric]"));
    this.#criteria = [
      .../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-criterion]")),
    ];
    for (const input of this.#criteria.flatMap(inputsOf)) input.disabled = false;
    this.element.addEventListener("change", onChange);
  }

  /** Shows the criteria: until then nobody writes to please them. */
  open() {
    this.element.toggleAttribute("data-open", true);
  }

  close() {
    this.element.toggleAttribute("data-open", false);
  }

  /** @returns {(number | null)[]} the level chosen for each criterion */
  get levels() {
    return this.#criteria.map((criterion) => {
      const chosen = inputsOf(criterion).find(({ checked }) => checked);
      return chosen ? Number(chosen.value) : null;
    });
  }

  /** @returns {Point[]} what the reader gave each criterion */
  get points() {
    return this.#criteria.map((criterion, index) => ({
      title: criterion.querySelector("legend")?.textContent ?? "",
      got: this.levels[index] ?? 0,
      of: inputsOf(criterion).length - 1,
    }));
  }

  get missing() {
    return this.levels.filter((level) => level === null).length;
  }

  get total() {
    return this.#criteria.length;
  }

  get score() {
    return this.levels.reduce((/** @type {number} */ sum, level) => sum + (level ?? 0), 0);
  }

  get best() {
    return this.#criteria.reduce((sum, criterion) => sum + inputsOf(criterion).length - 1, 0);
  }

  /** @returns {Record<string, number>} levels by id, so that they survive a new order of the criteria */
  get scores() {
    const pairs = this.levels.map((level, index) => [this.#criteria[index]?.dataset.criterion, level]);
    return Object.fromEntries(pairs.filter(([, level]) => level !== null));
  }

  set scores(scores) {
    for (const criterion of this.#criteria) {
      const level = String(scores[criterion.dataset.criterion ?? ""] ?? "");
      for (const input of inputsOf(criterion)) input.checked = input.value === level;
    }
  }

  focusMissing() {
    const first = this.#criteria[this.levels.indexOf(null)];
    if (!first) return;
    inputsOf(first)[0]?.focus({ preventScroll: true });
    first.scrollIntoView({ block: "nearest" });
  }
}

/** @param {HTMLElement} criterion */
function inputsOf(criterion) {
  return [...criterion.querySelectorAll("input")];
}
