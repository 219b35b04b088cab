/** What scrolls can be scrolled by keyboard in every browser; what doesn't is no stop on the way through a page. */

/** Tables that are wider than a phone: Material wraps them when a page opens. */
const TABLES = ".md-typeset__scrollwrap";

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollHeight > target.clientHeight || target.scrollWidth > target.clientWidth;
    if (scrolls) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

/** @param {Element} element its size is bounded, so that it begins to scroll only when its size has changed */
export function keepReachable(element) {
  sizes.observe(element);
}

/** The tables of this page and, with instant navigation, of those after it. Material has wrapped them by then. */
export function startScrolling() {
  const { document$ } = /** @type {{document$?: {subscribe: (act: () => void) => void}}} */ (globalThis);
  document$?.subscribe(() => document.querySelectorAll(TABLES).forEach(keepReachable));
}
