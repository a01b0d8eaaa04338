// Losses of random training steps, of whatever comes out of a net, and penalties on top. Holds no tests.

import { F, grad, nn, rand, randint, randn, type Tensor } from "../index.js";
import type { Maker } from "./world.testing.js";

/** Rows (N, K), K ≥ 2. */
const rowsOf = (y: Tensor) => {
  const flat = y.flatten(1);
  return flat.size(1) === 1 ? flat.expand(flat.size(0), 2).mul(1.5) : flat;
};

const labels = (y: Tensor) => randint(0, y.size(1), [y.size(0)]);
const noise = (y: Tensor) => randn(y.shape, { dtype: y.dtype });
const signs = (y: Tensor) =>
  randint(0, 2, [y.size(0)])
    .mul(2)
    .sub(1)
    .to(y.dtype);

const ofRows: readonly ((y: Tensor) => Tensor)[] = [
  (y) => F.crossEntropy(y, labels(y)),
  (y) => F.crossEntropy(y, labels(y)),
  (y) => F.crossEntropy(y, labels(y), { labelSmoothing: 0.1 }),
  (y) => F.crossEntropy(y, labels(y), { ignoreIndex: 0, reduction: "sum" }).mul(0.1),
  (y) => F.crossEntropy(y, labels(y), { weight: rand(y.size(1), { dtype: y.dtype }).add(0.5) }),
  (y) => F.crossEntropy(y, noise(y).softmax(1)),
  (y) => F.nllLoss(y.logSoftmax(1), labels(y)),
  (y) => F.mseLoss(y, noise(y)),
  (y) => F.l1Loss(y, noise(y)),
  (y) => F.smoothL1Loss(y, noise(y), { beta: 0.5 }),
  (y) => F.huberLoss(y, noise(y)),
  (y) => F.binaryCrossEntropyWithLogits(y, rand(y.shape, { dtype: y.dtype })),
  (y) => F.binaryCrossEntropy(y.sigmoid(), rand(y.shape, { dtype: y.dtype })),
  (y) => F.klDiv(y.logSoftmax(1), noise(y).softmax(1), { reduction: "batchmean" }),
  (y) => F.multiMarginLoss(y, labels(y)),
  (y) => F.multilabelSoftMarginLoss(y, rand(y.shape, { dtype: y.dtype }).round()),
  (y) => F.poissonNllLoss(y.clamp({ max: 3 }), rand(y.shape, { dtype: y.dtype })),
  (y) => F.gaussianNllLoss(y, noise(y), y.detach().abs().add(0.5)),
  (y) => F.cosineEmbeddingLoss(y, noise(y), signs(y)),
  (y) => F.tripletMarginLoss(y, noise(y), noise(y)),
  (y) => F.softMarginLoss(y, noise(y).sign()),
  (y) => F.crossEntropy(y.matmul(y.t()).div(y.size(1)), labels(y.matmul(y.t()))),
  (y) => y.mul(y).mean(),
  (y) => y.sum().tanh().add(y.std()),
];

/** How many of the following have no weights of their own. */
export const lossesOfAny = 8;

/** A loss of a net's output, whose shape is given. */
export const losses: readonly Maker[] = [
  ...Array.from(
    { length: 6 },
    (): Maker => (draws) => {
      const one = draws.pick(ofRows);
      return (y) => one(rowsOf(y));
    },
  ),
  (draws) => {
    const [one, other] = [draws.pick(ofRows), draws.pick(ofRows)];
    return (y) => one(rowsOf(y)).add(other(rowsOf(y)), { alpha: 0.3 });
  },
  // Chosen by the call.
  (draws) => {
    const [one, other] = [draws.pick(ofRows), draws.pick(ofRows)];
    return (y, { draws: own }) => (own.chance(0.5) ? one : other)(rowsOf(y));
  },
  (_, shape, world) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const layer = world.add(new nn.AdaptiveLogSoftmaxWithLoss(count, 9, [2, 5], { divValue: 2, dtype: world.dtype }));
    return (y) => layer(y.flatten(1), randint(0, 9, [y.size(0)])).loss;
  },
  (draws, shape, world) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const classes = draws.between(2, 8);
    const weight = randn(classes, count, { dtype: world.dtype }).mul(0.3).detach().requiresGrad_();
    world.leaves.push(weight);
    return (y) => F.linearCrossEntropy(y.flatten(1), weight, randint(0, classes, [y.size(0)]));
  },
];

/** What is added to a loss: of weights, or of slopes. */
export const penalties: readonly ((loss: Tensor, y: Tensor, parameters: readonly Tensor[]) => Tensor)[] = [
  (loss, _, parameters) =>
    parameters.reduce((sum, parameter) => sum.add(parameter.square().sum(), { alpha: 1e-3 }), loss),
  (loss, _, parameters) => loss.add(parameters[0]!.abs().mean(), { alpha: 1e-2 }),
  (loss, y) => {
    if (!y.requiresGrad) return loss;
    const [slope] = grad(loss, [y], { createGraph: true, allowUnused: true });
    return slope === null || slope === undefined ? loss : loss.add(slope.square().sum(), { alpha: 0.1 });
  },
];
