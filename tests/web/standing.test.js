/** Where a reader stands follows from the attempts, and so does what comes next. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Rating } from "ts-fsrs";
import { reviewsOf } from "../../src/web/readiness/reviews.js";
import { nextOf, standingOf } from "../../src/web/readiness/standing.js";

/** @import { KeptAttempt } from "../../src/web/progress/item.js" */

const DAY = 24 * 60 * 60 * 1000;
const CHECK = { id: "a", title: "A", pillar: "p", url: "", minutes: 5 };

/**
 * @param {number} day
 * @param {string} verdict
 * @param {string | null} [helped]
 */
function attempt(day, verdict, helped = null) {
  return /** @type {KeptAttempt} */ ({ at: 1 + day * DAY, by: "t", verdict, helped });
}

/** @type {[string, KeptAttempt[], number[]][]} title, attempts, ratings */
const REVIEWS = [
  ["nothing tried", [], []],
  ["only stopped", [attempt(0, "stopped")], []],
  ["passed at the first press", [attempt(0, "passed")], [Rating.Easy]],
  ["passed at a later press", [attempt(0, "failed"), attempt(0.1, "passed")], [Rating.Good]],
  ["passed with a hint", [attempt(0, "passed", "hint")], [Rating.Hard]],
  ["passed with the solution", [attempt(0, "error"), attempt(0.1, "passed", "solution")], [Rating.Hard]],
  ["not passed", [attempt(0, "failed"), attempt(0.1, "timeout"), attempt(0.2, "error")], [Rating.Again]],
  ["passed, then played with", [attempt(0, "passed"), attempt(0.1, "failed")], [Rating.Easy]],
  [
    "a second sitting, at the first press",
    [attempt(0, "passed"), attempt(3, "passed")],
    [Rating.Easy, Rating.Good],
  ],
  ["a second sitting that failed", [attempt(0, "passed"), attempt(3, "failed")], [Rating.Easy, Rating.Again]],
  [
    "twelve hours begin a sitting",
    [attempt(0, "failed"), attempt(0.5, "passed")],
    [Rating.Again, Rating.Good],
  ],
];

for (const [name, attempts, ratings] of REVIEWS) {
  test(`sittings as reviews: ${name}`, () => {
    assert.deepEqual(
      reviewsOf(attempts).map(({ rating }) => rating),
      ratings,
    );
  });
}

/** @type {[string, KeptAttempt[], number, string][]} title, attempts, day, state */
const STATES = [
  ["nothing tried", [], 1, "open"],
  ["stopped", [attempt(0, "stopped")], 1, "open"],
  ["failed", [attempt(0, "failed")], 90, "tried"],
  ["unaided", [attempt(0, "passed")], 1, "unaided"],
  ["with help", [attempt(0, "failed"), attempt(0.1, "passed", "hint")], 1, "helped"],
  ["with help, later unaided", [attempt(0, "passed", "hint"), attempt(2, "passed")], 3, "unaided"],
  ["long ago", [attempt(0, "passed")], 90, "due"],
  ["a review that failed comes again the next day", [attempt(0, "passed"), attempt(5, "failed")], 30, "due"],
];

for (const [name, attempts, day, state] of STATES) {
  test(`state: ${name}`, () => {
    const item = { id: "check:a", draft: null, attempts, help: {} };
    assert.equal(standingOf(CHECK, item, 1 + day * DAY).state, state);
  });
}

/**
 * @param {string} id
 * @param {string} state
 * @param {object} [more]
 */
function standing(id, state, more = {}) {
  const { pillar = "p", minutes = 5, last = 1, due = null } = /** @type {any} */ (more);
  return /** @type {any} */ ({ check: { ...CHECK, id, pillar, minutes }, state, last, due });
}

/** @type {[string, any[], string | null][]} title, standings, the next one's id */
const NEXT = [
  ["nothing to do", [standing("a", "unaided", { due: 9 })], null],
  [
    "due longest before all else",
    [standing("a", "tried"), standing("b", "due", { due: 5 }), standing("c", "due", { due: 3 })],
    "c",
  ],
  [
    "begun last before what is open",
    [standing("a", "open"), standing("b", "tried", { last: 3 }), standing("c", "tried", { last: 8 })],
    "c",
  ],
  [
    "the pillar with the least share solved",
    [standing("a", "unaided"), standing("b", "open"), standing("c", "open", { pillar: "q" })],
    "c",
  ],
  ["the shortest of it", [standing("a", "open", { minutes: 9 }), standing("b", "open", { minutes: 4 })], "b"],
  ["in the order of the book", [standing("a", "open"), standing("b", "open")], "a"],
  [
    "then what took help, longest ago",
    [standing("a", "helped", { last: 5 }), standing("b", "helped", { last: 2 })],
    "b",
  ],
];

for (const [name, standings, id] of NEXT) {
  test(`next: ${name}`, () => assert.equal(nextOf(standings)?.standing.check.id ?? null, id));
}
