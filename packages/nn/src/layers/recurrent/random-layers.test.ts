// Recurrent layers of random sizes against loops of their cells, which are made of single ops; compiled against eager, bit for bit; and
// their second gradients against finite differences.

import { cat, compile, flip, manualSeed, randn, scope, stack, type Tensor, zeros } from "@bernoulli/tensor";
import { gradgradcheck, seeded, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { linear } from "../../functional/linear.js";
import { nextState } from "../../functional/recurrent/cells.js";
import { GRU, LSTM, RNN, utils } from "../../index.js";

const { packPaddedSequence, padPackedSequence } = utils.rnn;

type Layer = LSTM | GRU | RNN;
const kinds = { tanh: RNN, relu: RNN, lstm: LSTM, gru: GRU } as const;
type Kind = keyof typeof kinds;

const outputOf = (layer: Layer, input: Tensor) => (layer as unknown as (x: Tensor) => [Tensor, unknown])(input)[0];

function made(kind: Kind, input: number, hidden: number, options: object): Layer {
  const Own = kinds[kind];
  return new Own(input, hidden, kind === "relu" ? { ...options, nonlinearity: "relu" } : options) as Layer;
}

/** One direction over (time, batch, input), step by step. */
function byCells(kind: Kind, weights: readonly Tensor[], input: Tensor, isReversed: boolean): Tensor {
  const [ih, hh, biasIh = null, biasHh = null] = weights as [Tensor, Tensor, Tensor?, Tensor?];
  const given = isReversed ? flip(input, 0) : input;
  const [time, batch, size] = [given.size(0), given.size(1), hh.size(1)];
  const like = { dtype: input.dtype };
  let state = { h: zeros([batch, size], like), c: kind === "lstm" ? zeros([batch, size], like) : null };
  const outputs: Tensor[] = [];
  for (let at = 0; at < time; at++) {
    state = nextState[kind](linear(given.select(0, at), ih, biasIh), state, { ih, hh, biasIh, biasHh, hr: null });
    outputs.push(state.h);
  }
  const all = stack(outputs, 0);
  return isReversed ? flip(all, 0) : all;
}

function allByCells(kind: Kind, layer: Layer, input: Tensor): Tensor {
  const directions = layer.bidirectional ? 2 : 1;
  let data = input;
  for (let at = 0; at < layer.numLayers; at++)
    data = cat(
      Array.from({ length: directions }, (_, way) =>
        byCells(kind, layer.allWeights[at * directions + way]!, data, way === 1),
      ),
      -1,
    );
  return data;
}

function gradientsOf(layer: Layer, input: Tensor, run: () => Tensor): Tensor[] {
  const leaves = [input, ...layer.parameters()];
  for (const leaf of leaves) leaf.grad = null;
  const output = run();
  output.mul(output.detach().add(1)).sum().backward();
  return [output.detach(), ...leaves.map((leaf) => leaf.grad!.clone())];
}

const variants = new Variants("packages/nn/src/layers/recurrent/random-layers.test.ts");
const seeds = [0, 1, 2, 3, 4, 5];

describe("a recurrent layer of any size", () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const chosen = variants.of(kind, seeds, String);
    it(`has the outputs and gradients of its cells, and those bits compiled: ${kind}`, () => {
      for (const seed of chosen)
        scope(() => {
          const random = seeded(`${kind} ${seed}`);
          manualSeed(seed);
          const below = (count: number) => Math.floor(random() * count);
          const [time, batch] = [1 + below(5), seed === 0 ? 1 : 1 + below(12)];
          const [size, hidden] = [1 + below(20), [1, 5, 32, 67, 8, 19][seed]!];
          const options = { numLayers: 1 + (seed % 2), bidirectional: seed % 3 === 1, bias: seed !== 3 };
          const layer = made(kind, size, hidden, options);
          const input = randn(time, batch, size).requiresGrad_();
          const own = gradientsOf(layer, input, () => outputOf(layer, input));
          const plain = gradientsOf(layer, input, () => allByCells(kind, layer, input));
          for (const [at, result] of own.entries()) {
            const wanted = plain[at]!;
            const scale = wanted.abs().max().item();
            expect(result.allclose(wanted, { rtol: 1e-4, atol: 1e-5 * (1 + scale) })).toBe(true);
          }
          const step = compile(() => gradientsOf(layer, input, () => outputOf(layer, input)));
          for (const call of [1, 2, 3])
            for (const [at, result] of step().entries())
              expect(result.equal(own[at]!), `call ${call}, result ${at}`).toBe(true);
        });
    });
  }

  it("takes sequences of other lengths in the same compiled step", () => {
    const layer = new GRU(3, 6, { bidirectional: true });
    const input = randn(5, 3, 3);
    const run = (lengths: number[]) => padPackedSequence(layer(packPaddedSequence(input, lengths))[0])[0];
    // As many rows in all, in other steps.
    const [first, second] = [
      [5, 2, 2],
      [5, 3, 1],
    ];
    const step = compile((lengths: number[]) => run(lengths));
    for (const lengths of [first, second, first, second, second])
      expect(step(lengths).equal(run(lengths)), String(lengths)).toBe(true);
  });

  it("has second gradients, those of finite differences", () => {
    for (const kind of ["lstm", "gru", "tanh"] as const) {
      const layer = made(kind, 2, 3, { dtype: "float64", bidirectional: kind === "gru" });
      const input = randn([3, 2, 2], { dtype: "float64" }).requiresGrad_();
      gradgradcheck((x: Tensor) => outputOf(layer, x), [input]);
    }
  });
});

variants.tell(it);
