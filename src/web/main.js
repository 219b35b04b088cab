/** The page's entry: gives the custom elements their life. */

import { ClassifyFace, MatchFace } from "./elements/assigning.js";
import { CodeCheck } from "./elements/code_check.js";
import { elementClass } from "./elements/element.js";
import { exerciseWith } from "./elements/exercise.js";
import { lazily } from "./elements/lazy.js";
import { Mock } from "./elements/mock.js";
import { NumberFace } from "./elements/number.js";
import { OfflineElement } from "./elements/offline.js";
import { OrderFace } from "./elements/order.js";
import { Quiz } from "./elements/quiz.js";
import { ReadinessElement } from "./elements/readiness.js";
import { Snippet } from "./elements/snippet.js";
import { startMocks } from "./mock/start.js";
import { startOffline } from "./offline/start.js";
import { getProgress } from "./progress/record.js";

/** @type {Record<string, new (section: HTMLElement, data: any) => {stop: () => void}>} */
const CHECKS = {
  code: CodeCheck,
  quiz: Quiz,
  number: exerciseWith(NumberFace),
  order: exerciseWith(OrderFace),
  match: exerciseWith(MatchFace),
  classify: exerciseWith(ClassifyFace),
  mock: Mock,
  rubric: lazily(() => import("./elements/rubric.js").then(({ Rubric }) => Rubric)),
  simulation: lazily(() => import("./elements/simulation.js").then(({ Simulation }) => Simulation)),
};

/**
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}

startOffline();
define("prep-offline", OfflineElement);
// What was kept is in memory before the first box can be typed in: nothing flashes, nothing typed is overwritten.
await getProgress().start();

define(
  "prep-snippet",
  elementClass(
    (section, data) => new Snippet(section, data),
    () => true,
  ),
);
define(
  "prep-check",
  elementClass(
    (section, data, kind) => {
      const Check = CHECKS[kind];
      return Check ? new Check(section, data) : null;
    },
    (kind) => kind === "code" || kind === "simulation",
  ),
);
define("prep-readiness", ReadinessElement);
startMocks();
