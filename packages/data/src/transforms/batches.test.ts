// Batches of bytes against the transforms one by one, to the bit and with the same draws: seeded rows of transforms over images of many sizes.

import { Generator, manualSeed, rand, stack, type Tensor } from "@bernoulli/tensor";
import { thrown, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  AutoAugment,
  CenterCrop,
  ColorJitter,
  Compose,
  Grayscale,
  ImageDataset,
  Lambda,
  Normalize,
  Pad,
  RandAugment,
  RandomAffine,
  RandomCrop,
  RandomErasing,
  RandomGrayscale,
  RandomHorizontalFlip,
  RandomResizedCrop,
  RandomRotation,
  RandomVerticalFlip,
  Resize,
  ToTensor,
  type Transform,
  TrivialAugmentWide,
} from "../index.js";
import { byteRow } from "./batches.js";

type Shape = readonly [number, number, number];
const mean = [0.4914, 0.4822, 0.4465];
const std = [0.2023, 0.1994, 0.201];

function dataset(shape: Shape, transform: (image: Tensor) => Tensor, count = 6): ImageDataset {
  const bytes = shape[0] * shape[1] * shape[2];
  const images = Uint8Array.from({ length: count * bytes }, (_, at) => (at * 97 + 13) % 256);
  return new ImageDataset(
    { images, labels: Int32Array.from({ length: count }, (_, at) => at), imageShape: shape, classes: [] },
    { transform },
  );
}

/** Of a batch at once, and of its images one by one: the images and the number that is drawn next. */
function both(shape: Shape, transform: (image: Tensor) => Tensor) {
  const given = dataset(shape, transform);
  const indices = [3, 0, 5, 3, 1];
  manualSeed(8);
  const [batch, labels] = given.getBatch(indices);
  const next = rand(1).item();
  expect(labels.toArray()).toEqual(indices);
  manualSeed(8);
  const single = stack(indices.map((index) => given.get(index)[0]));
  return { batch, single, nextNumbers: [next, rand(1).item()] };
}

function expectSame(shape: Shape, transform: (image: Tensor) => Tensor): void {
  const { batch, single, nextNumbers } = both(shape, transform);
  expect([batch.dtype, batch.shape]).toEqual([single.dtype, single.shape]);
  expect(batch.toTypedArray()).toEqual(single.toTypedArray());
  expect(nextNumbers[0]).toBe(nextNumbers[1]);
}

/** A row of up to four moves, and what may follow, by whole numbers that the generator gives. */
function drawnRow(generator: Generator): Compose {
  const below = (high: number) => generator.random() % high;
  const fill = [0, 7][below(2)]!;
  const moves: (() => Transform)[] = [
    () => new RandomHorizontalFlip(),
    () => new RandomVerticalFlip(0.4),
    () => new Pad([below(3), below(3), below(3), below(3)], { fill }),
    () => new RandomCrop([1 + below(6), 1 + below(6)], { padding: below(4), padIfNeeded: true, fill }),
    () => new RandomCrop([1 + below(3), 1 + below(3)], { padIfNeeded: true, fill }),
    ...(fill === 0 ? [() => new CenterCrop([1 + below(9), 1 + below(9)])] : []),
  ];
  const ends = [[], [new ToTensor()], [new Normalize(mean, std)], [new ToTensor(), new Normalize(mean, std)]];
  const row = Array.from({ length: below(5) }, () => moves[below(moves.length)]!());
  return new Compose([...row, ...ends[below(ends.length)]!]);
}

/** A row of up to three that draw apart from what they do, moves between them, and what may follow. */
function drawnMixture(generator: Generator): Compose {
  const below = (high: number) => generator.random() % high;
  const interpolation = (["nearest", "bilinear"] as const)[below(2)]!;
  const steps: (() => Transform)[] = [
    () => new RandomHorizontalFlip(),
    () => new RandomCrop([2 + below(6), 2 + below(6)], { padIfNeeded: true, padding: 1, fill: below(3) }),
    () => new ColorJitter(0.4, below(2), 0.4, 0.3),
    () => new ColorJitter({ contrast: [0.1, 3] }),
    () => new ColorJitter(),
    () => new Grayscale(3),
    () => new RandomGrayscale(0.5),
    () => new RandomErasing(0.7, { value: [1, 200, 3] }),
    () => new Resize([1 + below(9), 1 + below(9)], { interpolation, antialias: below(2) === 0 }),
    () => new Resize(1 + below(7)),
    () => new RandomResizedCrop([1 + below(9), 1 + below(9)], { interpolation }),
    () => new RandomRotation(40, { interpolation, fill: below(9) }),
    () => new RandAugment({ numOps: below(4), magnitude: below(31), interpolation, fill: [null, below(9)][below(2)]! }),
    () => new TrivialAugmentWide({ interpolation }),
    () => new AutoAugment((["imagenet", "cifar10", "svhn"] as const)[below(3)]!, { fill: [7, 8, 9] }),
    () => new RandomAffine(20, { translate: [0.1, 0.3], scale: [0.5, 1.5], shear: 9, interpolation, fill: [1, 2, 3] }),
  ];
  const after = [[], [], [new RandomErasing({ p: 0.8 })], [new RandomErasing({ value: "random" })]][below(4)]!;
  const ends = [
    [],
    [new ToTensor(), ...after],
    [new Normalize(mean, std), ...after],
    [new ToTensor(), new Normalize(mean, std), ...after],
  ];
  const row = Array.from({ length: 1 + below(3) }, () => steps[below(steps.length)]!());
  return new Compose([...row, ...ends[below(ends.length)]!]);
}

