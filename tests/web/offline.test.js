/** What is kept for reading without a network: the questions to the list, and the shelf with a stand-in for caches. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, test } from "node:test";
import { download, missingFiles } from "../../src/web/offline/download.js";
import {
  addressOf,
  fileAt,
  keyOf,
  sizeOf,
  successors,
  wholeBook,
  worthKeeping,
} from "../../src/web/offline/edition.js";
import { each } from "../../src/web/offline/receive.js";
import { clear, MismatchError, Shelf } from "../../src/web/offline/shelf.js";

/** @import { Edition } from "../../src/web/offline/types.js" */

const SCOPE = new URL("https://host.example/book/");
const PAGE = '<prep-offline data-revision="page-one">';
const STYLE = "body{}";

/** @param {string} text */
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** @returns {Edition} */
const edition = () => ({
  edition: "one",
  common: ["style.css"],
  files: {
    "index.html": { revision: "page-one", bytes: PAGE.length, group: "page" },
    "lab/index.html": { revision: "page-two", bytes: 10, group: "page", needs: ["check-1.json"] },
    "style.css": { revision: sha256(STYLE), bytes: STYLE.length, group: "part" },
    "check-1.json": { revision: "c1", bytes: 20, group: "part", fixed: true },
    "editor-1.js": { revision: "e1", bytes: 30, group: "tool", fixed: true },
    "wasm-1": { revision: "w1", bytes: 40, group: "runtime", fixed: true, role: "wasm" },
    "stdlib-1": { revision: "s1", bytes: 50, group: "runtime", fixed: true, role: "stdlib" },
    "bundle.js.map": { revision: "m1", bytes: 60, group: "other" },
  },
});

/** @returns {Edition} */
const next = () => {
  const { "wasm-1": wasm, "check-1.json": check, "editor-1.js": tool, ...files } = edition().files;
  assert.ok(wasm && check && tool);
  return {
    edition: "two",
    common: ["style.css"],
    files: {
      ...files,
      "lab/index.html": { revision: "page-two-b", bytes: 10, group: "page", needs: ["check-2.json"] },
      "check-2.json": { ...check, revision: "c2" },
      "wasm-2": { ...wasm, revision: "w2" },
      "editor-2.js": { ...tool, revision: "e2" },
    },
  };
};

const ADDRESSES = /** @type {const} */ ([
  ["https://host.example/book/", "index.html"],
  ["https://host.example/book/?h=cosine#part", "index.html"],
  ["https://host.example/book/lab/", "lab/index.html"],
  ["https://host.example/book/lab/index.html", "lab/index.html"],
  ["https://host.example/book/style.css", "style.css"],
  ["https://host.example/book/lab", null],
  ["https://host.example/book/of-another-book/", null],
  ["https://host.example/", null],
  ["https://host.example/bookshop/", null],
  ["https://elsewhere.example/book/", null],
  ["https://host.example/book/%E0%A4%A", null],
  ["https://host.example/book/constructor", null],
]);

for (const [url, file] of ADDRESSES) {
  test(`${url} is ${file ?? "not this book's"}`, () => {
    assert.equal(fileAt(url, SCOPE, edition()), file);
  });
}

test("a page is fetched at its canonical address and kept under its revision", () => {
  const list = edition();
  assert.equal(addressOf("lab/index.html", SCOPE).href, "https://host.example/book/lab/");
  assert.equal(addressOf("a #1.csv", SCOPE).href, "https://host.example/book/a%20%231.csv");
  const entry = list.files["lab/index.html"];
  assert.ok(entry);
  assert.equal(keyOf("lab/index.html", entry, SCOPE), "https://host.example/book/lab/?prepbook=page-two");
});

test("a visit keeps the page and its needs; all that code takes only once some has run", () => {
  const read = worthKeeping("lab/index.html", ["style.css"], false, edition());
  assert.deepEqual([...read].sort(), ["check-1.json", "lab/index.html", "style.css"]);
  const run = worthKeeping("index.html", ["wasm-1"], true, edition());
  assert.deepEqual([...run].sort(), ["editor-1.js", "index.html", "stdlib-1", "style.css", "wasm-1"]);
});

test("the whole book is all but maps and language packs", () => {
  const files = wholeBook(edition());
  assert.equal(files.length, 7);
  assert.equal(sizeOf(files, edition()), PAGE.length + STYLE.length + 10 + 20 + 30 + 40 + 50);
});

test("a new edition is given what replaces the kept files, by page and by role, and nothing more", () => {
  const held = new Set(["lab/index.html", "style.css", "check-1.json", "wasm-1", "editor-1.js"]);
  assert.deepEqual([...successors(next(), edition(), held)].sort(), [
    "check-2.json",
    "editor-2.js",
    "lab/index.html",
    "style.css",
    "wasm-2",
  ]);
});

test("each does everything, a few at a time", async () => {
  let now = 0;
  let most = 0;
  const done = /** @type {number[]} */ ([]);
  await each([1, 2, 3, 4, 5], 2, async (item) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
    done.push(item);
  });
  assert.deepEqual([done.sort(), most], [[1, 2, 3, 4, 5], 2]);
});

test("each begins nothing new after a failure", async () => {
  const begun = /** @type {number[]} */ ([]);
  const work = each([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (item === 1) throw new Error("no");
  });
  await assert.rejects(work, /no/);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(begun.length <= 3);
});

/** Caches in memory, as far as the shelf uses them. */
class MemoryCaches {
  /** @type {Map<string, Map<string, Response>>} */
  all = new Map();

