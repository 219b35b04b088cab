/** An answer's curves beside the reference solution's: what stands beside what, and where they part. */

/** @import { Curves, CurvePoint } from "../types.js" */

/** Of a curve's largest value: less than this apart is the same, for two right answers may round differently. */
const SAME = 1e-6;

/**
 * @typedef {object} Row values at one x; null: nothing that can be drawn, or no such point
 * @property {string} curve
 * @property {number} x
 * @property {number | null} own
 * @property {number | null} reference
 */

/**
 * How one curve stands to the reference's of the same name. `at` is where the two are furthest apart, or the first
 * point that the answer has no value for.
 * @typedef {{curve: string, standing: "same" | "elsewhere"} |
 *   {curve: string, standing: "gap" | "apart", at: Row}} Standing
 */

/**
 * Every value of both, side by side where a curve has the reference's points, else one after the other.
 * @param {Curves} own
 * @param {Curves} reference
 * @returns {Row[]}
 */
export function rowsOf(own, reference) {
  return namesOf(own, reference).flatMap((curve) => {
    const [mine, given] = [own[curve] ?? [], reference[curve] ?? []];
    if (areAtSamePlaces(mine, given)) return mine.map((point, index) => row(curve, point, given[index]));
    return [
      ...mine.map((point) => row(curve, point, undefined)),
      ...given.map(([x, y]) => ({ curve, x, own: null, reference: y })),
    ];
  });
}

/**
 * @param {Curves} own
 * @param {Curves} reference
 * @returns {Standing[]} one for each curve
 */
export function standingsOf(own, reference) {
  return namesOf(own, reference).map((curve) => {
    const [mine, given] = [own[curve] ?? [], reference[curve] ?? []];
    if (!areAtSamePlaces(mine, given)) return { curve, standing: "elsewhere" };
    const rows = mine.map((point, index) => row(curve, point, given[index]));
    const gap = rows.find((each) => each.own === null);
    if (gap) return { curve, standing: "gap", at: gap };
    const furthest = rows.reduce((one, other) => (distance(other) > distance(one) ? other : one));
    const largest = Math.max(...given.map(([, y]) => Math.abs(y ?? 0)));
    if (distance(furthest) <= SAME * largest) return { curve, standing: "same" };
    return { curve, standing: "apart", at: furthest };
  });
}

/**
 * Whether a value is what prepbook/curves.py calls curves; it was made beside learner code.
 * @param {unknown} value
 * @returns {value is Curves}
 */
export function areCurves(value) {
  const curves = value !== null && typeof value === "object" ? Object.values(value) : [];
  return (
    curves.length > 0 &&
    curves.every((points) => Array.isArray(points) && points.length > 0 && points.every(isPoint))
  );
}

/** @param {unknown} point */
function isPoint(point) {
  return (
    Array.isArray(point) && Number.isFinite(point[0]) && (point[1] === null || Number.isFinite(point[1]))
  );
}

/**
 * @param {Curves} own
 * @param {Curves} reference
 */
function namesOf(own, reference) {
  return [...new Set([...Object.keys(own), ...Object.keys(reference)])];
}

/**
 * @param {CurvePoint[]} mine
 * @param {CurvePoint[]} given
 */
function areAtSamePlaces(mine, given) {
  const widest = Math.max(...given.map(([x]) => Math.abs(x)));
  return (
    mine.length > 0 &&
    mine.length === given.length &&
    mine.every(([x], index) => Math.abs(x - (given[index]?.[0] ?? Number.NaN)) <= SAME * widest)
  );
}

/**
 * @param {string} curve
 * @param {CurvePoint} point
 * @param {CurvePoint | undefined} beside
 * @returns {Row}
 */
function row(curve, [x, own], beside) {
  return { curve, x, own, reference: beside?.[1] ?? null };
}

/** @param {Row} row */
function distance({ own, reference }) {
  return Math.abs((own ?? 0) - (reference ?? 0));
}
