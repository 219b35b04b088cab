/** The debrief of a simulation: how the game ended, beside the reference play and plays that went wrong. */

import { authored, h, icon } from "../dom.js";
import { word } from "../words.js";
import { outcome } from "./dashboard.js";

/** @import { Point } from "../progress/record.js" */
/** @import { GameResult, SimulationGame, SimulationPayload, SimulationPlay } from "../types.js" */

/**
 * @param {SimulationGame} game
 * @param {SimulationPayload} payload
 * @param {GameResult} result
 * @returns {Node[]}
 */
export function debrief(game, payload, result) {
  const ending = payload.endings[result.ending ?? ""];
  const title = h("p", { class: "pb-card-title" }, word("simulation.debrief"));
  const others = payload.plays.filter(({ reference }) => !reference);
  return [
    title,
    h("div", { class: "pb-prose" }, authored(ending?.html ?? "")),
    comparison(game, payload.plays, result),
    h("p", { class: "pb-label" }, word("simulation.others")),
    ...others.map(folded),
    h("div", { class: "pb-prose pb-debrief-text" }, authored(payload.debrief)),
  ];
}

/**
 * The goals one by one, kept or missed, each with its figure.
 * @param {SimulationGame} game
 * @param {GameResult} result
 * @returns {Point[]}
 */
export function pointsOf({ goals }, { missed, outcomes }) {
  return goals.map((goal) => {
    const isMet = !missed.includes(goal.id);
    const kept = word(isMet ? "simulation.goal-met" : "simulation.goal-missed");
    const said = `${outcome(goal, outcomes[goal.id] ?? 0)}, ${kept}`;
    return { title: goal.label, got: Number(isMet), of: 1, said };
  });
}

/**
 * The reference play: what it sets when, and why.
 * @param {SimulationPayload} payload
 * @returns {Node[]}
 */
export function referencePlay({ plays }) {
  return plays
    .filter(({ reference }) => reference)
    .map(({ moves, html }) =>
      h(
        "div",
        { class: "pb-prose" },
        h("ul", {}, ...moves.map(({ minute, settings }) => move(minute, settings))),
        authored(html),
      ),
    );
}

/**
 * @param {number} minute
 * @param {string[]} settings authored
 */
function move(minute, settings) {
  const list = settings.map((setting) => h("li", {}, authored(setting)));
  return h("li", {}, h("strong", {}, word("simulation.at", { minute })), h("ul", {}, ...list));
}

/**
 * @param {SimulationGame} game
 * @param {SimulationPlay[]} plays
 * @param {GameResult} result
 */
function comparison(game, plays, result) {
  const goals = game.goals.map(({ label }) => h("th", { scope: "col" }, label));
  const head = h("tr", {}, h("th", { scope: "col" }, word("simulation.play")), ...goals);
  const own = game.goals.map((goal) =>
    cell(outcome(goal, result.outcomes[goal.id] ?? 0), !result.missed.includes(goal.id)),
  );
  const rows = [...plays]
    .sort((one, other) => Number(other.reference) - Number(one.reference))
    .map(({ title, outcomes }) => {
      const cells = outcomes.map(({ value, met }) => cell(value, met));
      return h("tr", {}, h("th", { scope: "row" }, authored(title)), ...cells);
    });
  const you = h("tr", { class: "pb-own" }, h("th", { scope: "row" }, word("simulation.you")), ...own);
  const table = h("table", {}, h("thead", {}, head), h("tbody", {}, you, ...rows));
  const label = word("simulation.comparison");
  return h("div", { class: "pb-scroll", tabindex: 0, role: "group", "aria-label": label }, table);
}

/**
 * @param {string} value authored
 * @param {boolean} isMet
 */
function cell(value, isMet) {
  const mark = h("span", { class: "pb-mark", "data-outcome": isMet ? "passed" : "failed" });
  mark.append(
    icon(isMet ? "check" : "failed"),
    word(isMet ? "simulation.goal-met" : "simulation.goal-missed"),
  );
  return h("td", {}, authored(value), " ", mark);
}

/** @param {SimulationPlay} play */
function folded({ title, html, ending }) {
  return h(
    "details",
    { class: "pb-follow-up" },
    h("summary", {}, authored(word("simulation.folded", { title, ending }))),
    h("div", { class: "pb-prose" }, authored(html)),
  );
}
