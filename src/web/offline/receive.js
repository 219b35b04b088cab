/** Reads a response to its end, and gives up when nothing arrives any more. */

import { AssetError } from "../engine/assets.js";

/** No byte for this long, in ms, and the rest isn't waited for. */
const STALL_MS = 20_000;

/**
 * @param {Response} response
 * @param {(count: number) => void} [onBytes] bytes so far
 * @returns {Promise<ArrayBuffer>}
 */
export async function receive(response, onBytes = () => {}) {
  if (!response.body) return response.arrayBuffer();
  const reader = response.body.getReader();
  const chunks = [];
  let count = 0;
  for (let part = await soon(reader); !part.done; part = await soon(reader)) {
    chunks.push(part.value);
    count += part.value.byteLength;
    onBytes(count);
  }
  return new Blob(chunks).arrayBuffer();
}

/** @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader */
async function soon(reader) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stalled = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new AssetError(`no data for ${STALL_MS / 1000} s`)), STALL_MS);
  });
  try {
    return await Promise.race([reader.read(), /** @type {Promise<never>} */ (stalled)]);
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Does work on many things, a few at a time; the first failure ends it.
 * @template Item
 * @param {Iterable<Item>} items
 * @param {number} width how many at a time
 * @param {(item: Item) => Promise<unknown>} work
 */
export async function each(items, width, work) {
  const queue = [...items];
  let failed = false;
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined && !failed; item = queue.shift()) {
      await work(item).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
