/** Prints what the page's rule makes of every combination of answers; stdin is a placement's payload. */

import { readFileSync } from "node:fs";
import { place } from "../../src/web/judging/placement.js";

const { questions, documents } = JSON.parse(readFileSync(0, "utf8"));
const combinations = questions.reduce(
  (all, { id, options }) => all.flatMap((one) => Object.keys(options).map((option) => ({ ...one, [id]: option }))),
  [{}],
);
const placed = combinations.map((answers) => documents.map((document) => place(document, answers).key));
process.stdout.write(JSON.stringify(placed));
