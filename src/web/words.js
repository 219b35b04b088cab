/** What the page says, in the book's language: see prepbook/words for where its texts come from. */

import { ENGLISH } from "./english.js";

/** @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Text of a count also by plural category */

/**
 * What the build tells of a language.
 * @typedef {object} Language
 * @property {string} language as in HTML: fr, pt-BR
 * @property {Record<string, string>} [marks] of figures, by how English writes them
 * @property {Record<string, Text>} page texts by key
 * @property {Record<string, string>} [python] what Python says in the page, by the English
 */

let known = ENGLISH;
/** @type {Language} those that the build gave, in place of the English */
let given = { language: "en", page: {} };

/**
 * Words of a part of the page that is loaded later; those that the book replaced stay replaced.
 * @param {Record<string, Text>} texts
 */
export function addWords(texts) {
  known = { ...known, ...texts };
}

/** Every English text by its key, of the modules that are loaded. */
export function allWords() {
  return known;
}

/**
 * Speaks the book's language from now on.
 * @param {unknown} language a Language; anything else is ignored and logged
 */
export function speak(language) {
  const told = /** @type {Partial<Language> | null | undefined} */ (language);
  if (typeof told?.language === "string" && told.page && typeof told.page === "object") {
    given = /** @type {Language} */ (told);
  } else console.error("prepbook: words: expected a language and its texts, found", language);
}

/** The marks of figures, by how English writes them; none where it is as in English. */
export function marks() {
  return given.marks ?? {};
}

/** The language in which figures and dates are written. */
export function language() {
  return given.language;
}

/**
 * What a request to the grader says of the language; nothing where that is English.
 * @returns {{words?: Record<string, string>}}
 */
export function wordsForPython() {
  const words = { ...given.marks, ...given.python };
  return Object.keys(words).length > 0 ? { words } : {};
}

/**
 * The text for a key, its {places} filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values] {count} chooses among the forms of a text that has several
 * @returns {string} the key itself when no text is known, so that a gap is seen
 */
export function word(key, values = {}) {
  const text =
    formOf(given.page[key], values.count, given.language) ?? formOf(known[key], values.count, "en");
  return (text ?? key).replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * @param {unknown} text a Text, if all is well
 * @param {string | number | undefined} count
 * @param {string} tongue
 * @returns {string | undefined}
 */
function formOf(text, count, tongue) {
  if (typeof text === "string") return text;
  if (text === null || typeof text !== "object") return undefined;
  const forms = /** @type {Record<string, unknown>} */ (text);
  const form = forms[new Intl.PluralRules(tongue).select(Number(count))] ?? forms.other;
  return typeof form === "string" ? form : undefined;
}

/**
 * A figure in the book's language, as exact as it is up to so many digits.
 * @param {number} value
 * @param {number} [digits] that count, from the first
 */
export function figure(value, digits = 15) {
  return new Intl.NumberFormat(given.language, { maximumSignificantDigits: digits }).format(value);
}

/**
 * A figure in the book's language with so many decimals.
 * @param {number} value
 * @param {number} digits
 */
export function decimal(value, digits) {
  return marked(value.toFixed(digits));
}

/**
 * A figure that JavaScript wrote, with the decimal mark of the book's language.
 * @param {string} text
 */
export function marked(text) {
  return text.replace(".", marks()["."] ?? ".");
}
