// A kernel as a value: its name, the dtypes it serves, and what each device answers, a function of its own or the reference device's
// plain loops. Ops hold such values, so that a bundle has the kernels of the ops that are used, and no others.

import type { Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import { Addition, inPlaceOf } from "./addition.js";
import type { KernelFunction, KernelName } from "./contract.js";

/** What computes an op for one dtype on one device. A pair stays the same object, by which plans know it. */
export interface Implementation {
  readonly run: KernelFunction;
  /** `"reference"`: by the reference device's plain loops, in place of a kernel of the device's own. */
  readonly by: "own" | "reference";
}

/**
 * How a result's elements depend on the inputs': `"elementwise"` on those at the same place alone, so that only the layouts must be
 * alike; `"opaque"` in any way.
 */
export type Access = "elementwise" | "opaque";

/** What an op computes by: a kernel, or a formula. */
export interface Computation {
  readonly name: string;
  readonly access: Access;
  /** Null where no device computes it for that dtype. */
  on(device: Device, dtype: DType): Implementation | null;
}

/** One function for all dtypes, or one for each. */
type ReferenceEntry<K extends KernelName, D extends DType> =
  | KernelFunction<K>
  | { readonly [T in D]: KernelFunction<K> };

/**
 * Functions by dtype, or places for such as an import of its own loads; of those that are left out, as of all by `"reference"`, the
 * reference's loops compute.
 */
type DeviceEntry<K extends KernelName, D extends DType> =
  | "reference"
  | { readonly [T in D]?: KernelFunction<K> | Addition<KernelFunction<K>> };

export type Answers<K extends KernelName, D extends DType> = {
  readonly [At in Device]: At extends "reference" ? ReferenceEntry<K, D> : DeviceEntry<K, D>;
};

/** A computation that looks once for what computes it on a device for a dtype. */
export abstract class FoundOnce implements Computation {
  abstract readonly name: string;
  abstract readonly access: Access;
  readonly #found: { [At in Device]?: Map<DType, Implementation | null> } = {};

  protected abstract find(device: Device, dtype: DType): Implementation | null;

  on(device: Device, dtype: DType): Implementation | null {
    const found = (this.#found[device] ??= new Map());
    let implementation = found.get(dtype);
    if (implementation === undefined) {
      implementation = this.find(device, dtype);
      found.set(dtype, implementation);
    }
    return implementation;
  }
}

export class Kernel<K extends KernelName = any> extends FoundOnce {
  readonly name: K;
  readonly dtypes: readonly DType[];
  readonly access: Access;
  readonly #answers: Answers<any, DType>;

  constructor(name: K, dtypes: readonly DType[], access: Access, answers: Answers<any, DType>) {
    super();
    this.name = name;
    this.dtypes = dtypes;
    this.access = access;
    this.#answers = answers;
  }

  protected find(device: Device, dtype: DType): Implementation | null {
    if (!this.dtypes.includes(dtype)) return null;
    const answer = this.#answers[device];
    const entry = typeof answer === "object" ? answer[dtype] : answer;
    const own = entry instanceof Addition ? entry.loaded : entry;
    if (typeof own === "function") return { run: own as KernelFunction, by: "own" };
    const { reference } = this.#answers;
    const run = (typeof reference === "object" ? reference[dtype] : reference) as KernelFunction;
    return {
      run: entry instanceof Addition ? inPlaceOf(`${this.name} of ${dtype}`, entry.from, run) : run,
      by: "reference",
    };
  }
}

/** The name of a kernel of ours; null of a formula, whatever that is called. Who asks so does not load what computes it. */
export function kernelNameOf(computation: Computation): KernelName | null {
  return computation instanceof Kernel ? computation.name : null;
}

/**
 * A kernel of the contract, and what each device answers; a device that is missing does not compile. See {@link Access} for
 * `access`, by default `"opaque"`.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function defineKernel<K extends KernelName, const D extends readonly DType[]>(
  name: K,
  dtypes: D,
  answers: Answers<K, D[number]>,
  access: Access = "opaque",
): Kernel<K> {
  return new Kernel(name, dtypes, access, answers as Answers<any, DType>);
}
