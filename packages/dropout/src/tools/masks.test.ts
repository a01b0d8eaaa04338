// Masks as data: recorded as drawn, played back to the bit in the same net and in another, drawn by counter. The kinds of this package:
// recorded-kinds.test.ts; what masks show: inspect.test.ts.

import {
  AlphaDropout,
  Dropout,
  Dropout2d,
  F,
  GRU,
  Linear,
  Module,
  MultiheadAttention,
  ReLU,
  Sequential,
  TransformerEncoderLayer,
} from "@bernoulli/nn";
import { compile, manualSeed, memoryStats, ones, rand, randn, scope, type Tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { FlipoutLinear, recordMasks, replayMasks, thinnedNet, withPhilox } from "../index.js";

class Net extends Module {
  drop = new Dropout(0.3);
  channels = new Dropout2d(0.5);
  selu = new AlphaDropout(0.25);
  attention = new MultiheadAttention(8, 2, { dropout: 0.4, batchFirst: true });
  encoder = new TransformerEncoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true });
  gru = new GRU(8, 8, { numLayers: 2, dropout: 0.5, batchFirst: true });

  forward(x: Tensor): Tensor {
    const image = this.channels(this.drop(x.reshape(2, 4, 3, 8))).reshape(2, 12, 8);
    const attended = this.attention(image, image, image)[0];
    const sequence = this.gru(this.encoder(this.selu(attended)))[0];
    return F.dropout(sequence, { p: 0.5, training: this.training });
  }
}

const gradients = (model: Module) => [...model.parameters()].map(({ grad }) => grad?.toArray());

describe("recordMasks and replayMasks", () => {
  it("draw what a run alone draws, and give it back to the bit, gradients too", () => {
    manualSeed(1);
    const model = new Net();
    const x = randn(2, 12, 8);
    const step = () => {
      model.zeroGrad();
      const output = model(x);
      output.sum().backward();
      return output.toArray();
    };
    manualSeed(2);
    const alone = step();
    const next = rand(1).item();
    const own = gradients(model);
    manualSeed(2);
    const { result, masks } = recordMasks(model, step);
    expect(result).toEqual(alone);
    expect(rand(1).item()).toBe(next);
    expect(new Set(masks.map(({ module }) => module))).toEqual(
      new Set([
        ...["drop", "channels", "selu", "attention", "gru", ""],
        ...["encoder.self_attn", "encoder.dropout", "encoder.dropout1", "encoder.dropout2"],
      ]),
    );
    for (const by of ["order", "module"] as const) {
      manualSeed(3);
      const before = rand(1).item();
      manualSeed(3);
      expect(replayMasks(structuredClone(masks), model, step, { by })).toEqual(alone);
      expect(gradients(model)).toEqual(own);
      expect(rand(1).item()).toBe(before);
    }
  });

  it("do so compiled", () => {
    const model = new Sequential(new Linear(4, 8), new Dropout(0.5), new Linear(8, 2));
    const x = ones(3, 4);
    const step = compile(() => model(x));
    manualSeed(4);
    const { result, masks } = recordMasks(model, step);
    expect(replayMasks(masks, model, step).toArray()).toEqual(result.toArray());
    expect(replayMasks(masks, model, () => model(x)).toArray()).toEqual(result.toArray());
    expect(step().equal(result)).toBe(false);
  });

  it("leave a compiled step one plan", () => {
    const model = new Sequential(new Linear(4, 8), new Dropout(0.5), new Linear(8, 8), new Dropout(0.25));
    const x = ones(3, 4);
    const step = compile(() => {
      const out = model(x);
      out.sum().backward();
      return out.detach();
    });
    manualSeed(4);
    const { masks } = recordMasks(model, step);
    expect(step.explain()).not.toContain("ended by");
    manualSeed(4);
    expect(recordMasks(model, () => model(x)).masks).toEqual(masks);
  });

  it("hold no memory behind a step, or one that fails, and a gradient may be asked for later", () => {
    const model = new Sequential(new Dropout(0.5));
    const x = ones(1000, { requiresGrad: true });
    const failing = (): Tensor => {
      model(x);
      throw new RangeError("enough");
    };
    expect(() => recordMasks(model, failing)).toThrow("enough");
    const before = memoryStats().bytes;
    scope(() => {
      const { result, masks } = recordMasks(model, () => model(x));
      result.sum().backward();
      expect(x.grad!.toArray()).toEqual([...masks[0]!.kept].map((kept) => 2 * kept));
      x.grad!.dispose();
      x.grad = null;
      try {
        recordMasks(model, failing);
      } catch {}
    });
    expect(memoryStats().bytes).toBe(before);
  });

  it("keep masks of inputs that lie otherwise in the order that one sees", () => {
    const x = randn(4, 6).t();
    const model = new Dropout(0.5);
    manualSeed(5);
    const { result, masks } = recordMasks(model, () => model(x));
    expect(replayMasks(masks, model, () => model(x.contiguous())).equal(result)).toBe(true);
  });

  it("say what does not fit", () => {
    const model = new Sequential(new Dropout(0.5), new Dropout(0.25));
    const { masks } = recordMasks(model, () => model(ones(4)));
    expect(thrown(() => replayMasks(masks, model, () => model(ones(5))))).toMatchInlineSnapshot(
      `"ArgumentError: in Sequential.0 (Dropout): replayMasks: dropout of p = 0.5 with a mask of shape [5] of 0 meets a mask of dropout of p = 0.5 of shape [4]"`,
    );
    expect(thrown(() => replayMasks(masks.slice(1), model, () => model(ones(4))))).toMatchInlineSnapshot(
      `"ArgumentError: in Sequential.0 (Dropout): replayMasks: dropout of p = 0.5 with a mask of shape [4] of 0 meets a mask of dropout of p = 0.25 of shape [4]"`,
    );
    expect(thrown(() => replayMasks(masks.slice(0, 1), model, () => model(ones(4))))).toMatchInlineSnapshot(
      `"ArgumentError: in Sequential.1 (Dropout): replayMasks: no mask is left for dropout of p = 0.25 with a mask of shape [4] of 1: record a step that calls as often"`,
    );
    expect(thrown(() => replayMasks([...masks, ...masks], model, () => model(ones(4))))).toMatchInlineSnapshot(
      `"ArgumentError: replayMasks: 2 of 4 masks were not asked for: replay the step that was recorded"`,
    );
    expect(thrown(() => replayMasks(masks, model, () => {}, { by: "name" as never }))).toMatchInlineSnapshot(
      `"ArgumentError: replayMasks: by must be "order" or "module", but got name"`,
    );
    // Hooks and the source are gone.
    expect(model(ones(4)).shape).toEqual([4]);
  });
});

