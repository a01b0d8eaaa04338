// clamp: elements kept between two bounds, numbers or tensors.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { inNameOf } from "../../checks/in-name-of.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { where as choose, type Truth, type Value } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import {
  allDTypes,
  checkFits,
  type DType,
  dtypeRanges,
  isFloating,
  numericDTypes,
  promoteTypes,
  promoteWithNumber,
} from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { copy_ } from "../creation/copy.js";
import { to } from "../creation/to.js";
import { broadcast, inPlaceOperand, isScalar } from "../operands.js";
import { extremeOfTwo } from "../reductions/max.js";
import { applyInPlace } from "../write.js";

/** @__NO_SIDE_EFFECTS__ */
function betweenNumbers(
  formula: (parts: { readonly input: Value; readonly min: Value; readonly max: Value }) => Value,
) {
  return pointwise({
    name: "clamp",
    inputs: ["input"],
    numbers: ["min", "max", "hasMin", "hasMax"],
    dtypes: numericDTypes,
    formula,
    // On a bound no gradient passes, as in PyTorch since 2.x; where none was given, it does even for an infinite element.
    gradient: ({ grad, input, min, max, hasMin, hasMax }) => [
      choose(
        hasMin
          .eq(0)
          .or(input.gt(min))
          .and(hasMax.eq(0).or(input.lt(max))),
        grad,
        0,
      ),
    ],
  });
}

/** Of a bound that is NaN everything becomes NaN; of integers it is two instructions. */
const clampOp = betweenNumbers(({ input, min, max }) => input.maximum(min).minimum(max));

/** Of floats, between bounds that are numbers: by choices, an instruction each, where a maximum that minds NaN on both sides takes seven. */
const clampFloatsOp = betweenNumbers(({ input, min, max }) => {
  const above = choose(input.lt(min), min, input);
  return choose(above.gt(max), max, above);
});

function opFor(dtype: DType, { min, max }: ClampNumbers): typeof clampOp {
  return isFloating(dtype) && !Number.isNaN(min) && !Number.isNaN(max) ? clampFloatsOp : clampOp;
}

const clampTensorOp = pointwise({
  name: "clamp",
  inputs: ["input", "min", "max"],
  dtypes: allDTypes,
  formula: ({ input, min, max }) => input.maximum(min).minimum(max),
  // As PyTorch has it: on a bound it and the input share the gradient; where min is larger than max the latter has it.
  gradient: ({ grad, input, min, max }) => {
    const half = grad.mul(0.5);
    const shared = (bound: Value): Truth => input.eq(bound).and(min.lt(max));
    const isIn = min.le(max);
    return [
      choose(input.lt(min).or(input.gt(max)), 0, choose(shared(min).or(shared(max)), half, grad)),
      choose(input.lt(min).and(isIn), grad, choose(shared(min), half, 0)),
      choose(max.lt(min).or(input.gt(max).and(isIn)), grad, choose(shared(max), half, 0)),
    ];
  },
});

/** Bounds, of which one that was not given is infinite. */
interface ClampNumbers {
  readonly min: number;
  readonly max: number;
  readonly hasMin: number;
  readonly hasMax: number;
}

/** A bound: a number, or a tensor that is broadcast. */
type Bound = number | boolean | Tensor;

export interface ClampOptions {
  /** What is smaller becomes this. */
  readonly min?: Bound;
  /** What is larger becomes this; where `min` is larger still, everything does. Both are numbers, of which one may be a 0-d tensor, or both tensors. */
  readonly max?: Bound;
}

/** The bounds by name, or one after the other; null for one that there is none of. */
export type ClampArguments =
  | readonly [options: ClampOptions]
  | readonly [min: Bound | null | undefined, max?: Bound | null];

/**
 * Every element moved into [min, max]; NaN stays. Shape: (*) → (*), or as tensors broadcast. Integers and a fractional bound
 * give float32. See https://pytorch.org/docs/stable/generated/torch.clamp.html.
 *
 * @throws ArgumentError if neither bound is given, or a tensor beside a number, or one beyond the dtype's range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([-2, 0.5, 3]).clamp({ min: 0, max: 1 }).toArray(); // → [0, 0.5, 1]
 * tensor([-2, 0.5, 3]).clamp(0, 1).toArray(); // → [0, 0.5, 1]
 * tensor([1, 1]).clamp({ min: tensor([0, 2]) }).toArray(); // → [1, 2]
 * ```
 */
export function clamp(input: Tensor, ...bounds: ClampArguments): Tensor {
  checkTensor("clamp", "input", input);
  const options = named(bounds);
  const { numbers, tensors } = boundsOf("clamp", options);
  if (tensors !== null) return between("clamp", input, tensors);
  const dtype = dtypeWith(input, options);
  return apply(opFor(dtype, numbers), [to(input, dtype)], inRange("clamp", numbers, dtype, input.dtype));
}

/**
 * {@link clamp} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.clamp_.html.
 *
 * @throws as {@link clamp}; DTypeError if the result's dtype is another; AutogradError on a leaf that requires a gradient,
 * unless inside `noGrad`.
 */
