// Options that nobody would read are refused, everywhere the same.

import { thrown } from "@bernoulli/testing";
import { expect, it, test } from "vitest";
import {
  adaptiveAvgPool2d,
  avgPool2d,
  conv2d,
  interpolate,
  maxPool2d,
  ones,
  pad,
  rand,
  split,
  tensor,
  tensorSplit,
  zeros,
} from "../index.js";

const image = () => ones(1, 1, 4, 4);

test.each<[string, () => unknown, string]>([
  [
    "a stride in the options' place",
    () => conv2d(image(), ones(1, 1, 2, 2), 2 as never),
    "conv2d: expected an object of options, some of { bias, stride, padding, dilation, groups }, but got 2",
  ],
  [
    "a misspelt option",
    () => conv2d(image(), ones(1, 1, 2, 2), { paddding: 1 } as never),
    "conv2d: got an unexpected option paddding; take some of { bias, stride, padding, dilation, groups }",
  ],
  [
    "a Python name",
    () => maxPool2d(image(), 2, { ceil_mode: true } as never),
    "maxPool2d: got an unexpected option ceil_mode; here it is ceilMode",
  ],
  [
    "alpha by position",
    () => ones(2, 2).add(1, 2 as never),
    "add: expected an object of options, some of { alpha }, but got 2",
  ],
  [
    "null",
    () => ones(2, 2).add(1, null as never),
    "add: expected an object of options, some of { alpha }, but got null",
  ],
  ["an array", () => ones(2).mean(0, [] as never), "mean: keepdim must be true or false, but got an array"],
  [
    "a tensor's",
    () => tensor([1], { requires_grad: true } as never),
    "tensor: got an unexpected option requires_grad; here it is requiresGrad",
  ],
  [
    "a draw's",
    () => rand([2], { seed: 1 } as never),
    "rand: got an unexpected option seed; take some of { dtype, requiresGrad, device, generator }",
  ],
])("%s", (_, call, text) => {
  expect(call).toThrow(expect.objectContaining({ name: "ArgumentError", message: text }));
});

/** `[, 0]`, which a formatter would complain of. */
const holed = (length: number, last = 0): number[] => Object.assign(new Array<number>(length), { [length - 1]: last });
/** As a pair. */
const pair = () => holed(2, 2) as unknown as readonly [number, number];

test.each<[string, () => unknown, string]>([
  ["permute", () => zeros(2, 3).permute(holed(2)), "ArgumentError: permute: dim must be an integer, but got undefined"],
  ["sum", () => zeros(2, 3).sum({ dim: holed(2) }), "ArgumentError: sum: dim must be an integer, but got undefined"],
  ["flip", () => zeros(2, 3).flip(holed(2)), "ArgumentError: flip: dim must be an integer, but got undefined"],
  ["roll", () => zeros(2, 3).roll([1, 1], holed(2)), "ArgumentError: roll: dim must be an integer, but got undefined"],
])("%s refuses an array with a hole, which is no dimension", (_, call, text) => {
  expect(thrown(call)).toBe(text);
});

test.each<[string, () => unknown]>([
  ["conv2d", () => conv2d(image(), ones(1, 1, 2, 2), { stride: pair() })],
  ["maxPool2d", () => maxPool2d(image(), pair())],
  ["avgPool2d", () => avgPool2d(image(), pair())],
  ["adaptiveAvgPool2d", () => adaptiveAvgPool2d(image(), pair())],
  ["pad", () => pad(image(), holed(4, 2))],
  ["interpolate", () => interpolate(image(), { size: pair() })],
  ["interpolate", () => interpolate(image(), { scaleFactor: pair() })],
  ["split", () => split(zeros(2), holed(2, 2))],
  ["tensorSplit", () => tensorSplit(zeros(2), holed(2, 2))],
])("%s refuses a list of sizes with a hole", (op, call) => {
  expect(thrown(call)).toMatch(new RegExp(`^ArgumentError: ${op}: .* but got \\[(undefined)?, .*2\\]$`));
});

it("undefined is as good as absent", () => {
  expect(zeros([1], { dtype: undefined as never, nothing: undefined } as never).dtype).toBe("float32");
});
