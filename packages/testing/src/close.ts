// Whether numbers are close: element by element, or as a whole by their norm, with a message that shows the worst place.

import { Tensor } from "@bernoulli/tensor";

/** What is compared: tensors, or plain numbers. */
export type Numbers = Tensor | ArrayLike<number>;

export interface Tolerance {
  /** An element may differ by `absolute` + `relative` · |expected|. Default 0 where one of them is given. */
  readonly absolute?: number;
  readonly relative?: number;
  /** ‖actual − expected‖ may be this share of ‖expected‖ (Euclidean norms over the finite elements). */
  readonly norm?: number;
  /** Named in the message. */
  readonly label?: string;
}

/**
 * Throws unless `actual` is close to `expected` by every measure given. NaN must meet NaN, an infinity its like; two
 * tensors must have one shape. With no measure given the numbers must be equal.
 */
export function expectClose(actual: Numbers, expected: Numbers, tolerance: Tolerance = {}): void {
  const label = tolerance.label === undefined ? "" : `${tolerance.label}: `;
  if (actual instanceof Tensor && expected instanceof Tensor && actual.shape.join() !== expected.shape.join()) {
    throw new Error(`${label}shape [${actual.shape.join(", ")}], expected [${expected.shape.join(", ")}]`);
  }
  const got = numbersOf(actual);
  const wanted = numbersOf(expected);
  if (got.length !== wanted.length) throw new Error(`${label}${got.length} elements, expected ${wanted.length}`);
  const { absolute = 0, relative = 0, norm } = tolerance;
  const elementwise = norm === undefined || tolerance.absolute !== undefined || tolerance.relative !== undefined;
  let worst = { excess: 0, at: -1 };
  let squaredError = 0;
  let squaredSize = 0;
  for (let at = 0; at < wanted.length; at++) {
    const a = got[at] as number;
    const b = wanted[at] as number;
    if (!Number.isFinite(a) || !Number.isFinite(b)) {
      if (!Object.is(a, b)) worst = { excess: Number.POSITIVE_INFINITY, at };
      continue;
    }
    const difference = Math.abs(a - b);
    squaredError += difference * difference;
    squaredSize += b * b;
    const excess = difference - (absolute + relative * Math.abs(b));
    if (elementwise && excess > worst.excess) worst = { excess, at };
  }
  const share = squaredError === 0 ? 0 : Math.sqrt(squaredError / squaredSize);
  const tooFar = norm !== undefined && !(share <= norm);
  if (worst.at < 0 && !tooFar) return;
  const at = worst.at >= 0 ? worst.at : farthest(got, wanted);
  const measures = [
    tooFar ? `norm of the difference is ${share.toExponential(2)} of the expected norm, allowed ${norm}` : null,
    worst.at >= 0 ? `element differs by more than ${absolute} + ${relative} · |expected|` : null,
  ].filter((text) => text !== null);
  throw new Error(
    `${label}${measures.join("; ")}; at ${placeOf(at, actual)}: got ${got[at]}, expected ${wanted[at]} (${wanted.length} elements)`,
  );
}

function numbersOf(numbers: Numbers): ArrayLike<number> {
  return numbers instanceof Tensor ? numbers.toTypedArray() : numbers;
}

function farthest(got: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let at = 0;
  for (let index = 0; index < wanted.length; index++) {
    if (Math.abs(got[index]! - wanted[index]!) > Math.abs(got[at]! - wanted[at]!)) at = index;
  }
  return at;
}

function placeOf(position: number, numbers: Numbers): string {
  if (!(numbers instanceof Tensor)) return `[${position}]`;
  const indices: number[] = [];
  let rest = position;
  for (const size of [...numbers.shape].reverse()) {
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `[${indices.join(", ")}]`;
}
