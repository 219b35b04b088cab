/**
 * A worker that tries each way to the network, to storage and to other tabs, and says which were open. It knows
 * nothing of Python: what it finds closed is closed by the frame alone. SITE and SPY are put before it.
 */

/** @type {Record<string, () => unknown>} */
const WAYS = {
  "fetch from elsewhere": () => fetch(`${SPY}fetch`),
  "fetch from the site": () => fetch(`${SITE}spy-fetch`),
  XMLHttpRequest: () => {
    const request = new XMLHttpRequest();
    request.open("GET", `${SPY}xhr`, false);
    request.send();
  },
  WebSocket: () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${SPY.replace("http", "ws")}websocket`);
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error("error event"));
    }),
  EventSource: () =>
    new Promise((resolve, reject) => {
      const source = new EventSource(`${SPY}events`);
      source.onopen = resolve;
      source.onerror = () => reject(new Error("error event"));
    }),
  "import from elsewhere": () => import(`${SPY}module.js`),
  "import from the site": () => import(`${SITE}spy-module.js`),
  importScripts: () => importScripts(`${SPY}script.js`),
  "import of a text": () => import("data:text/javascript,0"),
  "importScripts of a text": () => importScripts(URL.createObjectURL(new Blob(["0"]))),
  font: () => new FontFace("spy", `url(${SPY}font.woff2)`).load(),
  "worker of the site": () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(`${SITE}probe/hello.js`);
      worker.onmessage = resolve;
      worker.onerror = () => reject(new Error("error event"));
    }),
  "worker within": () => Promise.any([within("data"), within("blob")]),
  sendBeacon: () => navigator.sendBeacon(`${SPY}beacon`, "secret"),
  eval: () => new Function("return 1")(),
  IndexedDB: () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open("probe");
      opening.onsuccess = resolve;
      opening.onerror = () => reject(opening.error);
    }),
  // WebKit gives a worker without an origin caches of its own; what counts is the site's.
  "caches of the site": async () => {
    if (!(await caches.match(`${SITE}secret`))) throw new Error("not there");
  },
  "file system": () => navigator.storage.getDirectory(),
  localStorage: () => localStorage.getItem("probe"),
  page: () => parent.document,
  BroadcastChannel: () => new BroadcastChannel("probe").postMessage("spy"),
};

/**
 * A worker of the worker's own, which may start, for it inherits the walls; what counts is what it reaches.
 * @param {string} kind how it gets its program
 */
function within(kind) {
  const program = `fetch("${SPY}nested").then(() => postMessage("sent"), () => postMessage("refused"))`;
  const type = "text/javascript";
  const url = kind === "data" ? `data:${type},${program}` : URL.createObjectURL(new Blob([program], { type }));
  return new Promise((resolve, reject) => {
    const worker = new Worker(url);
    worker.onmessage = ({ data }) => (data === "sent" ? resolve() : reject(new Error(data)));
    worker.onerror = () => reject(new Error("error event"));
  });
}

/** Not every browser settles what it has refused. */
const silence = () => new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), 3000));

/** @returns {Promise<Record<string, string>>} "open", or why not, by way */
async function tryAll() {
  const found = {};
  for (const [name, way] of Object.entries(WAYS)) {
    try {
      await Promise.race([way(), silence()]);
      found[name] = "open";
    } catch (error) {
      found[name] = String(error);
    }
  }
  return found;
}

addEventListener("message", async (event) => event.ports[0].postMessage(await tryAll()), { once: true });
postMessage("hello");
