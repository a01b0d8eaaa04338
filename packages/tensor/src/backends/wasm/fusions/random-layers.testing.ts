// Random convolutions of few channels a group, forward and both ways back, on a device and compiled: odd sizes, steps, dilations, paddings
// larger than kernels, several outputs a channel. Of small whole numbers, whose sums are exact in whichever order. The same seed is
// the same layer. Holds no tests.

import { seeded } from "@bernoulli/testing";
import { compile, conv2d, grad, manualSeed, noGrad, randint, scope, type Tensor } from "../../../index.js";
import { distance } from "./convolutions.testing.js";

export interface RandomLayer {
  readonly image: readonly [batch: number, channels: number, height: number, width: number];
  readonly weight: readonly [outputs: number, inputs: number, height: number, width: number];
  readonly bias: boolean;
  readonly options: {
    readonly stride: readonly [number, number];
    readonly padding: readonly [number, number];
    readonly dilation: readonly [number, number];
    readonly groups: number;
  };
}

export function randomLayer(seed: number, inputs: number): RandomLayer {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pair = (make: () => number) => [make(), make()] as const;
  const groups = 2 + below(random() < 0.5 ? 3 : 12);
  const outputs = 1 + below(random() < 0.6 ? 1 : 5);
  const kernel = pair(() => 1 + below(random() < 0.8 ? 3 : 6));
  const dilation = pair(() => 1 + below(random() < 0.7 ? 1 : 3));
  const stride = pair(() => 1 + below(random() < 0.9 ? 2 : 3));
  const padding = pair(() => below(random() < 0.9 ? 3 : 8));
  const size = pair(() => 1 + below(random() < 0.5 ? 12 : 44));
  const least = (at: 0 | 1) => Math.max(size[at], (kernel[at] - 1) * dilation[at] + 1 - 2 * padding[at]);
  return {
    image: [1 + below(3), groups * inputs, least(0), least(1)],
    weight: [groups * outputs, inputs, ...kernel],
    bias: random() < 0.5,
    options: { stride, padding, dilation, groups },
  };
}

/** With one output a channel. */
export function depthwiseLayer(seed: number): RandomLayer {
  const { image, weight, ...layer } = randomLayer(seed, 1);
  const channels = Math.max(4, image[1]);
  const [, , ...sizes] = weight;
  const [batch, , height, width] = image;
  return {
    ...layer,
    image: [batch, channels, height, width],
    weight: [channels, 1, ...sizes],
    options: { ...layer.options, groups: channels },
  };
}

/** Of a batch of images so small, or steps so large, that hardly a position of the kernel is in each. */
export function layerOfFew(seed: number): RandomLayer {
  const { image, weight, bias, options } = randomLayer(seed, 1 + (seed % 9));
  const { stride, padding, dilation } = options;
  const [outputs, inputs, ...kernel] = weight;
  const sizes = ([0, 1] as const).map((at) => {
    const least = Math.max(1, (kernel[at]! - 1) * dilation[at] + 1 - 2 * padding[at]);
    const most = least + stride[at];
    return Math.max(least, Math.min(most, image[2 + at]!));
  }) as [number, number];
  return {
    image: [8 + (seed % 13), inputs, ...sizes],
    weight: [outputs, inputs, ...kernel],
    bias,
    options: { stride, padding, dilation, groups: 1 },
  };
}

/** Groups with channels enough, or a single one, with few before it too. */
export function directLayer(seed: number): RandomLayer {
  const inputs = seed % 6 === 0 ? 1 + (seed % 4) : 4 + (seed % 7);
  const layer = randomLayer(seed, inputs);
  const groups = seed % 3 === 0 ? 1 : layer.options.groups;
  const [outputs, , ...sizes] = layer.weight;
  const [batch, , height, width] = layer.image;
  return {
    ...layer,
    image: [batch, groups * inputs, height, width],
    weight: [groups * (4 + (outputs % 9)), inputs, ...sizes],
    options: { ...layer.options, groups },
  };
}

