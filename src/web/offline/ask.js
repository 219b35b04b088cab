/** One question to the service worker, any number of answers. */

/** @import { Asked, Told } from "./types.js" */

/**
 * @param {ServiceWorker} worker
 * @param {Asked} question
 * @param {(told: Told) => void} hear
 */
export function ask(worker, question, hear) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => hear(data);
  worker.postMessage(question, [port2]);
}
