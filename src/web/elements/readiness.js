/** The reader's standing on all checks of the book. What draws it is loaded by the pages that have it. */

import { word } from "../words.js";

export class ReadinessElement extends HTMLElement {
  /** @type {Promise<(() => void) | null> | null} what ends the drawing, once there is one */
  #shown = null;

  connectedCallback() {
    this.#shown ??= this.#show();
  }

  disconnectedCallback() {
    const shown = this.#shown;
    this.#shown = null;
    shown?.then((end) => end?.());
  }

  async #show() {
    try {
      const { showReadiness } = await import("../readiness/readiness.js");
      const end = await showReadiness(this, new URL(this.dataset.book ?? "", document.baseURI));
      this.toggleAttribute("ready", true);
      return end;
    } catch (error) {
      console.warn("prepbook: the plain list stays:", error);
      const note = /** @type {HTMLElement | null} */ (this.querySelector("[data-note]"));
      note?.replaceChildren(word("readiness.not-loaded"));
      note?.toggleAttribute("hidden", false);
      return null;
    }
  }
}