/**
 * Output, gradients of image, weight and bias: as numbers. `spoilt` is put at the end of the image's first row; `convolve` is whatever
 * computes it as conv2d does.
 */
export function passesOf(
  { image, weight, bias, options }: RandomLayer,
  seed: number,
  device: "cpu" | "reference",
  spoilt?: number,
  convolve = conv2d,
): readonly Float32Array[] {
  return scope(() => {
    manualSeed(seed);
    const whole = (shape: readonly number[]) => randint(-4, 5, shape).to("float32").to(device);
    const draw = (...shape: readonly number[]) => whole(shape).requiresGrad_();
    const leaves: Tensor[] = [draw(...image), draw(...weight), ...(bias ? [draw(weight[0])] : [])];
    const [x, w, b = null] = leaves as [Tensor, Tensor, Tensor?];
    if (spoilt !== undefined) noGrad(() => x.select(0, 0).select(0, 0).select(0, 0).select(0, -1).fill_(spoilt));
    const output = convolve(x, w, { ...options, bias: b });
    output.backward({ gradient: whole(output.shape) });
    return [output, ...leaves.map(({ grad }) => grad!)].map(
      (tensor) => tensor.detach().toTypedArray().slice() as Float32Array,
    );
  });
}

export const passes = ["output", "image gradient", "weight gradient", "bias gradient"];

/** A step of the layer, with what goes element by element behind it, or without, beside a convolution that wants channels last. */
function stepOf({ image, weight, bias, options }: RandomLayer, seed: number, behind: boolean): () => Tensor[] {
  manualSeed(seed);
  const whole = (...shape: readonly number[]) => randint(-4, 5, shape).to("float32");
  const [x, w, b] = [whole(...image), whole(...weight), whole(weight[0])].map((leaf) => leaf.requiresGrad_()) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const [scale, other] = [whole(1, weight[0], 1, 1), whole(...conv2d(x, w, options).shape)];
  const [picture, unit] = [whole(1, 8, 4, 4), whole(8, 8, 1, 1)];
  const leaves = [x, w, ...(bias ? [b] : [])];
  return () => {
    for (const leaf of leaves) leaf.grad = null;
    const convolved = conv2d(x.mul(2), w, { ...options, bias: bias ? b : null });
    const output = behind ? convolved.mul(scale).add(other).relu() : convolved;
    output.mul(other).sum().backward();
    return [output.detach(), ...leaves.map(({ grad }) => grad!), conv2d(picture, unit)];
  };
}

/** A step of the convolution that goes the other way, a transposed one: the image's gradient, of a convolution that nobody needs. */
function transposedStepOf({ image, weight, options }: RandomLayer, seed: number): () => Tensor[] {
  manualSeed(seed);
  const whole = (...shape: readonly number[]) => randint(-4, 5, shape).to("float32");
  const [x, w, scale, other] = [image, weight, [1, image[1], 1, 1], image].map((shape) => whole(...shape)) as [
    ...[Tensor, Tensor, Tensor, Tensor],
  ];
  const gradient = whole(...conv2d(x, w, options).shape);
  x.requiresGrad_();
  return () => {
    const [transposed] = grad(conv2d(x, w, options).mul(gradient.mul(2)).sum(), [x]);
    return [transposed!.mul(scale).add(other).relu()];
  };
}

/** How far the compiled step is from the ops one by one, and what it consists of. */
export function comparedLayer(layer: RandomLayer, seed: number, behind: boolean | "transposed") {
  return scope(() => {
    const run = behind === "transposed" ? transposedStepOf(layer, seed) : stepOf(layer, seed, behind);
    const expected = run().map((result) => result.clone());
    const compiled = compile(run);
    const distances: Record<string, number> = {};
    for (const call of [1, 2])
      for (const [at, result] of compiled().entries())
        distances[`${at}: ${passes[at]}, call ${call}`] = distance(result, expected[at]!);
    return { distances, furthest: Math.max(...Object.values(distances)), explained: compiled.explain() };
  });
}
