// How an average takes another model's weights in: alike all (SWA), or the later ones more (EMA).

import { ArgumentError, isFloating, noGrad, scope, type Tensor } from "@bernoulli/tensor";

/** The next average, of the average, the model's tensor, and the number of models in the average. */
export type AvgFn = (averaged: Tensor, current: Tensor, numAveraged: number) => Tensor;

/** Writes the next averages into the averages, of one dtype and device. */
export type MultiAvgFn = (averaged: readonly Tensor[], current: readonly Tensor[], numAveraged: number) => void;

function checkDecay(owner: string, decay: number): void {
  if (!(decay >= 0 && decay <= 1))
    throw new ArgumentError(
      `${owner}: Invalid decay value ${String(decay)} provided. Please provide a value in [0,1] range.`,
    );
}

/**
 * decay · average + (1 − decay) · model: what `AveragedModel` takes as `avgFn` for exponential averages.
 * See https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema.
 *
 * @throws ArgumentError for a decay out of [0, 1].
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { getEmaAvgFn } from "@bernoulli/nn/swa-utils";
 * getEmaAvgFn(0.75)(tensor([4]), tensor([8]), 1).toArray(); // → [5]
 * ```
 */
export function getEmaAvgFn(decay = 0.999): AvgFn {
  checkDecay("getEmaAvgFn", decay);
  return (averaged, current) => noGrad(() => averaged.mul(decay).add(current.mul(1 - decay)));
}

/**
 * average + (model − average) / (number + 1): the mean of all models, what `AveragedModel` does by itself.
 * See https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema.
 */
export function getSwaAvgFn(): AvgFn {
  return (averaged, current, numAveraged) => noGrad(() => averaged.add(current.sub(averaged).div(numAveraged + 1)));
}

/**
 * {@link getEmaAvgFn} for all tensors at once, written in place: `multiAvgFn` of an `AveragedModel`.
 *
 * @throws ArgumentError for a decay out of [0, 1].
 */
export function getEmaMultiAvgFn(decay = 0.999): MultiAvgFn {
  checkDecay("getEmaMultiAvgFn", decay);
  return inPlace((averaged, current) =>
    isFloating(averaged.dtype) ? averaged.lerp(current, 1 - decay) : averaged.mul(decay).add(current.mul(1 - decay)),
  );
}

/** {@link getSwaAvgFn} for all tensors at once, written in place: `multiAvgFn` of an `AveragedModel`. */
export function getSwaMultiAvgFn(): MultiAvgFn {
  const plain = getSwaAvgFn();
  return inPlace((averaged, current, numAveraged) =>
    // PyTorch divides in float32, whatever the weights are.
    isFloating(averaged.dtype)
      ? averaged.lerp(current, Math.fround(1 / (numAveraged + 1)))
      : plain(averaged, current, numAveraged),
  );
}

function inPlace(next: AvgFn): MultiAvgFn {
  return (averaged, current, numAveraged) =>
    noGrad(() =>
      scope(() => {
        for (const [at, own] of averaged.entries()) own.copy_(next(own, current[at]!, numAveraged));
      }),
    );
}
