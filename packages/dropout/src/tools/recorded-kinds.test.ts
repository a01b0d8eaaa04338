// The kinds of dropout of this package: each is recorded, played back and drawn by counter.

import { Embedding, GRUCell, LSTMCell, ReLU, Sequential } from "@bernoulli/nn";
import { manualSeed, ones, rand, randint, randn, type Tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import {
  DropPath,
  dropBlock2d,
  dropEdge,
  dropNode,
  embeddedDropout,
  LayerDrop,
  LockedDropout,
  mixout,
  recordMasks,
  replayMasks,
  SharedDropout,
  StochasticDepth,
  targetedUnitDropout,
  targetedWeightDropout,
  VariationalRecurrent,
  withPhilox,
  wordDropout,
  Zoneout,
} from "../index.js";

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
