/** What the page tells its scripts through the tag <script id="prepbook">: read once, before any navigation. */

import { Engine } from "./engine/engine.js";
import { fetchText } from "./fetch_text.js";
import { speak } from "./words.js";

/**
 * @typedef {object} Context
 * @property {URL} base the site root
 * @property {Engine} engine one for the whole visit; instant navigation keeps it
 */

/** @type {Context | null} */
let context = null;

/** @returns {Context} */
export function getContext() {
  context ??= readContext();
  return context;
}

/**
 * Learns the book's language, where that isn't English: before anything is said. If its words can't be had, the page
 * works in English.
 */
export async function learnWords() {
  const { words } = document.getElementById("prepbook")?.dataset ?? {};
  if (!words) return;
  try {
    speak(JSON.parse(await fetchText(new URL(words, document.baseURI))));
  } catch (error) {
    console.error("prepbook: the words of the book's language could not be had:", error);
  }
}

/** Addresses on the tag are relative to the page that was loaded first, so they are resolved now and kept. */
function readContext() {
  const { base = ".", manifest = "" } = document.getElementById("prepbook")?.dataset ?? {};
  const root = new URL(base, document.baseURI);
  return { base: root, engine: new Engine(new URL(manifest, document.baseURI), root) };
}
