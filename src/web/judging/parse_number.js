/** Reads a figure as people type one. Pure: no page, no words. */

const POWER = /^([+-]?)(\d+)(?:\^|\*\*)(\d{1,3})$/;
const TIMES_TEN = /[x×*·]10(?:\^|\*\*)/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/;
const GROUP_OF_THREE = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
/** Between groups of three: space, no-break and narrow spaces, apostrophes, underscore. */
const GROUPS = /(?<=\d)[\s'’_](?=\d{3}(?!\d))/g;

/**
 * The number that a text means; null when it can't be told.
 *
 * Thousands may be parted by space, comma, apostrophe, underscore, or by dots where there are several. The decimal
 * mark is a dot, or a comma where it can't part thousands: 1,5 and 0,125 but not 1,500. 1.5e9, 1.5×10^9 and 2^30 work.
 * Where the language writes a decimal comma, a single comma always is one, and a dot may part thousands in its place.
 * @param {string} text
 * @param {string} [unit] the part's own, which may stand behind the figure
 * @param {Record<string, string>} [marks] the language's, by how English writes them
 * @returns {number | null}
 */
export function parseNumber(text, unit = "", marks = {}) {
  const bare = withoutUnit(text.trim().replace(/^[≈~=]\s*/, ""), unit)
    .replace("−", "-")
    .replace(GROUPS, "");
  const tight = bare.toLowerCase().replace(/\s*([x×*·^]+)\s*/g, "$1");
  const power = POWER.exec(tight);
  if (power) return finite((power[1] === "-" ? -1 : 1) * Number(power[2]) ** Number(power[3]));
  const marked = withDecimalDot(tight.replace(TIMES_TEN, "e"), marks);
  return marked !== null && PLAIN.test(marked) ? finite(Number(marked)) : null;
}

/**
 * @param {string} text
 * @param {string} unit
 */
function withoutUnit(text, unit) {
  const hasUnit = unit !== "" && text.toLowerCase().endsWith(unit.toLowerCase());
  return hasUnit ? text.slice(0, -unit.length).trim() : text;
}

/**
 * @param {string} text
 * @param {Record<string, string>} marks
 * @returns {string | null} with a dot as decimal mark and nothing between thousands; null when marks contradict
 */
function withDecimalDot(text, marks) {
  const [whole = "", ...exponent] = text.split("e");
  const commas = whole.split(",").length - 1;
  const dots = whole.split(".").length - 1;
  const decimal = decimalMark(whole, commas, dots, marks);
  const parting = decimal === "," ? "." : ",";
  const [before = "", after] = decimal ? cutAtLast(whole, decimal) : [whole];
  const separator = decimal ? parting : commas > 0 ? "," : ".";
  if (after?.includes(separator) || !isGrouped(before, separator)) return null;
  const digits = before.replaceAll(separator, "") + (after === undefined ? "" : `.${after}`);
  return [digits, ...exponent].join("e");
}

/**
 * @param {string} whole
 * @param {number} commas
 * @param {number} dots
 * @param {Record<string, string>} marks
 * @returns {"," | "." | null}
 */
function decimalMark(whole, commas, dots, marks) {
  if (commas > 0 && dots > 0) return whole.lastIndexOf(",") > whole.lastIndexOf(".") ? "," : ".";
  const thousands = marks[","] ?? ",";
  const isGroup = GROUP_OF_THREE.test(whole);
  if (dots === 1 && !(isGroup && thousands === ".")) return ".";
  if (commas === 1 && !(isGroup && thousands === ",")) return ",";
  return null;
}

/**
 * @param {string} text
 * @param {string} mark
 */
function cutAtLast(text, mark) {
  const place = text.lastIndexOf(mark);
  return [text.slice(0, place), text.slice(place + 1)];
}

/**
 * @param {string} whole
 * @param {string} separator
 */
function isGrouped(whole, separator) {
  const [first = "", ...groups] = whole.split(separator);
  if (groups.length === 0) return true;
  return /^[+-]?\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}

/** @param {number} value */
function finite(value) {
  return Number.isFinite(value) ? value : null;
}
