/** A game of a simulation as values: its seed, its moves, what they came to, and how to take one back. */

/** @import { GameDraft, GameResult, Settings, SimulationGame } from "../types.js" */

export class Game {
  #rules;
  seed;
  /** @type {Settings[]} one a step */
  moves = [];
  /** @type {GameResult | null} what the moves came to; null also when that isn't known yet */
  result = null;
  /** @type {{length: number, result: GameResult | null}[]} the game before each press */
  #presses = [];

  /** @param {SimulationGame} rules */
  constructor(rules) {
    this.#rules = rules;
    this.seed = rules.seed;
  }

  get isOver() {
    return this.result?.ending != null;
  }

  /** Where the game stands, for words. */
  get place() {
    const { step, horizon } = this.#rules;
    return { minute: this.moves.length * step, horizon, seed: this.seed };
  }

  /** The goals that are missed and the number of those that aren't. */
  get score() {
    const missed = this.#rules.goals.filter(({ id }) => this.result?.missed.includes(id));
    const total = this.#rules.goals.length;
    return { missed: missed.map(({ label }) => label).join(", "), met: total - missed.length, total };
  }

  /**
   * The moves of one step more, or of all that are left.
   * @param {boolean} toTheEnd
   * @param {Settings} next the settings of the next step
   * @param {Settings} then of all that follow
   */
  movesFrom(toTheEnd, next, then) {
    const { step, horizon } = this.#rules;
    const more = toTheEnd ? horizon / step - this.moves.length - 1 : 0;
    return [...this.moves, next, ...Array(more).fill(then)];
  }

  /**
   * @param {Settings[]} moves
   * @param {GameResult} result of as many of them as count
   */
  played(moves, result) {
    this.#presses.push({ length: this.moves.length, result: this.result });
    this.moves = moves.slice(0, result.minutes / this.#rules.step);
    this.result = result;
  }

  /** @returns {Settings | null} the settings of the step that was taken back; null when there is none */
  takeBack() {
    const before = this.#presses.pop();
    const settings = before && this.moves[before.length];
    if (!before || !settings) return null;
    this.moves = this.moves.slice(0, before.length);
    this.result = before.result;
    return settings;
  }

  /** @param {number} seed */
  restart(seed) {
    this.seed = seed;
    this.moves = [];
    this.result = null;
    this.#presses = [];
  }

  /** What has to be kept of it. */
  get draft() {
    const { seed, moves, result } = this;
    return { seed, moves, result, presses: this.#presses.map(({ length }) => length) };
  }

  /**
   * Goes on with a kept game.
   * @param {GameDraft} draft
   * @param {boolean} isSame whether the simulation is the one that gave the kept result
   */
  resume({ seed, moves, result, presses }, isSame) {
    this.seed = seed;
    this.moves = moves;
    this.result = isSame ? result : null;
    this.#presses = presses.map((length) => ({ length, result: null }));
  }
}
