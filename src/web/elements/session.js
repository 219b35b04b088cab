/** Blocks of one page that share their variables: which of them ran, in which order, and when all is lost. */

import { getContext } from "../context.js";
import { word } from "../words.js";

/** @import { JobEnd, Program } from "../types.js" */

/**
 * @typedef {object} Member a block of a session
 * @property {HTMLElement} section
 * @property {() => Promise<string>} run resolves with the state it ended in
 * @property {(text: string, action?: {label: string, act: () => void}) => void} tell says how it stands to the session
 */

/** @type {Map<string, Session>} */
const sessions = new Map();

/**
 * @param {string} id unique in the book
 * @returns {Session} the one with this id
 */
export function sessionOf(id) {
  const known = sessions.get(id) ?? new Session(id);
  sessions.set(id, known);
  return known;
}

export class Session {
  /** @type {Member[]} */
  #members = [];
  /** @type {Set<Member>} those whose variables are there now */
  #ran = new Set();
  /** @type {Program[]} what ran, in order: it brings a new interpreter to where the last one was */
  #history = [];
  /** @type {Promise<unknown>} settles when the last run that was queued is over */
  #tail = Promise.resolve();

  /** @param {string} id */
  constructor(id) {
    this.id = id;
  }

  /** @param {Member} member */
  join(member) {
    this.#members.push(member);
  }

  /**
   * The last one to leave takes the interpreter along.
   * @param {Member} member
   */
  leave(member) {
    this.#members = this.#members.filter((other) => other !== member);
    if (this.#members.length > 0) return;
    getContext().engine.forget(this.id);
    sessions.delete(this.id);
  }

  /** What a request says about the session. */
  get request() {
    return { name: this.id, before: [...this.#history] };
  }

  /**
   * One block of a session runs at a time.
   * @returns {{ready: Promise<unknown>, leave: () => void}} `leave` lets the next one run, whatever became of this one
   */
  queue() {
    let leave = () => {};
    const done = new Promise((resolve) => (leave = () => resolve(undefined)));
    const ready = this.#tail;
    this.#tail = ready.then(() => done);
    return { ready, leave };
  }

  /**
   * Notes how a run of a member ended, and tells everybody whom it concerns.
   * @param {Member} member
   * @param {Program | null} program what ran; null when it never came to that
   * @param {JobEnd} end
   * @returns {boolean} whether variables were lost
   */
  ended(member, program, end) {
    if (end.kind === "report" && program) {
      this.#history.push(program);
      this.#ran.add(member);
      member.tell(word("session.run", { number: this.#history.length }));
      return false;
    }
    if (this.#history.length === 0 || getContext().engine.knows(this.id)) return false;
    this.#lose();
    return true;
  }

  /**
   * The blocks above one that have not run since the session began.
   * @param {Member} member
   */
  missing(member) {
    return this.#above(member).filter((other) => !this.#ran.has(other));
  }

  /**
   * Starts afresh, runs every block above a member and then itself, as far as they end well.
   * @param {Member} member
   */
  async runAbove(member) {
    if (this.#history.length > 0) this.#lose();
    for (const each of [...this.#above(member), member]) {
      if ((await each.run()) !== "done") return;
    }
  }

  #lose() {
    getContext().engine.forget(this.id);
    this.#history = [];
    this.#ran.clear();
    for (const member of this.#members) {
      const action = { label: word("session.run-above"), act: () => this.runAbove(member) };
      member.tell(word("session.lost"), this.#above(member).length > 0 ? action : undefined);
    }
  }

  /** @param {Member} member */
  #above(member) {
    const { DOCUMENT_POSITION_PRECEDING } = Node;
    return this.#members
      .filter((other) => member.section.compareDocumentPosition(other.section) & DOCUMENT_POSITION_PRECEDING)
      .sort((one, other) =>
        one.section.compareDocumentPosition(other.section) & DOCUMENT_POSITION_PRECEDING ? 1 : -1,
      );
  }
}
