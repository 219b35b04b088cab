/** The words of the page: complete, filled, replaceable. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import "../../src/web/elements/chart_words.js";
import "../../src/web/elements/placement_words.js";
import "../../src/web/elements/simulation_words.js";
import "../../src/web/mock/words.js";
import "../../src/web/readiness/words.js";
import {
  addWords,
  allWords,
  decimal,
  figure,
  language,
  marks,
  speak,
  word,
  wordsForPython,
} from "../../src/web/words.js";

const WEB = join(import.meta.dirname, "../../src/web");

/** @returns {string[]} the sources that speak to readers */
function sources() {
  const names = /** @type {string[]} */ (readdirSync(WEB, { recursive: true }));
  return names.filter((name) => /\.js$/.test(name)).map((name) => readFileSync(join(WEB, name), "utf8"));
}

const FRENCH = { language: "fr", marks: { ".": ",", ",": "\u202f" }, page: {}, python: {} };

afterEach(() => speak({ language: "en", page: {} }));

test("places are filled", () => {
  assert.equal(word("hint.title", { number: 2, total: 4 }), "Hint 2 of 4");
});

test("a place without a value stays visible", () => {
  assert.equal(word("hint.title", { number: 2 }), "Hint 2 of {total}");
});

test("an unknown key shows itself", () => {
  assert.equal(word("no.such"), "no.such");
});

test("every key that the sources name has a text", () => {
  const keys = sources().flatMap((source) =>
    [...source.matchAll(/\bword\("([^"]+)"/g)].map(([, key]) => key ?? ""),
  );
  assert.ok(keys.length > 30);
  assert.deepEqual(
    keys.filter((key) => word(key) === key),
    [],
  );
});

const FAMILIES = {
  button: ["run", "check", "stop", "reset", "hint", "solution"],
  verdict: ["passed", "failed", "error"],
  ours: ["assets", "boot", "broken"],
  test: ["passed", "failed", "error"],
  quiz: ["passed", "failed", "right", "wrong"],
  mark: ["right", "wrong"],
  number: ["passed", "failed", "high", "low"],
  order: ["passed", "failed", "right", "shifted", "early", "late", "grabbed", "dropped", "moved"],
  match: ["passed", "failed"],
  classify: ["passed", "failed"],
  placement: ["passed", "failed", "document", "predicted", "says"],
  clock: ["mark-5", "mark-1", "mark-0"],
  rubric: ["passed", "failed", "weak", "fair", "strong"],
  mock: ["open", "tried", "done", "under-way", "under-way-whole"],
  report: ["yes", "late", "no", "untried", "next-late", "next-passed", "next-whole", "draw", "clock"],
};

for (const [family, names] of Object.entries(FAMILIES)) {
  test(`the ${family} words are complete`, () => {
    for (const name of names) assert.notEqual(word(`${family}.${name}`), `${family}.${name}`);
  });
}

test("a book in another language replaces single words", () => {
  speak({ ...FRENCH, page: { "button.run": "Exécuter", "button.stop": 3 } });
  assert.equal(word("button.run"), "Exécuter");
  assert.equal(word("button.stop"), "Stop");
  assert.equal(language(), "fr");
});

test("words that are no language leave the English ones", (context) => {
  context.mock.method(console, "error", () => {});
  speak("{");
  speak({ page: {} });
  assert.equal(word("button.check"), "Check");
});

test("words that come later leave the book's own in place", () => {
  speak({ ...FRENCH, page: { "late.one": "ours" } });
  addWords({ "late.one": "theirs", "late.two": "theirs" });
  assert.equal(word("late.one"), "ours");
  assert.equal(word("late.two"), "theirs");
  assert.equal(allWords()["late.two"], "theirs");
});

test("a count takes the form of its language", () => {
  addWords({ "late.many": { one: "{count} thing", other: "{count} things" } });
  const english = [0, 1, 2].map((count) => word("late.many", { count }));
  assert.deepEqual(english, ["0 things", "1 thing", "2 things"]);
  speak({ ...FRENCH, page: { "late.many": { one: "{count} chose", other: "{count} choses" } } });
  assert.deepEqual(
    [0, 1, 2].map((count) => word("late.many", { count })),
    ["0 chose", "1 chose", "2 choses"],
  );
});

test("figures have the marks of the language", () => {
  assert.deepEqual([figure(1234.5), decimal(2, 1), marks()], ["1,234.5", "2.0", {}]);
  speak(FRENCH);
  assert.deepEqual([figure(1234.5), decimal(2, 1), marks()], ["1\u202f234,5", "2,0", FRENCH.marks]);
});

test("Python is told texts and marks, and nothing where all is English", () => {
  assert.deepEqual(wordsForPython(), {});
  speak({ ...FRENCH, python: { "no error": "aucune erreur" } });
  assert.deepEqual(wordsForPython().words, { ...FRENCH.marks, "no error": "aucune erreur" });
});
