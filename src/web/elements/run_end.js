/** How the end of a run is told, in a snippet and in a check alike. */

import { word } from "../words.js";

/** @import { JobEnd, RunReport } from "../types.js" */
/** @import { OutputView } from "../views/output.js" */

/**
 * @param {JobEnd} end
 * @param {OutputView} output
 * @returns {"done" | "error" | "stopped"} the state of the element
 */
export function showRunEnd(end, output) {
  switch (end.kind) {
    case "report":
      return showReport(/** @type {RunReport} */ (end.report), output);
    case "stopped":
      output.say(word("output.stopped"));
      return "stopped";
    case "timeout":
      output.say(word("output.timeout", { seconds: end.seconds }), "error");
      return "stopped";
    case "died":
      output.say(word("output.died"), "error");
      return "error";
    case "unavailable":
      output.say(`${word("ours.title")} ${word(`ours.${end.reason}`)}`, "fault");
      output.say(word("ours.details", { message: end.message }));
      return "error";
  }
}

/**
 * @param {RunReport} report
 * @param {OutputView} output
 */
function showReport(report, output) {
  if (report?.error) {
    output.error(report.error);
    return "error";
  }
  if (typeof report?.result === "string") output.result(report.result);
  else if (output.isEmpty) output.say(word("output.none"));
  return "done";
}
