/**
 * The file that carries a reader's work from one browser to another. Values in, values out.
 *
 * @typedef {object} ProgressFile JSON, in UTF-8
 * @property {"prepbook progress"} format
 * @property {number} schema the version of `items`, see progress/schema.js; an older one is migrated, a newer refused
 * @property {string} exported when, as ISO 8601
 * @property {Item[]} items see progress/item.js; in schema 1 an object of texts by id
 * @property {Aside[]} aside what could not be read, as it was found; an import leaves it in the file
 */

import { emptyItem, isEmpty, isRecord, merge, sameItem, stable } from "../progress/item.js";
import { migrate, SCHEMA } from "../progress/schema.js";

/** @import { Aside } from "../progress/database.js" */
/** @import { HelpKind, Item } from "../progress/item.js" */

const FORMAT = "prepbook progress";
export const MAX_BYTES = 20_000_000;

/** Keys that could reach an object's prototype. */
const POISON = new Set(["__proto__", "constructor", "prototype"]);

/** A file that is not taken; `message` is the key of its reason: "huge", "malformed", "foreign" or "newer". */
export class ImportError extends Error {}

/**
 * @param {Item[]} items
 * @param {Aside[]} aside
 * @param {number} now
 * @returns {string} of a ProgressFile
 */
export function exportText(items, aside, now) {
  const exported = new Date(now).toISOString();
  return JSON.stringify({ format: FORMAT, schema: SCHEMA, exported, items, aside }, null, 1);
}

/**
 * @param {string} text of a ProgressFile
 * @returns {Item[]}
 * @throws {ImportError} all of the file is taken, or none of it
 */
export function importText(text) {
  if (text.length > MAX_BYTES) throw new ImportError("huge");
  const file = parse(text);
  if (!isRecord(file) || file.format !== FORMAT) throw new ImportError("foreign");
  const { schema, items } = file;
  if (!Number.isSafeInteger(schema) || Number(schema) < 1) throw new ImportError("malformed");
  if (Number(schema) > SCHEMA) throw new ImportError("newer");
  const migrated = migrate(Number(schema), items);
  if (migrated.corrupt.length > 0) throw new ImportError("malformed");
  return united(migrated.items);
}

/** @param {string} text */
function parse(text) {
  try {
    return /** @type {unknown} */ (
      JSON.parse(text, (key, value) => {
        if (POISON.has(key)) throw new ImportError("malformed");
        return value;
      })
    );
  } catch {
    throw new ImportError("malformed");
  }
}

/**
 * @param {Item[]} items an id may stand there twice
 * @returns {Item[]}
 */
function united(items) {
  /** @type {Map<string, Item>} */
  const byId = new Map();
  for (const item of items) byId.set(item.id, merge(byId.get(item.id) ?? emptyItem(item.id), item));
  return [...byId.values()];
}

/**
 * @typedef {object} Change what an import would do to one item
 * @property {Item} before
 * @property {Item} after
 * @property {boolean} draft whether another draft takes the place of the one that is there
 * @property {number} attempts how many come in
 */

/**
 * @param {Item[]} current
 * @param {Item[]} imported
 * @returns {Change[]} only of items that change
 */
export function changesBy(current, imported) {
  const byId = new Map(current.map((item) => [item.id, item]));
  return imported.flatMap((item) => {
    const before = byId.get(item.id) ?? emptyItem(item.id);
    const after = merge(before, item);
    if (sameItem(before, after)) return [];
    const draft = Boolean(before.draft?.value) && after.draft?.value !== before.draft?.value;
    return [{ before, after, draft, attempts: after.attempts.length - before.attempts.length }];
  });
}

/**
 * @param {Item[]} current
 * @param {Change[]} changes
 * @returns {Item[]} all there shall be
 */
export function withChanges(current, changes) {
  return united([...current, ...changes.map(({ after }) => after)]);
}

/**
 * @param {Item[]} current
 * @param {Change[]} changes that were made; what was done since then stays
 * @returns {Item[]} all there shall be
 */
export function withoutChanges(current, changes) {
  const byId = new Map(changes.map((change) => [change.before.id, change]));
  const items = current.map((item) => {
    const change = byId.get(item.id);
    return change ? merge(change.before, since(item, change.after)) : item;
  });
  return items.filter((item) => !isEmpty(item));
}

/**
 * What an item says that an earlier version didn't. By content: another machine's clock may be ahead.
 * @param {Item} item
 * @param {Item} earlier
 * @returns {Item}
 */
function since({ id, draft, attempts, help }, earlier) {
  const known = new Set(earlier.attempts.map(stable));
  return {
    id,
    draft: stable(draft) === stable(earlier.draft) ? null : draft,
    attempts: attempts.filter((attempt) => !known.has(stable(attempt))),
    help: Object.fromEntries(
      Object.entries(help).filter(([kind, at]) => at !== earlier.help[/** @type {HelpKind} */ (kind)]),
    ),
  };
}
