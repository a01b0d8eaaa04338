// Declares updates that go along sequences step by step, with a product of matrices in each step: what the passes of a recurrent layer
// are, there and back. All steps are one op, so that what the products share is made ready once. They have no gradient.

import { recurrentSteps } from "../backends/wasm/kernels/recurrent.js";
import { repeats } from "../backends/wasm/replayable.js";
import { ArgumentError, AutogradError, DTypeError, ShapeError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import { applyInPlace } from "../door/apply-in-place.js";
import { complete, type KernelOp } from "../door/op.js";
import type { KernelFunction, Operand, RecurrentSteps } from "../kernels/contract.js";
import { type Access, FoundOnce, type Implementation } from "../kernels/kernel.js";
import { matmul } from "../kernels/kernels.js";
import type { Device } from "../memory/storage.js";
import { type DType, floatingDTypes } from "../tensor/dtype.js";
import { formatShape, isContiguous, overlapsItself } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { FormulaComputation } from "./computation.js";
import { leavesOf, type Value } from "./expression.js";
import { type Formula, formulaOf } from "./formula.js";
import { checkNames } from "./names.js";

export interface RecurrentUpdateDefinition<
  Names extends readonly [string, ...string[]],
  PerStep extends Names[number],
  Written extends Names[number],
> {
  readonly name: string;
  /** The tensors of the formula, of one width and dtype; the first is written, and is what the update returns. */
  readonly inputs: Names;
  /** Those that have a row for each sequence in each step; the others have one for each sequence. The first is among them. */
  readonly perStep: readonly PerStep[];
  /** Whether a step's product comes before its formula, which may read it, or behind, of what the formula has written. */
  readonly product: "before" | "behind";
  /** What the inputs that are written become, the first among them, in a step; all are read before any is written. */
  readonly formula: (given: { readonly [Name in Names[number]]: Value }) => {
    readonly [Name in Written]: Value;
  } & { readonly [Name in Names[0]]: Value };
}

/** The rows of one step, of tensors that have rows for each; of others they are the first `size`. */
export interface RecurrentStep {
  readonly start: number;
  readonly size: number;
}

/** The product of each step: `left`'s rows, of this step or of the sequences, with `right`, put into the first rows of `product`. */
export interface RecurrentProduct {
  /** (rows, k) */
  readonly left: Tensor;
  /** (k, n) */
  readonly right: Tensor;
  /** (sequences, n), contiguous; tensors of the formula may be views of it. */
  readonly product: Tensor;
}

/** Updates tensors in place, step by step, and returns the first. */
export type RecurrentUpdate<Names extends readonly string[]> = (
  inputs: { readonly [Name in Names[number]]: Tensor },
  product: RecurrentProduct,
  steps: readonly RecurrentStep[],
) => Tensor;

interface Attributes {
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
}

/**
 * Makes a recurrent update of the formula of a step: as many passes over memory as there are steps, and a product of matrices in each.
 * What a step writes the next one reads; tensors that share memory without being meant to are the caller's affair.
 *
 * @throws ShapeError, DTypeError, ArgumentError, from the update, if tensors or steps do not fit; AutogradError if gradients are being recorded, or a tensor
 * that is written shows one element at several places.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * import { recurrentUpdate } from "@bernoulli/tensor/formulas";
 * const decay = recurrentUpdate({
 *   name: "decay",
 *   inputs: ["sums", "input", "state", "product"],
 *   perStep: ["sums", "input"],
 *   product: "before",
 *   formula: ({ input, product }) => ({ sums: input.add(product), state: input.add(product) }),
 * });
 * const [state, product] = [zeros(1, 1), zeros(1, 1)];
 * const input = tensor([[1], [0], [2]]);
 * const steps = [0, 1, 2].map((start) => ({ start, size: 1 }));
 * const given = { sums: zeros(3, 1), input, state, product };
 * decay(given, { left: state, right: tensor([[0.5]]), product }, steps).toArray(); // → [[1], [0.5], [2.25]]
 * ```
 */
export function recurrentUpdate<
  const Names extends readonly [string, ...string[]],
  PerStep extends Names[number],
  Written extends Names[number],
>(definition: RecurrentUpdateDefinition<Names, PerStep, Written>): RecurrentUpdate<Names> {
  const { name, inputs, perStep } = definition;
  checkNames(name, inputs);
  const formula = formulaFor(definition);
  const isPerStep = inputs.map((input) => (perStep as readonly string[]).includes(input));
  const written = [0, ...formula.stores.map(({ input }) => input)];
  const op = complete({
    name,
    inputs: [...inputs, "left", "right", "product"],
    kernel: new RecurrentComputation(formula, isPerStep, definition.product),
    infer: ([{ shape, dtype }]: readonly [Tensor]) => [{ shape, dtype }],
    alsoWrites: [...written.slice(1), inputs.length + 2],
  } as never) as unknown as KernelOp;
  const wanted: Wanted = { op: name, names: inputs, isPerStep, written, isBefore: definition.product === "before" };
  return (given, { left, right, product }, steps) => {
    const tensors = inputs.map((input) => given[input as Names[number]]);
    check(wanted, tensors, { left, right, product }, steps);
    const attributes: Attributes = { starts: steps.map(({ start }) => start), sizes: steps.map(({ size }) => size) };
    return applyInPlace(name, op, [...tensors, left, right, product] as never, attributes);
  };
}

function formulaFor<
  Names extends readonly [string, ...string[]],
  PerStep extends Names[number],
  Written extends Names[number],
>({ name, inputs, formula }: RecurrentUpdateDefinition<Names, PerStep, Written>): Formula {
  const sorts = inputs.map((input) => ({ name: input, sort: "value" }) as const);
  const leaves = leavesOf(sorts, []) as { readonly [Name in Names[number]]: Value };
  const { [inputs[0] as string]: result, ...becoming } = formula(leaves) as Readonly<Record<string, Value>>;
  return formulaOf(name, sorts, floatingDTypes, result!, becoming);
}

/** What an update wants of its tensors. */
interface Wanted {
  readonly op: string;
  readonly names: readonly string[];
  readonly isPerStep: readonly boolean[];
  /** The places of those that are written to. */
  readonly written: readonly number[];
  /** Whether the product is computed before the formula, of the rows of a step. */
  readonly isBefore: boolean;
}

function check(
  { op, names, isPerStep, written, isBefore }: Wanted,
  tensors: readonly Tensor[],
  { left, right, product }: RecurrentProduct,
  steps: readonly RecurrentStep[],
): void {
  if (steps.length === 0) throw new ShapeError(`${op}: wants one step at least`);
  for (const { start, size } of steps)
    if (!Number.isInteger(start) || !Number.isInteger(size) || start < 0 || size < 1)
      throw new ArgumentError(
        `${op}: a step begins at row 0 or later and has one row or more, but got ${start} and ${size}`,
      );
  const all = [...tensors, left, right, product];
  const { dtype, shape } = tensors[0]!;
  const [rows, most] = [
    Math.max(...steps.map(({ start, size }) => start + size)),
    Math.max(...steps.map(({ size }) => size)),
  ];
  for (const [at, tensor] of all.entries()) {
    const name = names[at] ?? ["left", "right", "product"][at - names.length]!;
    checkTensor(op, name, tensor);
    if (tensor.dtype !== dtype)
      throw new DTypeError(`${op}: ${name} must be ${dtype}, as ${names[0]} is, but got ${tensor.dtype}`);
    if (tensor.ndim !== 2)
      throw new ShapeError(`${op}: ${name} must be a matrix, but got ${formatShape(tensor.shape)}`);
    if ((written.includes(at) || tensor === product) && overlapsItself(tensor))
      throw new AutogradError(
        `${op}: unsupported operation: more than one element of ${name} refers to a single memory location; clone() it first`,
      );
    if (at >= names.length) continue;
    const least = isPerStep[at] ? rows : most;
    if (tensor.shape[0]! < least || tensor.shape[1] !== shape[1])
      throw new ShapeError(
        `${op}: ${name} must have ${least} rows or more, and ${shape[1]} columns, but got ${formatShape(tensor.shape)}`,
      );
  }
  const leftRows = isBefore ? most : rows;
  if (left.shape[0]! < leftRows)
    throw new ShapeError(`${op}: left must have ${leftRows} rows or more, but got ${formatShape(left.shape)}`);
  const fits = left.shape[1] === right.shape[0] && product.shape[1] === right.shape[1] && product.shape[0]! >= most;
  if (!fits || !isContiguous(product))
    throw new ShapeError(
      `${op}: product must be contiguous and hold ${most} rows of left × right, ${formatShape(left.shape)} × ${formatShape(right.shape)}, but got ${formatShape(product.shape)}`,
    );
}

type Along = (given: RecurrentSteps) => void;

/** By kernels called step by step. */
const plainly: Along = ({ formula, inputs, isPerStep, left, right, product, isBefore, steps }) => {
  const matmulOf = matmul.on(right.storage.allocator.device, right.dtype)!.run as KernelFunction<"matmul">;
  const multiply = (start: number, size: number) =>
    matmulOf([alone(rowsOf(left, start, size)), alone(right)], [alone(rowsOf(product, 0, size))], {});
  for (const { start, size } of steps) {
    if (isBefore) multiply(0, size);
    const own = inputs.map((input, at) => rowsOf(input, isPerStep[at] === true ? start : 0, size));
    formula(own, [own[0]!], {} as never);
    if (!isBefore) multiply(start, size);
  }
};

/** The devices that have a way of their own; null, as of the others, where kernels are to be called step by step. */
const alongOn: { readonly [At in Device]?: (dtype: DType) => Along | null } = {
  cpu: (dtype) => (dtype === "float32" ? recurrentSteps : null),
};

class RecurrentComputation extends FoundOnce {
  readonly name: string;
  readonly access: Access = "opaque";
  readonly #formula: FormulaComputation;
  readonly #isPerStep: readonly boolean[];
  readonly #product: "before" | "behind";

  constructor(formula: Formula, isPerStep: readonly boolean[], product: "before" | "behind") {
    super();
    this.name = formula.name;
    this.#formula = new FormulaComputation(formula);
    this.#isPerStep = isPerStep;
    this.#product = product;
  }

  protected find(device: Device, dtype: DType): Implementation | null {
    const formula = this.#formula.on(device, dtype);
    if (formula === null || matmul.on(device, dtype) === null) return null;
    const own = alongOn[device]?.(dtype) ?? null;
    const run = this.#along(formula.run, own ?? plainly) as KernelFunction;
    if (own === null) return { run, by: formula.by };
    return { run: repeats(run, (({ starts, sizes }: Attributes) => [...starts, ...sizes]) as never), by: formula.by };
  }

  #along(formula: KernelFunction, along: Along) {
    const [isPerStep, isBefore] = [this.#isPerStep, this.#product === "before"];
    const count = isPerStep.length;
    return (given: readonly (Operand | null)[], _: readonly Operand[], { starts, sizes }: Attributes): void => {
      const [left, right, product] = given.slice(count) as [Operand, Operand, Operand];
      const inputs = given.slice(0, count) as readonly Operand[];
      const steps = starts.map((start, at) => ({ start, size: sizes[at]! }));
      along({ formula, inputs, isPerStep, left, right, product, isBefore, steps });
    };
  }
}

function rowsOf({ storage, dtype, shape, strides, offset }: Operand, start: number, size: number): Operand {
  return { storage, dtype, shape: [size, shape[1]!], strides, offset: offset + start * strides[0]! };
}

/** A matrix as a stack of one. */
function alone({ shape, strides, ...rest }: Operand): Operand {
  const { storage, dtype, offset } = rest;
  return { storage, dtype, offset, shape: [1, ...shape], strides: [0, ...strides] };
}
