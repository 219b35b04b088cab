/** A simulation: levers, time that passes in steps, evidence that arrives, and a debrief at the end. */

import { getContext } from "../context.js";
import { h } from "../dom.js";
import { recordOf } from "../progress/record.js";
import { Dashboard } from "../views/dashboard.js";
import { debrief, pointsOf, referencePlay } from "../views/debrief.js";
import { Clock } from "../views/game_clock.js";
import { SolutionView } from "../views/ladder.js";
import { Levers } from "../views/levers.js";
import { Progress } from "../views/progress.js";
import { Question } from "../views/question.js";
import { Toolbar } from "../views/toolbar.js";
import { VerdictView } from "../views/verdict.js";
import { word } from "../words.js";
import { Game } from "./game.js";
import { Jobs, LIMITS } from "./jobs.js";
import { Payload } from "./payload.js";
import { gameRequest, keptGame, mishapOf, resultOf } from "./simulation_jobs.js";

/** @import { Account } from "../progress/record.js" */
/** @import { CheckData, GameResult, JobEnd, Settings, SimulationGame, SimulationPayload } from "../types.js" */

export class Simulation {
  #section;
  #payload;
  #limits;
  #game;
  #id;
  #record;
  #rules;
  #isTouched = false;
  #levers;
  #dashboard;
  #clock;
  #verdict;
  #toolbar;
  #jobs;
  #where = h("p", { class: "pb-where" });
  #debrief = h("div", { class: "pb-card pb-debrief", hidden: true });
  #solution = new SolutionView();

  /**
   * @param {HTMLElement} section
   * @param {CheckData & {game: SimulationGame}} data
   */
  constructor(section, data) {
    this.#section = section;
    this.#rules = data.game;
    this.#game = new Game(data.game);
    this.#limits = data.limits ?? LIMITS;
    this.#id = `check:${section.dataset.check}`;
    this.#record = recordOf(this.#id);
    this.#levers = new Levers(section, data.game.levers, () => this.#touched());
    this.#dashboard = new Dashboard(section, data.game);
    this.#clock = new Clock(data.game.minutes, () => this.#touched());
    this.#verdict = new VerdictView(section);
    /** @type {Payload<SimulationPayload>} */
    this.#payload = new Payload(data, this.#verdict);
    this.#toolbar = this.#makeToolbar();
    const progress = new Progress();
    const question = new Question();
    section.querySelector(".pb-levers")?.after(...this.#panels(progress));
    this.#jobs = new Jobs(getContext().engine, { section, toolbar: this.#toolbar, progress, question });
    this.#showGame();
    this.#restore();
  }

  /** Lets one step pass. */
  run() {
    return this.#play(false);
  }

  /** Leaves the levers as they are until the end, and debriefs. */
  check() {
    return this.#play(true);
  }

  stop() {
    this.#jobs.stop();
    this.#clock.stop();
    this.#record.flush();
    getContext().engine.forget(this.#id);
  }

  /** @param {boolean} toTheEnd */
  async #play(toTheEnd) {
    if (this.#jobs.busy) return;
    if (this.#game.isOver) return this.#verdict.remark(word("simulation.is-over"));
    performance.mark("prepbook:run");
    this.#isTouched = true;
    this.#clock.begin();
    this.#verdict.clear();
    const { settings } = this.#levers;
    await this.#perform(this.#game.movesFrom(toTheEnd, settings, this.#levers.fallenBack(settings)));
    this.#section.dataset.state = "done";
    performance.mark("prepbook:output");
    this.#keep();
  }

  /** @param {Settings[]} moves */
  async #perform(moves) {
    /** @type {SimulationPayload | null} */
    let payload = null;
    let printed = "";
    const end = await this.#jobs.perform({
      kind: "run",
      session: this.#id, // The interpreter stays: the next step needn't import anything.
      limits: this.#limits,
      request: async () => {
        const read = await this.#payload.read();
        payload = read;
        return gameRequest(this.#id, this.#rules, read, moves, this.#game.seed);
      },
      onOutput: (stream, text) => {
        if (stream === "stdout") printed += text;
      },
      onCapped: () => {},
      onAgain: () => (printed = ""),
    });
    const result = end.kind === "report" ? resultOf(end.report, printed) : null;
    if (result && payload) this.#played(moves, result, payload);
    else this.#notPlayed(end);
  }

  /**
   * @param {Settings[]} moves
   * @param {GameResult} result
   * @param {SimulationPayload} payload
   */
  #played(moves, result, payload) {
    this.#game.played(moves, result);
    this.#levers.fallBack();
    const sources = this.#showGame();
    if (this.#game.isOver) return this.#ended(payload);
    const said = word("simulation.passed-minute", { ...this.#game.place, ...this.#game.score });
    const arrived = sources.length > 0 ? word("simulation.arrived", { sources: sources.join("; ") }) : "";
    this.#verdict.remark(`${said} ${arrived}`.trim());
  }

  /** @param {SimulationPayload} payload */
  #ended(payload) {
    this.#clock.halt();
    const { met: score, total: of } = this.#game.score;
    const { verdict, ...account } = this.#showEnding(payload);
    this.#record.attempted({ verdict, score, of, seed: this.#game.seed }, account);
  }

  /**
   * @param {SimulationPayload} payload
   * @returns {Account & {verdict: "passed" | "failed"}}
   */
  #showEnding(payload) {
    const { result, score } = this.#game;
    const ending = payload.endings[result?.ending ?? ""];
    const verdict = ending?.good ? "passed" : "failed";
    const said = word(`simulation.${verdict}`, { ending: ending?.title ?? "", ...score });
    this.#verdict.announce(verdict, said);
    if (result) this.#debrief.replaceChildren(...debrief(this.#rules, payload, result));
    this.#debrief.hidden = false;
    return { verdict, said, points: result ? pointsOf(this.#rules, result) : [] };
  }

  /** @param {JobEnd} end */
  #notPlayed(end) {
    const { verdict, text, detail } = mishapOf(end);
    if (detail) console.warn("prepbook:", detail);
    this.#verdict.announce(verdict, text, { ours: verdict === "error" });
  }

  #undo() {
    const settings = this.#jobs.busy ? null : this.#game.takeBack();
    if (!settings) return;
    this.#clearEnd();
    this.#levers.settings = settings;
    this.#showGame();
    this.#verdict.remark(word("simulation.taken-back", this.#game.place));
    this.#keep();
  }

  /** @param {number} seed */
  #newGame(seed) {
    if (this.#jobs.busy) return;
    this.#game.restart(seed);
    this.#levers.reset();
    this.#clock.reset();
    this.#clearEnd();
    this.#section.dataset.state = "idle";
    this.#showGame();
    if (seed === this.#rules.seed) this.#record.keep(null);
    else this.#keep();
  }

  #clearEnd() {
    this.#verdict.clear();
    this.#debrief.hidden = true;
    this.#debrief.replaceChildren();
  }

  /** @returns {string[]} where the evidence that just arrived comes from */
  #showGame() {
    const { result, place } = this.#game;
    this.#where.textContent = word("simulation.where", place);
    return this.#dashboard.show(result, place.minute);
  }

