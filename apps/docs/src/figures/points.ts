// Points of the plane in two classes, as two moons that noise has blurred: few to train on, many to see what was learnt.

import { Generator, rand, randn, type Tensor, tensor } from "bernoulli";

export interface Points {
  /** Shape: (N, 2) */
  readonly inputs: Tensor;
  /** Shape: (N), int32: 0 or 1 */
  readonly labels: Tensor;
}

/**
 * @param noise the standard deviation of what is added to each coordinate
 */
export function moons(count: number, noise: number, seed: number): Points {
  const generator = new Generator().manualSeed(seed);
  const angles = rand(count, { generator }).toArray() as number[];
  const off = randn(count, 2, { generator }).toArray() as [number, number][];
  const points = angles.map((share, at) => {
    const [angle, label] = [share * Math.PI, at % 2];
    const [x, y] = label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x + noise * off[at]![0], y + noise * off[at]![1]];
  });
  return {
    inputs: tensor(points).keep(),
    labels: tensor(
      points.map((_, at) => at % 2),
      { dtype: "int32" },
    ).keep(),
  };
}
