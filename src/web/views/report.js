/** The report of a mock: what it came to, its rounds one by one, and a note of the reader's. It prints. */

import { freshId, h } from "../dom.js";
import { isPassed, passedOf } from "../mock/session.js";
import { word } from "../words.js";
import "../mock/words.js";
import { duration, round } from "./report_part.js";

/** @import { Session } from "../mock/session.js" */
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
    h("p", { class: "pb-report-clock" }, clockText(session, plan)),
    h("ol", { class: "pb-report-parts" }, ...rounds(session, plan)),
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

/** @param {MockPayload | null} plan */
function isDrawn(plan) {
  return plan?.parts.some(({ count, pool }) => count < pool.length) ?? true;
}

/**
 * @param {Session} session
 * @param {MockPayload | null} plan
 */
function clockText({ clock, seed }, plan) {
  const { allowed, spent, pauses, idle, seen } = clock;
  const date = new Date(seen).toLocaleDateString(document.documentElement.lang || undefined, {
    dateStyle: "long",
  });
  const values = { date, seed, minutes: Math.round(allowed / 60_000), spent: duration(spent) };
  const overtime = spent > allowed && word("report.overtime", { time: duration(spent - allowed) });
  const rest = pauses
    ? word("report.pauses", { count: pauses, time: duration(idle) })
    : word("report.no-pauses");
  return [word(isDrawn(plan) ? "report.draw" : "report.clock", values), overtime, rest]
    .filter(Boolean)
    .join(" ");
}

/**
 * @param {Session} session
 * @param {MockPayload | null} plan
 */
function rounds({ items }, plan) {
  const parts = [...new Set(items.map(({ part }) => part))];
  return parts.map((index) =>
    round(
      items.filter(({ part }) => part === index),
      plan?.parts[index],
    ),
  );
}

/**
 * What a second sitting is good for, where all has passed.
 * @param {Session} session
 * @param {MockPayload | null} plan
 * @returns {Node[]}
 */
function nextSteps(session, plan) {
  if (!isPassed(session)) return []; // Each round says what is next.
  const late = session.items.some((item) => item.late);
  return [
    h("p", { class: "pb-card-title" }, word("report.next")),
    h("p", {}, word(`report.next-${late ? "late" : isDrawn(plan) ? "passed" : "whole"}`)),
  ];
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
