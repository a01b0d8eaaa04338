// The rules, those that save more first. Only the lists; each rule has a file of its own.

import type { Precision, Rule } from "../../../compile/step.js";
import { crossEntropyRule } from "./cross-entropy.js";
import { linearRule } from "./linear.js";
import { optimizerRule } from "./optimizer.js";
import { pointwiseRule } from "./pointwise.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { unitConvolutionRule } from "./unit-convolution.js";
import { winogradConvolutionRules } from "./winograd-convolution.js";

/** Those that change no bit. */
const exact: readonly Rule[] = [crossEntropyRule, optimizerRule, pointwiseRule];

export const rules: { readonly [P in Precision]: readonly Rule[] } = {
  high: [pooledConvolutionRule("high"), ...winogradConvolutionRules, unitConvolutionRule, linearRule, ...exact],
  highest: [pooledConvolutionRule("highest"), unitConvolutionRule, linearRule, ...exact],
};
