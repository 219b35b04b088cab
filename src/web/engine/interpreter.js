/** One Python interpreter in its sandbox: boots once, does one job and is thrown away, unless a session keeps it. */

import { wordsForPython } from "../words.js";
import { nonce } from "./frame.js";

/** @import { JobEnd, JudgeRequest, Limits, Report, RunRequest, Stream } from "../types.js" */
/** @import { Runtime } from "./assets.js" */
/** @import { Sandbox } from "./frame.js" */

/** A boot that takes longer once its files are here, in ms, counts as failed; a slow phone needs about 15 s. */
const BOOT_MS = 60_000;
const LATE = `Python did not start within ${BOOT_MS / 1000} s`;

/**
 * @typedef {object} JobOptions
 * @property {Limits} limits
 * @property {(stream: Stream, text: string) => void} onOutput
 * @property {() => void} onCapped the rest of the output is dropped
 * @property {() => void} onAgain the program starts over: what it printed no longer counts
 * @property {string} [session] whose variables it shares: the interpreter lives on after a report
 */

export class Interpreter {
  #sandbox;
  /** @type {(end: JobEnd) => void} */
  #end = () => {};
  /** Gives the job its whole time anew. */
  #restartClock = () => {};
  #dead = false;
  #runtime;

  /**
   * @param {Runtime} runtime
   * @param {(program: string) => Sandbox} open starts a worker
   */
  constructor(runtime, open) {
    this.#runtime = runtime;
    this.#sandbox = open(runtime.worker);
    this.#sandbox.failed.catch((error) =>
      this.#finish({ kind: "died", message: String(error), memory: false }),
    );
    /** Settles when Python is ready, or with the reason why not. */
    this.ready = this.#boot(runtime);
    this.ready.catch(() => this.kill());
  }

  /** Whether this one can't be used any more; also when something took its frame off the page. */
  get dead() {
    return this.#dead || !this.#sandbox.present();
  }

  /**
   * Lets an idle interpreter go through what jobs do, so that the first one needn't wait for the browser's compiler.
   * @param {boolean} judges whether it may be asked to judge
   */
  rehearse(judges) {
    if (!this.dead) this.#sandbox.port.postMessage({ kind: "rehearse", judges });
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
      const { seconds } = options.limits;
      const late = () => this.#finish({ kind: "timeout", seconds });
      let timer = setTimeout(late, seconds * 1000);
      this.#restartClock = () => {
        clearTimeout(timer);
        timer = setTimeout(late, seconds * 1000);
      };
      this.#end = (end) => {
        clearTimeout(timer);
        this.#restartClock = () => {};
        this.#end = () => {};
        this.#listen(() => {}); // What follows the end, a second one included, is not this job's any more.
        resolve(end);
      };
      this.#listen((report) => this.#receive(report, id, options));
      if (this.#dead) this.#end({ kind: "stopped" });
      else
        port.postMessage({ kind, id, request: { ...request, ...wordsForPython() }, limits: options.limits });
    });
  }

  /**
   * Messages without this job's id are late, doubled or not ours: dropped.
   * @param {Report} report
   * @param {string} id
   * @param {JobOptions} options
   */
  #receive(report, id, options) {
    if (!("id" in report) || report.id !== id || this.#dead) return;
    if (report.kind === "output") options.onOutput(report.stream, String(report.text));
    else if (report.kind === "capped") options.onCapped();
    else if (report.kind === "again") options.onAgain();
    else if (report.kind === "ask") this.#finish({ kind: "input", prompt: String(report.prompt) });
    else if (report.kind === "report") this.#reported(report.report, options);
    else if (report.kind === "died") this.#finish({ ...report, memory: report.memory === true });
  }

  /**
   * @param {unknown} report
   * @param {JobOptions} options
   */
  #reported(report, { session }) {
    if (session) this.#end({ kind: "report", report });
    else this.#finish({ kind: "report", report });
  }

  /** @param {JobEnd} end */
  #finish(end) {
    this.#end(end);
    this.kill();
  }

  /**
   * Python starts while its files arrive: the worker asks for each, and has it as soon as it is here.
   * @param {Runtime} runtime
   */
  async #boot({ needed, file }) {
    const { port, failed } = this.#sandbox;
    const booted = new Promise((resolve, reject) => {
      this.#listen((report) => {
        if (report.kind === "booted") resolve(report.path);
        if (report.kind === "boot-failed") reject(new Error(String(report.message)));
      });
    });
    port.postMessage({ kind: "boot", plain: !needed.includes("snapshot") });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const late = Promise.all(needed.map(file)).then(
      () => new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(LATE)), BOOT_MS))),
    );
    const path = await Promise.race([booted, failed, late]).finally(() => clearTimeout(timer));
    if (path.mode === "plain") console.warn(`prepbook: started without the memory snapshot: ${path.reason}`);
  }

  /**
   * Hears the worker with `hear`; what it asks for is handed in whatever else goes on.
   * @param {(report: Report) => void} hear
   */
  #listen(hear) {
    this.#sandbox.port.onmessage = ({ data }) => {
      if (data === null || typeof data !== "object") return;
      if (data.kind === "need") this.#supply(String(data.name));
      else hear(data);
    };
  }

  /**
   * A program doesn't run while it waits for a file, so that its time starts once the file is here.
   * @param {string} name
   */
  async #supply(name) {
    const { port } = this.#sandbox;
    try {
      port.postMessage({ kind: "file", name, bytes: await this.#runtime.file(name) });
    } catch (error) {
      port.postMessage({ kind: "file", name, bytes: null, message: String(error) });
    }
    this.#restartClock();
  }
}
