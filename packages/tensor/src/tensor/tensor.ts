// The Tensor: a view of a storage, with its place in the autograd graph. State and reads only; every computation is a
// function in ops/, and methods.ts hangs those functions on the prototype.

import { modes } from "../autograd/modes.js";
import { type Edge, GradNode } from "../autograd/node.js";
import { viewRules } from "../autograd/view-rules.js";
import { describe } from "../checks/describe.js";
import { ArgumentError, AutogradError, BernoulliError, DTypeError, ShapeError } from "../checks/errors.js";
import { computeRecorded, currentRecording } from "../compile/trace.js";
import { escapeTo, releaseGradient, scopeOf } from "../memory/scope.js";
import type { Device, Storage } from "../memory/storage.js";
import { type DType, isFloating } from "./dtype.js";
import { checkGradient } from "./gradient-checks.js";
import { type Layout, numberOfElements, type Shape } from "./shape.js";

/** Elements as nested arrays: a number for a 0-d tensor, an array of rows for a matrix. */
export type NestedArray = number | boolean | NestedArray[];

/** What `tensor.layout` and op definitions know of a tensor without its elements. */
export interface TensorMeta {
  readonly shape: Shape;
  readonly dtype: DType;
}

// What is said in the DataCloneError that a structured clone of a tensor ends in.
const uncloneable = Symbol(
  "a Tensor cannot be cloned or posted; send await serialize({ name: tensor }) of @bernoulli/trainer, or tensor.toTypedArray():",
);

const brand = Symbol.for("bernoulli.Tensor");

// Two copies of this package would have two memories and two graphs, and mix up quietly.
const copies = globalThis as { [brand]?: true };
if (copies[brand] === true) {
  throw new BernoulliError(
    "a second copy of @bernoulli/tensor was loaded; tensors of one are unknown to the other: " +
      "make every package depend on one version (npm ls @bernoulli/tensor shows them)",
  );
}
Object.defineProperty(copies, brand, { value: true, configurable: true });

declare global {
  /** The functions on tensors as methods: what methods.ts adds, where that is loaded. The lean entry does without. */
  interface BernoulliTensorMethods {}
}

export interface Tensor extends BernoulliTensorMethods {}

