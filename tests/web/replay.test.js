/** A program that runs again shows only what is new. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Replay } from "../../src/web/views/replay.js";

/** @import { Stream } from "../../src/web/types.js" */

function recorded() {
  /** @type {string[]} */
  let shown = [];
  let restarts = 0;
  const replay = new Replay(
    (stream, text) => shown.push(`${stream[3]}:${text}`),
    () => {
      shown = [];
      restarts += 1;
    },
  );
  /** @param {...[Stream, string]} pieces */
  const write = (...pieces) => {
    for (const [stream, text] of pieces) replay.write(stream, text);
  };
  return { replay, write, shown: () => shown.join("|"), restarts: () => restarts };
}

test("a first run is shown as it comes", () => {
  const { write, shown } = recorded();
  write(["stdout", "a"], ["stderr", "b"], ["stdout", "c"]);
  assert.equal(shown(), "o:a|e:b|o:c");
});

test("what a second run repeats, in whatever pieces, is not shown twice", () => {
  const { replay, write, shown, restarts } = recorded();
  write(["stdout", "Na"], ["stdout", "me: "]);
  replay.again();
  write(["stdout", "N"], ["stdout", "ame: "], ["stdin", "Ada\n"], ["stdout", "Hello"]);
  assert.equal(shown(), "o:Na|o:me: |i:Ada\n|o:Hello");
  assert.equal(restarts(), 0);
});

test("a piece that goes on beyond the repetition is shown from there", () => {
  const { replay, write, shown } = recorded();
  write(["stdout", "ab"]);
  replay.again();
  write(["stdout", "abcd"]);
  assert.equal(shown(), "o:ab|o:cd");
});

for (const [what, first, second, expected] of /** @type {[string, Stream, string, string][]} */ ([
  ["other text", "stdout", "a-", "o:a|o:-"],
  ["another stream", "stderr", "x", "o:a|e:x"],
])) {
  test(`a program that writes ${what} than before is shown anew`, () => {
    const { replay, write, shown, restarts } = recorded();
    write(["stdout", "ab"]);
    replay.again();
    write(["stdout", "a"], [first, first === "stdout" ? second.slice(1) : second]);
    assert.equal(shown(), expected);
    assert.equal(restarts(), 1);
  });
}

test("a third run repeats what the second added", () => {
  const { replay, write, shown } = recorded();
  write(["stdout", "a"]);
  replay.again();
  write(["stdout", "a"], ["stdin", "1\n"], ["stdout", "b"]);
  replay.again();
  write(["stdout", "a"], ["stdin", "1\n"], ["stdout", "b"], ["stdin", "2\n"], ["stdout", "c"]);
  assert.equal(shown(), "o:a|i:1\n|o:b|i:2\n|o:c");
});

test("a run that starts over in mid-repetition still has the rest to repeat", () => {
  const { replay, write, shown } = recorded();
  write(["stdout", "abc"]);
  replay.again();
  write(["stdout", "a"]);
  replay.again();
  write(["stdout", "abcd"]);
  assert.equal(shown(), "o:abc|o:d");
});
