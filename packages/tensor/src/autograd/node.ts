// A GradNode is one recorded computation: by which rule its gradients go back, from what it came, and what backward may see
// of it. It does not walk the graph (backward.ts) nor decide what is recorded (record.ts).

import { AutogradError } from "../checks/errors.js";
import type { Device, Storage } from "../memory/storage.js";
import type { Tensor, TensorMeta } from "../tensor/tensor.js";
import { anomalies } from "./anomalies.js";
import type { Behind } from "./behind.js";
import { modes } from "./modes.js";
import { currentRecomputing, type Recomputing, waiting } from "./recomputing.js";

/**
 * Where a gradient goes: to one of the outputs of the computation that an input came from, to a leaf tensor (which counts as
 * its own first output), or nowhere.
 */
export type Edge = { readonly node: GradNode | Tensor; readonly output: number } | null;

/** What is known of an input without its elements. */
export interface InputMeta extends TensorMeta {
  readonly strides: readonly number[];
}

/** What zeros in place of an output's gradient are like. */
export interface OutputMeta extends TensorMeta {
  readonly device: Device;
}

/** What a rule is given, beside the saved tensors, which come under their names. */
export interface GradientContext {
  /** The gradient of the first output. */
  readonly grad: Tensor | null;
  /** The gradients of all outputs, in their order: where none arrived zeros, or null, as the node's `outputs` tell. */
  readonly grads: readonly (Tensor | null)[];
  readonly attributes: unknown;
  readonly inputs: readonly (InputMeta | null)[];
  /** Which inputs want a gradient; the others' may be left null. */
  readonly needs: readonly boolean[];
}

/** How gradients go back through a computation: an op has such a rule, and so have a user's function and a write on a view. */
export interface GradientRule {
  readonly name: string;
  /** It runs code of the user's, which may hold what it is given and makes. */
  readonly isUsers?: true;
  /** Gradients of the inputs, in their order; null for none. */
  backward(context: GradientContext): readonly (Tensor | null)[];
}

/** A tensor that backward will read, with the storage and the version that it had; a write since then, or a move elsewhere, is an error. */
export interface SavedTensor {
  readonly tensor: Tensor;
  readonly storage: Storage;
  readonly version: number;
}

/** What of a computation its node holds. */
export interface Recorded {
  readonly rule: GradientRule;
  readonly attributes: unknown;
  readonly edges: readonly Edge[];
  readonly inputs: readonly (InputMeta | null)[];
  /** Null for an output of which the rule is to be given no zeros where no gradient arrived. */
  readonly outputs: readonly (OutputMeta | null)[];
  /** By the name the rule knows it under. */
  readonly saved: ReadonlyMap<string, SavedTensor | null>;
}

let created = 0;

/** The `id` of the next node. */
export function nextNodeId(): number {
  return created;
}

export class GradNode implements Omit<Recorded, "saved"> {
  /** Rises with every node: descending order is an order in which backward may walk. */
  readonly id = created++;
  readonly rule: GradientRule;
  readonly outputs: readonly (OutputMeta | null)[];
  attributes: unknown;
  edges: readonly Edge[];
  inputs: readonly (InputMeta | null)[];
  /** Null once backward released it. */
  saved: ReadonlyMap<string, SavedTensor | null> | null;
  /** What its edges led to, once they are released. */
  behind: Behind | null = null;
  /** The part that computes anew what it saved, where it is of one. */
  readonly recomputing: Recomputing | null = currentRecomputing();
  /** By output; few nodes have any. */
  #retaining: Map<number, Tensor> | null = null;

  constructor({ rule, attributes, edges, inputs, outputs, saved }: Recorded) {
    this.rule = rule;
    this.attributes = attributes;
    this.edges = edges;
    this.inputs = inputs;
    this.outputs = outputs;
    this.saved = saved;
    this.recomputing?.add(this);
    anomalies()?.note(this);
  }

  /** What PyTorch calls it: `ReluBackward0`. */
  get name(): string {
    const { name } = this.rule;
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}Backward0`;
  }

  /** The saved tensors by name, each checked to be as it was when it was saved. */
  unpack(): Record<string, Tensor | null> {
    const { name: by } = this.rule;
    if (this.saved === null) {
      throw new AutogradError(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). " +
          `Saved intermediate values of the graph (here of ${by}) are freed when you call .backward() or grad(). ` +
          "Specify { retainGraph: true } if you need to backward through the graph a second time.",
      );
    }
    const unpacked: Record<string, Tensor | null> = {};
    for (const [name, saved] of this.#present(this.saved)) {
      if (saved !== null && saved.tensor.storage !== saved.storage) {
        throw new AutogradError(
          `one of the variables needed for gradient computation has been moved to another device or dtype since ${by} saved it as its ${name} ` +
            `[${saved.tensor.shape.join(", ")}]; move the module before the forward, or call backward first.`,
        );
      }
      if (saved !== null && saved.storage.version !== saved.version) {
        throw new AutogradError(
          "one of the variables needed for gradient computation has been modified by an inplace operation: " +
            `${by} saved its ${name} [${saved.tensor.shape.join(", ")}] at version ${saved.version}; ` +
            `it is at version ${saved.storage.version} now. Use the op without the trailing underscore, or write before ${by} runs.`,
        );
      }
      unpacked[name] = saved === null ? null : saved.tensor;
    }
    return unpacked;
  }

  /** What was saved, or, where that has ended as it was meant to, what is computed in its place. */
  #present(saved: ReadonlyMap<string, SavedTensor | null>): ReadonlyMap<string, SavedTensor | null> {
    const { recomputing } = this;
    if (recomputing === null || ![...saved.values()].some((one) => one?.storage.freed === true)) return saved;
    if (!waiting.has(this)) recomputing.recompute();
    return waiting.get(this) ?? saved;
  }

  /** The tensor that wants an output's gradient although it is no leaf, as `retainGrad` asked. */
  retaining(output: number): Tensor | null {
    return this.#retaining?.get(output) ?? null;
  }

  retain(output: number, tensor: Tensor | null): void {
    if (tensor === null) this.#retaining?.delete(output);
    else {
      this.#retaining ??= new Map();
      this.#retaining.set(output, tensor);
    }
  }

  /**
   * Lets go of what was saved, so that a second backward says so, and of all that lies behind it: a list of losses holds no graphs,
   * only a few nodes each. A node that saved nothing can be walked again.
   */
  release(behind: Behind): void {
    if (this.saved === null || this.saved.size === 0) return;
    this.saved = null;
    this.attributes = null;
    this.edges = [];
    this.inputs = [];
    this.behind = behind;
  }
}

export function outputMetaOf({ shape, dtype, device }: Tensor): OutputMeta {
  return { shape, dtype, device };
}

export function inputMetaOf({ shape, dtype, strides }: Tensor): InputMeta {
  return { shape, dtype, strides };
}

/** That a rule saved, as tensors stand now. */
export function savedAs(tensor: Tensor | null): SavedTensor | null {
  if (tensor === null) return null;
  const { storage } = tensor;
  if (storage.isInference && !modes.transforming) {
    throw new AutogradError(
      "Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. " +
        "To work around this, you can make a clone() to get a normal tensor and use it in autograd, or use noGrad instead of inferenceMode.",
    );
  }
  return { tensor, storage, version: storage.version };
}
