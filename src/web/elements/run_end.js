/** How the end of a run is told, in a snippet and in a check alike. */

import { getContext } from "../context.js";
import { word } from "../words.js";

/** @import { JobEnd, Limits, RunReport } from "../types.js" */
/** @import { OutputView } from "../views/output.js" */

/**
 * What the reader can do about our own failure besides pressing the button again.
 * @param {JobEnd} end
 * @param {() => void} retry
 */
export function remedy(end, retry) {
  if (end.kind !== "unavailable" || end.reason !== "isolation") return undefined;
  const act = () => {
    getContext().engine.allowWithoutIsolation();
    retry();
  };
  return { label: word("isolation.allow"), act };
}

/**
 * @param {JobEnd} end
 * @param {OutputView} output
 * @param {Limits} limits
 * @param {() => void} retry runs the same again
 * @returns {"done" | "error" | "stopped"} the state of the element
 */
export function showRunEnd(end, output, limits, retry) {
  switch (end.kind) {
    case "report":
      return showReport(/** @type {RunReport} */ (end.report), output, limits);
    case "stopped":
    case "input":
      output.say(word("output.stopped"));
      return "stopped";
    case "timeout":
      output.say(word("output.timeout", { seconds: end.seconds }), "error");
      return "stopped";
    case "died":
      output.say(end.memory ? memory("output.died-memory", limits) : word("output.died"), "error");
      return "error";
    case "unavailable":
      output.say(`${word("ours.title")} ${word(`ours.${end.reason}`)}`, "fault", remedy(end, retry));
      output.say(word("ours.details", { message: end.message }));
      return "error";
  }
}

/**
 * @param {RunReport} report
 * @param {OutputView} output
 * @param {Limits} limits
 */
function showReport(report, output, limits) {
  if (report?.error) {
    if (report.error.type === "MemoryError") output.say(memory("output.memory", limits), "error");
    output.error(report.error);
    return "error";
  }
  if (typeof report?.result === "string") output.result(report.result, report.rich);
  else if (output.isEmpty) output.say(word("output.none"));
  return "done";
}

/**
 * @param {string} key
 * @param {Limits} limits
 */
function memory(key, { memory_mb: limit }) {
  return word(key, { limit });
}
