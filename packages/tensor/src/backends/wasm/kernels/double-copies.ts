// Copies from doubles, into doubles and of doubles, and doubles of one number. Of other dtypes they are copy.ts's and fill.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import type { DType } from "../../../tensor/dtype.js";
import type { F64x2, FunctionBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import type { Runtime } from "../runtime.js";
import {
  type DoubleElement,
  type DoublePointwise,
  doubleKernel,
  runDoubles,
  type TwoLanes,
  workOfDoubles,
} from "./double-pointwise.js";
import type { ElementType } from "./elements.js";
import type { Walked } from "./walk.js";
import type { Work } from "./work.js";

/** As copies of floats convert: beyond int32 to its least, a byte wraps when it is stored. */
function convertDouble(f: FunctionBuilder, to: DoubleElement, lanes: F64x2): TwoLanes {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  if (to === "truth") return lanes.notEquals(constant(0));
  if (to === "int32") {
    const isWithin = lanes.lessThan(constant(2 ** 31)).and(lanes.greaterThan(constant(-(2 ** 31) - 1)));
    return isWithin.select(lanes, constant(-(2 ** 31)));
  }
  if (to !== "uint8") return lanes;
  // Modulo 2⁸, exactly, as what is stored wraps. Of what is no number nothing is left.
  const whole = f.local("f64x2", "whole", lanes.truncate());
  return whole.subtract(
    whole
      .multiply(constant(2 ** -8))
      .floor()
      .multiply(constant(2 ** 8)),
  );
}

/** @__NO_SIDE_EFFECTS__ */
function copyOfTwo(from: DoubleElement, to: DoubleElement): DoublePointwise {
  return {
    name: `copy ${from} ${to}`,
    inputs: [from],
    output: to,
    numbers: 0,
    alsoWrites: [],
    nanoseconds: 0.5,
    compute: (f, [lanes]) => [from === "float64" ? convertDouble(f, to, lanes as F64x2) : lanes!],
  };
}

/** @__NO_SIDE_EFFECTS__ */
function doubles(from: DoubleElement, to: DoubleElement): KernelFunction {
  return doubleKernel(copyOfTwo(from, to), () => []);
}

export const copyToDoubles: { readonly [E in ElementType]: KernelFunction } = {
  float32: /* @__PURE__ */ doubles("float32", "float64"),
  int32: /* @__PURE__ */ doubles("int32", "float64"),
  uint8: /* @__PURE__ */ doubles("uint8", "float64"),
  bool: /* @__PURE__ */ doubles("uint8", "float64"),
};
const copyOfDoubles: { readonly [D in DType]: KernelFunction } = {
  float64: /* @__PURE__ */ doubles("float64", "float64"),
  float32: /* @__PURE__ */ doubles("float64", "float32"),
  int32: /* @__PURE__ */ doubles("float64", "int32"),
  uint8: /* @__PURE__ */ doubles("float64", "uint8"),
  bool: /* @__PURE__ */ doubles("float64", "truth"),
};

const convertDoubles: KernelFunction<"copy"> = (inputs, outputs, attributes) =>
  copyOfDoubles[(outputs[0] as Operand).dtype](inputs, outputs, attributes);

export const copyFromDoubles = /* @__PURE__ */ repeats<"copy">(convertDoubles);

const sameDoubles = /* @__PURE__ */ copyOfTwo("float64", "float64");

export function copyOfDoublesWork(runtime: Runtime, shape: readonly number[], from: Walked, to: Walked): Work {
  return workOfDoubles(runtime, sameDoubles, shape, [from, to]);
}

/** Of doubles, between any two layouts of a shape. */
export function copyDoubles(runtime: Runtime, shape: readonly number[], from: Walked, to: Walked): void {
  runDoubles(runtime, sameDoubles, shape, [from, to]);
}

export const fillOfDoubles = /* @__PURE__ */ doubleKernel(
  {
    ...{ name: "fill", inputs: [], output: "float64", numbers: 1, alsoWrites: [], nanoseconds: 0.3 },
    compute: (_, __, [value]) => [value!],
  },
  ({ value }: { readonly value: number }) => [value],
) as KernelFunction<"fill">;