  #touched() {
    this.#isTouched = true;
    this.#keep();
  }

  #keep() {
    const edition = this.#payload.url.pathname;
    const [levers, clock] = [this.#levers.settings, this.#clock.state];
    this.#record.keep({ edition, ...this.#game.draft, levers, clock });
  }

  /** Brings back the game of an earlier visit, unless the reader was quicker. */
  async #restore() {
    const kept = keptGame(await this.#record.draft(), this.#levers);
    if (!kept || this.#isTouched) return;
    const isSame = kept.edition === this.#payload.url.pathname;
    this.#game.resume(kept, isSame);
    this.#levers.settings = kept.levers;
    this.#clock.state = kept.clock;
    this.#showGame();
    const { place, moves, isOver } = this.#game;
    if (moves.length === 0) return;
    this.#section.dataset.state = "done";
    const changed = word("simulation.changed", { moves: moves.length });
    this.#verdict.remark(isSame ? word("simulation.restored", place) : changed);
    if (isOver) await this.#showKeptEnding();
  }

  async #showKeptEnding() {
    const payload = await this.#payload.readToHelp();
    if (payload) this.#showEnding(payload);
  }

  async #showReference() {
    const payload = await this.#payload.readToHelp();
    if (!payload || this.#solution.isShown) return;
    const show = () => {
      this.#solution.show(referencePlay(payload));
      this.#record.helped("solution");
    };
    if (this.#game.isOver) show();
    else this.#solution.ask(show, () => this.#toolbar.focus());
  }

  #makeToolbar() {
    return new Toolbar({
      run: () => this.run(),
      check: () => this.check(),
      stop: () => this.#jobs.stop(),
      reset: () => this.#newGame(this.#game.seed),
      solution: () => this.#showReference(),
    });
  }

  /** @param {Progress} progress */
  #panels(progress) {
    const { step, horizon } = this.#rules;
    return [
      h("p", { class: "pb-help" }, word("simulation.help", { step, horizon })),
      this.#clock.element,
      this.#where,
      this.#toolbar.element,
      h(
        "div",
        { class: "pb-bar" },
        button("simulation.undo", () => this.#undo()),
        button("simulation.other-seed", () => this.#newGame(1 + Math.floor(Math.random() * 9999))),
      ),
      progress.element,
      this.#verdict.element,
      this.#debrief,
      this.#solution.element,
    ];
  }
}

/**
 * @param {string} key
 * @param {() => void} act
 */
function button(key, act) {
  const made = h("button", { type: "button", class: "pb-button" }, word(key));
  made.addEventListener("click", act);
  return made;
}
