/** Starts Python before it is asked for, when a reader comes near code that runs and the connection allows it. */

import { getContext } from "./context.js";

/** How near, below or above the window, counts as near. */
const NEAR = "400px";

/** @type {IntersectionObserver | null} */
let observer = null;

/** @param {Element} element a block that runs code */
export function bootWhenNear(element) {
  if (!mayDownload()) return;
  observer ??= new IntersectionObserver(onNear, { rootMargin: NEAR });
  observer.observe(element);
  for (const touch of ["pointerenter", "focusin"]) element.addEventListener(touch, prepare, { once: true });
}

/** @param {Element} element */
export function forget(element) {
  observer?.unobserve(element);
}

/** @param {IntersectionObserverEntry[]} entries */
function onNear(entries) {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  observer?.disconnect();
  observer = null;
  whenIdle(prepare);
}

function prepare() {
  getContext().engine.prepare();
}

/** @param {() => void} action */
function whenIdle(action) {
  if ("requestIdleCallback" in window) requestIdleCallback(action, { timeout: 2000 });
  else setTimeout(action, 200);
}

/** About 14 MB are not spent unasked on a metered or slow connection. */
function mayDownload() {
  /** @type {{saveData?: boolean, effectiveType?: string} | undefined} */
  const connection = /** @type {any} */ (navigator).connection;
  return !connection?.saveData && !/^(slow-)?[23]g$/.test(connection?.effectiveType ?? "");
}
