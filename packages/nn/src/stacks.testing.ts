// Random stacks of layers: a Sequential of layers drawn by a number, each of which takes what the last one gives. What is compared is stacks.test.ts's.

import type { DType } from "@bernoulli/tensor";
import * as nn from "./index.js";

/** What stands between two layers: images (N, C, H, W), or rows (N, C). */
type Between = readonly [count: number, channels: number, height: number, width: number] | readonly [number, number];

interface Step {
  readonly make: (placed: { readonly dtype: DType }) => nn.Module;
  readonly shape: Between;
}

export interface Stack {
  readonly input: readonly number[];
  readonly dtype: DType;
  /** A net, with weights from the default generator; on each call another one of the same layers. */
  make(): nn.Sequential;
}

/** Draws by a number, apart from the generators of tensors: mulberry32. */
class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.between(0, items.length - 1)]!;
  }
}

type Drawn = (draws: Draws, shape: readonly [number, number, number, number]) => Step | null;
type DrawnRows = (draws: Draws, shape: readonly [number, number]) => Step | null;

const activations = [
  () => new nn.ReLU(),
  () => new nn.ReLU6(),
  () => new nn.LeakyReLU(0.1),
  () => new nn.ELU(),
  () => new nn.SELU(),
  () => new nn.GELU(),
  () => new nn.SiLU(),
  () => new nn.Mish(),
  () => new nn.Tanh(),
  () => new nn.Sigmoid(),
  () => new nn.Softplus(),
  () => new nn.Hardswish(),
  () => new nn.Softsign(),
  () => new nn.Dropout(0.3),
  () => new nn.Identity(),
];

const divisors = (number: number) => [1, 2, 3, 4].filter((divisor) => number % divisor === 0);

function convolution(
  draws: Draws,
  [count, channels, height, width]: readonly [number, number, number, number],
): Step | null {
  const kernel = [draws.between(1, 3), draws.between(1, 3)] as const;
  const [stride, padding, dilation] = [draws.between(1, 2), draws.between(0, 1), draws.between(1, 2)];
  const groups = draws.of(divisors(channels));
  const outputs = groups * draws.between(1, 4);
  const bias = draws.next() < 0.7;
  const sizes = [height, width].map(
    (size, at) => Math.floor((size + 2 * padding - dilation * (kernel[at]! - 1) - 1) / stride) + 1,
  ) as [number, number];
  if (sizes.some((size) => size < 1)) return null;
  const options = { stride, padding, dilation, groups, bias };
  const isLazy = draws.next() < 0.2;
  return {
    make: (placed) =>
      isLazy
        ? new nn.LazyConv2d(outputs, kernel, { ...options, ...placed })
        : new nn.Conv2d(channels, outputs, kernel, { ...options, ...placed }),
    shape: [count, outputs, ...sizes],
  };
}

