/** A check that is all data: what number, order, match, classify and placement share around their own way of answering. */

import { authored, h } from "../dom.js";
import { recordOf } from "../progress/record.js";
import { Hints, SolutionView } from "../views/ladder.js";
import { Toolbar } from "../views/toolbar.js";
import { VerdictView } from "../views/verdict.js";
import { word } from "../words.js";
import { Payload } from "./payload.js";

/** @import { CheckData, TaskPayload } from "../types.js" */

/**
 * @typedef {object} Mark what is said under one item
 * @property {"right" | "wrong" | "missed"} outcome missed: nothing was answered there
 * @property {string} title
 * @property {string} [html] authored
 * @property {Node[]} [nodes] what else is said there
 */

/**
 * @typedef {object} Judged
 * @property {number} passed
 * @property {number} total
 * @property {Mark[]} marks by item, in the order of the page's source
 * @property {Node[]} [after] what is said of all of them together
 */

/**
 * A kind's own part: how one answers, and what an answer is worth.
 * @typedef {object} Face
 * @property {() => unknown} read the answer as JSON carries it
 * @property {(draft: unknown) => void} write brings an answer back; null, or anything that doesn't fit: the start
 * @property {() => string | null} gap why there is nothing to judge yet, in words
 * @property {(payload: any) => Judged} judge
 * @property {(payload: any) => Node[]} answers the right ones, for the solution
 * @property {string} kind names its words
 */

/** @typedef {new (task: HTMLElement, changed: (item: Element) => void, submit: () => void) => Face} FaceClass */

export class Exercise {
  #section;
  #payload;
  #task;
  #face;
  #record;
  #verdict;
  #toolbar;
  #after = h("div", { class: "pb-card pb-prose", hidden: true });
  #hints = new Hints();
  #solution = new SolutionView();
  #touched = false;

  /**
   * @param {HTMLElement} section
   * @param {CheckData} data
   * @param {FaceClass} Face
   */
  constructor(section, data, Face) {
    this.#section = section;
    this.#task = /** @type {HTMLElement} */ (section.querySelector(".pb-task"));
    this.#record = recordOf(`check:${section.dataset.check}`);
    this.#verdict = new VerdictView(section);
    /** @type {Payload<TaskPayload & Record<string, any>>} */
    this.#payload = new Payload(data, this.#verdict);
    this.#toolbar = new Toolbar(this.#actions());
    this.#face = new Face(
      this.#task,
      (item) => this.#changed(item),
      () => this.check(),
    );
    this.#task.after(
      this.#toolbar.element,
      this.#verdict.element,
      this.#after,
      this.#hints.element,
      this.#solution.element,
    );
    this.#bringBack();
  }

  #actions() {
    const hint = Number(this.#task.dataset.hints) > 0 ? { hint: () => this.#hint() } : {};
    return {
      check: () => this.check(),
      reset: () => this.#reset(),
      ...hint,
      solution: () => this.#ask(),
    };
  }

  /** Judges the answer and puts feedback under each item. */
  async check() {
    this.#clear();
    const gap = this.#face.gap();
    if (gap) return this.#verdict.remark(gap);
    this.#section.dataset.state = "running";
    const payload = await this.#payload.readToJudge();
    if (payload) this.#show(this.#face.judge(payload));
    this.#section.dataset.state = "done";
  }

  stop() {
    this.#record.flush();
  }

  /** @param {Judged} judged */
  #show({ passed, total, marks, after = [] }) {
    const verdict = passed === total ? "passed" : "failed";
    marks.forEach((mark, index) => {
      this.#mark(index, mark);
    });
    this.#say(after);
    const said = word(`${this.#face.kind}.${verdict}`, { passed, total });
    this.#verdict.announce(verdict, said);
    this.#record.attempted({ verdict, score: passed, of: total }, { said });
  }

  /**
   * @param {number} index
   * @param {Mark} mark
   */
  #mark(index, { outcome, title, html, nodes = [] }) {
    const item = this.#task.querySelector(`[data-item="${index}"]`);
    if (!item) return;
    unmark(item); // two presses may wait for the same payload
    item.setAttribute("data-outcome", outcome);
    item.append(
      h(
        "div",
        { class: "pb-option-feedback", "data-outcome": outcome },
        h("strong", {}, `${title} `),
        authored(html ?? ""),
        ...nodes,
      ),
    );
  }

  /** @param {Node[]} nodes */
  #say(nodes) {
    this.#after.replaceChildren(...nodes);
    this.#after.hidden = nodes.length === 0;
  }

  /**
   * What is said of an item holds until it is answered anew; what isn't judged itself may be what all else rests on.
   * @param {Element} item
   */
  #changed(item) {
    this.#touched = true;
    if (item.matches("[data-item]")) unmark(item);
    else this.#forget();
    this.#say([]);
    this.#record.keep(this.#face.read());
  }

  async #bringBack() {
    const draft = await this.#record.draft();
    if (draft !== null && !this.#touched) this.#face.write(draft);
  }

  async #hint() {
    const payload = await this.#payload.readToHelp();
    if (!payload) return;
    this.#record.helped("hint");
    if (!this.#hints.next(payload.hints)) this.#toolbar.disable("hint");
  }

  #ask() {
    if (this.#record.kept().attempts.length > 0) this.#reveal();
    else
      this.#solution.ask(
        () => this.#reveal(),
        () => this.#toolbar.focus(),
      );
  }

  /** Answers nothing for the reader: shows what is right, and how one gets there. */
  async #reveal() {
    const payload = await this.#payload.readToHelp();
    if (!payload) return;
    this.#record.helped("solution");
    const derivation = h("div", { class: "pb-prose" }, authored(payload.solution));
    this.#solution.show([...this.#face.answers(payload), derivation]);
  }

  #reset() {
    this.#forget();
    this.#touched = true;
    this.#face.write(null);
    this.#record.keep(null);
  }

  /** As before any attempt. */
  #forget() {
    this.#clear();
    this.#section.dataset.state = "idle";
  }

  #clear() {
    this.#verdict.clear();
    this.#say([]);
    for (const item of this.#task.querySelectorAll("[data-item]")) unmark(item);
  }
}

/**
 * @param {FaceClass} Face
 * @returns the element of a kind, as main.js registers it
 */
export function exerciseWith(Face) {
  return class extends Exercise {
    /**
     * @param {HTMLElement} section
     * @param {CheckData} data
     */
    constructor(section, data) {
      super(section, data, Face);
    }
  };
}

/** @param {Element} item */
function unmark(item) {
  item.removeAttribute("data-outcome");
  item.querySelector(".pb-option-feedback")?.remove();
}
