/** What a reader does is kept: over the death of a tab, beside other tabs, and with storage that fails. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { openDB } from "idb";
import { recordOf } from "../../src/web/progress/record.js";
import { closeTabs, freshMachine, localKeys, refusing, tab } from "./machine.js";

/** @import { Progress } from "../../src/web/progress/progress.js" */

const ID = "check:a";

beforeEach(freshMachine);
afterEach(closeTabs);

/** @param {Progress} progress */
function draftIn(progress) {
  return progress.item(ID).draft?.value;
}

/** @param {Progress} progress */
function faultIn(progress) {
  return progress.vault.faults.worst?.fault ?? null;
}

/**
 * Waits until another tab's message has come.
 * @param {Progress} progress
 * @param {() => boolean} met
 */
async function heard(progress, met) {
  while (!met()) await new Promise((resolve) => progress.addEventListener("change", resolve, { once: true }));
}

test("what was typed is there on the next visit, under the book's own name", async () => {
  const first = await tab("one");
  recordOf(ID, first).keep("print(1)");
  await first.flush();
  assert.equal(draftIn(await tab("two")), "print(1)");
  assert.deepEqual(
    (await indexedDB.databases()).map(({ name }) => name),
    ["prepbook:/book/"],
  );
});

test("another book on the same host sees nothing of it", async () => {
  const first = await tab("one");
  recordOf(ID, first).keep("print(1)");
  await first.flush();
  assert.deepEqual((await tab("two", "/")).items(), []);
});

test("a keystroke is out of the tab's hands at once, and the journal is empty once the database has it", async () => {
  const first = await tab("one");
  recordOf(ID, first).keep("print(1)");
  assert.equal(Object.keys(localKeys()).length, 1);
  await first.flush();
  assert.deepEqual(localKeys(), {});
});

test("a tab that dies before the database has written loses nothing", async () => {
  const first = await tab("one");
  first.vault.close(); // From here on no write arrives.
  recordOf(ID, first).keep("print(1)");
  recordOf(ID, first).attempted({ verdict: "failed" });
  const second = await tab("two");
  assert.equal(draftIn(second), "print(1)");
  assert.equal(second.item(ID).attempts.length, 1);
  assert.deepEqual(localKeys(), {}, "now the database has it");
});

test("attempts of two tabs are united, and each tab hears of the other's", async () => {
  const [first, second] = [await tab("one"), await tab("two")];
  recordOf(ID, first).attempted({ verdict: "failed", score: 1, of: 3 });
  recordOf(ID, second).attempted({ verdict: "passed" });
  await Promise.all([first.flush(), second.flush()]);
  await heard(first, () => first.item(ID).attempts.length === 2);
  const third = await tab("three");
  assert.deepEqual(
    third
      .item(ID)
      .attempts.map(({ by }) => by)
      .sort(),
    ["one", "two"],
  );
});

test("of two drafts the later edit wins, even where a clock was set back", async (context) => {
  const [first, second] = [await tab("one"), await tab("two")];
  recordOf(ID, first).keep("early");
  await first.flush();
  await heard(second, () => draftIn(second) === "early");
  context.mock.method(Date, "now", () => 1000);
  recordOf(ID, second).keep("late");
  await second.flush();
  assert.equal(draftIn(await tab("three")), "late");
});

test("a draft that was taken back stays away", async () => {
  const first = await tab("one");
  recordOf(ID, first).keep("x");
  await first.flush();
  recordOf(ID, first).keep(null);
  await first.flush();
  assert.equal(await recordOf(ID, await tab("two")).draft(), null);
});

test("help that was used is kept with the attempts after it", async () => {
  const first = await tab("one");
  const record = recordOf(ID, first);
  record.attempted({ verdict: "failed" });
  record.helped("hint");
  record.attempted({ verdict: "passed" });
  assert.deepEqual(
    first.item(ID).attempts.map(({ helped }) => helped),
    [null, "hint"],
  );
});

test("answers of the first editions are taken over, and what was typed since wins", async () => {
  localStorage.setItem("prepbook:/book/:check:a", "old answer");
  localStorage.setItem("prepbook:/book/:snippet:one/hello.py", "print(2)");
  localStorage.setItem("prepbook:/book/:offline-off", "1");
  localStorage.setItem("prepbook:/book/more/:check:a", "of another book");
  const first = await tab("one");
  assert.equal(draftIn(first), "old answer");
  assert.equal(first.item("snippet:one/hello.py").draft?.value, "print(2)");
  assert.deepEqual(Object.keys(localKeys()).sort(), [
    "prepbook:/book/:offline-off",
    "prepbook:/book/more/:check:a",
  ]);
  recordOf(ID, first).keep("new answer");
  await first.flush();
  localStorage.setItem("prepbook:/book/:check:a", "old answer"); // By a tab with the old edition.
  assert.equal(draftIn(await tab("two")), "new answer");
});

