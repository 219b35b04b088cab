/** Says, once on a page, what is wrong with keeping a reader's work: before the part that the reader is working on. */

import { h } from "../dom.js";
import { getProgress } from "../progress/record.js";
import { word } from "../words.js";

/** @import { Faults } from "../progress/faults.js" */

/** @type {HTMLElement | null} */
let line = null;
/** Where the reader has last been. @type {HTMLElement | null} */
let touched = null;

/** @param {HTMLElement} section where the reader may work */
export function tellFaultsAt(section) {
  line ??= makeLine(getProgress().vault.faults);
  if (!line.isConnected) section.before(line);
  section.addEventListener("focusin", () => {
    touched = section;
  });
}

/** @param {Faults} faults */
function makeLine(faults) {
  const made = h("p", { class: "pb pb-storage", role: "status", hidden: true });
  const tell = () => {
    // Only when there is something new to say: a line that came at a touch would move what is being touched.
    if (touched?.isConnected) touched.before(made);
    made.textContent = faultInWords(faults);
    made.hidden = made.textContent === "";
  };
  faults.addEventListener("change", tell);
  tell();
  return made;
}

/**
 * @param {Faults} faults
 * @returns {string} nothing where all is well
 */
export function faultInWords({ worst }) {
  return worst ? word(`storage.${worst.fault}`, { count: worst.count }) : "";
}
