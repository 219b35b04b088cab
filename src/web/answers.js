/** Keeps what a reader typed, per element, so that a reload loses nothing. */

/** Writing waits this long, in ms, after the last keystroke. */
const DELAY_MS = 300;

/** What is still to be written: a page that is left or reloaded writes it at once. @type {Set<() => void>} */
const waiting = new Set();
globalThis.addEventListener?.("pagehide", () => {
  for (const flush of waiting) flush();
});

/** @typedef {{load: () => string | null, save: (text: string | null) => void, flush: () => void}} AnswerSlot */

/**
 * Where one element's text is kept. Storage that is full, blocked or absent never stops anybody from working.
 * @param {string} site the site root's path, so that two books on one host don't share
 * @param {string} id unique within the book, such as "check:jsonl-failures"
 * @returns {AnswerSlot}
 */
export function answerSlot(site, id) {
  const key = `prepbook:${site}:${id}`;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {(() => void) | null} */
  let pending = null;
  const flush = () => {
    clearTimeout(timer);
    pending?.();
    pending = null;
    waiting.delete(flush);
  };
  /** @param {string | null} text null: forget it */
  const save = (text) => {
    pending = () =>
      attempt(() => (text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text)));
    waiting.add(flush);
    clearTimeout(timer);
    timer = setTimeout(flush, DELAY_MS);
  };
  return { load: () => attempt(() => localStorage.getItem(key)) ?? null, save, flush };
}

let warned = false;

/**
 * @template Value
 * @param {() => Value} access
 */
function attempt(access) {
  try {
    return access();
  } catch (error) {
    if (!warned) console.warn("prepbook: answers can't be kept in this browser:", error);
    warned = true;
    return undefined;
  }
}
