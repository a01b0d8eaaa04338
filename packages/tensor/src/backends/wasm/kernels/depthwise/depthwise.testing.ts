// Random convolutions of few channels a group, forward and both ways back, against the reference device: odd sizes, steps, dilations, paddings
// larger than kernels, several outputs a channel. The same seed is the same layer. Holds no tests.

import { seeded } from "@bernoulli/testing";
import { conv2d, manualSeed, randint, scope, type Tensor } from "../../../../index.js";

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

/** Output, gradients of image, weight and bias: as numbers. */
export function passesOf(
  { image, weight, bias, options }: RandomLayer,
  seed: number,
  device: "cpu" | "reference",
): readonly Float32Array[] {
  return scope(() => {
    manualSeed(seed);
    // Of small whole numbers all sums are exact, in whichever order.
    const whole = (shape: readonly number[]) => randint(-4, 5, shape).to("float32").to(device);
    const draw = (...shape: readonly number[]) => whole(shape).requiresGrad_();
    const leaves: Tensor[] = [draw(...image), draw(...weight), ...(bias ? [draw(weight[0])] : [])];
    const [x, w, b = null] = leaves as [Tensor, Tensor, Tensor?];
    const output = conv2d(x, w, { ...options, bias: b });
    output.backward({ gradient: whole(output.shape) });
    return [output, ...leaves.map(({ grad }) => grad!)].map(
      (tensor) => tensor.detach().toTypedArray().slice() as Float32Array,
    );
  });
}
