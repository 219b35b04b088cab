/** One element's jobs: one at a time, with its state on the section and its words in the progress line. */

import { word } from "../words.js";

/** @import { JobEnd, JudgeRequest, RunReport, RunRequest, Stream } from "../types.js" */
/** @import { Engine, Job } from "../engine/engine.js" */
/** @import { Progress } from "../views/progress.js" */
/** @import { Toolbar } from "../views/toolbar.js" */

/**
 * @typedef {object} Parts
 * @property {HTMLElement} section carries data-state
 * @property {Toolbar} toolbar
 * @property {Progress} progress
 */

/**
 * @typedef {object} Task
 * @property {"run" | "judge"} kind
 * @property {() => Promise<RunRequest | JudgeRequest>} request may fetch; a rejection ends the job as "unavailable"
 * @property {number} seconds wall-clock limit
 * @property {(stream: Stream, text: string) => void} onOutput
 * @property {() => void} onCapped
 */

export class Session {
  #engine;
  #parts;
  /** @type {Job | null} */
  #job = null;
  #isStopped = false;

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
    this.#isStopped = true;
    this.#job?.stop();
  }

  /**
   * Runs a task from "starting" to its end; the caller sets the state that follows.
   * @param {Task} task
   * @returns {Promise<JobEnd>} never rejects
   */
  async perform(task) {
    const { section, toolbar, progress } = this.#parts;
    this.#isStopped = false;
    toolbar.setBusy(true);
    section.dataset.state = "starting";
    progress.say(word("state.starting"));
    const end = await this.#attempt(task);
    this.#job = null;
    progress.hide();
    toolbar.setBusy(false);
    return asOurs(end);
  }

  /**
   * @param {Task} task
   * @returns {Promise<JobEnd>}
   */
  async #attempt(task) {
    const { section, progress } = this.#parts;
    try {
      const request = await task.request();
      if (this.#isStopped) return { kind: "stopped" };
      this.#job = this.#engine.start(task.kind, request, {
        ...task,
        onProgress: (done, total) => progress.download(done, total),
        onStarted: () => {
          section.dataset.state = "running";
          progress.say(word(task.kind === "run" ? "state.running" : "state.judging"));
        },
      });
      return await this.#job.end;
    } catch (error) {
      return { kind: "unavailable", reason: "assets", message: String(error) };
    }
  }
}

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
