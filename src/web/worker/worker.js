/** The worker's own program: boots Python once, then does the job it is given; in a session, one after another. */

import { watchForFatal } from "./fatal.js";
import { lockDown } from "./lockdown.js";
import { limitMemory, ranOutOfMemory } from "./memory.js";
import { Output } from "./output.js";
import { boot } from "./pyodide.js";

/** @import { Order, Report } from "../types.js" */
/** @import { Python } from "./pyodide.js" */

/**
 * Kept before any learner code runs: it shares this worker, and what it puts in their place must not speak for us.
 * That stops forgery from JavaScript's side only. An answer that rewrites the grader in its own interpreter can still
 * award itself a verdict, in its own reader's browser and nowhere else.
 */
const { parse, stringify } = JSON;

/** @type {Promise<Python> | null} */
let python = null;

/** How often a spare rehearses a program, which takes a few ms, and a check, which takes some hundred. */
const REHEARSALS = { run: 20, judge: 3 };

/** Whether a job has come. */
let isOrdered = false;

/** Files the page was asked for, by name: what to do when one arrives. */
/** @type {Map<string, (file: {bytes: ArrayBuffer | null, message?: string}) => void>} */
const supplied = new Map();

/**
 * Asks the page for a file.
 * @param {string} name
 * @param {(report: Report) => void} tell
 * @returns {Promise<ArrayBuffer>}
 */
function need(name, tell) {
  tell({ kind: "need", name });
  return new Promise((resolve, reject) => {
    supplied.set(name, ({ bytes, message }) => (bytes ? resolve(bytes) : reject(new Error(message))));
  });
}

/** @param {MessagePort} port */
function serve(port) {
  /** @type {(report: Report) => void} */
  const tell = port.postMessage.bind(port);
  port.onmessage = ({ data }) => {
    const order = /** @type {Order} */ (data);
    if (order.kind === "boot") start(order.plain, tell);
    else if (order.kind === "rehearse") rehearse(order.judges);
    else if (order.kind === "file") supplied.get(order.name)?.(order);
    else work(order, tell);
  };
}

/**
 * @param {boolean} plain
 * @param {(report: Report) => void} tell
 */
async function start(plain, tell) {
  try {
    python = boot(plain, (name) => need(name, tell));
    const { path } = await python;
    lockDown();
    tell({ kind: "booted", path });
  } catch (error) {
    tell({ kind: "boot-failed", message: String(error) });
  }
}

/**
 * The first rehearsal lets the browser compile what a job needs, the others let it compile that well.
 * @param {boolean} judges
 */
async function rehearse(judges) {
  await rehearseJob("run");
  if (judges) await rehearseJob("judge");
}

/** @param {"run" | "judge"} kind */
async function rehearseJob(kind) {
  const ready = await python;
  for (let number = 0; ready && number < REHEARSALS[kind]; number += 1) {
    await new Promise((resolve) => setTimeout(resolve)); // An order that came meanwhile goes first.
    if (isOrdered) return;
    await ready.rehearse[kind]();
  }
}

/**
 * @param {Extract<Order, {kind: "run" | "judge"}>} order
 * @param {(report: Report) => void} tell
 */
async function work({ kind, id, request, limits }, tell) {
  isOrdered = true;
  const output = new Output(
    (stream, text) => tell({ kind: "output", id, stream, text }),
    () => tell({ kind: "capped", id }),
    { cap: limits.output_kb * 1000 },
  );
  /** @param {unknown} cause */
  const died = (cause) => {
    output.flush();
    tell({ kind: "died", id, message: String(cause), memory: ranOutOfMemory() });
  };
  watchForFatal(died);
  try {
    const ready = await python;
    if (!ready) throw new Error("not booted");
    limitMemory(limits.memory_mb * 2 ** 20);
    const report = await ready[kind](stringify(request), (event) => hear(event, id, output, tell));
    output.flush();
    tell({ kind: "report", id, report: parse(report) });
  } catch (error) {
    // Learner errors come back inside a report; what lands here took the interpreter with it.
    died(error);
  }
}

/**
 * @param {string} event JSON: a piece of output, or a word of what comes next
 * @param {string} id
 * @param {Output} output
 * @param {(report: Report) => void} tell
 */
function hear(event, id, output, tell) {
  const { stream, text } = parse(event);
  if (stream === "again") {
    output.restart();
    tell({ kind: "again", id });
  } else if (stream === "ask") {
    output.flush();
    tell({ kind: "ask", id, prompt: text });
  } else output.write(stream, text);
}

// The frame can't know that a worker runs until it says so; then it hands over the port to the page.
addEventListener("message", (event) => event.ports[0] && serve(event.ports[0]), { once: true });
postMessage("hello");
