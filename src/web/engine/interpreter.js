/** One Python interpreter in its sandbox: boots once, does one job, is thrown away. */

import { nonce, openSandbox } from "./frame.js";

/** @import { JobEnd, JudgeRequest, Report, RunRequest, Stream } from "../types.js" */
/** @import { Runtime } from "./assets.js" */

/** A boot that takes longer, in ms, counts as failed; a slow phone needs about 15 s. */
const BOOT_MS = 60_000;

/**
 * @typedef {object} JobOptions
 * @property {number} seconds wall-clock limit
 * @property {(stream: Stream, text: string) => void} onOutput
 * @property {() => void} onCapped the rest of the output is dropped
 */

export class Interpreter {
  /** @type {ReturnType<typeof openSandbox>} */
  #sandbox;
  /** @type {(end: JobEnd) => void} */
  #end = () => {};
  #dead = false;

  /** @param {Runtime} runtime */
  constructor(runtime) {
    this.#sandbox = openSandbox(runtime.worker);
    this.#sandbox.failed.catch((error) => this.#finish({ kind: "died", message: String(error) }));
    /** Settles when Python is ready, or with the reason why not. */
    this.ready = this.#boot(runtime);
    this.ready.catch(() => this.kill());
  }

  /** Whether this one can't be used any more; also when something took its frame off the page. */
  get dead() {
    return this.#dead || !this.#sandbox.present();
  }

  /** Ends whatever runs, at once. A job under way ends as "stopped". */
  kill() {
    this.#dead = true;
    this.#sandbox.remove();
    this.#end({ kind: "stopped" });
  }

  /**
   * @param {"run" | "judge"} kind
   * @param {RunRequest | JudgeRequest} request
   * @param {JobOptions} options
   * @returns {Promise<JobEnd>} never rejects
   */
  perform(kind, request, options) {
    const id = nonce();
    const { port } = this.#sandbox;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#finish({ kind: "timeout", seconds: options.seconds }),
        options.seconds * 1000,
      );
      this.#end = (end) => {
        clearTimeout(timer);
        this.#end = () => {};
        resolve(end);
      };
      port.onmessage = ({ data }) => this.#receive(data, id, options);
      if (this.#dead) this.#end({ kind: "stopped" });
      else port.postMessage({ kind, id, request });
    });
  }

  /**
   * Messages without this job's id are late, doubled or not ours: dropped.
   * @param {Report} report
   * @param {string} id
   * @param {JobOptions} options
   */
  #receive(report, id, options) {
    if (!report || !("id" in report) || report.id !== id || this.#dead) return;
    if (report.kind === "output") options.onOutput(report.stream, String(report.text));
    else if (report.kind === "capped") options.onCapped();
    else if (report.kind === "report") this.#finish({ kind: "report", report: report.report });
    else if (report.kind === "died") this.#finish({ kind: "died", message: report.message });
  }

  /** @param {JobEnd} end */
  #finish(end) {
    this.#end(end);
    this.kill();
  }

  /** @param {Runtime} runtime */
  async #boot(runtime) {
    const { port, failed } = this.#sandbox;
    const booted = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`Python did not start within ${BOOT_MS / 1000} s`)), BOOT_MS);
      port.onmessage = ({ data }) => {
        if (data?.kind === "booted") resolve(undefined);
        if (data?.kind === "boot-failed") reject(new Error(String(data.message)));
      };
    });
    port.postMessage({ kind: "boot", assets: runtime.assets });
    await Promise.race([booted, failed]);
  }
}
