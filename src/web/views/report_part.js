/** One round of a mock's report: what was judged, how each of its checks went point by point, what to do next. */

import { asTime } from "../clock.js";
import { authored, h, icon } from "../dom.js";
import { word } from "../words.js";
import "../mock/words.js";

/** @import { Item } from "../mock/session.js" */
/** @import { Point } from "../progress/record.js" */
/** @import { MockPayload } from "../types.js" */

/** So many of the points that cost most are named as the next thing to look at. */
const NAMED = 2;

/**
 * @param {Item[]} items of one part
 * @param {MockPayload["parts"][number] | undefined} part undefined where the plan couldn't be loaded
 */
export function round(items, part) {
  const title = part?.title ?? items.map((item) => item.title).join(", ");
  return h(
    "li",
    {},
    h("p", { class: "pb-report-title" }, title),
    part ? h("div", { class: "pb-prose pb-report-judged" }, authored(part.judged)) : null,
    ...items.map(entry),
    next(items, part),
  );
}

/** @param {Item} item */
function entry(item) {
  const { said, points = [] } = item;
  return h(
    "div",
    { class: "pb-report-item", "data-part": item.id, "data-verdict": item.verdict ?? "none" },
    h("p", { class: "pb-report-check" }, item.title),
    said ? h("p", { class: "pb-report-said" }, said) : null,
    points.length > 0 ? table(points) : null,
    h(
      "dl",
      {},
      fact("report.verdict", word(`report.${verdictWord(item)}`)),
      fact("report.tries", String(item.tries)),
      fact("report.help", helpText(item)),
      fact("report.time", timeOf(item)),
    ),
    item.flag ? h("p", { class: "pb-report-flag" }, word("report.flagged")) : null,
  );
}

/** @param {Point[]} points */
function table(points) {
  const rows = points.map(({ title, got, of, said }) => {
    const isFull = got === of;
    const mark = isFull ? icon("check") : null;
    const value = h("td", {}, mark, said ?? word("report.point", { got, of }));
    return h("tr", { "data-full": isFull }, h("th", { scope: "row" }, title), value);
  });
  const caption = h("caption", {}, word("report.points"));
  return h("table", { class: "pb-report-points" }, caption, h("tbody", {}, ...rows));
}

/**
 * @param {string} key
 * @param {string} value
 */
function fact(key, value) {
  return h("div", {}, h("dt", {}, word(key)), h("dd", {}, value));
}

/** @param {Item} item */
function verdictWord({ verdict, late, tries }) {
  if (verdict === "passed") return late ? "late" : "yes";
  return tries > 0 ? "no" : "untried";
}

/** @param {Item} item */
function helpText({ hints, solution }) {
  if (solution) return word("report.help-solution", { hints });
  return hints ? word("report.help-used", { hints }) : word("report.no-help");
}

/** @param {Item} item */
function timeOf({ spent, planned }) {
  const time = duration(spent);
  return planned ? word("report.time-planned", { time, minutes: planned }) : time;
}

/** @param {number} ms that passed, in whole seconds */
export function duration(ms) {
  return asTime(Math.floor(ms / 1000) * 1000);
}

/**
 * The author's advice where something wasn't passed, and the points that cost most wherever some did.
 * @param {Item[]} items
 * @param {MockPayload["parts"][number] | undefined} part
 */
function next(items, part) {
  const advice = part && items.some(({ verdict }) => verdict !== "passed") ? authored(part.next) : null;
  const missed = costliest(items.flatMap(({ points = [] }) => points));
  if (!advice && missed.length === 0) return null;
  const titles = missed.map(({ title }) => title).join("; ");
  return h(
    "div",
    { class: "pb-prose pb-report-next" },
    h("p", { class: "pb-label" }, word("report.next-part")),
    advice,
    titles ? h("p", {}, word("report.costliest", { titles })) : null,
  );
}

/**
 * Of those with levels: where there is only right and wrong, the table has said it.
 * @param {Point[]} points
 */
function costliest(points) {
  const missed = points.filter(({ got, of }) => of > 1 && got < of);
  return missed.sort((one, other) => other.of - other.got - (one.of - one.got)).slice(0, NAMED);
}
