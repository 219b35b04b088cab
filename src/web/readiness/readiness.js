/** The readiness page: what is done, what is next, and the reader's say over what is kept. A chunk of its own. */

import "./words.js";
import { h } from "../dom.js";
import { fetchText } from "../fetch_text.js";
import { getProgress } from "../progress/record.js";
import { faultInWords } from "../views/fault_line.js";
import { dateInWords } from "../views/kept_mark.js";
import { word } from "../words.js";
import { KeptData } from "./kept_data.js";
import { nextOf, solvedOf, standingOf } from "./standing.js";
import { legend, summary } from "./summary.js";

/** @import { Check, Standing } from "./standing.js" */
/** @typedef {{chapters: {title: string, url: string}[], checks: Check[]}} Book what is used of book.json */

/** How many reviews to come are listed. */
const PLANNED = 5;

/**
 * @param {HTMLElement} element around the list of all checks by pillar
 * @param {URL} address of book.json
 * @returns {Promise<() => void>} how to end it
 */
export async function showReadiness(element, address) {
  /** @type {Book} */
  const book = JSON.parse(await fetchText(address));
  const progress = getProgress();
  const pillars = pillarsIn(element);
  const { faults } = progress.vault;
  const fault = h("p", { class: "pb pb-storage", role: "status" });
  const parts = h("div", { class: "pb pb-readiness-parts" });
  const data = new KeptData(progress, new Map(book.checks.map(({ id, title }) => [`check:${id}`, title])));
  const draw = () => {
    const now = Date.now();
    const standings = book.checks.map((check) => standingOf(check, progress.item(`check:${check.id}`), now));
    fault.textContent = faultInWords(faults);
    fault.hidden = fault.textContent === "";
    const fresh = h("div", {}, ...drawn(standings, book, pillars, new URL("./", address)));
    // What looks the same stays, and with it the focus.
    if (fresh.textContent !== parts.textContent) parts.replaceChildren(...fresh.childNodes);
    markRows(element, standings);
    data.draw();
  };
  for (const source of [progress, faults]) source.addEventListener("change", draw);
  draw();
  element.prepend(fault, parts);
  element.append(data.element);
  return () => {
    for (const source of [progress, faults]) source.removeEventListener("change", draw);
    for (const added of [fault, parts, data.element]) added.remove();
  };
}

/**
 * @param {Standing[]} standings
 * @param {Book} book
 * @param {Map<string, string>} pillars titles by id, in order
 * @param {URL} base
 */
function drawn(standings, book, pillars, base) {
  const byPillar = [...pillars].map(([pillar, name]) => ({
    name,
    standings: standings.filter(({ check }) => check.pillar === pillar),
  }));
  const byChapter = book.chapters.map(({ title, url }) => ({
    name: h("a", { href: new URL(url, base).href }, title),
    standings: standings.filter(({ check }) => check.url.split("#")[0] === url),
  }));
  return [
    next(standings, pillars, base),
    legend(),
    summary(word("readiness.pillars"), byPillar.filter(hasAny)),
    summary(word("readiness.chapters"), byChapter.filter(hasAny)),
    reviews(standings, base),
  ];
}

/** @param {{standings: Standing[]}} group */
function hasAny({ standings }) {
  return standings.length > 0;
}

/**
 * @param {Standing[]} standings
 * @param {Map<string, string>} pillars
 * @param {URL} base
 */
function next(standings, pillars, base) {
  const title = h("p", { class: "pb-card-title" }, word("readiness.next"));
  const found = nextOf(standings);
  if (!found) {
    const due = Math.min(...standings.map((standing) => standing.due ?? Number.POSITIVE_INFINITY));
    const said = Number.isFinite(due) ? word("readiness.all-done", { due: dateInWords(due) }) : "";
    return h("div", { class: "pb-card pb-next" }, title, h("p", {}, said));
  }
  const { check, last, due } = found.standing;
  const why = word(`readiness.why.${found.why}`, {
    last: dateInWords(last),
    due: dateInWords(due ?? 0),
    pillar: pillars.get(check.pillar) ?? check.pillar,
    solved: solvedOf(found.pillar),
    total: found.pillar.total,
  });
  const named = word("readiness.next.check", { title: check.title, minutes: check.minutes });
  const link = h("a", { href: new URL(check.url, base).href }, named);
  return h("div", { class: "pb-card pb-next" }, title, h("p", {}, link), h("p", {}, why));
}

/**
 * @param {Standing[]} standings
 * @param {URL} base
 */
function reviews(standings, base) {
  const planned = standings.filter(({ due }) => due !== null);
  planned.sort((left, right) => Number(left.due) - Number(right.due));
  const isDue = (/** @type {Standing} */ { state }) => state === "due";
  const shown = [
    ...planned.filter(isDue),
    ...planned.filter((standing) => !isDue(standing)).slice(0, PLANNED),
  ];
  const rows = shown.map((standing) => {
    const text = word(isDue(standing) ? "readiness.reviews.due" : "readiness.reviews.planned", {
      title: standing.check.title,
      due: dateInWords(standing.due ?? 0),
    });
    return h("li", {}, h("a", { href: new URL(standing.check.url, base).href }, text));
  });
  const list = rows.length > 0 ? h("ul", {}, ...rows) : h("p", {}, word("readiness.reviews.none"));
  return h("section", {}, h("h2", {}, word("readiness.reviews")), list);
}

/**
 * Says beside each check of the printed list how it stands.
 * @param {Element} element
 * @param {Standing[]} standings
 */
function markRows(element, standings) {
  for (const { check, state, due } of standings) {
    const place = element.querySelector(`[data-item="check:${CSS.escape(check.id)}"] .pb-standing`);
    const inWords = word(`readiness.state.${state}`);
    const planned = due !== null && state !== "due";
    const text = planned ? word("readiness.row", { state: inWords, due: dateInWords(due) }) : inWords;
    place?.replaceChildren(
      h("span", { class: "pb-swatch", "data-state": state, "aria-hidden": "true" }),
      text,
    );
  }
}

/**
 * @param {Element} element
 * @returns {Map<string, string>}
 */
function pillarsIn(element) {
  const headings = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-pillar]")]);
  return new Map(headings.map(({ dataset, textContent }) => [dataset.pillar ?? "", textContent ?? ""]));
}
