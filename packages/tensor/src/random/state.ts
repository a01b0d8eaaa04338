// The default generator's state and seed as functions, under PyTorch's names. The generator and its bytes are generator.ts's.

import { toTypedArray } from "../tensor/reads.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { defaultGenerator } from "./generator.js";

/**
 * The default generator's state, the 5,056 bytes that PyTorch's `get_rng_state` gives; as a tensor, `tensor(state, { dtype: "uint8" })`.
 * See https://pytorch.org/docs/stable/generated/torch.get_rng_state.html.
 *
 * @example
 * ```ts
 * import { getRngState, manualSeed, rand, setRngState } from "@bernoulli/tensor";
 * manualSeed(0);
 * const state = getRngState();
 * rand(1).item(); // → 0.4962566
 * setRngState(state);
 * rand(1).item(); // → 0.4962566
 * ```
 */
export function getRngState(): Uint8Array {
  return defaultGenerator().getState();
}

/**
 * The default generator goes on from a state that `getRngState`, or PyTorch's `get_rng_state`, gave; bytes, or a uint8 tensor.
 * See https://pytorch.org/docs/stable/generated/torch.set_rng_state.html.
 *
 * @throws ArgumentError if it is not such a state; the generator stays as it was.
 */
export function setRngState(state: Uint8Array | Tensor): void {
  // What is no uint8 is no Uint8Array either, which setState refuses.
  defaultGenerator().setState((isTensor(state) ? toTypedArray(state) : state) as Uint8Array);
}

/**
 * The seed that the default generator started from.
 * See https://pytorch.org/docs/stable/generated/torch.initial_seed.html.
 *
 * @example
 * ```ts
 * import { initialSeed, manualSeed } from "@bernoulli/tensor";
 * manualSeed(5);
 * initialSeed(); // → 5n
 * ```
 */
export function initialSeed(): bigint {
  return defaultGenerator().initialSeed();
}

/**
 * Starts the default generator from a seed that nobody chose, of 53 bits, and returns that.
 * See https://pytorch.org/docs/stable/generated/torch.seed.html.
 */
export function seed(): bigint {
  return defaultGenerator().seed();
}
