// Several masks' loss, and layers that are left out.

import { Linear } from "@bernoulli/nn";
import { compile, manualSeed, ones, randn, type Tensor, tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import * as dropouts from "../index.js";

it("rDropLoss has the classes where the cross entropy has them", () => {
  manualSeed(2);
  const [first, second] = [randn(2, 3, 4), randn(2, 3, 4)];
  const target = tensor([
    [0, 1, 2, 0],
    [2, 2, 1, 0],
  ]).to("int32");
  const rows = (x: Tensor) => x.transpose(1, 2).reshape(8, 3);
  const wanted = dropouts.rDropLoss(rows(first), rows(second), target.flatten()).item();
  expect(dropouts.rDropLoss(first, second, target).item()).toBeCloseTo(wanted, 5);
});

it("layers that are left out are the draws', in a compiled step too", () => {
  const layers = new dropouts.LayerDrop(
    Array.from({ length: 8 }, () => new Linear(2, 2)),
    { p: 0.5 },
  );
  const run = () => {
    let x = ones(1, 2);
    for (const layer of layers.kept()) x = (layer as Linear)(x);
    return x;
  };
  const compiled = compile(run);
  for (let seed = 0; seed < 6; seed++) {
    manualSeed(seed);
    const wanted = run().toArray();
    manualSeed(seed);
    expect(compiled().toArray()).toEqual(wanted);
  }
});
