// autograd.Function: an op of the user's own, forward and backward. Of the package's own ops, op.ts tells.

import { checkSynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError, AutogradError } from "../checks/errors.js";
import { toldWhole } from "../door/witness.js";
import { to } from "../ops/creation/to.js";
import { sumTo } from "../ops/reductions/sum.js";
import { isFloating } from "../tensor/dtype.js";
import type { Shape } from "../tensor/shape.js";
import { isTensor, Tensor, type TensorMeta } from "../tensor/tensor.js";
import { isRecording, noGrad } from "./grad-mode.js";
import { type GradientContext, GradNode, inputMetaOf, outputMetaOf, savedAs } from "./node.js";
import { edgeOf } from "./record.js";

/** What forward leaves for backward. Anything that is no tensor may be put on it under a name of its own. */
export interface FunctionContext {
  /** Keeps inputs and outputs for backward, which then notices if they were written in place since. */
  saveForBackward(...tensors: readonly (Tensor | null)[]): void;
  /** In backward: what was saved, in its order. */
  readonly savedTensors: readonly (Tensor | null)[];
  /** Of each argument of forward, whether it needs a gradient. */
  readonly needsInputGrad: readonly boolean[];
  /** Says of outputs that they have no gradient. Those that are not floating have none anyway. */
  markNonDifferentiable(...outputs: readonly Tensor[]): void;
  /** With false backward gets null for an output whose gradient did not arrive, instead of zeros. Default true. */
  setMaterializeGrads(value: boolean): void;
  [name: string]: any;
}

/** What a subclass of {@link AutogradFunction} has. */
export interface FunctionClass {
  readonly name: string;
  forward(context: FunctionContext, ...inputs: any[]): Tensor | readonly Tensor[];
  backward(context: FunctionContext, ...gradients: any[]): Tensor | null | readonly (Tensor | null | undefined)[];
}

type InputsOf<Class extends FunctionClass> = Parameters<Class["forward"]> extends [any, ...infer Inputs] ? Inputs : [];

/**
 * An op of your own: a subclass has a static `forward`, which runs unrecorded, and a static `backward`, which gets a gradient
 * an output and returns one an argument of forward, null for what has none. Call it by its static `apply`. A backward that is
 * made of tensor ops can itself be differentiated. An output that shares memory with an input must not be written in place:
 * clone it first. In the namespace `autograd` its name is `Function`, as in PyTorch.
 * See https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function.
 *
 * @example
 * ```ts
 * import { autograd, type Tensor, tensor } from "@bernoulli/tensor";
 * class Cube extends autograd.Function {
 *   static forward(context: autograd.FunctionContext, x: Tensor) {
 *     context.saveForBackward(x);
 *     return x.pow(3);
 *   }
 *   static backward(context: autograd.FunctionContext, grad: Tensor) {
 *     const [x] = context.savedTensors;
 *     return grad.mul(x!.pow(2)).mul(3);
 *   }
 * }
 * const x = tensor(2, { requiresGrad: true });
 * Cube.apply(x).backward();
 * x.grad?.item(); // → 12
 * ```
 *
 * Of several outputs each has its own gradient: zeros where none arrived, or null with `context.setMaterializeGrads(false)`.
 *
 * @example
 * ```ts
 * import { autograd, type Tensor, tensor } from "@bernoulli/tensor";
 * class Polar extends autograd.Function {
 *   static forward(context: autograd.FunctionContext, x: Tensor, y: Tensor): [Tensor, Tensor] {
 *     context.saveForBackward(x, y);
 *     context.setMaterializeGrads(false);
 *     return [x.mul(x).add(y.mul(y)), y.div(x)];
 *   }
 *   static backward(context: autograd.FunctionContext, ofSquare: Tensor | null, ofSlope: Tensor | null) {
 *     const [x, y] = context.savedTensors as [Tensor, Tensor];
 *     if (ofSquare === null) return [ofSlope!.mul(y).div(x).div(x).neg(), ofSlope!.div(x)];
 *     if (ofSlope === null) return [ofSquare.mul(x).mul(2), ofSquare.mul(y).mul(2)];
 *     return [ofSquare.mul(x).mul(2).sub(ofSlope.mul(y).div(x).div(x)), ofSquare.mul(y).mul(2).add(ofSlope.div(x))];
 *   }
 * }
 * const [x, y] = [tensor(2, { requiresGrad: true }), tensor(6, { requiresGrad: true })];
 * const [square, slope] = Polar.apply(x, y);
 * slope.backward({ retainGraph: true });
 * [x.grad?.item(), y.grad?.item()]; // → [-1.5, 0.5]
 * square.backward();
 * [x.grad?.item(), y.grad?.item()]; // → [2.5, 12.5]
 * ```
 */
