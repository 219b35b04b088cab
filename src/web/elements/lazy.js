/** Kinds of check whose script comes only to pages that have one. */

import { h } from "../dom.js";
import { word } from "../words.js";

/** @import { Part } from "./element.js" */
/** @typedef {new (section: HTMLElement, data: any) => Part} PartClass */

/**
 * @param {() => Promise<PartClass>} load
 * @returns {PartClass} one that becomes the loaded one as soon as it is there
 */
export function lazily(load) {
  return class {
    /** @type {Part | null} */
    #part = null;
    #hasLeft = false;

    /**
     * @param {HTMLElement} section
     * @param {any} data
     */
    constructor(section, data) {
      load()
        .then((Loaded) => {
          if (!this.#hasLeft) this.#part = new Loaded(section, data);
        })
        .catch((error) => {
          console.error("prepbook: this part of the page stays as it was printed:", error);
          section.append(h("p", { class: "pb-say pb-say--fault", role: "status" }, word("ours.element")));
        });
    }

    stop() {
      this.#hasLeft = true;
      this.#part?.stop();
    }
  };
}
