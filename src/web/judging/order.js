/** How well items are in order. Pure: no page, no words. */

/** @typedef {"right" | "shifted" | "early" | "late"} Placing shifted: in order with others, at another place */

/**
 * The score is the longest run of items (not needed to be neighbours) that are in order among themselves: the rest is
 * what has to be moved. So one item at the wrong end costs one, not all.
 * @param {number[]} places the right place, from 0, of each item in the reader's order
 * @returns {{passed: number, total: number, placings: Placing[]}}
 */
export function judgeOrder(places) {
  const run = longestRun(places);
  const placings = places.map((place, index) => {
    if (run.has(index)) return place === index ? "right" : "shifted";
    return place > index ? "early" : "late";
  });
  return { passed: run.size, total: places.length, placings };
}

/**
 * @param {number[]} places
 * @returns {Set<number>} the indexes of a longest rising run; of several, one with the most items at their own place.
 *   One item alone is in order with nobody, and counts only at its own place
 */
function longestRun(places) {
  /** @type {number[][]} the best run that ends at each index */
  const runs = [];
  places.forEach((place, index) => {
    const before = runs.filter((run) => (places[run.at(-1) ?? 0] ?? 0) < place);
    runs.push([...best(before, places), index]);
  });
  const run = best(runs, places);
  return new Set(run.length > 1 ? run : run.filter((index) => places[index] === index));
}

/**
 * @param {number[][]} runs
 * @param {number[]} places
 * @returns {number[]}
 */
function best(runs, places) {
  /** @param {number[]} run */
  const worth = (run) =>
    run.length * (places.length + 1) + run.filter((index) => places[index] === index).length;
  return runs.reduce((most, run) => (worth(run) > worth(most) ? run : most), /** @type {number[]} */ ([]));
}
