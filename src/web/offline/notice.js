/** Tells a reader that the page on the screen has a new edition. Nothing reloads by itself. */

import { h } from "../dom.js";
import { word } from "../words.js";

/** @type {HTMLElement | null} */
let notice = null;

/** Shows the offer, once until it is answered. */
export function offerReload() {
  if (notice?.isConnected) return;
  const text = h("p", {}, word("update.text"));
  const reload = button("reload", () => location.reload());
  reload.classList.add("pb-button--main");
  const later = button("later", withdrawOffer);
  // The region is there before its text, so that screen readers announce it.
  const region = h("div", { role: "status" });
  notice = h("div", { class: "pb pb-update" }, region, h("div", { class: "pb-bar" }, reload, later));
  document.body.append(notice);
  region.append(text);
}

/** Takes the offer back: answered, or the reader has gone on to a page that is current. */
export function withdrawOffer() {
  notice?.remove();
}

/**
 * @param {string} name
 * @param {() => void} act
 */
function button(name, act) {
  const element = h("button", { type: "button", class: "pb-button" }, word(`update.${name}`));
  element.addEventListener("click", act);
  return element;
}
