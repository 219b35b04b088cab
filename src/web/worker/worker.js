/** The worker's own program: boots Python once, then does the one job it is given. */

import { watchForFatal } from "./fatal.js";
import { lockDown } from "./lockdown.js";
import { Output } from "./output.js";
import { boot } from "./pyodide.js";

/** @import { Order, Report } from "../types.js" */
/** @import { Python } from "./pyodide.js" */

/** @type {Promise<Python> | null} */
let python = null;

/** @param {MessagePort} port */
function serve(port) {
  /** @param {Report} report */
  const tell = (report) => port.postMessage(report);
  port.onmessage = ({ data }) => {
    const order = /** @type {Order} */ (data);
    if (order.kind === "boot") start(order.assets, tell);
    else work(order, tell);
  };
}

/**
 * @param {Extract<Order, {kind: "boot"}>["assets"]} assets
 * @param {(report: Report) => void} tell
 */
async function start(assets, tell) {
  try {
    python = boot(assets);
    await python;
    lockDown();
    tell({ kind: "booted" });
  } catch (error) {
    tell({ kind: "boot-failed", message: String(error) });
  }
}

/**
 * @param {Exclude<Order, {kind: "boot"}>} order
 * @param {(report: Report) => void} tell
 */
async function work({ kind, id, request }, tell) {
  const output = new Output(
    (stream, text) => tell({ kind: "output", id, stream, text }),
    () => tell({ kind: "capped", id }),
  );
  watchForFatal((message) => {
    output.flush();
    tell({ kind: "died", id, message });
  });
  try {
    const ready = await python;
    if (!ready) throw new Error("not booted");
    const report = await ready[kind](JSON.stringify(request), (event) => {
      const { stream, text } = JSON.parse(event);
      output.write(stream, text);
    });
    output.flush();
    tell({ kind: "report", id, report: JSON.parse(report) });
  } catch (error) {
    // Learner errors come back inside a report; what lands here took the interpreter with it.
    output.flush();
    tell({ kind: "died", id, message: String(error) });
  }
}

// The frame can't know that a worker runs until it says so; then it hands over the port to the page.
addEventListener("message", (event) => event.ports[0] && serve(event.ports[0]), { once: true });
postMessage("hello");
