// A convolution of 3 × 3 or 5 × 5 by Winograd's algorithm at six points, with a quarter or a third of the multiplications, of
// 3 × 3 in steps of two with nine in sixteen of them and of 4 × 4 with 25 in 64, and its input gradient, on images whose channels lie
// together. winograd-six-correlate.ts computes both; the weight gradient is winograd-six-weight-sums.ts's.
// Its errors, by norm and for 32 to 128 channels, are 0.6 to 1.3e-6, where tiles of 2 × 2 and plain sums have 0.2 to 0.4e-6. These tiles are those
// of four points (`finite: 3`), which ops by themselves take: ../four-points.ts.

import type { Runtime } from "../../runtime.js";
import type { EpilogueAt } from "../epilogue.js";
import type { Copies } from "./linear.js";
import { correlate } from "./winograd-six-correlate.js";
import { backwardOf, forwardOf, type WinogradConvolution } from "./winograd-six-sizes.js";

export { hindranceOfWinogradSix, outputSizeOf, type WinogradConvolution } from "./winograd-six-sizes.js";

/** Addresses of contiguous float32. */
export interface WinogradForwardAddresses {
  /** [N, H, W, C] */
  readonly image: number;
  /** [O, C, kernel rows, kernel columns] */
  readonly weight: number;
  /** Where the transformed weight is kept from call to call, if it stays as it is. */
  readonly copies: Copies | null;
  readonly bias: number | null;
  /** [N, rows, columns, O] */
  readonly output: number;
  /** Whether negative outputs become zero. */
  readonly rectify: boolean;
  readonly behind: EpilogueAt | null;
  /** int32, set to 1 where an output of the convolution is not finite, or an image holds what plain sums are for: outliers.ts. */
  readonly flag: number;
}

export function winogradForward(runtime: Runtime, sizes: WinogradConvolution, at: WinogradForwardAddresses): void {
  const options = {
    turned: false,
    masked: false,
    finish: { biased: at.bias !== null, rectified: at.rectify, watched: true, behind: at.behind },
  } as const;
  correlate(runtime, forwardOf(sizes), options, { ...at, mask: 0, bias: at.bias ?? 0, codes: 0 });
}

/** Addresses, as for the forward pass; the gradient is that of the output. */
export interface WinogradInputGradientAddresses {
  readonly gradient: number;
  /** Where it is given the gradient counts only where it is above zero. */
  readonly output: number | null;
  readonly weight: number;
  /** Like image. */
  readonly imageGradient: number;
  readonly behind: EpilogueAt | null;
  /** int32, set to 1 where a gradient holds what plain sums are for: outliers.ts. */
  readonly flag: number;
}

export function winogradInputGradient(
  runtime: Runtime,
  sizes: WinogradConvolution,
  { gradient, output, weight, imageGradient, behind, flag }: WinogradInputGradientAddresses,
): void {
  const options = {
    turned: true,
    masked: output !== null,
    finish: { biased: false, rectified: false, watched: false, behind },
  } as const;
  const addresses = {
    behind,
    image: gradient,
    mask: output ?? 0,
    weight,
    copies: null,
    bias: 0,
    output: imageGradient,
    codes: 0,
    flag,
  };
  correlate(runtime, backwardOf(sizes), options, addresses);
}
