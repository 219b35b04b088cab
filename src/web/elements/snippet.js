/** A runnable example: the page's own code and output, with Run, Stop and Reset. */

import { getContext } from "../context.js";
import { fetchFiles } from "../fetch_text.js";
import { OutputView } from "../views/output.js";
import { Progress } from "../views/progress.js";
import { Toolbar } from "../views/toolbar.js";
import { word } from "../words.js";
import { Editing } from "./editing.js";
import { showRunEnd } from "./run_end.js";
import { Session } from "./session.js";

/** @import { JobEnd, SnippetData } from "../types.js" */

/** Wall-clock limit of a run, in seconds, unless the page says otherwise. */
const LIMIT = 20;

export class Snippet {
  #section;
  /** @type {SnippetData} */
  #data;
  #base = document.baseURI;
  #output;
  #editing;
  #session;

  /**
   * @param {HTMLElement} section
   * @param {SnippetData} data
   */
  constructor(section, data) {
    this.#section = section;
    this.#data = data;
    const path = section.dataset.snippet ?? "";
    this.#output = new OutputView(/** @type {HTMLElement} */ (section.querySelector("[data-output]")));
    const toolbar = new Toolbar({
      run: () => this.run(),
      stop: () => this.stop(),
      reset: () => this.#reset(),
    });
    const progress = new Progress();
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
    this.#session = new Session(getContext().engine, { section, toolbar, progress });
  }

  async run() {
    if (this.#session.busy) return;
    performance.mark("prepbook:run");
    this.#output.clear();
    const { filename = "snippet.py", files = {}, limit } = this.#data;
    const source = this.#editing.text;
    const end = await this.#session.perform({
      kind: "run",
      request: async () => ({ source, filename, files: await fetchFiles(files, this.#base) }),
      seconds: limit ?? LIMIT,
      onOutput: (stream, text) => this.#output.write(stream, text),
      onCapped: () => this.#output.say(word("output.capped")),
    });
    this.#section.dataset.state = showRunEnd(end, this.#output);
  }

  /** Ends a run under way and keeps what was typed: also when the element leaves the page. */
  stop() {
    this.#session.stop();
    this.#editing.flush();
  }

  #reset() {
    this.#editing.reset();
    this.#output.restore();
    this.#section.dataset.state = "idle";
  }
}
