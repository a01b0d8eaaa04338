// RNNCell, LSTMCell and GRUCell: one step, for loops of one's own.

import {
  type ByName,
  checkOptions,
  type DeviceName,
  type DType,
  type Generator,
  inPlace,
  type Kinds,
  optionsOf,
  type Positional,
  ShapeError,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { linear } from "../../functional/linear.js";
import { type CellName, gatesOf, nextState, type State } from "../../functional/recurrent/cells.js";
import { registerParameters } from "../../keys.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { checkParameters } from "../../walk.js";
import { checkSize } from "../options.js";
import { drawWeights } from "./base.js";
import { checkNonlinearity, pairOf } from "./recurrent.js";

export interface CellOptions {
  /** Whether there are biases. Default true. */
  readonly bias?: boolean;
  /** Default float32. */
  readonly dtype?: DType;
  /** Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
  /** Where initial values are drawn from. Default: the default generator. */
  readonly generator?: Generator;
}

const cellKinds: Kinds<CellOptions> = {
  bias: "boolean",
  dtype: "anything",
  device: "anything",
  generator: "Generator",
};

/** What the cells share: weights, and how a step is asked for. */
abstract class CellBase extends Module {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly bias: boolean;
  declare weightIh: Parameter;
  declare weightHh: Parameter;
  declare biasIh: Parameter | null;
  declare biasHh: Parameter | null;
  private readonly gates: number;

  constructor(owner: string, gates: number, inputSize: number, hiddenSize: number, options: CellOptions) {
    super();
    checkSize(owner, "inputSize", inputSize, 0);
    checkSize(owner, "hiddenSize", hiddenSize);
    const { bias = true, generator = null, ...made } = options;
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    this.bias = bias;
    this.gates = gates;
    const parameter = (...shape: number[]) => new Parameter(zeros(shape, made));
    const rows = gates * hiddenSize;
    registerParameters(this, {
      weight_ih: parameter(rows, inputSize),
      weight_hh: parameter(rows, hiddenSize),
      bias_ih: bias ? parameter(rows) : null,
      bias_hh: bias ? parameter(rows) : null,
    });
    drawWeights(this.parameters(), hiddenSize, generator);
    checkParameters(this);
  }

  protected step(owner: string, cell: CellName, input: Tensor, given: readonly (Tensor | null)[]): State {
    if (input.ndim !== 1 && input.ndim !== 2)
      throw new ShapeError(`${owner}: Expected input to be 1D or 2D, got ${input.ndim}D instead`);
    if (input.size(-1) !== this.inputSize)
      throw new ShapeError(
        `${owner}: input has inconsistent input_size: got ${input.size(-1)} expected ${this.inputSize}`,
      );
    const isBatched = input.ndim === 2;
    const rows = isBatched ? input : input.unsqueeze(0);
    const initial = (state: Tensor | null, name: string) => {
      if (state === null) return zeros([rows.size(0), this.hiddenSize], { dtype: input.dtype, device: input.device });
      if (state.ndim !== input.ndim)
        throw new ShapeError(
          `${owner}: Expected ${name} to be ${input.ndim}D, as the input is, got ${state.ndim}D instead`,
        );
      const own = isBatched ? state : state.unsqueeze(0);
      if (own.size(0) !== rows.size(0))
        throw new ShapeError(
          `${owner}: Input batch size ${rows.size(0)} doesn't match ${name} batch size ${own.size(0)}`,
        );
      if (own.size(1) !== this.hiddenSize)
        throw new ShapeError(
          `${owner}: ${name} has inconsistent hidden_size: got ${own.size(1)}, expected ${this.hiddenSize}`,
        );
      return own;
    };
    const isLstm = cell === "lstm";
    const state: State = {
      h: initial(given[0] ?? null, isLstm ? "hx[0]" : "hidden"),
      c: isLstm ? initial(given[1] ?? null, "hx[1]") : null,
    };
    const { weightIh: ih, weightHh: hh, biasIh, biasHh } = this;
    const { h, c } = nextState[cell](linear(rows, ih, biasIh), state, { ih, hh, biasIh, biasHh, hr: null });
    return isBatched ? { h, c } : { h: h.squeeze(0), c: c?.squeeze(0) ?? null };
  }

  override multiplyAccumulates([input]: readonly unknown[]): number {
    const rows = (input as Tensor).numel() / this.inputSize;
    return rows * this.gates * this.hiddenSize * (this.inputSize + this.hiddenSize);
  }

  override extraRepr(): string {
    return `${this.inputSize}, ${this.hiddenSize}${this.bias ? "" : ", bias=False"}`;
  }
}

export interface RNNCellOptions extends CellOptions {
  /** Default "tanh". */
  readonly nonlinearity?: "tanh" | "relu";
}

/**
 * One step of an `RNN`. Shape: (batch, in) or (in), state (batch, hidden) or (hidden), zeros without → like the state.
 * See https://pytorch.org/docs/stable/generated/torch.nn.RNNCell.html.
 *
 * @throws ArgumentError for sizes or options out of range; ShapeError, when called, if input or state do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { RNNCell } from "@bernoulli/nn";
 * const cell = new RNNCell(3, 5);
 * const h = cell(ones(4, 3));
 * cell(ones(4, 3), h).shape; // → [4, 5]
 * ```
 */
export class RNNCell extends CellBase {
  static override readonly name: string = "RNNCell";
  readonly nonlinearity: "tanh" | "relu";

  constructor(
    inputSize: number,
    hiddenSize: number | ByName<"hiddenSize", number, RNNCellOptions>,
    ...rest: Positional<RNNCellOptions, ["bias", "nonlinearity"]>
  ) {
    [hiddenSize, rest] = inPlace<number, typeof rest>("RNNCell", "hiddenSize", hiddenSize, rest);
    const options = optionsOf<RNNCellOptions>("RNNCell", ["bias", "nonlinearity"], rest);
    checkOptions("RNNCell", options, { ...cellKinds, nonlinearity: "anything" });
    const { nonlinearity = "tanh", ...others } = options;
    checkNonlinearity("RNNCell", nonlinearity);
    super("RNNCell", gatesOf.tanh, inputSize, hiddenSize, others);
    this.nonlinearity = nonlinearity;
  }

  forward(input: Tensor, hx: Tensor | null = null): Tensor {
    return this.step("RNNCell", this.nonlinearity, input, [hx]).h;
  }

  override extraRepr(): string {
    return super.extraRepr() + (this.nonlinearity === "tanh" ? "" : `, nonlinearity=${this.nonlinearity}`);
  }
}

/**
 * One step of an `LSTM`. Shape: (batch, in) or (in), states [h, c], each (batch, hidden) or (hidden), zeros without → both anew.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LSTMCell.html.
 *
 * @throws ArgumentError for sizes or options out of range; ShapeError, when called, if input or states do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LSTMCell } from "@bernoulli/nn";
 * const cell = new LSTMCell(3, 5);
 * let [h, c] = cell(ones(4, 3));
 * [h, c] = cell(ones(4, 3), [h, c]);
 * h.shape; // → [4, 5]
 * ```
 */
export class LSTMCell extends CellBase {
  static override readonly name: string = "LSTMCell";

  constructor(
    inputSize: number,
    hiddenSize: number | ByName<"hiddenSize", number, CellOptions>,
    ...rest: Positional<CellOptions, ["bias"]>
  ) {
    [hiddenSize, rest] = inPlace<number, typeof rest>("LSTMCell", "hiddenSize", hiddenSize, rest);
    const options = optionsOf<CellOptions>("LSTMCell", ["bias"], rest);
    checkOptions("LSTMCell", options, cellKinds);
    super("LSTMCell", gatesOf.lstm, inputSize, hiddenSize, options);
  }

  forward(input: Tensor, hx: readonly [h: Tensor, c: Tensor] | null = null): [h: Tensor, c: Tensor] {
    const { h, c } = this.step("LSTMCell", "lstm", input, pairOf("LSTMCell", hx));
    return [h, c!];
  }
}

/**
 * One step of a `GRU`. Shape: (batch, in) or (in), state (batch, hidden) or (hidden), zeros without → like the state.
 * See https://pytorch.org/docs/stable/generated/torch.nn.GRUCell.html.
 *
 * @throws ArgumentError for sizes or options out of range; ShapeError, when called, if input or state do not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { GRUCell } from "@bernoulli/nn";
 * new GRUCell(3, 5)(ones(3)).shape; // → [5]
 * ```
 */
export class GRUCell extends CellBase {
  static override readonly name: string = "GRUCell";

  constructor(
    inputSize: number,
    hiddenSize: number | ByName<"hiddenSize", number, CellOptions>,
    ...rest: Positional<CellOptions, ["bias"]>
  ) {
    [hiddenSize, rest] = inPlace<number, typeof rest>("GRUCell", "hiddenSize", hiddenSize, rest);
    const options = optionsOf<CellOptions>("GRUCell", ["bias"], rest);
    checkOptions("GRUCell", options, cellKinds);
    super("GRUCell", gatesOf.gru, inputSize, hiddenSize, options);
  }

  forward(input: Tensor, hx: Tensor | null = null): Tensor {
    return this.step("GRUCell", "gru", input, [hx]).h;
  }
}
