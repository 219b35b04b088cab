/** The sittings of the book's mocks: kept, and the same in every tab. At most one is under way. */

import { getContext } from "../context.js";
import { recordOf } from "../progress/record.js";
import { advanced, finished, isPassed, isSession, passedOf } from "./session.js";

/** @import { ItemRecord } from "../progress/record.js" */
/** @import { Session } from "./session.js" */

/** Where the id of the mock under way is kept. */
const UNDER_WAY = "mock:under-way";

/** Tells "change" whenever a sitting is another than before, here or in another tab; time alone isn't a change. */
export class MockStore extends EventTarget {
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  /** @type {string | null} */
  #underWay = null;
  /** @type {Map<string, ItemRecord>} */
  #records = new Map();
  #channel;

  /** @param {string} site the site root's path, so that two books on one host don't share */
  constructor(site) {
    super();
    this.#channel = new BroadcastChannel(`prepbook:mock:${site}`);
    this.#channel.addEventListener("message", ({ data }) => this.#hear(data));
    addEventListener("pageshow", ({ persisted }) => persisted && this.load());
  }

  /** Reads which mock is under way. */
  async load() {
    const id = await this.#record(UNDER_WAY).draft();
    const session = typeof id === "string" ? await this.#read(id) : null;
    this.#underWay = session && !session.over ? session.mock : null;
    this.#tell();
  }

  /** @returns {Session | null} the sitting under way */
  get underWay() {
    return this.#sessions.get(this.#underWay ?? "") ?? null;
  }

  /**
   * The last sitting of a mock, under way or over.
   * @param {string} mock id
   */
  async last(mock) {
    return this.#sessions.get(mock) ?? this.#read(mock);
  }

  /**
   * Keeps a sitting as the last of its mock.
   * @param {Session} session
   */
  put(session) {
    this.#sessions.set(session.mock, session);
    if (!session.over) this.#underWay = session.mock;
    else if (this.#underWay === session.mock) this.#underWay = null;
    this.#write(`check:${session.mock}`, session);
    this.#write(UNDER_WAY, this.#underWay);
    this.#channel.postMessage({ mock: session.mock, session, underWay: this.#underWay });
    this.#tell();
  }

  /**
   * Forgets a sitting.
   * @param {string} mock id
   */
  drop(mock) {
    this.#sessions.delete(mock);
    if (this.#underWay === mock) this.#underWay = null;
    this.#write(`check:${mock}`, null);
    this.#write(UNDER_WAY, this.#underWay);
    this.#channel.postMessage({ mock, session: null, underWay: this.#underWay });
    this.#tell();
  }

  /**
   * Changes the sitting under way, brought up to now.
   * @param {(session: Session, now: number) => Session} change
   */
  change(change) {
    const now = Date.now();
    const session = this.underWay;
    if (session) this.put(change(advanced(session, now), now));
  }

  /** Lets time pass. Nothing is written but a clock that was set back: the rest follows from what was kept. */
  tick() {
    const now = Date.now();
    const session = this.underWay;
    if (!session) return;
    if (now < session.clock.seen) return this.put(advanced(session, now));
    this.#sessions.set(session.mock, advanced(session, now));
  }

  /** Ends the sitting under way; this is the mock's attempt. */
  finish() {
    this.change((session, now) => {
      const over = finished(session, now);
      const counts = { score: passedOf(over), of: over.items.length, seed: over.seed };
      this.#record(`check:${over.mock}`).attempted({
        verdict: isPassed(over) ? "passed" : "failed",
        ...counts,
      });
      return over;
    });
  }

  /** @param {string} id */
  async #read(id) {
    const kept = await this.#record(`check:${id}`).draft();
    if (!isSession(kept)) return null;
    this.#sessions.set(id, kept);
    return kept;
  }

  /** @param {{mock: string, session: Session | null, underWay: string | null}} told by another tab */
  #hear({ mock, session, underWay }) {
    if (session) this.#sessions.set(mock, session);
    else this.#sessions.delete(mock);
    this.#underWay = underWay;
    this.#tell();
  }

  /**
   * At once: the next page may be opened right after a press.
   * @param {string} id
   * @param {unknown} value
   */
  #write(id, value) {
    const record = this.#record(id);
    record.keep(value);
    record.flush();
  }

  /** @param {string} id */
  #record(id) {
    const record = this.#records.get(id) ?? recordOf(id);
    this.#records.set(id, record);
    return record;
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** @type {MockStore | null} */
let store = null;

/** The book's one store. */
export function getStore() {
  store ??= new MockStore(getContext().base.pathname);
  return store;
}
