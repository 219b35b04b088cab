/** The words of the chart after Check; they come with its script. */

import { addWords } from "../words.js";

addWords({
  "chart.drawing": "Drawing your curve…",
  "chart.line": "Solid: your answer. Dashed: the reference solution.",
  "chart.dots": "Filled: your answer. Rings and frames: the reference solution.",
  "chart.alt": "{title}: {description}",
  "chart.own": "{curve}: your answer",
  "chart.reference": "{curve}: reference",
  "chart.same": "{curve}: your answer agrees with the reference at every point.",
  "chart.apart":
    "{curve}: furthest from the reference where “{label}” is {x}, with {own} instead of {reference}.",
  "chart.gap":
    "{curve}: your answer gives nothing that can be drawn where “{label}” is {x}; the reference is {reference}.",
  "chart.elsewhere": "{curve}: your answer has other points than the reference; see the numbers.",
  "chart.not-drawn": "Your curve could not be drawn: {why} The verdict above stands as it is.",
  "chart.fault": "expected {expected}, found {found}.",
  "chart.timeout": "it took longer than {seconds} seconds.",
  "chart.died": "it brought the Python interpreter down.",
  "chart.ours": "that is our fault, not your answer's. Press Check again to retry.",
  "chart.numbers": "The numbers",
  "chart.curve": "Curve",
  "chart.answer": "Your answer",
  "chart.solution": "Reference",
});
