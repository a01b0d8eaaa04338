// The rules, those that save more first: patterns, and then regions of what they left. Only the lists; each rule has a file of its own.

import type { Planner } from "../../../compile/planner.js";
import type { Rule } from "../../../compile/step.js";
import { bareConvolutionRule } from "./bare-convolution.js";
import { crossEntropyRule } from "./cross-entropy.js";
import { linearRules } from "./linear.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { regionRule } from "./region.js";
import { unitConvolutionRule } from "./unit-convolution.js";
import { winogradConvolutionRules } from "./winograd-convolution.js";

/** Those that change no bit. */
const regions: readonly Rule[] = [regionRule];

/** @__NO_SIDE_EFFECTS__ */
function listed(): Planner["rules"] {
  return {
    high: [
      [
        pooledConvolutionRule("high"),
        ...winogradConvolutionRules,
        unitConvolutionRule,
        ...linearRules,
        crossEntropyRule,
        bareConvolutionRule,
      ],
      regions,
    ],
    highest: [
      [pooledConvolutionRule("highest"), unitConvolutionRule, ...linearRules, crossEntropyRule, bareConvolutionRule],
      regions,
    ],
  };
}

export const rules = listed();
