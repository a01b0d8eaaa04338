// grad, gradAndValue, vjp and jvp: functions that give the derivatives of a function, as functions that can be mapped and differentiated
// again. Matrices of derivatives are jacobians.ts's.

import { alias } from "../autograd/alias.js";
import { filled, gradientsOf } from "../autograd/functional/call.js";
import { forwardProducts } from "../autograd/functional/products.js";
import { isRecording, withTransform } from "../autograd/grad-mode.js";
import type { GradNode } from "../autograd/node.js";
import { checkSynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError, AutogradError, ShapeError } from "../checks/errors.js";
import { checkArgument, checkOptions } from "../checks/options.js";
import { formatShape, sameShape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { activeLevels, lifted } from "./samples.js";
import { leavesIn, mapTree, rebuilt } from "./tree.js";

export interface TransformOptions {
  /** By which argument, or arguments, is differentiated; negative ones count from the back. Default 0. */
  readonly argnums?: number | readonly number[];
  /** Whether `fn` returns `[output, other]`, of which `other` is handed on. Default false. */
  readonly hasAux?: boolean;
}

/** What stands at `argnums`: an argument, or an array of several. */
export type At<Arguments extends readonly unknown[], Argnums> = Argnums extends readonly number[]
  ? { [Place in keyof Argnums]: Arguments[Argnums[Place] & keyof Arguments] }
  : Argnums extends number
    ? number extends Argnums
      ? any
      : Arguments[Argnums & keyof Arguments]
    : Arguments[0];

/**
 * A function that gives the gradient of `fn`, which returns one element, by its first argument, or by those that `argnums` names: a
 * tensor, or arrays and objects of them as the argument is. It can be mapped, differentiated again, and what `fn` uses beside its arguments is
 * a constant, whose own gradients go through the result. With `hasAux` it gives `[gradient, other]`.
 * See https://pytorch.org/docs/stable/generated/torch.func.grad.html.
 *
 * @throws AutogradError unless `fn` returns one element of no dimensions; ArgumentError for other things than tensors.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { grad } from "@bernoulli/tensor/func";
 * const cube = (x: ReturnType<typeof tensor>) => x.pow(3);
 * grad(cube)(tensor(2)).item(); // → 12
 * grad(grad(cube))(tensor(2)).item(); // → 12
 * const slopes = grad((p: { w: typeof x; b: typeof x }, x) => p.w.mul(x).add(p.b).pow(2), { argnums: 0 });
 * const x = tensor(3);
 * const { w, b } = slopes({ w: tensor(2), b: tensor(1) }, x);
 * [w.item(), b.item()]; // → [42, 14]
 * ```
 */
export function grad<
  Arguments extends readonly any[] = Tensor[],
  const Options extends TransformOptions = Record<never, never>,
>(
  fn: (...inputs: Arguments) => unknown,
  options: Options = {} as Options,
): (
  ...inputs: Arguments
) => Options extends { readonly hasAux: true }
  ? [gradient: At<Arguments, Options["argnums"]>, other: any]
  : At<Arguments, Options["argnums"]> {
  checkTransform("grad", fn, options);
  return ((...inputs: Arguments) => {
    const { gradients, aux } = differentiated("grad", fn, inputs, options);
    return options.hasAux === true ? [gradients, aux] : gradients;
  }) as never;
}

/**
 * {@link grad}, with what `fn` returned: `[gradient, value]`, or `[gradient, [value, other]]` with `hasAux`.
 * See https://pytorch.org/docs/stable/generated/torch.func.grad_and_value.html.
 *
 * @throws as {@link grad}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { gradAndValue } from "@bernoulli/tensor/func";
 * const [gradient, value] = gradAndValue((x) => x.pow(2).sum())(tensor([1, 2]));
 * [gradient.toArray(), value.item()]; // → [[2, 4], 5]
 * ```
 */
export function gradAndValue<
  Arguments extends readonly any[] = Tensor[],
  const Options extends TransformOptions = Record<never, never>,
>(
  fn: (...inputs: Arguments) => unknown,
  options: Options = {} as Options,
): (
  ...inputs: Arguments
) => [
  gradient: At<Arguments, Options["argnums"]>,
  value: Options extends { readonly hasAux: true } ? [Tensor, any] : Tensor,
] {
  checkTransform("gradAndValue", fn, options);
  return ((...inputs: Arguments) => {
    const { gradients, value, aux } = differentiated("gradAndValue", fn, inputs, options);
    return [gradients, options.hasAux === true ? [value, aux] : value];
  }) as never;
}

/**
 * What `fn` returns for the inputs, and a function from as much to the products with the Jacobian, an array of one for each input.
 * See https://pytorch.org/docs/stable/generated/torch.func.vjp.html.
 *
 * @throws ShapeError where that function is given other shapes than those of the output; ArgumentError for other things than tensors.
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * import { vjp } from "@bernoulli/tensor/func";
 * const [y, pullback] = vjp((x) => x.exp(), tensor([0, 0]));
 * pullback(tensor([1, 5])).map((product) => product.toArray()); // → [[1, 5]]
 * y.toArray(); // → [1, 1]
 * ```
 */
export function vjp<Inputs extends readonly unknown[], Output>(
  fn: (...inputs: Inputs) => Output,
  ...inputs: Inputs
): [output: Output, pullback: (cotangents: Output) => { [Place in keyof Inputs]: Inputs[Place] }] {
  checkArgument("vjp", "fn", fn, "function");
  const isOuter = isRecording();
  const called = calledWith("vjp", fn, inputs, [...inputs.keys()]);
  const outputs = leavesIn("vjp", "the output of fn", called.result);
  const createGraph = () => (isOuter || isRecording()) && dependsOnOthers(outputs, called.leaves);
  const pullback = (cotangents: unknown) => {
    const vectors = matching("vjp", cotangents, outputs, "cotangent");
    const makesGraph = createGraph() || vectors.some((one) => one.requiresGrad);
    const found = withTransform(() => gradientsOf(outputs, called.variables, vectors, makesGraph && isRecording()));
    return called.places.map((place) => place.take(filled(found, called.variables, null)));
  };
  return [handedOn(called.result, isOuter && dependsOnOthers(outputs, called.leaves)), pullback] as never;
}

/**
 * What `fn` returns for the inputs, and the product of the Jacobian with the tangents, shaped as it: `[output, product]`. Inputs and tangents
 * are arrays. Backward runs twice, so that every op of `fn` must have a second gradient.
 * See https://pytorch.org/docs/stable/generated/torch.func.jvp.html.
 *
 * @throws as {@link vjp}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { jvp } from "@bernoulli/tensor/func";
 * const [y, product] = jvp((x) => x.pow(2), [tensor([1, 2])], [tensor([1, 10])]);
 * [y.toArray(), product.toArray()]; // → [[1, 4], [2, 40]]
 * ```
 */
export function jvp<Inputs extends readonly unknown[], Output>(
  fn: (...inputs: Inputs) => Output,
  primals: Inputs,
  tangents: Inputs,
): [output: Output, product: Output] {
  checkArgument("jvp", "fn", fn, "function");
  checkArgument("jvp", "primals", primals, "array");
  checkArgument("jvp", "tangents", tangents, "array");
  const isOuter = isRecording();
  const called = calledWith("jvp", fn, primals, [...primals.keys()]);
  const outputs = leavesIn("jvp", "the output of fn", called.result);
  const vectors = matching("jvp", tangents, called.variables, "tangent");
  const makesGraph = isOuter && (dependsOnOthers(outputs, called.leaves) || vectors.some((one) => one.requiresGrad));
  const found = withTransform(() => forwardProducts(outputs, called.variables, vectors, makesGraph));
  return [handedOn(called.result, makesGraph), rebuilt(called.result, filled(found, outputs, null))] as never;
}

function checkTransform(op: string, fn: unknown, options: TransformOptions): void {
  checkArgument(op, "fn", fn, "function");
  checkOptions(op, options, { argnums: "anything", hasAux: "boolean" });
}

/** An argument that is differentiated by: how many of the variables are its, and how it is made of them. */
interface Place {
  take(all: readonly Tensor[]): unknown;
}

interface Called {
  readonly result: unknown;
  /** What is differentiated by: new tensors in the arguments' places. */
  readonly variables: readonly Tensor[];
  /** Those of them that are leaves. */
  readonly leaves: ReadonlySet<Tensor>;
  readonly places: readonly Place[];
}

/** Calls a function, recorded, with new tensors in the place of those of some arguments. */
function calledWith(
  op: string,
  fn: (...inputs: any) => unknown,
  inputs: readonly unknown[],
  argnums: readonly number[],
): Called {
  return withTransform(() => {
    const variables: Tensor[] = [];
    const places: Place[] = [];
    const given = [...inputs];
    for (const at of argnums) {
      const argument = inputs[at];
      const start = variables.length;
      for (const leaf of leavesIn(op, `argument ${at}`, argument)) variables.push(variableOf(leaf));
      const end = variables.length;
      given[at] = rebuilt(argument, variables.slice(start, end));
      places.push({ take: (all) => rebuilt(argument, all.slice(start, end)) });
    }
    const result = checkSynchronous(op, "the function", fn(...given));
    return { result, variables, places, leaves: new Set(variables.filter((one) => one.isLeaf)) };
  });
}

/** A new tensor for the same elements: of each sample its own, where samples are mapped, since each has its own gradient. */
function variableOf(tensor: Tensor): Tensor {
  return alias(activeLevels().reduce(lifted, tensor));
}

function differentiated(
  op: string,
  fn: (...inputs: any) => unknown,
  inputs: readonly unknown[],
  { argnums = 0, hasAux = false }: TransformOptions,
): { readonly gradients: unknown; readonly value: Tensor; readonly aux: unknown } {
  const isOuter = isRecording();
  const list = placesOf(op, argnums, inputs.length);
  const called = calledWith(op, fn, inputs, list);
  const isPair = Array.isArray(called.result) && called.result.length === 2;
  if (hasAux && !isPair)
    throw new AutogradError(
      `${op}: output of function f should be [output, aux] if hasAux is true, but got ${describe(called.result)}`,
    );
  const [value, aux] = hasAux ? (called.result as [unknown, unknown]) : [called.result, undefined];
  if (!isTensor(value))
    throw new AutogradError(`${op}: Expected the function to return a Tensor, got ${describe(value)}`);
  if (value.ndim !== 0)
    throw new AutogradError(
      `${op}: Expected the function to return a scalar Tensor, got one of shape ${formatShape(value.shape)}; reduce it with .sum() or .mean(), or use vjp or jacrev`,
    );
  const createGraph = isOuter && dependsOnOthers([value], called.leaves);
  const found = filled(
    withTransform(() => gradientsOf([value], called.variables, [null], createGraph)),
    called.variables,
    null,
  );
  const gradients = called.places.map((place) => place.take(found));
  return {
    gradients: Array.isArray(argnums) ? gradients : gradients[0],
    value: handedOn(value, createGraph) as Tensor,
    aux: handedOn(aux, createGraph),
  };
}

export function placesOf(op: string, argnums: number | readonly number[], count: number): number[] {
  return [argnums].flat().map((at) => {
    const place = typeof at === "number" && at < 0 ? at + count : at;
    if (!Number.isSafeInteger(place) || (place as number) < 0 || (place as number) >= count)
      throw new ArgumentError(`${op}: Got argnum ${describe(at)}, but there are ${count} positional inputs`);
    return place as number;
  });
}

/** Whether what was computed depends on anything that requires a gradient beside the leaves that were made for it. */
function dependsOnOthers(outputs: readonly Tensor[], own: ReadonlySet<Tensor>): boolean {
  const seen = new Set<GradNode | Tensor>();
  const stack = outputs.flatMap(({ gradEdge }) => (gradEdge === null ? [] : [gradEdge.node]));
  while (stack.length > 0) {
    const target = stack.pop()!;
    if (seen.has(target)) continue;
    seen.add(target);
    if (isTensor(target)) {
      if (!own.has(target)) return true;
    } else for (const edge of target.edges) if (edge !== null) stack.push(edge.node);
  }
  return false;
}

/** What a function returned, without the history that only its differentiation needed. */
function handedOn(result: unknown, keepsHistory: boolean): unknown {
  return keepsHistory ? result : mapTree(result, (leaf) => (isTensor(leaf) && leaf.requiresGrad ? leaf.data : leaf));
}

function matching(op: string, tree: unknown, likes: readonly Tensor[], what: string): Tensor[] {
  const given = leavesIn(op, `the ${what}s`, tree);
  if (given.length !== likes.length)
    throw new ArgumentError(
      `${op}: Expected ${likes.length} ${what}s, in the structure of what they are for, got ${given.length}`,
    );
  for (const [at, { shape }] of likes.entries())
    if (!sameShape(given[at]!.shape, shape))
      throw new ShapeError(
        `${op}: the ${what} at ${at} has shape ${formatShape(given[at]!.shape)}, and what it is for ${formatShape(shape)}`,
      );
  return given;
}
