/** The report of a mock: for each part what was judged and how it went, and what to do next. It prints. */

import { asTime } from "../clock.js";
import { authored, freshId, h } from "../dom.js";
import { isPassed, passedOf } from "../mock/session.js";
import { word } from "../words.js";
import "../mock/words.js";

/** @import { Item, Session } from "../mock/session.js" */
/** @import { MockPayload } from "../types.js" */

/**
 * @param {Session} session that is over
 * @param {MockPayload | null} plan null where it couldn't be loaded: then what was judged is left out
 * @param {(note: string) => void} onNote on each change of what the reader writes
 */
export function report(session, plan, onNote) {
  const title = h("h4", { id: freshId("report") }, word("report.title", { title: session.title }));
  return h(
    "div",
    { class: "pb-report", role: "region", tabindex: -1, "aria-labelledby": title.id },
    title,
    h("p", { class: "pb-report-title" }, outcome(session).text),
    h("p", { class: "pb-report-clock" }, clockText(session)),
    h("ol", { class: "pb-report-parts" }, ...session.items.map((item) => entry(item, plan))),
    h("p", { class: "pb-card-title" }, word("report.next")),
    ...nextSteps(session, plan),
    ...noteField(session.note, onNote),
  );
}

/**
 * What a sitting came to, in a name and in words.
 * @param {Session} session
 * @returns {{name: "passed" | "failed", text: string}}
 */
export function outcome(session) {
  const values = { passed: passedOf(session), total: session.items.length };
  if (!isPassed(session)) return { name: "failed", text: word("mock.failed", values) };
  const late = session.items.some((item) => item.late);
  return { name: "passed", text: word(late ? "mock.passed-late" : "mock.passed", values) };
}

/** @param {Session} session */
function clockText({ clock, seed }) {
  const { allowed, spent, pauses, idle, seen } = clock;
  const date = new Date(seen).toLocaleDateString(document.documentElement.lang || undefined, {
    dateStyle: "long",
  });
  const values = { date, seed, minutes: Math.round(allowed / 60_000), spent: duration(spent) };
  const overtime = spent > allowed && word("report.overtime", { time: duration(spent - allowed) });
  const rest = pauses
    ? word("report.pauses", { count: pauses, time: duration(idle) })
    : word("report.no-pauses");
  return [word("report.draw", values), overtime, rest].filter(Boolean).join(" ");
}

/** @param {number} ms that passed, in whole seconds */
function duration(ms) {
  return asTime(Math.floor(ms / 1000) * 1000);
}

/**
 * @param {Item} item
 * @param {MockPayload | null} plan
 */
function entry(item, plan) {
  const part = plan?.parts[item.part];
  const title = part ? word("report.part", { part: part.title, title: item.title }) : item.title;
  return h(
    "li",
    { "data-part": item.id, "data-verdict": item.verdict ?? "none" },
    h("p", { class: "pb-report-title" }, title),
    part ? h("div", { class: "pb-prose pb-report-judged" }, authored(part.judged)) : null,
    h(
      "dl",
      {},
      ...fact("report.verdict", word(`report.${verdictWord(item)}`)),
      ...fact("report.tries", String(item.tries)),
      ...fact("report.help", helpText(item)),
      ...fact("report.time", duration(item.spent)),
    ),
    item.flag ? h("p", { class: "pb-report-flag" }, word("report.flagged")) : null,
  );
}

/**
 * @param {string} key
 * @param {string} value
 */
function fact(key, value) {
  return [h("div", {}, h("dt", {}, word(key)), h("dd", {}, value))];
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

/**
 * The author's advice for each part that wasn't passed; where all were, what a second sitting is good for.
 * @param {Session} session
 * @param {MockPayload | null} plan
 * @returns {Node[]}
 */
function nextSteps(session, plan) {
  if (isPassed(session)) {
    const late = session.items.some((item) => item.late);
    return [h("p", {}, word(late ? "report.next-late" : "report.next-passed"))];
  }
  const parts = new Set(session.items.filter(({ verdict }) => verdict !== "passed").map(({ part }) => part));
  const advice = [...parts].flatMap((index) => plan?.parts[index]?.next ?? []);
  return advice.map((html) => h("div", { class: "pb-prose pb-report-next" }, authored(html)));
}

/**
 * @param {string} note
 * @param {(note: string) => void} onNote
 */
function noteField(note, onNote) {
  const field = h("textarea", { class: "pb-text", rows: 4, id: freshId("note") });
  const printed = h("p", { class: "pb-report-note" }, note);
  field.value = note;
  field.addEventListener("input", () => {
    printed.textContent = field.value;
    onNote(field.value);
  });
  return [h("label", { class: "pb-label", for: field.id }, word("report.note")), field, printed];
}