// biome-ignore lint/complexity/noStaticOnlyClass: the shape that PyTorch gave it
export abstract class AutogradFunction {
  /**
   * Runs forward on the arguments, and records backward where one of the tensors among them requires a gradient.
   *
   * @throws AutogradError where forward returns anything but tensors; from backward, where the gradients do not fit.
   */
  static apply<Class extends FunctionClass>(this: Class, ...inputs: InputsOf<Class>): ReturnType<Class["forward"]> {
    // biome-ignore lint/complexity/noThisInStatic: the subclass that apply was called on
    return toldWhole(this.name, inputs, () => run(this, inputs)) as ReturnType<Class["forward"]>;
  }
}

class Context implements FunctionContext {
  readonly needsInputGrad: readonly boolean[];
  readonly kept: (Tensor | null)[] = [];
  readonly unmarked = new Set<Tensor>();
  materializes = true;
  #unpacked: readonly (Tensor | null)[] | null = null;
  [name: string]: any;

  constructor(needsInputGrad: readonly boolean[]) {
    this.needsInputGrad = needsInputGrad;
  }

  saveForBackward(...tensors: readonly (Tensor | null)[]): void {
    const wrong = tensors.find((tensor) => tensor !== null && !isTensor(tensor));
    if (wrong !== undefined)
      throw new AutogradError(`saveForBackward can only save tensors, but got ${typeof wrong}; put it on the context`);
    this.kept.splice(0, this.kept.length, ...tensors);
  }

