// backward and grad: what is asked of the graph, and what of it is refused. The walk itself is walk.ts's.

import { describe } from "../checks/describe.js";
import { ArgumentError, AutogradError, DeviceError, ShapeError } from "../checks/errors.js";
import { checkArgument, checkOptions, checkTensor, optionsOf, type Positional } from "../checks/options.js";
import { currentLifting } from "../door/lifting.js";
import { formatShape, sameShape } from "../tensor/shape.js";
import { Tensor } from "../tensor/tensor.js";
import { observed } from "./observers.js";
import { PerEdge } from "./order.js";
import { type Root, walk } from "./walk.js";

export interface BackwardOptions {
  /** The gradient to start from; needed unless the tensor has one element. */
  readonly gradient?: Tensor;
  /** Keeps what the graph saved, so that backward can run again. Default: the value of `createGraph`. */
  readonly retainGraph?: boolean;
  /** Records the gradients' own computation, for second derivatives. */
  readonly createGraph?: boolean;
}

export interface GradOptions extends Omit<BackwardOptions, "gradient"> {
  /** Gradients to start from, one an output; of one output it may stand alone. */
  readonly gradOutputs?: Tensor | readonly (Tensor | null)[] | null;
  /** Gives null, instead of an error, for an input that the outputs do not depend on. */
  readonly allowUnused?: boolean;
}

const backwardPlaces = ["gradient", "retainGraph", "createGraph"] as const;
const gradPlaces = ["gradOutputs", "retainGraph", "createGraph"] as const;

/**
 * Computes the gradients of `input` with respect to the leaves of its graph and adds them to their `grad`.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.backward.html.
 *
 * @throws AutogradError if nothing was recorded, if the graph was used up, or if a saved tensor was overwritten.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.mul(3).sum().backward();
 * w.grad?.toArray(); // → [3, 3]
 * w.mul(3).backward(tensor([0, 1]));
 * w.grad?.toArray(); // → [3, 6]
 * ```
 */
export function backward(input: Tensor, ...rest: Positional<BackwardOptions, typeof backwardPlaces>): void {
  checkTensor("backward", "input", input);
  const options = optionsOf<BackwardOptions>("backward", backwardPlaces, rest);
  checkOptions("backward", options, ["gradient", "retainGraph", "createGraph"]);
  const { createGraph = false, retainGraph = createGraph } = options;
  if (currentLifting()?.isLifted(input) === true) {
    throw new AutogradError(
      "backward: backward() called inside a function that vmap maps. This is not supported, please use func.grad or func.vjp instead or call backward() outside of vmap.",
    );
  }
  const root = rootOf("backward", input, options.gradient ?? null);
  observed(input, () => void walk({ roots: [root], retainGraph, createGraph, wanted: null }));
}

/**
 * The gradients of `outputs` with respect to `inputs`, returned instead of accumulated.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.grad.html.
 *
 * @throws AutogradError if an input is not part of the outputs' graph, unless `allowUnused`.
 * @example
 * ```ts
 * import { grad, tensor } from "@bernoulli/tensor";
 * const x = tensor(3, { requiresGrad: true });
 * const [first] = grad(x.pow(3), [x], { createGraph: true });
 * const [second] = grad(first, [x]);
 * [first.item(), second.item()]; // → [27, 18]
 * grad(x.mul(2), x, tensor(10))[0].item(); // → 20
 * ```
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions & { readonly allowUnused: true },
): (Tensor | null)[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor,
  ...rest: Positional<GradOptions, typeof gradPlaces>
): [Tensor];
export function grad<Count extends readonly Tensor[]>(
  outputs: Tensor | readonly Tensor[],
  inputs: readonly [...Count],
  ...rest: Positional<GradOptions, typeof gradPlaces>
): { [At in keyof Count]: Tensor };
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  ...rest: readonly unknown[]
): (Tensor | null)[] {
  const options = optionsOf<GradOptions>("grad", gradPlaces, rest);
  checkOptions("grad", options, [...gradPlaces, "allowUnused"]);
  const { createGraph = false, retainGraph = createGraph, allowUnused = false } = options;
  const list = outputs instanceof Tensor ? [outputs] : outputs;
  const wants = inputs instanceof Tensor ? [inputs] : inputs;
  const gradOutputs = options.gradOutputs instanceof Tensor ? [options.gradOutputs] : (options.gradOutputs ?? null);
  for (const [name, tensors] of Object.entries({ outputs: list, inputs: wants })) {
    checkArgument("grad", name, tensors, "array");
    for (const [at, tensor] of tensors.entries()) checkTensor("grad", `${name}[${at}]`, tensor);
  }
  if (gradOutputs !== null && (!Array.isArray(gradOutputs) || gradOutputs.length !== list.length))
    throw new ArgumentError(
      `grad: gradOutputs must be a Tensor or an array, one gradient an output: there are ${list.length} outputs, but got ${describe(options.gradOutputs)}`,
    );
  const roots = list.map((output, at) => rootOf("grad", output, gradOutputs?.[at] ?? null));
  const wanted = new PerEdge<true>();
  const edges = wants.map((input) => {
    const edge = input.gradEdge;
    if (edge === null) throw new AutogradError("grad: one of the differentiated Tensors does not require grad");
    wanted.set(edge, true);
    return edge;
  });
  const found = walk({ roots, retainGraph, createGraph, wanted });
  return edges.map((edge, at) => {
    const result = found.get(edge) ?? null;
    if (result === null && !allowUnused) {
      throw new AutogradError(
        `grad: The differentiated Tensor at index ${at} appears to not have been used in the graph. Set { allowUnused: true } if this is the desired behavior.`,
      );
    }
    return result;
  });
}

function rootOf(op: string, output: Tensor, gradient: Tensor | null): Root {
  if (gradient !== null) checkTensor(op, "gradient", gradient);
  const edge = output.gradEdge;
  if (edge === null) {
    throw new AutogradError(
      `${op}: element 0 of tensors does not require grad and does not have a gradNode; was it computed inside noGrad, or from tensors without requiresGrad?`,
    );
  }
  if (gradient === null && output.numel() !== 1) {
    throw new AutogradError(
      `${op}: grad can be implicitly created only for scalar outputs; this one has shape ${formatShape(output.shape)}; reduce it with .sum() or .mean(), or give a gradient`,
    );
  }
  if (gradient !== null && !sameShape(gradient.shape, output.shape)) {
    throw new ShapeError(
      `${op}: mismatch in shape: the gradient has shape ${formatShape(gradient.shape)} and the output has shape ${formatShape(output.shape)}`,
    );
  }
  if (gradient !== null && gradient.device !== output.device) {
    throw new DeviceError(
      `${op}: the gradient is on ${gradient.device} and the output on ${output.device}; move it: gradient.to("${output.device}")`,
    );
  }
  return { output, edge, gradient };
}
