// gradcheck and gradgradcheck: autograd's gradients against finite differences, as PyTorch checks them, for functions of
// the user's own. The package's own ops are checked more sharply, by the testing package.

import { checkSynchronous } from "../checks/asynchronous.js";
import { AutogradError } from "../checks/errors.js";
import { checkArgument, checkOptions, checkTensor } from "../checks/options.js";
import { warnOnce } from "../checks/warn.js";
import { apply } from "../door/apply.js";
import { scope } from "../memory/step-scope.js";
import { fillOp } from "../ops/creation/fill.js";
import { sub } from "../ops/pointwise/add.js";
import { mul } from "../ops/pointwise/mul.js";
import { rand } from "../ops/random/random.js";
import { detach } from "../ops/views/detach.js";
import { Generator } from "../random/generator.js";
import { isFloating } from "../tensor/dtype.js";
import { toTypedArray } from "../tensor/reads.js";
import { formatShape, isContiguous } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { grad } from "./backward.js";
import { noGrad } from "./grad-mode.js";

export interface GradcheckOptions {
  /** How far an element is moved to either side. Default 1e-6. */
  readonly eps?: number;
  /** A slope may differ by this much. Default 1e-5. */
  readonly atol?: number;
  /** And by this share of the numeric one. Default 1e-3. */
  readonly rtol?: number;
  /** Returns false instead of throwing. Default true. */
  readonly raiseException?: boolean;
}

/** A function of tensors to one, or several. */
export type Differentiable = (...inputs: Tensor[]) => Tensor | readonly Tensor[];

/**
 * Whether the gradients that autograd finds for `fn` at `inputs` are those of finite differences: every element of each
 * input that requires a gradient is moved, and every element of each output differentiated. Inputs should be float64.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.gradcheck.html.
 *
 * @throws AutogradError that shows both where they differ, unless `raiseException` is false.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * const x = tensor([0.3, -1.2], { dtype: "float64", requiresGrad: true });
 * autograd.gradcheck((x) => x.exp().mul(x), [x]); // → true
 * ```
 */
export function gradcheck(fn: Differentiable, inputs: readonly Tensor[], options: GradcheckOptions = {}): boolean {
  checkCall("gradcheck", fn, inputs);
  checkOptions("gradcheck", options, ["eps", "atol", "rtol", "raiseException"]);
  const problem = scope(() => findProblem("gradcheck", fn, inputs, options));
  if (problem === null) return true;
  if (options.raiseException === false) return false;
  throw new AutogradError(`gradcheck: ${problem}`);
}

/**
 * {@link gradcheck} of the gradient itself: whether the second derivatives of `fn` are those of finite differences.
 * `gradOutputs` are the weights of the outputs; by default they are drawn.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.gradgradcheck.html.
 *
 * @throws as {@link gradcheck}.
 */
export function gradgradcheck(
  fn: Differentiable,
  inputs: readonly Tensor[],
  gradOutputs: readonly Tensor[] | null = null,
  options: GradcheckOptions = {},
): boolean {
  checkCall("gradgradcheck", fn, inputs);
  checkOptions("gradgradcheck", options, ["eps", "atol", "rtol", "raiseException"]);
  for (const [at, output] of (gradOutputs ?? []).entries()) checkTensor("gradgradcheck", `gradOutputs[${at}]`, output);
  const problem = scope(() => {
    const outputs = noGrad(() => outputsOf(fn, inputs));
    const generator = new Generator({ seed: 0 });
    const weights =
      gradOutputs ??
      outputs.map(({ shape, dtype, device }) =>
        detach(sub(mul(rand(shape, { dtype, device, generator }), 2), 1)).requiresGrad_(),
      );
    const wanted = inputs.map((input) => input.requiresGrad);
    const first: Differentiable = (...given) => {
      const points = given.slice(0, inputs.length);
      const leaves = points.filter((_, at) => wanted[at]);
      const found = grad(outputsOf(fn, points), leaves, {
        gradOutputs: given.slice(inputs.length),
        createGraph: true,
        allowUnused: true,
      });
      // What does not depend on a leaf has a gradient of zeros.
      return found.map((gradient, at) => gradient ?? mul(leaves[at]!, 0));
    };
    return findProblem("gradgradcheck", first, [...inputs, ...weights], options);
  });
  if (problem === null) return true;
  if (options.raiseException === false) return false;
  throw new AutogradError(`gradgradcheck: ${problem}`);
}

