/** Values that show themselves. What a program made up never becomes part of the page: it is locked up, or refused. */

import { h } from "../dom.js";
import { word } from "../words.js";

/** @import { Rich } from "../types.js" */

/** Characters; the grader gives no more, but it shares its interpreter with the program. */
const LIMIT = 1_100_000;

/** What may load in the frame: nothing. prepbook/rich.py writes the same into the static page. */
export const FRAME_HEAD =
  '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">' +
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; " +
  'img-src data:; font-src data:; form-action \'none\'"><base target="_blank">' +
  "<style>body{margin:8px;font:14px/1.5 system-ui,sans-serif}" +
  "table{border-collapse:collapse}td,th{padding:2px 8px;border:1px solid #8888;text-align:start}</style>";

const SCHEME = /(<meta name="color-scheme" content=)"[a-z ]*"/;

/** @type {MutationObserver | null} */
let watcher = null;

/**
 * @param {Rich} rich
 * @returns {HTMLElement | null} null for what is too large to show
 */
export function richElement({ kind, data, alt }) {
  const text = String(data);
  const title = String(alt) || word("output.result");
  if (text.length > LIMIT) return null;
  // As a picture an SVG runs no script and loads nothing.
  if (kind === "svg")
    return h("img", {
      class: "pb-picture",
      src: `data:image/svg+xml;charset=utf-8,${encode(text)}`,
      alt: title,
    });
  const frame = h("iframe", { class: "pb-page", sandbox: "", title });
  frame.srcdoc = FRAME_HEAD + text;
  matchScheme(frame);
  watchScheme();
  return frame;
}

/**
 * Lets frames be as light or dark as their page: by itself a frame without scripts follows the system, not the page.
 * @param {ParentNode} within
 */
export function matchSchemes(within) {
  const frames = within.querySelectorAll("iframe.pb-page");
  for (const frame of frames) matchScheme(/** @type {HTMLIFrameElement} */ (frame));
  if (frames.length > 0) watchScheme();
}

/** @param {HTMLIFrameElement} frame */
function matchScheme(frame) {
  const scheme = document.body.dataset.mdColorScheme === "slate" ? "dark" : "light";
  const page = frame.srcdoc.replace(SCHEME, `$1"${scheme}"`); // The first one is in our own head.
  if (page !== frame.srcdoc) frame.srcdoc = page;
}

function watchScheme() {
  watcher ??= new MutationObserver(() => matchSchemes(document));
  watcher.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}

/** @param {string} text half a character pair, which no address can hold, becomes the sign for it */
function encode(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
