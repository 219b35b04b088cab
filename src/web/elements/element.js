/** The custom elements around the page's sections: they start and stop what the browser connects and removes. */

import { bootWhenNear, forget } from "../ahead.js";
import { tellFaultsAt } from "../views/fault_line.js";

/**
 * @typedef {object} Part
 * @property {() => void} stop ends its work; called when the element has left the page
 */

/**
 * A custom element whose section `enhance` brings to life once, however often it is moved.
 * @param {(section: HTMLElement, data: any, kind: string) => Part | null} enhance
 * @param {(kind: string) => boolean} runsCode
 */
export function elementClass(enhance, runsCode) {
  return class extends HTMLElement {
    /** @type {Part | null} */
    #part = null;

    connectedCallback() {
      const kind = this.getAttribute("kind") ?? "";
      if (runsCode(kind)) bootWhenNear(this);
      if (this.#part) return;
      const section = this.querySelector("section");
      if (!section) return;
      try {
        this.#part = enhance(section, takeData(this), kind);
        this.toggleAttribute("ready", this.#part !== null);
        if (this.#part) tellFaultsAt(section);
      } catch (error) {
        console.error("prepbook: this part of the page stays as it was printed:", error, this);
      }
    }

    /** Being moved is a removal followed at once by a return: only a lasting removal ends the work. */
    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected) return;
        forget(this);
        this.#part?.stop();
      });
    }
  };
}

/**
 * Takes the data out of the page: Material's instant navigation would run every inline script it finds, this JSON too.
 * @param {Element} element
 */
function takeData(element) {
  const script = element.querySelector("script.pb-data");
  script?.remove();
  return JSON.parse(script?.textContent || "{}");
}
