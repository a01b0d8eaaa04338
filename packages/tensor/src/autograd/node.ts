// A GradNode is one recorded computation: which op, from what, and what backward may see of it.
// It does not walk the graph (backward.ts) nor decide what is recorded (apply.ts).

import { AutogradError } from "../errors.js";
import type { AnyOp } from "../op.js";
import type { Tensor, TensorMeta } from "../tensor.js";

/** Where a gradient goes: to the computation an input came from, to a leaf tensor, or nowhere. */
export type Edge = GradNode | Tensor | null;

/** A tensor that backward will read, with the version it had; a write since then is an error. */
export interface SavedTensor {
  readonly tensor: Tensor;
  readonly version: number;
}

let created = 0;

/** The `id` of the next node. */
export function nextNodeId(): number {
  return created;
}

export class GradNode {
  /** Rises with every node: descending order is an order in which backward may walk. */
  readonly id = created++;
  readonly op: AnyOp;
  readonly attributes: unknown;
  readonly edges: readonly Edge[];
  readonly inputs: readonly (TensorMeta | null)[];
  readonly output: TensorMeta;
  /** By the name the op saves it under; null once backward released it. */
  saved: ReadonlyMap<string, SavedTensor | null> | null;
  /** Set by `retainGrad`: the non-leaf tensor that wants its gradient. */
  retains: Tensor | null = null;

  constructor(
    op: AnyOp,
    attributes: unknown,
    edges: readonly Edge[],
    inputs: readonly (TensorMeta | null)[],
    output: TensorMeta,
    saved: ReadonlyMap<string, SavedTensor | null>,
  ) {
    this.op = op;
    this.attributes = attributes;
    this.edges = edges;
    this.inputs = inputs;
    this.output = output;
    this.saved = saved;
  }

  /** What PyTorch calls it: `ReluBackward0`. */
  get name(): string {
    const name = this.op.name;
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}Backward0`;
  }

  /** The saved tensors by name, each checked to be as it was when it was saved. */
  unpack(): Record<string, Tensor | null> {
    if (this.saved === null) {
      throw new AutogradError(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). " +
          `Saved intermediate values of the graph (here of ${this.op.name}) are freed when you call .backward() or grad(). ` +
          "Specify { retainGraph: true } if you need to backward through the graph a second time.",
      );
    }
    const unpacked: Record<string, Tensor | null> = {};
    for (const [name, saved] of this.saved) {
      if (saved !== null && saved.tensor.storage.version !== saved.version) {
        throw new AutogradError(
          "one of the variables needed for gradient computation has been modified by an inplace operation: " +
            `${this.op.name} saved its ${name} [${saved.tensor.shape.join(", ")}] at version ${saved.version}; ` +
            `it is at version ${saved.tensor.storage.version} now. Use the op without the trailing underscore, or write before ${this.op.name} runs.`,
        );
      }
      unpacked[name] = saved === null ? null : saved.tensor;
    }
    return unpacked;
  }

  /** Lets go of what was saved, so that a second backward says so; a node that saved nothing can be walked again. */
  release(): void {
    if (this.saved !== null && this.saved.size > 0) this.saved = null;
  }
}
