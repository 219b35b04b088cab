/** A term's definition opens by style alone; this adds what style can't: touch, Escape, and a place on the screen. */

const CLOSED = "pb-term-closed";
const MARGIN = 8;
/** Narrower than this the note is a sheet at the bottom; see style/terms.css. */
const SHEET = "(max-width: 59.9375em)";

export function startTerms() {
  /** @type {Element | null} a word under a finger whose definition isn't open yet: the tap shows it, the next one follows */
  let first = null;
  on("pointerover", (term) => place(term));
  on("focusin", (term) => place(term));
  on("pointerout", reopen);
  on("focusout", reopen);
  addEventListener("scroll", () => openTerms().forEach(place), { capture: true, passive: true });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") for (const term of openTerms()) term.classList.add(CLOSED);
  });
  addEventListener("pointerdown", ({ target, pointerType }) => {
    const active = document.activeElement;
    const word = target instanceof Element ? target.closest(".pb-term-word") : null;
    first = pointerType === "touch" && word !== active ? word : null;
    if (active instanceof HTMLElement && termOf(active) && termOf(active) !== termOf(target)) active.blur();
  });
  addEventListener(
    "click",
    (event) => {
      const word = event.target instanceof Element ? event.target.closest(".pb-term-word") : null;
      if (!(word instanceof HTMLElement) || word !== first) return;
      first = null;
      event.preventDefault();
      event.stopPropagation(); // Material's instant navigation would follow the link all the same
      word.focus();
    },
    { capture: true },
  );
}

/**
 * @param {"pointerover" | "pointerout" | "focusin" | "focusout"} type
 * @param {(term: HTMLElement, event: PointerEvent | FocusEvent) => void} act
 */
function on(type, act) {
  addEventListener(type, (event) => {
    const term = termOf(event.target);
    if (term) act(term, event);
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function termOf(target) {
  return target instanceof Element ? target.closest(".pb-term") : null;
}

/** @returns {NodeListOf<HTMLElement>} */
function openTerms() {
  return document.querySelectorAll(".pb-term:is(:hover, :focus-within)");
}

/**
 * A definition put away with Escape opens again at the next visit.
 * @param {HTMLElement} term
 * @param {PointerEvent | FocusEvent} event
 */
function reopen(term, { relatedTarget }) {
  if (!(relatedTarget instanceof Node && term.contains(relatedTarget))) term.classList.remove(CLOSED);
}

/**
 * Puts the note above the word, or below where there is no room, and within the window; fixed, so that no table or box
 * around the word cuts it off.
 * @param {HTMLElement} term
 */
function place(term) {
  const [word, note] = /** @type {HTMLCollectionOf<HTMLElement>} */ (term.children);
  if (!word || !note) return;
  note.removeAttribute("style");
  if (matchMedia(SHEET).matches) return;
  const { left, width, top, bottom } = word.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = note;
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const rightmost = document.documentElement.clientWidth - offsetWidth - MARGIN;
  const x = Math.max(MARGIN, Math.min(left + width / 2 - offsetWidth / 2, rightmost));
  const y = top - offsetHeight < Math.max(header, 0) ? bottom : top - offsetHeight;
  Object.assign(note.style, { position: "fixed", inset: `${y}px auto auto ${x}px`, transform: "none" });
}
