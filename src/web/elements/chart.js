/** The chart of a trade-off after Check: the answer's curves beside the reference solution's, and their numbers. */

import { getContext } from "../context.js";
import { h } from "../dom.js";
import { areCurves } from "../judging/curves.js";
import { figure } from "../views/chart.js";
import { word } from "../words.js";
import "./chart_words.js";

/** @import { ChartPayload, Drawing, JobEnd, LearnerError, Limits, RunReport, RunRequest } from "../types.js" */

/**
 * Draws an answer's curves; the element says it, whatever comes of it. The verdict is out by then, and stays.
 * @param {HTMLElement} element
 * @param {object} job
 * @param {ChartPayload} job.chart
 * @param {string} job.answer
 * @param {Record<string, string>} job.files the check's data
 * @param {Limits} job.limits
 * @param {string} job.session of the interpreter that judged the answer
 * @param {AbortSignal} job.signal ends it; the element is then left alone
 */
export async function drawChart(element, { chart, answer, files, limits, session, signal }) {
  let printed = "";
  const line = h("p", { class: "pb-say", "aria-live": "polite" }, word("chart.drawing"));
  element.replaceChildren(line);
  const job = getContext().engine.start("run", chartRequest(chart, answer, files), {
    limits,
    session,
    onOutput: (stream, text) => {
      if (stream === "stdout") printed += text;
    },
    onCapped: () => {},
    onAgain: () => (printed = ""),
  });
  signal.addEventListener("abort", job.stop);
  const end = await job.end;
  if (signal.aborted) return;
  const drawing = end.kind === "report" ? drawingOf(end.report, printed) : null;
  const isDrawn = drawing && !drawing.fault;
  line.textContent = isDrawn
    ? word(`chart.${chart.kind}`)
    : word("chart.not-drawn", { why: reason(end, drawing) });
  if (isDrawn) element.append(figure(chart, drawing));
}

/**
 * See prepbook/curves.py.
 * @param {ChartPayload} chart
 * @param {string} answer
 * @param {Record<string, string>} files
 * @returns {RunRequest}
 */
function chartRequest({ program, plot, source, ...asked }, answer, files) {
  const words = { own: word("chart.own"), reference: word("chart.reference") };
  const own = {
    "answer.py": answer,
    "chart.py": source,
    "plot.py": plot,
    "chart.json": JSON.stringify({ ...asked, words }),
  };
  return { source: program, filename: "curves.py", files: { ...files, ...own }, seed: 1 };
}

/**
 * What the program printed, as its last line.
 * @param {unknown} report
 * @param {string} printed
 * @returns {Drawing | null} null when it failed
 */
function drawingOf(report, printed) {
  if (/** @type {RunReport | null} */ (report)?.outcome !== "ok") return null;
  try {
    const drawing = JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "");
    return drawing?.fault || areCurves(drawing?.curves) ? drawing : null;
  } catch {
    return null;
  }
}

/**
 * Why there is no chart, in one line.
 * @param {JobEnd} end
 * @param {Drawing | null} drawing
 */
function reason(end, drawing) {
  if (drawing?.fault) return word("chart.fault", drawing.fault);
  if (end.kind === "timeout") return word("chart.timeout", { seconds: end.seconds });
  if (end.kind === "died") return word("chart.died");
  const report = end.kind === "report" ? /** @type {RunReport | null} */ (end.report) : null;
  if (report?.outcome === "error" && report.error) return said(report.error);
  console.warn("prepbook: no chart:", end);
  return word("chart.ours");
}

/** @param {LearnerError} error */
function said({ type, message }) {
  const [first = ""] = String(message).split("\n");
  return `${first ? `${type}: ${first}` : type}`.replace(/[^.!?]$/, "$&.");
}
