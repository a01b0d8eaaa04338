// One step of each recurrent cell, out of ops that have gradients of any order: what cells compute, and layers where their pass
// (pass.ts) does not go.

import { chunk, relu, sigmoid, type Tensor, tanh } from "@bernoulli/tensor";
import { linear } from "../linear.js";

/** The weights of one direction of one layer, or of a cell. */
export interface Weights {
  /** (gates · hidden, input) and (gates · hidden, hidden) or, with a projection, (gates · hidden, projection). */
  readonly ih: Tensor;
  readonly hh: Tensor;
  readonly biasIh: Tensor | null;
  readonly biasHh: Tensor | null;
  /** (projection, hidden). */
  readonly hr: Tensor | null;
}

/** Hidden and, of an LSTM, cell state: (batch, hidden) each. */
export interface State {
  readonly h: Tensor;
  readonly c: Tensor | null;
}

export type CellName = "tanh" | "relu" | "lstm" | "gru";

/** How many gates each has, whose weights lie above one another. */
export const gatesOf = { tanh: 1, relu: 1, lstm: 4, gru: 3 } as const satisfies Record<CellName, number>;

/** The next state, of what the input's weights gave, its bias included: (batch, gates · hidden). */
export const nextState: { readonly [Name in CellName]: (fromInput: Tensor, state: State, weights: Weights) => State } =
  {
    tanh: (fromInput, { h }, { hh, biasHh }) => ({ h: tanh(fromInput.add(linear(h, hh, biasHh))), c: null }),
    relu: (fromInput, { h }, { hh, biasHh }) => ({ h: relu(fromInput.add(linear(h, hh, biasHh))), c: null }),
    lstm: (fromInput, { h, c }, { hh, biasHh, hr }) => {
      const gates = fromInput.add(linear(h, hh, biasHh));
      const [input, forget, cell, output] = chunk(gates, 4, 1) as [Tensor, Tensor, Tensor, Tensor];
      const next = sigmoid(forget)
        .mul(c!)
        .add(sigmoid(input).mul(tanh(cell)));
      const hidden = sigmoid(output).mul(tanh(next));
      return { h: hr === null ? hidden : linear(hidden, hr), c: next };
    },
    gru: (fromInput, { h }, { hh, biasHh }) => {
      const [inputReset, inputUpdate, inputNew] = chunk(fromInput, 3, 1) as [Tensor, Tensor, Tensor];
      const [reset, update, hidden] = chunk(linear(h, hh, biasHh), 3, 1) as [Tensor, Tensor, Tensor];
      const candidate = tanh(inputNew.add(sigmoid(inputReset.add(reset)).mul(hidden)));
      return {
        h: h
          .sub(candidate)
          .mul(sigmoid(inputUpdate.add(update)))
          .add(candidate),
        c: null,
      };
    },
  };