function checkCall(op: string, fn: unknown, inputs: readonly Tensor[]): void {
  checkArgument(op, "fn", fn, "function");
  checkArgument(op, "inputs", inputs, "array");
  for (const [at, input] of inputs.entries()) checkTensor(op, `inputs[${at}]`, input);
}

function outputsOf(fn: Differentiable, inputs: readonly Tensor[]): readonly Tensor[] {
  const result = checkSynchronous("gradcheck", "the function", fn(...inputs));
  return Array.isArray(result) ? (result as readonly Tensor[]) : [result as Tensor];
}

function findProblem(
  op: string,
  fn: Differentiable,
  inputs: readonly Tensor[],
  { eps = 1e-6, atol = 1e-5, rtol = 1e-3 }: GradcheckOptions,
): string | null {
  const checked = inputs.filter((input) => input.requiresGrad);
  if (checked.length === 0) throw new AutogradError(`${op}: expects at least one input tensor to require gradient`);
  const coarse = checked.find(({ dtype }) => dtype !== "float64");
  if (coarse !== undefined)
    warnOnce(
      op,
      `${op}: an input is ${coarse.dtype}; differences are only sharp enough in float64, so this check may fail`,
    );
  const crooked = checked.find((input) => !isContiguous(input) || !input.isLeaf);
  if (crooked !== undefined)
    throw new AutogradError(
      `${op}: expects leaves that lie in order, but got one of shape ${formatShape(crooked.shape)}; give x.detach().clone().requiresGrad_()`,
    );
  const outputs = outputsOf(fn, inputs);
  for (const [at, output] of outputs.entries()) {
    if (!isFloating(output.dtype)) continue;
    for (const [place, input] of checked.entries()) {
      const analytic = output.requiresGrad ? analyticRows(output, input) : rowsOf(output.numel(), input.numel());
      const numeric = numericRows(fn, inputs, at, input, eps);
      const wrong = analytic.some((row, out) =>
        row.some(
          (slope, element) =>
            !(Math.abs(slope - numeric[out]![element]!) <= atol + rtol * Math.abs(numeric[out]![element]!)),
        ),
      );
      if (wrong) {
        return `Jacobian mismatch for output ${at} with respect to input ${inputs.indexOf(checked[place]!)},\nnumerical: ${show(numeric)}\nanalytical: ${show(analytic)}`;
      }
    }
  }
  return null;
}

const rowsOf = (outputs: number, elements: number) => Array.from({ length: outputs }, () => new Float64Array(elements));

/** The gradient of each element of the output. */
function analyticRows(output: Tensor, input: Tensor): Float64Array[] {
  return rowsOf(output.numel(), input.numel()).map((row, at) => {
    scope(() => {
      const { shape, dtype, device } = output;
      const weights = apply(fillOp, [], { value: 0, shape, dtype }, { device });
      weights.storage.elements(dtype)[at] = 1;
      const [gradient] = grad(output, [input], { gradOutputs: [weights], retainGraph: true, allowUnused: true });
      if (gradient !== null) row.set(toTypedArray(gradient!));
    });
    return row;
  });
}

/** The slope of each element of the output, along each of the input's. */
function numericRows(
  fn: Differentiable,
  inputs: readonly Tensor[],
  at: number,
  input: Tensor,
  eps: number,
): Float64Array[] {
  // Asked for anew each time: memory that grows moves them.
  const elements = () => input.storage.elements(input.dtype);
  const values = (place: number, value: number): Float64Array => {
    elements()[place] = value;
    // Recorded: the function may take gradients of its own.
    return scope(() => Float64Array.from(toTypedArray(outputsOf(fn, inputs)[at]!)));
  };
  const columns = Array.from({ length: input.numel() }, (_, element) => {
    const place = input.offset + element;
    const centre = elements()[place]!;
    try {
      const [above, below] = [values(place, centre + eps), values(place, centre - eps)];
      return above.map((value, row) => (value - below[row]!) / (2 * eps));
    } finally {
      elements()[place] = centre;
    }
  });
  const outputs = columns[0]?.length ?? 0;
  return rowsOf(outputs, input.numel()).map((row, out) => row.map((_, element) => columns[element]![out]!));
}

function show(rows: readonly Float64Array[]): string {
  const [most, text] = [
    8,
    (row: Float64Array) => Array.from(row.subarray(0, 8), (value) => Number(value.toPrecision(6))).join(", "),
  ];
  return `[${rows
    .slice(0, most)
    .map((row) => `[${text(row)}${row.length > most ? ", …" : ""}]`)
    .join(", ")}${rows.length > most ? ", …" : ""}]`;
}
