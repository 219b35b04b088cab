/** The page's side of reading without a network: registers the service worker, and tells it what a reader visits. */

import { ask } from "./ask.js";
import { clear, Shelf } from "./shelf.js";

/** @import { Edition, Told } from "./types.js" */

/** A tab asks for a new edition at most this often, in ms. */
const CHECK_MS = 60_000;
/** What a page loads is reported in batches, this long, in ms, after the last. */
const BATCH_MS = 400;
/** The service worker has this long, in ms, to end what it is keeping. */
const PATIENCE_MS = 2000;
/** The mark at the first output of a run: what each start of Python needs has arrived, the rest is in nobody's way. */
const OUTPUT = "prepbook:output";

/** @typedef {{file: string, revision: string}} ShownPage what is on the screen, as its own markup says */

/**
 * Events: "change" when anything below may have changed; "stale" when the page shown is older than the site's,
 * "current" when it isn't.
 * Where the browser has no service workers (plain HTTP, some private windows) it stays unavailable, silently.
 */
export class Keeper extends EventTarget {
  #base;
  #script;
  /** @type {ServiceWorkerRegistration | null} */
  #registration = null;
  /** @type {ShownPage | null} */
  #page = null;
  /** @type {Set<string>} loaded by this page and not yet reported */
  #loaded = new Set();
  #ran = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #checked = 0;
  /** The edition and page that were offered last. */
  #answered = "";

  /** @type {Edition | null} the list by which the service worker serves; null until it answers */
  edition = null;
  /** The browser refused to keep more. */
  full = false;
  /** Whether all that this page has loaded is kept. */
  settled = false;

  /**
   * @param {URL} base the site root
   * @param {string} script the service worker's name there
   */
  constructor(base, script) {
    super();
    this.#base = base;
    this.#script = new URL(script, base);
    this.shelf = new Shelf(base);
  }

  get available() {
    return "serviceWorker" in navigator && "caches" in globalThis;
  }

  /** Whether the reader turned it off, in this browser and for this book. */
  get off() {
    try {
      return localStorage.getItem(this.#offKey) !== null;
    } catch {
      return false;
    }
  }

  get #offKey() {
    return `prepbook:${this.#base.pathname}:offline-off`;
  }

