/**
 * What a program has written, so that one that runs again from its start shows only what is new.
 *
 * input() is answered by running the program again with one answer more. As long as it repeats itself nothing changes
 * on the page; when it says something else than before (it depends on the clock, say), all of it is shown anew.
 */

/** @import { Stream } from "../types.js" */

/** @typedef {{stream: Stream, text: string}} Piece */

export class Replay {
  #show;
  #startOver;
  /** @type {Piece[]} what the run under way has written */
  #written = [];
  /** @type {Piece[]} what it has yet to repeat */
  #ahead = [];

  /**
   * @param {(stream: Stream, text: string) => void} show
   * @param {() => void} startOver called when the program does not repeat itself: nothing shown so far counts
   */
  constructor(show, startOver) {
    this.#show = show;
    this.#startOver = startOver;
  }

  /** The program starts over. */
  again() {
    // A run that was itself cut short in its repetition still has the rest to repeat.
    for (const piece of this.#ahead) this.#keep(piece.stream, piece.text);
    this.#ahead = this.#written;
    this.#written = [];
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  write(stream, text) {
    const fresh = this.#repeated(stream, text);
    if (!fresh) return;
    this.#keep(stream, fresh);
    this.#show(stream, fresh);
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   * @returns {string} the part of the text that is no repetition
   */
  #repeated(stream, text) {
    let rest = text;
    for (let next = this.#ahead[0]; next && rest; next = this.#ahead[0]) {
      const length = Math.min(next.text.length, rest.length);
      const same = rest.slice(0, length);
      if (next.stream !== stream || next.text.slice(0, length) !== same) {
        this.#differs();
        break;
      }
      this.#keep(stream, same);
      rest = rest.slice(length);
      next.text = next.text.slice(length);
      if (!next.text) this.#ahead.shift();
    }
    return rest;
  }

  #differs() {
    this.#ahead = [];
    this.#startOver();
    for (const { stream, text } of this.#written) this.#show(stream, text);
  }

  /**
   * @param {Stream} stream
   * @param {string} text
   */
  #keep(stream, text) {
    const last = this.#written.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#written.push({ stream, text });
  }
}
