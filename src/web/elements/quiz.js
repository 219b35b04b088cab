/** A quiz: options to choose, feedback for each one chosen, as often as wanted. */

import { authored, h, withoutCitations } from "../dom.js";
import { recordOf } from "../progress/record.js";
import { scoreQuiz } from "../verdict.js";
import { Hints, SolutionView } from "../views/ladder.js";
import { Toolbar } from "../views/toolbar.js";
import { VerdictView } from "../views/verdict.js";
import { word } from "../words.js";
import { Payload } from "./payload.js";

/** @import { CheckData, QuizPayload } from "../types.js" */

export class Quiz {
  #section;
  #payload;
  #questions;
  #record;
  #forget;
  #verdict;
  #toolbar;
  #hints = new Hints();
  #solution = new SolutionView();

  /**
   * @param {HTMLElement} section
   * @param {CheckData} data
   */
  constructor(section, data) {
    this.#section = section;
    this.#questions = [...section.querySelectorAll("fieldset[data-question]")];
    this.#record = recordOf(`check:${section.dataset.check}`);
    this.#verdict = new VerdictView(section);
    /** @type {Payload<QuizPayload>} */
    this.#payload = new Payload(data, this.#verdict);
    this.#toolbar = new Toolbar(this.#actions());
    this.#enable();
    this.#forget = this.#record.onElsewhere(() => this.#restore());
    const below = [this.#toolbar, this.#verdict, this.#hints, this.#solution];
    this.#questions.at(-1)?.after(...below.map(({ element }) => element));
  }

  #actions() {
    const place = /** @type {HTMLElement | null} */ (this.#section.querySelector("[data-hints]"));
    const hint = Number(place?.dataset.hints) > 0 ? { hint: () => this.#hint() } : {};
    return { check: () => this.check(), reset: () => this.#reset(), ...hint, solution: () => this.#ask() };
  }

  async #hint() {
    const payload = await this.#payload.readToHelp();
    if (!payload) return;
    this.#record.helped("hint");
    if (!this.#hints.next(payload.hints)) this.#toolbar.disable("hint");
  }

  /** Scores what is chosen and puts feedback under it. */
  async check() {
    const chosen = this.#chosen();
    const missing = chosen.filter((places) => places.length === 0).length;
    this.#clear();
    if (missing > 0) return this.#verdict.remark(word("quiz.unanswered", { missing }));
    const payload = await this.#payload.readToJudge();
    if (payload) this.#show(payload.questions, chosen);
    this.#section.dataset.state = "done";
  }

  stop() {
    this.#record.flush();
    this.#forget();
  }

  /**
   * @param {QuizPayload["questions"]} questions
   * @param {number[][]} chosen
   */
  #show(questions, chosen) {
    const { passed, total, right } = scoreQuiz(questions, chosen);
    const name = passed === total ? "passed" : "failed";
    this.#questions.forEach((question, index) => {
      question.setAttribute("data-outcome", right[index] ? "passed" : "failed");
      for (const place of chosen[index] ?? []) {
        const option = questions[index]?.options[place];
        if (option) this.#explain(question, place, option);
      }
      if (!right[index] && isOnlyIncomplete(questions[index], chosen[index])) {
        question.append(
          h("p", { class: "pb-option-feedback", "data-outcome": "missed" }, word("quiz.incomplete")),
        );
      }
    });
    this.#verdict.announce(name, word(`quiz.${name}`, { passed, total }));
    const account = { said: word("quiz.came-to", { passed, total }), points: this.#points(right) };
    this.#record.attempted({ verdict: name, score: passed, of: total }, account);
  }

  /** @param {boolean[]} right whether each question is */
  #points(right) {
    return this.#questions.map((question, index) => ({
      title: asked(question),
      got: Number(right[index]),
      of: 1,
      said: word(right[index] ? "quiz.right" : "quiz.wrong"),
    }));
  }

  /**
   * @param {Element} question
   * @param {number} place
   * @param {{correct: boolean, feedback: string}} option
   */
  #explain(question, place, { correct, feedback }) {
    const label = question.querySelectorAll("label.pb-option")[place];
    const outcome = correct ? "right" : "wrong";
    const title = h("strong", {}, `${word(`quiz.${outcome}`)}. `);
    label?.setAttribute("data-outcome", outcome);
    label?.after(
      h("div", { class: "pb-option-feedback", "data-outcome": outcome }, title, authored(feedback)),
    );
  }

  #ask() {
    if (this.#record.kept().attempts.length > 0) this.#reveal();
    else
      this.#solution.ask(
        () => this.#reveal(),
        () => this.#toolbar.focus(),
      );
  }

  /** Chooses nothing for the reader: shows each right option with its reason. */
  async #reveal() {
    const payload = await this.#payload.readToHelp();
    if (!payload) return;
    const { questions, solution } = payload;
    this.#record.helped("solution");
    const right = this.#questions.map((question, index) => rightOptions(question, questions[index]));
    this.#solution.show([...right, h("div", { class: "pb-prose" }, authored(solution))]);
  }

  #reset() {
    for (const input of this.#inputs()) input.checked = false;
    this.#clear();
    this.#record.keep(null);
    this.#section.dataset.state = "idle";
  }

  #clear() {
    this.#verdict.clear();
    for (const old of this.#section.querySelectorAll(".pb-option-feedback")) old.remove();
    for (const marked of this.#section.querySelectorAll("[data-outcome]"))
      marked.removeAttribute("data-outcome");
  }

  /** Brings back what was chosen on an earlier visit, and keeps what is chosen now. */
  #enable() {
    this.#restore();
    for (const input of this.#inputs()) input.disabled = false;
    this.#section.addEventListener("change", () => this.#record.keep(this.#chosen()));
  }

  /** A verdict stands on what was chosen when it was given: it stays until the choice is another. */
  #restore() {
    const kept = chosenIn(this.#record.kept().draft?.value);
    if (JSON.stringify(kept) === JSON.stringify(this.#chosen())) return;
    if (this.#section.dataset.verdict) this.#clear();
    this.#questions.forEach((question, index) => {
      inputsOf(question).forEach((input, place) => {
        input.checked = kept[index]?.includes(place) ?? false;
      });
    });
  }

  #inputs() {
    return this.#questions.flatMap(inputsOf);
  }

  /** @returns {number[][]} places of the chosen options, by question */
  #chosen() {
    return this.#questions.map((question) =>
      inputsOf(question).flatMap((input, place) => (input.checked ? [place] : [])),
    );
  }
}

