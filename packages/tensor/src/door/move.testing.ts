// What tests of moves share.

import { expect } from "vitest";
import type { Tensor } from "../index.js";

/** Whether two tensors, on whatever devices, have the same bits: of NaN and −0 too. */
export function expectSameBits(actual: Tensor, expected: Tensor): void {
  expect([actual.dtype, actual.shape]).toEqual([expected.dtype, expected.shape]);
  const bytes = (x: Tensor) => new Uint8Array(x.toTypedArray().buffer);
  expect(bytes(actual)).toEqual(bytes(expected));
}
