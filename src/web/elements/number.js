/** Answering with figures: a box per part, which says at once how it reads what is typed. */

import { authored, h, withoutCitations } from "../dom.js";
import { judgeFigure } from "../judging/number.js";
import { parseNumber } from "../judging/parse_number.js";
import { figure, marks, word } from "../words.js";

/** @import { NumberPart, NumberPayload } from "../types.js" */
/** @import { FigureVerdict } from "../judging/number.js" */
/** @import { Mark } from "./exercise.js" */

export class NumberFace {
  kind = "number";
  #parts;

  /**
   * @param {HTMLElement} task
   * @param {(item: Element) => void} changed
   * @param {() => void} submit
   */
  constructor(task, changed, submit) {
    this.#parts = [...task.querySelectorAll("fieldset")].map((item) => new PartBox(item));
    for (const part of this.#parts) {
      part.input.disabled = false;
      part.input.addEventListener("input", () => {
        part.reread();
        changed(part.item);
      });
      part.input.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.isComposing) submit();
      });
    }
  }

  read() {
    return this.#parts.map(({ input }) => input.value);
  }

  /** @param {unknown} draft */
  write(draft) {
    const texts = Array.isArray(draft) ? draft : [];
    this.#parts.forEach((part, index) => {
      part.input.value = typeof texts[index] === "string" ? texts[index] : "";
      part.reread();
    });
  }

  /** One figure is enough to be judged: the next may build on it. */
  gap() {
    const unreadable = this.#parts.find((part) => part.text !== "" && part.value === null);
    unreadable?.input.focus();
    if (unreadable) return word("number.unreadable", { text: unreadable.text });
    return this.#parts.some((part) => part.text !== "") ? null : word("number.unanswered");
  }

  /** @param {NumberPayload} payload */
  judge({ parts }) {
    const marks = parts.map((part, index) => markOf(part, this.#parts[index]?.value ?? null));
    return { passed: marks.filter(({ outcome }) => outcome === "right").length, total: parts.length, marks };
  }

  /** @param {NumberPayload} payload */
  answers({ parts }) {
    return parts.map(({ answers, unit, right }, index) => {
      const figures = answers.map((answer) => figure(answer)).join(` ${word("number.or")} `);
      const asked = this.#parts[index]?.item.querySelector("legend");
      return h(
        "div",
        { class: "pb-prose pb-right" },
        h("p", {}, ...withoutCitations(asked)),
        h("p", {}, h("strong", {}, `${figures} ${unit}`)),
        authored(right),
      );
    });
  }
}

/** One part's box. */
class PartBox {
  #reading;
  #unit;

  /** @param {HTMLFieldSetElement} item */
  constructor(item) {
    this.item = item;
    this.input = /** @type {HTMLInputElement} */ (item.querySelector("input"));
    this.#reading = item.querySelector(".pb-read");
    this.#unit = item.querySelector(".pb-unit")?.textContent ?? "";
  }

  get text() {
    return this.input.value.trim();
  }

  get value() {
    return parseNumber(this.text, this.#unit, marks());
  }

  /** Says how the text is read, for a comma means different things to different people. */
  reread() {
    const value = this.value;
    const isReadable = this.text === "" || value !== null;
    if (isReadable) this.input.removeAttribute("aria-invalid");
    else this.input.setAttribute("aria-invalid", "true");
    const read = value === null ? "" : word("number.read", { figure: figure(value) });
    this.#reading?.replaceChildren(isReadable ? read : word("number.unreadable-yet"));
  }
}

/**
 * @param {NumberPart} part
 * @param {number | null} value
 * @returns {Mark}
 */
function markOf(part, value) {
  if (value === null) return { outcome: "missed", title: word("number.empty") };
  const verdict = judgeFigure(part, value);
  if (verdict.name === "right") return { outcome: "right", title: word("mark.right"), html: part.right };
  const html = verdict.likely === undefined ? undefined : part.likely[verdict.likely]?.feedback;
  return { outcome: "wrong", title: wrongTitle(verdict), html };
}

/** @param {FigureVerdict} verdict */
function wrongTitle({ name, factor = 1 }) {
  if (name === "likely") return word("mark.wrong");
  if (name !== "factor") return word(`number.${name}`);
  const times = figure(factor > 1 ? factor : 1 / factor, 4);
  return word(factor > 1 ? "number.times-high" : "number.times-low", { times });
}
