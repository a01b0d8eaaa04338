// The line search of LBFGS: a step along a direction that meets the strong Wolfe conditions. Ported from PyTorch's
// torch/optim/lbfgs.py, order of operations and all; its numbers are doubles here, where PyTorch's are the parameters' floats.

import type { Tensor } from "@bernoulli/tensor";

/** What is known of one step: its length, the loss there, the gradient, and the slope along the direction. */
export interface Point {
  readonly t: number;
  readonly loss: number;
  readonly gradient: Tensor;
  readonly slope: number;
}

interface Curve {
  readonly t: number;
  readonly loss: number;
  readonly slope: number;
}

/** The least of the cubic through two points and their slopes, within bounds. */
function cubicInterpolate(first: Curve, second: Curve, bounds?: readonly [number, number]): number {
  const { t: x1, loss: f1, slope: g1 } = first;
  const { t: x2, loss: f2, slope: g2 } = second;
  const [least, most] = bounds ?? (x1 <= x2 ? [x1, x2] : [x2, x1]);
  const d1 = g1 + g2 - (3 * (f1 - f2)) / (x1 - x2);
  const square = d1 ** 2 - g1 * g2;
  if (!(square >= 0)) return (least + most) / 2;
  const d2 = Math.sqrt(square);
  const at =
    x1 <= x2
      ? x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
      : x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2));
  return Math.min(Math.max(at, least), most);
}

export interface Search {
  /** Loss, gradient and slope at a step. */
  readonly evaluate: (t: number) => Point;
  readonly start: Point;
  /** The first step to try. */
  readonly t: number;
  /** The largest element of the direction. */
  readonly longest: number;
  readonly toleranceChange: number;
  readonly most: number;
}

const [c1, c2] = [1e-4, 0.9] as const;

/** The step that was found, and how often the loss was computed. */
export function strongWolfe({ evaluate, start, t, longest, toleranceChange, most }: Search) {
  let point = evaluate(t);
  let evaluations = 1;
  const isTooHigh = ({ t: at, loss }: Point) => loss > start.loss + c1 * at * start.slope;
  const isFlat = ({ slope }: Point) => Math.abs(slope) <= -c2 * start.slope;
  // Bracketing: a point that will do, or two between which one lies.
  let bracket: Point[] = [];
  let isDone = false;
  let before = start;
  let iterations = 0;
  for (; iterations < most; iterations += 1) {
    if (isTooHigh(point) || (iterations > 1 && point.loss >= before.loss) || (!isFlat(point) && point.slope >= 0)) {
      bracket = [before, point];
      break;
    }
    if (isFlat(point)) {
      bracket = [point];
      isDone = true;
      break;
    }
    const bounds = [point.t + 0.01 * (point.t - before.t), point.t * 10] as const;
    const next = cubicInterpolate(before, point, bounds);
    before = point;
    point = evaluate(next);
    evaluations += 1;
  }
  if (iterations === most) bracket = [start, point];

  // Zooming: the bracket is narrowed until a point in it will do.
  let isStuck = false;
  const lowFirst = () => (bracket[0]!.loss <= bracket.at(-1)!.loss ? 0 : 1);
  let low = lowFirst();
  while (!isDone && iterations < most) {
    const [a, b] = [bracket[0]!, bracket[1]!];
    if (Math.abs(b.t - a.t) * longest < toleranceChange) break;
    let at = cubicInterpolate(a, b);
    const [least, greatest] = [Math.min(a.t, b.t), Math.max(a.t, b.t)];
    const margin = 0.1 * (greatest - least);
    if (Math.min(greatest - at, at - least) < margin) {
      if (isStuck || at >= greatest || at <= least) {
        at = Math.abs(at - greatest) < Math.abs(at - least) ? greatest - margin : least + margin;
        isStuck = false;
      } else isStuck = true;
    } else isStuck = false;
    point = evaluate(at);
    evaluations += 1;
    iterations += 1;
    const high = 1 - low;
    if (isTooHigh(point) || point.loss >= bracket[low]!.loss) {
      bracket[high] = point;
      low = lowFirst();
    } else {
      if (isFlat(point)) isDone = true;
      else if (point.slope * (bracket[high]!.t - bracket[low]!.t) >= 0) bracket[high] = bracket[low]!;
      bracket[low] = point;
    }
  }
  return { point: bracket[low] ?? bracket[0]!, evaluations };
}
