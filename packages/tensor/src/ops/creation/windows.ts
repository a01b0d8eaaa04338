// Windows: curves that rise and fall, for spectra: hannWindow, hammingWindow, blackmanWindow, bartlettWindow, kaiserWindow.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkArgument, checkOptions } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { abs } from "../pointwise/abs.js";
import { add, sub } from "../pointwise/add.js";
import { div } from "../pointwise/div.js";
import { clampMin } from "../pointwise/extremes.js";
import { mul } from "../pointwise/mul.js";
import { neg } from "../pointwise/neg.js";
import { sqrt } from "../pointwise/pow.js";
import { square } from "../pointwise/roots.js";
import { cos } from "../pointwise/trigonometric.js";
import { i0 } from "../special/bessel.js";
import { narrow } from "../views/slice.js";
import { arange, ones, type TensorOptions, tensor, zeros } from "./creation.js";

export interface WindowOptions extends TensorOptions {
  /** Whether it is to be repeated: then it has the first of the next one's elements behind it, cut off. Default true. */
  readonly periodic?: boolean;
}

export interface HammingOptions extends WindowOptions {
  /** Default 0.54. */
  readonly alpha?: number;
  /** Default 0.46. */
  readonly beta?: number;
}

export interface KaiserOptions extends WindowOptions {
  /** How narrow it is. Default 12. */
  readonly beta?: number;
}

/** `curve` of the places 0 … n − 1, and n − 1. */
const windowNames = ["periodic", "dtype", "requiresGrad", "device"] as const;
// Written out: a bundler keeps what is spread when a file is loaded.
const hammingNames = ["periodic", "dtype", "requiresGrad", "device", "alpha", "beta"] as const;
const kaiserNames = ["periodic", "dtype", "requiresGrad", "device", "beta"] as const;

function windowOf<Options extends WindowOptions>(
  op: string,
  length: number,
  options: Options,
  names: readonly (keyof Options & string)[],
  curve: (places: Tensor, last: number) => Tensor,
): Tensor {
  if (!Number.isSafeInteger(length) || length < 0)
    throw new ArgumentError(`${op}: requires non-negative window_length, got window_length=${describe(length)}`);
  checkOptions(op, options, names);
  const { periodic = true, requiresGrad = false, dtype = "float32", device } = options;
  checkArgument(op, "periodic", periodic, "boolean");
  if (!isFloating(dtype)) throw new DTypeError(`${op}: expects floating point dtypes, got: ${dtype}`);
  const own = { dtype, ...(device === undefined ? {} : { device }) };
  if (length < 2) return (length === 0 ? zeros([0], own) : ones([1], own)).requiresGrad_(requiresGrad);
  const last = periodic ? length : length - 1;
  const whole = curve(arange(last + 1, own), last);
  const shown = periodic ? mul(narrow(whole, 0, 0, length), 1) : whole;
  return shown.requiresGrad_(requiresGrad);
}

function cosine(places: Tensor, last: number, alpha: number, beta: number): Tensor {
  return add(mul(cos(mul(places, (2 * Math.PI) / last)), -beta), alpha);
}

/**
 * 0.5 − 0.5 · cos(2πn / N). Shape: () → (length). See https://pytorch.org/docs/stable/generated/torch.hann_window.html.
 *
 * @throws ArgumentError unless the length is an integer from 0 on; DTypeError for a dtype that is not of floats.
 * @example
 * ```ts
 * import { hannWindow } from "@bernoulli/tensor";
 * hannWindow(4).toArray(); // → [0, 0.5, 1, 0.5]
 * hannWindow(3, { periodic: false }).toArray(); // → [0, 1, 0]
 * ```
 */
export function hannWindow(windowLength: number, options: WindowOptions = {}): Tensor {
  return windowOf("hannWindow", windowLength, options, windowNames, (places, last) => cosine(places, last, 0.5, 0.5));
}

/**
 * alpha − beta · cos(2πn / N). Shape: () → (length). See https://pytorch.org/docs/stable/generated/torch.hamming_window.html.
 *
 * @throws as {@link hannWindow}.
 * @example
 * ```ts
 * import { hammingWindow } from "@bernoulli/tensor";
 * hammingWindow(4).toArray(); // → [0.08, 0.54, 1, 0.54]
 * ```
 */
export function hammingWindow(windowLength: number, options: HammingOptions = {}): Tensor {
  checkOptions("hammingWindow", options, hammingNames);
  const { alpha = 0.54, beta = 0.46 } = options;
  return windowOf("hammingWindow", windowLength, options, hammingNames, (places, last) =>
    cosine(places, last, alpha, beta),
  );
}

/**
 * 0.42 − 0.5 · cos(2πn / N) + 0.08 · cos(4πn / N). Shape: () → (length).
 * See https://pytorch.org/docs/stable/generated/torch.blackman_window.html.
 *
 * @throws as {@link hannWindow}.
 * @example
 * ```ts
 * import { blackmanWindow } from "@bernoulli/tensor";
 * blackmanWindow(4).slice(0, 1).toArray(); // → [0.34, 1, 0.34]
 * ```
 */
export function blackmanWindow(windowLength: number, options: WindowOptions = {}): Tensor {
  return windowOf("blackmanWindow", windowLength, options, windowNames, (places, last) => {
    const angle = mul(places, Math.PI / last);
    return add(sub(mul(cos(mul(angle, 4)), 0.08), mul(cos(mul(angle, 2)), 0.5)), 0.42);
  });
}

/**
 * A triangle: 1 − |2n / N − 1|. Shape: () → (length). See https://pytorch.org/docs/stable/generated/torch.bartlett_window.html.
 *
 * @throws as {@link hannWindow}.
 * @example
 * ```ts
 * import { bartlettWindow } from "@bernoulli/tensor";
 * bartlettWindow(4).toArray(); // → [0, 0.5, 1, 0.5]
 * ```
 */
export function bartlettWindow(windowLength: number, options: WindowOptions = {}): Tensor {
  return windowOf("bartlettWindow", windowLength, options, windowNames, (places, last) =>
    add(neg(abs(sub(mul(places, 2 / last), 1))), 1),
  );
}

/**
 * I₀(beta · √(1 − (2n / N − 1)²)) / I₀(beta). Shape: () → (length).
 * See https://pytorch.org/docs/stable/generated/torch.kaiser_window.html.
 *
 * @throws as {@link hannWindow}.
 * @example
 * ```ts
 * import { kaiserWindow } from "@bernoulli/tensor";
 * kaiserWindow(4, { beta: 2 }).toArray(); // → [0.4386763, 0.8347614, 1, 0.8347614]
 * ```
 */
export function kaiserWindow(windowLength: number, options: KaiserOptions = {}): Tensor {
  checkOptions("kaiserWindow", options, kaiserNames);
  const { beta = 12 } = options;
  return windowOf("kaiserWindow", windowLength, options, kaiserNames, (places, last) => {
    const inside = clampMin(add(neg(square(sub(mul(places, 2 / last), 1))), 1), 0);
    const scale = tensor(beta, { dtype: places.dtype, device: places.device });
    return div(i0(mul(sqrt(inside), scale)), i0(scale));
  });
}
