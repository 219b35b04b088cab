/** The levers of a simulation: controls put into the table that the page was built with. */

import { h } from "../dom.js";
import { marked } from "../words.js";

/** @import { Lever, Settings } from "../types.js" */

export class Levers {
  /** @type {Map<string, {lever: Lever, control: HTMLInputElement | HTMLSelectElement, show: () => void}>} */
  #controls = new Map();

  /**
   * @param {HTMLElement} section
   * @param {Lever[]} levers
   * @param {() => void} onChange
   */
  constructor(section, levers, onChange) {
    for (const lever of levers) {
      const row = section.querySelector(`[data-lever="${lever.id}"]`);
      const cell = row?.querySelector("td");
      if (!row || !cell) continue;
      const { control, show } = lever.kind === "slider" ? slider(lever) : select(lever);
      control.setAttribute("aria-labelledby", row.querySelector(".pb-lever-label")?.id ?? "");
      control.setAttribute("aria-describedby", row.querySelector(".pb-lever-help")?.id ?? "");
      control.addEventListener("input", () => {
        show();
        onChange();
      });
      cell.replaceChildren(...(control.parentElement ? [control.parentElement] : [control]));
      this.#controls.set(lever.id, { lever, control, show });
    }
    this.reset();
  }

  /** @returns {Settings} */
  get settings() {
    const entries = [...this.#controls].map(([id, { lever, control }]) => [id, settingOf(lever, control)]);
    return Object.fromEntries(entries);
  }

  set settings(settings) {
    for (const [id, { lever, control, show }] of this.#controls) {
      const value = settings[id] ?? lever.default;
      if (lever.kind === "slider") control.value = String(value);
      else control.value = String(lever.options.findIndex((option) => option.value === value));
      show();
    }
  }

  reset() {
    this.settings = {};
  }

  /** Levers that are set for one step only fall back. */
  fallBack() {
    this.settings = this.fallenBack(this.settings);
  }

  /** @param {Settings} settings */
  fallenBack(settings) {
    const fallen = [...this.#controls.values()].filter(({ lever }) => lever.kind === "select" && lever.once);
    return { ...settings, ...Object.fromEntries(fallen.map(({ lever }) => [lever.id, lever.default])) };
  }

  /**
   * Whether kept settings still are settings of these levers.
   * @param {unknown} settings
   * @returns {settings is Settings}
   */
  know(settings) {
    if (typeof settings !== "object" || settings === null) return false;
    return [...this.#controls.values()].every(({ lever }) => {
      const value = /** @type {Settings} */ (settings)[lever.id];
      return lever.kind === "slider"
        ? typeof value === "number" && value >= lever.min && value <= lever.max
        : lever.options.some((option) => option.value === value);
    });
  }
}

/** @param {Extract<Lever, {kind: "slider"}>} lever */
function slider(lever) {
  const { min, max, step, unit } = lever;
  const control = h("input", { type: "range", min, max, step });
  const shown = h("span", {}); // No <output>: that is a status, and a check has one.
  const show = () => {
    const text = `${marked(control.value)} ${unit}`.trim();
    shown.textContent = text;
    control.setAttribute("aria-valuetext", text);
  };
  h("div", { class: "pb-slider" }, control, shown);
  return { control, show };
}

/** @param {Extract<Lever, {kind: "select"}>} lever */
function select(lever) {
  const options = lever.options.map(({ label }, place) => h("option", { value: place }, label));
  return { control: h("select", { class: "pb-select" }, ...options), show: () => {} };
}

/**
 * @param {Lever} lever
 * @param {HTMLInputElement | HTMLSelectElement} control
 */
function settingOf(lever, control) {
  if (lever.kind === "slider") return Number(control.value);
  return lever.options[Number(control.value)]?.value ?? lever.default;
}
