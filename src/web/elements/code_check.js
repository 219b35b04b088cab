/** A code exercise: an answer to write, tests that judge it, hints and a solution. */

import { getContext } from "../context.js";
import { h } from "../dom.js";
import { fetchFiles } from "../fetch_text.js";
import { isJudgeReport, verdictOf } from "../verdict.js";
import { codeSolution, Hints, SolutionView } from "../views/ladder.js";
import { OutputView } from "../views/output.js";
import { Progress } from "../views/progress.js";
import { Question } from "../views/question.js";
import { results } from "../views/results.js";
import { Seed } from "../views/seed.js";
import { Toolbar } from "../views/toolbar.js";
import { VerdictView } from "../views/verdict.js";
import { word } from "../words.js";
import { AfterCheck } from "./after_check.js";
import { Editing } from "./editing.js";
import { Jobs, LIMITS } from "./jobs.js";
import { Payload } from "./payload.js";
import { remedy, showRunEnd } from "./run_end.js";

/** @import { CheckData, CodePayload, JobEnd, JudgeReport } from "../types.js" */

export class CodeCheck {
  #section;
  #payload;
  #limits;
  #verdict;
  #results = h("div", { class: "pb-results" });
  #output = new OutputView(h("div", { class: "pb-output", "data-output": true, role: "log", hidden: true }));
  #question = new Question();
  #hints = new Hints();
  #solution = new SolutionView();
  #toolbar;
  #editing;
  #record;
  #seed;
  #after;
  #jobs;

