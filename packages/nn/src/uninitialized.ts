// UninitializedParameter and UninitializedBuffer: tensors of a module whose shape its first input will tell. They have a dtype, a device and a
// place in the module, and no elements. Which layers have them, and what they become, is layers/lazy.ts's.

import {
  ArgumentError,
  checkOptions,
  type DeviceName,
  type DType,
  empty,
  noGrad,
  type Shape,
  Tensor,
  zeros,
} from "@bernoulli/tensor";
import { Parameter } from "./parameter.js";
import { moveHold } from "./registered.js";

export interface UninitializedOptions {
  /** float32 or float64. Default float32. */
  readonly dtype?: DType;
  /** Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

export interface UninitializedParameterOptions extends UninitializedOptions {
  /** Whether backward shall compute a gradient for it. Default true. */
  readonly requiresGrad?: boolean;
}

const placementKinds = { dtype: "anything", device: "anything" } as const;

/**
 * A parameter that has no shape yet. Optimizers take it, and `Module.to` moves it; state dicts hold it as it is, and loading makes it what
 * the state dict has. Reading anything that hangs on its shape throws. `materialize` makes it a {@link Parameter}, the same object.
 * See https://pytorch.org/docs/stable/generated/torch.nn.parameter.UninitializedParameter.html.
 *
 * @throws ArgumentError, when used, until it is materialized.
 * @example
 * ```ts
 * import { LazyLinear, Parameter, UninitializedParameter } from "@bernoulli/nn";
 * const { weight } = new LazyLinear(2);
 * String(weight); // → "<UninitializedParameter>"
 * weight.numel(); // throws Attempted to use an uninitialized parameter in numel
 * const own = new UninitializedParameter();
 * own.materialize([2, 3]);
 * own.shape; // → [2, 3]
 * own instanceof Parameter && !(own instanceof UninitializedParameter); // → true
 * ```
 */
export class UninitializedParameter extends Parameter {
  constructor(options: UninitializedParameterOptions = {}) {
    checkOptions("UninitializedParameter", options, { requiresGrad: "boolean", ...placementKinds });
    const { requiresGrad = true, ...placement } = options;
    super(zeros([0], placement), { requiresGrad });
    hideShape(this);
  }

  /** The elements that there are: none. */
  override get data(): Tensor {
    return new Tensor(this.storage, this.dtype, { shape: [0], strides: [1], offset: 0 });
  }

  /** Makes this a parameter of `shape`, whose elements are not set, by default in its dtype and on its device. */
  materialize(shape: Shape, options: UninitializedOptions = {}): void {
    materialize(this, shape, options);
  }

  override numel(): number {
    return refuse("numel");
  }

  /** Takes other elements, of which there are none, as `Module.to` has it. @internal */
  override become(elements: Tensor): void {
    showShape(this);
    super.become(elements);
    hideShape(this);
  }

  override toString(): string {
    return "<UninitializedParameter>";
  }
}

/**
 * A buffer that has no shape yet, as {@link UninitializedParameter} is for parameters. `materialize` makes it a plain tensor, the same object.
 * See https://pytorch.org/docs/stable/generated/torch.nn.parameter.UninitializedBuffer.html.
 *
 * @throws ArgumentError, when used, until it is materialized.
 * @example
 * ```ts
 * import { LazyBatchNorm1d } from "@bernoulli/nn";
 * const { runningMean } = new LazyBatchNorm1d();
 * String(runningMean); // → "<UninitializedBuffer>"
 * runningMean.shape; // throws Can't access the shape of an uninitialized parameter or buffer
 * ```
 */
export class UninitializedBuffer extends Tensor {
  constructor(options: UninitializedOptions = {}) {
    checkOptions("UninitializedBuffer", options, placementKinds);
    const { storage, dtype, shape, strides, offset } = zeros([0], options);
    super(storage, dtype, { shape, strides, offset });
    hideShape(this);
  }

  /** The elements that there are: none. */
  override get data(): Tensor {
    return new Tensor(this.storage, this.dtype, { shape: [0], strides: [1], offset: 0 });
  }

  /** Makes this a tensor of `shape`, whose elements are not set, by default in its dtype and on its device. */
  materialize(shape: Shape, options: UninitializedOptions = {}): void {
    materialize(this, shape, options);
  }

  override numel(): number {
    return refuse("numel");
  }

  override toString(): string {
    return "<UninitializedBuffer>";
  }

  /** @internal What console.log shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** A tensor without a shape yet. */
export type Uninitialized = UninitializedParameter | UninitializedBuffer;

export function isUninitialized(tensor: unknown): tensor is Uninitialized {
  return tensor instanceof UninitializedParameter || tensor instanceof UninitializedBuffer;
}

/** Another one like it, elsewhere or of another dtype. */
export function alike(tensor: Uninitialized, placement: UninitializedOptions = {}): Uninitialized {
  const { requiresGrad } = tensor;
  const where = { dtype: tensor.dtype, device: tensor.device, ...placement };
  return tensor instanceof UninitializedParameter
    ? new UninitializedParameter({ ...where, requiresGrad })
    : new UninitializedBuffer(where);
}

/** Gives it elements, which are its own from then on. */
export function initialize(tensor: Uninitialized, elements: Tensor): void {
  const { storage } = tensor;
  const isParameter = tensor instanceof Parameter;
  uncover(tensor);
  tensor.become(elements);
  if (isParameter) tensor.keep();
  else moveHold(storage, tensor);
  storage.toHost();
}

/** Makes it the parameter or tensor that it is to be, for somebody who gives it elements. */
export function uncover(tensor: Uninitialized): void {
  showShape(tensor);
  Object.setPrototypeOf(tensor, (tensor instanceof Parameter ? Parameter : Tensor).prototype as object);
}

function materialize(tensor: Uninitialized, shape: Shape, options: UninitializedOptions): void {
  checkOptions("materialize", options, placementKinds);
  const { dtype, device } = tensor;
  noGrad(() => initialize(tensor, empty(shape, { dtype, device, ...options })));
}

function hideShape(tensor: Uninitialized): void {
  Object.defineProperty(tensor, "shape", {
    get: () => {
      throw new ArgumentError(withoutShape);
    },
    enumerable: false,
    configurable: true,
  });
}

function showShape(tensor: Uninitialized): void {
  Object.defineProperty(tensor, "shape", { value: [0], enumerable: true, configurable: true, writable: true });
}

/** What is said where a shape is asked for, and where one is to be loaded into what has one. */
export const withoutShape =
  "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in `loadStateDict` when trying to load " +
  "an uninitialized parameter into an initialized one. Call the module on an input to initialize the parameters before accessing their attributes.";

function refuse(what: string): never {
  throw new ArgumentError(
    `Attempted to use an uninitialized parameter in ${what}. This error happens when you are using a lazy layer or explicitly ` +
      "manipulating an UninitializedParameter; call the module on a dummy batch to initialize the parameters first",
  );
}
