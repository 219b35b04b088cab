/** Bars that say how much is done; the same in words below each, so that nothing hangs on colour. */

import { h } from "../dom.js";
import { word } from "../words.js";
import { countOf, STATES, solvedOf } from "./standing.js";

/** @import { Count, Standing, State } from "./standing.js" */

/** What each pattern means. */
export function legend() {
  const items = STATES.map((state) => h("li", {}, swatch(state), word(`readiness.state.${state}`)));
  return h("ul", { class: "pb-legend", "aria-label": word("readiness.legend") }, ...items);
}

/**
 * @param {string} title
 * @param {{name: Node | string, standings: Standing[]}[]} groups
 */
export function summary(title, groups) {
  const rows = groups.map(({ name, standings }) => row(name, countOf(standings)));
  return h("section", {}, h("h2", {}, title), h("ul", { class: "pb-standings" }, ...rows));
}

/**
 * @param {Node | string} name
 * @param {Count} count
 */
function row(name, count) {
  const parts = STATES.filter((state) => count[state] > 0);
  const bar = h("div", { class: "pb-standing-bar", "aria-hidden": "true" });
  for (const state of parts) {
    const part = swatch(state);
    part.style.flexGrow = String(count[state]);
    bar.append(part);
  }
  const solved = word("readiness.solved", { solved: solvedOf(count), total: count.total });
  const counted = parts.map((state) =>
    word("readiness.count", { count: count[state], state: word(`readiness.state.${state}`) }),
  );
  const inWords = h(
    "p",
    { class: "pb-meta" },
    word("readiness.summary", { solved, counts: counted.join(", ") }),
  );
  return h("li", {}, h("p", { class: "pb-standing-name" }, name), bar, inWords);
}

/** @param {State} state */
function swatch(state) {
  return h("span", { class: "pb-swatch", "data-state": state, "aria-hidden": "true" });
}
