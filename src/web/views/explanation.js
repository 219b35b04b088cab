/** An exception in plain words, above its traceback. */

import { h } from "../dom.js";

/**
 * @param {import("../types.js").LearnerError} error
 * @returns {HTMLElement | null}
 */
export function explanation({ explained }) {
  return explained ? h("p", { class: "pb-explained" }, ...marked(explained)) : null;
}

/**
 * What stands between backticks becomes code.
 * @param {string} text
 */
function marked(text) {
  return text.split("`").map((part, place) => (place % 2 ? h("code", {}, part) : part));
}
