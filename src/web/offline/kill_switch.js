/** What a book that turned offline reading off publishes as its service worker: the end of the one before. */

import { clear } from "./shelf.js";

/** @import { WorkerScope } from "./types.js" */

const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  await clear(new URL("./", worker.location.href));
  await worker.registration.unregister();
}
