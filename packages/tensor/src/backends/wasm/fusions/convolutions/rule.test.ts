// Which method computes a convolution, and what is told where none does. That each computes what the plain kernels do is tested beside it.

import { expect, it } from "vitest";
import type { Precision } from "../../../../compile/step.js";
import { compile, conv2d, noGrad, randn, type Tensor } from "../../../../index.js";
import { prepared } from "../convolutions.testing.js";

/** The method of a layer's whole step: channels before and behind, and what is said otherwise. */
function methodOf(
  channels: number,
  outputs: number,
  size: number,
  more: object,
  precision: Precision = "high",
): string {
  const layer = { name: "", image: [2, channels, size, size], outputs, padding: 1, pool: [1, 1], ...more } as const;
  const step = compile(prepared(layer).run, { precision });
  step();
  return /: (.*) convolution/.exec(step.explain())?.[1] ?? "none";
}

it("takes the method that saves most", () => {
  const pool = { pool: [2, 2] } as const;
  expect({
    "of pictures, pooled": methodOf(3, 32, 16, { isFirst: true, ...pool }),
    "many channels, pooled": methodOf(64, 64, 8, pool),
    "few channels": methodOf(4, 8, 16, {}),
    "many channels": methodOf(64, 64, 8, {}),
    "in steps of two": methodOf(16, 32, 16, { stride: 2 }),
    "in steps of two, 5 × 5": methodOf(16, 32, 16, { stride: 2, kernel: 5, padding: 2 }),
    "without ReLU": methodOf(16, 16, 16, { relu: false }),
    "1 × 1 with ReLU": methodOf(16, 16, 8, { kernel: 1, padding: 0 }),
    // Half of the gradients are there: lists of them are quicker than tiles of four until the transforms weigh little.
    "16 channels, small images": methodOf(16, 16, 6, {}),
    "48 channels, small images": methodOf(48, 48, 6, {}),
    "128 channels, small images": methodOf(128, 128, 6, {}),
    "256 channels, small images": methodOf(256, 256, 4, {}),
    "16 channels, highest precision": methodOf(16, 16, 16, {}, "highest"),
    // By their own kernels tiles of four, which want some images.
    "128 channels, highest precision": methodOf(128, 128, 8, { image: [8, 128, 8, 8] }, "highest"),
    "128 channels, highest precision, one image": methodOf(128, 128, 8, { image: [1, 128, 8, 8] }, "highest"),
    "128 channels, pooled, highest precision": methodOf(128, 128, 8, pool, "highest"),
  }).toMatchInlineSnapshot(`
    {
      "1 × 1 with ReLU": "pooled",
      "128 channels, highest precision": "none",
      "128 channels, highest precision, one image": "pooled",
      "128 channels, pooled, highest precision": "pooled",
      "128 channels, small images": "pooled",
      "16 channels, highest precision": "pooled",
      "16 channels, small images": "pooled",
      "256 channels, small images": "pooled",
      "48 channels, small images": "pooled",
      "few channels": "Winograd",
      "in steps of two": "Winograd",
      "in steps of two, 5 × 5": "pooled",
      "many channels": "Winograd",
      "many channels, pooled": "pooled",
      "of pictures, pooled": "pooled",
      "without ReLU": "Winograd",
    }
  `);
});

it("says of each method why it does not take a convolution", () => {
  const why = (weight: Tensor, body: (weight: Tensor) => Tensor, precision: Precision = "high") => {
    const step = compile(() => noGrad(() => body(weight)), { precision });
    step();
    const reasons = step.explain({ why: true }).match(/conv2d.*\n +alone: (.*)/);
    return reasons?.[1]?.split("; ") ?? "it is fused";
  };
  const x = randn(2, 16, 12, 12);
  const [few, five] = [randn(2, 3, 12, 12), randn(18, 16, 5, 5)];
  expect({
    grouped: why(randn(16, 1, 3, 3), (weight) => conv2d(x, weight, { groups: 16 })),
    dilated: why(randn(8, 16, 3, 3), (weight) => conv2d(x, weight, { dilation: 2 })),
    "in float64": why(randn(8, 16, 3, 3, { dtype: "float64" }), (weight) => conv2d(x.to("float64"), weight)),
    "pictures without ReLU": why(randn(8, 3, 3, 3), (weight) => conv2d(few, weight)),
    "5 × 5, highest precision": why(five, (weight) => conv2d(x, weight), "highest"),
    "not in fours": why(five, (weight) => conv2d(x, weight)),
    "7 × 7": why(randn(8, 16, 7, 7), (weight) => conv2d(x, weight)),
    "1 × 1 alone": why(randn(8, 16, 1, 1), (weight) => conv2d(x, weight)),
    "1 × 1 of few channels": why(randn(4, 16, 1, 1), (weight) => conv2d(x, weight)),
    "128 channels forward, highest precision": why(
      randn(128, 128, 3, 3),
      (weight) => conv2d(randn(4, 128, 12, 12), weight).relu(),
      "highest",
    ),
  }).toMatchInlineSnapshot(`
    {
      "1 × 1 alone": [
        "pooled convolution: no ReLU follows that takes a part of the gradients away",
        "1 × 1 convolution: no larger convolution is beside it that wants channels last",
      ],
      "1 × 1 of few channels": [
        "pooled convolution: no ReLU follows that takes a part of the gradients away",
        "1 × 1 convolution: it has fewer than 8 channels before or behind it",
      ],
      "128 channels forward, highest precision": [
        "pooled convolution: its own kernels take no longer",
        "Winograd convolution: its errors are larger than those of the highest precision",
      ],
      "5 × 5, highest precision": [
        "pooled convolution: no ReLU follows that takes a part of the gradients away",
        "Winograd convolution: its errors are larger than those of the highest precision",
      ],
      "7 × 7": [
        "pooled convolution: no ReLU follows that takes a part of the gradients away",
      ],
      "dilated": "it is fused",
      "grouped": [
        "pooled convolution: it is grouped",
        "Winograd convolution: it is grouped",
        "depthwise convolution: no other convolution is beside it that wants channels last",
        "direct convolution: its groups have fewer than 4 channels before or behind them",
      ],
      "in float64": [
        "it is of float64",
      ],
      "not in fours": [
        "pooled convolution: no ReLU follows that takes a part of the gradients away",
        "Winograd convolution: the channels behind it are fewer than 8, or do not come in fours",
      ],
      "pictures without ReLU": [
        "pooled convolution: no ReLU follows that takes a part of the gradients away",
        "Winograd convolution: without a ReLU, 3 channels do not pay for a copy with channels last",
      ],
    }
  `);
});
