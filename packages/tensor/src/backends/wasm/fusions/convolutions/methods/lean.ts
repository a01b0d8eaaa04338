// The ways to compute convolutions of most nets: of larger kernels in steps of one, with what follows them.

import type { Methods } from "../method.js";
import { pooled } from "./pooled.js";
import { winograd } from "./winograd.js";

export const leanMethods: Methods = {
  methods: [pooled, winograd],
  transposedChain: null,
  others: {
    where: "compile of @bernoulli/tensor/compile",
    areFor: ({ groups, dilation, stride, kernelSize }) =>
      groups > 1 || [...dilation, ...stride].some((step) => step > 1) || kernelSize.every((size) => size === 1),
  },
};
