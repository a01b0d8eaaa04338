// Whether computations are recorded for backward. A flag and its three ways to be set; no graph here.

import { isAsynchronous } from "../checks/asynchronous.js";
import { AutogradError } from "../checks/errors.js";
import { checkArgument } from "../checks/options.js";

let enabled = true;

/** Whether gradients are being recorded. See https://pytorch.org/docs/stable/generated/torch.is_grad_enabled.html. */
export function isGradEnabled(): boolean {
  return enabled;
}

export function withGradMode<Result>(name: string, mode: boolean, body: () => Result): Result {
  checkArgument(name, "body", body, "function");
  const before = enabled;
  enabled = mode;
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
    enabled = before;
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
 */
export function enableGrad<Result>(body: () => Result): Result {
  return withGradMode("enableGrad", true, body);
}
