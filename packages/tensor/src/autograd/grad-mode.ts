// Whether computations are recorded for backward: the ways to set it, and to ask. No graph here.

import { isAsynchronous } from "../checks/asynchronous.js";
import { AutogradError } from "../checks/errors.js";
import { checkArgument } from "../checks/options.js";
import { modes } from "./modes.js";

export { isRecording } from "./modes.js";

/**
 * Whether gradients are switched on. In {@link inferenceMode} nothing is recorded even so.
 * See https://pytorch.org/docs/stable/generated/torch.is_grad_enabled.html.
 */
export function isGradEnabled(): boolean {
  return modes.enabled;
}

/**
 * Whether {@link inferenceMode} is on.
 * See https://pytorch.org/docs/stable/generated/torch.is_inference_mode_enabled.html.
 */
export function isInferenceModeEnabled(): boolean {
  return modes.inference;
}

export function withGradMode<Result>(name: string, mode: boolean, body: () => Result): Result {
  return withModes(name, mode, modes.inference, body);
}

/** Runs what a transform of func differentiates: recorded in whatever mode, also of what was made in inference mode. @internal */
export function withTransform<Result>(body: () => Result): Result {
  const before = modes.transforming;
  modes.transforming = true;
  try {
    return withModes("func", true, false, body);
  } finally {
    modes.transforming = before;
  }
}

function withModes<Result>(name: string, mode: boolean, inferring: boolean, body: () => Result): Result {
  checkArgument(name, "body", body, "function");
  const before = { ...modes };
  Object.assign(modes, { enabled: mode, inference: inferring });
  try {
    const result = body();
    if (isAsynchronous(result)) {
      throw new AutogradError(
        `${name}: the body returned a promise, and grad mode cannot follow it across an await; ` +
          `await outside and call ${name}(() => …) around the synchronous part`,
      );
    }
    return result;
  } finally {
    Object.assign(modes, before);
  }
}

/**
 * Runs `body` without recording for backward, and returns what it returns. The body must be synchronous.
 * See https://pytorch.org/docs/stable/generated/torch.no_grad.html.
 *
 * @throws AutogradError if the body returns a promise.
 * @example
 * ```ts
 * import { noGrad, ones } from "@bernoulli/tensor";
 * const w = ones(2, { requiresGrad: true });
 * noGrad(() => w.mul(2)).requiresGrad; // → false
 * ```
 */
export function noGrad<Result>(body: () => Result): Result {
  return withGradMode("noGrad", false, body);
}

/**
 * Runs `body` with recording switched on, inside a {@link noGrad} too.
 * See https://pytorch.org/docs/stable/generated/torch.enable_grad.html.
 *
 * @throws AutogradError if the body returns a promise.
 * @example
 * ```ts
 * import { enableGrad, noGrad, ones } from "@bernoulli/tensor";
 * const w = ones(2, { requiresGrad: true });
 * noGrad(() => enableGrad(() => w.mul(2))).requiresGrad; // → true
 * ```
 */
export function enableGrad<Result>(body: () => Result): Result {
  return withGradMode("enableGrad", true, body);
}

/**
 * Runs `body` with recording switched on or off, as `mode` says; without a body switches it for all that follows, as PyTorch's
 * `torch.set_grad_enabled(mode)` does where it is called as a function. What is switched inside a {@link noGrad} ends with that.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.grad_mode.set_grad_enabled.html.
 *
 * @throws ArgumentError if the mode is no boolean; AutogradError if the body returns a promise.
 * @example
 * ```ts
 * import { ones, setGradEnabled } from "@bernoulli/tensor";
 * const w = ones(2, { requiresGrad: true });
 * const training = false;
 * setGradEnabled(training, () => w.mul(2)).requiresGrad; // → false
 * setGradEnabled(false);
 * w.mul(2).requiresGrad; // → false
 * setGradEnabled(true);
 * ```
 */
export function setGradEnabled(mode: boolean): void;
export function setGradEnabled<Result>(mode: boolean, body: () => Result): Result;
export function setGradEnabled<Result>(mode: boolean, body?: () => Result): Result | undefined {
  checkArgument("setGradEnabled", "mode", mode, "boolean");
  if (body !== undefined) return withGradMode("setGradEnabled", mode, body);
  modes.enabled = mode;
  return undefined;
}

/**
 * Runs `body` without recording, and marks the tensors that it makes as inference tensors: no later computation that is recorded may
 * save them, and they are not written in place outside. So a result that strays into training is found, where {@link noGrad} would
 * let it pass as a constant. `inferenceMode(false, body)` leaves the mode inside of it. The body must be synchronous.
 * See https://pytorch.org/docs/stable/generated/torch.autograd.grad_mode.inference_mode.html.
 *
 * @throws ArgumentError if the mode is no boolean; AutogradError if the body returns a promise.
 * @example
 * ```ts
 * import { inferenceMode, ones } from "@bernoulli/tensor";
 * const w = ones(2, { requiresGrad: true });
 * const y = inferenceMode(() => w.mul(2));
 * [y.requiresGrad, y.isInference()]; // → [false, true]
 * w.mul(y); // throws Inference tensors cannot be saved for backward
 * w.mul(y.clone()).requiresGrad; // → true
 * ```
 */
export function inferenceMode<Result>(body: () => Result): Result;
export function inferenceMode<Result>(mode: boolean, body: () => Result): Result;
export function inferenceMode<Result>(first: boolean | (() => Result), second?: () => Result): Result {
  const [mode, body] = typeof first === "function" && second === undefined ? [true, first] : [first, second];
  checkArgument("inferenceMode", "mode", mode, "boolean");
  return withModes("inferenceMode", mode === false, mode === true, body as () => Result);
}
