/** Fetches the whole book at a reader's word. */

import { sizeOf, wholeBook } from "./edition.js";
import { each } from "./receive.js";
import { MismatchError } from "./shelf.js";

/** @import { Edition } from "./types.js" */
/** @import { Shelf } from "./shelf.js" */

const LANES = 4;

/** @typedef {"done" | "stopped" | "no-room" | "changed" | "network"} DownloadEnd */

/**
 * The files of the whole book that aren't kept yet.
 * @param {Shelf} shelf
 * @param {Edition} edition
 */
export async function missingFiles(shelf, edition) {
  const held = await shelf.held(edition);
  return wholeBook(edition).filter((file) => !held.has(file));
}

/**
 * Keeps every file of the book. What has arrived stays, however it ends, so that a second try only fetches the rest.
 * @param {Shelf} shelf
 * @param {Edition} edition
 * @param {AbortSignal} signal
 * @param {(done: number, total: number) => void} onProgress bytes
 * @returns {Promise<DownloadEnd>} never rejects
 */
export async function download(shelf, edition, signal, onProgress) {
  try {
    const files = await missingFiles(shelf, edition);
    const total = sizeOf(files, edition);
    if ((await freeBytes()) < total) return "no-room";
    /** @type {Map<string, number>} */
    const done = new Map();
    await each(files, LANES, (file) =>
      shelf.keep(file, edition, {
        signal,
        onBytes: (count) => {
          done.set(file, Math.min(count, edition.files[file]?.bytes ?? 0));
          onProgress(sum(done.values()), total);
        },
      }),
    );
    await shelf.markWhole();
    return "done";
  } catch (error) {
    return reasonOf(error, signal);
  }
}

/** @returns {Promise<number>} what the browser offers this site; Infinity where it doesn't tell */
export async function freeBytes() {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } =
    (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota - usage;
}

/**
 * @param {unknown} error
 * @param {AbortSignal} signal
 * @returns {DownloadEnd}
 */
function reasonOf(error, signal) {
  if (signal.aborted) return "stopped";
  console.info("prepbook: the book wasn't fetched whole:", error);
  if (error instanceof MismatchError) return "changed";
  return error instanceof Error && error.name === "QuotaExceededError" ? "no-room" : "network";
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
