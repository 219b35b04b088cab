/** A written answer: a text kept as it is typed, scored by its writer, then set beside three model answers. */

import { isClock } from "../clock.js";
import { freshId, h } from "../dom.js";
import { recordOf } from "../progress/record.js";
import { button } from "../views/button.js";
import { beside, modelAnswers } from "../views/examples.js";
import { SolutionView } from "../views/ladder.js";
import { TimerView } from "../views/timer.js";
import { Toolbar } from "../views/toolbar.js";
import { UndoNote } from "../views/undo.js";
import { VerdictView } from "../views/verdict.js";
import { word } from "../words.js";
import { Payload } from "./payload.js";
import { Scoring } from "./scoring.js";

/** @import { Clock } from "../clock.js" */
/** @import { CheckData, RubricPayload } from "../types.js" */

/** @typedef {{text: string, scores: Record<string, number>, clock: Clock | null}} Draft */

export class Rubric {
  #section;
  #payload;
  #record;
  #scoring;
  #timer;
  #toolbar;
  #verdict;
  #text = h("textarea", { class: "pb-text", rows: 12, id: freshId("text") });
  #words = h("p", { class: "pb-words", id: freshId("words") });
  #undo = new UndoNote();
  #results = h("div", { class: "pb-results" });
  #solution = new SolutionView();

  /**
   * @param {HTMLElement} section
   * @param {CheckData & {minutes: number}} data
   */
  constructor(section, data) {
    this.#section = section;
    this.#record = recordOf(`check:${section.dataset.check}`);
    this.#verdict = new VerdictView(section);
    /** @type {Payload<RubricPayload>} */
    this.#payload = new Payload(data, this.#verdict);
    this.#scoring = new Scoring(section, () => this.#changed());
    this.#timer = new TimerView({
      minutes: data.minutes,
      onChange: () => this.#keep(),
      onMark: (minutes) => this.#mark(minutes),
    });
    this.#toolbar = new Toolbar({
      check: () => this.check(),
      reset: () => this.#reset(),
      solution: () => this.#ask(),
    });
    this.#place();
    this.#restore();
  }

  /** Leads on: from the text to its scores, from the scores to a verdict. */
  async check() {
    this.#undo.withdraw();
    this.#verdict.clear();
    this.#results.replaceChildren();
    if (!this.#text.value.trim()) return this.#askForText();
    this.#timer.pause();
    this.#scoring.open();
    const { missing, total } = this.#scoring;
    if (missing > 0) {
      this.#section.dataset.state = "running";
      this.#verdict.remark(word("rubric.score", { missing, total }));
      return this.#scoring.focusMissing();
    }
    const payload = await this.#payload.readToJudge();
    if (payload) this.#show(payload);
    this.#section.dataset.state = "done";
  }

  stop() {
    this.#timer.stop();
    this.#record.flush();
  }

  #askForText() {
    this.#verdict.remark(word("rubric.empty"));
    this.#text.focus();
  }

  /** @param {RubricPayload} payload */
  #show(payload) {
    const { score, best } = this.#scoring;
    const name = score >= payload.pass_at ? "passed" : "failed";
    const said = word(`rubric.${name}`, { score, best, needed: payload.pass_at });
    this.#verdict.announce(name, said);
    const examples = modelAnswers(payload.examples, best);
    this.#results.replaceChildren(beside(payload.examples, this.#scoring.levels), ...examples);
    this.#record.attempted({ verdict: name, score, of: best }, { said, points: this.#scoring.points });
    this.#verdict.element.scrollIntoView({ block: "nearest" });
  }

  #ask() {
    if (this.#section.dataset.verdict) return this.#results.scrollIntoView({ block: "nearest" });
    this.#solution.ask(
      () => this.#reveal(),
      () => this.#toolbar.focus(),
    );
  }

  async #reveal() {
    const payload = await this.#payload.readToHelp();
    if (!payload) return;
    this.#solution.show(modelAnswers(payload.examples, this.#scoring.best));
    this.#record.helped("solution");
  }

  #reset() {
    const before = this.#draft;
    this.#take({ text: "", scores: {}, clock: null });
    this.#scoring.close();
    this.#verdict.clear();
    this.#results.replaceChildren();
    this.#record.keep(null);
    this.#section.dataset.state = "idle";
    if (!before.text && this.#isEmpty(before)) return;
    this.#undo.offer(word("rubric.was-reset"), () => {
      this.#take(before);
      this.#keep();
      this.#text.focus();
    });
  }

  /** @param {Draft} draft */
  #isEmpty({ scores, clock }) {
    return Object.keys(scores).length === 0 && clock === null;
  }

  /** @param {number} minutes */
  #mark(minutes) {
    if (!this.#section.dataset.verdict) this.#verdict.remark(word(`clock.mark-${minutes}`));
  }

  #changed() {
    this.#undo.withdraw();
    this.#count();
    this.#keep();
  }

  #keep() {
    this.#record.keep(this.#draft);
  }

  /** @returns {Draft} */
  get #draft() {
    return { text: this.#text.value, scores: this.#scoring.scores, clock: this.#timer.clock };
  }

  /** @param {Draft} draft */
  #take({ text, scores, clock }) {
    this.#text.value = text;
    this.#scoring.scores = scores;
    this.#timer.show(clock);
    this.#count();
    if (Object.keys(scores).length > 0) this.#scoring.open();
  }

  #count() {
    const count = this.#text.value.match(/\S+/g)?.length ?? 0;
    this.#words.textContent = word("rubric.words", { count });
  }

  /** Until what was kept has come nobody can type over it. */
  async #restore() {
    this.#text.readOnly = true;
    try {
      const kept = await this.#record.draft();
      if (isDraft(kept)) this.#take({ ...kept, clock: isClock(kept.clock) ? kept.clock : null });
    } finally {
      this.#text.readOnly = false;
      this.#count();
    }
  }

  #place() {
    const label = h("label", { class: "pb-label", for: this.#text.id }, word("code.answer"));
    this.#text.setAttribute("aria-describedby", this.#words.id);
    this.#text.addEventListener("input", () => this.#changed());
    const addUp = h(
      "div",
      { class: "pb-bar" },
      button("rubric.add-up", () => this.check(), { main: true }),
    );
    const before = [this.#timer.element, label, this.#text, this.#words, this.#toolbar.element];
    this.#scoring.element.before(...before, this.#undo.element);
    this.#scoring.element.append(addUp);
    this.#scoring.element.after(this.#verdict.element, this.#results, this.#solution.element);
  }
}

/**
 * @param {unknown} value
 * @returns {value is Draft}
 */
function isDraft(value) {
  const draft = /** @type {Partial<Draft> | null} */ (value);
  return typeof draft?.text === "string" && typeof draft.scores === "object" && draft.scores !== null;
}
