// The op that fills a tensor with one value: zeros, ones and full (creation.ts) are made with it, and numbers beside tensors.

import { attributes, defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { DType } from "../../tensor/dtype.js";
import type { Shape } from "../../tensor/shape.js";

export const fillOp = defineOp({
  extra: attributes<{ readonly shape: Shape; readonly dtype: DType }>(),
  name: "full",
  inputs: [],
  kernel: kernels.fill,
  infer: (_, { shape, dtype }) => [{ shape, dtype }],
});
