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

/** Channels, rows and columns of an image. */
export type ImageShape = readonly [channels: number, rows: number, columns: number];

/**
 * What a transform does to the images of a batch, to each by a draw of its own: what is drawn, apart from what is done. Under a symbol, as
 * {@link Placing} is.
 */
export interface Batching<Drawn = unknown> {
  /** Draws for one image what the transform would; no pixel counts in it. */
  draw(shape: ImageShape): Drawn;
  /** What the transform makes of images, (N, C, H, W), with one draw for each; to the bit. */
  apply(images: Tensor, drawn: readonly Drawn[]): Tensor;
  /** How large an image is then. Default: as large. */
  sides?(rows: number, columns: number): readonly [rows: number, columns: number];
  /** How many channels it has then. Default: as many. */
  readonly channels?: number;
  /** Whether it may stand behind {@link ToTensor} and Normalize. */
  readonly isOfFloats?: boolean;
}

export const batching: unique symbol = Symbol("batching");

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

  /** How it works on batches of which each image has a draw of its own, where it can. @internal */
  get [batching](): Batching | null {
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
