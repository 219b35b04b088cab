/** The reader's say over what is kept: export, import with preview and undo, forget. */

import { h } from "../dom.js";
import { word } from "../words.js";
import {
  changesBy,
  exportText,
  ImportError,
  importText,
  MAX_BYTES,
  withChanges,
  withoutChanges,
} from "./transfer.js";

/** @import { Progress } from "../progress/progress.js" */
/** @import { Change } from "./transfer.js" */

export class KeptData {
  #progress;
  #titles;
  #said = h("p");
  #status = h("p", { role: "status" });
  /** A question, its answers as buttons, or what can be undone. */
  #question = h("div", { class: "pb-card", hidden: true });
  #file = h("input", { type: "file", accept: ".json,application/json", hidden: true });
  /** The buttons that open something; one of them has the focus again when that is answered. */
  #import = button("import", () => this.#file.click());
  #forget = button("forget", () => this.#askToForget());

  /**
   * @param {Progress} progress
   * @param {Map<string, string>} titles of checks, by item
   */
  constructor(progress, titles) {
    this.#progress = progress;
    this.#titles = titles;
    this.#file.addEventListener("change", () => this.#chosen());
    const bar = h("div", { class: "pb-bar" }, this.#exportButton(), this.#import, this.#forget);
    const title = h("h2", {}, word("readiness.data"));
    this.element = h(
      "section",
      { class: "pb pb-kept-data" },
      title,
      this.#said,
      bar,
      this.#file,
      this.#question,
      this.#status,
    );
  }

  /** What is kept, counted. */
  draw() {
    const { aside } = this.#progress.vault;
    const said = [word("readiness.data.said", this.#counts())];
    if (aside.length > 0) said.push(word("readiness.aside", { count: aside.length }));
    this.#said.textContent = said.join(" ");
  }

  #counts() {
    const items = this.#progress.items();
    const drafts = items.filter(({ draft }) => draft?.value !== null && draft !== null).length;
    const attempts = items.reduce((sum, item) => sum + item.attempts.length, 0);
    return { drafts, attempts, items: items.length };
  }

  #exportButton() {
    return button("export", () => {
      const now = Date.now();
      const text = exportText(this.#progress.items(), this.#progress.vault.aside, now);
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      const day = new Date(now).toISOString().slice(0, 10);
      h("a", { href: url, download: `prepbook-progress-${day}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
  }

  async #chosen() {
    const [file] = this.#file.files ?? [];
    if (!file) return;
    this.#close();
    try {
      if (file.size > MAX_BYTES) throw new ImportError("huge");
      const changes = changesBy(this.#progress.items(), importText(await file.text()));
      if (changes.length === 0) this.#status.textContent = word("readiness.import.nothing");
      else this.#preview(changes);
    } catch (error) {
      const reason = error instanceof ImportError ? error.message : "unread";
      this.#status.textContent = word(`readiness.import.refused.${reason}`);
    }
    this.#file.value = ""; // So that the same file can be chosen again.
  }

  /** @param {Change[]} changes */
  #preview(changes) {
    const rows = changes.map((change) => h("li", {}, this.#inWords(change)));
    this.#ask(
      [h("p", {}, word("readiness.import.preview", { count: changes.length })), h("ul", {}, ...rows)],
      button("import.yes", () => this.#merge(changes)),
      button("import.no", () => this.#leave(this.#import)),
    );
  }

  /** @param {Change} change */
  #inWords({ before, after, draft, attempts }) {
    const parts = [];
    if (draft) parts.push(word("readiness.import.draft"));
    else if (after.draft?.value && !before.draft?.value) parts.push(word("readiness.import.new-draft"));
    if (attempts > 0) parts.push(word("readiness.import.attempts", { attempts }));
    if (parts.length === 0) parts.push(word("readiness.import.help"));
    const name = this.#titles.get(after.id) ?? after.id.replace(/^\w+:/, "");
    return word("readiness.import.change", { name, changes: parts.join(", ") });
  }

  /** @param {Change[]} changes */
  async #merge(changes) {
    const done = await this.#replace(() => withChanges(this.#progress.items(), changes));
    if (!done) return;
    this.#status.textContent = word("readiness.import.done", { count: changes.length });
    const undo = button("import.undo", async () => {
      if (!(await this.#replace(() => withoutChanges(this.#progress.items(), changes)))) return;
      this.#status.textContent = word("readiness.import.undone");
      this.#leave(this.#import);
    });
    this.#ask([], undo);
    undo.focus();
  }

  #askToForget() {
    this.#close();
    const keep = button("forget.no", () => this.#leave(this.#forget));
    const yes = button("forget.yes", () => this.#forgetAll());
    this.#ask([h("p", {}, word("readiness.forget.ask", this.#counts()))], yes, keep);
    keep.focus();
  }

  async #forgetAll() {
    try {
      await this.#progress.forget();
      this.#status.textContent = word("readiness.forget.done");
    } catch (error) {
      this.#refused(error);
    }
    this.#leave(this.#forget);
  }

  /**
   * @param {() => import("../progress/item.js").Item[]} items all there shall be
   * @returns {Promise<boolean>} whether it is so
   */
  async #replace(items) {
    try {
      await this.#progress.replace(items());
      return true;
    } catch (error) {
      this.#refused(error);
      return false;
    }
  }

  /** @param {unknown} error */
  #refused(error) {
    console.warn("prepbook: the browser's database refused:", error);
    this.#status.textContent = word("readiness.refused");
  }

  /**
   * @param {Node[]} content
   * @param {...HTMLButtonElement} buttons
   */
  #ask(content, ...buttons) {
    this.#question.replaceChildren(...content, h("div", { class: "pb-bar" }, ...buttons));
    this.#question.hidden = false;
    if (content.length > 0) buttons[0]?.focus();
  }

  /** @param {HTMLButtonElement} button that has the focus now */
  #leave(button) {
    this.#question.hidden = true;
    button.focus();
  }

  #close() {
    this.#question.hidden = true;
    this.#status.textContent = "";
  }
}

/**
 * @param {string} name
 * @param {() => void} act
 */
function button(name, act) {
  const made = h("button", { type: "button", class: "pb-button" }, word(`readiness.${name}`));
  made.addEventListener("click", act);
  return made;
}
