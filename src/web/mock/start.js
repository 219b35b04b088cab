/** Lets the mock under way follow the reader through the book: its bar, and what its parts report. */

import { MockBar } from "./bar.js";
import { attempted, helped, holds, turnedTo } from "./session.js";
import { getStore } from "./store.js";

/** @import { Attempt } from "../progress/item.js" */
/** @import { Account } from "../progress/record.js" */

const CHECK = "check:";

export function startMocks() {
  const store = getStore();
  const bar = new MockBar(store);
  store.addEventListener("change", () => bar.draw());
  addEventListener("focusin", ({ target }) => turnTo(target));
  addEventListener("pointerdown", ({ target }) => turnTo(target));
  on("attempt", (id, { attempt, account }) =>
    store.change((session) => attempted(session, id, attempt, account)),
  );
  on("help", (id, { help }) => store.change((session) => helped(session, id, help)));
  store.load().catch((error) => console.warn("prepbook: a mock under way could not be read:", error));
}

/**
 * What a part of the sitting reports; see progress/record.js.
 * @param {"attempt" | "help"} name
 * @param {(id: string, detail: {attempt: Attempt, account?: Account, help: "hint" | "solution"}) => void} act
 */
function on(name, act) {
  document.addEventListener(`prepbook:${name}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const id = detail.id.startsWith(CHECK) ? detail.id.slice(CHECK.length) : "";
    const session = getStore().underWay;
    if (session && holds(session, id)) act(id, detail);
  });
}

/**
 * Time counts for the part that the reader works at.
 * @param {EventTarget | null} target
 */
function turnTo(target) {
  const section = target instanceof Element ? target.closest("[data-check]") : null;
  const id = section instanceof HTMLElement ? (section.dataset.check ?? "") : "";
  const session = getStore().underWay;
  if (session && holds(session, id) && session.current !== id)
    getStore().change((changed) => turnedTo(changed, id));
}
