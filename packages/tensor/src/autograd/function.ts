// autograd.Function: an op of the user's own, forward and backward. Of the package's own ops, op.ts tells.

import { isFloating } from "../dtype.js";
import { AutogradError } from "../errors.js";
import type { KernelOp } from "../op.js";
import { detach } from "../ops/detach.js";
import { pad } from "../ops/pad.js";
import { narrow } from "../ops/slice.js";
import { reshape } from "../ops/view.js";
import { isTensor, type Tensor, type TensorMeta } from "../tensor.js";
import { isGradEnabled, noGrad } from "./grad-mode.js";
import { type Edge, GradNode, type SavedTensor } from "./node.js";

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
 * made of tensor ops can itself be differentiated. In the namespace `autograd` its name is `Function`, as in PyTorch.
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
    return run(this, inputs) as ReturnType<Class["forward"]>;
  }
}

class Context implements FunctionContext {
  readonly needsInputGrad: readonly boolean[];
  readonly kept: (Tensor | null)[] = [];
  readonly unmarked = new Set<Tensor>();
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

  during<Result>(saved: readonly (Tensor | null)[], body: () => Result): Result {
    this.#unpacked = saved;
    try {
      return body();
    } finally {
      this.#unpacked = null;
    }
  }
}

function run(definition: FunctionClass, inputs: readonly unknown[]): unknown {
  const recorded = isGradEnabled();
  const needs = inputs.map((input) => recorded && isTensor(input) && input.requiresGrad);
  const context = new Context(needs);
  const result: unknown = noGrad(() => definition.forward(context, ...inputs));
  const given: readonly unknown[] = Array.isArray(result) ? result : [result];
  if (given.length === 0 || !given.every(isTensor)) {
    throw new AutogradError(
      `${definition.name}.forward: expected to return a Tensor or an array of them, got ${Array.isArray(result) ? "an array of other things" : typeof result}`,
    );
  }
  // An input that forward hands on becomes a tensor of its own, which can have a history of its own.
  const outputs = given.map((output) => (output.requiresGrad || inputs.includes(output) ? detach(output) : output));
  if (needs.includes(true)) {
    const saved = context.kept.map((tensor) => outputs[given.indexOf(tensor!)] ?? tensor);
    const marked = given.map((output) => isFloating(output.dtype) && !context.unmarked.has(output));
    link(
      definition,
      context,
      inputs,
      outputs.filter((_, at) => marked[at]),
      marked,
      saved,
    );
  }
  return Array.isArray(result) ? outputs : outputs[0];
}

const metaOf = ({ shape, dtype }: Tensor): TensorMeta => ({ shape, dtype });

/** Gives the outputs their history. */
function link(
  definition: FunctionClass,
  context: Context,
  inputs: readonly unknown[],
  outputs: readonly Tensor[],
  marked: readonly boolean[],
  saved: readonly (Tensor | null)[],
): void {
  const [first] = outputs;
  if (first === undefined) return;
  const tensors = inputs.filter(isTensor);
  const edges = tensors.map((input): Edge => (input.requiresGrad ? (input.gradNode ?? input) : null));
  const savedByName = new Map(
    saved.map((tensor, at): [string, SavedTensor | null] => [
      `tensor ${at}`,
      tensor === null ? null : { tensor, version: tensor.storage.version },
    ]),
  );
  const node = (split: (grad: Tensor) => readonly Tensor[], output: TensorMeta) => {
    const backward = (given: Record<string, Tensor | null> & { readonly grad: Tensor }) => {
      const gradients = split(given.grad);
      // Outputs without a gradient have their place among backward's arguments all the same.
      let next = 0;
      const all = marked.map((has) => (has ? gradients[next++]! : null));
      const unpacked = saved.map((_, at) => given[`tensor ${at}`] ?? null);
      const returned = context.during(unpacked, () => definition.backward(context, ...all));
      return gradientsOf(definition, inputs, returned);
    };
    const op = { kind: "kernel", name: definition.name, inputs: [], outputs: [], save: [], backward };
    return new GradNode(op as unknown as KernelOp, {}, edges, tensors.map(metaOf), output, savedByName);
  };
  if (outputs.length === 1) {
    first.gradNode = node((grad) => [grad], metaOf(first));
    return;
  }
  // A node has one gradient. That of several outputs is all of theirs in one row, into which each puts its own.
  const { dtype } = first;
  const other = outputs.find((output) => output.dtype !== dtype);
  if (other !== undefined)
    throw new AutogradError(
      `${definition.name}: outputs with gradients must be of one dtype, but got ${dtype} and ${other.dtype}`,
    );
  const starts = outputs.map((_, at) => outputs.slice(0, at).reduce((sum, { numel }) => sum + numel, 0));
  const total = outputs.reduce((sum, { numel }) => sum + numel, 0);
  const shapes = outputs.map(({ shape }) => shape);
  const sizes = outputs.map(({ numel }) => numel);
  const row: TensorMeta = { shape: [total], dtype };
  const joint = node(
    (grad) => shapes.map((shape, at) => reshape(narrow(grad, 0, starts[at]!, sizes[at]!), shape)),
    row,
  );
  for (const [at, output] of outputs.entries()) {
    const backward = ({ grad }: { readonly grad: Tensor }) => [
      pad(reshape(grad, -1), [starts[at]!, total - starts[at]! - sizes[at]!]),
    ];
    const op = { kind: "kernel", name: `${definition.name}Output`, inputs: [], outputs: [], save: [], backward };
    output.gradNode = new GradNode(op as unknown as KernelOp, {}, [joint], [row], metaOf(output), new Map());
  }
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
    if (isTensor(input)) return [gradient];
    if (gradient === null) return [];
    throw new AutogradError(`${name}.backward returned a gradient for argument ${at}, which was no tensor`);
  });
}
