/** What stands beside what in a chart after Check, and where an answer parts from the reference. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { areCurves, rowsOf, standingsOf } from "../../src/web/judging/curves.js";

/** @import { Curves } from "../../src/web/types.js" */

/** @type {Curves} */
const REFERENCE = {
  cost: [
    [0, 10],
    [1, 20],
    [2, 40],
  ],
};

/**
 * @param {(number | null)[]} values
 * @returns {Curves}
 */
function cost(...values) {
  return { cost: values.map((y, x) => [x, y]) };
}

/** @type {[string, Curves, object][]} what the answer gives, the curves, how they stand */
const STANDINGS = [
  ["the very same", cost(10, 20, 40), { standing: "same" }],
  ["the same but for rounding", cost(10, 20.00001, 40), { standing: "same" }],
  [
    "other values",
    cost(10, 25, 30),
    { standing: "apart", at: { curve: "cost", x: 2, own: 30, reference: 40 } },
  ],
  [
    "a value that can't be drawn",
    cost(10, null, 90),
    { standing: "gap", at: { curve: "cost", x: 1, own: null, reference: 20 } },
  ],
  ["fewer points", cost(10, 20), { standing: "elsewhere" }],
  [
    "other points",
    {
      cost: [
        [0, 10],
        [1, 20],
        [3, 40],
      ],
    },
    { standing: "elsewhere" },
  ],
  ["no such curve", {}, { standing: "elsewhere" }],
];

for (const [name, own, expected] of STANDINGS) {
  test(`standing of a curve: ${name}`, () => {
    assert.deepEqual(standingsOf(own, REFERENCE), [{ curve: "cost", ...expected }]);
  });
}

test("each curve is compared with the reference's of its name", () => {
  const two = { ...REFERENCE, speed: REFERENCE.cost ?? [] };
  const found = standingsOf({ speed: cost(10, 20, 41).cost ?? [], ...REFERENCE }, two);
  assert.deepEqual(
    found.map(({ curve, standing }) => `${curve} ${standing}`),
    ["speed apart", "cost same"],
  );
});

test("values stand side by side where the points are the reference's, an x that comes twice included", () => {
  /** @type {Curves} */
  const steps = {
    cost: [
      [0, 1],
      [0, 2],
    ],
  };
  assert.deepEqual(
    rowsOf(steps, steps).map(({ own, reference }) => [own, reference]),
    [
      [1, 1],
      [2, 2],
    ],
  );
});

test("no value is lost where the points differ", () => {
  assert.deepEqual(
    rowsOf(cost(7), REFERENCE).map(({ x, own, reference }) => [x, own, reference]),
    [
      [0, 7, null],
      [0, null, 10],
      [1, null, 20],
      [2, null, 40],
    ],
  );
});

for (const value of [null, {}, { a: [] }, { a: [[1]] }, { a: [["1", 2]] }, { a: [[1, "2"]] }, { a: "xy" }]) {
  test(`not taken for curves: ${JSON.stringify(value)}`, () => assert.equal(areCurves(value), false));
}

test("a gap is a value like any other", () => assert.equal(areCurves(cost(1, null)), true));
