/** A clock that a reader may start, hold or do without: nothing is taken away when it runs out. */

import { asTime } from "../clock.js";
import { h } from "../dom.js";
import { word } from "../words.js";

/** @typedef {{left: number, mode: "waiting" | "running" | "held" | "off"}} ClockState seconds left */

export class Clock {
  #shown = h("span", { role: "timer", class: "pb-clock-time" });
  #hold = h("button", { type: "button", class: "pb-link" });
  #without = h("button", { type: "button", class: "pb-link" });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #endsAt = 0;
  #seconds;
  /** @type {ClockState} */
  #state;
  #onChange;

  /**
   * @param {number} minutes
   * @param {() => void} onChange when a reader or the end of time changed it
   */
  constructor(minutes, onChange) {
    this.#seconds = minutes * 60;
    this.#state = { left: this.#seconds, mode: "waiting" };
    this.#onChange = onChange;
    this.element = h("p", { class: "pb-clock" }, this.#shown, " ", this.#hold, " ", this.#without);
    this.#hold.addEventListener("click", () =>
      this.#toggle(this.#state.mode === "running" ? "held" : "running"),
    );
    this.#without.addEventListener("click", () => this.#toggle(this.#state.mode === "off" ? "held" : "off"));
    this.#show();
  }

  /** @returns {ClockState} */
  get state() {
    return { ...this.#state, left: this.#left() };
  }

  /** A clock that was running when the page was left has been held since. */
  set state({ left, mode }) {
    const known = Number.isFinite(left) ? Math.min(Math.max(left, 0), this.#seconds) : this.#seconds;
    this.#set(known, mode === "running" ? "held" : mode);
  }

  /** The first step of a game starts it; one that is held or off stays so. */
  begin() {
    if (this.#state.mode === "waiting") this.#set(this.#state.left, "running");
  }

  /** The game is over: the time that was left stays. */
  halt() {
    if (this.#state.mode === "running") this.#set(this.#left(), "held");
  }

  /** A new game has all its time again; a reader who plays without a clock still does. */
  reset() {
    this.#set(this.#seconds, this.#state.mode === "off" ? "off" : "waiting");
  }

  stop() {
    clearInterval(this.#ticking);
  }

  /** @param {ClockState["mode"]} mode */
  #toggle(mode) {
    this.#set(this.#left(), mode);
    this.#onChange();
  }

  /**
   * @param {number} left
   * @param {ClockState["mode"]} mode
   */
  #set(left, mode) {
    clearInterval(this.#ticking);
    this.#state = { left, mode };
    this.#endsAt = Date.now() + left * 1000;
    if (mode === "running") this.#ticking = setInterval(() => this.#tick(), 1000);
    this.#show();
  }

  #tick() {
    if (this.#left() > 0) return this.#show();
    this.#set(0, "held");
    this.#onChange();
  }

  #left() {
    if (this.#state.mode !== "running") return this.#state.left;
    return Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1000));
  }

  #show() {
    const { mode } = this.#state;
    const left = this.#left();
    const time = asTime(left * 1000);
    const key = mode === "off" ? "off" : left === 0 ? "over" : mode === "held" ? "held" : "left";
    this.#shown.textContent = word(`game-clock.${key}`, { time });
    this.#hold.textContent = word(mode === "running" ? "game-clock.hold" : "game-clock.go");
    this.#hold.hidden = mode === "off" || left === 0;
    this.#without.textContent = word(mode === "off" ? "game-clock.with" : "game-clock.without");
  }
}
