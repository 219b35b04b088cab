/** Hands out fresh interpreters and keeps a booted spare, so that a press of Run or Stop costs milliseconds. */

import { AssetError, loadRuntime } from "./assets.js";
import { IsolationError, openSandbox } from "./frame.js";
import { Interpreter } from "./interpreter.js";

/** @import { JobEnd, JudgeRequest, RunRequest, Stream } from "../types.js" */
/** @import { Runtime } from "./assets.js" */
/** @import { JobOptions } from "./interpreter.js" */

/** While a job runs, its successor boots after this long, in ms: a short job isn't slowed by it. */
const SPARE_DELAY_MS = 400;

/** With this much memory or less, in GiB, a machine holds one interpreter at a time; each takes about 50 MB. */
const LITTLE_MEMORY = 2;

/**
 * @typedef {object} JobCallbacks
 * @property {() => void} [onStarted] Python is ready and the job has been handed over
 * @property {(done: number, total: number) => void} [onProgress] bytes of the first download
 */

/**
 * @typedef {object} Job
 * @property {Promise<JobEnd>} end never rejects
 * @property {() => void} stop
 */

export class Engine {
  #manifest;
  #base;
  /** @type {Promise<Runtime> | null} */
  #runtime = null;
  /** @type {Promise<Interpreter> | null} booting or booted, not yet given to a job */
  #spare = null;
  /** @type {Map<string, Interpreter>} what sessions keep, by the session's id */
  #kept = new Map();
  #running = 0;
  #isolated = true;
  #judges = false;
  /** @type {Set<(done: number, total: number) => void>} */
  #watchers = new Set();

  /**
   * @param {URL} manifest where runtime-HASH.json is
   * @param {URL} base the site root
   */
  constructor(manifest, base) {
    this.#manifest = manifest;
    this.#base = base;
  }

  /** Whether programs run apart from the page. */
  get isolated() {
    return this.#isolated;
  }

  /** The reader's word that programs may run without isolation, for as long as this page lives. */
  allowWithoutIsolation() {
    this.#isolated = false;
  }

  /** A check of code is on the page: its verdict shouldn't wait for the browser's compiler either. */
  expectJudging() {
    this.#judges = true;
  }

  /** Downloads and boots ahead of need. A failure stays silent here: the next job tries again and tells. */
  prepare() {
    if (!this.#spare && this.#hasRoom()) this.#keep(this.#fresh());
  }

  /**
   * Whether a session's variables are still there.
   * @param {string} session
   */
  knows(session) {
    return this.#kept.get(session)?.dead === false;
  }

  /**
   * Ends a session: its variables are gone.
   * @param {string} session
   */
  forget(session) {
    this.#kept.get(session)?.kill();
    this.#kept.delete(session);
  }

  /**
   * Runs one job in an interpreter nothing has run in before, or in its session's.
   * @param {"run" | "judge"} kind
   * @param {RunRequest | JudgeRequest} request
   * @param {JobOptions & JobCallbacks} options
   * @returns {Job}
   */
  start(kind, request, options) {
    const stop = new AbortController();
    return { end: this.#perform(kind, request, options, stop.signal), stop: () => stop.abort() };
  }

  /**
   * @param {"run" | "judge"} kind
   * @param {RunRequest | JudgeRequest} request
   * @param {JobOptions & JobCallbacks} options
   * @param {AbortSignal} signal
   * @returns {Promise<JobEnd>}
   */
  async #perform(kind, request, options, signal) {
    this.#running += 1;
    const end = await this.#attempt(kind, request, options, signal);
    this.#running -= 1;
    if (end.kind !== "unavailable") this.prepare();
    return end;
  }

  /**
   * @param {"run" | "judge"} kind
   * @param {RunRequest | JudgeRequest} request
   * @param {JobOptions & JobCallbacks} options
   * @param {AbortSignal} signal
   * @returns {Promise<JobEnd>}
   */
  async #attempt(kind, request, options, signal) {
    const { onProgress = () => {}, session } = options;
    this.#watchers.add(onProgress);
    const kept = session && this.knows(session) ? this.#kept.get(session) : undefined;
    const taken = kept ? Promise.resolve(kept) : this.#take();
    try {
      const interpreter = await Promise.race([taken, aborted(signal)]);
      if (!interpreter) {
        if (!kept) this.#keep(taken); // Stopped while Python was starting: the next press has it.
        return { kind: "stopped" };
      }
      options.onStarted?.();
      return await this.#work(interpreter, kind, request, options, signal);
    } catch (error) {
      return { kind: "unavailable", reason: reasonOf(error), message: String(error) };
    } finally {
      this.#watchers.delete(onProgress);
    }
  }

  /**
   * @param {Interpreter} interpreter
   * @param {"run" | "judge"} kind
   * @param {RunRequest | JudgeRequest} request
   * @param {JobOptions} options
   * @param {AbortSignal} signal
   */
  async #work(interpreter, kind, request, options, signal) {
    const { session } = options;
    const refill = setTimeout(() => this.prepare(), SPARE_DELAY_MS);
    const stop = () => interpreter.kill();
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    const end = await interpreter.perform(kind, request, options);
    signal.removeEventListener("abort", stop); // A session's interpreter has other jobs to do.
    clearTimeout(refill);
    if (session && interpreter.dead) this.#kept.delete(session);
    else if (session) this.#kept.set(session, interpreter);
    return end;
  }

  #hasRoom() {
    const { deviceMemory = Number.POSITIVE_INFINITY } = /** @type {{deviceMemory?: number}} */ (navigator);
    return deviceMemory > LITTLE_MEMORY || this.#running + this.#kept.size === 0;
  }

  /** The spare, or a new interpreter; either way nobody else gets it. Rejects when it can't boot. */
  async #take() {
    const spare = this.#spare;
    this.#spare = null;
    const interpreter = await spare?.catch(() => null);
    return interpreter && !interpreter.dead ? interpreter : this.#fresh();
  }

  async #fresh() {
    const isolated = this.#isolated;
    const fresh = new Interpreter(await this.#load(), (program) => openSandbox(program, { isolated }));
    await fresh.ready;
    return fresh;
  }

  /** @param {Promise<Interpreter>} taken */
  #keep(taken) {
    if (this.#spare) {
      taken.then(
        (extra) => extra.kill(),
        () => {},
      );
      return;
    }
    this.#spare = taken;
    taken
      .then((interpreter) => this.#spare === taken && interpreter.rehearse(this.#judges))
      .catch((error) => {
        console.warn("prepbook: Python is not ready yet:", error);
        if (this.#spare === taken) this.#spare = null;
      });
  }

  /** One download for the whole visit; a failed one is forgotten, so that the next press tries again. */
  #load() {
    this.#runtime ??= loadRuntime(this.#manifest, this.#base, (done, total) => {
      for (const watch of this.#watchers) watch(done, total);
    });
    this.#runtime.catch(() => (this.#runtime = null));
    return this.#runtime;
  }
}

/**
 * @param {unknown} error why there is no interpreter
 * @returns {Extract<JobEnd, {kind: "unavailable"}>["reason"]}
 */
function reasonOf(error) {
  if (error instanceof AssetError) return error.reason;
  return error instanceof IsolationError ? "isolation" : "boot";
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<null>} settles when the signal fires, at once if it has
 */
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}