/** @param {Element} question */
function inputsOf(question) {
  return /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll(".pb-option input")]);
}

/**
 * Nothing wrong was chosen, yet something right is missing.
 * @param {QuizPayload["questions"][number] | undefined} question
 * @param {number[]} [chosen]
 */
function isOnlyIncomplete(question, chosen = []) {
  return Boolean(question?.multiple) && chosen.every((place) => question?.options[place]?.correct);
}

/**
 * @param {Element} question the static fieldset; its texts are authored
 * @param {QuizPayload["questions"][number] | undefined} data
 */
function rightOptions(question, data) {
  const texts = [...question.querySelectorAll(".pb-option > span")];
  const items = texts.flatMap((text, place) => {
    const option = data?.options[place];
    return option?.correct ? [h("li", {}, h("strong", {}, ...copied(text)), authored(option.feedback))] : [];
  });
  const legend = question.querySelector("legend");
  return h(
    "div",
    { class: "pb-prose pb-right" },
    h("p", {}, ...(legend ? copied(legend) : [])),
    h("ul", {}, ...items),
  );
}

/** @param {Element} question */
function asked(question) {
  const parts = withoutCitations(question.querySelector("legend"));
  const text = parts.map(({ textContent }) => textContent).join("");
  return text
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:?!])/g, "") // where a citation stood
    .trim();
}

/**
 * An element's content again, without the citations: their notes must not stand on the page twice.
 * @param {Element} element
 */
function copied(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const citation of copy.querySelectorAll(".pb-cite")) citation.remove();
  return [...copy.childNodes];
}

/**
 * @param {unknown} value JSON of it in schema 1
 * @returns {number[][]}
 */
function chosenIn(value) {
  try {
    const chosen = typeof value === "string" ? JSON.parse(value) : value;
    return Array.isArray(chosen) ? chosen.filter(Array.isArray) : [];
  } catch {
    return [];
  }
}
