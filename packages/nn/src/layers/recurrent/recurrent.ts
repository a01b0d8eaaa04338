// RNN, LSTM and GRU: layers that carry a state along sequences.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  describe,
  inPlace,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import type { PackedSequence } from "../../utils/rnn/packed-sequence.js";
import { RecurrentBase, type RecurrentOptions, recurrentKinds } from "./base.js";

const places = ["numLayers", "bias", "batchFirst", "dropout", "bidirectional"] as const;

export interface RNNOptions extends RecurrentOptions {
  /** Default "tanh". */
  readonly nonlinearity?: "tanh" | "relu";
}

const rnnPlaces = ["numLayers", "nonlinearity", "bias", "batchFirst", "dropout", "bidirectional"] as const;

// Packed sequences give packed ones: one more way to call each layer.
export interface RNN {
  (input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, hn: Tensor];
  (input: Tensor, hx?: Tensor | null): [output: Tensor, hn: Tensor];
}

/**
 * hₜ = tanh(W_ih · xₜ + b_ih + W_hh · hₜ₋₁ + b_hh), or relu, for each time step; layers stand above one another.
 * Shape: (time, batch, in), with `batchFirst` (batch, time, in), unbatched (time, in), or a PackedSequence, and a state (layers ·
 * directions, batch, hidden), zeros without → outputs (time, batch, directions · hidden) and the last states. All weights are drawn
 * from [−1/√hidden, 1/√hidden).
 * See https://pytorch.org/docs/stable/generated/torch.nn.RNN.html.
 *
 * @throws ArgumentError for sizes or options out of range; ShapeError or DTypeError, when called, if input or state do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { RNN } from "@bernoulli/nn";
 * const rnn = new RNN(3, 5, { numLayers: 2 });
 * const [output, hn] = rnn(ones(7, 4, 3));
 * output.shape; // → [7, 4, 5]
 * hn.shape; // → [2, 4, 5]
 * String(rnn); // → "RNN(3, 5, num_layers=2)"
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see the interface
export class RNN extends RecurrentBase {
  static override readonly name: string = "RNN";
  readonly nonlinearity: "tanh" | "relu";

  constructor(
    inputSize: number,
    hiddenSize: number | ByName<"hiddenSize", number, RNNOptions>,
    ...rest: Positional<RNNOptions, typeof rnnPlaces>
  ) {
    [hiddenSize, rest] = inPlace<number, typeof rest>("RNN", "hiddenSize", hiddenSize, rest);
    const options = optionsOf<RNNOptions>("RNN", rnnPlaces, rest);
    checkOptions("RNN", options, { ...recurrentKinds, nonlinearity: "anything" });
    const { nonlinearity = "tanh", ...others } = options;
    checkNonlinearity("RNN", nonlinearity);
    super("RNN", nonlinearity === "tanh" ? "RNN_TANH" : "RNN_RELU", nonlinearity, inputSize, hiddenSize, others);
    this.nonlinearity = nonlinearity;
  }

  forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, hn: Tensor];
  forward(input: Tensor, hx?: Tensor | null): [output: Tensor, hn: Tensor];
  forward(input: Tensor | PackedSequence, hx: Tensor | null = null): [output: any, hn: Tensor] {
    const { output, h } = this.runOver("RNN", input, [hx], false);
    return [output, h];
  }
}

/** Throws unless it is one of the two. */
export function checkNonlinearity(owner: string, nonlinearity: unknown): asserts nonlinearity is "tanh" | "relu" {
  if (nonlinearity !== "tanh" && nonlinearity !== "relu")
    throw new ArgumentError(
      `${owner}: Unknown nonlinearity '${typeof nonlinearity === "string" ? nonlinearity : describe(nonlinearity)}'. Select from 'tanh' or 'relu'.`,
    );
}

export interface LSTMOptions extends RecurrentOptions {
  /** The size to which outputs and hidden states are projected; smaller than hidden. Default 0: they are not. */
  readonly projSize?: number;
}

const lstmPlaces = [...places, "projSize"] as const;

export interface LSTM {
  (
    input: PackedSequence,
    hx?: readonly [h: Tensor, c: Tensor] | null,
  ): [output: PackedSequence, state: [hn: Tensor, cn: Tensor]];
  (input: Tensor, hx?: readonly [h: Tensor, c: Tensor] | null): [output: Tensor, state: [hn: Tensor, cn: Tensor]];
}

