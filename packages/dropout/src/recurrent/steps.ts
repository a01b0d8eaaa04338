// Recurrent layers that drop between their steps, written as a loop over a cell of @bernoulli/nn: masks that are the same at all steps
// (variational), and units that keep their value of the step before (zoneout). What drops between layers is nn.LSTM's own dropout.

import { type DropoutFacts, Module } from "@bernoulli/nn";
import { ArgumentError, checkOptions, stack, type Tensor, where, zerosLike } from "@bernoulli/tensor";
import {
  checkDims,
  checkRate,
  DrawingModule,
  type DrawOptions,
  droppedMask,
  factsAs,
  scaledNoise,
  unscaled,
} from "../drawing.js";

/** What a step's state is: h of an RNN or a GRU, [h, c] of an LSTM. */
export type RecurrentState = Tensor | readonly [Tensor, Tensor];

/** RNNCell, GRUCell or LSTMCell, or what is called as they are. */
export type Cell = Module & {
  readonly hiddenSize: number;
  forward(input: Tensor, state?: any): RecurrentState | [Tensor, Tensor];
};

const partsOf = (state: RecurrentState): readonly Tensor[] =>
  Array.isArray(state) ? (state as readonly Tensor[]) : [state as Tensor];
const stateOf = (parts: readonly Tensor[]): RecurrentState => (parts.length === 1 ? parts[0]! : [parts[0]!, parts[1]!]);

/** A cell over the steps of (L, N, input), and what comes in between. */
abstract class Steps extends DrawingModule {
  readonly cell: Cell;

  constructor(cell: Cell, options: DrawOptions) {
    super(options);
    if (!(cell instanceof Module) || typeof cell.hiddenSize !== "number")
      throw new ArgumentError(
        `${new.target.name}: expected a cell, an RNNCell, a GRUCell or an LSTMCell, but got ${String((cell as object | null)?.constructor?.name)}`,
      );
    this.cell = cell;
  }

  /** (L, N, input) and the first state, zeros unless given → (L, N, H) and the last state. */
  override forward(input: Tensor, state?: RecurrentState): [output: Tensor, state: RecurrentState] {
    checkDims(this.constructor.name, input, [3], "(L, N, input)");
    if (input.size(0) === 0)
      throw new ArgumentError(`${this.constructor.name}: Expected sequence length to be larger than 0`);
    const step = this.begin(input);
    const outputs: Tensor[] = [];
    let current = state;
    for (const row of input.unbind(0)) {
      current = step(row, current);
      outputs.push(partsOf(current)[0]!);
    }
    return [stack(outputs), current!];
  }

  /** Draws what is the same at all steps, and returns what a step does. */
  protected abstract begin(input: Tensor): (row: Tensor, state: RecurrentState | undefined) => RecurrentState;

  protected callCell(row: Tensor, state: RecurrentState | undefined): RecurrentState {
    const cell = this.cell as unknown as (input: Tensor, state?: RecurrentState) => RecurrentState;
    return state === undefined ? cell(row) : cell(row, state);
  }
}

export interface VariationalOptions extends DrawOptions {
  /** The probability that an element of the input is DROPPED, the same at all steps. Default 0. */
  readonly inputP?: number;
  /** The probability that a unit of the hidden state h is DROPPED on its way into the next step, the same at all. Default 0. */
  readonly stateP?: number;
}

/**
 * Runs a cell over a sequence with masks that are drawn once for all its steps: for the input, and for the hidden state on its way from
 * step to step, which the cell alone sees. Shape: (L, N, input) → (L, N, H) and the last state.
 * See Gal and Ghahramani, NeurIPS 2016 (https://arxiv.org/abs/1512.05287), eq. 7.
 *
 * @throws ArgumentError if a rate is outside [0, 1].
 * @example
 * ```ts
 * import { LSTMCell } from "@bernoulli/nn";
 * import { randn } from "@bernoulli/tensor";
 * import { VariationalRecurrent } from "@bernoulli/dropout";
 * const lstm = new VariationalRecurrent(new LSTMCell(4, 8), { inputP: 0.25, stateP: 0.25 });
 * const [output] = lstm(randn(10, 2, 4));
 * output.shape; // → [10, 2, 8]
 * ```
 */
