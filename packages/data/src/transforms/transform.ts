// Transform: what is called like a function with an image and gives one, as torchvision's are. Not what any of them does.

import type { Tensor } from "@bernoulli/tensor";
import type { Placement } from "./bytes.js";

/**
 * What a transform that only moves pixels does to a placement, drawing what it draws; null where it does more. Under a symbol, since it is
 * between transforms and batches.ts.
 */
export interface Placing {
  /** What its borders are made of; null where it makes none. */
  readonly fill: number | null;
  /** Throws what the transform would. */
  readonly place: (before: Placement) => Placement;
}

export const placing: unique symbol = Symbol("placing");

/** The function itself, made an instance of a class. */
export function asFunction<Call extends (...given: never[]) => unknown>(call: Call, prototype: object): Call {
  // Own properties of every function; they would hide fields of these names on the prototype chain.
  delete (call as { name?: string }).name;
  delete (call as { length?: number }).length;
  return Object.setPrototypeOf(call, prototype) as Call;
}

/**
 * The base of transforms. Subclass it and write `transform`; an instance is called like a function.
 * See https://pytorch.org/vision/stable/transforms.html.
 *
 * @example
 * ```ts
 * import { Transform } from "@bernoulli/data";
 * import { tensor, type Tensor } from "@bernoulli/tensor";
 * class Invert extends Transform {
 *   transform(image: Tensor): Tensor {
 *     return image.neg().add(255);
 *   }
 * }
 * new Invert()(tensor([0, 255])).toArray(); // → [255, 0]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor returns a function, which the interface types
export abstract class Transform {
  constructor() {
    const call = (image: Tensor): Tensor => (call as unknown as Transform).transform(image);
    // biome-ignore lint/correctness/noConstructorReturn: an instance is called like a function, as in PyTorch
    return asFunction(call, new.target.prototype as object) as unknown as Transform;
  }

  /** What calling it does. */
  abstract transform(image: Tensor): Tensor;

  /** How it works on batches of bytes, where it can. @internal */
  get [placing](): Placing | null {
    return null;
  }

  /** What stands between the parentheses when it is printed. */
  protected extraRepr(): string {
    return "";
  }

  /** As torchvision prints it. */
  toString(): string {
    return `${this.constructor.name}(${this.extraRepr()})`;
  }
}

export interface Transform {
  // biome-ignore lint/style/useShorthandFunctionType: an interface merges with the class, a type would clash with it
  (image: Tensor): Tensor;
}
