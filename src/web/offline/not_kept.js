/** The answer to a page that isn't kept, when there is no network. */

import { language, word } from "../words.js";

/**
 * @param {URL} scope the site root
 * @returns {Response} a whole small page: nothing else may be at hand
 */
export function notKept(scope) {
  const html = `<!doctype html>
<html lang="${text(language())}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${text("offline.not-kept")}</title>
<style>body{max-width:34em;margin:15vh auto;padding:0 1em;font:1.1em/1.6 system-ui,sans-serif}</style>
<main><h1>${text("offline.not-kept")}</h1>
<p>${text("offline.not-kept.why")}</p>
<p><a href="${text(scope.pathname)}">${text("offline.not-kept.home")}</a></p></main>
</html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** @param {string} key a word's, or a text that is no key and stands for itself */
function text(key) {
  return word(key).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
