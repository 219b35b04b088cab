/** What is kept of one item (a check, a snippet) on this machine: the draft as typed, attempts, help used. */

import { getContext } from "../context.js";
import { helpBefore, stable } from "./item.js";
import { Progress } from "./progress.js";

/** @import { Attempt, HelpKind, Item } from "./item.js" */

/**
 * @typedef {object} Point one thing that an attempt was judged by
 * @property {string} title
 * @property {number} got
 * @property {number} of
 * @property {string} [said] how it came out, where "got of" doesn't say it best
 */

/**
 * @typedef {object} Account what an attempt came to, for whoever reports it; it isn't kept with the attempt
 * @property {string} said as it was announced
 * @property {Point[]} [points]
 */

/**
 * @typedef {object} ItemRecord
 * @property {() => Promise<unknown>} draft what was kept last, as JSON carries it; null when there is nothing
 * @property {() => Item} kept all that is known, at once: a page begins when it has been read
 * @property {(draft: unknown) => void} keep on every change; null forgets it. Never throws, never waits
 * @property {(attempt: Attempt, account?: Account) => void} attempted after each verdict
 * @property {(help: HelpKind) => void} helped each time a reader is shown one
 * @property {() => void} flush writes at once what is still waiting
 * @property {(listen: () => void) => () => void} onElsewhere calls when another tab or an import changed the item;
 *   returns how to end that
 * @property {(listen: () => void) => () => void} onChange calls whenever it may have changed, here or elsewhere
 */

/** @type {Progress | null} */
let progress = null;

/** The reader's progress in this book, one for the whole visit. */
export function getProgress() {
  progress ??= new Progress(getContext().base.pathname);
  return progress;
}

/**
 * @param {string} id such as "check:jsonl-failures" or "snippet:one/hello.py"
 * @param {Progress} [all]
 * @returns {ItemRecord}
 */
export function recordOf(id, all = getProgress()) {
  const kept = () => all.item(id);
  const moment = (/** @type {number} */ earlier = 0) => ({
    at: Math.max(Date.now(), earlier + 1),
    by: all.tab,
  });
  return {
    kept,
    draft: async () => kept().draft?.value ?? null,
    keep(value) {
      const { draft } = kept();
      if (stable(value) === stable(draft?.value ?? null)) return;
      // After the one it replaces, even when a clock has been set back.
      all.put({ ...kept(), draft: { ...moment(draft?.at), value } }, { moreFollows: true });
    },
    attempted(attempt, account) {
      const { attempts } = kept();
      const helped = helpBefore(kept(), Date.now());
      all.put({ ...kept(), attempts: [...attempts, { ...attempt, ...moment(attempts.at(-1)?.at), helped }] });
      tell("attempt", { id, attempt, account });
    },
    helped(kind) {
      all.put({ ...kept(), help: { ...kept().help, [kind]: Date.now() } });
      tell("help", { id, help: kind });
    },
    flush: () => void all.flush(),
    onElsewhere(listen) {
      const hear = (/** @type {Event} */ event) => {
        if (/** @type {CustomEvent<string>} */ (event).detail === id) listen();
      };
      all.addEventListener("item", hear);
      return () => all.removeEventListener("item", hear);
    },
    onChange(listen) {
      all.addEventListener("change", listen);
      return () => all.removeEventListener("change", listen);
    },
  };
}

/**
 * Lets other parts of the page know, such as a mock interview that the item is a part of.
 * @param {"attempt" | "help"} name
 * @param {object} detail with the item's id
 */
function tell(name, detail) {
  globalThis.document?.dispatchEvent(new CustomEvent(`prepbook:${name}`, { detail }));
}
