// The expressions of the pointwise kernels, each a line over four lanes. The loops around them are pointwise.ts's.

import type { Kernel } from "../../kernels.js";
import { F32x4, type I32x4 } from "../assembler/index.js";
import type { ElementType, LanesOf } from "./elements.js";
import { definePointwise, pointwiseKernel } from "./pointwise.js";
import { emitExp, emitLog, emitTanh } from "./transcendental.js";

/** The kernels without attributes: one type serves them all. */
type PlainName =
  | "mul"
  | "div"
  | "maximum"
  | "minimum"
  | "neg"
  | "exp"
  | "log"
  | "sqrt"
  | "tanh"
  | "sigmoid"
  | "abs"
  | "sign"
  | "relu"
  | "reluBackward"
  | "eq"
  | "ne"
  | "lt"
  | "le"
  | "gt"
  | "ge";

/** int32 alphas wrap as products do; a fractional one never comes with integers. */
export const add = {
  float32: pointwiseKernel<"add">(
    definePointwise({
      name: "add float32",
      inputs: ["float32", "float32"],
      output: "float32",
      scalars: ["float32"],
      compute: (_, [x, other], [alpha]) => x.add(other.multiply(alpha)),
    }),
    ({ alpha }) => [alpha],
  ),
  int32: pointwiseKernel<"add">(
    definePointwise({
      name: "add int32",
      inputs: ["int32", "int32"],
      output: "int32",
      scalars: ["int32"],
      compute: (_, [x, other], [alpha]) => x.add(other.multiply(alpha)),
    }),
    ({ alpha }) => [alpha],
  ),
};

/** An operation over float32 without attributes. */
function float32Pointwise<const Inputs extends readonly "float32"[]>(
  name: string,
  inputs: Inputs,
  compute: Parameters<typeof definePointwise<Inputs, "float32">>[0]["compute"],
): Kernel<PlainName> {
  return pointwiseKernel<PlainName>(definePointwise({ name: `${name} float32`, inputs, output: "float32", compute }));
}

const one = ["float32"] as const;
const two = ["float32", "float32"] as const;

export const mul = {
  float32: float32Pointwise("mul", two, (_, [a, b]) => a.multiply(b)),
  int32: pointwiseKernel<PlainName>(
    definePointwise({
      name: "mul int32",
      inputs: ["int32", "int32"],
      output: "int32",
      compute: (_, [a, b]) => a.multiply(b),
    }),
  ),
};
/** Of two, NaN where either is. */
function extremeOfTwo(which: "max" | "min"): { readonly [E in "float32" | "int32"]: Kernel<PlainName> } {
  return {
    float32: float32Pointwise(`${which}imum`, two, (_, [a, b]) => a[which](b)),
    int32: pointwiseKernel<PlainName>(
      definePointwise({
        name: `${which}imum int32`,
        inputs: ["int32", "int32"],
        output: "int32",
        compute: (_, [a, b]) => a[which](b),
      }),
    ),
  };
}
export const maximum = extremeOfTwo("max");
export const minimum = extremeOfTwo("min");
export const div = { float32: float32Pointwise("div", two, (_, [a, b]) => a.divide(b)) };
export const sqrt = { float32: float32Pointwise("sqrt", one, (_, [x]) => x.squareRoot()) };
export const exp = { float32: float32Pointwise("exp", one, (f, [x]) => emitExp(f, x)) };
export const log = { float32: float32Pointwise("log", one, (f, [x]) => emitLog(f, x)) };
export const tanh = { float32: float32Pointwise("tanh", one, (f, [x]) => emitTanh(f, x)) };
export const sigmoid = {
  float32: float32Pointwise("sigmoid", one, (f, [x]) => F32x4.of(1).divide(emitExp(f, x.negate()).add(1))),
};
export const abs = {
  float32: float32Pointwise("abs", one, (_, [x]) => x.asI32x4().and(0x7fffffff).asF32x4()),
};
export const sign = {
  // A true mask is −1: what is below zero counts as −1, what is above as +1.
  float32: float32Pointwise("sign", one, (_, [x]) => x.lessThan(0).subtract(x.greaterThan(0)).toF32x4()),
};
export const clamp = {
  float32: pointwiseKernel<"clamp">(
    definePointwise({
      name: "clamp float32",
      inputs: one,
      output: "float32",
      scalars: ["float32", "float32"],
      compute: (_, [x], [min, max]) => x.max(min).min(max),
    }),
    ({ min, max }) => [min, max],
  ),
};
export const neg = {
  float32: float32Pointwise("neg", one, (_, [x]) => x.negate()),
  int32: pointwiseKernel<PlainName>(
    definePointwise({ name: "neg int32", inputs: ["int32"], output: "int32", compute: (_, [x]) => x.negate() }),
  ),
};
export const relu = {
  float32: float32Pointwise("relu", one, (_, [x]) => x.replaceBelow(0)),
  int32: pointwiseKernel<PlainName>(
    definePointwise({ name: "relu int32", inputs: ["int32"], output: "int32", compute: (_, [x]) => x.max(0) }),
  ),
};
export const reluBackward = {
  // Not "greater than zero": where the output is NaN the gradient passes, as in PyTorch.
  float32: float32Pointwise("reluBackward", two, (_, [grad, output]) =>
    output.atMost(0).not().and(grad.asI32x4()).asF32x4(),
  ),
};

