// Steps to whole numbers in formulas. Their slope is 0.

import { defineUnary, flat } from "./define.js";

export const floor = defineUnary({
  name: "floor",
  floats: { value: Math.floor, lanes: (_, x) => x!.floor(), doubles: (_, x) => x!.floor() },
  adjoint: flat,
});

export const ceil = defineUnary({
  name: "ceil",
  floats: { value: Math.ceil, lanes: (_, x) => x!.ceiling(), doubles: (_, x) => x!.ceiling() },
  adjoint: flat,
});

export const trunc = defineUnary({
  name: "trunc",
  floats: { value: Math.trunc, lanes: (_, x) => x!.truncate(), doubles: (_, x) => x!.truncate() },
  adjoint: flat,
});

/** Halves to even, as PyTorch has it. */
export const round = defineUnary({
  name: "round",
  floats: { value: nearestEven, lanes: (_, x) => x!.nearest(), doubles: (_, x) => x!.nearest() },
  adjoint: flat,
});

/** Math.round goes up from a half, and loses the sign of what it makes 0. */
function nearestEven(x = Number.NaN): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest < 0.5) return below === 0 && x < 0 ? -0 : below;
  const above = Math.ceil(x);
  return rest > 0.5 || below % 2 !== 0 ? above : below;
}
