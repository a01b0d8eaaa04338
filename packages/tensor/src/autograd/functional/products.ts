// vjp, jvp, vhp and hvp: products of a function's first or second derivatives with vectors, without the matrices.

import { AutogradError } from "../../checks/errors.js";
import { checkOptions } from "../../checks/options.js";
import { currentLifting } from "../../door/lifting.js";
import { scope } from "../../memory/step-scope.js";
import { zerosLike } from "../../ops/creation/creation.js";
import { detach } from "../../ops/views/detach.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { enableGrad } from "../grad-mode.js";
import {
  type Call,
  call,
  checkOutputs,
  checkScalar,
  type FunctionalOptions,
  filled,
  gradientsOf,
  type Like,
  type Spread,
  type Tensors,
  vectorOf,
} from "./call.js";

const kinds = { createGraph: "boolean", strict: "boolean" } as const;
const ofOneOutput = "the user-provided function returns a single Tensor with a single element.";
const ofOneInput = "the input to the user-provided function is a single Tensor with a single element.";

/**
 * The product of a vector with the Jacobian of `fn` at `inputs`: `[outputs, vᵀJ]`, the latter shaped as the inputs. `v` is shaped
 * as the outputs, and may be left out (null) where these are one element.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.functional.vjp.html.
 *
 * @throws ShapeError if `v` has another shape; AutogradError where it is missing, or in strict mode.
 * @example
 * ```ts
 * import { autograd, ones, tensor } from "@bernoulli/tensor";
 * const [y, product] = autograd.functional.vjp((x) => x.exp(), tensor([0, 1]), ones(2));
 * product.toArray(); // → [1, 2.7182817]
 * y.toArray(); // → [1, 2.7182817]
 * ```
 */
export function vjp<const Inputs extends Tensors, Outputs extends Tensors>(
  fn: (...inputs: Spread<Inputs>) => Outputs,
  inputs: Inputs,
  v: Like<Outputs> | null = null,
  options: FunctionalOptions = {},
): [outputs: Outputs, product: Like<Inputs>] {
  return productOf("vjp", fn, inputs, options, ({ inputs: at, outputs, createGraph, strict }) => {
    checkOutputs("vjp", outputs, strict);
    const vectors = vectorOf("vjp", v, outputs, ofOneOutput);
    return { found: gradientsOf(outputs, at, vectors, createGraph), likes: at, of: "input" };
  });
}

/**
 * The product of the Jacobian of `fn` at `inputs` with a vector: `[outputs, Jv]`, the latter shaped as the outputs. `v` is shaped as the inputs,
 * and may be left out (null) where these are one element. Backward runs twice, so that every op of `fn` must have a second gradient.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.functional.jvp.html.
 *
 * @throws as {@link vjp}.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * const [y, product] = autograd.functional.jvp((x) => x.pow(2), tensor([1, 2]), tensor([1, 10]));
 * product.toArray(); // → [2, 40]
 * y.toArray(); // → [1, 4]
 * ```
 */
export function jvp<const Inputs extends Tensors, Outputs extends Tensors>(
  fn: (...inputs: Spread<Inputs>) => Outputs,
  inputs: Inputs,
  v: Like<Inputs> | null = null,
  options: FunctionalOptions = {},
): [outputs: Outputs, product: Like<Outputs>] {
  return productOf("jvp", fn, inputs, options, ({ inputs: at, outputs, createGraph, strict }) => {
    checkOutputs("jvp", outputs, strict);
    const vectors = vectorOf("jvp", v, at, ofOneInput);
    const found = forwardProducts(outputs, at, vectors, createGraph);
    return { found, likes: outputs, of: "output" };
  }) as never;
}

/** J v: vᵀJ is linear in the vector, and its derivative is the transposed of J. Null for an output that has no derivative. */
export function forwardProducts(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  vectors: readonly (Tensor | null)[],
  createGraph: boolean,
): readonly (Tensor | null)[] {
  const dummies = outputs.map((output) => {
    const zeros = zerosLike(output);
    return (currentLifting()?.liftLike(zeros, output) ?? zeros).requiresGrad_();
  });
  const backwards = gradientsOf(outputs, inputs, dummies, true);
  return gradientsOf(backwards, dummies, vectors, createGraph);
}

