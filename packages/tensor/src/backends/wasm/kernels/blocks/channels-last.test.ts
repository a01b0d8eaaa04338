// Turning images between the two orders of channels against loops: all remainders of channels and columns, borders, threads.
// In a process of those with threads: they stay.

import { seeded } from "@bernoulli/testing";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { setNumThreads } from "../../threads/count.js";
import { memory, randomFloats, runtime, withNumbers } from "./blocks.testing.js";
import { addBorder, toChannelsFirst, toChannelsLast } from "./channels-last.js";

beforeAll(() => {
  setNumThreads(2);
  runtime.awaitThreads();
});
afterEach(() => {
  setNumThreads(1);
  expect(memory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

interface Case {
  readonly batch: number;
  readonly channels: number;
  readonly size: readonly [number, number];
  readonly border: readonly [number, number];
}

/** The place of each element, channels first, among those with channels last and a border; and how many these are. */
function placesOf({ batch, channels, size: [height, width], border: [vertical, horizontal] }: Case) {
  const [rows, columns] = [height + 2 * vertical, width + 2 * horizontal];
  const places: number[] = [];
  for (let image = 0; image < batch; image += 1)
    for (let channel = 0; channel < channels; channel += 1)
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          places.push(((image * rows + y + vertical) * columns + x + horizontal) * channels + channel);
  return { places, count: batch * rows * columns * channels };
}

const cases: readonly Case[] = [
  ...Array.from({ length: 9 }, (_, i) => ({
    batch: 2,
    channels: i + 1,
    size: [3, 4 + i] as const,
    border: [0, 0] as const,
  })),
  ...Array.from({ length: 9 }, (_, i) => ({
    batch: 3,
    channels: i + 1,
    size: [3, 4 + i] as const,
    border: [1, 2] as const,
  })),
  { batch: 2, channels: 3, size: [5, 7], border: [2, 0] },
  { batch: 2, channels: 6, size: [5, 7], border: [0, 1] },
  { batch: 40, channels: 3, size: [32, 32], border: [0, 0] },
  { batch: 17, channels: 32, size: [15, 15], border: [1, 1] },
];

describe.each(cases)("$batch images of $channels × $size, border $border", (one) => {
  const { places, count } = placesOf(one);
  const random = seeded(count);

  it.each([1, 2])("with channels last, %i threads", (threads) => {
    setNumThreads(threads);
    const first = randomFloats(random, places.length);
    const [last] = withNumbers([first], [count], ([from], [to]) => toChannelsLast(runtime, { ...one, from, to }));
    const expected = new Float32Array(count);
    for (const [i, place] of places.entries()) expected[place] = first[i]!;
    expect(last).toEqual(expected);
  });

  it.each([1, 2])("with channels first, %i threads", (threads) => {
    setNumThreads(threads);
    const last = randomFloats(random, count);
    const [first] = withNumbers([last], [places.length], ([from], [to]) =>
      toChannelsFirst(runtime, { ...one, from, to }),
    );
    expect(first).toEqual(Float32Array.from(places, (place) => last[place]!));
  });

  it("with a border put around", () => {
    const bare = placesOf({ ...one, border: [0, 0] });
    const plain = randomFloats(random, bare.count);
    const [bordered] = withNumbers([plain], [count], ([from], [to]) => addBorder(runtime, { ...one, from, to }));
    const expected = new Float32Array(count);
    for (const [i, place] of places.entries()) expected[place] = plain[bare.places[i]!]!;
    expect(bordered).toEqual(expected);
  });
});
