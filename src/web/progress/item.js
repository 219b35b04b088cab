/**
 * What is kept of one item (a check, a snippet). Values in, values out.
 *
 * Two versions of an item always merge to the same third, in whatever order and however often: the later draft wins,
 * attempts are united, the last time that help was seen counts. So neither tabs nor files can overwrite each other.
 */

/** @import { VerdictName } from "../types.js" */

/** @typedef {"hint" | "solution"} HelpKind */
/** @typedef {{verdict: VerdictName, score?: number, of?: number, seed?: number}} Attempt */

/**
 * @typedef {object} Moment
 * @property {number} at in ms since 1970
 * @property {string} by the tab; with `at` it is unique
 */

/** @typedef {Attempt & Moment & {helped: HelpKind | null}} KeptAttempt `helped`: what was seen before it */
/** @typedef {Moment & {value: unknown}} Draft as JSON carries it; a null value is one that was taken back */

/**
 * @typedef {object} Item
 * @property {string} id such as "check:jsonl-failures" or "snippet:one/hello.py"
 * @property {Draft | null} draft
 * @property {KeptAttempt[]} attempts the earliest first
 * @property {Partial<Record<HelpKind, number>>} help when each kind was last seen
 */

const VERDICTS = ["passed", "failed", "error", "stopped", "timeout"];
const HELP = /** @type {HelpKind[]} */ (["hint", "solution"]);

/** Attempts this close to the first of them, in ms, are one sitting. */
export const SITTING_MS = 12 * 60 * 60 * 1000;

/**
 * @param {string} id
 * @returns {Item}
 */
export function emptyItem(id) {
  return { id, draft: null, attempts: [], help: {} };
}

/** @param {Item} item */
export function isEmpty({ draft, attempts, help }) {
  return draft === null && attempts.length === 0 && Object.keys(help).length === 0;
}

/**
 * @param {Item} left
 * @param {Item} right of the same id
 * @returns {Item}
 */
export function merge(left, right) {
  /** @type {Map<string, KeptAttempt>} */
  const attempts = new Map();
  for (const attempt of [...left.attempts, ...right.attempts]) {
    const key = `${attempt.at} ${attempt.by}`;
    const other = attempts.get(key);
    attempts.set(key, other ? later(other, attempt) : attempt);
  }
  return {
    id: left.id,
    draft: left.draft && right.draft ? later(left.draft, right.draft) : (left.draft ?? right.draft),
    attempts: [...attempts.values()].sort(byMoment),
    help: mergeHelp(left.help, right.help),
  };
}

/**
 * @param {Item["help"]} left
 * @param {Item["help"]} right
 * @returns {Item["help"]}
 */
function mergeHelp(left, right) {
  const times = HELP.map((kind) => [kind, Math.max(left[kind] ?? 0, right[kind] ?? 0)]);
  return Object.fromEntries(times.filter(([, at]) => at));
}

/**
 * What was seen that still helps an attempt made now: since the last solution of an earlier sitting.
 * @param {Item} item
 * @param {number} now
 * @returns {HelpKind | null} the greater help of several
 */
export function helpBefore({ attempts, help }, now) {
  const solved = attempts.filter(({ verdict, at }) => verdict === "passed" && at < now - SITTING_MS);
  const since = solved.at(-1)?.at ?? 0;
  return HELP.findLast((kind) => (help[kind] ?? 0) > since) ?? null;
}

/**
 * Whether two items say the same; both as `merge` or `parseItem` return them.
 * @param {Item} left
 * @param {Item} right
 */
export function sameItem(left, right) {
  return stable(left) === stable(right);
}

/**
 * Reads what a database or a file holds.
 * @param {unknown} value
 * @returns {Item | null} null for anything that isn't an item, whole
 */
export function parseItem(value) {
  if (!isRecord(value) || typeof value.id !== "string" || value.id === "") return null;
  const { id, draft, attempts, help } = value;
  if (draft !== null && !isDraft(draft)) return null;
  if (!Array.isArray(attempts) || !attempts.every(isAttempt)) return null;
  if (!isRecord(help) || !Object.entries(help).every(([kind, at]) => isHelp(kind) && isTime(at))) return null;
  return merge(emptyItem(id), /** @type {Item} */ ({ id, draft, attempts, help }));
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function isDraft(value) {
  return isRecord(value) && isMoment(value) && value.value !== undefined;
}

/** @param {unknown} value */
function isAttempt(value) {
  if (!isRecord(value) || !isMoment(value)) return false;
  const { verdict, helped, score, of, seed } = value;
  const numbers = [score, of, seed].filter((number) => number !== undefined);
  return (
    VERDICTS.includes(/** @type {string} */ (verdict)) &&
    (helped === null || isHelp(helped)) &&
    numbers.every((number) => Number.isFinite(number))
  );
}

/** @param {unknown} kind */
function isHelp(kind) {
  return HELP.includes(/** @type {HelpKind} */ (kind));
}

/** @param {Record<string, unknown>} value */
function isMoment({ at, by }) {
  return isTime(at) && typeof by === "string";
}

/** @param {unknown} at */
function isTime(at) {
  return Number.isSafeInteger(at) && Number(at) > 0;
}

/**
 * The later of two, and of two at one moment always the same one.
 * @template {Moment} Kept
 * @param {Kept} left
 * @param {Kept} right
 * @returns {Kept}
 */
function later(left, right) {
  const order = byMoment(left, right) || (stable(left) < stable(right) ? -1 : 1);
  return order > 0 ? left : right;
}

/**
 * @param {Moment} left
 * @param {Moment} right
 */
function byMoment(left, right) {
  if (left.at !== right.at) return left.at - right.at;
  if (left.by === right.by) return 0;
  return left.by < right.by ? -1 : 1;
}

/**
 * JSON whose keys are in order, at any depth.
 * @param {unknown} value
 * @returns {string}
 */
export function stable(value) {
  return JSON.stringify(value, (_, part) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
