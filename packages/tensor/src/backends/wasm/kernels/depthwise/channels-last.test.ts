// That no pass reads by an address before what it is given: that may lie at the very beginning of memory.

import { expect, it } from "vitest";
import { runtime, withNumbers } from "../blocks/blocks.testing.js";
import { channelsLastForward, channelsLastInputGradient, channelsLastWeightGradient } from "./channels-last-passes.js";

it("takes images that lie at the beginning of memory", () => {
  const [channels, size] = [512, 3];
  const square = [size, size] as const;
  const sizes = {
    ...{ batch: 1, channels, imageSize: square, outputSize: square, kernelSize: [5, 5], stride: [1, 1] },
    ...{ padding: [2, 2], dilation: [1, 1] },
  } as const;
  const [floats, elements] = [channels * size * size, channels * 25];
  const [image, weight] = [new Float32Array(floats).fill(1), new Float32Array(elements).fill(1)];
  const [output, imageGradient, weightGradient] = withNumbers(
    [image, weight],
    [floats, floats, elements],
    (given, results) => {
      // The first block of all.
      const [first, filter] = given;
      channelsLastForward(runtime, sizes, {
        image: first,
        weight: filter,
        bias: null,
        output: results[0],
        behind: null,
      });
      const back = { gradient: first, weight: filter, imageGradient: results[1], behind: null };
      channelsLastInputGradient(runtime, sizes, back);
      const sums = { image: first, gradient: first, weightGradient: results[2], biasGradient: null };
      channelsLastWeightGradient(runtime, sizes, sums);
    },
  );
  expect(new Set(output)).toEqual(new Set([9]));
  expect(new Set(imageGradient)).toEqual(new Set([9]));
  // The middle of the kernel meets all nine, its corner one.
  expect([weightGradient[12], weightGradient[0]]).toEqual([9, 1]);
});
