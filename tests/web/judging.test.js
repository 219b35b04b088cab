/** How figures are read, and what figures, orders, choices and predictions are worth. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeAssignment } from "../../src/web/judging/assignment.js";
import { judgeFigure } from "../../src/web/judging/number.js";
import { judgeOrder } from "../../src/web/judging/order.js";
import { parseNumber } from "../../src/web/judging/parse_number.js";
import { judgePredictions, part, place, SILENT } from "../../src/web/judging/placement.js";

/** @import { AssignedItem, NumberPart } from "../../src/web/types.js" */

/** @type {Record<string, [string, number][]>} */
const READ = {
  "plain digits": [
    ["131072", 131072],
    ["-3", -3],
    ["−3", -3],
    ["+3", 3],
    [" 007 ", 7],
    [".5", 0.5],
    ["5.", 5],
  ],
  "thousands parted by comma, space, apostrophe, underscore": [
    ["131,072", 131072],
    ["1,073,741,824", 1073741824],
    ["131 072", 131072],
    ["131\u202f072", 131072],
    ["1\u00a0073\u00a0741\u00a0824", 1073741824],
    ["131'072", 131072],
    ["131’072", 131072],
    ["1_000_000", 1e6],
    ["1.073.741.824", 1073741824],
  ],
  "decimal dots and decimal commas": [
    ["1.5", 1.5],
    ["1.500", 1.5],
    ["1,5", 1.5],
    ["0,125", 0.125],
    ["11,67", 11.67],
    ["1234,567", 1234.567],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 234,5", 1234.5],
  ],
  powers: [
    ["1e9", 1e9],
    ["1.5E9", 1.5e9],
    ["1,5e-3", 0.0015],
    ["1.5×10^9", 1.5e9],
    ["1.5 x 10^9", 1.5e9],
    ["1.5*10**9", 1.5e9],
    ["2^30", 2 ** 30],
    ["2**30", 2 ** 30],
    ["-2^3", -8],
  ],
  "a sign of about, or an equals sign, before it": [
    ["≈ 48", 48],
    ["~48", 48],
    ["= 48", 48],
  ],
};

for (const [form, cases] of Object.entries(READ)) {
  test(`a figure can be written with ${form}`, () => {
    for (const [text, value] of cases) assert.equal(parseNumber(text), value, text);
  });
}

/** What the marks of English stand for, and how four texts are read then. @type {[Record<string, string>, number[]][]} */
const MARKS = [
  [{}, [1500, 1.5, 1.5, 1500000]],
  [{ ".": ",", ",": "\u202f" }, [1.5, 1.5, 1.5, 1500000]],
  [{ ".": ",", ",": "." }, [1.5, 1500, 1.5, 1500000]],
];

for (const [marks, values] of MARKS) {
  test(`a mark that could be either is read as the language writes it: ${JSON.stringify(marks)}`, () => {
    assert.deepEqual(
      ["1,500", "1.500", "1,5", "1,500,000"].map((text) => parseNumber(text, "", marks)),
      values,
    );
  });
}

test("the part's own unit may stand behind the figure, another one may not", () => {
  assert.equal(parseNumber("48 GiB", "GiB"), 48);
  assert.equal(parseNumber("48gib", "GiB"), 48);
  assert.equal(parseNumber("18 %", "%"), 18);
  assert.equal(parseNumber("48 GB", "GiB"), null);
});

const UNREADABLE = [
  "",
  "abc",
  "1,2,3",
  "1,23,456",
  "12,34.5,6",
  "1.2.3",
  "1,000.000,5",
  "12 34",
  "1e",
  "e9",
  "NaN",
  "Infinity",
  "1e999",
  "0x10",
  "3/4",
  "--1",
  "1e9,5",
];

test("what could be read in two ways, or in none, is not guessed", () => {
  for (const text of UNREADABLE) assert.equal(parseNumber(text), null, text);
});

/** @type {NumberPart} */
const PART = {
  unit: "GiB",
  answers: [48],
  accepted: [[47.52, 48.48]],
  right: "",
  likely: [{ value: 24, range: [23.76, 24.24], feedback: "half" }],
};

const FIGURES = /** @type {const} */ ([
  ["the answer", 48, { name: "right" }],
  ["the lowest that is accepted", 47.52, { name: "right" }],
  ["the highest that is accepted", 48.48, { name: "right" }],
  ["a known mistake", 24, { name: "likely", likely: 0 }],
  ["a thousand times the answer", 48_000, { name: "factor", factor: 1000 }],
  ["a thousandth of the answer", 0.048, { name: "factor", factor: 1 / 1000 }],
  ["the answer in MiB", 48 * 1024, { name: "factor", factor: 1024 }],
  ["the answer in bits", 48 * 8, { name: "factor", factor: 8 }],
  ["the answer in GB", 48 * 1.024 ** 3, { name: "factor", factor: 1.024 ** 3 }],
  ["just above", 49, { name: "high" }],
  ["just below", 47, { name: "low" }],
  ["nothing", 0, { name: "low" }],
  ["the answer with the wrong sign", -48, { name: "low" }],
]);

