/** The page's entry: gives the custom elements their life. */

import { learnWords } from "./context.js";
import { CodeCheck } from "./elements/code_check.js";
import { elementClass } from "./elements/element.js";
import { lazily } from "./elements/lazy.js";
import { marked } from "./elements/marked.js";
import { OfflineElement } from "./elements/offline.js";
import { Quiz } from "./elements/quiz.js";
import { ReadinessElement } from "./elements/readiness.js";
import { Snippet } from "./elements/snippet.js";
import { startMocks } from "./mock/start.js";
import { startOffline } from "./offline/start.js";
import { heedPolicies } from "./policy.js";
import { getProgress } from "./progress/record.js";
import { startScrolling } from "./scrolling.js";
import { startTerms } from "./terms.js";

const tasks = () => import("./elements/tasks.js");

/** @type {Record<string, import("./elements/lazy.js").PartClass>} */
const CHECKS = {
  code: CodeCheck,
  quiz: Quiz,
  number: lazily(() => tasks().then(({ NumberTask }) => NumberTask)),
  order: lazily(() => tasks().then(({ OrderTask }) => OrderTask)),
  match: lazily(() => tasks().then(({ MatchTask }) => MatchTask)),
  classify: lazily(() => tasks().then(({ ClassifyTask }) => ClassifyTask)),
  placement: lazily(() => tasks().then(({ PlacementTask }) => PlacementTask)),
  mock: lazily(() => import("./elements/mock.js").then(({ Mock }) => Mock)),
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

heedPolicies();
startTerms();
startScrolling();
await learnWords();
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
      return Check ? marked(section, new Check(section, data)) : null;
    },
    (kind) => kind === "code" || kind === "simulation",
  ),
);
define("prep-readiness", ReadinessElement);
startMocks();
