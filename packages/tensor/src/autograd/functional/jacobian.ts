// jacobian and hessian: all derivatives of a function's outputs, row by row.

import { AutogradError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import { scope } from "../../memory/step-scope.js";
import { zeros } from "../../ops/creation/creation.js";
import { stack } from "../../ops/shapes/cat.js";
import { select } from "../../ops/views/slice.js";
import { reshape } from "../../ops/views/view.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { enableGrad } from "../grad-mode.js";
import {
  call,
  checkOutputs,
  checkScalar,
  type FunctionalOptions,
  gradientsOf,
  type Spread,
  type Tensors,
} from "./call.js";

/** By output and by input, where there are several. */
export type Jacobian<Inputs extends Tensors, Outputs extends Tensors> = Outputs extends readonly Tensor[]
  ? { [At in keyof Outputs]: OfInputs<Inputs> }
  : OfInputs<Inputs>;
type OfInputs<Inputs extends Tensors> = Inputs extends readonly Tensor[] ? { [At in keyof Inputs]: Tensor } : Tensor;

/**
 * The derivatives of every element of what `fn` returns with respect to every element of its inputs, at `inputs`: a tensor, or an
 * array of them, with which `fn` is called. Of an output of shape (*) and an input of shape (**) it has the shape (*, **); of several
 * outputs, inputs or both it is an array by output, by input, or of arrays. Backward runs once an element of the outputs.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.functional.jacobian.html.
 *
 * @throws ArgumentError if the inputs or the outputs are no tensors; AutogradError in strict mode, where there is no derivative.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * autograd.functional.jacobian((x) => x.pow(2), tensor([1, 3])).toArray(); // → [[2, 0], [0, 6]]
 * const [ofX, ofY] = autograd.functional.jacobian((x, y) => x.mul(y).sum(), [tensor([1, 3]), tensor([4, 5])]);
 * [ofX.toArray(), ofY.toArray()]; // → [[4, 5], [1, 3]]
 * ```
 */
export function jacobian<const Inputs extends Tensors, Outputs extends Tensors>(
  fn: (...inputs: Spread<Inputs>) => Outputs,
  inputs: Inputs,
  options: FunctionalOptions = {},
): Jacobian<Inputs, Outputs> {
  checkOptions("jacobian", options, { createGraph: "boolean", strict: "boolean" });
  const { createGraph = false, strict = false } = options;
  return rowsOf("jacobian", fn as never, inputs, createGraph, strict) as never;
}

/**
 * The second derivatives of a function of one element, at `inputs`: the {@link jacobian} of its gradient. Of an input of shape (*) it has the
 * shape (*, *); of several inputs it is an array of arrays.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.functional.hessian.html.
 *
 * @throws AutogradError unless `fn` returns one tensor of one element; and as {@link jacobian}.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * autograd.functional.hessian((x) => x.pow(3).sum(), tensor([1, 2])).toArray(); // → [[6, 0], [0, 12]]
 * ```
 */
export function hessian<const Inputs extends Tensors>(
  fn: (...inputs: Spread<Inputs>) => Tensor,
  inputs: Inputs,
  options: FunctionalOptions = {},
): Inputs extends readonly Tensor[] ? { [Row in keyof Inputs]: { [At in keyof Inputs]: Tensor } } : Tensor {
  checkOptions("hessian", options, { createGraph: "boolean", strict: "boolean" });
  const { createGraph = false, strict = false } = options;
  const first = (...given: Tensor[]): Tensors => {
    const checked = (...again: Tensor[]): Tensor => {
      const result: Tensors = (fn as (...all: Tensor[]) => Tensor)(...again);
      if (isTensor(result) || Array.isArray(result)) checkScalar("hessian", [result].flat(), isTensor(result));
      return result;
    };
    const rows = rowsOf("jacobian", checked, given.length === 1 && isTensor(inputs) ? given[0]! : given, true, false);
    for (const [at, row] of [rows].flat(2).entries())
      if (strict && !row.requiresGrad)
        throw new AutogradError(
          `hessian: While computing the hessian, found that the jacobian of the user-provided function with respect to input ${at} is independent of the input. This is not allowed in strict mode. ` +
            "You should ensure that your function is twice differentiable and that the jacobian depends on the inputs (this would be violated by a linear function for example).",
        );
    return rows as Tensors;
  };
  return rowsOf("hessian", first, inputs, createGraph, strict) as never;
}

function rowsOf(
  op: string,
  fn: (...inputs: Tensor[]) => Tensors,
  given: Tensors,
  createGraph: boolean,
  strict: boolean,
): Tensor | Tensor[] | Tensor[][] {
  const compute = () => {
    const { inputs, outputs, isSingle } = call(op, fn, given, createGraph);
    checkOutputs(op, outputs, strict);
    const all = outputs.map((output, place) => {
      const flat = reshape(output, [-1]);
      const rows = Array.from({ length: flat.numel() }, (_, at) =>
        gradientsOf([select(flat, 0, at)], inputs, [null], createGraph),
      );
      return inputs.map((input, column) => {
        const { dtype, device } = input;
        const shape = [...output.shape, ...input.shape];
        const found = rows.map((row) => row[column] ?? null);
        if (strict) checkStrict(op, found, place, column, createGraph);
        if (found.every((one) => one === null)) return zeros(shape, { dtype, device });
        const none = found.includes(null) ? zeros(input.shape, { dtype, device }) : null;
        return reshape(stack(found.map((one) => one ?? none!)), shape);
      });
    });
    const byInput = isTensor(given) ? all.map((row) => row[0]!) : all;
    return isSingle ? byInput[0]! : (byInput as Tensor[] | Tensor[][]);
  };
  return enableGrad(() => (createGraph ? compute() : scope(compute)));
}

function checkStrict(
  op: string,
  rows: readonly (Tensor | null)[],
  output: number,
  input: number,
  createGraph: boolean,
): void {
  if (rows.includes(null))
    throw new AutogradError(
      `${op}: Output ${output} of the user-provided function is independent of input ${input}. This is not allowed in strict mode.`,
    );
  if (createGraph && rows.some((row) => row?.requiresGrad === false))
    throw new AutogradError(
      `${op}: The jacobian of the user-provided function is independent of input ${input}. This is not allowed in strict mode when { createGraph: true }.`,
    );
}
