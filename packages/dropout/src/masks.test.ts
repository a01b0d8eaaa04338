// Masks as data: recorded as drawn, played back to the bit in the same net and in another, drawn by counter; what they show; thinned nets.

import {
  AlphaDropout,
  Dropout,
  Dropout2d,
  Embedding,
  F,
  GRU,
  GRUCell,
  Linear,
  LSTMCell,
  Module,
  MultiheadAttention,
  ReLU,
  Sequential,
  Sigmoid,
  Tanh,
  TransformerEncoderLayer,
} from "@bernoulli/nn";
import {
  compile,
  dropout,
  manualSeed,
  memoryStats,
  ones,
  rand,
  randint,
  randn,
  scope,
  type Tensor,
} from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  DropPath,
  dropBlock2d,
  dropEdge,
  dropNode,
  embeddedDropout,
  FlipoutLinear,
  inspectMasks,
  LayerDrop,
  LockedDropout,
  mixout,
  recordMasks,
  replayMasks,
  SharedDropout,
  StochasticDepth,
  targetedUnitDropout,
  targetedWeightDropout,
  thinnedNet,
  VariationalRecurrent,
  withPhilox,
  wordDropout,
  Zoneout,
} from "./index.js";

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

it("inspectMasks counts what there is", () => {
  const kept = (...bits: number[]) => Uint8Array.from(bits);
  const mask = { module: "drop", op: "dropout", p: 0.5, shape: [2, 3] };
  const [one, ...others] = inspectMasks(
    [
      { ...mask, kept: kept(0, 0, 1, 0, 1, 1) },
      { ...mask, kept: kept(0, 0, 0, 1, 1, 1) },
    ],
    { pairs: 2 },
  );
  expect(others).toEqual([]);
  expect(one).toEqual({
    ...{ module: "drop", op: "dropout", p: 0.5, draws: 12, share: 0.5, deviation: 0 },
    units: [0.75, 0.5, 0.25],
    pairs: [
      { units: [0, 1], share: 0.5 },
      { units: [0, 2], share: 0.25 },
    ],
  });
  manualSeed(0);
  const { masks } = recordMasks(new Dropout(0.1), () => dropout(ones(2000, 50), 0.1, true));
  expect(Math.abs(inspectMasks(masks)[0]!.deviation)).toBeLessThan(4);
});

it("thinnedNet computes what the masked net does, with fewer units", () => {
  for (let seed = 0; seed < 10; seed++) {
    manualSeed(seed);
    const model = new Sequential(
      new Linear(5, 12),
      new ReLU(),
      new Dropout(0.5),
      new Linear(12, 9),
      new Tanh(),
      new Dropout(0.25),
      new Linear(9, 3),
    );
    const { masks } = recordMasks(model, () => model(ones(1, 5)));
    const thin = thinnedNet(model, masks);
    const x = randn(1, 5);
    const wanted = replayMasks(masks, model, () => model(x)).toArray() as number[][];
    for (const [at, value] of (thin(x).toArray() as number[][])[0]!.entries())
      expect(value).toBeCloseTo(wanted[0]![at]!, 5);
    const count = (one: Module) =>
      [...one.parameters()].reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(count(thin)).toBeLessThan(count(model));
  }
  const model = new Sequential(new Linear(2, 2), new Dropout(0.5));
  const { masks } = recordMasks(model, () => model(ones(1, 2)));
  expect(thrown(() => thinnedNet(model, []))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: expected one mask of one sample, of 2 units, for 1, but got 0"`,
  );
  expect(
    thrown(() =>
      thinnedNet(
        new Sequential(new Linear(2, 2), new Dropout(0.5), new Linear(2, 1)),
        masks.map((one) => ({ ...one, module: "1", kept: new Uint8Array(2) })),
      ),
    ),
  ).toMatchInlineSnapshot(`"ArgumentError: thinnedNet: the masks leave no unit of a layer: nothing goes through it"`);
  expect(thrown(() => thinnedNet(new Sequential(new GRU(1, 1)), []))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 0 is a GRU; only Linear, Dropout and activations of single elements are taken"`,
  );
});

it("thinnedNet refuses layers that do something of their own", () => {
  class Twice extends Linear {
    override forward(x: Tensor): Tensor {
      return super.forward(x).mul(2);
    }
  }
  class Halved extends Dropout {
    override forward(x: Tensor): Tensor {
      return super.forward(x).div(2);
    }
  }
  const of = (...layers: Module[]) => {
    const model = new Sequential(...layers);
    return thrown(() => thinnedNet(model, recordMasks(model, () => model(ones(1, 2))).masks));
  };
  expect(of(new Twice(2, 3), new ReLU(), new Dropout(0.4), new Linear(3, 2))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 0 is a Twice with a forward of its own; only Linear's is taken"`,
  );
  expect(of(new Linear(2, 3), new ReLU(), new Halved(0.4), new Linear(3, 2))).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 2 is a Halved with a forward of its own; only Dropout's is taken"`,
  );
});

