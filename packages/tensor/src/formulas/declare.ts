// What users and other packages declare pointwise ops with: operands are promoted and broadcast as everywhere, and the op of the
// formula is applied. The ops of this package call theirs themselves, since each has ways of its own to take operands.

import { ArgumentError, DTypeError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import { apply } from "../door/apply.js";
import { to } from "../ops/creation/to.js";
import { broadcast, floating, isScalar, numberTensor, type Operand, promote } from "../ops/operands.js";
import { type DType, floatingDTypes, isFloating } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import type { FormulaComputation } from "./computation.js";
import { checkAttributes, checkNames, checkNumbersFit } from "./names.js";
import { type PointwiseDefinition, pointwise as pointwiseOp } from "./pointwise.js";

/** The operands in the order of the op's inputs, the first a tensor, then the numbers by name where it has any. */
export type Pointwise<Names extends readonly string[], Keys extends string> = (
  ...given: [Keys] extends [never]
    ? OperandsOf<Names>
    : [...OperandsOf<Names>, numbers: { readonly [Key in Keys]: number }]
) => Tensor;

type OperandsOf<Names extends readonly string[]> = Names extends readonly [string, ...infer Rest]
  ? [input: Tensor, ...{ [At in keyof Rest]: Operand }]
  : never;

type Definition<Names extends readonly string[], Truths extends Names[number], Keys extends string> = Omit<
  PointwiseDefinition<Names, Truths, Keys>,
  "dtypes"
> & {
  /** The dtypes that it is computed in. Default: the floating ones; integers are then converted to float32. */
  readonly dtypes?: readonly DType[];
};

/**
 * Makes a function of tensors of a formula for one element: kernels for every device, gradients of any order and fusion inside `compile`
 * follow. The formula is read once; `where(condition, a, b)` chooses, and what is not chosen may be NaN; but where its slope is infinite,
 * as that of `where(x.gt(0), x.log(), 0)` at 0, the gradient is NaN. Write `gradient` where the derived one is not what you want, in terms
 * of `grad`, the inputs and the `output`; what it reads is what is saved.
 *
 * @throws ShapeError, DTypeError, from the function, if the operands do not fit each other; ArgumentError if a number is none.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { pointwise, where } from "@bernoulli/tensor/formulas";
 * const huber = pointwise({
 *   name: "huber",
 *   inputs: ["input", "target"],
 *   numbers: ["delta"],
 *   formula: ({ input, target, delta }) => {
 *     const size = input.sub(target).abs();
 *     return where(size.lt(delta), size.mul(size).mul(0.5), delta.mul(size.sub(delta.mul(0.5))));
 *   },
 * });
 * const x = tensor([0.5, 3], { requiresGrad: true });
 * const loss = huber(x, 0, { delta: 1 });
 * loss.toArray(); // → [0.125, 2.5]
 * loss.sum().backward();
 * x.grad?.toArray(); // → [0.5, 1]
 * ```
 */
export function pointwise<
  const Names extends readonly [string, ...string[]],
  const Truths extends Names[number] = never,
  const Keys extends string = never,
>(definition: Definition<Names, Truths, Keys>): Pointwise<Names, Keys> {
  const { name, inputs, truths = [], numbers = [], dtypes = floatingDTypes } = definition;
  checkNames(name, [...inputs, ...numbers]);
  const op = pointwiseOp({ ...definition, dtypes });
  const isTruth = inputs.map((input) => truths.includes(input as Truths));
  const kinds = Object.fromEntries(numbers.map((key) => [key, "number"] as const));
  return (...given: unknown[]) => {
    const attributes = (given[inputs.length] ?? {}) as Readonly<Record<Keys, number>>;
    checkAttributes(name, attributes, kinds);
    const operands = inputs.map((input, at) => {
      const operand = given[at] as Operand;
      if (at === 0 || isTruth[at] === true || !isScalar(operand)) checkTensor(name, input, operand);
      if (isTruth[at] === true && (operand as Tensor).dtype !== "bool")
        throw new DTypeError(
          `${name}: expected ${input} to be a bool tensor, but got ${(operand as Tensor).dtype}; compare it first, as in x.ne(0)`,
        );
      return operand;
    });
    const tensors = promoted(name, operands, isTruth, dtypes.every(isFloating));
    const { dtype } = tensors[isTruth.indexOf(false)] ?? tensors[0]!;
    checkNumbersFit(name, (op.kernel as FormulaComputation).formula, attributes, dtype);
    return apply(op, broadcast(name, ...tensors) as never, attributes as never) as Tensor;
  };
}

/** The values among the operands in one dtype. */
function promoted(op: string, operands: readonly Operand[], isTruth: readonly boolean[], inFloats: boolean): Tensor[] {
  const values = operands.filter((_, at) => isTruth[at] !== true);
  if (values.length === 0) return operands as Tensor[];
  const first = values.find((operand) => !isScalar(operand)) as Tensor | undefined;
  if (first === undefined) throw new ArgumentError(`${op}: at least one operand must be a tensor`);
  const all = values.reduce<Tensor>((widest, operand) => promote(op, widest, operand)[0], first);
  const { dtype } = inFloats ? floating(all) : all;
  return operands.map((operand, at) => {
    if (isTruth[at] === true) return operand as Tensor;
    return isScalar(operand) ? numberTensor(Number(operand), dtype, first) : to(operand, dtype);
  });
}
