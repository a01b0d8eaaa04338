// softmax and logSoftmax without a dimension: PyTorch's choice, and a warning, once.

import { afterEach, expect, it, vi } from "vitest";
import { resetWarnings } from "../../checks/warn.js";
import { ones } from "../creation/creation.js";
import { logSoftmax } from "./log-softmax.js";
import { softmax } from "./softmax.js";

afterEach(resetWarnings);

it.each([
  [[], 0],
  [[3], 0],
  [[3, 4], 1],
  [[2, 3, 4], 0],
  [[2, 3, 4, 5], 1],
] as const)("of shape [%s] it is dimension %i", (shape, dim) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const input = ones(shape);
  expect(softmax(input).toArray()).toEqual(softmax(input, dim).toArray());
  expect(logSoftmax(input).toArray()).toEqual(logSoftmax(input, dim).toArray());
  softmax(input);
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    "bernoulli: softmax: implicit dimension choice for softmax has been deprecated; say which dimension, such as softmax(x, -1)",
    "bernoulli: logSoftmax: implicit dimension choice for logSoftmax has been deprecated; say which dimension, such as logSoftmax(x, -1)",
  ]);
  warn.mockRestore();
});
