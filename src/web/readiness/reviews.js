/**
 * When a check is due again, by FSRS. Nothing of it is kept: it follows from the attempts, so that two tabs or two
 * machines that know the same attempts agree. The one file that names ts-fsrs.
 *
 * All attempts of one sitting are one review: Again without a solution, Hard solved with help, Good solved unaided,
 * Easy when the very first press of the very first sitting passed unaided.
 */

import { fsrs, Rating } from "ts-fsrs";
import { SITTING_MS } from "../progress/item.js";

/** @import { Grade } from "ts-fsrs" */
/** @import { KeptAttempt } from "../progress/item.js" */

/** @typedef {{at: number, rating: Grade}} Review */
/** @typedef {{stability: number, difficulty: number, due: number}} Memory `due` in ms since 1970 */

const DAY_MS = 24 * 60 * 60 * 1000;

/** No steps of minutes: a sitting is the shortest unit here. No chance: the same attempts give the same day. */
const SCHEDULER = fsrs({ enable_fuzz: false, learning_steps: [], relearning_steps: [] });

/**
 * @param {KeptAttempt[]} attempts the earliest first
 * @returns {Review[]} one for each sitting
 */
export function reviewsOf(attempts) {
  const judged = attempts.filter(({ verdict }) => verdict !== "stopped");
  /** @type {KeptAttempt[][]} */
  const sittings = [];
  for (const attempt of judged) {
    const start = sittings.at(-1)?.[0]?.at ?? Number.NEGATIVE_INFINITY;
    if (attempt.at - start < SITTING_MS) sittings.at(-1)?.push(attempt);
    else sittings.push([attempt]);
  }
  return sittings.map((sitting, place) => reviewOf(sitting, place === 0));
}

/**
 * @param {KeptAttempt[]} sitting
 * @param {boolean} isFirst
 * @returns {Review}
 */
function reviewOf(sitting, isFirst) {
  const first = /** @type {KeptAttempt} */ (sitting[0]);
  const solved = sitting.find(({ verdict }) => verdict === "passed");
  if (!solved) return { at: first.at, rating: Rating.Again };
  if (solved.helped) return { at: solved.at, rating: Rating.Hard };
  return { at: solved.at, rating: isFirst && solved === first ? Rating.Easy : Rating.Good };
}

/**
 * @param {Review[]} reviews the earliest first
 * @returns {Memory | null} null before the first
 */
export function memoryOf(reviews) {
  /** @type {Memory | null} */
  let memory = null;
  for (const [place, review] of reviews.entries()) memory = reviewed(memory, reviews[place - 1], review);
  return memory;
}

/**
 * @param {Memory | null} memory
 * @param {Review | undefined} before the review that left it so
 * @param {Review} review
 * @returns {Memory}
 */
function reviewed(memory, before, { at, rating }) {
  const days = before ? Math.max(0, Math.floor((at - before.at) / DAY_MS)) : 0;
  const { stability, difficulty } = SCHEDULER.next_state(memory, days, rating);
  return { stability, difficulty, due: at + SCHEDULER.next_interval(stability, days) * DAY_MS };
}
