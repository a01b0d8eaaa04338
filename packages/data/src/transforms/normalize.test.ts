// Normalize, against its definition rounded to float32 at each operation.

import { tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { Normalize } from "./normalize.js";

const { fround } = Math;
const mean = [0.485, 0.456, 0.406];
const std = [0.229, 0.224, 0.225];

describe("Normalize", () => {
  it("gives for every byte and channel what ToTensor and Normalize give, to the last bit", () => {
    const bytes = Uint8Array.from({ length: 2 * 3 * 256 }, (_, at) => (at < 768 ? at % 256 : 255 - (at % 256)));
    const images = tensor(bytes).view(2, 3, 16, 16);
    const result = new Normalize({ mean, std })(images);
    expect([result.dtype, result.shape]).toEqual(["float32", [2, 3, 16, 16]]);
    const expected = Float32Array.from(bytes, (byte, at) => {
      const channel = Math.floor(at / 256) % 3;
      return fround(fround(fround(byte / 255) - fround(mean[channel]!)) / fround(std[channel]!));
    });
    expect(result.toTypedArray()).toEqual(expected);
  });

  it("takes floating point images as scaled, of three dimensions too, and lets gradients through", () => {
    const images = tensor([0.25, 0.5, 1], { requiresGrad: true });
    const result = new Normalize({ mean: [0, 0.5, 0], std: [1, 2, 4] })(images.view(3, 1, 1));
    expect(result.toTypedArray()).toEqual(Float32Array.of(0.25, 0, 0.25));
    result.sum().backward();
    expect(images.grad?.toArray()).toEqual([1, 0.5, 0.25]);
    expect(new Normalize({ mean: [1], std: [2] })(zeros(1, 1, 1, { dtype: "float64" })).dtype).toBe("float64");
  });

  it("shows its settings", () => {
    const normalize = new Normalize({ mean, std });
    expect([normalize.mean, normalize.std]).toEqual([mean, std]);
    expect(normalize).toBeInstanceOf(Normalize);
  });

  it("refuses settings and images that do not fit", () => {
    expect(() => new Normalize({ mean: [0, 0], std: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Normalize: expected a mean and a std for each channel, got 2 and 1]`,
    );
    expect(() => new Normalize({ mean: [0], std: [0] })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Normalize: expected finite numbers and no std of zero (division by zero), got mean [0] and std [0]]`,
    );
    expect(() => new Normalize({ mean: [Number.NaN], std: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Normalize: expected finite numbers and no std of zero (division by zero), got mean [NaN] and std [1]]`,
    );
    const normalize = new Normalize({ mean, std });
    expect(() => normalize(zeros(2, 1, 4, 4))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: Normalize: expected images of shape (N, 3, H, W) or (3, H, W), one channel for each mean, got [2, 1, 4, 4]]`,
    );
    expect(() => normalize(zeros(3, 4))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: Normalize: expected images of shape (N, 3, H, W) or (3, H, W), one channel for each mean, got [3, 4]]`,
    );
    expect(() => normalize(zeros(3, 4, 4, { dtype: "int32" }))).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: Normalize: expected images of dtype uint8, float32 or float64, got int32; convert with .to("float32")]`,
    );
  });
});
