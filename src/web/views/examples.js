/** Model answers of a rubric: their points beside the reader's, and the texts with the reasons. */

import { authored, h } from "../dom.js";
import { word } from "../words.js";

/** @import { RubricExample } from "../types.js" */

/**
 * @param {RubricExample[]} examples
 * @param {(number | null)[]} mine the reader's level for each criterion
 */
export function beside(examples, mine) {
  const names = [word("rubric.you"), ...examples.map(({ rank }) => word(`rubric.${rank}`))];
  const rows = (examples[0]?.scores ?? []).map(({ title }, index) =>
    row(title, [mine[index] ?? 0, ...examples.map(({ scores }) => scores[index]?.level ?? 0)]),
  );
  const own = mine.reduce((/** @type {number} */ sum, level) => sum + (level ?? 0), 0);
  const total = row(word("rubric.total"), [own, ...examples.map((example) => example.total)]);
  const heads = [word("rubric.criterion"), ...names].map((name) => h("th", { scope: "col" }, name));
  return h(
    "table",
    { class: "pb-beside" },
    h("caption", {}, word("rubric.beside")),
    h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows, total),
  );
}

/**
 * @param {string} title
 * @param {number[]} points
 */
function row(title, points) {
  return h("tr", {}, h("th", { scope: "row" }, title), ...points.map((point) => h("td", {}, String(point))));
}

/**
 * @param {RubricExample[]} examples
 * @param {number} best points there are
 * @returns {Node[]}
 */
export function modelAnswers(examples, best) {
  return examples.map(({ rank, html, total, scores }) => {
    const title = word("rubric.example", { rank: word(`rubric.${rank}`), total, best });
    const reasons = scores.map(({ title: criterion, level, why }) =>
      h("li", {}, h("strong", {}, word("rubric.scored", { title: criterion, level })), authored(why)),
    );
    return h(
      "details",
      { class: "pb-follow-up pb-example", "data-example": rank },
      h("summary", {}, title),
      h("div", { class: "pb-prose pb-model" }, authored(html)),
      h("p", { class: "pb-label" }, word("rubric.why")),
      h("ul", { class: "pb-prose" }, ...reasons),
    );
  });
}