it("withPhilox gives a sample its mask in any batch", () => {
  const model = new Sequential(new Dropout(0.5), new Dropout2d(0.5));
  const x = ones(6, 3, 2, 2);
  const of = (first: number, count: number) =>
    withPhilox({ seed: 9, step: 4, firstSample: first }, () => model(x.narrow(0, first, count))).toArray() as unknown[];
  const whole = of(0, 6);
  for (const size of [1, 2, 3]) {
    const parts: unknown[] = [];
    for (let at = 0; at < 6; at += size) parts.push(...of(at, size));
    expect(parts).toEqual(whole);
  }
  expect(withPhilox({ seed: 9, step: 5 }, () => model(x)).toArray()).not.toEqual(whole);
});

it("withPhilox gives a sample its mask where several workers take samples in turn", () => {
  const model = new Sequential(new Dropout(0.5), new Dropout2d(0.5), new AlphaDropout(0.25));
  const x = ones(8, 3, 2, 2);
  const whole = withPhilox({ seed: 9, step: 4 }, () => model(x)).toArray() as unknown[];
  for (const workers of [2, 4])
    for (let worker = 0; worker < workers; worker++) {
      const options = { seed: 9, step: 4, firstSample: worker, sampleStep: workers };
      const part = withPhilox(options, () => model(ones(8 / workers, 3, 2, 2))).toArray();
      expect(part).toEqual(whole.filter((_, at) => at % workers === worker));
    }
  expect(thrown(() => withPhilox({ seed: 9, sampleStep: 0 }, () => x))).toMatchInlineSnapshot(
    `"ArgumentError: withPhilox: sampleStep must be a whole number of 1 or more, but got 0"`,
  );
});

it("recordMasks sees masks by counter", () => {
  const model = new Sequential(new Dropout(0.5));
  const step = () => model(ones(4, 6));
  const alone = withPhilox({ seed: 1 }, step).toArray();
  const { result, masks } = withPhilox({ seed: 1 }, () => recordMasks(model, step));
  expect(result.toArray()).toEqual(alone);
  expect(replayMasks(masks, model, step).toArray()).toEqual(alone);
});

it("replayMasks says what JSON makes of masks", () => {
  const model = new Dropout(0.5);
  const { masks } = recordMasks(model, () => model(ones(3)));
  const read = JSON.parse(JSON.stringify(masks)) as typeof masks;
  expect(thrown(() => replayMasks(read, model, () => model(ones(3))))).toMatchInlineSnapshot(
    `"ArgumentError: in Dropout: replayMasks: dropout of p = 0.5 with a mask of shape [3] meets a mask whose kept is not a Uint8Array of as many zeros and ones, which JSON does not keep; write Array.from(kept), and read Uint8Array.from(…)"`,
  );
  for (const kept of [
    Float32Array.from([0.5, 2, 1]),
    Uint8Array.from([0, 255, 1]),
    Float32Array.from([Number.NaN, 0, 1]),
  ])
    expect(thrown(() => replayMasks([{ ...masks[0]!, kept: kept as never }], model, () => model(ones(3))))).toContain(
      "of as many zeros and ones",
    );
  expect(thrown(() => recordMasks(model, async () => model(ones(3))))).toMatchInlineSnapshot(
    `"ArgumentError: recordMasks: the step returned a promise, but must be synchronous; await before or after it"`,
  );
});

it("works where the net lies", () => {
  const device = "reference";
  const model = new Sequential(new Linear(3, 8), new ReLU(), new Dropout(0.5), new Linear(8, 2)).to(device);
  const x = randn(1, 3, { device });
  manualSeed(0);
  const { result, masks } = recordMasks(model, () => model(x));
  expect(replayMasks(masks, model, () => model(x)).toArray()).toEqual(result.toArray());
  expect(thinnedNet(model, masks)(x).sub(result).abs().max().item()).toBeLessThan(1e-6);
  expect(withPhilox({ seed: 1 }, () => model(x)).device).toBe(device);
  expect(new FlipoutLinear(3, 2).to(device)(x).device).toBe(device);
});
