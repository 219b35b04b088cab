/** One element's jobs: one at a time, with its state on the section and its words in the progress line. */

import { word } from "../words.js";

/** @import { JobEnd, JudgeRequest, Limits, RunReport, RunRequest, Stream } from "../types.js" */
/** @import { Engine, Job } from "../engine/engine.js" */
/** @import { Progress } from "../views/progress.js" */
/** @import { Question } from "../views/question.js" */
/** @import { Toolbar } from "../views/toolbar.js" */

/** What a program may take where the page does not say. @type {Limits} */
export const LIMITS = { seconds: 20, output_kb: 1000, memory_mb: 512 };

/**
 * @typedef {object} Parts
 * @property {HTMLElement} section carries data-state
 * @property {Toolbar} toolbar
 * @property {Progress} progress
 * @property {Question} question
 */

/**
 * @typedef {object} Task
 * @property {"run" | "judge"} kind
 * @property {(answers: Answers) => Promise<RunRequest | JudgeRequest>} request may fetch; a rejection ends the job as
 *   "unavailable"
 * @property {Limits} limits
 * @property {(stream: Stream, text: string) => void} onOutput
 * @property {() => void} onCapped
 * @property {() => void} onAgain the program starts over
 * @property {string} [session]
 */

/** @typedef {{answers: (string | null)[], seed: number}} Answers what makes a program that is run again repeat itself */

export class Jobs {
  #engine;
  #parts;
  /** @type {Job | null} */
  #job = null;
  #stopping = new AbortController();

  /**
   * @param {Engine} engine
   * @param {Parts} parts
   */
  constructor(engine, parts) {
    this.#engine = engine;
    this.#parts = parts;
  }

  get busy() {
    return this.#parts.toolbar.busy;
  }

  /** Ends the job under way, if any; it then resolves as "stopped". */
  stop() {
    this.#stopping.abort();
    this.#job?.stop();
  }

  /**
   * Runs a task from "starting" to its end; the caller sets the state that follows.
   * @param {Task} task
   * @returns {Promise<JobEnd>} never rejects
   */
  async perform(task) {
    const { section, toolbar, progress, question } = this.#parts;
    this.#stopping = new AbortController();
    toolbar.setBusy(true);
    section.dataset.state = "starting";
    progress.say(word("state.starting"));
    const end = await this.#untilAnswered(task);
    this.#job = null;
    progress.hide();
    toolbar.setBusy(false);
    if (question.close()) toolbar.focus();
    return asOurs(end);
  }

  /**
   * A program that needs one more answer ended there: it is run again, from its start, with one answer more. That
   * works in every browser and on every host, which holding Python still in mid-call does not; see
   * prepbook_grader/answers.py.
   * @param {Task} task
   * @returns {Promise<JobEnd>}
   */
  async #untilAnswered(task) {
    const { section, progress, question } = this.#parts;
    /** @type {Answers} */
    const given = { answers: [], seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 };
    for (;;) {
      const end = await this.#attempt(task, given);
      if (end.kind !== "input") return end;
      progress.say(word("state.asking"));
      const isHere = section.contains(document.activeElement);
      const answer = await Promise.race([question.ask(end.prompt, isHere), this.#stopped()]);
      if (answer === STOPPED) return { kind: "stopped" };
      given.answers.push(answer);
      progress.say(word("state.starting"));
      task.onAgain();
    }
  }

  /**
   * @param {Task} task
   * @param {Answers} given
   * @returns {Promise<JobEnd>}
   */
  async #attempt(task, given) {
    const { section, progress } = this.#parts;
    try {
      const request = await Promise.race([task.request(given), this.#stopped()]);
      if (request === STOPPED) return { kind: "stopped" };
      this.#job = this.#engine.start(task.kind, request, {
        ...task,
        onProgress: (done, total) => progress.download(done, total),
        onStarted: () => {
          section.dataset.state = "running";
          const doing = word(task.kind === "run" ? "state.running" : "state.judging");
          progress.say(this.#engine.isolated ? doing : `${doing} ${word("isolation.off")}`);
        },
      });
      return await this.#job.end;
    } catch (error) {
      return { kind: "unavailable", reason: "files", message: String(error) };
    }
  }

  /** @returns {Promise<typeof STOPPED>} settles when the job is stopped, at once if it has been */
  #stopped() {
    const { signal } = this.#stopping;
    return new Promise((resolve) => {
      if (signal.aborted) resolve(STOPPED);
      else signal.addEventListener("abort", () => resolve(STOPPED), { once: true });
    });
  }
}

const STOPPED = Symbol("stopped");

/**
 * A grader that says "broken" failed by itself: that is ours, whatever it was doing.
 * @param {JobEnd} end
 * @returns {JobEnd}
 */
function asOurs(end) {
  if (end.kind !== "report") return end;
  const report = /** @type {Partial<RunReport> | null} */ (end.report);
  if (report?.outcome !== "broken") return end;
  const message = report.error?.traceback || report.error?.message || "no detail";
  return { kind: "unavailable", reason: "broken", message };
}
