/** What some checks show below a verdict: a chart, whose script comes with the first one. */

import { getContext } from "../context.js";
import { h } from "../dom.js";
import { word } from "../words.js";

/** @import { ChartPayload, Limits } from "../types.js" */

export class AfterCheck {
  #place;
  #session;
  #ending = new AbortController();

  /**
   * @param {HTMLElement | null} place where it is shown; null: this check has no chart
   * @param {string} id of the element
   */
  constructor(place, id) {
    this.#place = place;
    this.#session = `${id}:chart`;
  }

  /** Where it is shown, to be put where it belongs. */
  get elements() {
    return this.#place ? [this.#place] : [];
  }

  /** The session to judge in: with a chart to come the interpreter stays, and needn't be booted anew to draw it. */
  get session() {
    return this.#place ? { session: this.#session } : {};
  }

  /** Takes the chart away, ends what draws it, and lets its interpreter go: the next answer gets a fresh one. */
  clear() {
    if (!this.#place) return;
    this.#ending.abort();
    getContext().engine.forget(this.#session);
    this.#place.replaceChildren();
    this.#place.hidden = true;
  }

  /**
   * @param {ChartPayload | null} chart
   * @param {string} answer
   * @param {Record<string, string>} files
   * @param {Limits} limits
   */
  async show(chart, answer, files, limits) {
    if (!this.#place || !chart) return;
    const { engine } = getContext();
    const session = this.#session;
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    this.#place.hidden = false;
    try {
      const { drawChart } = await import("./chart.js");
      if (signal.aborted) return;
      await drawChart(this.#place, { chart, answer, files, limits, session, signal });
    } catch (error) {
      console.warn("prepbook: no chart:", error);
      if (!signal.aborted) this.#place.replaceChildren(h("p", { class: "pb-say" }, word("ours.element")));
    }
    if (signal.aborted) return;
    engine.forget(session);
    engine.prepare(); // where memory is short, the kept interpreter was in its way
  }
}
