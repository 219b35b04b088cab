/** What each document makes of a reader's answers, and which predictions of it are right. Pure: no page, no words. */

/** @import { Asks, PlacementDocument, PlacementLevel } from "../types.js" */

/** @typedef {Record<string, string>} Answers the id of an option by the id of its question */

/** The menu's value for a document that names nothing. */
export const SILENT = "?";

/**
 * @typedef {object} Placed
 * @property {PlacementLevel | null} level null: the document doesn't say
 * @property {string} key the menu's value for that
 * @property {string} why authored
 * @property {string[]} led ids of the questions whose answers led there
 * @property {PlacementLevel | null} next the level above it
 * @property {string[]} missing ids of the questions whose answers that one doesn't take
 */

/**
 * @param {PlacementDocument} document
 * @param {Answers} answers
 * @returns {Placed}
 */
export function place({ levels, silent }, answers) {
  const condition = silent?.when.find((asks) => fits(asks, answers));
  const index = condition ? -1 : levels.findLastIndex(({ asks }) => fits(asks, answers));
  const level = levels[index] ?? null;
  const next = condition ? null : (levels[index + 1] ?? null);
  return {
    level,
    key: level?.id ?? SILENT,
    why: level?.why ?? silent?.why ?? "",
    led: Object.keys(level?.asks ?? condition ?? {}),
    next,
    missing: next ? unmet(next.asks, answers) : [],
  };
}

/**
 * @param {PlacementDocument[]} documents
 * @param {Answers} answers
 * @param {(string | null)[]} predictions the menus' values, in the order of the documents
 */
export function judgePredictions(documents, answers, predictions) {
  const placed = documents.map((document) => place(document, answers));
  const right = placed.map(({ key }, index) => key === predictions[index]);
  return { passed: right.filter(Boolean).length, total: documents.length, right, placed };
}

/**
 * Whether some documents part for the same answers: not by their ids, for each has its own, but by what they name.
 * @param {Placed[]} placed
 */
export function part(placed) {
  return new Set(placed.map(({ level }) => level?.name.toLowerCase() ?? null)).size > 1;
}

/**
 * @param {Asks} asks
 * @param {Answers} answers
 */
function fits(asks, answers) {
  return unmet(asks, answers).length === 0;
}

/**
 * @param {Asks} asks
 * @param {Answers} answers
 */
function unmet(asks, answers) {
  return Object.entries(asks)
    .filter(([question, options]) => !options.includes(answers[question] ?? ""))
    .map(([question]) => question);
}
