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
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
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
FILES["/short.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("wasm", CONTENT, { bytes: 5001 }) },
});
FILES["/wrong.json"] = JSON.stringify({
  pyodide: "1.0",
  assets: { wasm: entry("wasm", CONTENT, { sha256: sha256("y") }) },
});
FILES["/absent.json"] = JSON.stringify({ pyodide: "1.0", assets: { wasm: entry("nothing", CONTENT) } });
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
  assert.equal(runtime.assets.wasm?.byteLength, CONTENT.length);
  assert.equal("worker" in runtime.assets, false);
});

test("progress ends at the total", async () => {
  /** @type {[number, number][]} */
  const seen = [];
  await load("good.json", (...progress) => seen.push(progress));
  const total = CONTENT.length + WORKER.length;
  assert.deepEqual(seen.at(-1), [total, total]);
  assert.ok(seen.every(([done]) => done <= total));
});

test("one failed answer is tried again", async () => {
  failures = { "/a/wasm": 1, "/good.json": 1 };
  assert.equal((await load("good.json")).worker, WORKER);
});

const FAULTS = [
  { manifest: "short.json", says: /expected 5001 bytes, found 5000/ },
  { manifest: "wrong.json", says: /expected SHA-256/ },
  { manifest: "absent.json", says: /HTTP 404/ },
  { manifest: "broken.json", says: /expected a JSON object/ },
  { manifest: "none.json", says: /HTTP 404/ },
];

for (const { manifest, says } of FAULTS) {
  test(`${manifest} fails with an AssetError that says ${says}`, async () => {
    failures = {};
    await assert.rejects(load(manifest), (error) => error instanceof AssetError && says.test(error.message));
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
