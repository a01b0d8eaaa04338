// The last needed argument by its name, and what is wrong with it.

import { expect, it } from "vitest";
import {
  AdaptiveAvgPool2d,
  BatchNorm2d,
  Conv2d,
  Embedding,
  GRU,
  Linear,
  LSTM,
  MaxPool2d,
  TransformerEncoderLayer,
} from "../index.js";

it("stands in its place, or in the options", () => {
  const printed = [
    [new Conv2d(3, 8, { kernelSize: 3, padding: 1, bias: false }), new Conv2d(3, 8, 3, { padding: 1, bias: false })],
    [new Linear(3, { outFeatures: 4, bias: false }), new Linear(3, 4, false)],
    [new MaxPool2d({ kernelSize: 3, stride: 2, ceilMode: true }), new MaxPool2d(3, 2, { ceilMode: true })],
    [new AdaptiveAvgPool2d({ outputSize: [1, 2] }), new AdaptiveAvgPool2d([1, 2])],
    [new BatchNorm2d({ numFeatures: 4, momentum: 0.01 }), new BatchNorm2d(4, { momentum: 0.01 })],
    [new Embedding(5, { embeddingDim: 2, paddingIdx: 0 }), new Embedding(5, 2, 0)],
    [new LSTM(3, { hiddenSize: 2, batchFirst: true }), new LSTM(3, 2, { batchFirst: true })],
    [new TransformerEncoderLayer(8, { nhead: 2, dropout: 0 }), new TransformerEncoderLayer(8, 2, { dropout: 0 })],
  ].map(([named, placed]) => [String(named), String(placed)]);
  for (const [named, placed] of printed) expect(named).toBe(placed);
});

it("leaves a choice of classes to be made anew", () => {
  const Cell = Math.random() < 2 ? LSTM : GRU;
  expect(new Cell(4, 8, { numLayers: 2 }).numLayers).toBe(2);
});

it("is refused beside others, or where it is missing", () => {
  // @ts-expect-error
  expect(() => new Conv2d(3, 8, { stride: 2 })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Conv2d: kernelSize must be an integer or a pair of them, but got an object]`,
  );
  expect(() => new MaxPool2d({ kernelSize: 2 }, 2)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: MaxPool2d: got arguments behind the options; put all options into one object]`,
  );
  // @ts-expect-error
  expect(() => new Linear(3, { outFeatures: 4, depth: 1 })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Linear: got an unexpected option depth; take some of { bias, dtype, device, generator }]`,
  );
});
