/** A clock on the page: started, extended and switched off by the reader, who may go on when it is over. */

import { asTime, at, extended, left, markPassed, paused, resumed, started } from "../clock.js";
import { h, icon } from "../dom.js";
import { word } from "../words.js";
import { button } from "./button.js";

/** @import { Clock } from "../clock.js" */

export const MORE_MINUTES = 5;

/** @param {Clock} clock */
export function timeText(clock) {
  const ms = left(clock);
  return word(ms > -1000 ? "clock.left" : "clock.over", { time: asTime(ms > -1000 ? Math.max(ms, 0) : ms) });
}

export class TimerView {
  #options;
  /** @type {Clock | null} */
  #clock = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #time = h("span", { role: "timer" });
  element = h("div", { class: "pb-timer" });

  /** @param {{minutes: number, onChange: (clock: Clock | null) => void, onMark: (minutes: number) => void}} options */
  constructor(options) {
    this.#options = options;
    this.#draw();
  }

  /** @param {Clock | null} clock as it was kept; null: none runs */
  show(clock) {
    this.#clock = clock;
    if (clock) this.#tick();
    this.#draw();
  }

  get clock() {
    return this.#clock;
  }

  /** The text is written; the clock stands where it is. */
  pause() {
    if (this.#clock?.runs) this.#set(paused(this.#clock, Date.now()));
  }

  stop() {
    clearInterval(this.#ticking);
  }

  /** @param {Clock | null} clock */
  #set(clock) {
    const hadFocus = this.element.contains(document.activeElement);
    this.#clock = clock;
    this.#options.onChange(clock);
    this.#draw();
    if (hadFocus) this.element.querySelector("button")?.focus();
  }

  #tick() {
    if (!this.#clock) return;
    const before = this.#clock;
    const now = Date.now();
    this.#clock = at(before, now);
    if (now < before.seen) this.#options.onChange(this.#clock); // Set back: the new anchor must outlive the page.
    const mark = markPassed(left(before), left(this.#clock));
    if (mark !== null && this.#clock.runs) this.#options.onMark(mark);
    this.#write();
  }

  #write() {
    if (!this.#clock) return;
    const text = timeText(this.#clock);
    this.#time.textContent = this.#clock.runs ? text : word("clock.stopped", { text });
    this.element.toggleAttribute("data-over", left(this.#clock) <= 0);
  }

  #draw() {
    clearInterval(this.#ticking);
    this.element.replaceChildren(...this.#parts());
    this.#write();
    if (this.#clock?.runs) this.#ticking = setInterval(() => this.#tick(), 1000);
  }

  /** @returns {Node[]} */
  #parts() {
    const { minutes } = this.#options;
    if (!this.#clock) {
      const start = () => this.#set(started(minutes, Date.now()));
      return [button("clock.start", start, { icon: "clock", values: { count: minutes } })];
    }
    const clock = () => at(/** @type {Clock} */ (this.#clock), Date.now());
    const more = button("clock.more", () => this.#set(extended(clock(), MORE_MINUTES)));
    const goOn = button("clock.go-on", () => this.#set(resumed(clock(), Date.now())));
    const off = button("clock.off", () => this.#set(null));
    return [icon("clock"), this.#time, this.#clock.runs ? more : goOn, off];
  }
}
