// Ops that are declared as users do, for random programs: formulas that have parts in common with each other and with their ways back,
// and such that only seem to. Holds no tests.

import { constant, pointwise, where } from "../../formulas/index.js";
import type { Tensor } from "../../index.js";

const mish = pointwise({ name: "mish", inputs: ["x"], formula: ({ x }) => x.mul(x.exp().add(1).log().tanh()) });

const gate = pointwise({
  name: "gate",
  inputs: ["x", "y"],
  numbers: ["by"],
  formula: ({ x, y, by }) => x.tanh().mul(by).exp().add(1).log().mul(y.tanh().mul(by)),
});

/** Tells zero from minus zero. */
const signed = pointwise({
  name: "signed",
  inputs: ["x", "y"],
  formula: ({ x, y }) => {
    const size = x.abs().add(1);
    return constant(1)
      .div(where(x.lt(y), size.mul(0), size.mul(-0)))
      .maximum(-2)
      .minimum(2)
      .mul(x);
  },
});

const larger = pointwise({ name: "larger", inputs: ["x", "y"], formula: ({ x, y }) => where(x.lt(y), y, x) });

const isBetween = pointwise({
  name: "isBetween",
  inputs: ["x", "y"],
  formula: ({ x, y }) => x.gt(y.tanh().sub(1)).and(x.gt(1).not()),
});

const scaled = pointwise({
  name: "scaled",
  inputs: ["x"],
  truths: [],
  dtypes: ["uint8", "int32"],
  formula: ({ x }) => x.mul(3).add(200),
});

const masked = pointwise({
  name: "masked",
  inputs: ["x", "mask"],
  truths: ["mask"],
  formula: ({ x, mask }) => where(mask, x.exp().add(1).log(), x.neg()),
});

const whole = (x: Tensor, dtype: "uint8" | "int32") => x.detach().tanh().mul(300).to(dtype);

/** Of a tensor, one that it can stand beside, and a number. */
export const declared: readonly ((x: Tensor, y: Tensor, by: number) => Tensor)[] = [
  (x) => mish(x),
  (x, y, by) => gate(x, y, { by }),
  (x, y) => signed(x, y),
  (x, y) => larger(x, y),
  (x, y) => isBetween(x, y).to("float32").add(x),
  (x, y) => masked(x, isBetween(x, y)),
  (x) => scaled(whole(x, "uint8")).to("float32").mul(0.001).add(x),
  (x) =>
    scaled(whole(x, "int32"))
      .add(scaled(whole(x, "uint8")).to("int32"))
      .to("float32")
      .mul(0.001),
];
