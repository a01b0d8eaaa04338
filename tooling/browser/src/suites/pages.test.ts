// What only a browser has: pictures that are drawn, bytes that a page keeps, files that are packed, timers beside a loop.

import { loadMNIST } from "@bernoulli/data";
import { deserialize, loadBytes, removeBytes, saveBytes, serialize } from "@bernoulli/formats";
import { Linear } from "@bernoulli/nn";
import { fromImage, pause, randn, tensor, toImageData } from "@bernoulli/tensor";
import { startRun } from "@bernoulli/trainer";
import { expect, it } from "vitest";
import type { Train } from "./run.worker.js";

/** Two pixels side by side: red and half transparent green. */
const pixels = Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 128);
const planes = [[[255, 0]], [[0, 255]], [[0, 0]]];

it("pictures of all kinds become tensors, and go back", async () => {
  const data = new ImageData(pixels, 2, 1);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2, 1];
  canvas.getContext("2d")!.putImageData(data, 0, 0);
  const offscreen = new OffscreenCanvas(2, 1);
  offscreen.getContext("2d")!.putImageData(data, 0, 0);
  const image = new Image();
  image.src = canvas.toDataURL();
  await image.decode();
  const bitmap = await createImageBitmap(data);
  for (const source of [data, canvas, offscreen, bitmap, image]) expect(fromImage(source).toArray()).toEqual(planes);
  const frame = new VideoFrame(bitmap, { timestamp: 0 });
  expect(fromImage(frame).shape).toEqual([3, 1, 2]);
  frame.close();
  const back = toImageData(fromImage(data, { channels: 4 }));
  expect(back).toBeInstanceOf(ImageData);
  expect([...back.data]).toEqual([...pixels]);
  bitmap.close();
  expect(() => fromImage(bitmap)).toThrow("has no pixels");
  expect(() => fromImage(new Image())).toThrow("has no pixels");
});

it.each(["opfs:models/deep/net.safetensors", "indexeddb:net"] as const)("bytes are kept at %s", async (place) => {
  await expect(loadBytes(place)).rejects.toThrow("nothing is there");
  const net = new Linear(300, 20);
  await saveBytes(place, Uint8Array.of(1, 2, 3));
  await saveBytes(place, await serialize(net.stateDict()));
  const other = new Linear(300, 20);
  other.loadStateDict(await deserialize(await loadBytes(place)));
  expect(other.weight.equal(net.weight)).toBe(true);
  // Of a part, and of shared memory where there is any, what was given is kept, and no more.
  await saveBytes(place, Uint8Array.of(1, 2, 3).subarray(1));
  expect([...(await loadBytes(place))]).toEqual([2, 3]);
  await removeBytes(place);
  await removeBytes(place);
  await expect(loadBytes(place)).rejects.toThrow("nothing is there");
});

it("bytes make Blobs, and Blobs, Files and Responses are read", async () => {
  const blob = new Blob([await serialize({ x: tensor([1, 2]) })]);
  for (const given of [blob, new File([blob], "x.safetensors"), await fetch(URL.createObjectURL(blob))])
    expect((await deserialize(given)).x!.toArray()).toEqual([1, 2]);
});

it("dropped files are unpacked", async () => {
  const zipped = async (name: string, ...bytes: number[]) => {
    const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream("gzip"));
    return new File([await new Response(stream).blob()], name);
  };
  const dataset = await loadMNIST([
    await zipped("train-images-idx3-ubyte.gz", 0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 7, 9),
    await zipped("train-labels-idx1-ubyte.gz", 0, 0, 8, 1, 0, 0, 0, 1, 5),
  ]);
  expect(dataset.get(0)[0].toArray()).toEqual([[[7, 9]]]);
});

it("timers and frames come through between steps, and no task is much longer than one", async () => {
  let [ticks, frames, steps] = [0, 0, 0];
  const timer = setInterval(() => (ticks += 1), 10);
  const isRunning = () => steps >= 0;
  const frame = () => {
    frames += 1;
    if (isRunning()) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const end = performance.now() + 2000;
  for (; performance.now() < end; steps += 1) {
    randn(50, 50).matmul(randn(50, 50)).dispose();
    await pause();
  }
  clearInterval(timer);
  expect(steps).toBeGreaterThan(10);
  expect(ticks).toBeGreaterThan(5);
  steps = -1;
  expect(frames).toBeGreaterThan(0);
});

it("a net is trained in a worker, which reports, stops and fails as it is told", async () => {
  const worker = new Worker(new URL("./run.worker.ts", import.meta.url), { type: "module" });
  const losses: number[] = [];
  const done = await startRun<Train>(worker, { epochs: 5 }, { onReport: (loss) => losses.push(loss) });
  expect([done.epochs, losses.length]).toEqual([5, 5]);
  expect(losses[4]!).toBeLessThan(losses[0]!);
  expect(done.threads > 1).toBe(crossOriginIsolated && navigator.hardwareConcurrency > 1);
  expect(Object.keys(await deserialize(done.weights))).toEqual(["weight", "bias"]);
  const controller = new AbortController();
  const aborted = startRun<Train>(
    worker,
    { epochs: 1_000_000 },
    { signal: controller.signal, onReport: () => controller.abort() },
  );
  expect((await aborted).epochs).toBeLessThan(1_000_000);
  await expect(startRun<Train>(worker, { epochs: -1 })).rejects.toThrow("the run threw RangeError: no epochs");
  worker.terminate();
});
