// AveragedModel: a copy of a net whose weights are the averages of what the net's were.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  type DeviceName,
  describe,
  noGrad,
  optionsOf,
  type Positional,
  ShapeError,
  scope,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { copyModule } from "../copy.js";
import { registerBuffers } from "../keys.js";
import { Module } from "../module.js";
import { isModule } from "../walk.js";
import { type AvgFn, getSwaAvgFn, type MultiAvgFn } from "./formulas.js";

export interface AveragedModelOptions {
  /** Where the averages are. Default: where the model's weights are. */
  readonly device?: DeviceName | null;
  /** The next average of one tensor. Default null: the mean of all models. */
  readonly avgFn?: AvgFn | null;
  /** The next averages of all tensors, written in place; instead of `avgFn`. Default null. */
  readonly multiAvgFn?: MultiAvgFn | null;
  /** Whether buffers are averaged too; else they are the model's last. Default false. */
  readonly useBuffers?: boolean;
}

const places = ["device", "avgFn", "multiAvgFn", "useBuffers"] as const;

/**
 * A copy of a model, `module`, that `updateParameters` makes the average of what the model was at each call: the mean of all (SWA), or what
 * `avgFn` says, such as {@link getEmaAvgFn}. Called, it runs the copy. Not within a compiled step: it asks how many models there were.
 * See https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema; Izmailov et al., arXiv:1803.05407.
 *
 * @throws ArgumentError for what is no module, or cannot be copied, or both functions; from `updateParameters`, with ShapeError, for another model.
 * @example
 * ```ts
 * import { noGrad, ones } from "@bernoulli/tensor";
 * import { Linear } from "@bernoulli/nn";
 * import { AveragedModel } from "@bernoulli/nn/swa-utils";
 * const model = new Linear(2, 1, { bias: false });
 * const averaged = new AveragedModel(model);
 * for (const value of [1, 2, 6]) {
 *   noGrad(() => model.weight.fill_(value));
 *   averaged.updateParameters(model);
 * }
 * averaged.module.weight.toArray(); // → [[3, 3]]
 * averaged(ones(1, 2)).toArray(); // → [[6]]
 * Object.keys(averaged.stateDict()); // → ["n_averaged", "module.weight"]
 * ```
 */
export class AveragedModel<Averaged extends Module = Module> extends Module {
  static override readonly name: string = "AveragedModel";
  readonly module: Averaged;
  /** How many models are in the average, 0-d; the buffer `n_averaged`. */
  declare nAveraged: Tensor;
  readonly avgFn: AvgFn | null;
  readonly multiAvgFn: MultiAvgFn | null;
  readonly useBuffers: boolean;

  constructor(model: Averaged, ...rest: Positional<AveragedModelOptions, typeof places>) {
    super();
    const owner = "AveragedModel";
    const options = optionsOf<AveragedModelOptions>(owner, places, rest);
    checkOptions(owner, options, {
      device: "anything",
      avgFn: "anything",
      multiAvgFn: "anything",
      useBuffers: "boolean",
    });
    const { device = null, avgFn = null, multiAvgFn = null, useBuffers = false } = options;
    if (!isModule(model)) throw new ArgumentError(`${owner}: expected a module, but got ${describe(model)}`);
    if (typeof device === "function")
      throw new ArgumentError(
        `${owner}: the argument behind the model is the device; give functions by name: { avgFn }`,
      );
    if (avgFn !== null) checkArgument(owner, "avgFn", avgFn, "function");
    if (multiAvgFn !== null) checkArgument(owner, "multiAvgFn", multiAvgFn, "function");
    if (avgFn !== null && multiAvgFn !== null)
      throw new ArgumentError(`${owner}: Only one of avg_fn and multi_avg_fn should be provided`);
    this.module = copyModule(model);
    if (device !== null) this.module.to(device);
    registerBuffers(this, { n_averaged: tensor(0, { dtype: "int32", ...(device === null ? {} : { device }) }) });
    this.avgFn = avgFn;
    this.multiAvgFn = multiAvgFn;
    this.useBuffers = useBuffers;
  }

  forward(...inputs: Parameters<Averaged["forward"]>): ReturnType<Averaged["forward"]> {
    try {
      return (this.module as (...inputs: unknown[]) => unknown)(...inputs) as ReturnType<Averaged["forward"]>;
    } catch (error) {
      if (!(error instanceof TypeError) || !/private|did not declare|must be an instance/.test(error.message))
        throw error;
      throw new ArgumentError(
        `AveragedModel: a class of the model has members with names such as #cache, which cannot be copied; give it a method copy() that returns another one (${error.message})`,
        { cause: error },
      );
    }
  }

  /** Takes what the model is now into the average; the first time it becomes the model. */
  updateParameters(model: Module): void {
    const { useBuffers } = this;
    const [own, given] = [this.module, model].map((one) => ({
      averaged: [...one.parameters(), ...(useBuffers ? one.buffers() : [])],
      copied: useBuffers ? [] : [...one.buffers()],
    }));
    checkAlike(own!.averaged, given!.averaged);
    checkAlike(own!.copied, given!.copied);
    noGrad(() =>
      scope(() => {
        const count = this.nAveraged.item() as number;
        const current = given!.averaged.map((tensor, at) => tensor.detach().to(own!.averaged[at]!.device));
        const averaged = own!.averaged.map((tensor) => tensor.detach());
        if (count === 0) for (const [at, tensor] of averaged.entries()) tensor.copy_(current[at]!);
        else this.average(averaged, current, count);
        for (const [at, tensor] of own!.copied.entries()) tensor.copy_(given!.copied[at]!.to(tensor.device));
        this.nAveraged.add_(1);
      }),
    );
  }

  private average(averaged: readonly Tensor[], current: readonly Tensor[], count: number): void {
    const { avgFn, multiAvgFn } = this;
    if (multiAvgFn === null) {
      const next = avgFn ?? getSwaAvgFn();
      for (const [at, tensor] of averaged.entries()) tensor.copy_(next(tensor, current[at]!, count));
      return;
    }
    const groups = new Map<string, number[]>();
    for (const [at, { device, dtype }] of averaged.entries()) {
      const group = groups.get(`${device} ${dtype}`);
      if (group === undefined) groups.set(`${device} ${dtype}`, [at]);
      else group.push(at);
    }
    for (const group of groups.values())
      multiAvgFn(
        group.map((at) => averaged[at]!),
        group.map((at) => current[at]!),
        count,
      );
  }
}

/** Not another net: elements would be written over others, or broadcast. */
function checkAlike(own: readonly Tensor[], given: readonly Tensor[]): void {
  if (own.length !== given.length)
    throw new ArgumentError(
      `AveragedModel: the average is of a model with ${own.length} tensors, but this one has ${given.length}; update with the model that it was made of`,
    );
  for (const [at, { shape }] of own.entries())
    if (shape.join() !== given[at]!.shape.join())
      throw new ShapeError(
        `AveragedModel: tensor ${at} of the average has shape [${shape.join(", ")}], but the model's has [${given[at]!.shape.join(", ")}]; update with the model that it was made of`,
      );
}
