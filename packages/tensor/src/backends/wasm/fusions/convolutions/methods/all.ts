// Every way to compute convolutions that the rule chooses from.

import type { Methods } from "../method.js";
import { transposedChain } from "../transposed.js";
import { depthwise } from "./depthwise.js";
import { direct } from "./direct.js";
import { pooled } from "./pooled.js";
import { unit } from "./unit.js";
import { winograd } from "./winograd.js";

export const allMethods: Methods = {
  methods: [pooled, winograd, unit, depthwise, direct],
  transposedChain,
  others: null,
};
