/**
 * Gathers what a program prints into few messages, and stops passing it on at a cap.
 *
 * Python keeps the worker busy, so no timer fires while it runs: batches are cut when text arrives. The first
 * writes of each window go out alone, so that a program that prints two lines and then computes for long shows
 * both; only a flood is batched.
 */

/** @import { Stream } from "../types.js" */

/** Length of a window, in ms. */
const WINDOW_MS = 50;
/** Writes per window that aren't held back. */
const FREE_WRITES = 12;
/** Characters, both streams together, after which output is dropped. */
export const CAP = 1_000_000;

export class Output {
  #send;
  #capped;
  #now;
  #cap;
  #left;
  /** @type {{stream: Stream, text: string}[]} */
  #waiting = [];
  #windowStart = Number.NEGATIVE_INFINITY;
  #writes = 0;

  /**
   * @param {(stream: Stream, text: string) => void} send
   * @param {() => void} capped called once, when the cap is reached
   * @param {{now?: () => number, cap?: number}} [options] `now` in ms
   */
  constructor(send, capped, { now = () => performance.now(), cap = CAP } = {}) {
    this.#send = send;
    this.#capped = capped;
    this.#now = now;
    this.#cap = cap;
    this.#left = cap;
  }

  /** Forgets what was written: the program starts over. */
  restart() {
    this.#waiting = [];
    this.#left = this.#cap;
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  write(stream, text) {
    if (this.#left <= 0 || !text) return;
    const kept = text.slice(0, this.#left);
    this.#left -= kept.length;
    this.#hold(stream, kept);
    if (this.#left <= 0) {
      this.flush();
      this.#capped();
    } else if (this.#isDue()) this.flush();
  }

  /** Sends what waits. */
  flush() {
    for (const { stream, text } of this.#waiting) this.#send(stream, text);
    this.#waiting = [];
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  #hold(stream, text) {
    const last = this.#waiting.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#waiting.push({ stream, text });
  }

  #isDue() {
    const now = this.#now();
    if (now - this.#windowStart >= WINDOW_MS) {
      this.#windowStart = now;
      this.#writes = 0;
    }
    this.#writes += 1;
    return this.#writes <= FREE_WRITES;
  }
}
