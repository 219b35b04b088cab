/** A judged answer: the first failing case, then the recognised mistake, then all tests. */

import { authored, freshId, h, icon } from "../dom.js";
import { inOrder } from "../verdict.js";
import { word } from "../words.js";
import { explanation } from "./explanation.js";

/** @import { CodePayload, JudgeReport, LearnerError, TestCase, TestReport, Verdict } from "../types.js" */

/**
 * @param {JudgeReport} report
 * @param {Verdict} verdict
 * @param {CodePayload} payload
 * @returns {Node[]}
 */
export function results(report, verdict, { expected, visible, feedback }) {
  const name = report.recognised;
  const html = name !== null && Object.hasOwn(feedback, name) ? feedback[name] : undefined;
  return [
    report.outcome === "unusable" && report.error ? unusable(report.error) : null,
    verdict.first ? firstFailing(verdict.first) : null,
    name && html ? mistake(name, html) : null,
    report.tests.length > 0 ? allTests(inOrder(report.tests, expected), visible) : null,
  ].filter((part) => part !== null);
}

/** @param {LearnerError} error */
function unusable(error) {
  return h("div", { class: "pb-card pb-card--failed" }, trace(error));
}

/** @param {TestReport} test */
function firstFailing(test) {
  return h(
    "div",
    { class: "pb-card pb-card--failed" },
    h("p", { class: "pb-card-title" }, word("case.title")),
    h("p", { class: "pb-card-text" }, test.title || test.id),
    test.case ? caseTable(test.case) : message(test),
  );
}

/** @param {TestCase} example */
function caseTable(example) {
  const rows = [
    ...Object.entries(example.input).map(([name, value]) => row(word("case.input"), value, name)),
    row(word("case.expected"), example.expected),
    row(word("case.got"), example.got),
  ];
  return h("table", { class: "pb-case" }, h("tbody", {}, ...rows));
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} [name] of a parameter
 */
function row(label, value, name) {
  const head = h("th", { scope: "row" }, label, name && " ", name && h("code", {}, name));
  return h("tr", {}, head, h("td", {}, h("pre", { tabindex: "0" }, value)));
}

/**
 * @param {string} name
 * @param {string} html
 */
function mistake(name, html) {
  return h(
    "div",
    { class: "pb-card pb-card--feedback", "data-feedback": name },
    h("p", { class: "pb-card-title" }, icon("hint"), word("feedback.title")),
    h("div", { class: "pb-prose" }, authored(html)),
  );
}

/**
 * Every test by name, in a box of its own scrolling, for a check may have dozens: the cases that the page shows first,
 * then those that failed.
 * @param {TestReport[]} tests
 * @param {string[]} visible ids
 */
function allTests(tests, visible) {
  const shown = tests.filter(({ id }) => visible.includes(id));
  const others = tests.filter(({ id }) => !visible.includes(id));
  const failing = others.filter(({ outcome }) => outcome !== "passed");
  const passing = others.filter(({ outcome }) => outcome === "passed");
  const title = h(
    "p",
    { class: "pb-card-title", id: freshId("tests") },
    word("tests.title", { total: tests.length }),
  );
  const list = h("ul", { class: "pb-tests" }, ...[...shown, ...failing, ...passing].map(testItem));
  const box = h(
    "div",
    { class: "pb-tests-box", role: "group", tabindex: 0, "aria-labelledby": title.id },
    list,
  );
  return h("div", { class: "pb-all" }, title, box);
}

/** @param {TestReport} test */
function testItem(test) {
  const details = testDetails(test);
  const line = [
    h(
      "span",
      { class: "pb-outcome" },
      icon(test.outcome === "passed" ? "check" : "failed"),
      outcomeWord(test),
    ),
    h("span", { class: "pb-test-title" }, test.title || test.id),
    h("code", { class: "pb-test-id" }, test.id),
  ];
  const body = details.length
    ? h("details", { class: "pb-test" }, h("summary", {}, ...line), ...details)
    : h("div", { class: "pb-test" }, ...line);
  return h("li", { "data-test": test.id, "data-outcome": test.outcome }, body);
}

/** @param {TestReport} test */
function outcomeWord({ outcome }) {
  return word(`test.${outcome}`);
}

/** @param {TestReport} test */
function testDetails(test) {
  const parts = [];
  if (test.case && test.outcome !== "passed") parts.push(caseTable(test.case));
  if (test.outcome !== "passed") parts.push(message(test));
  if (test.output) parts.push(h("p", { class: "pb-label" }, word("test.output")), h("pre", {}, test.output));
  return parts;
}

/** @param {TestReport} test */
function message(test) {
  return test.error?.traceback
    ? trace(test.error)
    : h("pre", { class: "pb-traceback", tabindex: "0" }, test.message);
}

/** @param {LearnerError} error */
function trace(error) {
  const text = error.traceback || `${error.type}: ${error.message}`;
  const pre = h("pre", { class: "pb-traceback", tabindex: "0" }, text);
  return error.explained ? h("div", {}, explanation(error), pre) : pre;
}
