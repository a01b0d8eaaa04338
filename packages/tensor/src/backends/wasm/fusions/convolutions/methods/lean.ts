// The ways to compute convolutions of most nets: of larger kernels in steps of one, with what follows them.

import type { Methods } from "../method.js";
import { pooled } from "./pooled.js";
import { winograd } from "./winograd.js";

export const leanMethods: Methods = {
  methods: [pooled, winograd],
  transposedChain: null,
  others: "other ways are those of compile in @bernoulli/tensor/compile",
};
