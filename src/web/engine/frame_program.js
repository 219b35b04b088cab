/**
 * The whole of what runs in the sandboxed frame: it starts the worker with the program that the page posts. The build
 * bundles it to one text, and each page's content security policy names the hash of that text; so any change here
 * changes the policy of every page.
 *
 * Chromium starts a module worker from a data: URL here and refuses blob:, WebKit the other way round, Firefox takes
 * both: the first that says hello gets the port.
 */

/** @param {MessageEvent} event */
const onProgram = (event) => {
  const [control, work] = event.ports;
  // Any window may post here: one that isn't the page must neither be heard nor use up the listener.
  if (event.source !== parent || !control || !work) return;
  removeEventListener("message", onProgram);
  const { program } = event.data;
  const ways = [
    () => `data:text/javascript;base64,${btoa(program)}`,
    () => URL.createObjectURL(new Blob([program], { type: "text/javascript" })),
  ];
  /** @param {string} message */
  const next = (message) => {
    const way = ways.shift();
    if (!way) return control.postMessage({ event: "refused", message });
    let live = false;
    try {
      const worker = new Worker(way(), { type: "module" });
      worker.onmessage = () => {
        if (live) return;
        live = true;
        worker.postMessage(null, [work]);
        control.postMessage({ event: "live" });
      };
      worker.onerror = (failure) => {
        const said = failure.message || "worker error";
        if (live) return control.postMessage({ event: "broke", message: said });
        worker.terminate();
        next(said);
      };
    } catch (failure) {
      next(String(failure));
    }
  };
  next("");
};
addEventListener("message", onProgram);
