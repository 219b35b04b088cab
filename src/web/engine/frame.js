/**
 * A hidden frame without an origin, and a worker inside it. The page hands both their program as text, so the
 * frame's policy can forbid every request: learner code in the worker reaches no network, no storage, no page.
 */

/** A worker that has not said hello after this long, in ms, never will; a slow phone needs about 3 s. */
const HELLO_MS = 30_000;

/** The browser gives no worker in a frame without an origin: nothing can be run apart from the page. */
export class IsolationError extends Error {
  /** @override */
  name = "IsolationError";
}

/**
 * @typedef {object} Sandbox
 * @property {MessagePort} port talks to the worker
 * @property {Promise<never>} failed rejects when the worker could not start (with an IsolationError) or broke
 * @property {() => boolean} present whether the frame is still on the page
 * @property {() => void} remove ends the worker at once, whatever it is doing
 */

/**
 * @param {string} program the worker's text, a classic script
 * @param {{isolated?: boolean}} [options] `isolated: false`, on the reader's word only, lets the frame have the page's
 *   origin; its policy still forbids every request, but storage is then closed by lockdown.js alone
 * @returns {Sandbox}
 */
export function openSandbox(program, { isolated = true } = {}) {
  const work = new MessageChannel();
  const control = new MessageChannel();
  const frame = document.createElement("iframe");
  if (isolated) frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "Python";
  frame.srcdoc = page();
  frame.addEventListener(
    "load",
    () => {
      // "*" because a frame without an origin can't be named; it only ever holds the page above.
      frame.contentWindow?.postMessage({ program }, "*", [control.port2, work.port2]);
    },
    { once: true },
  );
  const { failed, close } = watch(control.port1, isolated ? IsolationError : Error);
  document.body.append(frame);
  const remove = () => {
    frame.remove();
    close();
    work.port1.close();
  };
  const present = () => frame.isConnected;
  return { port: work.port1, failed, present, remove };
}

/**
 * Hears from the frame what becomes of its worker.
 * @param {MessagePort} control
 * @param {new (message: string) => Error} NotStarted
 * @returns {{failed: Promise<never>, close: () => void}}
 */
function watch(control, NotStarted) {
  let silent = 0;
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    const late = () => reject(new NotStarted(`no worker after ${HELLO_MS / 1000} s`));
    silent = window.setTimeout(late, HELLO_MS);
    control.onmessage = ({ data }) => {
      clearTimeout(silent);
      if (data.event === "refused") reject(new NotStarted(String(data.message)));
      if (data.event === "broke") reject(new Error(String(data.message)));
    };
  });
  failed.catch(() => {}); // A sandbox that breaks while nobody waits is noticed at its next use.
  const close = () => {
    clearTimeout(silent);
    control.close();
  };
  return { failed, close };
}

/** The frame's own policy holds inside the page's, which it inherits: what runs here must be allowed by both. */
function page() {
  const policy =
    `default-src 'none'; script-src ${FRAME.source} 'wasm-unsafe-eval'; ` +
    "worker-src blob:; connect-src 'none'";
  return (
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<script>${FRAME.program}</script>`
  );
}

/** A word nobody can guess. Not randomUUID, which plain-HTTP pages lack. */
export function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
