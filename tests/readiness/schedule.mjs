/** Schedules review histories with the page's own module: JSON in on stdin, JSON out. */

import { memoryOf } from "../../src/web/readiness/reviews.js";

let text = "";
for await (const part of process.stdin) text += part;
process.stdout.write(JSON.stringify(JSON.parse(text).map(memoryOf)));
