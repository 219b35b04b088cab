/** What an interpreter hears: its own job's messages, once, until the job is over; nothing else. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Interpreter } from "../../src/web/engine/interpreter.js";

/** @import { JobEnd, Order, Report } from "../../src/web/types.js" */

const LIMITS = { seconds: 60, output_kb: 1000, memory_mb: 512 };
const REPORT = { outcome: "judged", tests: [] };

/**
 * An interpreter whose worker is played by the test.
 * @param {(order: Extract<Order, {id: string}>, say: (report: Report) => void) => void} onJob
 * @param {string} [session]
 */
async function perform(onJob, session) {
  const { port1, port2 } = new MessageChannel();
  /** @param {any} report */
  const say = (report) => port2.postMessage(report);
  port2.onmessage = ({ data }) => {
    if (data.kind === "boot") say({ kind: "booted", path: { mode: "snapshot", reason: "", ms: 0 } });
    else onJob(data, say);
  };
  let present = true;
  const close = () => {
    present = false;
    port1.close();
    port2.close();
  };
  const interpreter = new Interpreter(
    { pyodide: "", worker: "", needed: [], file: async () => new ArrayBuffer(0) },
    () => ({
      port: port1,
      failed: new Promise(() => {}),
      present: () => present,
      remove: close,
    }),
  );
  await interpreter.ready;
  /** @type {string[]} */
  const shown = [];
  const job = interpreter.perform("judge", /** @type {any} */ ({}), {
    limits: LIMITS,
    onOutput: (_, text) => shown.push(text),
    onCapped: () => shown.push("capped"),
    onAgain: () => shown.push("again"),
    ...(session ? { session } : {}),
  });
  return { interpreter, job, shown, close };
}

/** Everything posted so far has been heard once a message posted after it has been. */
async function settled() {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  port1.close();
  await new Promise((resolve) => setImmediate(resolve));
}

/** What a job may not be moved by, said before the job's own report. @type {Record<string, (id: string) => unknown>} */
const FORGED = {
  "a report of another job": () => ({ kind: "report", id: "0".repeat(32), report: "forged" }),
  "a report without an id": () => ({ kind: "report", report: "forged" }),
  "a report whose id is no text": (id) => ({ kind: "report", id: [id], report: "forged" }),
  "a kind that does not exist": (id) => ({ kind: "passed", id, report: "forged" }),
  nothing: () => null,
  "a bare word": () => "report",
  "a word of the start": () => ({ kind: "booted", path: {} }),
};

for (const [name, forged] of Object.entries(FORGED)) {
  test(`${name} is ignored`, async () => {
    const { job, shown } = await perform(({ id }, say) => {
      say(/** @type {any} */ (forged(id)));
      say({ kind: "report", id, report: REPORT });
    });
    assert.deepEqual(await job, { kind: "report", report: REPORT });
    assert.deepEqual(shown, []);
  });
}

test("the first report counts, a second one and what follows are ignored", async () => {
  const { job, shown, close } = await perform(({ id }, say) => {
    say({ kind: "output", id, stream: "stdout", text: "in time" });
    say({ kind: "report", id, report: REPORT });
    say({ kind: "output", id, stream: "stdout", text: "late" });
    say({ kind: "capped", id });
    say({ kind: "report", id, report: "second" });
  }, "a session, whose interpreter lives on");
  assert.deepEqual(await job, { kind: "report", report: REPORT });
  await settled();
  assert.deepEqual(shown, ["in time"]);
  close();
});

test("after Stop nothing is heard, whatever is on its way", async () => {
  /** @type {(report: Report) => void} */
  let speak = () => {};
  let id = "";
  let start = () => {};
  const started = new Promise((resolve) => (start = () => resolve(null)));
  const { interpreter, job, shown } = await perform((order, say) => {
    speak = say;
    id = order.id;
    start();
  });
  await started;
  speak({ kind: "output", id, stream: "stdout", text: "on its way" });
  interpreter.kill();
  speak({ kind: "report", id, report: REPORT });
  assert.deepEqual(await job, { kind: "stopped" });
  await settled();
  assert.deepEqual(shown, []);
  assert.equal(interpreter.dead, true);
});

test("each job has a name of its own, too long to guess", async () => {
  /** @type {string[]} */
  const ids = [];
  for (let count = 0; count < 2; count += 1) {
    const { job } = await perform(({ id }, say) => {
      ids.push(id);
      say({ kind: "report", id, report: REPORT });
    });
    await job;
  }
  assert.ok(ids.every((id) => /^[0-9a-f]{32}$/.test(id)));
  assert.notEqual(ids[0], ids[1]);
});