export function clamp_(input: Tensor, ...bounds: ClampArguments): Tensor {
  checkTensor("clamp_", "input", input);
  const options = named(bounds);
  const { numbers, tensors } = boundsOf("clamp_", options);
  if (tensors !== null) {
    // Computed in the dtype of all of them and converted only where it is written, of a copy that backward may keep.
    for (const bound of tensors) if (bound !== null) inPlaceOperand("clamp_", input, bound);
    return copy_(
      input,
      inNameOf("clamp_", ["clamp"], () => between("clamp_", clone(input), tensors)),
    );
  }
  const dtype = dtypeWith(input, options);
  if (dtype !== input.dtype)
    throw new DTypeError(`clamp_: result type ${dtype} can't be cast to the desired output type ${input.dtype}`);
  return applyInPlace("clamp_", opFor(dtype, numbers), [input], inRange("clamp_", numbers, dtype, input.dtype));
}

/** Between tensors, in the dtype of all. With one of them it is the larger or smaller of two, gradient and all. */
function between(op: string, input: Tensor, [min, max]: Bounds): Tensor {
  if (min === null) return extremeOfTwo("min", op, input, max!);
  if (max === null) return extremeOfTwo("max", op, input, min);
  const dtype = [input, min, max].map((tensor) => tensor.dtype).reduce(promoteTypes);
  return apply(clampTensorOp, broadcast(op, to(input, dtype), to(min, dtype), to(max, dtype)));
}

function dtypeWith(input: Tensor, { min, max }: ClampOptions): DType {
  return [min, max].reduce<DType>(
    (dtype, bound) =>
      isScalar(bound)
        ? promoteWithNumber(dtype, bound)
        : isTensor(bound) && isFloating(bound.dtype) && !isFloating(dtype)
          ? "float32"
          : dtype,
    input.dtype,
  );
}

/** Beside a number a 0-d tensor counts as one too, as in PyTorch, unless its gradient would be lost by that. */
function withNumbers(options: ClampOptions): ClampOptions {
  const { min, max } = options;
  const isNumber = (bound: unknown): bound is Tensor => isTensor(bound) && bound.ndim === 0 && !bound.requiresGrad;
  if (isNumber(min) && isScalar(max)) return { ...options, min: readFor("clamp", "values", () => item(min)) };
  if (isScalar(min) && isNumber(max)) return { ...options, max: readFor("clamp", "values", () => item(max)) };
  return options;
}

function named(bounds: ClampArguments): ClampOptions {
  const [first, second] = bounds as readonly unknown[];
  const isBound = (value: unknown) => value === null || isScalar(value) || isTensor(value);
  if (bounds.length < 2 && !isBound(first)) return bounds[0] as ClampOptions;
  const [min, max] = [first ?? undefined, second ?? undefined];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } as ClampOptions;
}

type Bounds = readonly [min: Tensor | null, max: Tensor | null];

function boundsOf(
  op: string,
  options: ClampOptions,
): { readonly numbers: ClampNumbers; readonly tensors: Bounds | null } {
  checkOptions(op, options, ["min", "max"]);
  const { min, max } = withNumbers(options);
  const given = [min, max].filter((bound) => bound !== undefined);
  if (given.length === 0) throw new ArgumentError(`${op}: at least one of min or max must be given`);
  const wrong = given.find((bound) => !isScalar(bound) && !isTensor(bound));
  if (wrong !== undefined)
    throw new ArgumentError(`${op}: bounds must be numbers or tensors, but got ${describe(wrong)}`);
  const tensors = given.filter(isTensor);
  if (tensors.length > 0 && tensors.length < given.length)
    throw new ArgumentError(`${op}: both bounds must be numbers, or both tensors; make a tensor of the number`);
  return {
    numbers: {
      min: isScalar(min) ? Number(min) : Number.NEGATIVE_INFINITY,
      max: isScalar(max) ? Number(max) : Number.POSITIVE_INFINITY,
      hasMin: Number(min !== undefined),
      hasMax: Number(max !== undefined),
    },
    tensors: tensors.length === 0 ? null : [isTensor(min) ? min : null, isTensor(max) ? max : null],
  };
}

/** Throws where a bound would have to be an element and the dtype has none such. */
function inRange(op: string, bounds: ClampNumbers, dtype: DType, input: DType): ClampNumbers {
  if (isFloating(dtype)) {
    const both = [bounds.min, bounds.max];
    // Of a bound that is NaN everything becomes NaN, whatever the other is.
    if (!both.some(Number.isNaN)) for (const bound of both) checkFits(op, bound, dtype);
    return bounds;
  }
  const [least, most] = dtypeRanges[dtype];
  // Beyond the range a bound does as its end does.
  const atEnds = (bound: number) => Math.min(Math.max(bound, least), most);
  const within = { ...bounds, min: atEnds(bounds.min), max: atEnds(bounds.max) };
  // Bools are PyTorch's int64 then: what matters is whether an element becomes what int32 has not.
  if (input === "bool" && bounds.max <= most && bounds.max >= least) return within;
  if (bounds.min <= most && bounds.max >= least) return within;
  const name = bounds.min > most ? "min" : "max";
  throw new DTypeError(
    `${op}: Clamp ${name} value ${bounds[name]} is outside the representable range of ${dtype}, ${least} to ${most}`,
  );
}
