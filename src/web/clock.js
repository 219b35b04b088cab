/**
 * A clock that is a value: what has been counted, and when it was last looked at. No timers here, no page.
 *
 * Time that passed unseen (a reload, a closed lid, a tab asleep) counts once somebody looks again. A system clock that
 * was set back counts as no time at all, and the counting goes on from there.
 */

/**
 * @typedef {object} Clock all in milliseconds
 * @property {number} allowed what was given, extensions included
 * @property {number} spent counted while it ran
 * @property {number} idle counted while it was paused
 * @property {number} pauses how often it was
 * @property {boolean} runs
 * @property {number} seen when it was last looked at, by the system's clock
 */

export const MINUTE = 60_000;

/**
 * @param {number} minutes
 * @param {number} now
 * @returns {Clock}
 */
export function started(minutes, now) {
  return { allowed: minutes * MINUTE, spent: 0, idle: 0, pauses: 0, runs: true, seen: now };
}

/**
 * The clock as of now.
 * @param {Clock} clock
 * @param {number} now
 * @returns {Clock}
 */
export function at(clock, now) {
  const passed = Math.max(0, now - clock.seen);
  const key = clock.runs ? "spent" : "idle";
  return { ...clock, [key]: clock[key] + passed, seen: now };
}

/**
 * @param {Clock} clock
 * @param {number} now
 */
export function paused(clock, now) {
  return clock.runs ? { ...at(clock, now), runs: false, pauses: clock.pauses + 1 } : at(clock, now);
}

/**
 * @param {Clock} clock
 * @param {number} now
 */
export function resumed(clock, now) {
  return { ...at(clock, now), runs: true };
}

/**
 * @param {Clock} clock
 * @param {number} minutes more
 */
export function extended(clock, minutes) {
  return { ...clock, allowed: clock.allowed + minutes * MINUTE };
}

/**
 * Milliseconds until time is up; below 0 is overtime.
 * @param {Clock} clock
 */
export function left({ allowed, spent }) {
  return allowed - spent;
}

/**
 * Minutes and seconds as people read a clock: what is left is rounded up, so that 0:00 means up; overtime has no sign.
 * @param {number} ms
 */
export function asTime(ms) {
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  return hours ? `${hours}:${tail.padStart(5, "0")}` : tail;
}

/** What is worth an announcement: so many minutes left. The last is the end. */
const MARKS = [5, 1, 0];

/**
 * The mark that was passed between two looks; null for none. Of several, as after a sleep, the last.
 * @param {number} before milliseconds left
 * @param {number} now milliseconds left
 */
export function markPassed(before, now) {
  return MARKS.findLast((mark) => before > mark * MINUTE && now <= mark * MINUTE) ?? null;
}

/**
 * Whether a value that was kept is a clock: it may come from another edition, or from a file.
 * @param {unknown} value
 * @returns {value is Clock}
 */
export function isClock(value) {
  const clock = /** @type {Partial<Record<string, unknown>> | null} */ (value);
  const numbers = ["allowed", "spent", "idle", "pauses", "seen"];
  return typeof clock?.runs === "boolean" && numbers.every((name) => Number.isFinite(clock[name]));
}
