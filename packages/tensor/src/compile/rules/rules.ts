// The rules, those that save more first. Only the lists; each rule has a file of its own.

import type { Precision, Rule } from "../step.js";
import { linearRule } from "./linear.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { winogradConvolutionRule } from "./winograd-convolution.js";

export const rules: { readonly [P in Precision]: readonly Rule[] } = {
  high: [pooledConvolutionRule("high"), winogradConvolutionRule, linearRule],
  highest: [pooledConvolutionRule("highest"), linearRule],
};