const three = ["float32", "float32", "float32"] as const;

export const addcmul = {
  float32: pointwiseKernel<"addcmul">(
    definePointwise({
      name: "addcmul float32",
      inputs: three,
      output: "float32",
      scalars: ["float32"],
      compute: (_, [x, a, b], [value]) => x.add(value.multiply(a).multiply(b)),
    }),
    ({ value }) => [value],
  ),
};
export const addcdiv = {
  float32: pointwiseKernel<"addcdiv">(
    definePointwise({
      name: "addcdiv float32",
      inputs: three,
      output: "float32",
      scalars: ["float32"],
      compute: (_, [x, a, b], [value]) => x.add(value.multiply(a).divide(b)),
    }),
    ({ value }) => [value],
  ),
};

type Comparison = "equals" | "notEquals" | "lessThan" | "atMost" | "greaterThan" | "atLeast";

/** Bytes are widened with zeros, so that the integers' signed comparisons order them too. */
function compare(comparison: Comparison): { readonly [E in ElementType]: Kernel<PlainName> } {
  const integers = (type: "int32" | "uint8" | "bool") =>
    pointwiseKernel<PlainName>(
      definePointwise({
        name: `${comparison} ${type}`,
        inputs: [type, type],
        output: "bool",
        compute: (_, [a, b]) => a[comparison](b).and(1),
      }),
    );
  const floats = definePointwise({
    name: `${comparison} float32`,
    inputs: two,
    output: "bool",
    compute: (_, [a, b]) => a[comparison](b).and(1),
  });
  return {
    float32: pointwiseKernel<PlainName>(floats),
    int32: integers("int32"),
    uint8: integers("uint8"),
    bool: integers("bool"),
  };
}

export const eq = compare("equals");
export const ne = compare("notEquals");
export const lt = compare("lessThan");
export const le = compare("atMost");
export const gt = compare("greaterThan");
export const ge = compare("atLeast");

function whereOf<E extends ElementType>(type: E): Kernel<"where"> {
  return pointwiseKernel<"where">(
    definePointwise({
      name: `where ${type}`,
      inputs: ["bool", type, type],
      output: type,
      compute: (_, [condition, a, b]) =>
        (condition as I32x4).notEquals(0).select(a as F32x4 | I32x4, b as F32x4 | I32x4) as LanesOf[E],
    }),
  );
}
export const where = {
  float32: whereOf("float32"),
  int32: whereOf("int32"),
  uint8: whereOf("uint8"),
  bool: whereOf("bool"),
};

/** A true product, not a choice: 0 · ∞ is NaN, as it is in PyTorch. */
export const maskedScale = {
  float32: pointwiseKernel<"maskedScale">(
    definePointwise({
      name: "maskedScale float32",
      inputs: ["float32", "bool"],
      output: "float32",
      scalars: ["float32"],
      compute: (_, [x, mask], [scale]) => x.multiply(mask.notEquals(0).select(scale, F32x4.of(0))),
    }),
    ({ scale }) => [scale],
  ),
};

function fillOf<E extends ElementType>(type: E): Kernel<"fill"> {
  const scalar = type === "float32" ? "float32" : "int32";
  const operation = definePointwise({
    name: `fill ${type}`,
    inputs: [],
    output: type,
    scalars: [scalar],
    compute: (_, __, [value]) => value as LanesOf[E],
  });
  const toElement = (value: number): number => (type === "bool" ? Number(value !== 0) : value);
  return pointwiseKernel<"fill">(operation, ({ value }) => [toElement(value)]);
}
export const fill = {
  float32: fillOf("float32"),
  int32: fillOf("int32"),
  uint8: fillOf("uint8"),
  bool: fillOf("bool"),
};
