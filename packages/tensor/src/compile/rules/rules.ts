// The rules, those that save more first. Only the lists; each rule has a file of its own.

import type { Rule } from "../step.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { winogradConvolutionRule } from "./winograd-convolution.js";

/** How near fused kernels keep to the plain ones. */
export type Precision = "high" | "highest";

export const rules: { readonly [P in Precision]: readonly Rule[] } = {
  high: [pooledConvolutionRule(4), winogradConvolutionRule],
  highest: [pooledConvolutionRule(2)],
};
