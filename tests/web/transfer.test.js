/** Work moves by file from one machine to another, whole or not at all. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { emptyItem, merge } from "../../src/web/progress/item.js";
import { recordOf } from "../../src/web/progress/record.js";
import { SCHEMA } from "../../src/web/progress/schema.js";
import {
  changesBy,
  exportText,
  importText,
  MAX_BYTES,
  withChanges,
  withoutChanges,
} from "../../src/web/readiness/transfer.js";
import { anyItem, closeTabs, dice, freshMachine, tab } from "./machine.js";

const IDS = ["check:a", "check:b", "snippet:one/hello.py", "snippet:ü"];

beforeEach(freshMachine);
afterEach(closeTabs);

/** @param {() => number} roll */
function anyStore(roll) {
  return IDS.filter(() => roll() < 0.7).map((id) => anyItem(roll, id));
}

test("export then import is identity, for any work, on another machine", async () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    freshMachine();
    const here = await tab("here");
    await here.replace(anyStore(dice(seed)));
    const items = here.items();
    const text = exportText(items, [], 1e12);
    await closeTabs();
    freshMachine();
    const there = await tab("there");
    await there.replace(withChanges(there.items(), changesBy(there.items(), importText(text))));
    assert.deepEqual((await tab("later")).items(), items);
    assert.equal(exportText(there.items(), [], 1e12), text);
    await closeTabs();
  }
});

test("importing one's own export changes nothing", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const items = anyStore(dice(seed));
    assert.deepEqual(changesBy(items, importText(exportText(items, [], 1e12))), []);
  }
});

test("an import merges, says before what it changes, and is undone without touching what came after", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const roll = dice(seed);
    const [mine, theirs] = [anyStore(roll), anyStore(roll)];
    const changes = changesBy(mine, theirs);
    const after = withChanges(mine, changes);
    for (const id of IDS) {
      const find = (/** @type {any[]} */ items) => items.find((item) => item.id === id) ?? emptyItem(id);
      assert.deepEqual(find(after), merge(find(mine), find(theirs)));
    }
    const late = /** @type {const} */ ({ at: 1000, by: "here", verdict: "passed", helped: null });
    const worked = after.map((item) => ({ ...item, attempts: [...item.attempts, late] }));
    const undone = withoutChanges(worked, changes);
    for (const { before } of changes) {
      const item = undone.find(({ id }) => id === before.id);
      assert.deepEqual(item, { ...before, attempts: [...before.attempts, late] });
    }
    const known = new Set(mine.map(({ id }) => id));
    const empty = withoutChanges(after, changes).filter(({ id }) => !known.has(id));
    assert.deepEqual(empty, [], "what only the file had is gone");
  }
});

test("an export of the first schema is migrated", () => {
  const text = JSON.stringify({ format: "prepbook progress", schema: 1, items: { "check:a": "old" } });
  const [item] = importText(text);
  assert.equal(item?.draft?.value, "old");
});

const FILE = { format: "prepbook progress", schema: SCHEMA, exported: "", items: [], aside: [] };
const ITEM = emptyItem("check:a");

/** @type {Record<string, [string, string]>} */
const REFUSED = {
  "nothing at all": ["", "malformed"],
  "cut off": [JSON.stringify(FILE).slice(0, -3), "malformed"],
  "another program's": ['{"answers": []}', "foreign"],
  "a list": ["[]", "foreign"],
  "of no version": [JSON.stringify({ ...FILE, schema: "2" }), "malformed"],
  "of version 0": [JSON.stringify({ ...FILE, schema: 0 }), "malformed"],
  "of a newer version": [JSON.stringify({ ...FILE, schema: SCHEMA + 1, items: "?" }), "newer"],
  "no items": [JSON.stringify({ ...FILE, items: undefined }), "malformed"],
  "one broken item among whole ones": [
    JSON.stringify({ ...FILE, items: [ITEM, { id: "check:b" }] }),
    "malformed",
  ],
  "a key that reaches the prototype": [
    JSON.stringify(FILE).replace(
      '"items":[]',
      '"items":[{"id":"a","draft":null,"attempts":[],"help":{"__proto__":{"x":1}}}]',
    ),
    "malformed",
  ],
  "such a key deep in a draft": [
    JSON.stringify({
      ...FILE,
      items: [{ ...ITEM, draft: { at: 1, by: "t", value: [{ constructor: {} }] } }],
    }),
    "malformed",
  ],
  "too large": [" ".repeat(MAX_BYTES + 1), "huge"],
};

for (const [name, [text, reason]] of Object.entries(REFUSED)) {
  test(`not imported: ${name}`, () => {
    assert.throws(() => importText(text), { message: reason });
    assert.equal(/** @type {any} */ ({}).x, undefined);
  });
}

test("what was set aside leaves with the export", () => {
  const aside = [{ why: "corrupt", at: 1, value: '{"cut' }];
  assert.deepEqual(JSON.parse(exportText([], aside, 1e12)).aside, aside);
});

test("an import reaches the other tabs", async () => {
  const [here, other] = [await tab("here"), await tab("other")];
  const heard = new Promise((resolve) => recordOf("check:a", other).onElsewhere(() => resolve(true)));
  await here.replace([{ ...ITEM, draft: { at: 1, by: "file", value: "theirs" } }]);
  assert.ok(await heard);
  assert.equal(other.item("check:a").draft?.value, "theirs");
});
