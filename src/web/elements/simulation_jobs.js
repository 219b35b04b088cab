/** A game as values: what the model is asked, what came back, and what an earlier visit left. */

import { word } from "../words.js";
import "./simulation_words.js";

/** @import { GameDraft, GameResult, JobEnd, RunReport, RunRequest, Settings, SimulationGame, SimulationPayload, VerdictName } from "../types.js" */

/**
 * The request that plays a game from its start; see prepbook/stage.py.
 * @param {string} session
 * @param {SimulationGame} game
 * @param {SimulationPayload} payload
 * @param {Settings[]} moves
 * @param {number} seed
 * @returns {RunRequest}
 */
export function gameRequest(session, game, payload, moves, seed) {
  const reference = payload.plays.find((play) => play.reference);
  const asked = {
    ...game,
    moves,
    seed,
    draws: true,
    compare: reference ? { label: word("simulation.reference"), series: reference.series } : null,
    words: { minute: word("simulation.minute"), line: word("simulation.line") },
  };
  return {
    source: payload.program,
    filename: "stage.py",
    files: { "model.py": payload.model, "game.json": JSON.stringify(asked) },
    session: { name: session, before: [] },
  };
}

/**
 * What the stage printed, as its last line.
 * @param {unknown} report
 * @param {string} printed
 * @returns {GameResult | null} null when the model failed
 */
export function resultOf(report, printed) {
  if (/** @type {RunReport | null} */ (report)?.outcome !== "ok") return null;
  try {
    const result = JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "");
    return isResult(result) ? result : null;
  } catch {
    return null;
  }
}

/**
 * What to say when a step did not come about; the game is as it was.
 * @param {JobEnd} end
 * @returns {{verdict: VerdictName, text: string, detail?: unknown}}
 */
export function mishapOf(end) {
  switch (end.kind) {
    case "timeout":
      return { verdict: "timeout", text: word("simulation.timeout", { seconds: end.seconds }) };
    case "died":
      return { verdict: "error", text: word("simulation.died"), detail: end.message };
    case "report":
      return { verdict: "error", text: word("simulation.broken"), detail: end.report };
    case "unavailable": {
      const text = `${word("verdict.ours")} ${word(`ours.${end.reason}`)}`;
      return { verdict: "error", text, detail: end.message };
    }
    default:
      return { verdict: "stopped", text: word("simulation.stopped") };
  }
}

/**
 * A game that was kept, if it still is one.
 * @param {unknown} draft
 * @param {{know: (settings: unknown) => boolean}} levers
 * @returns {GameDraft | null}
 */
export function keptGame(draft, levers) {
  const kept = /** @type {Partial<GameDraft> | null} */ (draft);
  if (!kept || !Array.isArray(kept.moves) || !Array.isArray(kept.presses) || !kept.clock) return null;
  if (!Number.isFinite(kept.seed) || ![...kept.moves, kept.levers].every((each) => levers.know(each)))
    return null;
  return /** @type {GameDraft} */ ({ ...kept, result: isResult(kept.result) ? kept.result : null });
}

/**
 * @param {unknown} value
 * @returns {value is GameResult}
 */
function isResult(value) {
  const result = /** @type {Partial<GameResult> | null | undefined} */ (value);
  return Boolean(
    result?.outcomes && result.series && Array.isArray(result.missed) && Array.isArray(result.charts),
  );
}