test("a record that can't be read is set aside, told and nothing else is lost", async () => {
  const first = await tab("one");
  recordOf(ID, first).keep("mine");
  await first.flush();
  const database = await openDB("prepbook:/book/");
  await database.put("items", { id: "check:b", draft: "broken" });
  database.close();
  const second = await tab("two");
  assert.equal(draftIn(second), "mine");
  assert.equal(faultIn(second), "corrupt");
  assert.deepEqual(
    second.vault.aside.map(({ value }) => value),
    [{ id: "check:b", draft: "broken" }],
  );
  assert.equal(faultIn(await tab("three")), "corrupt", "it is still aside");
});

test("a journal entry that was cut off is set aside and told", async () => {
  const cut = '{"schema":2,"item":{"id":"che';
  localStorage.setItem("prepbook:/book/:journal:dead:check:a", cut);
  const first = await tab("one");
  assert.equal(faultIn(first), "corrupt");
  assert.deepEqual(
    first.vault.aside.map(({ value }) => value),
    [cut],
  );
  assert.deepEqual(localKeys(), {});
});

test("a newer edition's database is left alone and told; work goes on and is kept", async (context) => {
  context.mock.method(console, "warn", () => {});
  const newer = await openDB("prepbook:/book/", 99, { upgrade: (db) => void db.createObjectStore("other") });
  newer.close();
  const first = await tab("one");
  assert.equal(faultIn(first), "newer");
  recordOf(ID, first).keep("mine");
  assert.equal(draftIn(await tab("two")), "mine");
  assert.deepEqual(
    (await indexedDB.databases()).map(({ version }) => version),
    [99],
  );
});

test("a newer edition's journal entry is left where it is and told", async () => {
  localStorage.setItem("prepbook:/book/:journal:new:check:a", '{"schema":99,"item":{"new":1}}');
  assert.equal(faultIn(await tab("one")), "newer");
  assert.equal(Object.keys(localKeys()).length, 1);
});

test("without a database the journal keeps everything, and the reader is told", async (context) => {
  context.mock.method(console, "warn", () => {});
  context.mock.method(indexedDB, "open", refusing("SecurityError"));
  const first = await tab("one");
  recordOf(ID, first).keep("mine");
  recordOf(ID, first).attempted({ verdict: "passed" });
  assert.equal(faultIn(first), "small");
  const second = await tab("two");
  assert.equal(draftIn(second), "mine");
  assert.equal(second.item(ID).attempts.length, 1);
});

test("a browser that keeps nothing says so and stops nobody", async (context) => {
  context.mock.method(console, "warn", () => {});
  Object.defineProperty(globalThis, "indexedDB", { value: undefined, configurable: true, writable: true });
  Object.defineProperty(globalThis, "localStorage", { get: refusing("SecurityError"), configurable: true });
  const first = await tab("one");
  assert.equal(faultIn(first), "none");
  recordOf(ID, first).keep("mine");
  assert.equal(draftIn(first), "mine");
});

test("a full journal is no fault: the database has it at once", async (context) => {
  const first = await tab("one");
  context.mock.method(localStorage, "setItem", refusing("QuotaExceededError"));
  recordOf(ID, first).keep("mine");
  await first.flush();
  assert.equal(faultIn(first), null);
  assert.equal(draftIn(await tab("two")), "mine");
});

test("a full database is told, kept in the journal meanwhile, and written when there is room", async (context) => {
  context.mock.method(console, "warn", () => {});
  const first = await tab("one");
  const full = context.mock.method(IDBObjectStore.prototype, "put", refusing("QuotaExceededError"));
  recordOf(ID, first).keep("mine");
  await first.flush();
  assert.equal(faultIn(first), "full");
  assert.equal(Object.keys(localKeys()).length, 1);
  full.mock.restore();
  await first.flush();
  assert.equal(faultIn(first), null);
  assert.deepEqual(localKeys(), {});
});

test("a tab that holds an older schema open is told of, and its work is read once it lets go", async (context) => {
  const older = await openDB("prepbook:/book/", 1);
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const opening = tab("one");
  context.mock.timers.tick(2000);
  const first = await opening;
  context.mock.timers.reset();
  const { faults } = first.vault;
  if (!faults.worst)
    await new Promise((resolve) => faults.addEventListener("change", resolve, { once: true }));
  assert.equal(faultIn(first), "blocked");
  recordOf(ID, first).keep("meanwhile");
  older.close();
  await heard(first, () => faultIn(first) === null);
  await first.flush();
  assert.deepEqual(localKeys(), {}, "the database has it");
  assert.equal(draftIn(first), "meanwhile");
});

test("forgetting removes all of this book's from both storages and other tabs, and nothing else", async () => {
  localStorage.setItem("somebody", "1");
  const [first, second, other] = [await tab("one"), await tab("two"), await tab("three", "/other/")];
  for (const progress of [first, other]) recordOf(ID, progress).keep("mine");
  await Promise.all([first.flush(), other.flush()]);
  await heard(second, () => draftIn(second) === "mine");
  localStorage.setItem("prepbook:/book/:check:a", "by a tab with the first edition");
  await first.forget();
  await heard(second, () => second.items().length === 0);
  assert.deepEqual((await tab("four")).items(), []);
  assert.equal(draftIn(await tab("five", "/other/")), "mine");
  assert.deepEqual(localKeys(), { somebody: "1" });
});
