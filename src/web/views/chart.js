/** The chart after Check as a figure: picture, what it shows in words, and its numbers in a fold. */

import { freshId, h } from "../dom.js";
import { rowsOf, standingsOf } from "../judging/curves.js";
import { marked, word } from "../words.js";
import { richElement } from "./rich.js";

/** @import { ChartPayload, Curves, Drawing } from "../types.js" */
/** @import { Row, Standing } from "../judging/curves.js" */

/**
 * @param {ChartPayload} chart
 * @param {Drawing} drawing
 * @returns {HTMLElement}
 */
export function figure(chart, { svg, curves }) {
  const found = standingsOf(curves, chart.reference).map((each) => sentence(each, chart.x));
  const title = h("figcaption", { id: freshId("chart") }, chart.title);
  const alt = [word("chart.alt", { title: chart.title, description: chart.description }), ...found].join(" ");
  return h(
    "figure",
    { class: "pb-chart", "aria-labelledby": title.id },
    title,
    richElement({ kind: "svg", data: svg, alt }),
    h("ul", { class: "pb-chart-found" }, ...found.map((text) => h("li", {}, text))),
    numbers(chart, curves),
  );
}

/**
 * @param {Standing} standing
 * @param {string} label of the x axis
 */
function sentence(standing, label) {
  const { curve } = standing;
  switch (standing.standing) {
    case "same":
    case "elsewhere":
      return word(`chart.${standing.standing}`, { curve });
    default: {
      const { x, own, reference } = standing.at;
      const values = { x: short(x), own: short(own), reference: short(reference) };
      return word(`chart.${standing.standing}`, { curve, label, ...values });
    }
  }
}

/**
 * @param {ChartPayload} chart
 * @param {Curves} curves
 */
function numbers(chart, curves) {
  const rows = rowsOf(curves, chart.reference);
  const isOne = rows.every(({ curve }) => curve === rows[0]?.curve);
  const names = [isOne ? "" : word("chart.curve"), chart.x, word("chart.answer"), word("chart.solution")];
  const head = names.filter(Boolean).map((name) => h("th", { scope: "col" }, name));
  const label = word("chart.numbers");
  const table = h(
    "table",
    {},
    h("caption", {}, chart.y),
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...rows.map((row) => tableRow(row, isOne))),
  );
  return h(
    "details",
    { class: "pb-numbers" },
    h("summary", {}, label),
    h("div", { class: "pb-scroll", tabindex: 0, role: "group", "aria-label": label }, table),
  );
}

/**
 * @param {Row} row
 * @param {boolean} isOne whether there is but one curve, which needn't be named
 */
function tableRow({ curve, x, own, reference }, isOne) {
  return h(
    "tr",
    {},
    !isOne && h("td", {}, curve),
    h("th", { scope: "row" }, short(x)),
    h("td", {}, short(own)),
    h("td", {}, short(reference)),
  );
}

/** @param {number | null} value */
function short(value) {
  return value === null ? "–" : marked(String(Number(value.toPrecision(4))));
}
