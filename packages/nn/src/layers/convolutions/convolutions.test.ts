// The convolutions, Unfold and Fold against PyTorch's, and what they refuse.

import { ones, type Tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import {
  Conv1d,
  Conv2d,
  Conv3d,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  F,
  Fold,
  Sequential,
  summary,
  Unfold,
} from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

describe("against PyTorch", () => {
  testLayerGoldens({
    Conv1d,
    Conv2d,
    Conv3d,
    ConvTranspose1d,
    ConvTranspose2d,
    ConvTranspose3d,
    Unfold,
    Fold,
  });
});

describe("transposed convolutions", () => {
  it("take the size of their output in its place, by its name, and as a whole shape", () => {
    const up = new ConvTranspose2d(2, 4, 3, { stride: 2 });
    const image = ones(1, 2, 4, 4);
    expect(up(image).shape).toEqual([1, 4, 9, 9]);
    expect(up(image, [9, 10]).shape).toEqual([1, 4, 9, 10]);
    expect(up(image, { outputSize: [10, 10] }).shape).toEqual([1, 4, 10, 10]);
    expect(up(image, ones(1, 4, 10, 9).shape).shape).toEqual([1, 4, 10, 9]);
    expect(up(ones(2, 4, 4), [4, 10, 9]).shape).toEqual([4, 10, 9]);
  });

  it("are layers of a Sequential, and count their products", () => {
    const net = new Sequential(new ConvTranspose2d(8, 4, 4, 2, 1), new Conv2d(4, 1, 3, 1, 1));
    const output: Tensor = net(ones(2, 8, 5, 5));
    expect(output.shape).toEqual([2, 1, 10, 10]);
    expect(summary(net, [2, 8, 5, 5]).totalMacs).toBe(2 * 8 * 25 * 4 * 16 + 2 * 100 * 4 * 9);
  });
});

describe("errors", () => {
  it.each<[string, () => unknown, string]>([
    [
      "padding modes",
      () => new Conv2d(2, 4, 3, { paddingMode: "mirror" as never }),
      'Conv2d: padding_mode must be one of zeros, reflect, replicate, circular, but got padding_mode="mirror"',
    ],
    [
      "padding modes of transposed ones",
      () => new ConvTranspose2d(2, 4, 3, { paddingMode: "reflect" as never }),
      'ConvTranspose2d: Only "zeros" padding mode is supported for ConvTranspose2d',
    ],
    [
      "words of transposed ones",
      () => new ConvTranspose1d(2, 4, 3, { padding: "same" as never }),
      'ConvTranspose1d: padding must be an integer or an array of one, but got "same"',
    ],
    [
      "groups",
      () => new ConvTranspose3d(4, 3, 3, { groups: 2 }),
      "ConvTranspose3d: out_channels must be divisible by groups, but got 3 and groups=2",
    ],
    [
      "a kernel of two sizes",
      () => new Conv1d(4, 3, [3, 3] as never),
      "Conv1d: kernelSize must be an integer or an array of one, but got [3, 3]",
    ],
    [
      "an output padding of a plain convolution",
      () => new Conv3d(4, 3, 3, { outputPadding: 1 } as never),
      "Conv3d: got an unexpected option outputPadding; take some of { stride, padding, dilation, groups, paddingMode, bias, dtype, device, generator }",
    ],
    [
      "a size that no stride leads to",
      () => new ConvTranspose2d(2, 4, 3, 2)(ones(1, 2, 4, 4), [12, 10]),
      "in ConvTranspose2d: ConvTranspose2d: requested an output size of [12, 10], but valid sizes range from [9, 9] to [10, 10] (for an input of [4, 4])",
    ],
    [
      "a size of three numbers",
      () => new ConvTranspose2d(2, 4, 3, 2)(ones(1, 2, 4, 4), [4, 10, 10]),
      "in ConvTranspose2d: ConvTranspose2d: for 4D input, outputSize must have 2 or 4 elements (got 3)",
    ],
    [
      "a mirror wider than the image",
      () => new Conv2d(1, 1, 3, { padding: 4, paddingMode: "reflect" })(ones(1, 1, 4, 4)),
      "in Conv2d: pad: Padding size should be less than the corresponding input dimension, but got: padding (4, 4) at dimension 3 of input [1, 1, 4, 4]",
    ],
    [
      "channels",
      () => new Conv1d(3, 4, 3)(ones(1, 2, 5)),
      "in Conv1d: conv1d: given groups=1, weight of size [4, 3, 3], expected input[1, 2, 5] to have 3 channels, but got 2 channels instead",
    ],
    [
      "a strided same of the function",
      () => F.conv1d(ones(1, 1, 3), ones(1, 1, 3), null, 2, "same"),
      "conv1d: padding='same' is not supported for strided convolutions",
    ],
    ["no step", () => new Unfold(2, { stride: 0 }), "Unfold: stride must be a positive integer, but got 0"],
    [
      "an image of three sizes",
      () => new Fold([2, 3, 4] as never, 2),
      "Fold: outputSize must be an integer or a pair of them, but got [2, 3, 4]",
    ],
  ])("%s", (_, body, text) => {
    expect(body).toThrow(text);
  });
});
