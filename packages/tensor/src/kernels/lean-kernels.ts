// Kernels of the lean entry where they are not kernels.ts's: of convolutions, without ways of their own for some.

import * as reference from "../backends/reference/table.js";
import * as cpu from "../backends/wasm/kernels/lean-convolution.js";
import { floatingDTypes } from "../tensor/dtype.js";
import { defineKernel } from "./kernel.js";

export const conv2d = defineKernel("conv2d", floatingDTypes, { cpu: cpu.conv2d, reference: reference.conv2d });
export const conv2dInputGradient = defineKernel("conv2dInputGradient", floatingDTypes, {
  cpu: cpu.conv2dInputGradient,
  reference: reference.conv2dInputGradient,
});
export const conv2dWeightGradient = defineKernel("conv2dWeightGradient", floatingDTypes, {
  cpu: cpu.conv2dWeightGradient,
  reference: reference.conv2dWeightGradient,
});
