// Declares updates in place: one pass that writes several tensors, such as an optimizer's step over a parameter and its state. They
// have no gradient.

import { ArgumentError, AutogradError, DTypeError, ShapeError } from "../checks/errors.js";
import { checkTensor, type Kind } from "../checks/options.js";
import { applyInPlace } from "../door/apply-in-place.js";
import { complete, type KernelOp } from "../door/op.js";
import { type DType, floatingDTypes } from "../tensor/dtype.js";
import { formatShape, overlapsItself, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { FormulaComputation } from "./computation.js";
import { leavesOf, type Value } from "./expression.js";
import { type Formula, formulaOf } from "./formula.js";
import { checkAttributes, checkNames, checkNumbersFit } from "./names.js";

export interface UpdateDefinition<
  Names extends readonly [string, ...string[]],
  Written extends Names[number],
  Keys extends string,
  Flags extends string,
> {
  readonly name: string;
  /** The tensors, of one shape and dtype; the first is written, and is what the update returns. */
  readonly inputs: Names;
  /** What is the same for every element. */
  readonly numbers?: readonly Keys[];
  /** Choices that are made before anything is computed: each combination is a kernel of its own. */
  readonly flags?: readonly Flags[];
  /** Default: the floating ones. */
  readonly dtypes?: readonly DType[];
  /** What the inputs that are written become, the first among them; all are read before any is written. */
  readonly formula: (
    given: { readonly [Name in Names[number] | Keys]: Value },
    flags: { readonly [Flag in Flags]: boolean },
  ) => { readonly [Name in Written]: Value } & { readonly [Name in Names[0]]: Value };
}

/** Updates tensors in place, and returns the first. */
export type Update<Names extends readonly string[], Keys extends string, Flags extends string> = (
  inputs: { readonly [Name in Names[number]]: Tensor },
  attributes: { readonly [Key in Keys]: number } & { readonly [Flag in Flags]: boolean },
) => Tensor;

/**
 * Makes an update of its formula: one pass over memory, however many tensors it writes, each value rounded as tensors stored one by
 * one would be; inside `compile` the updates of one kind are one job.
 *
 * @throws ShapeError, DTypeError, from the update, if the tensors differ in shape or dtype; AutogradError if gradients are being
 * recorded; ArgumentError if a number or flag is none.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * import { update } from "@bernoulli/tensor/formulas";
 * const momentumStep = update({
 *   name: "momentumStep",
 *   inputs: ["parameter", "gradient", "velocity"],
 *   numbers: ["lr", "momentum"],
 *   formula: ({ parameter, gradient, velocity, lr, momentum }) => {
 *     const moved = velocity.mul(momentum).add(gradient);
 *     return { parameter: parameter.sub(moved.mul(lr)), velocity: moved };
 *   },
 * });
 * const tensors = { parameter: tensor([1, 2]), gradient: tensor([2, -2]), velocity: zeros(2) };
 * momentumStep(tensors, { lr: 0.5, momentum: 0.9 }).toArray(); // → [0, 3]
 * ```
 */
export function update<
  const Names extends readonly [string, ...string[]],
  Written extends Names[number],
  const Keys extends string = never,
  const Flags extends string = never,
>(definition: UpdateDefinition<Names, Written, Keys, Flags>): Update<Names, Keys, Flags> {
  const { name, inputs, numbers = [], flags = [] } = definition;
  checkNames(name, [...inputs, ...numbers, ...flags]);
  const variants = new Map<number, FormulaComputation>();
  let first: FormulaComputation | null = null;
  const variant = (attributes: Readonly<Record<Flags, boolean>>): FormulaComputation => {
    let key = 0;
    for (const flag of flags) key = 2 * key + Number(attributes[flag]);
    let computation = variants.get(key);
    if (computation === undefined) {
      const formula = formulaFor(definition, attributes);
      if (writtenBy(formula) !== writtenBy(first?.formula ?? formula))
        throw new ArgumentError(`${name}: writes other tensors with other flags; let what stays become what it was`);
      computation = new FormulaComputation(formula);
      variants.set(key, computation);
    }
    return computation;
  };
  first = variant(Object.fromEntries(flags.map((flag) => [flag, false])) as Record<Flags, boolean>);
  const op = complete({
    name,
    inputs,
    kernel: first,
    variant,
    infer: ([{ shape, dtype }]: readonly [Tensor]) => [{ shape, dtype }],
    alsoWrites: first.formula.stores.map(({ input }) => input),
  } as never) as unknown as KernelOp;
  const kinds = Object.fromEntries<Kind>([
    ...numbers.map((key) => [key, "number"] as const),
    ...flags.map((flag) => [flag, "boolean"] as const),
  ]);
  return (given, attributes) => {
    const tensors = inputs.map((input) => given[input as Names[number]]);
    check(name, inputs, tensors);
    checkAttributes(name, attributes, kinds);
    checkNumbersFit(name, variant(attributes).formula, attributes, tensors[0]!.dtype);
    checkApart(name, inputs, tensors, [0, ...op.alsoWrites!]);
    return applyInPlace(name, op, tensors as never, attributes);
  };
}

function writtenBy({ stores }: Formula): string {
  return stores
    .map(({ input }) => input)
    .sort()
    .join();
}

function formulaFor<
  Names extends readonly [string, ...string[]],
  Written extends Names[number],
  Keys extends string,
  Flags extends string,
>(
  { name, inputs, numbers = [], dtypes = floatingDTypes, formula }: UpdateDefinition<Names, Written, Keys, Flags>,
  flags: Readonly<Record<Flags, boolean>>,
): Formula {
  const sorts = inputs.map((input) => ({ name: input, sort: "value" }) as const);
  const leaves = leavesOf(sorts, numbers) as { readonly [Name in Names[number] | Keys]: Value };
  const { [inputs[0] as string]: result, ...becoming } = formula(leaves, flags) as Readonly<Record<string, Value>>;
  return formulaOf(name, sorts, dtypes, result!, becoming);
}

function check(op: string, names: readonly string[], tensors: readonly Tensor[]): void {
  for (const [at, tensor] of tensors.entries()) checkTensor(op, names[at]!, tensor);
  const { shape, dtype } = tensors[0]!;
  for (const [at, other] of tensors.entries()) {
    if (!sameShape(other.shape, shape))
      throw new ShapeError(
        `${op}: ${names[at]} must have the shape of ${names[0]}, ${formatShape(shape)}, but got ${formatShape(other.shape)}`,
      );
    if (other.dtype !== dtype)
      throw new DTypeError(`${op}: ${names[at]} must be ${dtype}, as ${names[0]} is, but got ${other.dtype}`);
  }
}

/**
 * Each element that is written is one of one tensor. A tensor that is only read may be one that is written, element by element; what
 * lies in the same memory otherwise must be clearly apart.
 */
function checkApart(
  op: string,
  names: readonly string[],
  tensors: readonly Tensor[],
  written: readonly number[],
): void {
  for (const at of written) {
    const target = tensors[at]!;
    if (overlapsItself(target))
      throw new AutogradError(
        `${op}: unsupported operation: more than one element of ${names[at]} refers to a single memory location; clone() it first`,
      );
    for (const [other, tensor] of tensors.entries()) {
      if (other === at || tensor.storage !== target.storage) continue;
      const isSame = tensor.offset === target.offset && sameShape(tensor.strides, target.strides);
      if (isSame ? !written.includes(other) : areApart(tensor, target)) continue;
      throw new ArgumentError(
        `${op}: ${names[at]} and ${names[other]} share memory, of which the first is written; clone() one of them first`,
      );
    }
  }
}

/** Whether no element of one is one of the other: all of one lies before all of the other, or they are columns apart. */
function areApart(a: Tensor, b: Tensor): boolean {
  const end = ({ offset, shape, strides }: Tensor) =>
    shape.reduce((last, size, dim) => last + (size - 1) * strides[dim]!, offset);
  if (end(a) < b.offset || end(b) < a.offset) return true;
  return sameShape(a.strides, b.strides) && !canMeet(a, b.offset - a.offset);
}

/** Whether two views of a tensor's shape and strides, so far from each other, have an element in common. */
function canMeet({ shape, strides }: Tensor, distance: number): boolean {
  const dims = shape.map((size, dim) => ({ most: size - 1, stride: strides[dim]! })).filter(({ most }) => most > 0);
  dims.sort((a, b) => b.stride - a.stride);
  // How far from 0 the dims from each on lead.
  const reach = [0];
  for (const { most, stride } of dims.toReversed()) reach.unshift(reach[0]! + most * stride);
  const leads = (left: number, at: number): boolean => {
    if (Math.abs(left) > reach[at]!) return false;
    const dim = dims[at];
    if (dim === undefined || dim.stride === 0) return left === 0;
    const rest = reach[at + 1]!;
    const last = Math.min(dim.most, Math.floor((left + rest) / dim.stride));
    for (let steps = Math.max(-dim.most, Math.ceil((left - rest) / dim.stride)); steps <= last; steps++)
      if (leads(left - steps * dim.stride, at + 1)) return true;
    return false;
  };
  return leads(distance, 0);
}
