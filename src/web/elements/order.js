/** Answering by order: buttons, a handle for the keyboard, and the same handle to drag. */

import { authored, freshId, h, icon, withoutCitations } from "../dom.js";
import { judgeOrder } from "../judging/order.js";
import { word } from "../words.js";

/** @import { OrderPayload } from "../types.js" */
/** @import { Placing } from "../judging/order.js" */
/** @import { Mark } from "./exercise.js" */

/** @type {Record<Placing, Mark["outcome"]>} */
const OUTCOMES = { right: "right", shifted: "missed", early: "wrong", late: "wrong" };

export class OrderFace {
  kind = "order";
  #list;
  /** @type {HTMLElement[]} as the page was built; an answer is a list of places in it */
  #items;
  #changed;
  #said = h("p", { class: "pb-said", "aria-live": "polite" });

  /**
   * @param {HTMLElement} task
   * @param {(item: Element) => void} changed
   */
  constructor(task, changed) {
    this.#list = /** @type {HTMLElement} */ (task.querySelector(".pb-order"));
    this.#items = /** @type {HTMLElement[]} */ ([...this.#list.children]);
    this.#changed = changed;
    for (const item of this.#items) this.#equip(item);
    this.#list.after(this.#said);
    this.#showEnds();
  }

  /** @returns {number[]} */
  read() {
    return [...this.#list.children].map((item) => Number(/** @type {HTMLElement} */ (item).dataset.item));
  }

  /** @param {unknown} draft */
  write(draft) {
    const order = isOrderOf(draft, this.#items.length) ? draft : this.#items.map((_, index) => index);
    this.#list.append(...order.flatMap((index) => this.#items[index] ?? []));
    this.#said.replaceChildren();
    this.#showEnds();
  }

  gap() {
    return null;
  }

  /** @param {OrderPayload} payload */
  judge({ items }) {
    const order = this.read();
    const { passed, total, placings } = judgeOrder(order.map((index) => items[index]?.place ?? 0));
    const marks = items.map(({ feedback, misplaced }, index) => {
      const placing = placings[order.indexOf(index)] ?? "late";
      return {
        outcome: OUTCOMES[placing],
        title: word(`order.${placing}`),
        html: placing === "right" ? feedback : misplaced,
      };
    });
    return { passed, total, marks };
  }

  /** @param {OrderPayload} payload */
  answers({ items }) {
    const sorted = items.map((item, index) => ({ ...item, index })).toSorted((a, b) => a.place - b.place);
    const lines = sorted.map(({ index, feedback }) => {
      const text = this.#items[index]?.querySelector(".pb-item-text");
      return h("li", {}, h("strong", {}, ...withoutCitations(text)), authored(feedback));
    });
    return [h("ol", { class: "pb-prose pb-right" }, ...lines)];
  }

  /** @param {HTMLElement} item */
  #equip(item) {
    const text = /** @type {HTMLElement} */ (item.querySelector(".pb-item-text"));
    text.id = freshId("item");
    const handle = stepButton("order.handle", "move", text.id);
    handle.classList.add("pb-handle");
    handle.setAttribute("aria-pressed", "false");
    const up = stepButton("order.up", "up", text.id);
    const down = stepButton("order.down", "down", text.id);
    up.addEventListener("click", () => this.#step(item, -1));
    down.addEventListener("click", () => this.#step(item, 1));
    item.querySelector(".pb-blank")?.remove();
    item.prepend(handle);
    text.after(h("span", { class: "pb-steps" }, up, down));
    this.#grabByKey(item, handle);
    this.#dragBy(item, handle);
  }

  /**
   * Enter or Space takes the item, arrows move it, Enter, Space or Escape let it go.
   * @param {HTMLElement} item
   * @param {HTMLButtonElement} handle
   */
  #grabByKey(item, handle) {
    const grab = (/** @type {boolean} */ on) => {
      if (on === (handle.getAttribute("aria-pressed") === "true")) return;
      handle.setAttribute("aria-pressed", String(on));
      this.#say(on ? "order.grabbed" : "order.dropped", item);
    };
    handle.addEventListener("click", (event) => {
      if (event.detail === 0) grab(handle.getAttribute("aria-pressed") !== "true");
    });
    handle.addEventListener("blur", () => handle.setAttribute("aria-pressed", "false"));
    handle.addEventListener("keydown", (event) => {
      if (handle.getAttribute("aria-pressed") !== "true") return;
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by) this.#step(item, by);
      if (event.key === "Escape") grab(false);
      if (by || event.key === "Escape") event.preventDefault();
    });
  }

  /**
   * The list holds the pointer, not the handle: it stays in the page while items change places.
   * @param {HTMLElement} item
   * @param {HTMLElement} handle
   */
  #dragBy(item, handle) {
    handle.addEventListener("pointerdown", (down) => {
      if (down.button !== 0) return;
      const list = this.#list;
      const end = new AbortController();
      const { signal } = end;
      list.setPointerCapture(down.pointerId);
      item.toggleAttribute("data-dragged", true);
      list.addEventListener("pointermove", (move) => this.#follow(item, move.clientY), { signal });
      list.addEventListener(
        "lostpointercapture",
        (lost) => {
          if (lost.target !== list) return; // a finger belongs to the handle at first, which loses it to the list
          item.toggleAttribute("data-dragged", false);
          end.abort();
        },
        { signal },
      );
    });
  }

  /**
   * @param {HTMLElement} item
   * @param {number} y of the pointer
   */
  #follow(item, y) {
    const above = item.previousElementSibling?.getBoundingClientRect();
    const below = item.nextElementSibling?.getBoundingClientRect();
    if (above && y < above.top + above.height / 2) this.#step(item, -1);
    else if (below && y > below.top + below.height / 2) this.#step(item, 1);
  }

  /**
   * Moves the neighbour, not the item: so the item keeps the focus and the pointer.
   * @param {HTMLElement} item
   * @param {number} by 1 down, -1 up
   */
  #step(item, by) {
    const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    if (by < 0) item.after(neighbour);
    else item.before(neighbour);
    this.#showEnds();
    this.#changed(item);
    this.#say("order.moved", item);
  }