const variants = new Variants("packages/data/src/transforms/batches.test.ts");
const hundreds = Array.from({ length: 200 }, (_, at) => at);

describe("a batch is what its images are one by one", () => {
  const rows = variants.of("rows", hundreds, String);
  const mixtures = variants.of("mixtures", hundreds, String);

  it("in two hundred rows that seeds give", () => {
    for (const at of rows) {
      const generator = new Generator({ seed: 44_000 + at });
      const row = drawnRow(generator);
      expect(byteRow(row, 3), String(row)).not.toBeNull();
      expectSame([3, 1 + (generator.random() % 6), 1 + (generator.random() % 6)], row);
    }
  });

  it("in two hundred rows of what changes colours and sizes, too", () => {
    for (const at of mixtures) {
      const generator = new Generator({ seed: 45_000 + at });
      const row = drawnMixture(generator);
      expect(byteRow(row, 3), String(row)).not.toBeNull();
      expectSame([3, 2 + (generator.random() % 8), 2 + (generator.random() % 8)], row);
    }
  });

  it("of images that are large, and of one channel", () => {
    expectSame(
      [3, 301, 260],
      new Compose([new ColorJitter(0.4, 0.4, 0.4, 0.1), new RandomAffine(9, { scale: [0.5, 2] })]),
    );
    for (const shape of [
      [3, 64, 48],
      [1, 30, 40],
    ] as const)
      for (const augment of [
        new RandAugment(3, 25, { interpolation: "bilinear" }),
        new TrivialAugmentWide({ fill: 4 }),
        new AutoAugment(),
      ])
        for (let again = 0; again < 5; again++) expectSame(shape, augment);
    expectSame([3, 9, 8], new RandomErasing({ p: 1, inplace: true }));
    expectSame([1, 40, 33], new Compose([new ColorJitter(0.4, 0.4, 0.4, 0.1), new RandomErasing(1), new ToTensor()]));
    expectSame([3, 64, 48], new Compose([new Grayscale(), new RandomResizedCrop(32), new Normalize([0.5], [0.25])]));
  });

  it("where the row must be applied one by one", () => {
    const rows = [
      new Compose([new RandomCrop(4, { padding: 2, paddingMode: "reflect" }), new ToTensor()]),
      new Compose([new RandomRotation([90, 90], { expand: true }), new ToTensor()]),
      new Compose([new ToTensor(), new ColorJitter(0.5)]),
      new Compose([new Pad(1, { fill: 0.5 }), new ToTensor()]),
      new Compose([new Pad(-1), new ToTensor()]),
      new Compose([new ToTensor(), new RandomHorizontalFlip()]),
      new Compose([new RandomCrop(3), new Lambda((image) => image.add(1))]),
      new Compose([new Normalize(mean, std), new Normalize(mean, std)]),
      (image: Tensor) => image.to("float32").mul(2),
    ];
    for (const row of rows) {
      expect(byteRow(row, 3), String(row)).toBeNull();
      if (!String(row).includes("fill=0.5")) expectSame([3, 5, 6], row);
    }
  });

  it("where borders are of several values", () => {
    const row = new Compose([new Pad(1, { fill: 3 }), new RandomCrop(4), new Pad(1, { fill: 4 })]);
    expect(byteRow(row, 3)).not.toBeNull();
    expectSame([3, 5, 6], row);
  });

  it("with generators of their own", () => {
    const row = () => {
      const generator = new Generator({ seed: 3 });
      return new Compose([new RandomCrop(4, { padding: 2, generator }), new RandomHorizontalFlip(0.5, { generator })]);
    };
    const [batch] = dataset([3, 5, 5], row()).getBatch([0, 1, 2]);
    const single = dataset([3, 5, 5], row());
    expect(batch.toTypedArray()).toEqual(stack([0, 1, 2].map((index) => single.get(index)[0])).toTypedArray());
  });

  it("and refuses what they refuse", () => {
    const crop = dataset([3, 2, 2], new RandomCrop(3));
    expect(thrown(() => crop.getBatch([0]))).toBe(thrown(() => crop.get(0)));
    const grey = dataset([1, 2, 2], new Compose([new ToTensor(), new Normalize(mean, std)]));
    expect(thrown(() => grey.getBatch([0]))).toBe(thrown(() => grey.get(0)));
  });

  it("of subclasses that have a get of their own, as that says", () => {
    class Doubled extends ImageDataset {
      override get(index: number): [Tensor, Tensor] {
        const [image, label] = super.get(index);
        return [image, label.mul(2)];
      }
    }
    const contents = {
      images: new Uint8Array(8),
      labels: Int32Array.of(1, 2),
      imageShape: [1, 2, 2] as const,
      classes: [],
    };
    expect(new Doubled(contents).getBatch([0, 1])[1].toArray()).toEqual([2, 4]);
  });
});

variants.tell(it);
