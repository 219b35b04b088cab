/** The seed of an attempt, where a check draws inputs anew: shown, and to be typed in again. */

import { h } from "../dom.js";
import { word } from "../words.js";

const MOST = 999_999;

export class Seed {
  #input = h("input", { class: "pb-seed-number", type: "number", min: 1, max: MOST, step: 1 });
  #isSpent = false;

  /** @param {Element | null} place where it is shown; null: this check draws nothing */
  constructor(place) {
    this.#input.value = String(drawn());
    // A seed that a reader types in is the one they want to see again.
    this.#input.addEventListener("input", () => {
      this.#isSpent = false;
    });
    place?.replaceChildren(h("label", {}, word("seed.label"), " ", this.#input), " ", word("seed.note"));
  }

  /** The seed of the attempt that begins now. After a pass the next attempt draws another; a failure can be repeated. */
  begin() {
    if (this.#isSpent) this.#input.value = String(drawn());
    this.#isSpent = false;
    const typed = this.#input.valueAsNumber;
    const seed = Number.isInteger(typed) && typed >= 1 && typed <= MOST ? typed : drawn();
    this.#input.value = String(seed);
    return seed;
  }

  passed() {
    this.#isSpent = true;
  }
}

function drawn() {
  return 1 + Math.floor(Math.random() * MOST);
}
