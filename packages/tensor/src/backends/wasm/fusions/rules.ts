// The rules, those that save more first. Only the lists; each rule has a file of its own.

import type { Planner } from "../../../compile/planner.js";
import type { Rule } from "../../../compile/step.js";
import { crossEntropyRule } from "./cross-entropy.js";
import { linearRule } from "./linear.js";
import { optimizerRule } from "./optimizer.js";
import { pointwiseRule } from "./pointwise.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { unitConvolutionRule } from "./unit-convolution.js";
import { winogradConvolutionRules } from "./winograd-convolution.js";

/** Those that change no bit. */
const exact: readonly Rule[] = [crossEntropyRule, optimizerRule, pointwiseRule];

/** @__NO_SIDE_EFFECTS__ */
function listed(): Planner["rules"] {
  return {
    high: [pooledConvolutionRule("high"), ...winogradConvolutionRules, unitConvolutionRule, linearRule, ...exact],
    highest: [pooledConvolutionRule("highest"), unitConvolutionRule, linearRule, ...exact],
  };
}

export const rules = listed();
