/** Where a reader stands: per check, counted, and what to do next. Values in, values out. */

import { memoryOf, reviewsOf } from "./reviews.js";

/** @import { Item } from "../progress/item.js" */

/** One check as book.json names it. @typedef {{id: string, title: string, pillar: string, url: string, minutes: number}} Check */

/** @typedef {"unaided" | "helped" | "due" | "tried" | "open"} State */
/** In the order of a picture. */
export const STATES = /** @type {State[]} */ (["unaided", "helped", "due", "tried", "open"]);

/**
 * @typedef {object} Standing
 * @property {Check} check
 * @property {State} state "due": solved, with or without help, and its review is due
 * @property {number} last time of the last attempt; 0 before the first
 * @property {number | null} due when a solved one is due again
 */

/** @typedef {{standing: Standing, why: "due" | "tried" | "open" | "helped", pillar: Count}} Next */
/** @typedef {Record<State, number> & {total: number}} Count */

/**
 * @param {Check} check
 * @param {Item} item
 * @param {number} now
 * @returns {Standing}
 */
export function standingOf(check, { attempts }, now) {
  const judged = attempts.filter(({ verdict }) => verdict !== "stopped");
  const passed = judged.filter(({ verdict }) => verdict === "passed");
  const last = judged.at(-1)?.at ?? 0;
  if (passed.length === 0) return { check, state: judged.length > 0 ? "tried" : "open", last, due: null };
  const due = memoryOf(reviewsOf(attempts))?.due ?? null;
  const solved = passed.some(({ helped }) => helped === null) ? "unaided" : "helped";
  return { check, state: due !== null && due <= now ? "due" : solved, last, due };
}

/**
 * @param {Standing[]} standings
 * @returns {Count}
 */
export function countOf(standings) {
  const count = { unaided: 0, helped: 0, due: 0, tried: 0, open: 0, total: standings.length };
  for (const { state } of standings) count[state] += 1;
  return count;
}

/** @param {Count} count */
export function solvedOf({ unaided, helped, due }) {
  return unaided + helped + due;
}

/**
 * The next best thing: what is due longest, else what was begun last, else the shortest open check of the pillar with
 * the least share solved, else what was solved with help, longest ago.
 * @param {Standing[]} standings in the order of the book
 * @returns {Next | null} null when all is solved unaided and nothing due
 */
export function nextOf(standings) {
  const among = (/** @type {State} */ state) => standings.filter((standing) => standing.state === state);
  const due = among("due").sort((left, right) => (left.due ?? 0) - (right.due ?? 0));
  const tried = among("tried").sort((left, right) => right.last - left.last);
  const helped = among("helped").sort((left, right) => left.last - right.last);
  const open = among("open").sort(
    (left, right) =>
      shareOf(left, standings) - shareOf(right, standings) || left.check.minutes - right.check.minutes,
  );
  const [standing] = [...due, ...tried, ...open, ...helped];
  if (!standing) return null;
  const why = /** @type {Next["why"]} */ (standing.state);
  return { standing, why, pillar: countOf(ofPillar(standing, standings)) };
}

/**
 * @param {Standing} standing
 * @param {Standing[]} standings
 */
function ofPillar({ check }, standings) {
  return standings.filter((other) => other.check.pillar === check.pillar);
}

/**
 * @param {Standing} standing
 * @param {Standing[]} standings
 */
function shareOf(standing, standings) {
  const count = countOf(ofPillar(standing, standings));
  return solvedOf(count) / count.total;
}
