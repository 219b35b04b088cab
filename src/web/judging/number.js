/** What a figure amounts to. Pure: no page, no words. */

/** @import { NumberPart } from "../types.js" */

/**
 * @typedef {object} FigureVerdict
 * @property {"right" | "likely" | "factor" | "high" | "low"} name
 * @property {number} [likely] the place of the known mistake
 * @property {number} [factor] how many times too large; below 1: too small
 */

/** Mistakes with units and prefixes that can be made with any figure. */
const FACTORS = [1e3, 1024, 1e6, 1024 ** 2, 1e9, 1024 ** 3, 8];
/** kB, MB, GB for KiB, MiB, GiB: so close to 1 that only a figure this near, as a share, can be meant. */
const CLOSE_FACTORS = [1.024, 1.024 ** 2, 1.024 ** 3];
const NEAR = 0.002;

/**
 * @param {NumberPart} part
 * @param {number} value
 * @returns {FigureVerdict}
 */
export function judgeFigure(part, value) {
  if (isAccepted(part, value)) return { name: "right" };
  const likely = part.likely.findIndex(({ range }) => isWithin(range, value));
  if (likely >= 0) return { name: "likely", likely };
  const factor =
    bothWays(FACTORS).find((times) => isAccepted(part, value / times)) ??
    bothWays(CLOSE_FACTORS).find((times) => isNear(part.answers, value / times));
  if (factor !== undefined) return { name: "factor", factor };
  return { name: value > nearest(part.answers, value) ? "high" : "low" };
}

/** @param {number[]} factors */
function bothWays(factors) {
  return factors.flatMap((times) => [times, 1 / times]);
}

/**
 * @param {number[]} answers
 * @param {number} value
 */
function isNear(answers, value) {
  return answers.some((answer) => Math.abs(value - answer) <= NEAR * Math.abs(answer));
}

/**
 * @param {NumberPart} part
 * @param {number} value
 */
function isAccepted(part, value) {
  return part.accepted.some((range) => isWithin(range, value));
}

/**
 * @param {[number, number]} range
 * @param {number} value
 */
function isWithin([low, high], value) {
  return low <= value && value <= high;
}

/**
 * @param {number[]} answers
 * @param {number} value
 */
function nearest(answers, value) {
  return answers.reduce((best, answer) =>
    Math.abs(answer - value) < Math.abs(best - value) ? answer : best,
  );
}
