/**
 * A hidden frame without an origin, and a worker inside it. The page hands both their program as text, so the
 * frame's policy can forbid every request: learner code in the worker reaches no network, no storage, no page.
 */

/**
 * @typedef {object} Sandbox
 * @property {MessagePort} port talks to the worker
 * @property {Promise<never>} failed rejects when the worker could not start or broke
 * @property {() => boolean} present whether the frame is still on the page
 * @property {() => void} remove ends the worker at once, whatever it is doing
 */

/**
 * @param {string} program the worker's module text; ASCII
 * @returns {Sandbox}
 */
export function openSandbox(program) {
  const work = new MessageChannel();
  const control = new MessageChannel();
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "Python";
  frame.srcdoc = page(nonce());
  frame.addEventListener(
    "load",
    () => {
      // "*" because a frame without an origin can't be named; it only ever holds the page above.
      frame.contentWindow?.postMessage({ program }, "*", [control.port2, work.port2]);
    },
    { once: true },
  );
  const failed = new Promise((_, reject) => {
    control.port1.onmessage = (event) => reject(new Error(String(event.data)));
  });
  failed.catch(() => {}); // A sandbox that breaks while nobody waits is noticed at its next use.
  document.body.append(frame);
  const remove = () => {
    frame.remove();
    control.port1.close();
    work.port1.close();
  };
  const present = () => frame.isConnected;
  return { port: work.port1, failed: /** @type {Promise<never>} */ (failed), present, remove };
}

/** @param {string} key */
function page(key) {
  const policy =
    `default-src 'none'; script-src 'nonce-${key}' 'wasm-unsafe-eval'; ` +
    "worker-src data: blob:; connect-src 'none'";
  return (
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<script nonce="${key}">(${startWorker})()</script>`
  );
}

/**
 * Runs in the frame, as text: it must stand alone. Chromium starts a module worker from a data: URL here and
 * refuses blob:, WebKit the other way round, Firefox takes both: the first that says hello gets the port.
 */
function startWorker() {
  addEventListener(
    "message",
    (event) => {
      if (event.source !== parent) return;
      const [control, work] = event.ports;
      const { program } = event.data;
      const ways = [
        () => `data:text/javascript;base64,${btoa(program)}`,
        () => URL.createObjectURL(new Blob([program], { type: "text/javascript" })),
      ];
      /** @param {string} message */
      const next = (message) => {
        const way = ways.shift();
        if (!way) return control?.postMessage(message);
        let live = false;
        try {
          const worker = new Worker(way(), { type: "module" });
          worker.onmessage = () => {
            if (live || !work) return;
            live = true;
            worker.postMessage(null, [work]);
          };
          worker.onerror = (failure) => {
            if (live) return control?.postMessage(failure.message || "worker error");
            worker.terminate();
            next(failure.message || "worker refused");
          };
        } catch (failure) {
          next(String(failure));
        }
      };
      next("");
    },
    { once: true },
  );
}

/** A word nobody can guess. Not randomUUID, which plain-HTTP pages lack. */
export function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
