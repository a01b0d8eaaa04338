// A convolution with what may follow it, forward and back, eagerly and compiled, for the tests of the rules for convolutions.
// Holds no tests.

import { conv2d, manualSeed, maxPool2d, type Pair, randint, randn, type Tensor } from "../../../index.js";

export interface Case {
  readonly name: string;
  readonly image: readonly [batch: number, channels: number, height: number, width: number];
  readonly outputs: number;
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly pool?: readonly [size: number, stride: number];
  readonly bias?: boolean;
  readonly relu?: boolean;
  /** Pooling before ReLU. */
  readonly poolFirst?: boolean;
  /** Nobody wants the gradient of the image, as of pictures. */
  readonly isFirst?: boolean;
  /** Small integers instead of normal numbers: ties. */
  readonly ties?: boolean;
}

export function prepared({
  image,
  outputs,
  kernel = 3,
  stride = 1,
  padding = 0,
  pool = [2, 2],
  bias = true,
  relu = true,
  poolFirst = false,
  isFirst = false,
  ties = false,
}: Case) {
  manualSeed(11);
  const draw = (...shape: number[]) => (ties ? randint(-1, 2, shape).to("float32") : randn(shape));
  const x = draw(...image).requiresGrad_(!isFirst);
  const weight = draw(outputs, image[1], kernel, kernel)
    .mul(ties ? 1 : 0.2)
    .detach()
    .requiresGrad_();
  const shift = bias ? draw(outputs).detach().requiresGrad_() : null;
  const head = randn(outputs, 1, 1);
  const run = () => {
    for (const leaf of [x, weight, shift]) if (leaf !== null) leaf.grad = null;
    const convolved = conv2d(x.mul(1), weight, { bias: shift, stride, padding });
    const [size, step] = pool;
    const pooled = (input: Tensor) =>
      size === 1 ? input : maxPool2d(input, size as unknown as Pair, { stride: step });
    const rectified = (input: Tensor) => (relu ? input.relu() : input);
    const output = poolFirst ? rectified(pooled(convolved)) : pooled(rectified(convolved));
    output.mul(head).sum().backward();
    return [output, weight.grad!, ...[shift, x].flatMap((leaf) => leaf?.grad ?? [])];
  };
  return { x, weight, head, run };
}

export function distance(actual: Tensor, expected: Tensor): number {
  return distanceOf(actual.toTypedArray(), expected.toTypedArray());
}

/** The norm of the difference over the norm of what was expected. */
export function distanceOf(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [error, norm] = [0, 0];
  for (let at = 0; at < expected.length; at += 1) {
    if (Object.is(actual[at], expected[at])) continue;
    error += (actual[at]! - expected[at]!) ** 2;
    norm += expected[at]! ** 2;
  }
  // What ought to be zero may be a rounding of it.
  return error === 0 || (norm === 0 && error < 1e-12) ? 0 : Math.sqrt(error / norm);
}

/** Of the results. */
export const names = ["output", "weight gradient", "bias gradient", "input gradient"];
