/** What the page tells its scripts through the tag <script id="prepbook">: read once, before any navigation. */

import { Engine } from "./engine/engine.js";
import { overrideWords } from "./words.js";

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

/** Addresses on the tag are relative to the page that was loaded first, so they are resolved now and kept. */
function readContext() {
  const { base = ".", manifest = "", words } = document.getElementById("prepbook")?.dataset ?? {};
  overrideWords(words);
  const root = new URL(base, document.baseURI);
  return { base: root, engine: new Engine(new URL(manifest, document.baseURI), root) };
}
