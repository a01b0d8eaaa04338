// Random subscripts: what set writes, and nothing else, is what at reads, on views of all kinds.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { arange, type Index, randn, type Tensor, tensor, zeros } from "../../index.js";

type Random = () => number;
const below = (random: Random, end: number) => Math.floor(random() * end);

/** An index for dimensions of those sizes, and how many it takes. */
function randomIndex(random: Random, sizes: readonly number[], count: number): readonly [Index, number] {
  const size = sizes[0]!;
  const place = () => below(random, 2 * size) - size;
  switch (below(random, 8)) {
    case 0:
      return [place(), 1];
    case 1:
      return [`${place()}:${place()}:${1 + below(random, 2)}`, 1];
    case 2:
      return [null, 0];
    case 3:
      return [Array.from({ length: count }, place), 1];
    case 4:
      return [[Array.from({ length: count }, place), Array.from({ length: count }, place)], 1];
    case 5: {
      // As many as the lists have, so that they broadcast.
      const mask = Array.from({ length: size }, (_, at) => at < Math.min(count, size));
      return size < count ? [":", 1] : [mask, 1];
    }
    case 6:
      return [true, 0];
    default:
      return [":", 1];
  }
}

function randomIndices(random: Random, shape: readonly number[]): Index[] {
  const indices: Index[] = [];
  const count = 2;
  for (let dim = 0; dim < shape.length; ) {
    if (random() < 0.15) break;
    const [index, taken] = randomIndex(random, shape.slice(dim), count);
    indices.push(index);
    dim += taken;
  }
  return indices;
}

const layouts: readonly ((x: Tensor) => Tensor)[] = [
  (x) => x,
  (x) => x.permute([...x.shape.keys()].reverse()),
  (x) => x.slice(0, 0, Number.POSITIVE_INFINITY, 2),
  (x) => x.transpose(0, -1),
];

it.each(Array.from({ length: 150 }, (_, at) => at))("subscripts %i", (at) => {
  const random = seeded(`subscripts ${at}`);
  const shape = Array.from({ length: 1 + below(random, 4) }, () => 2 + below(random, 3));
  const layout = layouts[below(random, layouts.length)]!;
  const whole = randn(shape);
  const view = layout(whole);
  const indices = randomIndices(random, view.shape);
  const places = arange(view.numel())
    .view(view.shape)
    .at(...indices);
  const before = view.clone().toTypedArray();
  expect([...view.at(...indices).toTypedArray()]).toEqual([...places.toTypedArray()].map((place) => before[place]));

  // Each place has a value of its own, so that whichever of several stays is one that was meant for it.
  const values = places.mul(-1).sub(1).add(0.5);
  view.set(indices, values);
  const written = new Set(places.toTypedArray());
  const after = view.clone().toTypedArray();
  for (const [place, value] of before.entries())
    expect(after[place], `${place}`).toBe(written.has(place) ? -place - 0.5 : value);
});

it("a truth is a mask of one element, beside other tensors too", () => {
  // As PyTorch gives them.
  const x = arange(6).view(2, 3);
  expect(x.at([0, 1], true, [2, 0]).toArray()).toEqual([2, 3]);
  expect(x.at(true, ":", [0]).toArray()).toEqual([[0, 3]]);
  expect(x.at(":", true, [2, 1]).toArray()).toEqual([
    [2, 1],
    [5, 4],
  ]);
  expect(x.at([1], true).toArray()).toEqual([[3, 4, 5]]);
  expect(x.at([0], ":", false).shape).toEqual([0, 3]);
  x.at(true).add_(1);
  x.set(false, 5).set([[0, 1], true, [2, 0]], arange(2).add(7));
  expect(x.toArray()).toEqual([
    [0, 1, 7],
    [8, 4, 5],
  ]);
});

it.each([0.5, -0.25, 256, Number.NaN, true])("of bools a written %s is true, as every number but 0", (value) => {
  const none = () => zeros(2, { dtype: "bool" });
  const [place, mask] = [tensor([1]), tensor([false, true])];
  const wholes = [none().fill_(value), none().newFull([2], value)];
  for (const whole of wholes) expect(whole.toArray()).toEqual([true, true]);
  const written = [
    none().set(1, value),
    none().set([place], value),
    none().set("1:", value),
    none().set(mask, value),
    none().maskedFill(mask, value),
    none().maskedFill_(mask, value),
    none().indexFill(0, place, value),
    none().indexFill_(0, place, value),
    none().scatter_(0, place, value),
  ];
  for (const one of written) expect(one.toArray()).toEqual([false, true]);
});
