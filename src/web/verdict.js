/** What a judge's report amounts to. Pure: no page, no words. */

/** @import { JobEnd, JudgeReport, TestReport, Verdict } from "./types.js" */

/**
 * "passed" only when every id that the build listed has reported passed.
 * @param {JudgeReport} report
 * @param {string[]} expected test ids from the build, in order
 * @returns {Verdict}
 */
export function verdictOf(report, expected) {
  const byId = new Map(report.tests.map((test) => [test.id, test]));
  const missing = expected.filter((id) => !byId.has(id));
  const passed = expected.filter((id) => byId.get(id)?.outcome === "passed").length;
  const failing = inOrder(report.tests, expected).filter((test) => test.outcome !== "passed");
  const counts = { passed, total: expected.length, missing, first: firstToShow(failing) };
  if (report.outcome === "unusable") return { ...counts, name: "error", missing: [], first: null };
  if (failing.length > 0) return { ...counts, name: "failed" };
  const isWhole = expected.length > 0 && missing.length === 0;
  return { ...counts, name: isWhole ? "passed" : "error" };
}

/**
 * Tests as the build lists them; ones it doesn't know come last.
 * @param {TestReport[]} tests
 * @param {string[]} expected
 * @returns {TestReport[]}
 */
export function inOrder(tests, expected) {
  const place = new Map(expected.map((id, index) => [id, index]));
  /** @param {TestReport} test */
  const rank = (test) => place.get(test.id) ?? expected.length;
  return tests.toSorted((left, right) => rank(left) - rank(right));
}

/**
 * A test that can show input, expected and got says more than one that can't.
 * @param {TestReport[]} failing
 */
function firstToShow(failing) {
  return failing.find((test) => test.case) ?? failing[0] ?? null;
}

/**
 * Whether a worker's message has the shape of a judge's report; it ran beside learner code, so it may not.
 * @param {unknown} value
 * @returns {value is JudgeReport}
 */
export function isJudgeReport(value) {
  const report = /** @type {Partial<JudgeReport> | null} */ (value);
  return (
    (report?.outcome === "judged" || report?.outcome === "unusable") &&
    Array.isArray(report.tests) &&
    report.tests.every((test) => typeof test?.id === "string" && typeof test.outcome === "string")
  );
}

/**
 * The score of a quiz's answers.
 * @param {{options: {correct: boolean}[]}[]} questions
 * @param {number[][]} chosen indexes of the options chosen, by question
 * @returns {{passed: number, total: number, right: boolean[]}}
 */
export function scoreQuiz(questions, chosen) {
  const right = questions.map(({ options }, index) =>
    options.every((option, place) => option.correct === (chosen[index] ?? []).includes(place)),
  );
  return { passed: right.filter(Boolean).length, total: questions.length, right };
}
