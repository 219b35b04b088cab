/** Takes away what learner code has no use for. The frame's policy is what protects; this gives clearer errors. */

const GONE = [
  "BroadcastChannel",
  "EventSource",
  "SharedWorker",
  "WebSocket",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "close",
  "importScripts",
  "indexedDB",
  "postMessage",
];

/** Call once Python is ready: Pyodide itself needs some of these to start. */
export function lockDown() {
  for (const name of GONE) remove(name);
  globalThis.fetch = () =>
    Promise.reject(new TypeError("The network is closed here: programs run in a sandbox."));
}

/** @param {string} name */
function remove(name) {
  /** @type {object | null} */
  let holder = globalThis;
  while (holder) {
    if (Object.hasOwn(holder, name)) Reflect.deleteProperty(holder, name);
    holder = Object.getPrototypeOf(holder);
  }
}
