/**
 * Instant navigation puts the next page's content, and its policy, into this document. Two policies hold together, so
 * a page of a later edition may forbid what this edition's script needs: then the next page is loaded whole.
 */

const POLICY = 'meta[http-equiv="Content-Security-Policy"]';

/** Call once. */
export function heedPolicies() {
  const own = document.head.querySelector(POLICY)?.getAttribute("content");
  const isOther = (/** @type {Node} */ node) =>
    node instanceof HTMLMetaElement && node.matches(POLICY) && node.getAttribute("content") !== own;
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(isOther))) location.reload();
  }).observe(document.head, { childList: true });
}
