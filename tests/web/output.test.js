/** Output is batched when it floods, shown at once when it doesn't, and cut at the cap. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Output } from "../../src/web/worker/output.js";

/** @param {{cap?: number}} [options] */
function recorded(options = {}) {
  /** @type {[string, string][]} */
  const sent = [];
  const clock = { now: 0 };
  let capped = 0;
  const output = new Output(
    (stream, text) => sent.push([stream, text]),
    () => capped++,
    { ...options, now: () => clock.now },
  );
  return { output, sent, clock, capped: () => capped };
}

test("a few lines are sent as they come", () => {
  const { output, sent } = recorded();
  output.write("stdout", "a\n");
  output.write("stdout", "b\n");
  assert.deepEqual(sent, [
    ["stdout", "a\n"],
    ["stdout", "b\n"],
  ]);
});

test("a flood within one window becomes few messages and loses nothing", () => {
  const { output, sent } = recorded();
  for (let index = 0; index < 10_000; index++) output.write("stdout", "x");
  output.flush();
  assert.ok(sent.length < 20, `${sent.length} messages`);
  assert.equal(sent.map(([, text]) => text).join("").length, 10_000);
});

test("the next window sends again", () => {
  const { output, sent, clock } = recorded();
  for (let index = 0; index < 100; index++) output.write("stdout", "x");
  const before = sent.length;
  clock.now = 60;
  output.write("stdout", "y");
  assert.equal(sent.length, before + 1);
  assert.ok(sent.at(-1)?.[1].endsWith("y"));
});

test("the order of the two streams is kept", () => {
  const { output, sent } = recorded();
  for (let index = 0; index < 40; index++) output.write(index % 2 ? "stderr" : "stdout", String(index));
  output.flush();
  assert.equal(
    sent.map(([, text]) => text).join(","),
    Array.from({ length: 40 }, (_, index) => index).join(","),
  );
});

test("output ends exactly at the cap, said once", () => {
  const { output, sent, capped } = recorded({ cap: 10 });
  for (const text of ["12345678", "abcdef", "more"]) output.write("stdout", text);
  output.flush();
  assert.equal(sent.map(([, text]) => text).join(""), "12345678ab");
  assert.equal(capped(), 1);
});

test("a program that prints exactly nothing sends nothing", () => {
  const { output, sent } = recorded();
  output.write("stdout", "");
  output.flush();
  assert.deepEqual(sent, []);
});
