// RNN, LSTM, GRU and their cells against PyTorch's, packed sequences too.

import { arange, ones, randn, type Tensor } from "@bernoulli/tensor";
import { vmap } from "@bernoulli/tensor/func";
import { describe, expect, it } from "vitest";
import { GRU, GRUCell, LSTM, LSTMCell, RNN, RNNCell, utils } from "../../index.js";
import { type LayerGoldens, testLayerGoldens } from "../golden.testing.js";

const { packPaddedSequence, padPackedSequence } = utils.rnn;

// PyTorch's are subclasses that pack and pad around a call; so are these, for their names.
class PackedRNN extends RNN {
  static override readonly name: string = "PackedRNN";
}
class PackedLSTM extends LSTM {
  static override readonly name: string = "PackedLSTM";
}
class PackedGRU extends GRU {
  static override readonly name: string = "PackedGRU";
}

const call: LayerGoldens["call"] = (layer, [input, state], { lengths, enforceSorted = true }) => {
  const { batchFirst } = layer;
  const options = { batchFirst, enforceSorted: enforceSorted as boolean };
  const packed = packPaddedSequence(input as Tensor, lengths as number[], options);
  const [output, last] = layer(packed, state ?? null);
  return [padPackedSequence(output, { batchFirst })[0], last];
};

testLayerGoldens({
  RNN,
  LSTM,
  GRU,
  PackedRNN: { Layer: PackedRNN, call },
  PackedLSTM: { Layer: PackedLSTM, call },
  PackedGRU: { Layer: PackedGRU, call },
  RNNCell,
  LSTMCell,
  GRUCell,
});

describe("a layer", () => {
  it("lists its weights, of which each is a property", () => {
    const lstm = new LSTM(3, 4, 2, true, false, 0, true, 2);
    expect(lstm.allWeights.map((own) => own.map(({ shape }) => shape))).toEqual([
      [[16, 3], [16, 2], [16], [16], [2, 4]],
      [[16, 3], [16, 2], [16], [16], [2, 4]],
      [[16, 4], [16, 2], [16], [16], [2, 4]],
      [[16, 4], [16, 2], [16], [16], [2, 4]],
    ]);
    expect(lstm.weightIhL1Reverse).toBe(lstm.allWeights[3]![0]);
    lstm.flattenParameters();
  });

  it("runs over an empty batch, as PyTorch's", () => {
    for (const layer of [RNN, GRU, LSTM].map((Layer) => new Layer(3, 4, { numLayers: 2, bidirectional: true }))) {
      const x = randn(5, 0, 3).requiresGrad_();
      const [output, state] = (layer as (x: Tensor) => readonly [Tensor, Tensor | readonly Tensor[]])(x);
      const h = "storage" in state ? state : state[0]!;
      output.sum().backward();
      expect([output.shape, h.shape, x.grad?.shape]).toEqual([
        [5, 0, 8],
        [4, 0, 4],
        [5, 0, 3],
      ]);
      expect(layer.weightIhL0!.grad!.abs().sum().item()).toBe(0);
    }
  });

  it("is mapped over samples", () => {
    const lstm = new LSTM(3, 4);
    const batches = randn(2, 5, 3);
    const mapped = vmap((one: Tensor) => lstm(one)[0])(batches) as Tensor;
    expect(mapped.allclose(lstm(batches.transpose(0, 1))[0].transpose(0, 1), { atol: 1e-6 })).toBe(true);
  });

  it("takes a state that it gave, and does not write it", () => {
    const gru = new GRU(2, 3);
    const [whole] = gru(arange(8).to("float32").view(4, 1, 2));
    const [, first] = gru(arange(4).to("float32").view(2, 1, 2));
    const kept = first.clone();
    const [second] = gru(arange(4, 8).to("float32").view(2, 1, 2), first);
    expect(second.allclose(whole.narrow(0, 2, 2), { atol: 1e-6 })).toBe(true);
    expect(first.equal(kept)).toBe(true);
  });

  it("refuses what does not fit", () => {
    const lstm = new LSTM(3, 4);
    expect(() => lstm(ones(3))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in LSTM: LSTM: Expected input to be 2D or 3D, got 1D instead]`,
    );
    expect(() => lstm(ones(5, 2, 4))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in LSTM: LSTM: input.size(-1) must be equal to input_size. Expected 3, got 4]`,
    );
    expect(() => lstm(ones(5, 2, 3, { dtype: "float64" }))).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: in LSTM: LSTM: RNN input dtype (float64) does not match weight dtype (float32). Convert input: input.to("float32"), or convert model: model.to("float64")]`,
    );
    expect(() => lstm(ones(5, 2, 3), [ones(1, 2, 4), ones(2, 2, 4)])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in LSTM: LSTM: Expected hidden[1] size (1, 2, 4), got [2, 2, 4]]`,
    );
    expect(() => lstm(ones(5, 2, 3), [ones(2, 4), ones(2, 4)])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in LSTM: LSTM: For batched 3-D input, hx should also be 3-D but got 2-D tensor]`,
    );
    expect(() => lstm(ones(5, 2, 3), ones(1, 2, 4) as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: in LSTM: LSTM: expected states as [h, c], but got a Tensor]`,
    );
    expect(() => new LSTM(3, 4, { projSize: 4 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: LSTM: proj_size has to be smaller than hidden_size, but got 4]`,
    );
    expect(() => new GRU(3, 4, { dropout: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: GRU: dropout should be a number in range [0, 1] representing the probability of an element being zeroed, but got 2]`,
    );
    expect(() => new RNN(3, 4, { nonlinearity: "sine" as "tanh" })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: RNN: Unknown nonlinearity 'sine'. Select from 'tanh' or 'relu'.]`,
    );
    expect(() => new GRUCell(3, 4)(ones(2, 3), ones(3, 4))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in GRUCell: GRUCell: Input batch size 2 doesn't match hidden batch size 3]`,
    );
  });
});
