/**
 * The versions of what is kept, and how an older one becomes the present one.
 *
 * 1: texts by id, as the first editions kept them in localStorage under "prepbook:SITE:ID".
 * 2: items (item.js).
 */

import { isRecord, parseItem } from "./item.js";
import { entriesUnder } from "./journal.js";

export const SCHEMA = 2;

/** @import { Item } from "./item.js" */
/** @import { Entry } from "./journal.js" */

/** Older than any real edit, so that whatever was typed since wins. */
const LONG_AGO = { at: 1, by: "" };

/** From each version to the next. @type {Record<number, (content: unknown) => unknown>} */
const MIGRATIONS = { 1: itemsOfAnswers };

/**
 * @param {number} version of `content`, at most SCHEMA
 * @param {unknown} content
 * @returns {{items: Item[], corrupt: unknown[]}} `corrupt`: what isn't an item
 */
export function migrate(version, content) {
  let migrated = content;
  for (let from = version; from < SCHEMA; from += 1) migrated = MIGRATIONS[from]?.(migrated);
  /** @type {Item[]} */
  const items = [];
  const corrupt = [];
  for (const value of Array.isArray(migrated) ? migrated : [migrated]) {
    const item = parseItem(value);
    if (item) items.push(item);
    else corrupt.push(value);
  }
  return { items, corrupt };
}

/** @param {unknown} answers */
function itemsOfAnswers(answers) {
  if (!isRecord(answers)) return answers;
  return Object.entries(answers).map(([id, value]) => ({
    id,
    draft: { ...LONG_AGO, value },
    attempts: [],
    help: {},
  }));
}

/**
 * What an edition of schema 1 left in this browser.
 * @param {string} site the site root's path
 * @returns {{answers: Record<string, string>, entries: Entry[]}} the texts by id, and where they stand
 */
export function answersOfSchema1(site) {
  const prefix = `prepbook:${site}:`;
  const entries = ["check:", "snippet:"].flatMap((kind) => entriesUnder(prefix + kind));
  const answers = Object.fromEntries(entries.map(({ key, text }) => [key.slice(prefix.length), text]));
  return { answers, entries };
}
