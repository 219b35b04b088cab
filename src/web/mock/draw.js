/** Which checks a mock consists of, by seed: the same seed draws the same ones anywhere. */

/** Seeds are short, so that two people can tell each other theirs. */
export const SEEDS = 10_000;

/**
 * @param {{pool: string[], count: number}[]} parts
 * @param {number} seed
 * @returns {string[][]} the ids of each part
 */
export function drawn(parts, seed) {
  const random = generator(seed);
  return parts.map(({ pool, count }) => (count < pool.length ? pick(pool, count, random) : pool));
}

/**
 * So many of a list, in the order they were drawn.
 * @param {string[]} pool
 * @param {number} count
 * @param {() => number} random
 */
function pick(pool, count, random) {
  const rest = [...pool];
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)[0] ?? "");
}

/**
 * Mulberry32, public domain: Math.random takes no seed.
 * @param {number} seed
 * @returns {() => number} from 0 to 1
 */
function generator(seed) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0; // Neighbouring seeds draw nothing alike.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed by chance. */
export function anySeed() {
  return 1 + Math.floor(Math.random() * (SEEDS - 1));
}
