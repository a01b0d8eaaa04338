// How many parts sums are cut into: by the shape alone, and images of a batch where channels lie between.

import { expect, it } from "vitest";
import { cutsOf, partsOfSums } from "./reduction-parts.js";

it.each([
  ["few sums of many elements", [300_001], [0], 16],
  ["few sums of many elements", [3, 70_000], [1], 16],
  ["of too few elements", [3, 20_000], [1], 1],
  ["a batch and its images", [128, 16, 32, 32], [0, 2, 3], 16],
  ["of which each part has enough of each channel", [32, 1280, 4, 4], [0, 2, 3], 8],
  ["nor too little", [32, 1280, 2, 2], [0, 2, 3], 1],
  ["few images", [2, 64, 64, 64], [0, 2, 3], 1],
  ["one image", [1, 64, 256, 256], [0, 2, 3], 1],
  ["a batch of rows", [4096, 256], [0], 1],
  ["images without their batch", [128, 16, 32, 32], [2, 3], 1],
  ["dimensions of one beside", [1, 128, 1, 16, 1024], [0, 1, 4], 16],
] as const)("%s: %j over %j in %d", (_, shape, dims, parts) => {
  expect(partsOfSums(shape, dims)).toBe(parts);
});

it("cuts the outermost loop, and rows at whole turns", () => {
  expect(cutsOf({ sizes: [10, 3], strides: [[3, 1]] }, 4)).toEqual([
    [0, 2],
    [2, 5],
    [5, 7],
    [7, 10],
  ]);
  expect(cutsOf({ sizes: [200], strides: [[1]] }, 16)).toEqual([
    [0, 64],
    [64, 128],
    [128, 192],
    [192, 200],
  ]);
});
