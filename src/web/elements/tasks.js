/** The kinds of check that are all data, beside the quiz: figures, orders, matches, classes, placements. One script for all. */

import { ClassifyFace, MatchFace } from "./assigning.js";
import { exerciseWith } from "./exercise.js";
import { NumberFace } from "./number.js";
import { OrderFace } from "./order.js";
import { PlacementFace } from "./placement.js";

export const NumberTask = exerciseWith(NumberFace);
export const OrderTask = exerciseWith(OrderFace);
export const MatchTask = exerciseWith(MatchFace);
export const ClassifyTask = exerciseWith(ClassifyFace);
export const PlacementTask = exerciseWith(PlacementFace);
