// Draws of the binomial distribution, as PyTorch's CPU kernel makes them (ATen/native/Distributions.h): by the gaps between successes where
// few are expected, else by rejection (W. Hörmann, J. Stat. Comput. Simul. 46 (1993) 101–110, algorithm BTRS). Of float32 what PyTorch
// computes in floats is rounded, of float64 nothing is.

import type { DType } from "../tensor/dtype.js";
import { type Source, uniformDouble } from "./distributions.js";

type Round = (x: number) => number;

const tails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** What Stirling's formula lacks of log k!. */
function tailOfStirling(k: number): number {
  if (k <= 9) return tails[k]!;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

export function binomial(count: number, prob: number, source: Source, dtype: DType): number {
  const round: Round = dtype === "float32" ? Math.fround : (x) => x;
  if (count <= 0 || prob <= 0) return 0;
  if (prob >= 1) return count;
  if (!(prob <= 1)) return Number.NaN;
  const isRare = prob <= 0.5;
  const p = isRare ? prob : round(1 - prob);
  const drawn = round(count * p) >= 10 ? byRejection(count, p, source, round) : byGaps(count, p, source, round);
  return isRare ? drawn : round(count - drawn);
}

function byGaps(count: number, p: number, source: Source, round: Round): number {
  const scale = round(Math.log1p(-p));
  let [sum, successes] = [0, 0];
  for (;;) {
    sum += Math.ceil(Math.log(uniformDouble(source)) / scale);
    if (sum > count) return successes;
    successes++;
  }
}

function byRejection(count: number, p: number, source: Source, round: Round): number {
  const expected = round(count * p);
  const deviation = round(Math.sqrt(round(expected * round(1 - p))));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = expected + 0.5;
  const inside = 0.92 - 4.2 / b;
  const odds = round(p / round(1 - p));
  const alpha = (2.83 + 5.1 / b) * deviation;
  const most = Math.floor(round(round(count + 1) * p));
  const plus = round(count + 1);
  for (;;) {
    const u = uniformDouble(source) - 0.5;
    const v = uniformDouble(source);
    const us = 0.5 - Math.abs(u);
    const k = round(Math.floor(((2 * a) / us + b) * u + c));
    if (k < 0 || k > count) continue;
    if (us >= 0.07 && v <= inside) return k;
    const bound =
      (most + 0.5) * Math.log((most + 1) / (odds * (count - most + 1))) +
      plus * Math.log((count - most + 1) / round(round(count - k) + 1)) +
      (k + 0.5) * Math.log((odds * round(round(count - k) + 1)) / round(k + 1)) +
      tailOfStirling(most) +
      tailOfStirling(count - most) -
      tailOfStirling(k) -
      tailOfStirling(round(count - k));
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}
