// What becomes of the histories of a tensor and its views when one of them is written in place. The rules are made of ops
// and are views.ts's; this file only holds them, for those who come before the ops; who writes takes them along (ops/write.ts).

import { BernoulliError } from "../checks/errors.js";
import type { Tensor } from "../tensor/tensor.js";
import type { GradNode, Recorded } from "./node.js";

export interface ViewRules {
  /** The history of a view whose base has been written since: the base, seen through the view. */
  read(view: Tensor, base: Tensor): GradNode | null;
  /** A write on a view as one on its base: all but the view's elements go on as they are. */
  written(write: Recorded, view: Tensor, base: Tensor): Recorded;
}

let rules: ViewRules | null = null;

export function setViewRules(given: ViewRules): void {
  rules = given;
}

export function viewRules(): ViewRules {
  if (rules === null)
    throw new BernoulliError("a view was written by an op that does not take applyInPlace from ops/write.ts");
  return rules;
}
