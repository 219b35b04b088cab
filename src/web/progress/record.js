/** What is kept of one item (a check, a snippet) on this machine: the draft as typed, attempts, help used. */

import { answerSlot } from "../answers.js";
import { getContext } from "../context.js";

/** @typedef {"passed" | "failed" | "error" | "stopped" | "timeout"} Verdict */
/** @typedef {{verdict: Verdict, score?: number, of?: number, seed?: number}} Attempt */

/**
 * @typedef {object} ItemRecord
 * @property {() => Promise<unknown>} draft what was kept last, as JSON carries it; null when there is nothing
 * @property {(draft: unknown) => void} keep on every change; null forgets it. Never throws, never waits
 * @property {(attempt: Attempt) => void} attempted after each verdict
 * @property {(help: "hint" | "solution") => void} helped each time a reader is shown one
 * @property {() => void} flush writes at once what is still waiting
 */

/**
 * @param {string} id such as "check:jsonl-failures" or "snippet:one/hello.py"
 * @returns {ItemRecord}
 */
export function recordOf(id) {
  const slot = answerSlot(getContext().base.pathname, id);
  return {
    draft: async () => parse(slot.load()),
    keep: (draft) => slot.save(draft === null ? null : JSON.stringify(draft)),
    attempted: () => {},
    helped: () => {},
    flush: slot.flush,
  };
}

/** @param {string | null} json */
function parse(json) {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
