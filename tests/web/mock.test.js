/** A sitting of a mock: what is drawn, what counts, what stays. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE } from "../../src/web/clock.js";
import { drawn, SEEDS } from "../../src/web/mock/draw.js";
import {
  advanced,
  attempted,
  begun,
  finished,
  flagged,
  helped,
  isPassed,
  isSession,
  pausedAt,
  reopened,
  resumedAt,
  turnedTo,
} from "../../src/web/mock/session.js";

/** @import { Session } from "../../src/web/mock/session.js" */
/** @import { MockPayload } from "../../src/web/types.js" */

const NOON = 1_800_000_000_000;
/** @param {number} minutes after noon */
const after = (minutes) => NOON + minutes * MINUTE;
const TEXTS = { judged: "<p>j</p>", next: "<p>n</p>" };
const POOL = ["a", "b", "c", "d"];

/** @type {MockPayload} */
const PLAN = {
  id: "screen",
  title: "The screen",
  minutes: 45,
  parts: [
    { title: "First", pool: ["first"], count: 1, ...TEXTS },
    { title: "Second", pool: POOL, count: 1, ...TEXTS },
  ],
  checks: Object.fromEntries(
    ["first", ...POOL].map((id) => [
      id,
      { title: id.toUpperCase(), kind: "code", minutes: 5, url: `p/#check-${id}` },
    ]),
  ),
};
const START = begun(PLAN, "mocks/#check-screen", 7, NOON);
const SECOND = START.items[1]?.id ?? "";

/**
 * @param {Session} session
 * @param {string} id
 */
function item(session, id) {
  const found = session.items.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

test("a seed draws the same checks each time, every check is drawn by some seed, none twice", () => {
  const parts = [{ pool: POOL, count: 2 }];
  const seen = new Map();
  for (let seed = 1; seed < SEEDS; seed += 1) {
    const [ids = []] = drawn(parts, seed);
    assert.equal(new Set(ids).size, 2);
    assert.deepEqual(drawn(parts, seed), [ids]);
    for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  assert.deepEqual([...seen.keys()].sort(), POOL);
  for (const times of seen.values()) assert.ok(Math.abs(times - SEEDS / 2) < SEEDS / 50, `${times}`);
});

test("a draw is pinned: a seed that somebody wrote down means the same next year", () => {
  assert.deepEqual(
    [1, 12, 500, 4711].map((seed) => drawn([{ pool: POOL, count: 2 }], seed)[0]?.join("")),
    ["cb", "ab", "ca", "cd"],
  );
});

test("a sitting begins with its parts in order, each with its place in the book", () => {
  assert.deepEqual(
    START.items.map(({ id, part }) => [id, part]),
    [
      ["first", 0],
      [SECOND, 1],
    ],
  );
  assert.equal(item(START, SECOND).url, `p/#check-${SECOND}`);
  assert.equal(START.current, "first");
});

test("time goes to the part that the reader is at, none of it to a pause", () => {
  let session = turnedTo(advanced(START, after(10)), SECOND);
  session = resumedAt(pausedAt(session, after(13)), after(20));
  session = finished(session, after(22));
  assert.equal(item(session, "first").spent, 10 * MINUTE);
  assert.equal(item(session, SECOND).spent, 5 * MINUTE);
  assert.equal(session.clock.spent, 15 * MINUTE);
  assert.equal(session.clock.idle, 7 * MINUTE);
  assert.deepEqual(advanced(session, after(99)), session);
});

test("a check that isn't a part changes nothing", () => {
  const other = turnedTo(attempted(START, "other", { verdict: "passed" }), "other");
  assert.deepEqual(other, START);
});

test("what has passed stays passed, and further tries are counted", () => {
  let session = attempted(START, "first", { verdict: "failed" });
  session = attempted(session, "first", { verdict: "passed" });
  session = attempted(session, "first", { verdict: "failed" });
  assert.equal(item(session, "first").verdict, "passed");
  assert.equal(item(session, "first").tries, 3);
  assert.ok(!item(session, "first").late);
});

test("a pass in overtime is a pass, and said to be late; one in time stays in time", () => {
  let session = attempted(advanced(START, after(44)), "first", { verdict: "passed" });
  session = advanced(session, after(46));
  session = attempted(session, "first", { verdict: "passed" });
  session = attempted(session, SECOND, { verdict: "passed" });
  assert.deepEqual([item(session, "first").late, item(session, SECOND).late], [false, true]);
  assert.ok(isPassed(session));
});

const ACCOUNT = { said: "2 of 3 points.", points: [{ title: "A cause", got: 2, of: 3 }] };

test("what an attempt came to is kept with its verdict, and a pass keeps its own", () => {
  let session = attempted(START, "first", { verdict: "failed" }, ACCOUNT);
  assert.deepEqual(item(session, "first").points, ACCOUNT.points);
  session = attempted(session, "first", { verdict: "passed" }, { said: "3 of 3 points." });
  session = attempted(session, "first", { verdict: "failed" }, ACCOUNT);
  assert.equal(item(session, "first").said, "3 of 3 points.");
});

test("a later attempt that says less leaves nothing of the one before", () => {
  let session = attempted(START, "first", { verdict: "failed" }, ACCOUNT);
  session = attempted(session, "first", { verdict: "error" }, { said: "Python ended." });
  assert.deepEqual(item(session, "first").points, []);
});

test("the clock as its author divided it comes with each part, shared by what is drawn together", () => {
  const [first, second] = PLAN.parts;
  assert.ok(first && second);
  const divided = {
    ...PLAN,
    parts: [
      { ...first, minutes: 15 },
      { ...second, minutes: 30, count: 2 },
    ],
  };
  const { items } = begun(divided, "mocks/", 7, NOON);
  assert.deepEqual(
    items.map(({ planned }) => planned),
    [15, 15, 15],
  );
  assert.equal(item(START, "first").planned, undefined);
});

test("help and flags are kept by part", () => {
  let session = helped(helped(helped(START, "first", "hint"), "first", "hint"), SECOND, "solution");
  session = flagged(session, "first");
  assert.deepEqual(
    [item(session, "first").hints, item(session, "first").flag, item(session, SECOND).solution],
    [2, true, true],
  );
  assert.ok(!item(flagged(session, "first"), "first").flag);
});

test("after the end nothing counts, until it's taken up again: then the time between was a pause", () => {
  const over = finished(START, after(5));
  assert.deepEqual(attempted(over, "first", { verdict: "passed" }), over);
  const again = advanced(reopened(over, after(65)), after(66));
  assert.equal(again.clock.spent, 6 * MINUTE);
  assert.equal(again.clock.idle, 60 * MINUTE);
  assert.equal(again.clock.pauses, 1);
});

test("what was kept is a sitting only if it has the shape of one", () => {
  assert.ok(isSession(JSON.parse(JSON.stringify(START))));
  const OTHER = { ...START, items: [{ ...START.items[0], points: "all" }] };
  for (const other of [
    null,
    5,
    {},
    { ...START, clock: {} },
    { ...START, items: [{}] },
    { ...START, url: 5 },
    OTHER,
  ])
    assert.ok(!isSession(other));
});
