/** A single button outside a toolbar. */

import { h, icon } from "../dom.js";
import { word } from "../words.js";

/** @import { IconName } from "../dom.js" */

/**
 * @param {string} key of its words
 * @param {() => void} act
 * @param {{main?: boolean, icon?: IconName, values?: Record<string, string | number>}} [options]
 */
export function button(key, act, { main = false, icon: picture, values } = {}) {
  const kind = main ? "pb-button pb-button--main" : "pb-button";
  const made = h("button", { type: "button", class: kind }, picture && icon(picture), word(key, values));
  made.addEventListener("click", act);
  return made;
}
