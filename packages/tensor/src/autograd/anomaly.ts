// Anomaly detection: which computation's gradient is the first to be NaN, and where that computation stands. The walk asks; it is off
// unless somebody looks for a fault.

import { AutogradError } from "../checks/errors.js";
import { checkArgument, checkOptions } from "../checks/options.js";
import { isFloating } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { type Anomalies, anomalies, setAnomalies } from "./anomalies.js";
import { isGradEnabled, withGradMode } from "./grad-mode.js";
import type { GradNode } from "./node.js";

export interface AnomalyOptions {
  /** Whether gradients are looked at, and not only the places of computations noted. Default true. */
  readonly checkNan?: boolean;
}

const stacks = new WeakMap<GradNode, string>();

function detector(checksNan: boolean): Anomalies {
  return {
    note: (node) => void stacks.set(node, new Error("recorded").stack ?? ""),
    check(node, results) {
      if (!checksNan) return;
      for (const [at, result] of results.entries()) {
        if (result === null || !isFloating(result.dtype) || !hasNan(result)) continue;
        const frames = (stacks.get(node) ?? "").split("\n").slice(1);
        const where = frames.length > 0 ? ` It was recorded in the forward here:\n${frames.join("\n")}` : "";
        throw new AutogradError(`backward: Function '${node.name}' returned nan values in its ${at}th output.${where}`);
      }
    },
  };
}

function hasNan({ storage, dtype, shape, strides, offset }: Tensor): boolean {
  const elements = storage.read(dtype);
  const visit = (dim: number, at: number): boolean => {
    if (dim === shape.length) return Number.isNaN(elements[at]);
    for (let index = 0; index < shape[dim]!; index++) if (visit(dim + 1, at + index * strides[dim]!)) return true;
    return false;
  };
  return visit(0, offset);
}

/**
 * Switches anomaly detection on or off: a backward stops at the first computation whose gradient has a NaN, and says which it is and where its
 * forward was called, if that was recorded since. Slow: for looking for a fault.
 * See https://pytorch.org/docs/stable/autograd.html#torch.autograd.set_detect_anomaly.
 *
 * @throws ArgumentError if the mode is no boolean.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * autograd.setDetectAnomaly(true);
 * const x = tensor(-1, { requiresGrad: true });
 * x.sqrt().mul(0).backward(); // throws Function 'SqrtBackward0' returned nan values in its 0th output.
 * autograd.setDetectAnomaly(false);
 * ```
 */
export function setDetectAnomaly(mode: boolean, options: AnomalyOptions = {}): void {
  checkArgument("setDetectAnomaly", "mode", mode, "boolean");
  checkOptions("setDetectAnomaly", options, { checkNan: "boolean" });
  setAnomalies(mode ? detector(options.checkNan ?? true) : null);
}

/**
 * Runs `body` with anomaly detection switched on; see {@link setDetectAnomaly}. The body must be synchronous.
 * See https://pytorch.org/docs/stable/autograd.html#torch.autograd.detect_anomaly.
 *
 * @throws AutogradError from a backward in it that has a NaN, or if the body returns a promise.
 * @example
 * ```ts
 * import { autograd, tensor } from "@bernoulli/tensor";
 * const x = tensor(0, { requiresGrad: true });
 * autograd.detectAnomaly(() => x.sqrt().mul(0).backward()); // throws Function 'SqrtBackward0' returned nan values
 * ```
 */
export function detectAnomaly<Result>(body: () => Result, options: AnomalyOptions = {}): Result {
  checkOptions("detectAnomaly", options, { checkNan: "boolean" });
  const before = anomalies();
  setAnomalies(detector(options.checkNan ?? true));
  try {
    return withGradMode("detectAnomaly", isGradEnabled(), body);
  } finally {
    setAnomalies(before);
  }
}

/**
 * Whether anomaly detection is switched on.
 * See https://pytorch.org/docs/stable/generated/torch.is_anomaly_enabled.html.
 */
export function isAnomalyEnabled(): boolean {
  return anomalies() !== null;
}
