// The rules, those that save more first: patterns, and then regions of what they left. Only the lists; each rule has a file of its own.

import type { Planner } from "../../../compile/planner.js";
import { crossEntropyRule } from "./cross-entropy.js";
import { linearRule } from "./linear.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { regionRule } from "./region.js";
import { unitConvolutionRule } from "./unit-convolution.js";
import { winogradConvolutionRules } from "./winograd-convolution.js";

/** @__NO_SIDE_EFFECTS__ */
function listed(): Planner["rules"] {
  const layers = [unitConvolutionRule, linearRule, crossEntropyRule];
  return {
    high: [[pooledConvolutionRule("high"), ...winogradConvolutionRules, ...layers], [regionRule]],
    highest: [[pooledConvolutionRule("highest"), ...layers], [regionRule]],
  };
}

export const rules = listed();
