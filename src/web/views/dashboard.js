/** What a game shows while it is played: charts, numbers, goals so far, and the evidence that has arrived. */

import { h, icon } from "../dom.js";
import { decimal, marked, word } from "../words.js";
import { richElement } from "./rich.js";

/** @import { GameResult, SimulationGame } from "../types.js" */

export class Dashboard {
  #game;
  #element;
  #title;
  #goals;
  #evidence;

  /**
   * @param {HTMLElement} section
   * @param {SimulationGame} game
   */
  constructor(section, game) {
    this.#game = game;
    this.#element = /** @type {HTMLElement} */ (section.querySelector("[data-dashboard]"));
    this.#title = /** @type {HTMLElement} */ (this.#element.querySelector(".pb-dashboard-title"));
    this.#goals = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-goal]")]);
    this.#evidence = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-minute]")]);
  }

  /**
   * Shows a game; before its first step there is nothing but the evidence of minute 0.
   * @param {GameResult | null} result
   * @param {number} minute where the game stands
   * @returns {string[]} where the evidence that arrived in the last step comes from
   */
  show(result, minute) {
    this.#element.hidden = !result;
    this.#showGoals(result);
    if (result) {
      this.#title.textContent = word("simulation.shown", { minute: result.minutes });
      for (const { id, svg, alt } of result.charts) this.#draw(id, svg, alt);
      this.#element.querySelector("table")?.replaceWith(this.#numbers(result));
    }
    return this.#arrive(minute);
  }

  /**
   * @param {string} id
   * @param {string} svg
   * @param {string} alt
   */
  #draw(id, svg, alt) {
    const picture = richElement({ kind: "svg", data: svg, alt });
    if (picture) this.#element.querySelector(`[data-chart="${id}"] img`)?.replaceWith(picture);
  }

  /** @param {GameResult} result */
  #numbers({ series }) {
    const lines = new Map(this.#game.charts.flatMap(({ lines: each }) => Object.entries(each)));
    const names = [...lines.keys()];
    const head = [word("simulation.minute"), ...lines.values()].map((text) =>
      h("th", { scope: "col" }, text),
    );
    const rows = (series[names[0] ?? ""] ?? []).map((_, index) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, String(index + 1)),
        ...names.map((name) => h("td", {}, shortNumber(series[name]?.[index]))),
      ),
    );
    return h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows));
  }

  /** @param {GameResult | null} result */
  #showGoals(result) {
    for (const item of this.#goals) {
      item.querySelector(".pb-goal-now")?.remove();
      const goal = this.#game.goals.find(({ id }) => id === item.dataset.goal);
      if (!result || !goal) continue;
      const isMet = !result.missed.includes(goal.id);
      const value = outcome(goal, result.outcomes[goal.id] ?? 0);
      const text = word(isMet ? "simulation.met" : "simulation.missed", { value });
      item.append(
        h(
          "span",
          { class: "pb-goal-now", "data-outcome": isMet ? "passed" : "failed" },
          icon(isMet ? "check" : "failed"),
          text,
        ),
      );
    }
  }

  /** @param {number} now */
  #arrive(now) {
    const fresh = [];
    for (const item of this.#evidence) {
      const minute = Number(item.dataset.minute);
      item.hidden = minute > now;
      const isFresh = now > 0 && minute <= now && minute > now - this.#game.step;
      item.toggleAttribute("data-fresh", isFresh);
      if (isFresh) fresh.push(item.querySelector(".pb-evidence-source")?.textContent ?? "");
    }
    return fresh;
  }
}

/**
 * An outcome in words.
 * @param {SimulationGame["goals"][number]} goal
 * @param {number} value
 */
export function outcome({ digits, shown }, value) {
  return shown.replace("{value}", decimal(value, digits));
}

/** @param {number | null | undefined} value */
function shortNumber(value) {
  return value === null || value === undefined ? "–" : marked(String(Number(value.toPrecision(4))));
}