  /**
   * @param {HTMLElement} section
   * @param {CheckData} data
   */
  constructor(section, data) {
    this.#section = section;
    this.#limits = data.limits ?? LIMITS;
    this.#verdict = new VerdictView(section);
    /** @type {Payload<CodePayload>} */
    this.#payload = new Payload(data, this.#verdict);
    this.#output.element.setAttribute("aria-label", word("output.label"));
    this.#toolbar = this.#makeToolbar();
    const progress = new Progress();
    this.#editing = this.#makeEditing();
    this.#record = this.#editing.record;
    this.#seed = new Seed(section.querySelector("[data-seed]"));
    this.#after = new AfterCheck(section.querySelector("[data-chart]"), `check:${section.dataset.check}`);
    this.#editing.note.after(this.#toolbar.element, progress.element, ...this.#panels());
    getContext().engine.expectJudging();
    this.#jobs = new Jobs(getContext().engine, {
      section,
      toolbar: this.#toolbar,
      progress,
      question: this.#question,
    });
  }

  /** Runs the answer as a program and shows what it prints; no verdict. */
  async run() {
    if (this.#jobs.busy) return;
    this.#begin();
    this.#output.clear();
    const end = await this.#jobs.perform({
      ...this.#outputTo(),
      kind: "run",
      request: async (given) => {
        const { filename, files } = await this.#payload.read();
        return { source: this.#editing.text, filename, files: await this.#files(files), ...given };
      },
      limits: this.#limits,
    });
    showRunEnd(end, this.#output, this.#limits, () => this.run());
    this.#section.dataset.state = "done";
  }

  /** Judges the answer with the check's tests. */
  async check() {
    if (this.#jobs.busy) return;
    this.#begin();
    this.#output.restore();
    const seed = this.#seed.begin();
    const answer = this.#editing.text;
    const end = await this.#jobs.perform({
      ...this.#after.session,
      kind: "judge",
      request: async () => ({ ...(await this.#judgeRequest(await this.#payload.read())), answer, seed }),
      limits: this.#limits,
      onOutput: () => {}, // Each test's output comes with its report.
      onCapped: () => {},
      onAgain: () => {},
    });
    await this.#show(end, seed);
    this.#section.dataset.state = "done";
    this.#draw(end, answer);
  }

  /**
   * Once the verdict is out; what can't be imported has no curve.
   * @param {JobEnd} end
   * @param {string} answer
   */
  async #draw(end, answer) {
    const isJudged = end.kind === "report" && isJudgeReport(end.report) && end.report.outcome === "judged";
    if (!isJudged) return this.#after.clear();
    const { chart, files } = await this.#payload.read();
    await this.#after.show(chart, answer, await this.#files(files), this.#limits);
  }

  /** Ends a job under way and keeps what was typed: also when the element leaves the page. */
  stop() {
    this.#jobs.stop();
    this.#after.clear();
    this.#editing.leave();
  }

  #begin() {
    performance.mark("prepbook:run");
    this.#clear();
  }

  #clear() {
    this.#verdict.clear();
    this.#results.replaceChildren();
    this.#after.clear();
  }

  #outputTo() {
    const output = this.#output;
    return {
      onOutput: output.write.bind(output),
      onCapped: () => output.cap(this.#limits.output_kb),
      onAgain: () => output.again(),
    };
  }

  /**
   * @param {JobEnd} end
   * @param {number} seed
   */
  async #show(end, seed) {
    if (end.kind === "report" && isJudgeReport(end.report))
      this.#judged(end.report, await this.#payload.read(), seed);
    else if (end.kind === "stopped") this.#verdict.announce("stopped", word("verdict.stopped"));
    else if (end.kind === "timeout") this.#timedOut(end.seconds);
    else if (end.kind === "unavailable") this.#ours(end);
    else this.#died(end.kind === "died" && end.memory);
    performance.mark("prepbook:output");
  }

  /**
   * @param {JudgeReport} report
   * @param {CodePayload} payload
   * @param {number} seed
   */
  #judged(report, payload, seed) {
    const verdict = verdictOf(report, payload.expected);
    const { name, passed, total, missing } = verdict;
    if (missing.length > 0 && name === "error") {
      this.#verdict.announce(name, word("ours.missing", { missing: missing.length, total }));
    } else {
      const said = word(`verdict.${name}`, { passed, total });
      this.#verdict.announce(name, said);
      const drawn = payload.drawn && { seed };
      this.#record.attempted({ verdict: name, score: passed, of: total, ...drawn }, { said });
      if (name === "passed") this.#seed.passed();
    }
    this.#results.replaceChildren(...results(report, verdict, payload));
  }

  /** @param {number} seconds */
  #timedOut(seconds) {
    const said = word("verdict.timeout", { seconds });
    this.#verdict.announce("timeout", said);
    this.#record.attempted({ verdict: "timeout" }, { said });
  }

  /** @param {boolean} memory whether it asked for too much of it */
  #died(memory) {
    this.#verdict.announce("error", word("verdict.died"));
    this.#record.attempted({ verdict: "error" }, { said: word("verdict.died") });
    const said = word(memory ? "output.died-memory" : "output.died", { limit: this.#limits.memory_mb });
    this.#results.replaceChildren(h("p", { class: "pb-say pb-say--error" }, said));
  }

  /**
   * Our own failure: no verdict on the answer.
   * @param {Extract<JobEnd, {kind: "unavailable"}>} end
   */
  #ours(end) {
    this.#verdict.announce("error", word("verdict.ours"), { ours: true });
    const action = remedy(end, () => this.check());
    const button = action && h("button", { type: "button", class: "pb-link" }, action.label);
    button?.addEventListener("click", action?.act ?? (() => {}), { once: true });
    this.#results.replaceChildren(
      h("p", { class: "pb-say pb-say--fault" }, word(`ours.${end.reason}`), button && " ", button),
      h("p", { class: "pb-say" }, word("ours.details", { message: end.message })),
    );
  }

  async #hint() {
    const payload = await this.#payload.readToHelp();
    if (!payload) return;
    if (payload.hints.length > 0) this.#record.helped("hint");
    if (!this.#hints.next(payload.hints)) this.#toolbar.disable("hint");
  }

  async #showSolution() {
    const payload = await this.#payload.readToHelp();
    if (!payload || this.#solution.isShown) return;
    const show = () => {
      this.#record.helped("solution");
      this.#solution.show(codeSolution(payload));
    };
    if (this.#record.kept().attempts.length > 0) show();
    else this.#solution.ask(show, () => this.#toolbar.focus());
  }

  #reset() {
    this.#editing.reset();
    this.#clear();
    this.#output.restore();
    this.#section.dataset.state = "idle";
  }

  /** @param {CodePayload} payload */
  async #judgeRequest({ files, tests, expected, signatures, visible }) {
    return {
      files: await this.#files(files),
      tests,
      expected,
      signatures,
      visible,
    };
  }

  /** @param {Record<string, string>} files */
  #files(files) {
    return fetchFiles(files ?? {}, getContext().base);
  }

  #makeToolbar() {
    return new Toolbar({
      check: () => this.check(),
      run: () => this.run(),
      stop: () => this.#jobs.stop(),
      reset: () => this.#reset(),
      hint: () => this.#hint(),
      solution: () => this.#showSolution(),
    });
  }

  #makeEditing() {
    return new Editing({
      section: this.#section,
      id: `check:${this.#section.dataset.check}`,
      label: word("code.answer"),
      onSubmit: () => this.run(),
      onLeave: () => this.#toolbar.focus(),
    });
  }

  #panels() {
    const { element: output } = this.#output;
    return [
      this.#verdict.element,
      this.#results,
      ...this.#after.elements,
      output,
      this.#question.element,
      this.#hints.element,
      this.#solution.element,
    ];
  }
}
