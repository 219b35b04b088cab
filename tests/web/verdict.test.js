/** What counts as passed, which failing test is shown first, how a quiz scores. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, isJudgeReport, scoreQuiz, verdictOf } from "../../src/web/verdict.js";

/** @import { JudgeReport, TestReport } from "../../src/web/types.js" */

/**
 * @param {string} id
 * @param {TestReport["outcome"]} outcome
 * @param {TestReport["case"]} example
 * @returns {TestReport}
 */
function report(id, outcome, example = null) {
  return { id, title: "", outcome, message: "", error: null, case: example, output: "", drawn: false };
}

/**
 * @param {TestReport[]} tests
 * @param {JudgeReport["outcome"]} outcome
 * @returns {JudgeReport}
 */
function judged(tests, outcome = "judged") {
  return { outcome, error: null, tests, signature: {}, recognised: null };
}

const VERDICTS = [
  { says: "all expected tests passed", outcomes: { a: "passed", b: "passed" }, name: "passed", passed: 2 },
  { says: "one test failed", outcomes: { a: "passed", b: "failed" }, name: "failed", passed: 1 },
  { says: "one test ended in an error", outcomes: { a: "passed", b: "error" }, name: "failed", passed: 1 },
  { says: "an expected test did not report", outcomes: { a: "passed" }, name: "error", passed: 1 },
  { says: "nothing reported", outcomes: {}, name: "error", passed: 0 },
  { says: "unknown tests passed instead", outcomes: { x: "passed", y: "passed" }, name: "error", passed: 0 },
  {
    says: "an unknown test failed beside the expected",
    outcomes: { a: "passed", b: "passed", x: "failed" },
    name: "failed",
    passed: 2,
  },
];

for (const { says, outcomes, name, passed } of VERDICTS) {
  test(`the verdict is ${name} when ${says}`, () => {
    const tests = Object.entries(outcomes).map(([id, outcome]) => report(id, /** @type {any} */ (outcome)));
    const verdict = verdictOf(judged(tests), ["a", "b"]);
    assert.equal(verdict.name, name);
    assert.equal(verdict.passed, passed);
    assert.equal(verdict.total, 2);
  });
}

test("a check whose build listed no tests never passes", () => {
  assert.equal(verdictOf(judged([]), []).name, "error");
});

test("an answer that can't be imported is an error, whatever its tests say", () => {
  const verdict = verdictOf(judged([report("a", "error")], "unusable"), ["a"]);
  assert.equal(verdict.name, "error");
  assert.equal(verdict.first, null);
  assert.deepEqual(verdict.missing, []);
});

test("missing tests are named", () => {
  assert.deepEqual(verdictOf(judged([report("b", "passed")]), ["a", "b", "c"]).missing, ["a", "c"]);
});

test("the first failing test in the build's order is shown first", () => {
  const verdict = verdictOf(judged([report("b", "failed"), report("a", "failed")]), ["a", "b"]);
  assert.equal(verdict.first?.id, "a");
});

test("a failing test with a case is shown before an earlier one without", () => {
  const example = { input: { x: "1" }, expected: "2", got: "3" };
  const verdict = verdictOf(judged([report("a", "error"), report("b", "failed", example)]), ["a", "b"]);
  assert.equal(verdict.first?.id, "b");
});

test("tests come in the build's order, unknown ones last", () => {
  const tests = ["x", "b", "a"].map((id) => report(id, "passed"));
  assert.deepEqual(
    inOrder(tests, ["a", "b"]).map(({ id }) => id),
    ["a", "b", "x"],
  );
});

for (const value of [
  null,
  undefined,
  "judged",
  {},
  { outcome: "judged" },
  { outcome: "judged", tests: [null] },
]) {
  test(`${JSON.stringify(value)} is no judge's report`, () => assert.equal(isJudgeReport(value), false));
}

const QUESTIONS = [
  { options: [{ correct: true }, { correct: false }] },
  { options: [{ correct: true }, { correct: true }, { correct: false }] },
];
const QUIZZES = [
  { says: "exactly the right options", chosen: [[0], [0, 1]], right: [true, true] },
  { says: "one right option missing", chosen: [[0], [0]], right: [true, false] },
  { says: "one wrong option too many", chosen: [[0], [0, 1, 2]], right: [true, false] },
  { says: "nothing chosen", chosen: [[], []], right: [false, false] },
];

for (const { says, chosen, right } of QUIZZES) {
  test(`a quiz with ${says} scores ${right}`, () => {
    const score = scoreQuiz(QUESTIONS, chosen);
    assert.deepEqual(score.right, right);
    assert.equal(score.passed, right.filter(Boolean).length);
  });
}
