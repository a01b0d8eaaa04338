// Recurrent layers as ONNX's nodes beside ONNX Runtime: layers, directions, states, and sequences of several lengths.

import * as nn from "@bernoulli/nn";
import { autograd, manualSeed, randn, type Tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { exportOnnx, type OnnxModule } from "./export.js";
import { compare, netOf, ort } from "./runtime.testing.js";

const { packPaddedSequence, packSequence, padPackedSequence } = nn.utils.rnn;

type Layer = nn.LSTM | nn.GRU | nn.RNN;
const makes: Record<string, (options: nn.RecurrentOptions) => Layer> = {
  LSTM: (options) => new nn.LSTM(3, 4, options),
  GRU: (options) => new nn.GRU(3, 4, options),
  RNN: (options) => new nn.RNN(3, 4, options),
  "RNN with relu": (options) => new nn.RNN(3, 4, { ...options, nonlinearity: "relu" }),
};

const variants: Record<string, [nn.RecurrentOptions, shape: number[]]> = {
  "one layer": [{}, [5, 2, 3]],
  "several layers, in both directions": [{ numLayers: 3, bidirectional: true }, [5, 2, 3]],
  "the batch first, without biases": [{ batchFirst: true, bias: false, bidirectional: true }, [2, 5, 3]],
  "one sequence, no batch": [{ bidirectional: true }, [5, 3]],
  "a step of one": [{ bidirectional: true, numLayers: 2 }, [1, 1, 3]],
  "dropout, in evaluation": [{ numLayers: 2, dropout: 0.5 }, [4, 2, 3]],
};

const nodesIn = (bytes: Uint8Array, opType: string) =>
  new TextDecoder("latin1").decode(bytes).split(`"\u0003${opType}`).length +
  new TextDecoder("latin1").decode(bytes).split(`"\u0004${opType}`).length -
  2;

describe.skipIf(ort === null)("ONNX Runtime gives the same (wants BERNOULLI_ONNXRUNTIME)", () => {
  describe.each(Object.entries(makes))("of %s", (_, make) => {
    it.each(Object.entries(variants))("%s", async (_, [options, shape]) => {
      manualSeed(3);
      const layer = make(options).eval();
      await compare(layer as unknown as OnnxModule, [randn(shape)], [randn(shape)]);
    });

    it("states are inputs, and given on", async () => {
      manualSeed(4);
      const layer = make({ numLayers: 2 }).eval();
      const state = (h: Tensor, c: Tensor) => (layer instanceof nn.LSTM ? [h, c] : h);
      const net = netOf((x, h, c) => {
        const run = layer as (x: Tensor, state: unknown) => [Tensor, unknown];
        const [first, next] = run(x, state(h, c));
        return [first, ...run(first.narrow(2, 0, 3), next)];
      });
      const inputs = () => [randn(5, 2, 3), randn(2, 2, 4), randn(2, 2, 4)];
      await compare(net, inputs(), inputs());
    });

    it("sequences of several lengths, in both directions, in any order", async () => {
      manualSeed(5);
      const layer = make({ numLayers: 2, bidirectional: true }).eval();
      const run = layer as unknown as (packed: unknown) => [nn.utils.rnn.PackedSequence, Tensor | Tensor[]];
      const net = netOf((x) => {
        const [output, state] = run(packPaddedSequence(x, [2, 5, 3], { enforceSorted: false }));
        return [...padPackedSequence(output).slice(0, 1), state];
      });
      await compare(net, [randn(5, 3, 3)], [randn(5, 3, 3)]);
    });
  });

  it.each<[string, () => nn.Module, number[]]>([
    ["an LSTM with a projection", () => new nn.LSTM(3, 4, { projSize: 2, bidirectional: true }), [5, 2, 3]],
    ["an LSTMCell", () => new nn.LSTMCell(3, 4), [2, 3]],
    ["a GRUCell", () => new nn.GRUCell(3, 4), [2, 3]],
    ["an RNNCell", () => new nn.RNNCell(3, 4), [2, 3]],
  ])("of %s", async (_, make, shape) => {
    manualSeed(6);
    await compare(make().eval() as unknown as OnnxModule, [randn(shape)], [randn(shape)]);
  });

  it("of a net that reads a text, trained", async () => {
    manualSeed(7);
    class Net extends nn.Module {
      embedding = new nn.Embedding(11, 6);
      lstm = new nn.LSTM(6, 8, { numLayers: 2, batchFirst: true });
      linear = new nn.Linear(8, 3);

      forward(ids: Tensor) {
        const [output] = this.lstm(this.embedding(ids));
        return this.linear(output.select(1, -1));
      }
    }
    const ids = () => randn(2, 7).mul(3).abs().clamp({ max: 10 }).to("int32");
    await compare(new Net().eval() as unknown as OnnxModule, [ids()], [ids()]);
  });
});

it("each direction of each layer is a node, of weights by their keys", () => {
  const lstm = new nn.LSTM(3, 4, { numLayers: 2, bidirectional: true }).eval() as unknown as OnnxModule;
  const bytes = exportOnnx(lstm, zeros(5, 2, 3));
  expect(nodesIn(bytes, "LSTM")).toBe(4);
  const text = new TextDecoder("latin1").decode(bytes);
  for (const key of ["weight_ih_l0", "weight_hh_l1_reverse", "bias_ih_l1", "reverse"]) expect(text).toContain(key);
  expect(text).not.toContain("Sigmoid");
});

it("packed sequences that a net is made of are constants' shapes, not its inputs", () => {
  const gru = new nn.GRU(3, 4).eval();
  const net = netOf((x) => gru(packSequence([x, x.narrow(0, 0, 2)]))[0].data);
  expect(nodesIn(exportOnnx(net, zeros(4, 3)), "GRU")).toBe(1);
});

it("a function of somebody else's by the same name is refused", () => {
  class RecurrentLayer extends autograd.Function {
    static forward(_: autograd.FunctionContext, x: Tensor) {
      return x.mul(2);
    }
    static backward(_: autograd.FunctionContext, grad: Tensor) {
      return grad.mul(2);
    }
  }
  expect(
    thrown(() =>
      exportOnnx(
        netOf((x) => RecurrentLayer.apply(x)),
        zeros(3),
      ),
    ),
  ).toMatchInlineSnapshot(
    `"FormatError: ONNX model: the function RecurrentLayer is none of @bernoulli/nn's; give yours another name"`,
  );
});
