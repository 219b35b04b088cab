/** The words of placements. */

import { addWords } from "../words.js";

addWords({
  "placement.unanswered": "Answer each question and predict for each document first; {missing} to go.",
  "placement.passed":
    "Correct: all {total} predictions. What you'd be called hangs on the document; none outranks the others.",
  "placement.failed":
    "Not yet: {passed} of {total} predictions right. Under each document stands its own answer, and what led there.",
  "placement.names": "It names: {level}.",
  "placement.silent": "It doesn't say.",
  "placement.led": "What led there:",
  "placement.missing": "What it asks for at {level}, and your answers lack:",
  "placement.top": "It describes no level above this one.",
  "placement.or": "; or: ",
  "placement.beside": "The documents side by side",
  "placement.document": "Document",
  "placement.predicted": "You predicted",
  "placement.says": "It says",
  "placement.none": "Doesn't say",
  "placement.part": "Where and why they part",
  "placement.asks": "What its levels ask for, from the lowest:",
  "placement.undescribed": "It describes no level.",
});
