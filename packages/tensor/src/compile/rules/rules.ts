// The rules, those that save more first. Only the list; each rule has a file of its own.

import type { Rule } from "../step.js";
import { pooledConvolutionRule } from "./pooled-convolution.js";
import { winogradConvolutionRule } from "./winograd-convolution.js";

export const rules: readonly Rule[] = [pooledConvolutionRule, winogradConvolutionRule];