const images: readonly Drawn[] = [
  convolution,
  convolution,
  convolution,
  (draws, [count, channels, height, width]) => {
    const [kernel, stride, outputs] = [draws.between(1, 3), draws.between(1, 2), draws.between(1, 4)];
    if (height * width > 40) return null;
    return {
      make: (placed) => new nn.ConvTranspose2d(channels, outputs, kernel, { stride, ...placed }),
      shape: [count, outputs, (height - 1) * stride + kernel, (width - 1) * stride + kernel],
    };
  },
  (_, shape) => ({ make: (placed) => new nn.BatchNorm2d(shape[1], placed), shape }),
  (_, shape) => ({ make: (placed) => new nn.LazyBatchNorm2d(placed), shape }),
  (draws, shape) => {
    const groups = draws.of(divisors(shape[1]));
    return { make: (placed) => new nn.GroupNorm(groups, shape[1], placed), shape };
  },
  (_, shape) =>
    shape[2] * shape[3] < 2
      ? null
      : { make: (placed) => new nn.InstanceNorm2d(shape[1], { affine: true, ...placed }), shape },
  (draws, [count, channels, height, width]) => {
    if (Math.min(height, width) < 3) return null;
    const Pool = draws.of([nn.MaxPool2d, nn.AvgPool2d] as const);
    const [kernel, stride] = [draws.between(2, 3), draws.between(1, 2)];
    const sizeOf = (size: number) => Math.floor((size - kernel) / stride) + 1;
    return {
      make: () => new Pool(kernel, { stride }),
      shape: [count, channels, sizeOf(height), sizeOf(width)],
    };
  },
  (draws, [count, channels]) => {
    const size = [draws.between(1, 3), draws.between(1, 3)] as const;
    return { make: () => new nn.AdaptiveAvgPool2d(size), shape: [count, channels, ...size] };
  },
  (draws, [count, channels, height, width]) => {
    if (Math.min(height, width) < 2) return null;
    const Pad = draws.of([nn.ReflectionPad2d, nn.ReplicationPad2d, nn.ZeroPad2d, nn.CircularPad2d] as const);
    return { make: () => new Pad([1, 0, 1, 1]), shape: [count, channels, height + 2, width + 1] };
  },
  (draws, [count, channels, height, width]) => {
    if (height * width > 30) return null;
    const mode = draws.of(["nearest", "bilinear"] as const);
    return {
      make: () => new nn.Upsample({ scaleFactor: 2, mode }),
      shape: [count, channels, 2 * height, 2 * width],
    };
  },
  (_, [count, channels, height, width]) =>
    channels % 4 === 0
      ? { make: () => new nn.PixelShuffle(2), shape: [count, channels / 4, 2 * height, 2 * width] }
      : null,
  (_, [count, channels, height, width]) => ({
    make: () => new nn.Flatten(),
    shape: [count, channels * height * width],
  }),
];

const rows: readonly DrawnRows[] = [
  (draws, [count, channels]) => {
    const [outputs, bias] = [draws.between(1, 8), draws.next() < 0.7];
    return { make: (placed) => new nn.Linear(channels, outputs, { bias, ...placed }), shape: [count, outputs] };
  },
  (draws, [count]) => {
    const outputs = draws.between(2, 8);
    return { make: (placed) => new nn.LazyLinear(outputs, placed), shape: [count, outputs] };
  },
  (_, shape) => ({ make: (placed) => new nn.BatchNorm1d(shape[1], placed), shape }),
  (_, shape) => (shape[1] < 2 ? null : { make: (placed) => new nn.LayerNorm(shape[1], placed), shape }),
  (_, shape) => (shape[1] < 2 ? null : { make: (placed) => new nn.RMSNorm(shape[1], placed), shape }),
  (_, shape) => ({ make: () => new nn.Softmax(-1), shape }),
  (_, shape) => ({ make: () => new nn.LogSoftmax(-1), shape }),
  (_, [count, channels]) =>
    channels % 4 === 0
      ? { make: () => new nn.Unflatten(1, [channels / 4, 2, 2]), shape: [count, channels / 4, 2, 2] }
      : null,
];

/** The stack of a number. */
export function stackOf(seed: number): Stack {
  const draws = new Draws(seed);
  const dtype = draws.next() < 0.7 ? "float32" : "float64";
  let shape: Between =
    draws.next() < 0.75
      ? [draws.between(2, 3), draws.between(1, 6), draws.between(4, 8), draws.between(4, 8)]
      : [draws.between(2, 6), draws.between(2, 12)];
  const input = shape;
  const steps: Step[] = [];
  const count = draws.between(2, 7);
  while (steps.length < count) {
    const layer = shape.length === 4 ? draws.of(images)(draws, shape) : draws.of(rows)(draws, shape);
    if (layer === null) continue;
    steps.push(layer);
    shape = layer.shape;
    if (draws.next() < 0.5) {
      const make = draws.of(activations);
      steps.push({ make, shape });
    }
  }
  return { input, dtype, make: () => new nn.Sequential(...steps.map(({ make }) => make({ dtype }))) };
}
