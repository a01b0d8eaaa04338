// GradScaler: PyTorch's scale of losses, so that small gradients do not vanish in half precision. In float32 nothing vanishes, and the factors
// are powers of two: weights are the same with it and without, but for steps that it leaves out. Which dtype is computed in is no affair of its.

import { noGrad } from "../autograd/grad-mode.js";
import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { checkOptions, type Kinds, optionsOf, type Positional } from "../checks/options.js";
import { warnOnce } from "../checks/warn.js";
import { readFor } from "../compile/trace.js";
import { scope } from "../memory/step-scope.js";
import { isfinite } from "../ops/pointwise/finite.js";
import { mul, mul_ } from "../ops/pointwise/mul.js";
import { all } from "../ops/reductions/truths.js";
import { item } from "../tensor/reads.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { checkDeviceType } from "./autocast.js";

export interface GradScalerOptions {
  /** The first scale. Default 65536. */
  readonly initScale?: number;
  /** What the scale is multiplied by behind `growthInterval` steps in a row that were taken, > 1. Default 2. */
  readonly growthFactor?: number;
  /** What the scale is multiplied by behind a step that was left out, < 1. Default 0.5. */
  readonly backoffFactor?: number;
  /** Default 2000. */
  readonly growthInterval?: number;
  /** Whether anything is scaled at all. Default true. */
  readonly enabled?: boolean;
}

const kinds: Kinds<GradScalerOptions> = {
  initScale: "number",
  growthFactor: "number",
  backoffFactor: "number",
  growthInterval: "number",
  enabled: "boolean",
};
const places = ["initScale", "growthFactor", "backoffFactor", "growthInterval", "enabled"] as const;
type Places = ["initScale", "growthFactor", "backoffFactor", "growthInterval", "enabled"];

/** What a scaler knows of an optimizer: all of those of @bernoulli/optim are such. */
export interface ScaledOptimizer {
  readonly paramGroups: readonly { readonly params: readonly Tensor[] }[];
  step(closure?: any): any;
}

/** A tensor, or tensors in arrays. */
export type Scalable = Tensor | readonly Scalable[];

/** A scaler's state under PyTorch's keys; of one that is disabled there is none. */
export interface GradScalerState {
  readonly scale: number;
  readonly growth_factor: number;
  readonly backoff_factor: number;
  readonly growth_interval: number;
  readonly _growth_tracker: number;
}

/** Since the last update: whether gradients were unscaled or the step taken, and whether any was not finite; null before they were looked at. */
interface OptimizerState {
  stage: "ready" | "unscaled" | "stepped";
  foundInf: boolean | null;
}

/**
 * Scales losses, and before a step unscales their gradients; a step whose gradients are not all finite is left out, and the scale made smaller. With
 * `"cuda"`, the default, it is disabled, as PyTorch disables it where there is no GPU: then `scale` and `unscale_` do nothing, and `step` is the
 * optimizer's. With `"cpu"` it does what PyTorch's does.
 * See https://pytorch.org/docs/stable/amp.html#torch.amp.GradScaler.
 *
 * @throws ArgumentError for a device that there is none for, or factors out of range.
 * @example
 * ```ts
 * import { amp, ones } from "@bernoulli/tensor";
 * const loss = ones(1);
 * const scaler = new amp.GradScaler("cpu");
 * scaler.scale(loss).toArray(); // → [65536]
 * scaler.getScale(); // → 65536
 * const disabled = new amp.GradScaler("cuda");
 * disabled.scale(loss) === loss; // → true
 * [disabled.isEnabled(), disabled.getScale(), disabled.stateDict()]; // → [false, 1, {}]
 * ```
 */
export class GradScaler {
  readonly #enabled: boolean;
  #scale: number;
  #growthFactor: number;
  #backoffFactor: number;
  #growthInterval: number;
  #growthTracker = 0;
  /** Whether the scale is in use, which `step` and `update` ask for. */
  #isUsed = false;
  #states = new Map<ScaledOptimizer, OptimizerState>();

