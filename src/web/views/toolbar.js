/** The row of buttons below a code box. */

import { h, icon } from "../dom.js";
import { word } from "../words.js";

/** @typedef {"run" | "check" | "stop" | "reset" | "hint" | "solution"} Action */

export class Toolbar {
  /** @type {Map<Action, HTMLButtonElement>} */
  #buttons = new Map();
  #first;
  #busy = false;

  /** @param {Partial<Record<Action, () => void>>} actions in the order of the buttons; the first is the main one */
  constructor(actions) {
    for (const [name, act] of /** @type {[Action, () => void][]} */ (Object.entries(actions))) {
      this.#buttons.set(name, this.#button(name, act));
    }
    this.#first = [...this.#buttons.values()][0];
    this.#first?.classList.add("pb-button--main");
    const help = ["hint", "solution"].flatMap(
      (name) => this.#buttons.get(/** @type {Action} */ (name)) ?? [],
    );
    const rest = [...this.#buttons.values()].filter((button) => !help.includes(button));
    // They stand together, also where longer words than the English take a second line.
    const helps = this.#buttons.has("hint") ? [h("div", { class: "pb-bar-help" }, ...help)] : help;
    this.element = h("div", { class: "pb-bar" }, ...rest, ...helps);
    this.setBusy(false);
  }

  /**
   * While a job runs only Stop works. The others stay focusable, so that a keyboard reader keeps the place.
   * @param {boolean} busy
   */
  setBusy(busy) {
    this.#busy = busy;
    const stop = this.#buttons.get("stop");
    const hadFocus = stop !== undefined && document.activeElement === stop;
    for (const name of /** @type {Action[]} */ (["run", "check", "reset"])) {
      if (busy) this.#buttons.get(name)?.setAttribute("aria-disabled", "true");
      else this.#buttons.get(name)?.removeAttribute("aria-disabled");
    }
    if (stop) stop.disabled = !busy;
    if (hadFocus && !busy) this.focus();
  }

  /** @param {Action} name */
  disable(name) {
    const button = this.#buttons.get(name);
    if (button) button.setAttribute("aria-disabled", "true");
  }

  /** Focus on the main button. */
  focus() {
    this.#first?.focus();
  }

  /**
   * @param {Action} name
   * @param {() => void} act
   */
  #button(name, act) {
    const button = h("button", { type: "button", class: "pb-button" }, icon(name), word(`button.${name}`));
    button.dataset.action = name;
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") act();
    });
    return button;
  }

  /** Whether a job runs. */
  get busy() {
    return this.#busy;
  }
}
