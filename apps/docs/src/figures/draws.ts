// What the figures about a layer draw, by the library's own dropout. Draws nothing on the page.

import { dropout, manualSeed, ones, scope, tensor, toTypedArray } from "@bernoulli/tensor/lean";

/** A layer's outputs at the `forward`-th forward behind a seed, of ones: 0 where a unit was dropped, 1/(1 − p) where it was kept. */
export function layerOfOnes(p: number, seed: number, units: number, forward: number): Float32Array {
  manualSeed(seed);
  return scope(() => {
    let drawn = ones(units);
    for (let at = 0; at < forward; at++) drawn = dropout(ones(units), p, true);
    return Float32Array.from(toTypedArray(drawn) as Float32Array);
  });
}

/** Outputs of one layer for the same inputs, forward by forward. */
export function forwards(
  inputs: readonly number[],
  { p, seed, count, training }: { p: number; seed: number; count: number; training: boolean },
): number[][] {
  manualSeed(seed);
  return scope(() =>
    Array.from({ length: count }, () =>
      Array.from(toTypedArray(dropout(tensor([...inputs]), p, training)) as Float32Array),
    ),
  );
}

/** The mean of the first n of one unit's outputs, for n from 1 on: as dropout scales them, and without its 1/(1 − p). The input is 1. */
export function runningMeans(p: number, seed: number, count: number): { scaled: number[]; plain: number[] } {
  const drawn = layerOfOnes(p, seed, count, 1);
  const [scaled, plain]: [number[], number[]] = [[], []];
  let [sum, kept] = [0, 0];
  for (const [at, value] of drawn.entries()) {
    sum += value;
    if (value !== 0) kept++;
    scaled.push(sum / (at + 1));
    plain.push(kept / (at + 1));
  }
  return { scaled, plain };
}