  constructor(device = "cuda", ...rest: Positional<GradScalerOptions, Places>) {
    const options = optionsOf<GradScalerOptions>("GradScaler", places, rest);
    checkOptions("GradScaler", options, kinds);
    checkDeviceType("GradScaler", device);
    const { initScale = 65536, growthFactor = 2, backoffFactor = 0.5, growthInterval = 2000, enabled = true } = options;
    if (enabled && device !== "cpu")
      warnOnce(
        `GradScaler ${device}`,
        `GradScaler: torch.${device}.amp.GradScaler is enabled, but ${device.toUpperCase()} is not available. Disabling.`,
      );
    this.#enabled = enabled && device === "cpu";
    if (this.#enabled) {
      if (!(growthFactor > 1)) throw new ArgumentError("GradScaler: The growth factor must be > 1.0.");
      if (!(backoffFactor < 1)) throw new ArgumentError("GradScaler: The backoff factor must be < 1.0.");
    }
    this.#scale = Math.fround(initScale);
    this.#growthFactor = growthFactor;
    this.#backoffFactor = backoffFactor;
    this.#growthInterval = growthInterval;
  }

  /**
   * A loss times the scale, or tensors in arrays; of a disabled scaler what was given.
   *
   * @throws ArgumentError for anything else.
   */
  scale<Outputs extends Scalable>(outputs: Outputs): Outputs {
    if (!this.#enabled) return outputs;
    this.#isUsed = true;
    const scaled = (value: Scalable): Scalable => {
      if (isTensor(value)) return mul(value, this.#scale);
      if (!Array.isArray(value))
        throw new ArgumentError(
          `GradScaler.scale: outputs must be a Tensor or an iterable of Tensors, but got ${describe(value)}`,
        );
      return value.map(scaled);
    };
    return scaled(outputs) as Outputs;
  }

  /**
   * Divides an optimizer's gradients by the scale, in place, and looks whether all are finite: before gradients are clipped. `step` does it where nobody has.
   *
   * @throws ArgumentError where it was done already, or behind the step.
   */
  unscale_(optimizer: ScaledOptimizer): void {
    if (!this.#enabled) return;
    this.#checkUsed("unscale_");
    const state = this.#stateOf(optimizer);
    if (state.stage === "unscaled")
      throw new ArgumentError(
        "GradScaler.unscale_: unscale_() has already been called on this optimizer since the last update().",
      );
    if (state.stage === "stepped")
      throw new ArgumentError("GradScaler.unscale_: unscale_() is being called after step().");
    const inverse = Math.fround(1 / this.#scale);
    noGrad(() =>
      scope(() => {
        for (const { params } of optimizer.paramGroups)
          for (const { grad } of params) {
            if (grad === null) continue;
            const allFinite = Boolean(readFor("GradScaler.unscale_", "values", () => item(all(isfinite(grad)))));
            state.foundInf = (state.foundInf ?? false) || !allFinite;
            mul_(grad, inverse);
          }
      }),
    );
    state.stage = "unscaled";
  }

  /**
   * Takes the optimizer's step where all gradients are finite, unscaled before, and returns what that returns. Of a disabled scaler it is the step itself.
   *
   * @throws ArgumentError for a closure, a second step before `update`, or where there are no gradients.
   */
  step(optimizer: ScaledOptimizer, closure?: () => Tensor): Tensor | undefined {
    if (!this.#enabled) return optimizer.step(closure) as Tensor | undefined;
    if (closure !== undefined)
      throw new ArgumentError("GradScaler.step: Closure use is not currently supported if GradScaler is enabled.");
    this.#checkUsed("step");
    const state = this.#stateOf(optimizer);
    if (state.stage === "stepped")
      throw new ArgumentError("GradScaler.step: step() has already been called since the last update().");
    if (state.stage === "ready") this.unscale_(optimizer);
    if (state.foundInf === null)
      throw new ArgumentError("GradScaler.step: No inf checks were recorded for this optimizer.");
    const result = state.foundInf ? undefined : (optimizer.step() as Tensor | undefined);
    state.stage = "stepped";
    return result;
  }

  /**
   * Makes the scale what the last steps ask for, or `newScale`: at the end of each step.
   *
   * @throws ArgumentError where no gradients were looked at, or `newScale` is no number.
   */
  update(newScale?: number | Tensor | null): void {
    if (!this.#enabled) return;
    this.#checkUsed("update");
    if (newScale !== undefined && newScale !== null) {
      const isNumber = typeof newScale === "number";
      if (!isNumber && (!isTensor(newScale) || newScale.numel() !== 1 || newScale.requiresGrad))
        throw new ArgumentError(
          "GradScaler.update: new_scale should be a float or a 1-element torch.FloatTensor with requires_grad=False.",
        );
      this.#scale = Math.fround(isNumber ? newScale : (item(newScale) as number));
    } else {
      const found = [...this.#states.values()].flatMap(({ foundInf }) => (foundInf === null ? [] : [foundInf]));
      if (found.length === 0)
        throw new ArgumentError("GradScaler.update: No inf checks were recorded prior to update.");
      this.#follow(found.includes(true));
    }
    this.#states = new Map();
  }

  #follow(foundInf: boolean): void {
    if (foundInf) {
      this.#scale = Math.fround(this.#scale * this.#backoffFactor);
      this.#growthTracker = 0;
      return;
    }
    this.#growthTracker += 1;
    if (this.#growthTracker !== this.#growthInterval) return;
    const grown = Math.fround(this.#scale * this.#growthFactor);
    if (Number.isFinite(grown)) this.#scale = grown;
    this.#growthTracker = 0;
  }

  /** The scale; 1 of a disabled scaler. */
  getScale(): number {
    return this.#enabled ? this.#scale : 1;
  }

  isEnabled(): boolean {
    return this.#enabled;
  }

  getGrowthFactor(): number {
    return this.#growthFactor;
  }

  setGrowthFactor(newFactor: number): void {
    this.#growthFactor = newFactor;
  }

  getBackoffFactor(): number {
    return this.#backoffFactor;
  }

  setBackoffFactor(newFactor: number): void {
    this.#backoffFactor = newFactor;
  }

  getGrowthInterval(): number {
    return this.#growthInterval;
  }

  setGrowthInterval(newInterval: number): void {
    this.#growthInterval = newInterval;
  }

  /** What a checkpoint holds of it: nothing, `{}`, of a disabled scaler. */
  stateDict(): GradScalerState | Record<string, never> {
    if (!this.#enabled) return {};
    return {
      scale: this.#scale,
      growth_factor: this.#growthFactor,
      backoff_factor: this.#backoffFactor,
      growth_interval: this.#growthInterval,
      _growth_tracker: this.#growthTracker,
    };
  }

  /**
   * Goes on where a state dict was made; a disabled scaler does nothing.
   *
   * @throws ArgumentError for one that is empty, or lacks something.
   */
  loadStateDict(stateDict: Readonly<Partial<GradScalerState>>): void {
    if (!this.#enabled) return;
    if (Object.keys(stateDict).length === 0)
      throw new ArgumentError(
        "GradScaler.loadStateDict: The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.",
      );
    const read = (key: keyof GradScalerState): number => {
      const value = stateDict[key];
      if (typeof value === "number") return value;
      throw new ArgumentError(`GradScaler.loadStateDict: ${key} must be a number, but got ${describe(value)}`);
    };
    const [scale, growthTracker] = [read("scale"), read("_growth_tracker")];
    const [growthFactor, backoffFactor, growthInterval] = [
      read("growth_factor"),
      read("backoff_factor"),
      read("growth_interval"),
    ];
    this.#scale = Math.fround(scale);
    this.#growthTracker = growthTracker;
    this.#growthFactor = growthFactor;
    this.#backoffFactor = backoffFactor;
    this.#growthInterval = growthInterval;
  }

  #checkUsed(method: string): void {
    if (this.#isUsed) return;
    throw new ArgumentError(
      `GradScaler.${method}: Attempted ${method} but _scale is None.  This may indicate your script did not use scaler.scale(loss or outputs) earlier in the iteration.`,
    );
  }

  #stateOf(optimizer: ScaledOptimizer): OptimizerState {
    const state: OptimizerState = this.#states.get(optimizer) ?? { stage: "ready", foundInf: null };
    this.#states.set(optimizer, state);
    return state;
  }
}
