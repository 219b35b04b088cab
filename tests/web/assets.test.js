/** The runtime's files: checked byte by byte, tried twice, counted while they arrive. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { AssetError, loadRuntime, verify } from "../../src/web/engine/assets.js";

/** @param {string | Buffer} content */
const sha256 = (content) => createHash("sha256").update(content).digest("hex");
/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text).buffer;

const CONTENT = "x".repeat(5000);
const WORKER = "postMessage('hello')";

/** @type {Record<string, number>} answers with 503 this many times first, by path */
let failures = {};
/** @type {string[]} */
const asked = [];
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  asked.push(path);
  if ((failures[path] ?? 0) > 0) {
    failures[path] = (failures[path] ?? 0) - 1;
    response.writeHead(503).end();
    return;
  }
  const found = FILES[path];
  response.writeHead(found === undefined ? 404 : 200).end(found);
});

/** @param {string} name @param {string} content @param {object} [changes] */
const entry = (name, content, changes = {}) => ({
  url: `a/${name}`,
  bytes: content.length,
  sha256: sha256(content),
  ...changes,
});

/** @type {Record<string, string>} */
const FILES = { "/a/wasm": CONTENT, "/a/worker": WORKER };
FILES["/good.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("wasm", CONTENT), worker: entry("worker", WORKER) },
});
FILES["/a/stdlib"] = CONTENT;
FILES["/later.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: {
    wasm: entry("wasm", CONTENT),
    worker: entry("worker", WORKER),
    stdlib: entry("stdlib", CONTENT, { later: true }),
  },
});
FILES["/long.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("wasm", CONTENT, { bytes: 4999 }), worker: entry("worker", WORKER) },
});
FILES["/short.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("wasm", CONTENT, { bytes: 5001 }), worker: entry("worker", WORKER) },
});
FILES["/wrong.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("wasm", CONTENT, { sha256: sha256("y") }), worker: entry("worker", WORKER) },
});
FILES["/absent.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("nothing", CONTENT), worker: entry("worker", WORKER) },
});
FILES["/workless.json"] = JSON.stringify({ pyodide: "1.0", assets: { wasm: entry("wasm", CONTENT) } });
FILES["/broken.json"] = "{";

/** @type {URL} */
let base;
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  base = new URL(`http://127.0.0.1:${address.port}/`);
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** @param {string} manifest @param {(done: number, total: number) => void} [onProgress] */
const load = (manifest, onProgress = () => {}) => loadRuntime(new URL(manifest, base), base, onProgress);

test("a whole runtime is loaded: the worker as text, the rest as bytes", async () => {
  const runtime = await load("good.json");
  assert.equal(runtime.pyodide, "1.0");
  assert.equal(runtime.worker, WORKER);
  assert.deepEqual(runtime.needed, ["wasm"]);
  assert.equal((await runtime.file("wasm")).byteLength, CONTENT.length);
});

test("progress ends at the total", async () => {
  /** @type {[number, number][]} */
  const seen = [];
  const { needed, file } = await load("good.json", (...progress) => seen.push(progress));
  await Promise.all(needed.map(file));
  const total = CONTENT.length + WORKER.length;
  assert.deepEqual(seen.at(-1), [total, total]);
  assert.ok(seen.every(([done]) => done <= total));
});

test("one failed answer is tried again", async () => {
  failures = { "/a/wasm": 1, "/good.json": 1 };
  const runtime = await load("good.json");
  assert.equal(runtime.worker, WORKER);
  assert.equal((await runtime.file("wasm")).byteLength, CONTENT.length);
});

test("a file that failed is loaded anew for the next who asks", async () => {
  failures = { "/a/wasm": 2 };
  asked.length = 0;
  const { file } = await load("good.json");
  await file("wasm").catch(() => {}); // The download that set out by itself may have failed before we ask.
  assert.equal((await file("wasm")).byteLength, CONTENT.length);
  assert.equal(asked.filter((path) => path === "/a/wasm").length, 3);
});

test("each start's files set out before anybody asks, the others only then", async () => {
  asked.length = 0;
  const { file, needed } = await load("later.json");
  await Promise.all(needed.map(file));
  assert.deepEqual(asked.sort(), ["/a/wasm", "/a/worker", "/later.json"]);
  await file("stdlib");
  assert.deepEqual(asked.at(-1), "/a/stdlib");
});

test("a name that the manifest doesn't know is refused", async () => {
  const { file } = await load("good.json");
  await assert.rejects(file("passwd"), /expected an asset named "passwd"/);
});

const FAULTS = [
  { manifest: "long.json", says: /expected 4999 bytes, found more/ },
  { manifest: "workless.json", says: /expected an asset named "worker"/ },
  { manifest: "short.json", says: /expected 5001 bytes, found 5000/ },
  { manifest: "wrong.json", says: /expected SHA-256/ },
  { manifest: "absent.json", says: /HTTP 404/ },
  { manifest: "broken.json", says: /expected a JSON object/ },
  { manifest: "none.json", says: /HTTP 404/ },
];

for (const { manifest, says } of FAULTS) {
  test(`${manifest} fails with an AssetError that says ${says}`, async () => {
    failures = {};
    const loaded = async () => (await load(manifest)).file("wasm");
    await assert.rejects(loaded, (error) => error instanceof AssetError && says.test(error.message));
  });
}

test("the right bytes are accepted", async () => {
  await verify(bytesOf("ok"), { url: "", bytes: 2, sha256: sha256("ok") }, "ok.txt");
});

test("one changed byte is noticed and the file named", async () => {
  await assert.rejects(
    verify(bytesOf("no"), { url: "", bytes: 2, sha256: sha256("ok") }, "ok.txt"),
    /ok\.txt: expected SHA-256/,
  );
});
