/** A runnable example: the page's own code and output, with Run, Stop and Reset. */

import { getContext } from "../context.js";
import { h } from "../dom.js";
import { fetchFiles } from "../fetch_text.js";
import { OutputView } from "../views/output.js";
import { Progress } from "../views/progress.js";
import { Question } from "../views/question.js";
import { Toolbar } from "../views/toolbar.js";
import { word } from "../words.js";
import { Editing } from "./editing.js";
import { Jobs, LIMITS } from "./jobs.js";
import { showRunEnd } from "./run_end.js";
import { sessionOf } from "./session.js";

/** @import { JobEnd, Program, RunReport, SnippetData } from "../types.js" */
/** @import { Answers } from "./jobs.js" */

export class Snippet {
  /** @type {SnippetData} */
  #data;
  #base = document.baseURI;
  #output;
  #editing;
  #jobs;
  #limits;
  #session;

  /**
   * @param {HTMLElement} section
   * @param {SnippetData} data
   */
  constructor(section, data) {
    this.section = section;
    this.#data = data;
    this.#limits = data.limits ?? LIMITS;
    const path = section.dataset.snippet ?? "";
    const output = /** @type {HTMLElement} */ (section.querySelector("[data-output]"));
    this.#output = new OutputView(output);
    const toolbar = new Toolbar({
      run: () => this.run(),
      stop: () => this.#jobs.stop(),
      reset: () => this.#reset(),
    });
    const progress = new Progress();
    const question = new Question();
    this.#editing = new Editing({
      section,
      id: `snippet:${path}`,
      label: word("code.snippet", { path }),
      original: data.source,
      onSubmit: () => this.run(),
      onLeave: () => toolbar.focus(),
    });
    toolbar.element.append(this.#editing.help);
    this.#editing.note.after(toolbar.element, progress.element);
    output.after(question.element);
    this.#jobs = new Jobs(getContext().engine, { section, toolbar, progress, question });
    this.#session = data.session ? sessionOf(data.session) : null;
    this.#session?.join(this);
  }

  /** @returns {Promise<string>} the state it ended in; the present one while it runs already */
  async run() {
    if (this.#jobs.busy) return this.#state;
    performance.mark("prepbook:run");
    this.#output.clear();
    const turn = this.#session?.queue();
    /** @type {Program | null} */
    let program = null;
    const source = this.#editing.text;
    const end = await this.#jobs.perform({
      kind: "run",
      request: async (given) => {
        await turn?.ready;
        program = { ...(await this.#program(source)), ...given, answers: [...given.answers] };
        return this.#session ? { ...program, session: this.#session.request } : program;
      },
      limits: this.#limits,
      onOutput: (stream, text) => this.#output.write(stream, text),
      onCapped: () => this.#output.cap(this.#limits.output_kb),
      onAgain: () => this.#output.again(),
      ...(this.#session ? { session: this.#session.id } : {}),
    });
    this.#state = showRunEnd(end, this.#output, this.#limits, () => this.run());
    this.#endInSession(program, end);
    turn?.leave();
    return this.#state;
  }

  /** Ends a run under way and keeps what was typed: the element has left the page. */
  stop() {
    this.#jobs.stop();
    this.#editing.leave();
    this.#session?.leave(this);
  }

  /**
   * Says below the title how this block stands to the others of its session.
   * @param {string} text
   * @param {{label: string, act: () => void}} [action]
   */
  tell(text, action) {
    const line = this.section.querySelector(".pb-session");
    const button = action && h("button", { type: "button", class: "pb-link" }, action.label);
    button?.addEventListener("click", action?.act ?? (() => {}));
    line?.querySelector("span + span")?.remove();
    line?.append(h("span", {}, " ", text, button && " ", button));
  }

  /**
   * @param {Program | null} program
   * @param {JobEnd} end
   */
  #endInSession(program, end) {
    const session = this.#session;
    if (!session) return;
    const missing = session.missing(this);
    const type = end.kind === "report" && /** @type {RunReport} */ (end.report)?.error?.type;
    const action = { label: word("session.run-above"), act: () => session.runAbove(this) };
    if (session.ended(this, program, end)) this.#output.say(word("session.lost"), "note");
    else if (type === "NameError" && missing.length > 0) {
      const blocks = missing.map(({ section }) => section.dataset.snippet).join(", ");
      this.#output.say(word("session.missing", { blocks }), "note", action);
    }
  }

  /**
   * @param {string} source
   * @returns {Promise<Program>}
   */
  async #program(source) {
    const { filename = "snippet.py", files = {} } = this.#data;
    return { source, filename, files: await fetchFiles(files, this.#base) };
  }

  get #state() {
    return this.section.dataset.state ?? "";
  }

  set #state(state) {
    this.section.dataset.state = state;
  }

  #reset() {
    this.#editing.reset();
    this.#output.restore();
    this.#state = "idle";
  }
}
