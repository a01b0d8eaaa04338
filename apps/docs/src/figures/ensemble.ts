// A net with dropout, trained once, seen as an ensemble: thinned nets by themselves, their mean, and all units at once. Knows no worker.

import { mcDropout, recordMasks, thinnedNet } from "@bernoulli/dropout";
import { F, manualSeed, type nn, noGrad, ones, optim, scope, type Tensor, tensor } from "bernoulli";
import { pointNet } from "./pair.js";
import { moons, type Points } from "./points.js";
import { cells, square } from "./square.js";

/** Thinned nets that are kept to be looked at one by one. */
export const shown = 4;
/** The most of which there is a mean. */
export const most = 50;

/** What one predictor says: the probability of class 1 in each cell of the square, row by row, and the share of held-out points it has right. */
export interface PredictionMap {
  readonly probabilities: Float32Array;
  readonly accuracy: number;
}

export interface Ensemble {
  /** Single thinned nets. */
  readonly thinned: readonly PredictionMap[];
  /** The mean of the first k thinned nets, for k = 1 … {@link most}. */
  readonly means: readonly PredictionMap[];
  /** All units at once, as `eval()` has it. */
  readonly scaling: PredictionMap;
  /** How far both predictions of the held-out points lie apart, for k = 1 …: the mean of |difference|, by `mcDropout`. */
  readonly distances: readonly number[];
}

/** Trains the net on few points of two moons, with dropout in both hidden layers. */
export function trainedNet(p: number, seed: number, steps = 600): nn.Sequential {
  const { inputs, labels } = moons(60, 0.3, seed);
  manualSeed(seed);
  const net = pointNet(p);
  const optimizer = new optim.Adam(net.parameters(), { lr: 0.01 });
  for (let step = 0; step < steps; step++)
    scope(() => {
      const loss = F.crossEntropy(net(inputs), labels);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    });
  return net;
}

/** Looks at a net with dropout as at its thinned nets; masks are drawn from the seed. */
export function ensembleOf(net: nn.Sequential, seed: number): Ensemble {
  const held = moons(400, 0.3, seed + 1000);
  manualSeed(seed);
  return noGrad(() => {
    const grid = gridPoints();
    const thinnedMaps: PredictionMap[] = [];
    const means: PredictionMap[] = [];
    const sum = { grid: new Float64Array(cells * cells), held: new Float64Array(held.labels.length) };
    for (let k = 1; k <= most; k++)
      scope(() => {
        net.train();
        const thinned = thinnedNet(net, recordMasks(net, () => net(ones(1, 2))).masks);
        const [onGrid, onHeld] = [probabilitiesOf(thinned, grid), probabilitiesOf(thinned, held.inputs)];
        for (const [at, one] of onGrid.entries()) sum.grid[at]! += one;
        for (const [at, one] of onHeld.entries()) sum.held[at]! += one;
        if (k <= shown) thinnedMaps.push(mapOf(onGrid, onHeld, held));
        means.push(
          mapOf(
            sum.grid.map((one) => one / k),
            sum.held.map((one) => one / k),
            held,
          ),
        );
      });
    net.eval();
    const scaled = probabilitiesOf(net, held.inputs);
    const scaling = mapOf(probabilitiesOf(net, grid), scaled, held);
    const distances = Array.from({ length: most }, (_, at) =>
      scope(() => {
        const mean = mcDropout(net, held.inputs, { samples: at + 1, logits: true }).mean;
        const own = (mean.select(1, 1).toArray() as number[]).map((one, n) => Math.abs(one - scaled[n]!));
        return own.reduce((all, one) => all + one, 0) / own.length;
      }),
    );
    return { thinned: thinnedMaps, means, scaling, distances };
  });
}

/** The centres of the square's cells, rows from above. Shape: (cells², 2) */
function gridPoints(): Tensor {
  const [left, right, below, above] = square;
  const at = (from: number, to: number, n: number): number => from + ((n + 0.5) / cells) * (to - from);
  return tensor(
    Array.from({ length: cells * cells }, (_, n) => [
      at(left, right, n % cells),
      at(above, below, Math.floor(n / cells)),
    ]),
  );
}

/** The probability of class 1 of each input. */
function probabilitiesOf(net: nn.Sequential, inputs: Tensor): Float64Array {
  return scope(() => Float64Array.from(net(inputs).softmax(1).select(1, 1).toArray() as number[]));
}

function mapOf(grid: ArrayLike<number>, ofHeld: ArrayLike<number>, { labels }: Points): PredictionMap {
  const truth = labels.toArray() as number[];
  const right = truth.filter((label, at) => Number(ofHeld[at]! > 0.5) === label).length;
  return { probabilities: Float32Array.from(grid), accuracy: right / truth.length };
}