  /** The first can't go up, the last can't go down; both buttons stay where the focus may be. */
  #showEnds() {
    const { firstElementChild, lastElementChild } = this.#list;
    for (const item of this.#items) {
      item
        .querySelector('[data-move="up"]')
        ?.setAttribute("aria-disabled", String(item === firstElementChild));
      item
        .querySelector('[data-move="down"]')
        ?.setAttribute("aria-disabled", String(item === lastElementChild));
    }
  }

  /**
   * @param {string} key
   * @param {HTMLElement} item
   */
  #say(key, item) {
    const place = [...this.#list.children].indexOf(item) + 1;
    const text = withoutCitations(item.querySelector(".pb-item-text")).map((node) => node.textContent);
    this.#said.replaceChildren(word(key, { item: text.join("").trim(), place, total: this.#items.length }));
  }
}

/**
 * @param {unknown} draft
 * @param {number} count
 * @returns {draft is number[]} whether each place occurs once
 */
function isOrderOf(draft, count) {
  return (
    Array.isArray(draft) && draft.length === count && draft.toSorted((a, b) => a - b).every((n, i) => n === i)
  );
}

/**
 * A button named after its item: "Move up" alone would be said once for each of them.
 * @param {string} key
 * @param {"move" | "up" | "down"} picture
 * @param {string} textId
 */
function stepButton(key, picture, textId) {
  const name = h("span", { class: "pb-hidden-text", id: freshId("act") }, word(key));
  const button = h("button", { type: "button", class: "pb-step", "data-move": picture }, icon(picture), name);
  button.setAttribute("aria-labelledby", `${name.id} ${textId}`);
  return button;
}
