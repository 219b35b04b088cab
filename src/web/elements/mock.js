/** A mock interview on its own page: the draw, the start, and afterwards the report. */

import { getContext } from "../context.js";
import { freshId, h } from "../dom.js";
import { placeOf, standing } from "../mock/bar.js";
import { anySeed, SEEDS } from "../mock/draw.js";
import { begun, reopened } from "../mock/session.js";
import { getStore } from "../mock/store.js";
import { button } from "../views/button.js";
import { outcome, report } from "../views/report.js";
import { UndoNote } from "../views/undo.js";
import { VerdictView } from "../views/verdict.js";
import { word } from "../words.js";
import "../mock/words.js";
import { Payload } from "./payload.js";

/** @import { Session } from "../mock/session.js" */
/** @import { CheckData, MockPayload } from "../types.js" */

export class Mock {
  #section;
  #id;
  #payload;
  #store = getStore();
  #verdict;
  #undo = new UndoNote();
  #seed = h("input", { type: "number", min: 1, max: SEEDS - 1, id: freshId("seed"), value: anySeed() });
  #panel = h("div", { class: "pb-mock-panel" });
  #isDrawn;
  /** What is on the page: a sitting that only grew older isn't drawn again. */
  #drawn = "";
  #listen = () => void this.#draw();

  /**
   * @param {HTMLElement} section
   * @param {CheckData} data
   */
  constructor(section, data) {
    this.#section = section;
    this.#id = section.dataset.check ?? "";
    this.#isDrawn = section.querySelector("[data-drawn]") !== null;
    this.#verdict = new VerdictView(section);
    /** @type {Payload<MockPayload>} */
    this.#payload = new Payload(data, this.#verdict);
    section.querySelector(".pb-plan")?.after(this.#verdict.element, this.#undo.element, this.#panel);
    this.#store.addEventListener("change", this.#listen);
    this.#draw();
  }

  stop() {
    this.#store.removeEventListener("change", this.#listen);
  }

  async #draw() {
    const session = await this.#store.last(this.#id);
    const other = this.#store.underWay;
    const elsewhere = other && other.mock !== this.#id ? other : null;
    const key = JSON.stringify([session?.items, session?.over, session?.seed, elsewhere?.mock]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const hadFocus = this.#panel.contains(document.activeElement);
    if (session?.over) return this.#showReport(session, elsewhere);
    if (session) this.#showUnderWay(session);
    else this.#showStart(elsewhere);
    if (hadFocus) this.#focus();
  }

  /** @param {Session | null} elsewhere */
  #showStart(elsewhere) {
    this.#section.dataset.state = "idle";
    this.#verdict.clear();
    if (elsewhere) {
      const text = word("mock.elsewhere", { title: elsewhere.title });
      return this.#panel.replaceChildren(h("p", { class: "pb-say" }, text));
    }
    const start = button("mock.start", () => this.#start(), { main: true, icon: "run" });
    const draw = this.#isDrawn ? this.#drawing() : [];
    this.#panel.replaceChildren(...draw, h("div", { class: "pb-bar" }, start));
  }

  /** The number of the draw, where there is something to draw. */
  #drawing() {
    const label = h("label", { for: this.#seed.id }, word("mock.seed"));
    const again = button("mock.redraw", () => (this.#seed.value = String(anySeed())));
    const help = h("p", { class: "pb-say", id: freshId("help") }, word("mock.seed-help"));
    this.#seed.setAttribute("aria-describedby", help.id);
    return [h("div", { class: "pb-seed" }, label, this.#seed, again), help];
  }

  async #start() {
    const plan = await this.#payload.readToHelp();
    if (!plan) return;
    const seed = Math.min(Math.max(Math.round(this.#seed.valueAsNumber) || anySeed(), 1), SEEDS - 1);
    this.#undo.withdraw();
    this.#store.put(begun(plan, this.#url, seed, Date.now()));
  }

  /** @param {Session} session */
  #showUnderWay(session) {
    this.#section.dataset.state = "running";
    this.#verdict.clear();
    const said = word(this.#isDrawn ? "mock.under-way" : "mock.under-way-whole", { seed: session.seed });
    this.#verdict.remark(said);
    const links = session.items.map((item) =>
      h("li", {}, h("a", { href: placeOf(item.url) }, item.title), ` (${standing(item)})`),
    );
    const finish = button("mock.finish", () => this.#store.finish());
    this.#panel.replaceChildren(
      h("ol", { class: "pb-mock-list" }, ...links),
      h("div", { class: "pb-bar" }, finish),
    );
  }

  /**
   * @param {Session} session
   * @param {Session | null} elsewhere
   */
  async #showReport(session, elsewhere) {
    const plan = await this.#payload.read().catch(() => null);
    const hasJustEnded = this.#section.dataset.state === "running";
    this.#section.dataset.state = "done";
    const { name, text } = outcome(session);
    this.#verdict.announce(name, text);
    const sheet = report(session, plan, (note) => this.#store.put({ ...session, note }));
    const again = button("report.again", () => this.#store.put(reopened(session, Date.now())));
    const reset = button("button.reset", () => this.#reset(session), { icon: "reset" });
    const print = button("report.print", () => printAlone(sheet), { main: true });
    const buttons = elsewhere ? [print, reset] : [print, again, reset];
    this.#panel.replaceChildren(sheet, h("div", { class: "pb-bar" }, ...buttons));
    if (hasJustEnded) sheet.focus();
  }

  /** @param {Session} session */
  #reset(session) {
    this.#store.drop(this.#id);
    this.#undo.offer(word("mock.was-reset"), () => this.#store.put(session));
  }

  #focus() {
    this.#panel.querySelector(/** @type {"a"} */ ("a, button, textarea"))?.focus({ preventScroll: true });
  }

  get #url() {
    const { origin, pathname } = location;
    return `${origin}${pathname}`.slice(getContext().base.href.length).concat(`#${this.#section.id}`);
  }
}

/**
 * Prints one element of the page without the rest; see style/mock.css.
 * @param {HTMLElement} sheet
 */
function printAlone(sheet) {
  sheet.toggleAttribute("data-printing", true);
  addEventListener("afterprint", () => sheet.removeAttribute("data-printing"), { once: true });
  print();
}