/**
 * Long short-term memory: gates i, f, o = σ(…), g = tanh(…) of W_ih · xₜ + b_ih + W_hh · hₜ₋₁ + b_hh; cₜ = f · cₜ₋₁ + i · g,
 * hₜ = o · tanh(cₜ), with `projSize` W_hr · hₜ.
 * Shape: (time, batch, in), with `batchFirst` (batch, time, in), unbatched (time, in), or a PackedSequence, and states [h, c] (layers ·
 * directions, batch, hidden), zeros without → outputs (time, batch, directions · hidden) and the last states. All weights are drawn
 * from [−1/√hidden, 1/√hidden); (4 · hidden, …), the gates in the order i, f, g, o.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LSTM.html.
 *
 * @throws ArgumentError for sizes or options out of range; ShapeError or DTypeError, when called, if input or states do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LSTM } from "@bernoulli/nn";
 * const lstm = new LSTM(3, 5, { batchFirst: true, bidirectional: true });
 * const [output, [hn, cn]] = lstm(ones(4, 7, 3));
 * output.shape; // → [4, 7, 10]
 * cn.shape; // → [2, 4, 5]
 * const [next] = lstm(ones(4, 1, 3), [hn, cn]);
 * String(lstm); // → "LSTM(3, 5, batch_first=True, bidirectional=True)"
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see RNN's
export class LSTM extends RecurrentBase {
  static override readonly name: string = "LSTM";

  constructor(
    inputSize: number,
    hiddenSize: number | ByName<"hiddenSize", number, LSTMOptions>,
    ...rest: Positional<LSTMOptions, typeof lstmPlaces>
  ) {
    [hiddenSize, rest] = inPlace<number, typeof rest>("LSTM", "hiddenSize", hiddenSize, rest);
    const options = optionsOf<LSTMOptions>("LSTM", lstmPlaces, rest);
    checkOptions("LSTM", options, { ...recurrentKinds, projSize: "anything" });
    super("LSTM", "LSTM", "lstm", inputSize, hiddenSize, options);
  }

  forward(
    input: PackedSequence,
    hx?: readonly [h: Tensor, c: Tensor] | null,
  ): [output: PackedSequence, state: [hn: Tensor, cn: Tensor]];
  forward(
    input: Tensor,
    hx?: readonly [h: Tensor, c: Tensor] | null,
  ): [output: Tensor, state: [hn: Tensor, cn: Tensor]];
  forward(
    input: Tensor | PackedSequence,
    hx: readonly [h: Tensor, c: Tensor] | null = null,
  ): [output: any, state: [hn: Tensor, cn: Tensor]] {
    const { output, h, c } = this.runOver("LSTM", input, pairOf("LSTM", hx), true);
    return [output, [h, c!]];
  }
}

/** Both states of an LSTM, or none. */
export function pairOf(owner: string, hx: unknown): readonly Tensor[] {
  if (hx === null || hx === undefined) return [];
  if (Array.isArray(hx) && hx.length === 2) return hx;
  throw new ArgumentError(
    `${owner}: expected states as [h, c], but got ${Array.isArray(hx) ? `${hx.length} of them` : describe(hx)}`,
  );
}

export interface GRU {
  (input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, hn: Tensor];
  (input: Tensor, hx?: Tensor | null): [output: Tensor, hn: Tensor];
}

/**
 * Gated recurrent units: r, z = σ(…), n = tanh(W_in · xₜ + b_in + r · (W_hn · hₜ₋₁ + b_hn)), hₜ = (1 − z) · n + z · hₜ₋₁.
 * Shape: (time, batch, in), with `batchFirst` (batch, time, in), unbatched (time, in), or a PackedSequence, and a state (layers ·
 * directions, batch, hidden), zeros without → outputs (time, batch, directions · hidden) and the last states. All weights are drawn
 * from [−1/√hidden, 1/√hidden); (3 · hidden, …), in the order r, z, n.
 * See https://pytorch.org/docs/stable/generated/torch.nn.GRU.html.
 *
 * @throws ArgumentError for sizes or options out of range; ShapeError or DTypeError, when called, if input or state do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { GRU } from "@bernoulli/nn";
 * const gru = new GRU(3, 5);
 * const [output, hn] = gru(ones(7, 4, 3));
 * output.shape; // → [7, 4, 5]
 * hn.shape; // → [1, 4, 5]
 * String(gru); // → "GRU(3, 5)"
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see RNN's
export class GRU extends RecurrentBase {
  static override readonly name: string = "GRU";

  constructor(
    inputSize: number,
    hiddenSize: number | ByName<"hiddenSize", number, RecurrentOptions>,
    ...rest: Positional<RecurrentOptions, typeof places>
  ) {
    [hiddenSize, rest] = inPlace<number, typeof rest>("GRU", "hiddenSize", hiddenSize, rest);
    const options = optionsOf<RecurrentOptions>("GRU", places, rest);
    checkOptions("GRU", options, recurrentKinds);
    super("GRU", "GRU", "gru", inputSize, hiddenSize, options);
  }

  forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, hn: Tensor];
  forward(input: Tensor, hx?: Tensor | null): [output: Tensor, hn: Tensor];
  forward(input: Tensor | PackedSequence, hx: Tensor | null = null): [output: any, hn: Tensor] {
    const { output, h } = this.runOver("GRU", input, [hx], false);
    return [output, h];
  }
}
