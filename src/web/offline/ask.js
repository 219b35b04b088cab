/** One question to the service worker, any number of answers. */

/** @import { Told, Visited } from "./types.js" */

/**
 * @param {ServiceWorker} worker
 * @param {Visited} question
 * @param {(told: Told) => void} hear
 */
export function ask(worker, question, hear) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => hear(data);
  worker.postMessage(question, [port2]);
}
