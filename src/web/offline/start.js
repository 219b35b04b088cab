/** Starts the keeper once the page has all it needs, so that nothing waits for it. */

import { getContext } from "../context.js";
import { Keeper, retire } from "./keeper.js";
import { offerReload, withdrawOffer } from "./notice.js";

const SCRIPT = "service-worker.js";

/** @type {Keeper | null} */
let keeper = null;

/** The book's one keeper; null where the build publishes no service worker. */
export function getKeeper() {
  if (!published()) return null;
  keeper ??= new Keeper(getContext().base, SCRIPT);
  return keeper;
}

export function startOffline() {
  whenQuiet(() => {
    const found = getKeeper();
    if (found) {
      found.addEventListener("stale", offerReload);
      found.addEventListener("current", withdrawOffer);
      found.start();
    } else {
      const { base } = getContext();
      retire(base, new URL(SCRIPT, base)).catch(() => {});
    }
  });
}

/** `mkdocs serve` and a book with offline: false say nothing here. */
function published() {
  return document.getElementById("prepbook")?.dataset.offline !== undefined;
}

/** @param {() => void} action */
function whenQuiet(action) {
  const idle = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(action, { timeout: 2000 });
    else setTimeout(action, 200);
  };
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
