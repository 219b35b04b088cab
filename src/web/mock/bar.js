/** The bar of a mock under way, on every page: the time, the parts, flag, pause and finish. */

import { extended, left, markPassed } from "../clock.js";
import { getContext } from "../context.js";
import { h, icon } from "../dom.js";
import { button } from "../views/button.js";
import { MORE_MINUTES, timeText } from "../views/timer.js";
import { word } from "../words.js";
import "./words.js";
import { flagged, pausedAt, resumedAt, turnedTo } from "./session.js";

/** @import { Item, Session } from "./session.js" */
/** @import { MockStore } from "./store.js" */

export class MockBar {
  #store;
  /** @type {string} which sitting the bar was built for */
  #built = "";
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  #before = 0;
  #time = h("span", { role: "timer", class: "pb-mock-time" });
  #status = h("p", { class: "pb-mock-status", role: "status" });
  #title = h("summary");
  #list = h("ol", { class: "pb-mock-list" });
  #plan = h("a", {}, word("mock.plan"));
  #flag = button("mock.flag", () => this.#toggleFlag());
  #pause = button("mock.pause", () => this.#togglePause());
  #finish = button("mock.finish", () => this.#end());
  #more = button("clock.more", () => this.#extend());
  #element = h("aside", { class: "pb pb-mock", hidden: true });

  /** @param {MockStore} store */
  constructor(store) {
    this.#store = store;
    const parts = h("div", { class: "pb-mock-parts" }, this.#list, this.#plan, this.#more);
    const details = h("details", {}, this.#title, parts);
    const buttons = h("div", { class: "pb-bar" }, this.#flag, this.#pause, this.#finish);
    this.#element.append(icon("clock"), this.#time, details, buttons, this.#status);
    this.#list.addEventListener("click", ({ target }) => {
      details.removeAttribute("open");
      this.#turnTo(target);
    });
  }

  /** Draws the sitting as it stands; without one there is no bar. */
  draw() {
    const session = this.#store.underWay;
    this.#element.hidden = session === null;
    clearInterval(this.#ticking);
    if (!session) return this.#leave();
    if (!this.#element.isConnected) document.body.append(this.#element);
    this.#build(session);
    this.#update(session);
    this.#ticking = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  #leave() {
    this.#built = "";
    this.#status.replaceChildren();
    this.#element.remove();
  }

  /**
   * Once for a sitting, so that a reader who is in the bar isn't thrown out of it.
   * @param {Session} session
   */
  #build(session) {
    const key = JSON.stringify([session.mock, session.seed, session.items.map(({ id }) => id)]);
    if (key === this.#built) return;
    this.#built = key;
    this.#before = left(session.clock);
    this.#element.setAttribute("aria-label", word("mock.label", { title: session.title }));
    this.#element.dataset.mock = session.mock;
    this.#plan.href = placeOf(session.url);
    this.#list.replaceChildren(
      ...session.items.map(({ title, url }) =>
        h("li", {}, h("a", { href: placeOf(url) }, title), " ", h("span")),
      ),
    );
  }

  /** @param {Session} session */
  #update({ items, current, clock }) {
    const index = Math.max(
      0,
      items.findIndex(({ id }) => id === current),
    );
    const item = items[index];
    const minutes = item?.planned ?? 0;
    const values = { number: index + 1, total: items.length, title: item?.title ?? "", minutes };
    this.#title.textContent = word(minutes ? "mock.part-planned" : "mock.part", values);
    this.#flag.textContent = word(item?.flag ? "mock.unflag" : "mock.flag");
    this.#pause.textContent = word(clock.runs ? "mock.pause" : "mock.resume");
    items.forEach((each, place) => {
      const line = this.#list.children[place];
      line?.firstElementChild?.setAttribute("aria-current", String(place === index));
      if (line?.lastChild) line.lastChild.textContent = `(${standing(each)})`;
    });
  }

  #tick() {
    this.#store.tick();
    const clock = this.#store.underWay?.clock;
    if (!clock) return;
    const now = left(clock);
    const text = timeText(clock);
    this.#time.textContent = clock.runs ? text : word("clock.stopped", { text });
    this.#element.toggleAttribute("data-over", now <= 0);
    const mark = markPassed(this.#before, now);
    if (mark !== null) this.#status.textContent = word(`clock.mark-${mark}`);
    this.#before = now;
  }

  /**
   * Whoever follows a link is at that part from now on.
   * @param {EventTarget | null} target
   */
  #turnTo(target) {
    const line = target instanceof Element ? target.closest("li") : null;
    const item = line && this.#store.underWay?.items[[...this.#list.children].indexOf(line)];
    if (item) this.#store.change((session) => turnedTo(session, item.id));
  }

  #toggleFlag() {
    this.#store.change((session) => (session.current ? flagged(session, session.current) : session));
  }

  #togglePause() {
    const runs = this.#store.underWay?.clock.runs ?? false;
    this.#store.change(runs ? pausedAt : resumedAt);
    this.#status.textContent = word(runs ? "mock.paused" : "mock.resumed");
  }

  #extend() {
    this.#status.replaceChildren();
    this.#store.change((session) => ({ ...session, clock: extended(session.clock, MORE_MINUTES) }));
  }

  /** The report stands on the mock's own page; whoever is there is led to it by that page. */
  #end() {
    const { href, pathname } = this.#plan;
    this.#store.finish();
    if (pathname !== location.pathname) location.assign(href);
  }
}

/** @param {Item} item */
export function standing({ verdict, tries, flag }) {
  const state = word(`mock.${verdict === "passed" ? "done" : tries > 0 ? "tried" : "open"}`);
  return flag ? `${state}, ${word("mock.flagged")}` : state;
}

/**
 * A place in this book. What was kept may come from a file, so it can lead nowhere else.
 * @param {string} url relative to the site root
 */
export function placeOf(url) {
  const { base } = getContext();
  const place = new URL(url, base);
  return place.href.startsWith(base.href) ? place.href : base.href;
}
