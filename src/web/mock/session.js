/** One sitting of a mock as a value, and what happens to it. Pure: no page, no storage, no clock of its own. */

import { at, isClock, paused, resumed, started } from "../clock.js";
import { drawn } from "./draw.js";

/** @import { Attempt } from "../progress/item.js" */
/** @import { Account, Point } from "../progress/record.js" */
/** @import { Clock } from "../clock.js" */
/** @import { MockPayload } from "../types.js" */

/**
 * @typedef {object} Item one check of the sitting
 * @property {string} id
 * @property {number} part its place among the parts
 * @property {string} title
 * @property {string} url of the check, relative to the site's root
 * @property {number} [planned] minutes, where the author divided the clock
 * @property {number} spent milliseconds of the clock
 * @property {number} tries
 * @property {string | null} verdict of the last attempt
 * @property {boolean} late whether it passed in overtime only
 * @property {string} [said] what was announced with that verdict
 * @property {Point[]} [points] and what it was made of
 * @property {number} hints
 * @property {boolean} solution whether it was looked at
 * @property {boolean} flag
 */

/**
 * @typedef {object} Session
 * @property {string} mock id
 * @property {string} title
 * @property {string} url of the mock, relative to the site's root
 * @property {number} seed
 * @property {Clock} clock
 * @property {Item[]} items
 * @property {string | null} current the id of the item that time counts for
 * @property {boolean} over whether the reader has finished
 * @property {string} note what the reader wrote about it
 */

/**
 * @param {MockPayload} plan
 * @param {string} url of the mock
 * @param {number} seed
 * @param {number} now
 * @returns {Session}
 */
export function begun(plan, url, seed, now) {
  const items = drawn(plan.parts, seed).flatMap((ids, part) =>
    ids.map((id) => ({ ...blank(id, part), ...place(plan, id), ...budget(plan, part) })),
  );
  const clock = started(plan.minutes, now);
  return {
    mock: plan.id,
    title: plan.title,
    url,
    seed,
    clock,
    items,
    current: items[0]?.id ?? null,
    over: false,
    note: "",
  };
}

/**
 * @param {string} id
 * @param {number} part
 */
function blank(id, part) {
  return { id, part, spent: 0, tries: 0, verdict: null, late: false, hints: 0, solution: false, flag: false };
}

/**
 * @param {MockPayload} plan
 * @param {string} id
 */
function place(plan, id) {
  return { title: plan.checks[id]?.title ?? id, url: plan.checks[id]?.url ?? "" };
}

/**
 * @param {MockPayload} plan
 * @param {number} part
 */
function budget({ parts }, part) {
  const { minutes = null, count = 1 } = parts[part] ?? {};
  return minutes === null ? {} : { planned: Math.round(minutes / count) };
}

/**
 * The session as of now: what the clock counted goes to the current item.
 * @param {Session} session
 * @param {number} now
 * @returns {Session}
 */
export function advanced(session, now) {
  if (session.over) return session;
  const clock = at(session.clock, now);
  const passed = clock.spent - session.clock.spent;
  return withItem({ ...session, clock }, session.current, (item) => ({ spent: item.spent + passed }));
}

/**
 * @param {Session} session
 * @param {string} id
 */
export function turnedTo(session, id) {
  return holds(session, id) ? { ...session, current: id } : session;
}

/**
 * An attempt counts however the session stands paused: nobody's work is ignored.
 * @param {Session} session
 * @param {string} id
 * @param {Attempt} attempt
 * @param {Account} [account]
 */
export function attempted(session, id, { verdict }, account) {
  if (session.over) return session;
  const isOvertime = session.clock.spent > session.clock.allowed;
  return withItem(session, id, (item) => {
    const tries = item.tries + 1;
    if (item.verdict === "passed") return { tries }; // What has passed stays so: trying on isn't punished.
    return { tries, verdict, late: verdict === "passed" && isOvertime, ...said(account) };
  });
}

/** @param {Account} [account] */
function said(account) {
  return { said: account?.said ?? "", points: account?.points ?? [] };
}

/**
 * @param {Session} session
 * @param {string} id
 * @param {"hint" | "solution"} help
 */
export function helped(session, id, help) {
  if (session.over) return session;
  const change = (/** @type {Item} */ item) =>
    help === "hint" ? { hints: item.hints + 1 } : { solution: true };
  return withItem(session, id, change);
}

/**
 * @param {Session} session
 * @param {string} id
 */
export function flagged(session, id) {
  return withItem(session, id, (item) => ({ flag: !item.flag }));
}

/**
 * @param {Session} session
 * @param {number} now
 */
export function pausedAt(session, now) {
  return { ...advanced(session, now), clock: paused(session.clock, now) };
}

/**
 * @param {Session} session
 * @param {number} now
 */
export function resumedAt(session, now) {
  return { ...session, clock: resumed(session.clock, now) };
}

/**
 * @param {Session} session
 * @param {number} now
 */
export function finished(session, now) {
  return { ...advanced(session, now), over: true };
}

/**
 * Taken up again after a finish: what lay between counts as a pause.
 * @param {Session} session
 * @param {number} now
 */
export function reopened(session, now) {
  return { ...session, clock: resumed(paused(session.clock, session.clock.seen), now), over: false };
}

/** @param {Session} session */
export function passedOf({ items }) {
  return items.filter(({ verdict }) => verdict === "passed").length;
}

/** @param {Session} session */
export function isPassed(session) {
  return session.items.length > 0 && passedOf(session) === session.items.length;
}

/**
 * @param {Session} session
 * @param {string} id
 */
export function holds({ items }, id) {
  return items.some((item) => item.id === id);
}

/**
 * @param {Session} session
 * @param {string | null} id
 * @param {(item: Item) => Partial<Item>} change
 * @returns {Session}
 */
function withItem(session, id, change) {
  const items = session.items.map((item) => (item.id === id ? { ...item, ...change(item) } : item));
  return { ...session, items };
}

/**
 * Whether a value that was kept is a session: it may come from another edition, or from a file.
 * @param {unknown} value
 * @returns {value is Session}
 */
export function isSession(value) {
  const session = /** @type {Partial<Session> | null} */ (value);
  return (
    typeof session?.mock === "string" &&
    typeof session.url === "string" &&
    isClock(session.clock) &&
    Array.isArray(session.items) &&
    session.items.every(isItem)
  );
}

/** @param {Partial<Item> | null} item */
function isItem(item) {
  const points = item?.points ?? [];
  return typeof item?.id === "string" && typeof item.url === "string" && Array.isArray(points);
}
