/** Building elements without HTML strings. */

/** @typedef {string | Node | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] false, null, undefined: left out; true: ""
 * @param {...Child} children text is always text, never markup
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter(isPresent));
  return element;
}

/**
 * Elements from HTML that the book's author wrote and the build rendered; never for anything a reader typed.
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function authored(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const element of template.content.querySelectorAll("[id]")) rename(element, template.content);
  return template.content;
}

/**
 * A fresh id and the references to it, for the same HTML may stand on a page twice.
 * @param {Element} element
 * @param {DocumentFragment} within
 */
function rename(element, within) {
  const old = element.id;
  element.id = freshId("part");
  for (const name of ["aria-describedby", "aria-labelledby", "aria-controls", "for"]) {
    for (const other of within.querySelectorAll(`[${name}="${CSS.escape(old)}"]`))
      other.setAttribute(name, element.id);
  }
  for (const link of within.querySelectorAll(`a[href="#${CSS.escape(old)}"]`))
    link.setAttribute("href", `#${element.id}`);
}

/**
 * An element's content again, without the citations: their notes must not stand on the page twice.
 * @param {Element | null | undefined} element
 * @returns {Node[]}
 */
export function withoutCitations(element) {
  if (!element) return [];
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const citation of copy.querySelectorAll(".pb-cite")) citation.remove();
  return [...copy.childNodes];
}

const SVG = "http://www.w3.org/2000/svg";

/** One path each, on a 24 x 24 grid, drawn with currentColor. */
const ICONS = {
  run: "M8 5.6v12.8c0 .8.9 1.3 1.6.8l9.5-6.4c.6-.4.6-1.2 0-1.6L9.6 4.8C8.9 4.3 8 4.8 8 5.6Z",
  check: "M9.6 17.6 4 12l1.8-1.8 3.8 3.8 8.6-8.6L20 7.2Z",
  stop: "M7 7h10v10H7Z",
  reset: "M12 5a7 7 0 1 1-6.7 9h2.2A5 5 0 1 0 12 7v3L7.5 6 12 2Z",
  hint: "M9 20h6v2H9Zm3-18a7 7 0 0 0-4 12.7V18h8v-3.3A7 7 0 0 0 12 2Zm2 11.6V16h-4v-2.4l-.9-.6a5 5 0 1 1 5.8 0Z",
  solution:
    "M12 5C6.5 5 2.7 9.6 1.5 12c1.2 2.4 5 7 10.5 7s9.3-4.6 10.5-7C21.3 9.6 17.5 5 12 5Zm0 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9Zm0-2.3a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  up: "M12 6.5 19.5 14l-1.6 1.6L12 9.7l-5.9 5.9L4.5 14Z",
  down: "m12 17.5-7.5-7.5 1.6-1.6 5.9 5.9 5.9-5.9 1.6 1.6Z",
  move: "M8 5h2.5v2.5H8Zm5.5 0H16v2.5h-2.5ZM8 10.8h2.5v2.4H8Zm5.5 0H16v2.4h-2.5ZM8 16.5h2.5V19H8Zm5.5 0H16V19h-2.5Z",
  failed: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6 10.6 12 5 6.4Z",
  alert:
    "M11 7h2v7h-2Zm0 9h2v2h-2ZM12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Z",
  clock:
    "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm1-13h-2v6l4.5 2.7 1-1.6-3.5-2.1Z",
};

/** @typedef {keyof typeof ICONS} IconName */

/**
 * A decorative icon, hidden from assistive technology: words stand beside it.
 * @param {IconName} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of [
    ["viewBox", "0 0 24 24"],
    ["aria-hidden", "true"],
    ["class", "pb-icon"],
  ]) {
    svg.setAttribute(/** @type {string} */ (key), /** @type {string} */ (value));
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

let count = 0;

/**
 * An id no other element of this page has.
 * @param {string} stem
 */
export function freshId(stem) {
  count += 1;
  return `pb-${stem}-${count}`;
}

/**
 * @param {Child} child
 * @returns {child is string | Node}
 */
function isPresent(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}
