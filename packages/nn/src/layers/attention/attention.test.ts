// Attention and Transformers against PyTorch's, and what the functions do at the edges.

import { arange, compile, full, manualSeed, ones, randn, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import * as nn from "../../index.js";
import { type LayerGoldens, testLayerGoldens } from "../golden.testing.js";

const { F } = nn;

/** Masks among the options of a call are tensors. */
const call: LayerGoldens["call"] = (layer, inputs, options) => {
  const made = Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      if (typeof value !== "object" || value === null) return [name, value];
      const { data, dtype, shape } = value as { data: never; dtype: "float32"; shape: readonly number[] };
      return [name, tensor(data, { dtype }).view(shape)];
    }),
  );
  return Object.keys(made).length > 0 ? layer(...inputs, made) : layer(...inputs);
};
const of = (Layer: new (...given: any[]) => nn.Module, more: LayerGoldens = {}) => ({
  Layer,
  call,
  tolerance: { float32: 5e-5, float64: 1e-9 },
  ...more,
});

testLayerGoldens({
  MultiheadAttention: of(nn.MultiheadAttention),
  TransformerEncoderLayer: of(nn.TransformerEncoderLayer),
  TransformerDecoderLayer: of(nn.TransformerDecoderLayer),
  Transformer: of(nn.Transformer),
  TransformerEncoder: of(nn.TransformerEncoder, {
    make: ([d, heads, count], options) =>
      new nn.TransformerEncoder(
        new nn.TransformerEncoderLayer(d as number, heads as number, options),
        count as number,
        new nn.LayerNorm(d as number),
      ),
  }),
  TransformerDecoder: of(nn.TransformerDecoder, {
    make: ([d, heads, count], options) =>
      new nn.TransformerDecoder(new nn.TransformerDecoderLayer(d as number, heads as number, options), count as number),
  }),
});

