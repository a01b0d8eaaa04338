// Declares ops of which each element depends on the elements at its place alone: one formula, from which kernels, gradients of any
// order and fusion follow. Shapes are broadcast and dtypes promoted beforehand, by whoever applies the op.

import { describe } from "../checks/describe.js";
import { ArgumentError, DTypeError } from "../checks/errors.js";
import { apply } from "../door/apply.js";
import { complete, type Gradients, type KernelOp } from "../door/op.js";
import { type DType, dtypeTraits, isFloating } from "../tensor/dtype.js";
import type { Tensor, TensorMeta } from "../tensor/tensor.js";
import { gradientOf } from "./adjoints.js";
import { FormulaComputation } from "./computation.js";
import { type Expression, leavesOf, type Origin, partsOf, type Truth, Value } from "./expression.js";
import { dtypeOfSort, type FormulaInput, formulaOf } from "./formula.js";

type Inputs<Names extends readonly string[], Truths extends string> = {
  readonly [Name in Names[number]]: Name extends Truths ? Truth : Value;
};
type Numbers<Keys extends string> = { readonly [Key in Keys]: Value };

export interface PointwiseDefinition<
  Names extends readonly string[],
  Truths extends Names[number],
  Keys extends string,
> {
  readonly name: string;
  readonly inputs: Names;
  /** Inputs that are bools and choose; the others are of one dtype, which is the formula's. */
  readonly truths?: readonly Truths[];
  /** Attributes: numbers that are the same for every element. */
  readonly numbers?: readonly Keys[];
  readonly dtypes: readonly DType[];
  readonly formula: (given: Inputs<Names, Truths> & Numbers<Keys>) => Expression;
  /**
   * The inputs' gradients, in their order, null for none, where PyTorch chooses others than the primitives' slopes give, or a form
   * that reads less. Default: derived.
   */
  readonly gradient?: (
    given: Inputs<Names, Truths> & Numbers<Keys> & { readonly grad: Value; readonly output: Value },
  ) => readonly (Value | null)[];
}

/**
 * The op of a formula; see {@link PointwiseDefinition}. What its gradients read is what is saved, no more.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function pointwise<
  const Names extends readonly string[],
  const Truths extends Names[number] = never,
  const Keys extends string = never,
>(
  definition: PointwiseDefinition<Names, Truths, Keys>,
): KernelOp<never, Names, readonly ["output"], never, { readonly [Key in Keys]: number }> {
  const { name, inputs, truths = [], numbers = [], dtypes } = definition;
  const sorts = inputs.map((input): FormulaInput => {
    return { name: input, sort: truths.includes(input as Truths) ? "truth" : "value" };
  });
  const leaves = leavesOf(sorts, numbers) as Inputs<Names, Truths> & Numbers<Keys>;
  const root = definition.formula(leaves);
  return opOf(name, sorts, dtypes, root, ({ grad, output }) => {
    const written = definition.gradient?.({
      ...leaves,
      grad: new Value({ kind: "input", name: grad }),
      output: new Value({ kind: "input", name: output }),
    });
    if (written !== undefined) checkGradients(name, inputs, written);
    return written ?? inputs.map((input) => gradientOf(root, input, { grad, output }));
  }) as never;
}

function checkGradients(op: string, inputs: readonly string[], given: readonly (Value | null)[]): void {
  if (given.length !== inputs.length)
    throw new ArgumentError(
      `${op}: its gradient returned an incorrect number of gradients (expected ${inputs.length}, got ${given.length}); one an input, null for none`,
    );
  for (const [at, gradient] of given.entries())
    if (gradient !== null && !(gradient instanceof Value))
      throw new ArgumentError(
        `${op}: the gradient of ${inputs[at]} must be a value or null, but got ${describe(gradient)}`,
      );
}

/** What the gradient of an op's output and the output itself are called in its gradients' formulas. */
interface GradientNames {
  readonly grad: string;
  readonly output: string;
}

