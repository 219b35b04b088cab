/** The reader's control over what is kept for reading without a network, at the foot of each page. */

import { h } from "../dom.js";
import { download, freeBytes, missingFiles } from "../offline/download.js";
import { pagesAmong, sizeOf, wholeBook } from "../offline/edition.js";
import { getKeeper } from "../offline/start.js";
import { decimal, word } from "../words.js";

/** @import { Edition } from "../offline/types.js" */

/** @typedef {"make" | "stop" | "turn-off" | "turn-on"} Action */

export class OfflineElement extends HTMLElement {
  #keeper = getKeeper();
  /** @type {AbortController | null} of a download under way */
  #stop = null;
  /** What the last download came to, until something else happens. */
  #said = "";
  #update = () => void this.#draw();
  #status = h("p", { role: "status" });
  #bar = h("progress", { max: 1, value: 0, "aria-label": word("offline.make") });
  #bytes = h("span");
  #meter = h("p", { class: "pb-offline-meter", hidden: true }, this.#bar, this.#bytes);
  /** @type {Record<Action, HTMLButtonElement>} */
  #buttons = {
    make: this.#button("make", () => this.#make()),
    stop: this.#button("stop", () => this.#stop?.abort()),
    "turn-off": this.#button("turn-off", () => this.#turn("turnOff")),
    "turn-on": this.#button("turn-on", () => this.#turn("turnOn")),
  };

  connectedCallback() {
    if (!this.#keeper?.available) return;
    const { file = "", revision = "" } = this.dataset;
    if (!this.firstChild) this.#build();
    this.#keeper.addEventListener("change", this.#update);
    this.#keeper.show({ file, revision });
    this.#draw();
  }

  disconnectedCallback() {
    this.#keeper?.removeEventListener("change", this.#update);
    this.#stop?.abort();
  }

  #build() {
    const bar = h("div", { class: "pb-bar" }, ...Object.values(this.#buttons));
    const label = word("offline.label");
    this.append(
      h("section", { class: "pb pb-offline", "aria-label": label }, this.#status, this.#meter, bar),
    );
  }

  async #draw() {
    const keeper = this.#keeper;
    if (!keeper || this.#stop) return;
    const { edition, off } = keeper;
    this.hidden = !off && !edition;
    this.dataset.state = off ? "off" : keeper.settled ? "kept" : "keeping";
    const missing = edition ? await missingFiles(keeper.shelf, edition) : [];
    this.#show("make", edition !== null && missing.length > 0);
    this.#show("stop", false);
    this.#show("turn-off", edition !== null);
    this.#show("turn-on", off);
    if (edition) this.#say(this.#said || (keeper.full ? word("offline.full") : standing(edition, missing)));
    if (off) this.#say(word("offline.off"));
  }

  async #make() {
    const { edition = null, shelf } = this.#keeper ?? {};
    if (!edition || !shelf) return;
    this.#stop = new AbortController();
    const hadFocus = document.activeElement === this.#buttons.make;
    for (const action of /** @type {Action[]} */ (["make", "turn-off"])) this.#show(action, false);
    this.#show("stop", true);
    if (hadFocus) this.#buttons.stop.focus();
    this.#say(word("offline.fetching"));
    await navigator.storage?.persist?.().catch(() => false);
    const end = await download(shelf, edition, this.#stop.signal, (done, total) => this.#count(done, total));
    this.#stop = null;
    this.#meter.hidden = true;
    await this.#tell(end, edition, await missingFiles(shelf, edition));
    await this.#draw();
    if (hadFocus) this.#focusFirst();
  }

  /**
   * Bytes in words beside the bar, outside the status: a screen reader isn't told each of them.
   * @param {number} done
   * @param {number} total
   */
  #count(done, total) {
    this.#meter.hidden = false;
    this.#bar.value = done / total;
    this.#bytes.textContent = word("offline.progress", { done: mb(done), total: mb(total) });
  }

  /**
   * @param {string} end
   * @param {Edition} edition
   * @param {string[]} missing
   */
  async #tell(end, edition, missing) {
    const free = await freeBytes();
    const values = { missing: mb(sizeOf(missing, edition)), free: Number.isFinite(free) ? mb(free) : "?" };
    this.#said = end === "done" ? "" : word(`offline.end.${end}`, values);
  }

  /** @param {"turnOff" | "turnOn"} way */
  async #turn(way) {
    this.#said = "";
    await this.#keeper?.[way]();
    await this.#draw();
    this.#focusFirst();
  }

  #focusFirst() {
    Object.values(this.#buttons)
      .find(({ hidden }) => !hidden)
      ?.focus();
  }

  /** @param {string} text */
  #say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /**
   * @param {Action} action
   * @param {boolean} shown
   */
  #show(action, shown) {
    this.#buttons[action].hidden = !shown;
  }

  /**
   * @param {Action} action
   * @param {() => void} act
   */
  #button(action, act) {
    const button = h(
      "button",
      { type: "button", class: "pb-button", hidden: true },
      word(`offline.${action}`),
    );
    button.addEventListener("click", act);
    return button;
  }
}

/**
 * What is kept, in words, and what the rest would cost.
 * @param {Edition} edition
 * @param {string[]} missing
 */
function standing(edition, missing) {
  const whole = wholeBook(edition);
  const kept = whole.filter((file) => !missing.includes(file));
  const values = {
    pages: pagesAmong(kept, edition).length,
    total: pagesAmong(whole, edition).length,
    size: mb(sizeOf(kept, edition)),
    missing: mb(sizeOf(missing, edition)),
  };
  if (missing.length === 0) return word("offline.whole", values);
  const runs = !missing.some((file) => edition.files[file]?.group === "runtime");
  return `${word("offline.some", values)} ${word(runs ? "offline.runs" : "offline.reads")} ${word("offline.rest", values)}`;
}

/** @param {number} bytes in megabytes; little is not nothing */
function mb(bytes) {
  return decimal(Math.max(bytes / 1_000_000, bytes > 0 ? 0.1 : 0), 1);
}