describe("scaledDotProductAttention", () => {
  const given = (...shape: number[]): Tensor => {
    const values = arange(shape.reduce((a, b) => a * b)).to("float32");
    return values.mul(0.37).sin().view(shape);
  };

  it("gives zeros to a query that no key is open to, and passes it no gradient", () => {
    const [q, k, v] = [given(1, 3, 4).requiresGrad_(), given(1, 2, 4).requiresGrad_(), given(1, 2, 4)];
    const mask = tensor([
      [true, true],
      [false, false],
      [true, false],
    ]);
    const output = F.scaledDotProductAttention(q, k, v, mask);
    expect(output.select(1, 1).toArray()).toEqual([[0, 0, 0, 0]]);
    expect(output.select(1, 2).toArray()).toEqual(v.select(1, 0).toArray());
    output.sum().backward();
    expect(q.grad!.select(1, 1).toArray()).toEqual([[0, 0, 0, 0]]);
    expect(k.grad!.isfinite().all().item()).toBe(1);
  });

  it("is causal by the mask that says so", () => {
    const [q, k, v] = [given(2, 2, 3, 4), given(2, 2, 5, 4), given(2, 2, 5, 6)];
    const mask = ones(3, 5).tril().ne(0);
    expect(F.scaledDotProductAttention(q, k, v, null, 0, true).toArray()).toEqual(
      F.scaledDotProductAttention(q, k, v, { attnMask: mask }).toArray(),
    );
  });

  it("shares heads of keys and values, and takes a scale", () => {
    const [q, k, v] = [given(1, 4, 3, 4), given(1, 2, 3, 4), given(1, 2, 3, 4)];
    const twice = (x: Tensor) => x.repeatInterleave(2, 1);
    expect(F.scaledDotProductAttention(q, k, v, { enableGqa: true, scale: 0.25 }).toArray()).toEqual(
      F.scaledDotProductAttention(q.mul(0.5), twice(k), twice(v)).toArray(),
    );
  });

  it("drops as PyTorch does", () => {
    manualSeed(4);
    const output = F.scaledDotProductAttention(given(1, 2, 4), given(1, 3, 4), given(1, 3, 2), null, 0.5);
    expectClose(output, [0.24814347922801971, 0.5587430000305176, 0, 0], { relative: 1e-5, absolute: 1e-6 });
  });

  it("says what does not fit", () => {
    const x = ones(2, 3, 4);
    expect(() =>
      F.scaledDotProductAttention(x, x, x, { attnMask: ones(3, 3), isCausal: true }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: scaledDotProductAttention: Explicit attn_mask should not be set when is_causal=True; leave one of them out]`,
    );
    expect(() => F.scaledDotProductAttention(ones(4), x, x)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: scaledDotProductAttention: Expected query, key, and value to all be at least 2 dimensional, but got query of [4]]`,
    );
    expect(() =>
      F.scaledDotProductAttention(x, x, x, full([3, 3], 1, { dtype: "int32" })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: attention: only bool and floating types of attnMask are supported, but got int32; compare it with 0, mask.ne(0)]`,
    );
    expect(() =>
      F.scaledDotProductAttention(ones(1, 3, 2, 2), ones(1, 2, 2, 2), ones(1, 2, 2, 2), { enableGqa: true }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: scaledDotProductAttention: Number of heads in key and value must divide the number of heads in query, but got 2 and 3]`,
    );
    expect(() => F.scaledDotProductAttention(x, x, x, 1 as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: attention: attnMask must be a Tensor, but got 1; make a tensor of it with tensor(…)]`,
    );
  });
});

describe("layers of attention", () => {
  it("say what does not fit", () => {
    const attention = new nn.MultiheadAttention(4, 2);
    const x = randn(3, 1, 4);
    const loose = attention as unknown as (...given: unknown[]) => unknown;
    expect(() => new nn.MultiheadAttention(5, 2)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: MultiheadAttention: embed_dim must be divisible by num_heads, but got 5 and 2]`,
    );
    expect(() => new nn.MultiheadAttention(4, 0)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: MultiheadAttention: numHeads must be a positive integer, but got 0]`,
    );
    expect(() => loose(x, x, x, { isCausal: true })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: in MultiheadAttention: multiHeadAttentionForward: Need attn_mask if specifying the is_causal hint. You may use Transformer.generateSquareSubsequentMask to create this mask.]`,
    );
    expect(() => loose(x, x, x, { attnMask: ones(2, 2) })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in MultiheadAttention: multiHeadAttentionForward: The shape of the 2D attn_mask is [2, 2], but should be [3, 3].]`,
    );
    expect(() => loose(x, x, x, { keyPaddingMask: ones(2, 3) })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in MultiheadAttention: multiHeadAttentionForward: Expected key_padding_mask of shape [1, 3], but got [2, 3]]`,
    );
    expect(() => loose(x, ones(3, 4), x)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in MultiheadAttention: multiHeadAttentionForward: For batched (3-D) \`query\`, expected \`key\` and \`value\` to be 3-D but found 2-D and 3-D tensors respectively]`,
    );
    expect(() => loose(ones(4), x, x)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: in MultiheadAttention: multiHeadAttentionForward: query should be unbatched 2D or batched 3D tensor but received 1-D query tensor]`,
    );
    expect(() => loose(x, x, x, { mask: x })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: in MultiheadAttention: MultiheadAttention: got an unexpected option mask; take some of { keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal }]`,
    );
    expect(
      () => new nn.TransformerEncoderLayer(4, 2, { activation: "tanh" as never }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: TransformerEncoderLayer: activation should be relu/gelu, not "tanh"]`,
    );
    expect(() => new nn.TransformerEncoder({} as never, 2)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: TransformerEncoder: expected a layer, but got an object]`,
    );
  });

  it("copy what they are given, and leave the generator alone", () => {
    const layer = new nn.TransformerEncoderLayer(4, 2, 8, { activation: new nn.GELU(), dropout: 0 });
    const encoder = new nn.TransformerEncoder(layer, 2);
    const [first, second] = [...encoder.layers] as nn.TransformerEncoderLayer[];
    expect([first === layer, first!.linear1.weight === second!.linear1.weight]).toEqual([false, false]);
    expect(first!.linear1.weight.toArray()).toEqual(layer.linear1.weight.toArray());
    const x = randn(3, 1, 4);
    expect(first!(x).toArray()).toEqual(layer(x).toArray());
    expect(encoder.getSubmodule("layers.1.self_attn")).toBe(second!.selfAttn);
    const own = new nn.TransformerEncoder([layer], 1);
    expect(own.layers[0]).toBe(layer);
  });

  it("run compiled, masks and dropout with them", () => {
    const layer = new nn.TransformerEncoderLayer(8, 2, 16, 0.1, "gelu", { batchFirst: true });
    const x = randn(2, 5, 8);
    const body = () => layer(x, nn.Transformer.generateSquareSubsequentMask(5), { isCausal: true });
    manualSeed(1);
    const wanted = body().toArray();
    manualSeed(1);
    expect(compile(body)().toArray()).toEqual(wanted);
  });
});