function opOf(
  name: string,
  inputs: readonly FormulaInput[],
  dtypes: readonly DType[],
  root: Expression,
  gradientsOf: (names: GradientNames) => readonly (Value | null)[],
): KernelOp {
  const kernel = new FormulaComputation(formulaOf(name, inputs, dtypes, root));
  const names = inputs.map((input) => input.name);
  const free = (wanted: string): string => (names.includes(wanted) ? free(`${wanted}Of`) : wanted);
  const own = { grad: free("gradOutput"), output: free("output") };
  const gradients = root.sort === "truth" ? [] : gradientsOf(own);
  const known: readonly FormulaInput[] = [
    { name: own.grad, sort: "value" },
    ...inputs,
    { name: own.output, sort: "value" },
  ];
  const reads = gradients.map((gradient) => (gradient === null ? [] : inputsIn(gradient, known)));
  // One that is the same everywhere still has the shape of what arrived.
  for (const [at, read] of reads.entries()) if (read.length === 0 && gradients[at] !== null) reads[at] = [known[0]!];
  const save: Record<string, readonly string[]> = {};
  for (const one of known.slice(1)) {
    const readers = names.filter((_, at) => reads[at]?.includes(one));
    if (readers.length > 0) save[one.name] = readers;
  }
  // Made when first asked for: each has gradients of its own.
  const ops = new Map<number, KernelOp>();
  const gradientOp = (at: number): KernelOp => {
    let op = ops.get(at);
    if (op === undefined) {
      const root = gradients[at]!;
      op = opOf(`${name}Backward`, reads[at]!, dtypes.filter(isFloating), root, (inner) =>
        reads[at]!.map((input) => gradientOf(root, input.name, inner)),
      );
      ops.set(at, op);
    }
    return op;
  };
  const values = inputs.findIndex(({ sort }) => sort === "value");
  const op = complete({
    name,
    inputs: names,
    kernel,
    dtypeFrom: Math.max(values, 0),
    infer: (metas: readonly TensorMeta[]) => {
      const { shape, dtype } = metas[Math.max(values, 0)]!;
      for (const [at, { sort }] of inputs.entries()) checkDType(name, metas[at]!, dtypeOfSort(sort, dtype));
      return [{ shape, dtype: dtypeOfSort(root.sort, dtype) }];
    },
    save,
    backward: (context: { readonly needs: readonly boolean[]; readonly attributes: unknown }): Gradients => {
      const { grad, ...saved } = context as unknown as Record<string, Tensor>;
      const tensors = { ...saved, [own.grad]: grad! };
      return gradients.map((gradient, at) => {
        if (gradient === null || context.needs[at] !== true) return null;
        const passed = passedOn(gradient, context.attributes as Readonly<Record<string, number>>);
        if (passed !== null) return tensors[passed]!;
        return apply(
          gradientOp(at),
          reads[at]!.map((input) => tensors[input.name]!) as never,
          context.attributes,
        ) as Tensor;
      });
    },
  } as never) as KernelOp;
  return { ...op, gradientOp };
}

/** The input that a gradient is, also as a product with a number that is 1; null where it is to be computed. */
function passedOn({ origin }: Value, attributes: Readonly<Record<string, number>>): string | null {
  if (origin.kind === "input") return origin.name;
  if (origin.kind !== "primitive" || origin.name !== "mul") return null;
  const [first, second] = origin.operands.map((operand) => operand.origin) as [Origin, Origin];
  return first.kind === "input" && second.kind === "number" && attributes[second.name] === 1 ? first.name : null;
}

/** Of the inputs, those that an expression reads, in their order. */
function inputsIn(expression: Expression, known: readonly FormulaInput[]): readonly FormulaInput[] {
  const read = new Set<string>();
  for (const { origin } of partsOf(expression)) if (origin.kind === "input") read.add(origin.name);
  return known.filter(({ name }) => read.has(name));
}

function checkDType(op: string, { dtype }: TensorMeta, wanted: DType): void {
  if (dtype === wanted) return;
  throw new DTypeError(
    `${op}: expected all tensors to be ${dtypeTraits[wanted].scalarName}, but found ${dtypeTraits[dtype].scalarName}; convert with .to("${wanted}") first`,
  );
}