it("thinnedNet takes layers that stand at several places", () => {
  for (let seed = 0; seed < 10; seed++) {
    manualSeed(seed);
    const [act, drop] = [new ReLU(), new Dropout(0.5)];
    const model = new Sequential(new Linear(3, 12), drop, act, new Linear(12, 12), act, drop, new Linear(12, 2));
    const x = randn(1, 3);
    const { result, masks } = recordMasks(model, () => model(x));
    const thin = thinnedNet(model, masks)(x).toArray() as number[][];
    for (const [at, value] of (result.toArray() as number[][])[0]!.entries())
      expect(thin[0]![at]).toBeCloseTo(value, 5);
  }
});

it("thinnedNet refuses dropout before what bends zeros or scales", () => {
  const of = (act: Module) => {
    const model = new Sequential(new Linear(2, 8), new Dropout(0.5), act, new Linear(8, 1));
    return thrown(() => thinnedNet(model, recordMasks(model, () => model(ones(1, 2))).masks));
  };
  manualSeed(0);
  expect(of(new Sigmoid())).toMatchInlineSnapshot(
    `"ArgumentError: thinnedNet: 1 drops before 2, a Sigmoid, which does not leave zeros and scales as they are; drop behind it"`,
  );
  expect(of(new Tanh())).toContain("drops before 2, a Tanh");
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

describe("the kinds of this package", () => {
  const embedding = new Embedding(20, 3);
  const edges = randint(0, 9, [2, 30]);
  const training = true;
  const layers: Record<string, (x: Tensor) => Tensor> = {
    dropBlock2d: (x) => dropBlock2d(x.reshape(2, 1, 6, 6), { p: 0.3, blockSize: 3, training }),
    dropEdge: () => dropEdge(edges, { training })[0],
    dropNode: () => dropNode(edges, { numNodes: 9, training })[0],
    dropPath: new DropPath(0.5),
    embeddedDropout: (x) => embeddedDropout(embedding, x.abs().to("int32"), { p: 0.5, training }),
    LayerDrop: (x) => x.mul(new LayerDrop([new ReLU(), new ReLU(), new ReLU()]).kept().length),
    lockedDropout: (x) => new LockedDropout(0.5)(x.reshape(4, 3, 6)),
    mixout: (x) => mixout(x, x.exp(), { training }),
    sharedDropout: new SharedDropout(0.5, [null, 1]),
    stochasticDepth: new StochasticDepth(0.5, "row"),
    targetedUnitDropout: (x) => targetedUnitDropout(x.t(), { training }),
    targetedWeightDropout: (x) => targetedWeightDropout(x, { training }),
    VariationalRecurrent: (() => {
      const layer = new VariationalRecurrent(new GRUCell(6, 5), { inputP: 0.5, stateP: 0.5 });
      return (x: Tensor) => layer(x.reshape(4, 3, 6))[0];
    })(),
    wordDropout: (x) => wordDropout(x.mul(9).to("int32"), { p: 0.5, unknown: 99, training }),
    Zoneout: (() => {
      const layer = new Zoneout(new LSTMCell(6, 5), { hiddenP: 0.5, cellP: 0.25 });
      return (x: Tensor) => layer(x.reshape(4, 3, 6))[0];
    })(),
  };

  it.each(Object.entries(layers))("%s is recorded, played back, and drawn by counter", (op, layer) => {
    manualSeed(4);
    const x = randn(6, 12);
    manualSeed(5);
    const alone = layer(x).toArray();
    const next = rand(1).item();
    manualSeed(5);
    const { result, masks } = recordMasks(new Sequential(), () => layer(x));
    expect(result.toArray()).toEqual(alone);
    expect(rand(1).item()).toBe(next);
    expect(new Set(masks.map((mask) => mask.op))).toEqual(new Set([op]));
    expect(replayMasks(masks, new Sequential(), () => layer(x)).toArray()).toEqual(alone);
    const counted = withPhilox({ seed: 1 }, () => layer(x)).toArray();
    expect(withPhilox({ seed: 1 }, () => layer(x)).toArray()).toEqual(counted);
    // Masks are what decides.
    const all = masks.map((mask) => ({ ...mask, kept: mask.kept.map(() => 1) }));
    expect(replayMasks(all, new Sequential(), () => layer(x)).toArray()).not.toEqual(alone);
  });

  it("say 1 of what is kept", () => {
    manualSeed(0);
    const path = new Sequential(new DropPath(0.5));
    const { result, masks } = recordMasks(path, () => path(ones(8, 1)));
    expect(masks).toMatchObject([{ module: "0", op: "dropPath", p: 0.5, shape: [8, 1] }]);
    expect([...masks[0]!.kept]).toEqual((result.flatten().toArray() as number[]).map((value) => value / 2));
    const gru = new Zoneout(new GRUCell(1, 4), { hiddenP: 0.5 });
    const zoned = recordMasks(gru, () => gru(ones(1, 1, 1)));
    expect([...zoned.masks[0]!.kept]).toEqual(
      (zoned.result[0].flatten().toArray() as number[]).map((value) => (value === 0 ? 0 : 1)),
    );
  });

  it("ask nobody where nothing is left to chance", () => {
    const model = new Sequential(new DropPath(1), new DropPath(0));
    expect(recordMasks(model, () => model(ones(3, 2))).masks).toEqual([]);
    expect(recordMasks(model, () => new DropPath(0.5)(ones(0, 2))).masks).toEqual([]);
  });
});
