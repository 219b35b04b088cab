/** The clock counts what passed, whoever looked or didn't, and never runs backwards. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asTime,
  at,
  extended,
  isClock,
  left,
  MINUTE,
  markPassed,
  paused,
  resumed,
  started,
} from "../../src/web/clock.js";

const NOON = 1_800_000_000_000;
/** @param {number} minutes after noon */
const after = (minutes) => NOON + minutes * MINUTE;
const TWENTY = started(20, NOON);

/** name: [what happens, minutes left, minutes idle] @type {Record<string, [() => import("../../src/web/clock.js").Clock, number, number]>} */
const STORIES = {
  "looked at each minute": [() => at(at(at(TWENTY, after(1)), after(2)), after(3)), 17, 0],
  "not looked at, as in sleep or over a reload": [() => at(TWENTY, after(12)), 8, 0],
  "kept as JSON meanwhile": [() => at(JSON.parse(JSON.stringify(at(TWENTY, after(5)))), after(6)), 14, 0],
  "past its end": [() => at(TWENTY, after(23)), -3, 0],
  "paused for an hour": [() => at(resumed(paused(TWENTY, after(5)), after(65)), after(66)), 14, 60],
  "paused twice, the second press without effect": [
    () => at(resumed(paused(paused(TWENTY, after(5)), after(6)), after(10)), after(11)),
    14,
    5,
  ],
  "extended before its end": [() => at(extended(at(TWENTY, after(19)), 5), after(20)), 5, 0],
  "extended after its end": [() => at(extended(at(TWENTY, after(22)), 5), after(22)), 3, 0],
  "set back by an hour": [() => at(at(at(TWENTY, after(5)), after(-55)), after(-53)), 13, 0],
  "set back while nobody looked": [() => at(at(TWENTY, after(-30)), after(-29)), 19, 0],
  "set back during a pause": [() => at(paused(at(TWENTY, after(5)), after(-55)), after(-50)), 15, 5],
};

for (const [name, [tell, minutes, idle]] of Object.entries(STORIES)) {
  test(`a clock ${name}`, () => {
    const clock = tell();
    assert.equal(left(clock) / MINUTE, minutes);
    assert.equal(clock.idle / MINUTE, idle);
  });
}

test("pauses are counted, a press on a standing clock isn't", () => {
  const once = paused(paused(TWENTY, after(1)), after(2));
  assert.equal(once.pauses, 1);
  assert.equal(paused(resumed(once, after(3)), after(4)).pauses, 2);
});

test("time is written as people read it", () => {
  const table = { 0: "0:00", 1: "0:01", 1000: "0:01", 59001: "1:00", 1200000: "20:00", 3661000: "1:01:01" };
  for (const [ms, text] of Object.entries(table)) assert.equal(asTime(Number(ms)), text);
  assert.equal(asTime(-1500), "0:01");
});

test("each mark is told once, and after a sleep only the last", () => {
  assert.equal(markPassed(5 * MINUTE + 400, 5 * MINUTE - 600), 5);
  assert.equal(markPassed(5 * MINUTE - 600, 5 * MINUTE - 1600), null);
  assert.equal(markPassed(1 * MINUTE + 1, 1 * MINUTE), 1);
  assert.equal(markPassed(20 * MINUTE, -MINUTE), 0);
  assert.equal(markPassed(-MINUTE, -2 * MINUTE), null);
});

test("only a clock is taken for one", () => {
  assert.ok(isClock(JSON.parse(JSON.stringify(TWENTY))));
  const { runs: _, ...partial } = TWENTY;
  for (const other of [null, undefined, 5, "x", {}, partial, { ...TWENTY, spent: null }])
    assert.ok(!isClock(other));
});
