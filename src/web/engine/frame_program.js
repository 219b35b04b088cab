/**
 * The whole of what runs in the sandboxed frame: it starts the worker with the program that the page posts. The build
 * bundles it to one text, and each page's content security policy names the hash of that text; so any change here
 * changes the policy of every page.
 *
 * The worker is a classic one, from a blob: URL. Module workers have no way that all browsers take in a frame without an
 * origin, and a data: URL would be handed from process to process a dozen times, with the whole program in it.
 */

/** @param {MessageEvent} event */
const onProgram = (event) => {
  const [control, work] = event.ports;
  // Any window may post here: one that isn't the page must neither be heard nor use up the listener.
  if (event.source !== parent || !control || !work) return;
  removeEventListener("message", onProgram);
  const refuse = (/** @type {string} */ message) => control.postMessage({ event: "refused", message });
  try {
    const worker = new Worker(URL.createObjectURL(new Blob([event.data.program])));
    let live = false;
    worker.onmessage = () => {
      if (live) return;
      live = true;
      worker.postMessage(null, [work]);
      control.postMessage({ event: "live" });
    };
    worker.onerror = (failure) => {
      const message = failure.message || "worker error";
      if (live) control.postMessage({ event: "broke", message });
      else refuse(message);
    };
  } catch (failure) {
    refuse(String(failure));
  }
};
addEventListener("message", onProgram);
