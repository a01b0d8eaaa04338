// Sums of formulas over some dimensions, several of the same inputs in one pass, with nothing stored between. While a step is recorded
// they are the formulas and the sums one by one, of which regions make passes with what goes on around; bits are the same.

import { formulaSums } from "../backends/wasm/kernels/formula-sums.js";
import { currentRecording } from "../compile/trace.js";
import { apply } from "../door/apply.js";
import { currentLifting } from "../door/lifting.js";
import { complete, type KernelOp } from "../door/op.js";
import { CpuFloats, isCpuFloats } from "../kernels/cpu-floats.js";
import { sum } from "../ops/reductions/sum.js";
import type { Tensor, TensorMeta } from "../tensor/tensor.js";
import type { FormulaComputation } from "./computation.js";

/** What is added up: a formula's op, of those of the inputs at `from`, or null for the one input there. */
export interface SummedTerm {
  readonly op: KernelOp<any, any, readonly ["output"], any, any> | null;
  readonly from: readonly number[];
}

/** Sums over `dims`, which keep size 1, a term each, without gradients; the attributes are the formulas' numbers. */
export type FormulaSums = (
  inputs: readonly Tensor[],
  dims: readonly number[],
  numbers?: Readonly<Record<string, number>>,
) => readonly Tensor[];

/**
 * The inputs of all terms have one shape, the tensors that are the same along a dimension being stretched.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function sumsOfFormulas(name: string, terms: readonly SummedTerm[]): FormulaSums {
  const inputs = Array.from({ length: 1 + Math.max(...terms.flatMap(({ from }) => from)) }, (_, at) => `input${at}`);
  const own = terms.map(({ op, from }) => ({
    formula: (op?.kernel as FormulaComputation | undefined)?.formula ?? null,
    from,
  }));
  const op = complete({
    name,
    inputs,
    outputs: terms.map((_, at) => `sum${at}`),
    kernel: new CpuFloats(name, () => formulaSums(own)),
    infer: ([{ shape, dtype }]: readonly [TensorMeta], { dims }: { readonly dims: readonly number[] }) =>
      terms.map(() => ({ shape: shape.map((size, dim) => (dims.includes(dim) ? 1 : size)), dtype })),
  } as never) as unknown as KernelOp;
  return (given, dims, numbers = {}) => {
    const lifting = currentLifting();
    const isPlain = currentRecording() === null && !given.some((one) => lifting?.isLifted(one) === true);
    if (isPlain && isCpuFloats(given[0]!)) {
      const result: Tensor | Tensor[] = apply(op, given as never, { ...numbers, dims } as never) as never;
      return Array.isArray(result) ? result : [result];
    }
    return terms.map((term) => {
      const some = term.from.map((at) => given[at]!);
      return sum(term.op === null ? some[0]! : apply(term.op, some as never, numbers as never), [...dims], {
        keepdim: true,
      });
    });
  };
}