export class VariationalRecurrent extends Steps {
  static override readonly name: string = "VariationalRecurrent";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("sequence");
  inputP: number;
  stateP: number;

  constructor(cell: Cell, options: VariationalOptions = {}) {
    checkOptions("VariationalRecurrent", options, { inputP: "number", stateP: "number", generator: "Generator" });
    const { inputP = 0, stateP = 0 } = options;
    checkRate("VariationalRecurrent", inputP, "inputP");
    checkRate("VariationalRecurrent", stateP, "stateP");
    super(cell, options);
    this.inputP = inputP;
    this.stateP = stateP;
  }

  protected begin(input: Tensor) {
    const { generator, training } = this.drawing;
    const [, batch, size] = input.shape as [number, number, number];
    const noise = (p: number, width: number) =>
      training && p > 0
        ? scaledNoise({ op: "VariationalRecurrent", shape: [batch, width], p, like: input, generator })
        : null;
    const [inputNoise, stateNoise] = [noise(this.inputP, size), noise(this.stateP, this.cell.hiddenSize)];
    return (row: Tensor, state: RecurrentState | undefined): RecurrentState => {
      const own = inputNoise === null ? row : row.mul(inputNoise);
      if (stateNoise === null || state === undefined) return this.callCell(own, state);
      const [hidden, ...rest] = partsOf(state);
      return this.callCell(own, stateOf([hidden!.mul(stateNoise), ...rest]));
    };
  }

  override extraRepr(): string {
    return `input_p=${this.inputP}, state_p=${this.stateP}`;
  }
}

export interface ZoneoutOptions extends DrawOptions {
  /** The probability that a unit of h keeps its value of the step before. Default 0. */
  readonly hiddenP?: number;
  /** The same of an LSTM's c. Default 0. */
  readonly cellP?: number;
}

/**
 * Runs a cell over a sequence, where each unit of the state keeps, with some probability, its value of the step before; in evaluation the
 * state is the mean of both. Shape: (L, N, input) → (L, N, H) and the last state.
 * See Krueger et al., ICLR 2017 (https://arxiv.org/abs/1606.01305).
 *
 * @throws ArgumentError if a rate is outside [0, 1], or `cellP` is given for a cell that has no c.
 * @example
 * ```ts
 * import { GRUCell } from "@bernoulli/nn";
 * import { ones } from "@bernoulli/tensor";
 * import { Zoneout } from "@bernoulli/dropout";
 * const gru = new Zoneout(new GRUCell(4, 8), { hiddenP: 1 });
 * gru(ones(3, 1, 4))[0].abs().sum().item(); // → 0
 * ```
 */
export class Zoneout extends Steps {
  static override readonly name: string = "Zoneout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("element", {
    ...unscaled,
    dropped: "previous",
    keeps: ["mean"],
    evaluation: "mean",
  });
  hiddenP: number;
  cellP: number;

  constructor(cell: Cell, options: ZoneoutOptions = {}) {
    checkOptions("Zoneout", options, { hiddenP: "number", cellP: "number", generator: "Generator" });
    const { hiddenP = 0, cellP = 0 } = options;
    checkRate("Zoneout", hiddenP, "hiddenP");
    checkRate("Zoneout", cellP, "cellP");
    super(cell, options);
    this.hiddenP = hiddenP;
    this.cellP = cellP;
  }

  protected begin(input: Tensor) {
    const { generator, training } = this.drawing;
    return (row: Tensor, state: RecurrentState | undefined): RecurrentState => {
      const next = partsOf(this.callCell(row, state));
      const before = state === undefined ? next.map((part) => zerosLike(part.detach())) : partsOf(state);
      if (next.length === 1 && this.cellP > 0)
        throw new ArgumentError(
          `Zoneout: cellP is ${this.cellP}, but the state of ${this.cell.constructor.name} has no c`,
        );
      const mixed = next.map((part, at) => {
        const [old, p] = [before[at]!, at === 0 ? this.hiddenP : this.cellP];
        if (p === 0) return part;
        if (!training) return old.mul(p).add(part.mul(1 - p));
        return where(droppedMask({ op: "Zoneout", shape: part.shape, p, like: input, generator }), old, part);
      });
      return stateOf(mixed);
    };
  }

  override extraRepr(): string {
    return `hidden_p=${this.hiddenP}, cell_p=${this.cellP}`;
  }
}