  has = async (/** @type {string} */ name) => this.all.has(name);
  keys = async () => [...this.all.keys()];
  delete = async (/** @type {string} */ name) => this.all.delete(name);
  match = async (/** @type {string} */ url, /** @type {{cacheName: string}} */ { cacheName }) =>
    this.all.get(cacheName)?.get(url)?.clone();

  async open(/** @type {string} */ name) {
    const entries = this.all.get(name) ?? new Map();
    this.all.set(name, entries);
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      put: async (/** @type {string} */ url, /** @type {Response} */ response) =>
        void entries.set(url, response),
      delete: async (/** @type {string} */ url) => entries.delete(url),
    };
  }
}

/** @type {Record<string, string>} by address */
let host;
/** @type {MemoryCaches} */
let memory;
const { fetch } = globalThis;

beforeEach(() => {
  memory = new MemoryCaches();
  Object.defineProperty(globalThis, "caches", { value: memory, configurable: true });
  host = { "https://host.example/book/": PAGE, "https://host.example/book/style.css": STYLE };
  globalThis.fetch = async (url) => {
    const text = host[String(url)];
    return new Response(text ?? "", { status: text === undefined ? 404 : 200, headers: { Vary: "*" } });
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
  Reflect.deleteProperty(globalThis, "caches");
});

/** @param {Edition} list */
async function openShelf(list) {
  const shelf = new Shelf(SCOPE);
  await shelf.writeList({ edition: list, tabs: null });
  return shelf;
}

test("a kept file is found in its revision and in no other", async () => {
  const shelf = await openShelf(edition());
  await shelf.keep("index.html", edition());
  assert.equal(await (await shelf.find("index.html", edition()))?.text(), PAGE);
  const changed = edition();
  Object.assign(changed.files["index.html"] ?? {}, { revision: "page-one-b" });
  assert.equal(await shelf.find("index.html", changed), undefined);
  assert.deepEqual([...(await shelf.held(edition()))], ["index.html"]);
});

const WRONG = /** @type {const} */ ([
  ["a page of another edition", "index.html", "https://host.example/book/", "<p>later</p>"],
  ["a file with one byte changed", "style.css", "https://host.example/book/style.css", "body{ "],
  ["a file cut short", "style.css", "https://host.example/book/style.css", "body"],
]);

for (const [what, file, url, text] of WRONG) {
  test(`${what} is not kept`, async () => {
    const shelf = await openShelf(edition());
    host[url] = text;
    await assert.rejects(shelf.keep(file, edition()), MismatchError);
    assert.equal((await shelf.held(edition())).size, 0);
  });
}

test("a page that its host added to is kept", async () => {
  const shelf = await openShelf(edition());
  host["https://host.example/book/"] = `${PAGE}<script src="statistics.js"></script>`;
  await shelf.keep("index.html", edition());
  assert.equal((await shelf.held(edition())).size, 1);
});

test("nothing is kept where a reader has cleared it", async () => {
  const shelf = await openShelf(edition());
  await memory.open("prepbook:/:files");
  await memory.open("prepbook:/book/2/:files");
  await clear(SCOPE);
  await shelf.keep("index.html", edition());
  assert.deepEqual(await memory.keys(), ["prepbook:/:files", "prepbook:/book/2/:files"]);
});

test("pruning leaves what a living edition has", async () => {
  const shelf = await openShelf(edition());
  await shelf.keep("index.html", edition());
  await shelf.keep("style.css", edition());
  const later = next();
  Object.assign(later.files["index.html"] ?? {}, { revision: "page-one-b" });
  await shelf.prune([later, edition()]);
  assert.equal((await shelf.held(edition())).size, 2);
  await shelf.prune([later]);
  assert.deepEqual([...(await shelf.held(edition()))], ["style.css"]);
  assert.equal((await shelf.lists()).length, 1);
});

/** Only what this host has. */
function small() {
  const list = edition();
  const { "index.html": page, "style.css": style } = list.files;
  assert.ok(page && style);
  return { ...list, files: { "index.html": page, "style.css": style } };
}

test("a download tells its bytes and marks the book as whole", async () => {
  const shelf = await openShelf(small());
  const told = /** @type {number[][]} */ ([]);
  const end = await download(shelf, small(), new AbortController().signal, (...bytes) => told.push(bytes));
  const total = PAGE.length + STYLE.length;
  assert.equal(end, "done");
  assert.deepEqual(told.at(-1), [total, total]);
  assert.deepEqual(await missingFiles(shelf, small()), []);
  assert.ok(await shelf.isWhole());
});

const ENDS = /** @type {const} */ ([
  ["network", () => Reflect.deleteProperty(host, "https://host.example/book/style.css")],
  ["changed", () => Object.assign(host, { "https://host.example/book/style.css": "p{ }" })],
  [
    "network",
    () => {
      globalThis.fetch = async () => {
        throw new TypeError("Failed to fetch");
      };
    },
  ],
]);

for (const [index, [reason, spoil]] of ENDS.entries()) {
  test(`a download that can't be completed ends as "${reason}" (${index + 1})`, async () => {
    const shelf = await openShelf(small());
    spoil();
    assert.equal(await download(shelf, small(), new AbortController().signal, () => {}), reason);
    assert.equal(await shelf.isWhole(), false);
  });
}

test("a download that was stopped says so", async () => {
  const shelf = await openShelf(small());
  const stop = new AbortController();
  globalThis.fetch = async (_, init) => {
    stop.abort();
    throw init?.signal?.reason;
  };
  assert.equal(await download(shelf, small(), stop.signal, () => {}), "stopped");
});