for (const [says, value, verdict] of FIGURES) {
  test(`a figure that is ${says} is judged ${verdict.name}`, () => {
    assert.deepEqual(judgeFigure(PART, value), verdict);
  });
}

test("where two answers are right, too high and too low refer to the nearer one", () => {
  /** @type {[number, number][]} */
  const accepted = [
    [10, 10],
    [100, 100],
  ];
  const part = { ...PART, answers: [10, 100], accepted, likely: [] };
  assert.equal(judgeFigure(part, 12).name, "high");
  assert.equal(judgeFigure(part, 99).name, "low");
});

/** @type {[string, number[], number, string[]][]} */
const ORDERS = [
  ["the right order", [0, 1, 2, 3], 4, ["right", "right", "right", "right"]],
  ["one item moved to the front", [3, 0, 1, 2], 3, ["early", "shifted", "shifted", "shifted"]],
  ["one item moved to the end", [1, 2, 3, 0], 3, ["shifted", "shifted", "shifted", "late"]],
  ["two neighbours exchanged", [0, 2, 1, 3], 3, ["right", "shifted", "late", "right"]],
  ["the reverse", [3, 2, 1, 0], 0, ["early", "early", "late", "late"]],
  ["the reverse of three, the middle at home", [2, 1, 0], 1, ["early", "right", "late"]],
];

for (const [says, places, passed, placings] of ORDERS) {
  test(`of ${says}, ${passed} of ${places.length} are in order`, () => {
    const judged = judgeOrder(places);
    assert.equal(judged.passed, passed);
    assert.equal(judged.total, places.length);
    assert.deepEqual(judged.placings, placings);
  });
}

test("an order passes only when it is the right one", () => {
  for (const places of permutations([0, 1, 2, 3, 4]))
    assert.equal(judgeOrder(places).passed === 5, String(places) === "0,1,2,3,4");
});

/**
 * @param {number[]} items
 * @returns {number[][]}
 */
function permutations(items) {
  if (items.length < 2) return [items];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

/** @type {AssignedItem[]} */
const ITEMS = [
  { answer: "a", right: "yes a", wrong: { b: "not b" }, otherwise: "neither" },
  { answer: "b", right: "yes b", wrong: {}, otherwise: "no" },
];

test("each choice gets its own feedback, and the rest the general one", () => {
  assert.deepEqual(judgeAssignment(ITEMS, ["b", "b"]), {
    passed: 1,
    total: 2,
    marks: [
      { right: false, feedback: "not b" },
      { right: true, feedback: "yes b" },
    ],
  });
  assert.equal(judgeAssignment(ITEMS, ["c", "b"]).marks[0]?.feedback, "neither");
});

test("nothing chosen is not right", () => {
  assert.equal(judgeAssignment(ITEMS, [null, null]).passed, 0);
});

/** @type {import("../../src/web/types.js").PlacementDocument} */
const LADDER = {
  id: "ladder",
  title: "A ladder",
  levels: [
    { id: "low", name: "Low", asks: { owns: ["area", "line"] }, why: "It begins." },
    { id: "high", name: "High", asks: { owns: ["line"], leads: ["team"] }, why: "Both." },
  ],
  silent: { when: [{ owns: ["area"], leads: ["team"] }], why: "Never seen." },
};

test("a document names its highest level that fits, with what led there and what the next one lacks", () => {
  const placed = place(LADDER, { owns: "line", leads: "nobody" });
  assert.equal(placed.key, "low");
  assert.deepEqual(placed.led, ["owns"]);
  assert.equal(placed.next?.id, "high");
  assert.deepEqual(placed.missing, ["leads"]);
  assert.equal(place(LADDER, { owns: "line", leads: "team" }).next, null);
});

test("a document is silent on answers that it excludes, and says what it was; and on answers that fit no level", () => {
  const excluded = place(LADDER, { owns: "area", leads: "team" });
  assert.equal(excluded.key, SILENT);
  assert.equal(excluded.why, "Never seen.");
  assert.deepEqual([excluded.led, excluded.missing], [["owns", "leads"], []]);
  const none = place(LADDER, { owns: "nothing", leads: "nobody" });
  assert.equal(none.key, SILENT);
  assert.deepEqual([none.led, none.next?.id, none.missing], [[], "low", ["owns"]]);
});

test("predictions are judged, answers are not: a level is never right or wrong by itself", () => {
  const never = { ...LADDER, id: "never", levels: [] };
  const judged = judgePredictions([LADDER, never], { owns: "line", leads: "team" }, ["low", SILENT]);
  assert.deepEqual(judged.right, [false, true]);
  assert.equal(judged.passed, 1);
  assert.ok(part(judged.placed));
  assert.ok(!part([judged.placed[0], judged.placed[0]].filter((each) => each !== undefined)));
});