  /** @param {ShownPage} page now on the screen; instant navigation shows one after the other */
  show(page) {
    this.#page = page;
    if (!this.#registration) return;
    this.#report();
    this.#check();
  }

  async start() {
    if (!this.available || this.off || this.#registration) return;
    try {
      this.#registration = await navigator.serviceWorker.register(this.#script);
    } catch (error) {
      console.info("prepbook: this visit isn't kept for reading offline:", error);
      return;
    }
    this.#checked = Date.now();
    await navigator.serviceWorker.ready;
    this.#listen();
    this.#report();
  }

  /** Unregisters and removes what is kept, answers excepted, until the reader turns it on again. */
  async turnOff() {
    attempt(() => localStorage.setItem(this.#offKey, "1"));
    clearTimeout(this.#timer);
    this.edition = null;
    this.full = false;
    await this.#settleOff();
    await retire(this.#base, this.#script);
    this.#registration = null;
    this.#changed();
  }

  /** What the service worker is keeping at this moment would otherwise arrive after everything was removed. */
  #settleOff() {
    return new Promise((resolve) => {
      setTimeout(resolve, PATIENCE_MS); // A worker that hangs doesn't keep a reader from turning it off.
      const active = this.#registration?.active;
      if (active) ask(active, { kind: "off" }, resolve);
      else resolve(null);
    });
  }

  async turnOn() {
    attempt(() => localStorage.removeItem(this.#offKey));
    this.#loaded = new Set(performance.getEntriesByType("resource").map(({ name }) => name));
    await this.start();
    const active = this.#registration?.active; // The browser may have revived the very worker that was turned off.
    if (active) ask(active, { kind: "on" }, () => {});
    this.#report();
    this.#changed();
  }

  #listening = false;

  #listen() {
    if (this.#listening) return;
    this.#listening = true;
    navigator.serviceWorker.addEventListener("message", ({ data }) => this.#hear(data, true));
    navigator.serviceWorker.startMessages();
    document.addEventListener(
      "visibilitychange",
      () => document.visibilityState === "visible" && this.#check(),
    );
    addEventListener("online", () => this.#check());
    for (const type of ["resource", "mark"]) {
      new PerformanceObserver((list) => this.#note(list.getEntries())).observe({ type, buffered: true });
    }
  }

  /** @param {PerformanceEntryList} entries */
  #note(entries) {
    for (const { name } of entries) {
      if (name === OUTPUT) this.#ran = true;
      else if (name.startsWith(this.#base.href)) this.#loaded.add(name);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#report(), BATCH_MS);
  }

  /** Asks whether there is a new edition; the browser's own check waits for a navigation, which a tab may never make. */
  #check() {
    if (Date.now() - this.#checked < CHECK_MS) return;
    this.#checked = Date.now();
    this.#registration?.update().catch(() => {});
  }

  #report() {
    const active = this.#registration?.active;
    if (!active || !this.#page || this.off) return;
    if (active.state === "activating") {
      // It has the new page's list, but hasn't taken over this tab yet, whose earlier files may be nowhere but with it.
      active.addEventListener("statechange", () => this.#report(), { once: true });
      return;
    }
    const urls = [...this.#loaded];
    this.#loaded.clear();
    this.settled = false;
    ask(active, { kind: "visited", file: this.#page.file, urls, ran: this.#ran }, (told) => {
      // A worker that was replaced meanwhile answers by an old list.
      if (active === this.#registration?.active) this.#hear(told);
    });
  }

  /**
   * @param {Told} told
   * @param {boolean} [unasked] by a worker that has just taken over: there is no newer one
   */
  #hear(told, unasked = false) {
    if (this.off) return;
    if (told?.kind === "edition") {
      this.edition = told.edition;
      this.#compare(unasked);
    }
    if (told?.kind === "kept") Object.assign(this, { full: false, settled: true });
    if (told?.kind === "no-room") this.full = true;
    this.#changed();
  }

  /**
   * A page that differs from the list is newer than the list, or older. It is older if the site has no newer list:
   * then the reader is offered the new page, once.
   * @param {boolean} newest whether the list is known to be the site's
   */
  async #compare(newest) {
    const asked = `${this.edition?.edition} ${this.#page?.file}`;
    if (this.#isCurrent()) this.dispatchEvent(new Event("current"));
    if (this.#isCurrent() || this.#answered === asked) return;
    if (!newest && !(await this.#isNewest())) return;
    if (this.#isCurrent()) return;
    this.#answered = asked;
    this.dispatchEvent(new Event("stale"));
  }

  /** Without a network nobody knows, and there is nothing to offer. */
  async #isNewest() {
    const registration = this.#registration;
    const asked = await registration?.update().catch(() => null);
    return Boolean(asked && !registration?.installing && !registration?.waiting);
  }

  #isCurrent() {
    const listed = this.#page && this.edition?.files[this.#page.file];
    return !listed || listed.revision === this.#page?.revision;
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * Ends what an earlier build of the book left at this address: `mkdocs serve` and offline: false.
 * @param {URL} base
 * @param {URL} script another worker at the same address isn't ours and stays
 */
export async function retire(base, script) {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(base.href);
  const { scriptURL } = registration?.active ?? registration?.installing ?? {};
  if (registration?.scope === base.href && scriptURL === script.href) await registration.unregister();
  await clear(base);
}

/** @param {() => void} access to storage that may be blocked */
function attempt(access) {
  try {
    access();
  } catch (error) {
    console.warn("prepbook: the choice can't be remembered in this browser:", error);
  }
}