/**
 * A multi-dimensional array of one dtype on one device, and a node in the graph that `backward` walks.
 * Made by functions such as `tensor`, `zeros` and `rand`, never by this constructor.
 * See https://pytorch.org/docs/stable/tensors.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([1, 2, 3], { requiresGrad: true });
 * x.mul(x).sum().backward();
 * x.grad.toArray(); // → [2, 4, 6]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the mixin in methods.ts fills every method of the interface
export class Tensor {
  /**
   * The first of a tensor's own members, and one that a structured clone refuses: `structuredClone` and `postMessage` would
   * otherwise hand on an object without numbers, and a page that stores a state dict would lose its weights without a word.
   *
   * @internal
   */
  readonly uncloneable: symbol = uncloneable;
  /** The memory behind this tensor; views share it. */
  readonly storage: Storage;
  /** The type of the elements. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
  readonly dtype: DType;
  /** The sizes of the dimensions. See https://pytorch.org/docs/stable/generated/torch.Tensor.shape.html. */
  readonly shape: Shape;
  /** Steps between neighbours along each dimension, in elements. See https://pytorch.org/docs/stable/generated/torch.Tensor.stride.html. */
  readonly strides: readonly number[];
  /** The first element's place in the storage, in elements. See https://pytorch.org/docs/stable/generated/torch.Tensor.storage_offset.html. */
  readonly offset: number;
  /** The tensor this one is a view of, where it is one. */
  readonly base: Tensor | null;
  #edge: Edge = null;
  /** What the base's history was when this view's was last looked at: it changes where the base, or another view, is written. */
  #baseEdge: Edge;
  /** The output of a user's function that this view shows: its history must not be made anew from the base. @internal */
  functionOutput: { readonly name: string; readonly refusal: string } | null = null;
  #retainsGrad = false;
  #leafRequiresGrad = false;
  #grad: Tensor | null = null;
  /** Whether the gradient is kept because this is. */
  #keepsGrad = false;

  /** @internal */
  constructor(storage: Storage, dtype: DType, layout: Layout, base: Tensor | null = null) {
    if (storage?.allocator === undefined)
      throw new ArgumentError("Tensor: tensors are made by tensor(…), zeros(…) and their like, not by new Tensor(…)");
    this.storage = storage;
    this.dtype = dtype;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.offset = layout.offset;
    this.base = base;
    this.#baseEdge = base === null ? null : base.#edge;
  }

  /** Where the elements lie. See https://pytorch.org/docs/stable/generated/torch.Tensor.device.html. */
  get device(): Device {
    return this.storage.allocator.device;
  }

  /** The number of dimensions. See https://pytorch.org/docs/stable/generated/torch.Tensor.ndim.html. */
  get ndim(): number {
    return this.shape.length;
  }

  /** The number of dimensions, as `ndim`. See https://pytorch.org/docs/stable/generated/torch.Tensor.dim.html. */
  dim(): number {
    return this.shape.length;
  }

  /** The number of elements. See https://pytorch.org/docs/stable/generated/torch.Tensor.numel.html. */
  numel(): number {
    return numberOfElements(this.shape);
  }

  /**
   * The size of the first dimension, Python's `len(x)`: how many rows `for (const row of x)` gives. `numel()` counts the elements.
   * See https://pytorch.org/docs/stable/tensors.html.
   *
   * @throws ShapeError of a 0-d tensor, as PyTorch.
   */
  get length(): number {
    if (this.shape.length === 0)
      throw new ShapeError("length: len() of a 0-d tensor; it holds one number, item() reads it");
    return this.shape[0]!;
  }

  /**
   * The sizes, or the size along one dimension (negative counts from the back): `x.size(0)`. See
   * https://pytorch.org/docs/stable/generated/torch.Tensor.size.html.
   */
  size(): Shape;
  size(dim: number): number;
  size(dim?: number): Shape | number {
    if (dim === undefined) return this.shape;
    if (typeof dim !== "number") throw new ArgumentError(`size: dim must be an integer, but got ${describe(dim)}`);
    const size = this.shape[dim < 0 ? dim + this.ndim : dim];
    if (size === undefined) {
      throw new ShapeError(`size: the tensor has ${this.ndim} dimensions, so there is no dimension ${dim}`);
    }
    return size;
  }

  /**
   * This tensor's elements outside its graph, as a tensor that shares them: what is written to one is seen by the other, and no gradient
   * goes by it. As `detach()`: a write through it to what backward needs is found there, and refused. See
   * https://pytorch.org/docs/stable/generated/torch.Tensor.detach.html.
   *
   * @example
   * ```ts
   * import { ones } from "@bernoulli/tensor";
   * const weight = ones(2, { requiresGrad: true });
   * weight.data.clamp_(-0.5, 0.5);
   * weight.toArray(); // → [0.5, 0.5]
   * ```
   */
  get data(): Tensor {
    return new Tensor(this.storage, this.dtype, this);
  }

  /** @throws AutogradError always: a tensor's memory stays its own; `copy_` writes new elements into it. */
  set data(_: never) {
    throw new AutogradError(
      "data: a tensor cannot be given other memory; write new elements into it with x.data.copy_(other)",
    );
  }

  /** The computation this tensor came from, where it was recorded; null for a leaf. */
  get gradNode(): GradNode | null {
    const { base } = this;
    if (base !== null && base.#edge !== this.#baseEdge) this.#followBase(base);
    return (this.#edge?.node ?? null) as GradNode | null;
  }

  /** Where this tensor's gradient goes: to the computation that it came from, or to itself; null where it requires none. @internal */
  get gradEdge(): Edge {
    if (this.gradNode !== null) return this.#edge;
    return this.#leafRequiresGrad ? { node: this, output: 0 } : null;
  }

  /** Gives the tensor another history; that its gradient is to be retained stays with the tensor, not with the old one. @internal */
  set gradEdge(edge: Edge) {
    if (this.#retainsGrad) {
      const before = this.#edge;
      if (before?.node instanceof GradNode) before.node.retain(before.output, null);
      if (edge?.node instanceof GradNode) edge.node.retain(edge.output, this);
    }
    this.#edge = edge;
    if (this.base !== null) this.#baseEdge = this.base.#edge;
  }

  #followBase(base: Tensor): void {
    if (this.functionOutput !== null) {
      const { name, refusal } = this.functionOutput;
      throw new AutogradError(
        `${name} is a view and its base or another view of its base has been modified inplace. ${refusal}`,
      );
    }
    const node = viewRules().read(this, base);
    this.gradEdge = node === null ? null : { node, output: 0 };
  }

  /** Has backward leave the gradient in `grad`, although the tensor is no leaf. @internal */
  retainsGradient(): void {
    const { gradNode } = this;
    if (gradNode === null) return;
    this.#retainsGrad = true;
    gradNode.retain(this.#edge!.output, this);
  }

  /** @throws AutogradError where a write would take the place of a user's function's backward. @internal */
  checkWritable(): void {
    if (this.functionOutput === null) return;
    const { name, refusal } = this.functionOutput;
    throw new AutogradError(`${name} is a view and is being modified inplace. ${refusal}`);
  }

  /** Whether gradients flow to this tensor. Set it on leaves only. See https://pytorch.org/docs/stable/generated/torch.Tensor.requires_grad.html. */
  get requiresGrad(): boolean {
    return this.#leafRequiresGrad || this.gradNode !== null;
  }

  set requiresGrad(value: boolean) {
    if (typeof value !== "boolean")
      throw new ArgumentError(`requiresGrad: it is true or false, but got ${describe(value)}`);
    if (this.gradNode !== null) {
      if (value) return;
      throw new AutogradError(
        "requiresGrad: you can only change requiresGrad flags of leaf variables; use .detach() for a tensor outside the graph",
      );
    }
    if (value && !isFloating(this.dtype)) {
      throw new DTypeError(
        `requiresGrad: only tensors of floating point dtype can require gradients, this one is ${this.dtype}`,
      );
    }
    if (value && this.storage.isInference && !modes.inference && !modes.transforming) {
      throw new AutogradError(
        "requiresGrad: Setting requiresGrad=true on inference tensor outside InferenceMode is not allowed; clone() it first",
      );
    }
    this.#leafRequiresGrad = value;
  }

  /**
   * Whether it was made in {@link inferenceMode}, or is a view of such a tensor.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.is_inference.html.
   */
  isInference(): boolean {
    return this.storage.isInference;
  }

  /** Sets `requiresGrad` and returns this tensor. See https://pytorch.org/docs/stable/generated/torch.Tensor.requires_grad_.html. */
  requiresGrad_(value = true): this {
    this.requiresGrad = value;
    return this;
  }

  /**
   * True for tensors that no recorded computation made: parameters, inputs, anything that requires no gradient.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.is_leaf.html.
   */
  get isLeaf(): boolean {
    return this.gradNode === null;
  }

  /**
   * The gradient that `backward` accumulated here, or null. A leaf's lives as long as the leaf, or until it is replaced.
   * See https://pytorch.org/docs/stable/generated/torch.Tensor.grad.html.
   */
  get grad(): Tensor | null {
    return this.#grad;
  }

  set grad(value: Tensor | null) {
    if (value !== null && !isTensor(value))
      throw new ArgumentError(
        `grad: expected a Tensor or null, but got ${describe(value)}; make a tensor of numbers with tensor(…)`,
      );
    if (value !== null) checkGradient(value, this);
    const before = this.#grad;
    if (before !== null && before.storage !== value?.storage && this.#keepsGrad) {
      this.#keepsGrad = false;
      releaseGradient(before.storage);
    }
    this.#grad = value;
    if (!this.isLeaf || value === null) return;
    const recording = currentRecording();
    const asked = recording?.kept.has(value.storage);
    recording?.leaves.add(this);
    const [home, present] = [scopeOf(this.storage), scopeOf(value.storage)];
    if (home === null && this.storage.kept) this.#keepGrad();
    else if (present !== null) escapeTo(present, home, value.storage);
    // A gradient keeps itself: that is not somebody's wish.
    if (asked === false) recording?.kept.delete(value.storage);
  }

  /**
   * Becomes another tensor's elements, in their dtype and on their device, as by PyTorch's `x.data = other`; what was saved of it for a backward
   * is refused there, and views of it stay with the elements that it had. Of a leaf without a gradient, before all that is recorded from now on.
   *
   * @internal
   */
  become({ storage, dtype, shape, strides, offset }: Tensor): void {
    // A recording holds tensors, and looks up their elements when it is computed.
    computeRecorded();
    Object.assign(this, { storage, dtype, shape, strides, offset });
  }

  /** Lets this tensor, and every view of it, outlive the step scope it was born in. Free it with `dispose`. */
  keep(): this {
    this.storage.kept = true;
    currentRecording()?.kept.add(this.storage);
    this.#keepGrad();
    return this;
  }

  /** Keeps the gradient for as long as this lives, or it is replaced. */
  #keepGrad(): void {
    if (this.#grad === null) return;
    currentRecording()?.kept.add(this.#grad.storage);
    if (this.#keepsGrad) return;
    this.#keepsGrad = true;
    this.#grad.keepAsGradient(this);
  }

  /** Keeps it for as long as its leaf has it. @internal */
  keepAsGradient(leaf: Tensor): void {
    this.storage.keepAsGradientOf(leaf.storage);
    currentRecording()?.kept.add(this.storage);
    this.#keepGrad();
  }

  /** Gives the memory of this tensor, and of every view of it, back at once. Using it afterwards throws. */
  dispose(): void {
    this.storage.free();
  }
}

// What errors, inspectors and Object.prototype.toString call it, also where a bundler has renamed the class.
Object.defineProperty(Tensor.prototype, Symbol.toStringTag, { value: "Tensor", configurable: true });

// Node 20 and newer browsers have Symbol.dispose; where it is absent, `using` is too.
if (typeof Symbol.dispose === "symbol") {
  Object.defineProperty(Tensor.prototype, Symbol.dispose, {
    value(this: Tensor) {
      this.dispose();
    },
    configurable: true,
    writable: true,
  });
}

/** Whether a value is a Tensor. See https://pytorch.org/docs/stable/generated/torch.is_tensor.html. */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof Tensor;
}
