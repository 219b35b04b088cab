/** Versions of an item merge without loss, whatever their order. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyItem, helpBefore, merge, parseItem, SITTING_MS } from "../../src/web/progress/item.js";
import { anyItem, dice } from "./machine.js";

const ROUNDS = 500;

test("order and repetition of merges don't matter", () => {
  const roll = dice(1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [a, b, c] = [anyItem(roll, "i"), anyItem(roll, "i"), anyItem(roll, "i")];
    assert.deepEqual(merge(a, b), merge(b, a));
    assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c)));
    assert.deepEqual(merge(a, a), a);
    assert.deepEqual(merge(a, emptyItem("i")), a);
  }
});

test("no attempt is lost by a merge, and the later draft wins", () => {
  const roll = dice(2);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [a, b] = [anyItem(roll, "i"), anyItem(roll, "i")];
    const merged = merge(a, b);
    const key = (/** @type {{at: number, by: string}} */ { at, by }) => `${at} ${by}`;
    assert.deepEqual(new Set(merged.attempts.map(key)), new Set([...a.attempts, ...b.attempts].map(key)));
    assert.equal(merged.draft?.at, Math.max(a.draft?.at ?? 0, b.draft?.at ?? 0) || undefined);
  }
});

test("an item is read back as it was written", () => {
  const roll = dice(3);
  for (let round = 0; round < ROUNDS; round += 1) {
    const item = anyItem(roll, "i");
    assert.deepEqual(parseItem(JSON.parse(JSON.stringify(item))), item);
  }
});

const WHOLE = { id: "check:a", draft: null, attempts: [], help: {} };
const ATTEMPT = { at: 1, by: "t", verdict: "passed", helped: null };

/** @type {Record<string, unknown>} */
const BROKEN = {
  nothing: null,
  "a text": "check:a",
  "a list": [WHOLE],
  "no id": { ...WHOLE, id: undefined },
  "an empty id": { ...WHOLE, id: "" },
  "no draft": { ...WHOLE, draft: undefined },
  "a draft without time": { ...WHOLE, draft: { by: "t", value: "x" } },
  "a draft without value": { ...WHOLE, draft: { at: 1, by: "t" } },
  "a time that is none": { ...WHOLE, draft: { at: Number.NaN, by: "t", value: "x" } },
  "a time before all": { ...WHOLE, draft: { at: -1, by: "t", value: "x" } },
  "attempts that are no list": { ...WHOLE, attempts: {} },
  "an unknown verdict": { ...WHOLE, attempts: [{ ...ATTEMPT, verdict: "won" }] },
  "unknown help before it": { ...WHOLE, attempts: [{ ...ATTEMPT, helped: "friend" }] },
  "a score in words": { ...WHOLE, attempts: [{ ...ATTEMPT, score: "3" }] },
  "help of an unknown kind": { ...WHOLE, help: { friend: 1 } },
  "help without a time": { ...WHOLE, help: { hint: "yesterday" } },
};

for (const [name, value] of Object.entries(BROKEN)) {
  test(`no item: ${name}`, () => assert.equal(parseItem(value), null));
}

const LONG = SITTING_MS + 1;

/** @type {[string, object, number, string | null][]} title, item, now, help */
const HELP = [
  ["nothing was seen", {}, 100, null],
  ["a hint was seen", { help: { hint: 50 } }, 100, "hint"],
  ["both were seen", { help: { hint: 60, solution: 50 } }, 100, "solution"],
  ["it was seen days before", { help: { hint: 50 } }, 50 + 9 * LONG, "hint"],
  ["solved with it just now", { help: { hint: 50 }, attempts: [{ ...ATTEMPT, at: 60 }] }, 100, "hint"],
  [
    "solved since, in an earlier sitting",
    { help: { hint: 50 }, attempts: [{ ...ATTEMPT, at: 60 }] },
    60 + LONG,
    null,
  ],
  ["seen again since", { help: { hint: 70 }, attempts: [{ ...ATTEMPT, at: 60 }] }, 60 + LONG, "hint"],
];

for (const [name, parts, now, expected] of HELP) {
  test(`help before an attempt: ${name}`, () => {
    const item = /** @type {import("../../src/web/progress/item.js").Item} */ ({ ...WHOLE, ...parts });
    assert.equal(helpBefore(item, now), expected);
  });
}