  get savedTensors(): readonly (Tensor | null)[] {
    if (this.#unpacked === null) throw new AutogradError("savedTensors can be read in backward only");
    return this.#unpacked;
  }

  markNonDifferentiable(...outputs: readonly Tensor[]): void {
    for (const output of outputs) this.unmarked.add(output);
  }

  setMaterializeGrads(value: boolean): void {
    if (typeof value !== "boolean")
      throw new ArgumentError(`setMaterializeGrads: it is true or false, but got ${describe(value)}`);
    this.materializes = value;
  }

  during<Result>(saved: readonly (Tensor | null)[], body: () => Result): Result {
    this.#unpacked = saved;
    try {
      return body();
    } finally {
      this.#unpacked = null;
    }
  }
}

function run(definition: FunctionClass, inputs: readonly unknown[]): Tensor | readonly Tensor[] {
  const recorded = isRecording();
  const needs = inputs.map((input) => recorded && isTensor(input) && input.requiresGrad);
  const context = new Context(needs);
  const result: unknown = noGrad(() =>
    checkSynchronous(definition.name, "forward", definition.forward(context, ...inputs)),
  );
  const given: readonly unknown[] = Array.isArray(result) ? result : [result];
  if (given.length === 0 || !given.every(isTensor)) {
    throw new AutogradError(
      `${definition.name}.forward: expected to return a Tensor or an array of them, got ${Array.isArray(result) ? "an array of other things" : typeof result}`,
    );
  }
  const outputs = given.map((output, at) => ownOutput(output, given.indexOf(output) < at || inputs.includes(output)));
  if (needs.includes(true)) link(definition, context, inputs, given, outputs);
  return Array.isArray(result) ? outputs : outputs[0]!;
}

/** What forward hands on of others, or twice, becomes a tensor of its own, which can have a history of its own. */
function ownOutput(output: Tensor, isShared: boolean): Tensor {
  if (!isShared && !output.requiresGrad) return output;
  return new Tensor(output.storage, output.dtype, output, output.base ?? output);
}

/** Gives the outputs their history. */
function link(
  definition: FunctionClass,
  context: Context,
  inputs: readonly unknown[],
  given: readonly Tensor[],
  outputs: readonly Tensor[],
): void {
  const marked = outputs.filter(({ dtype }, at) => isFloating(dtype) && !context.unmarked.has(given[at]!));
  if (marked.length === 0) return;
  const tensors = inputs.filter(isTensor);
  // An input that is handed on is saved as the input: its gradient does not go through this function's backward.
  const saved = context.kept.map((tensor) =>
    tensor === null || inputs.includes(tensor) ? tensor : (outputs[given.indexOf(tensor)] ?? tensor),
  );
  const node = new GradNode({
    rule: {
      name: definition.name,
      isUsers: true,
      backward: (unpacked: GradientContext & SavedByPlace) => {
        const all = saved.map((_, at) => unpacked[placeName(at)] ?? null);
        const returned = context.during(all, () =>
          checkSynchronous(definition.name, "backward", definition.backward(context, ...unpacked.grads)),
        );
        return gradientsOf(definition, inputs, returned);
      },
    },
    attributes: null,
    edges: tensors.map(edgeOf),
    inputs: tensors.map(inputMetaOf),
    // As in PyTorch zeros come for an output that has no gradient, too.
    outputs: outputs.map((output) => (context.materializes ? outputMetaOf(output) : null)),
    saved: new Map(saved.map((tensor, at) => [placeName(at), savedAs(tensor)])),
  });
  for (const [output, own] of outputs.entries()) {
    if (!marked.includes(own)) continue;
    own.gradEdge = { node, output };
    if (own.base === null) continue;
    own.functionOutput = {
      name: `Output ${output} of ${definition.name}`,
      refusal: marked.length > 1 ? oneOfSeveralViews : ownView,
    };
  }
}

// Why the output of a function that looks at other memory must not be written, as PyTorch says it.
const ownView =
  "This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic to handle " +
  "view+inplace would override the custom backward associated with the custom Function, leading to incorrect gradients. " +
  "This behavior is forbidden. You can fix this by cloning the output of the custom Function.";
const oneOfSeveralViews =
  "This view is the output of a function that returns multiple views. Such functions do not allow the output views to be " +
  "modified inplace. You should replace the inplace operation by an out-of-place one.";

/** What a function saved, by the names that its node knows it under. */
interface SavedByPlace {
  readonly [place: `tensor ${number}`]: Tensor | null;
}

function placeName(at: number): keyof SavedByPlace {
  return `tensor ${at}`;
}

/** The gradients of the tensors among forward's arguments, out of what backward returned. */
function gradientsOf(
  { name }: FunctionClass,
  inputs: readonly unknown[],
  returned: ReturnType<FunctionClass["backward"]>,
): (Tensor | null)[] {
  const list = (Array.isArray(returned) ? returned : [returned]) as readonly (Tensor | null | undefined)[];
  // PyTorch takes more than there are arguments where what is left over is None.
  if (list.length < inputs.length || list.slice(inputs.length).some((extra) => (extra ?? null) !== null)) {
    throw new AutogradError(
      `${name}.backward returned an incorrect number of gradients (expected ${inputs.length}, got ${list.length})`,
    );
  }
  return inputs.flatMap((input, at) => {
    const gradient = list[at] ?? null;
    if (gradient !== null && !isTensor(gradient))
      throw new AutogradError(`${name}.backward: expected a Tensor or null for argument ${at}, got ${typeof gradient}`);
    if (isTensor(input)) return [gradient === null ? null : fitted(gradient, input)];
    if (gradient === null) return [];
    throw new AutogradError(`${name}.backward returned a gradient for argument ${at}, which was no tensor`);
  });
}

/** As in PyTorch a gradient may be of another dtype, and of a shape to which the input's broadcasts. */
function fitted(gradient: Tensor, { shape, dtype }: TensorMeta): Tensor {
  const own = to(gradient, dtype);
  return isBroadcastOf(shape, own.shape) ? sumTo(own, shape) : own;
}

function isBroadcastOf(small: Shape, large: Shape): boolean {
  const added = large.length - small.length;
  return added >= 0 && small.every((size, dim) => size === 1 || size === large[dim + added]);
}
