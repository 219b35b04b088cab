/** What documents make of a reader's answers: one by one with what led there, and side by side. Never added up. */

import { authored, h } from "../dom.js";
import { part } from "../judging/placement.js";
import { word } from "../words.js";

/** @import { PlacementDocument, PlacementLevel, PlacementPayload } from "../types.js" */
/** @import { Answers, Placed } from "../judging/placement.js" */

/**
 * One document's own answer: what it names, why, what led there and what its next level asks for besides.
 * @param {PlacementPayload} payload
 * @param {Placed} placed
 * @param {Answers} answers
 * @returns {Node[]}
 */
export function outcomeOf(payload, placed, answers) {
  const { level, why, led, next, missing } = placed;
  const own = lines(payload, led, (id) => [answers[id] ?? ""]);
  const lacked = lines(payload, missing, (id) => next?.asks[id] ?? []);
  return [
    h("span", {}, says(placed)),
    h(
      "div",
      { class: "pb-prose" },
      authored(why),
      ...titled(word("placement.led"), own),
      ...(next ? titled(word("placement.missing", { level: next.name }), lacked) : []),
      level && !next && h("p", {}, word("placement.top")),
    ),
  ];
}

/**
 * @param {Placed} placed
 * @returns {string} what a document names, as a sentence
 */
export function says({ level }) {
  return level ? word("placement.names", { level: level.name }) : word("placement.silent");
}

/**
 * @param {PlacementPayload} payload
 * @param {Placed[]} placed
 * @param {string[]} predicted what the menus show
 * @returns {Node[]}
 */
export function sideBySide({ documents, differences }, placed, predicted) {
  const heads = ["document", "predicted", "says"].map((name) =>
    h("th", { scope: "col" }, word(`placement.${name}`)),
  );
  const rows = documents.map(({ title }, index) => {
    const named = placed[index]?.level?.name ?? word("placement.none");
    const cells = [h("td", {}, predicted[index]), h("td", {}, h("strong", {}, named))];
    return h("tr", {}, h("th", { scope: "row" }, title), ...cells);
  });
  const shown = differences.filter(({ between }) =>
    part(placed.filter((_, index) => between.includes(documents[index]?.id ?? ""))),
  );
  return [
    h(
      "table",
      { class: "pb-placements" },
      h("caption", {}, word("placement.beside")),
      h("thead", {}, h("tr", {}, ...heads)),
      h("tbody", {}, ...rows),
    ),
    ...titled(
      word("placement.part"),
      shown.map(({ why }) => h("li", {}, authored(why))),
    ),
  ];
}

/**
 * What a document's levels ask for, whatever was answered.
 * @param {PlacementPayload} payload
 * @param {PlacementDocument} document
 * @returns {Node[]}
 */
export function documentAsks(payload, { levels }) {
  if (levels.length === 0) return [h("p", {}, word("placement.undescribed"))];
  return titled(
    word("placement.asks"),
    levels.map((level) => asksOf(payload, level)),
  );
}

/**
 * @param {PlacementPayload} payload
 * @param {PlacementLevel} level
 */
function asksOf(payload, { name, asks }) {
  return h(
    "li",
    {},
    h("strong", {}, name),
    h("ul", {}, ...lines(payload, Object.keys(asks), (id) => asks[id] ?? [])),
  );
}

/**
 * Questions with the options that are meant, in the order in which they are asked.
 * @param {PlacementPayload} payload
 * @param {string[]} ids
 * @param {(id: string) => string[]} meant
 */
function lines({ questions }, ids, meant) {
  return questions
    .filter(({ id }) => ids.includes(id))
    .map(({ id, text, options }) => {
      const texts = meant(id).map((option) => options[option] ?? option);
      return h("li", {}, `${text} `, h("em", {}, texts.join(word("placement.or"))));
    });
}

/**
 * @param {string} title
 * @param {Node[]} list
 * @returns {Node[]} nothing where there is no line
 */
function titled(title, list) {
  return list.length > 0 ? [h("p", { class: "pb-label" }, title), h("ul", {}, ...list)] : [];
}
