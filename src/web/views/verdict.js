/** The one announced line of a check. */

import { h, icon } from "../dom.js";

/** @import { IconName } from "../dom.js" */
/** @import { VerdictName } from "../types.js" */

/** @type {Record<VerdictName, IconName>} */
const ICONS = { passed: "check", failed: "failed", error: "alert", stopped: "stop", timeout: "clock" };

export class VerdictView {
  #section;
  element = h("p", { class: "pb-verdict", role: "status" });

  /** @param {HTMLElement} section carries data-verdict */
  constructor(section) {
    this.#section = section;
  }

  /** Before an attempt, and while one runs: no verdict. */
  clear() {
    delete this.#section.dataset.verdict;
    delete this.#section.dataset.fault;
    this.element.replaceChildren();
  }

  /**
   * @param {VerdictName} name
   * @param {string} text
   * @param {{ours?: boolean}} [options] ours: the book failed, not the reader
   */
  announce(name, text, { ours = false } = {}) {
    this.#section.dataset.verdict = name;
    if (ours) this.#section.dataset.fault = "ours";
    this.element.replaceChildren(icon(ICONS[name]), h("span", {}, text));
  }

  /**
   * Tells something that is no verdict.
   * @param {string} text
   */
  remark(text) {
    this.element.replaceChildren(h("span", {}, text));
  }
}
