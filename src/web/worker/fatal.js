/** Notices that Python broke down where no promise of ours tells: in a task of its own event loop. */

/**
 * @param {(message: string) => void} onFatal called for each report of the breakdown
 */
export function watchForFatal(onFatal) {
  /** @param {any} cause */
  const look = (cause) => {
    // Pyodide marks the errors that left it unusable; a program's own stray promise isn't one.
    if (cause?.pyodide_fatal_error || cause instanceof RangeError) onFatal(String(cause));
  };
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
}
