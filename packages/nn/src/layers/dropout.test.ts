// The kinds of dropout against PyTorch's layers, and what they refuse and warn of. Masks by seed, size and view are the random family's.

import { manualSeed, ones, resetWarnings, setNumThreads } from "@bernoulli/tensor";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AlphaDropout, Dropout, Dropout1d, Dropout2d, Dropout3d, F, FeatureAlphaDropout } from "../index.js";
import { testLayerGoldens } from "./golden.testing.js";

testLayerGoldens({ Dropout, Dropout1d, Dropout2d, Dropout3d, AlphaDropout, FeatureAlphaDropout });

afterEach(() => {
  vi.restoreAllMocks();
  resetWarnings();
});

describe("a channel", () => {
  it("is dropped whole, whatever the number of threads", () => {
    const answers = [1, 2, 3].map((threads) => {
      setNumThreads(threads);
      manualSeed(3);
      return new Dropout2d(0.4)(ones(33, 17, 9, 5)).toTypedArray();
    });
    setNumThreads(1);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    for (let channel = 0; channel < 33 * 17; channel += 1)
      expect(new Set(answers[0]!.subarray(channel * 45, (channel + 1) * 45)).size).toBe(1);
  });

  it("is dropped in place, the input being what is returned", () => {
    for (const [layer, input] of [
      [new Dropout1d(0.5, true), ones(4, 3)],
      [new Dropout2d({ p: 0.5, inplace: true }), ones(1, 4, 3, 2)],
      [new Dropout3d(0.5, { inplace: true }), ones(4, 3, 2, 1)],
    ] as const) {
      manualSeed(0);
      expect(layer(input)).toBe(input);
      expect(input.sum().item()).toBe(input.numel() / 2);
      expect(layer.eval()(input)).toBe(input);
    }
  });
});

it("inputs of other dimensions are refused, or warned of, as in PyTorch", () => {
  const warnings: unknown[] = [];
  vi.spyOn(console, "warn").mockImplementation((text) => void warnings.push(text));
  expect(() => F.dropout1d(ones(3), 0.5, true)).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: dropout1d: Expected 2D or 3D input, but received a 1D input. Note that dropout1d exists to provide channel-wise dropout on inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).]`,
  );
  expect(() => F.dropout2d(ones(3), 0.5, true)).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: dropout2d: Feature dropout requires at least 2 dimensions in the input]`,
  );
  expect(() => F.featureAlphaDropout(ones(3), 0.5, true)).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: featureAlphaDropout: Feature dropout requires at least 2 dimensions in the input]`,
  );
  expect(() => new Dropout2d(-1)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: dropout probability has to be between 0 and 1, but got -1]`,
  );
  expect(() => new AlphaDropout(0.5, 1 as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: AlphaDropout: inplace must be true or false, but got 1]`,
  );
  // @ts-expect-error: whether it is training must be told
  expect(() => F.dropout2d(ones(1, 1, 1, 1), 0.5)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: dropout2d: training must be given, true or false, but got undefined; in a module pass { training: this.training }]`,
  );
  // @ts-expect-error: likewise
  expect(() => F.alphaDropout(ones(1))).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: alphaDropout: expected an object of options, some of { p, training, inplace, generator }, but got undefined]`,
  );
  F.dropout2d(ones(2, 3, 4), 0.5, true);
  F.dropout2d(ones(2, 3, 4), 0.5, true);
  F.dropout3d(ones(2, 3), 0.5, false);
  expect(warnings).toMatchInlineSnapshot(`
    [
      "bernoulli: dropout2d: Received a 1-D input to dropout2d, which is deprecated and will result in an error in a future release. To retain the behavior and silence this warning, please use dropout instead. Note that dropout2d exists to provide channel-wise dropout on inputs with 2 spatial dimensions, a channel dimension, and an optional batch dimension (i.e. 3D or 4D inputs).",
      "bernoulli: dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - input is interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future release to interpret the input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout behavior, please switch to using dropout1d instead.",
      "bernoulli: dropout3d: Received a 2-D input to dropout3d, which is deprecated and will result in an error in a future release. To retain the behavior and silence this warning, please use dropout instead. Note that dropout3d exists to provide channel-wise dropout on inputs with 3 spatial dimensions, a channel dimension, and an optional batch dimension (i.e. 4D or 5D inputs).",
    ]
  `);
});
