/**
 * Takes away what learner code has no use for. The frame's policy is what protects; this gives clearer errors. Where a
 * reader let code run without isolation, the policy still closes the network, and only this closes storage.
 */

const GONE = [
  "BroadcastChannel",
  "EventSource",
  "FontFace",
  "Notification",
  "SharedWorker",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "close",
  "cookieStore",
  "fetch",
  "importScripts",
  "indexedDB",
  "postMessage",
];

/** What a navigator leads to that outlives the worker or leaves it. */
const GONE_FROM_NAVIGATOR = ["locks", "serviceWorker", "storage", "storageBuckets"];

/** Call once Python is ready: Pyodide itself needs some of these to start. */
export function lockDown() {
  for (const name of GONE) remove(globalThis, name);
  for (const name of GONE_FROM_NAVIGATOR) remove(navigator, name);
  globalThis.fetch = () =>
    Promise.reject(new TypeError("The network is closed here: programs run in a sandbox."));
}

/**
 * @param {object} target
 * @param {string} name
 */
function remove(target, name) {
  /** @type {object | null} */
  let holder = target;
  while (holder) {
    if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
    holder = Object.getPrototypeOf(holder);
  }
}
