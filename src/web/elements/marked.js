/** A check with its quiet line that says when it was solved, whatever its kind. */

import { recordOf } from "../progress/record.js";
import { KeptMark } from "../views/kept_mark.js";

/** @import { Part } from "./element.js" */

/**
 * @param {HTMLElement} section
 * @param {Part} part
 * @returns {Part}
 */
export function marked(section, part) {
  const mark = new KeptMark(section, recordOf(`check:${section.dataset.check}`));
  return {
    stop() {
      part.stop();
      mark.leave();
    },
  };
}
