// How softmax.ts takes doubles: by vectors of two.

import { type F64, F64x2, type FunctionBuilder, type I32, loadF32x4, loadF64x2Splat } from "../assembler/index.js";
import { copyDoubles } from "./double-copies.js";
import { emitExp, emitLog } from "./math/double-curves.js";
import type { Lanes } from "./softmax-lanes.js";

export const lanesOfDoubles = {
  dtype: "float64",
  kind: "f64x2",
  bytes: 8,
  count: 2,
  load: (address: I32, offset: number) => loadF32x4(address, offset).asF64x2(),
  loadOne: (address: I32) => loadF64x2Splat(address),
  storeOne: (f: FunctionBuilder, address: I32, value: F64x2) => f.store(address, value.lane(0)),
  of: (value: number) => F64x2.of(value),
  splat: (value: F64) => F64x2.splat(value),
  exp: emitExp,
  log: emitLog,
  copy: copyDoubles,
} as unknown as Lanes;
