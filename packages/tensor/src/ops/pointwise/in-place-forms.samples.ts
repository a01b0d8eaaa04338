// Samples of the in-place forms: of each the same, on a result, beside what its function takes, where its gradient is smooth.

import { defineSamples, type ErrorCase, type InputSpec, type OpSamples, type Sample } from "@bernoulli/testing";
import { AutogradError, DTypeError, ShapeError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { ones } from "../creation/creation.js";
import { detach } from "../views/detach.js";
import * as exported from "./in-place-forms.js";
import { mul } from "./mul.js";

const forms = { ...exported };
type Name = keyof typeof forms;
type Spec = Pick<InputSpec, "range" | "avoid">;
type Run = (input: Tensor, other: Tensor) => Tensor;

interface Form extends Spec {
  /** What the input is beside a tensor of its own dtype and shape; absent for functions of one tensor. */
  readonly other?: Spec;
  readonly dtype?: "float" | "int32";
  readonly gradient?: Sample["gradient"];
  readonly run?: Run;
  readonly more?: readonly Sample[];
}

const [inside, positive] = [{ range: [-0.9, 0.9] }, { range: [0.3, 3] }] as const;
const ofTruths = { other: {}, dtype: "int32", gradient: "none" } as const;
/** Slopes of 0, but for the jumps. */
const ofSteps = { gradient: "first" } as const;

/** Exhaustive, so that a new form does not compile until it has its samples. */
const own: { readonly [Key in Name]: Form } = {
  abs_: { avoid: [0] },
  acos_: inside,
  acosh_: { range: [1.2, 3] },
  asin_: inside,
  asinh_: {},
  atan_: {},
  atan2_: { other: { avoid: [0] } },
  atanh_: inside,
  bitwiseAnd_: ofTruths,
  bitwiseLeftShift_: { ...ofTruths, other: { range: [0, 5] } },
  bitwiseNot_: { dtype: "int32", gradient: "none" },
  bitwiseOr_: ofTruths,
  bitwiseRightShift_: { ...ofTruths, other: { range: [0, 5] } },
  bitwiseXor_: ofTruths,
  clampMax_: { avoid: [0.4], run: (a) => forms.clampMax_(a, 0.4) },
  clampMin_: { avoid: [0.4], run: (a) => forms.clampMin_(a, 0.4) },
  copysign_: { other: { avoid: [0] }, avoid: [0] },
  cosh_: {},
  deg2rad_: {},
  digamma_: positive,
  eq_: { other: {}, gradient: "none" },
  erf_: {},
  erfc_: {},
  erfinv_: inside,
  exp_: {},
  exp2_: {},
  expm1_: {},
  floorDivide_: { other: positive, gradient: "none" },
  fmod_: { run: (a) => forms.fmod_(a, 7.5) },
  frac_: { range: [0.1, 0.9] },
  ge_: { other: {}, gradient: "none" },
  gt_: { other: {}, gradient: "none" },
  heaviside_: { other: {}, gradient: "none" },
  hypot_: { ...positive, other: positive },
  le_: { other: {}, gradient: "none" },
  lerp_: { other: {}, run: (a, b) => forms.lerp_(a, b, 0.3) },
  // Its slope is 0 there, and has no digits beside it.
  lgamma_: { ...positive, avoid: [1.4616] },
  log_: positive,
  log10_: positive,
  log1p_: positive,
  log2_: positive,
  logicalAnd_: { other: {}, gradient: "none" },
  logicalNot_: { gradient: "none" },
  logicalOr_: { other: {}, gradient: "none" },
  logicalXor_: { other: {}, gradient: "none" },
  lt_: { other: {}, gradient: "none" },
  nanToNum_: { run: (a) => forms.nanToNum_(a) },
  ne_: { other: {}, gradient: "none" },
  neg_: {},
  pow_: {
    ...positive,
    other: {},
    more: [
      {
        name: "zero to exponents that have gradients",
        edge: true,
        inputs: [{ shape: [4], range: [0.5, 2] }],
        run: (a) => forms.pow_(detach(mul(a, 0)), a),
      },
    ],
  },
  rad2deg_: {},
  remainder_: { range: [0.2, 3], run: (a) => forms.remainder_(a, 7.5) },
  sign_: { avoid: [0], ...ofSteps },
  sinc_: { avoid: [0] },
  sinh_: {},
  sqrt_: positive,
  square_: {},
  tan_: inside,
  xlogy_: {
    ...positive,
    other: positive,
    more: [
      {
        name: "zeros beside what has no logarithm",
        edge: true,
        inputs: [{ shape: [5] }, { shape: [5], range: [-3, -1] }],
        gradient: "first",
        run: (a, b) => forms.xlogy_(mul(a, 0), b),
      },
    ],
  },
};

function samplesOf(name: Name): OpSamples {
  const { other, dtype = "float", gradient = "second", run = forms[name] as Run, more = [], ...spec } = own[name];
  const inputs = (shape: readonly number[], ofOther = shape): InputSpec[] => [
    { ...spec, shape, dtype },
    ...(other === undefined ? [] : [{ ...other, shape: ofOther, dtype } as const]),
  ];
  const on = (input: Tensor, rest: readonly Tensor[]): Tensor => run(clone(input), rest[0]!);
  const write = (input: Tensor, ...rest: Tensor[]): Tensor => on(input, rest);
  return {
    golden: ([input, ...rest], { bound, weight }) => {
      const target = clone(input!);
      if (weight !== undefined) return forms.lerp_(target, rest[0]!, weight);
      return (forms[name] as (...given: unknown[]) => Tensor)(target, ...(bound === undefined ? rest : [bound]));
    },
    samples: [
      { name: "on a result", inputs: inputs([3, 5]), gradient, run: write },
      { name: "0-d", inputs: inputs([]), gradient, run: write },
      { name: "zero-size", inputs: inputs([0]), gradient, run: write },
      ...(other === undefined ? [] : [{ name: "broadcast", inputs: inputs([2, 3], [3]), gradient, run: write }]),
      ...more,
    ],
    errors: [...ofLeaves(name, run, dtype), ...(other === undefined ? [] : [ofShapes(name, run, dtype)])],
  };
}

function ofLeaves(name: Name, run: Run, dtype: "float" | "int32"): ErrorCase[] {
  if (dtype === "int32") return [];
  return [
    {
      name: "a leaf that requires a gradient",
      call: () => run(ones([2], { requiresGrad: true }), ones([2])),
      error: AutogradError,
      text: `${name}: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore`,
    },
  ];
}

function ofShapes(name: Name, run: Run, dtype: "float" | "int32"): ErrorCase {
  const given = { dtype: dtype === "int32" ? dtype : ("float32" as const) };
  return {
    name: "another that is larger",
    call: () => run(ones([3], given), ones([2, 3], given)),
    error: ShapeError,
    text: `${name}: output with shape [3] doesn't match the broadcast shape [2, 3]`,
  };
}

const floatsOf = (name: Name): ErrorCase => ({
  name: "a result that its dtype has not",
  call: () => forms[name as "exp_"](ones([2], { dtype: "int32" })),
  error: DTypeError,
  text: `${name}: result type float32 can't be cast to the desired output type int32`,
});

const all = Object.fromEntries((Object.keys(own) as Name[]).map((name) => [name, samplesOf(name)])) as Record<
  Name,
  OpSamples
>;

export const samples = defineSamples({
  ...all,
  exp_: { ...all.exp_, errors: [...all.exp_.errors!, floatsOf("exp_")] },
  tan_: { ...all.tan_, errors: [...all.tan_.errors!, floatsOf("tan_")] },
});
