// What the doors ask before they compute: whether a tensor stands for many samples (func/vmap.ts), and what is done with it then. Without
// vmap nothing is lifted, and none of its code is in a bundle.

import type { Layout, Shape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import type { AnyOp, KernelOp } from "./op.js";

type Inputs = readonly (Tensor | null)[];

export interface Lifting {
  isLifted(tensor: Tensor): boolean;
  /** The inputs with all of what requires a gradient lifted as the others are; themselves where none is. */
  lift(inputs: Inputs): Inputs;
  /** A tensor that is the same for all samples that another has. */
  liftLike(tensor: Tensor, like: Tensor): Tensor;
  /** Computes an op, unrecorded; null where it is an ordinary one. */
  apply(
    op: Exclude<AnyOp, { kind: "view" }>,
    inputs: Inputs,
    attributes: unknown,
    options: object,
  ): readonly Tensor[] | null;
  /** A view of a lifted tensor, by the layout that a sample has. */
  view(input: Tensor, layoutOf: (sample: Tensor) => Layout, base: Tensor | null): Tensor;
  /** Runs an op in place, unrecorded; false where it is an ordinary one. */
  write(name: string, op: KernelOp, inputs: Inputs, attributes: unknown): boolean;
  /** What somebody gives in the place of draws, for all samples at once; `plain` makes that of what is drawn. */
  given(shape: Shape, ask: (all: Shape, plain: (drawn: Tensor) => Tensor) => Tensor): Tensor;
}

let current: Lifting | null = null;

export function currentLifting(): Lifting | null {
  return current;
}

export function setLifting(lifting: Lifting): void {
  current = lifting;
}