/**
 * The product of a vector with the Hessian of `fn`, which returns one element, at `inputs`: `[output, vᵀH]`. `v` is shaped as the inputs.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.functional.vhp.html.
 *
 * @throws as {@link vjp}; AutogradError unless `fn` returns one tensor of one element.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * const [y, product] = autograd.functional.vhp((x) => x.pow(3).sum(), tensor([1, 2]), tensor([1, 10]));
 * product.toArray(); // → [6, 120]
 * y.item(); // → 9
 * ```
 */
export function vhp<const Inputs extends Tensors>(
  fn: (...inputs: Spread<Inputs>) => Tensor,
  inputs: Inputs,
  v: Like<Inputs> | null = null,
  options: FunctionalOptions = {},
): [output: Tensor, product: Like<Inputs>] {
  return secondProduct("vhp", fn, inputs, v, options, (first, at, vectors, createGraph) =>
    gradientsOf(first, at, vectors, createGraph),
  );
}

/**
 * The product of the Hessian of `fn`, which returns one element, with a vector: as {@link vhp}, which is cheaper and the same wherever the
 * second derivatives are continuous.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.functional.hvp.html.
 *
 * @throws as {@link vhp}.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * const [, product] = autograd.functional.hvp((x) => x.prod(), tensor([1, 2, 3]), tensor([1, 0, 0]));
 * product.toArray(); // → [0, 3, 2]
 * ```
 */
export function hvp<const Inputs extends Tensors>(
  fn: (...inputs: Spread<Inputs>) => Tensor,
  inputs: Inputs,
  v: Like<Inputs> | null = null,
  options: FunctionalOptions = {},
): [output: Tensor, product: Like<Inputs>] {
  return secondProduct("hvp", fn, inputs, v, options, (first, at, vectors, createGraph) =>
    forwardProducts(first, at, vectors, createGraph),
  );
}

function secondProduct<Inputs extends Tensors>(
  op: string,
  fn: (...inputs: Spread<Inputs>) => Tensor,
  inputs: Inputs,
  v: unknown,
  options: FunctionalOptions,
  product: (
    first: readonly Tensor[],
    at: readonly Tensor[],
    vectors: readonly (Tensor | null)[],
    createGraph: boolean,
  ) => readonly (Tensor | null)[],
): [Tensor, Like<Inputs>] {
  return productOf(op, fn, inputs, options, ({ inputs: at, outputs, isSingle, createGraph, strict }) => {
    checkScalar(op, outputs, isSingle);
    checkOutputs(op, outputs, strict);
    const vectors = vectorOf(op, v, at, ofOneInput);
    const first = filled(gradientsOf(outputs, at, [null], true), at, strict ? independent(op, "input") : null);
    return { found: product(first, at, vectors, createGraph), likes: at, of: "input" };
  });
}

interface Asked extends Call {
  readonly createGraph: boolean;
  readonly strict: boolean;
}

interface Product {
  readonly found: readonly (Tensor | null)[];
  /** What the results are shaped as. */
  readonly likes: readonly Tensor[];
  readonly of: "input" | "output";
}

const independent = (op: string, of: "input" | "output") => (at: number) =>
  `${op}: The ${of === "input" ? `output of the user-provided function is independent of input ${at}` : `output ${at} of the user-provided function is independent of the inputs`}. This is not allowed in strict mode.`;

function productOf<Inputs extends Tensors, Outputs extends Tensors>(
  op: string,
  fn: (...inputs: Spread<Inputs>) => Outputs,
  given: Inputs,
  options: FunctionalOptions,
  compute: (asked: Asked) => Product,
): [Outputs, Like<Inputs>] {
  checkOptions(op, options, kinds);
  const { createGraph = false, strict = false } = options;
  const run = (): [unknown, unknown] => {
    const called = call(op, fn as never, given, createGraph);
    const { found, likes, of } = compute({ ...called, createGraph, strict });
    const list = filled(found, likes, strict ? independent(op, of) : null);
    if (strict && createGraph) checkDependent(op, list);
    const outputs = createGraph ? called.outputs : called.outputs.map((output) => detach(output));
    const isOne = of === "input" ? isTensor(given) : called.isSingle;
    return [called.isSingle ? outputs[0] : outputs, isOne ? list[0] : list];
  };
  return enableGrad(() => (createGraph ? run() : scope(run))) as never;
}

function checkDependent(op: string, list: readonly Tensor[]): void {
  for (const [at, one] of list.entries())
    if (!one.requiresGrad)
      throw new AutogradError(
        `${op}: The jacobian of the user-provided function is independent of input ${at}. This is not allowed in strict mode when { createGraph: true }.`,
      );
}
