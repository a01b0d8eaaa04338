// What of a checkpoint's numbers would spoil the training that goes on from them: refused with the tensor's key. Options and
// counts of steps are the optimizer's own to check.

import { Generator, type Tensor } from "@bernoulli/tensor";
import { CheckpointError } from "../errors.js";

/** No normal number that is drawn from 53 random bits is as large. */
const mostNormal = 9;

/**
 * Averages and momenta must be numbers, and averages of squares no less than 0. An infinite one of these is what a very
 * large gradient leaves: it makes steps of 0, as it did in the run that was saved.
 *
 * @throws CheckpointError that names the tensor and the element.
 */
export function checkOptimizerTensor(file: string, key: string, tensor: Tensor): void {
  const isSquare = key.endsWith("_sq");
  const wrong = (value: number) => (isSquare ? !(value >= 0) : !Number.isFinite(value));
  const values = tensor.toTypedArray();
  const at = values.findIndex(wrong);
  if (at < 0) return;
  throw new CheckpointError(
    `its element ${at} is ${values[at]}, and every weight that it goes into would be no number; the run had gone wrong when it was saved, or the file was changed: go on from an earlier checkpoint, or leave the optimizer out to load the model alone`,
    { file, key },
  );
}

/**
 * The bytes of a generator's state.
 *
 * @throws CheckpointError where they are none, or hold a normal number that nothing draws.
 */
export function generatorState(file: string, key: string, tensor: Tensor): Uint8Array {
  const fail = (message: string) => new CheckpointError(message, { file, key });
  if (tensor.dtype !== "uint8") throw fail(`a generator's state is of uint8, but this is of ${tensor.dtype}`);
  const state = Uint8Array.from(tensor.toTypedArray());
  const { cachedNormal } = attempt(() => new Generator().setState(state), fail);
  if (cachedNormal !== null && !(Math.abs(cachedNormal) < mostNormal))
    throw fail(
      `it holds the normal number ${cachedNormal}, which no generator draws; take the state of another checkpoint`,
    );
  return state;
}

function attempt<Result>(call: () => Result, fail: (message: string) => Error): Result {
  try {
    return call();
  } catch (cause) {
    throw fail((cause as Error).message);
  }
}
