/** What a reader typed is kept, and storage that fails stops nobody. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { answerSlot } from "../../src/web/answers.js";

/** @type {Map<string, string>} */
let stored;

/** @param {Partial<Storage>} changes */
function useStorage(changes = {}) {
  const storage = {
    getItem: (/** @type {string} */ key) => stored.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => stored.set(key, value),
    removeItem: (/** @type {string} */ key) => stored.delete(key),
    ...changes,
  };
  Object.defineProperty(globalThis, "localStorage", { value: storage, configurable: true });
}

beforeEach(() => {
  stored = new Map();
  useStorage();
});
afterEach(() => Reflect.deleteProperty(globalThis, "localStorage"));

test("a saved text is there on the next visit, under the book's own key", () => {
  const slot = answerSlot("/book/", "check:a");
  slot.save("print(1)");
  slot.flush();
  assert.equal(answerSlot("/book/", "check:a").load(), "print(1)");
  assert.deepEqual([...stored.keys()], ["prepbook:/book/:check:a"]);
});

test("another book on the same host sees nothing of it", () => {
  const slot = answerSlot("/book/", "check:a");
  slot.save("print(1)");
  slot.flush();
  assert.equal(answerSlot("/other/", "check:a").load(), null);
});

test("saving null forgets", () => {
  const slot = answerSlot("/", "check:a");
  slot.save("x");
  slot.flush();
  slot.save(null);
  slot.flush();
  assert.equal(stored.size, 0);
});

test("quick keystrokes are written once, and only after a pause", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let writes = 0;
  useStorage({ setItem: () => writes++ });
  const slot = answerSlot("/", "check:a");
  for (const text of ["a", "ab", "abc"]) slot.save(text);
  assert.equal(writes, 0);
  context.mock.timers.tick(400);
  assert.equal(writes, 1);
});

test("full or blocked storage is survived", (context) => {
  context.mock.method(console, "warn", () => {});
  const refuse = () => {
    throw new DOMException("no", "QuotaExceededError");
  };
  useStorage({ getItem: refuse, setItem: refuse, removeItem: refuse });
  const slot = answerSlot("/", "check:a");
  slot.save("x");
  slot.flush();
  assert.equal(slot.load(), null);
});
