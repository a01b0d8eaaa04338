// Packed and padded sequences: numbers of torch 2.15.0, gradients, and what is refused.

import { arange, ones, randn, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { LSTM } from "../../index.js";
import {
  packPaddedSequence,
  packSequence,
  padPackedSequence,
  padSequence,
  unpackSequence,
  unpadSequence,
} from "./index.js";

const sequences = () => [tensor([1, 2, 3]), tensor([4]), tensor([5, 6])];

describe("packing and padding", () => {
  it("gives back what was packed, in the order in which it came", () => {
    const packed = packSequence(sequences(), { enforceSorted: false });
    expect(packed.data.toArray()).toEqual([1, 5, 4, 2, 6, 3]);
    const [data, batchSizes, sortedIndices, unsortedIndices] = packed;
    expect(data).toBe(packed.data);
    expect(batchSizes?.toArray()).toEqual([3, 2, 1]);
    expect(sortedIndices?.toArray()).toEqual([0, 2, 1]);
    expect(unsortedIndices?.toArray()).toEqual([0, 2, 1]);
    expect(unpackSequence(packed).map((one) => one.toArray())).toEqual([[1, 2, 3], [4], [5, 6]]);
    const [padded, lengths] = padPackedSequence(packed, true, -1, 4);
    expect(padded.toArray()).toEqual([
      [1, 2, 3, -1],
      [4, -1, -1, -1],
      [5, 6, -1, -1],
    ]);
    expect(lengths.toArray()).toEqual([3, 1, 2]);
  });

  it("pads on either side", () => {
    expect(padSequence(sequences(), true).toArray()).toEqual([
      [1, 2, 3],
      [4, 0, 0],
      [5, 6, 0],
    ]);
    expect(padSequence(sequences(), { paddingSide: "left", paddingValue: 9 }).toArray()).toEqual([
      [1, 9, 9],
      [2, 9, 5],
      [3, 4, 6],
    ]);
    const padded = padSequence([ones(2, 3), ones(1, 3)]);
    expect(padded.shape).toEqual([2, 2, 3]);
    expect(unpadSequence(padded, tensor([2, 1], { dtype: "int32" })).map(({ shape }) => shape)).toEqual([
      [2, 3],
      [1, 3],
    ]);
  });

  it("has gradients there and back", () => {
    const padded = arange(6).to("float32").view(3, 2).requiresGrad_();
    const [again] = padPackedSequence(packPaddedSequence(padded, [3, 1]));
    again.mul(again).sum().backward();
    expect(padded.grad?.toArray()).toEqual([
      [0, 2],
      [4, 0],
      [8, 0],
    ]);
  });
});

it("a layer gives packed output for packed input", () => {
  const lstm = new LSTM(3, 5);
  const given = [randn(4, 3), randn(2, 3)];
  const [output, [h]] = lstm(packSequence(given));
  const alone = given.map((one) => lstm(one));
  expect(unpackSequence(output).map(({ shape }) => shape)).toEqual([
    [4, 5],
    [2, 5],
  ]);
  for (const [at, [wanted, [last]]] of alone.entries()) {
    expect(unpackSequence(output)[at]!.allclose(wanted, { atol: 1e-6 })).toBe(true);
    expect(h.select(1, at).allclose(last, { atol: 1e-6 })).toBe(true);
  }
});

it("says what does not go", () => {
  expect(() => packPaddedSequence(ones(3, 2), [1, 3])).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: packPaddedSequence: \`lengths\` array must be sorted in decreasing order when \`enforce_sorted\` is True. You can pass \`enforceSorted: false\` to sort the sequences]`,
  );
  expect(() => packPaddedSequence(ones(3, 2), [3])).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: packPaddedSequence: Expected \`len(lengths)\` to be equal to batch_size, but got 1 (batch_size=2)]`,
  );
  expect(() => packPaddedSequence(ones(3, 2), [3, 0])).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: packPaddedSequence: Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0]`,
  );
  expect(() => packPaddedSequence(ones(3, 2), [4, 1])).toThrowErrorMatchingInlineSnapshot(
    `[ShapeError: packPaddedSequence: lengths must not be above the 3 time steps there are, but got 4]`,
  );
  expect(() =>
    padPackedSequence(packSequence(sequences(), false), { totalLength: 2 }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: padPackedSequence: Expected total_length to be at least the length of the longest sequence in input, but got total_length=2 and max sequence length being 3]`,
  );
  expect(() => padSequence([])).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: padSequence: received an empty list of sequences]`,
  );
});
