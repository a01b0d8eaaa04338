// EventWriter against the bytes that tensorboard 2.21.0's own messages and RecordWriter give for the same events.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tensor, zeros } from "@bernoulli/tensor";
import { fillDiskAfter, makeDirectory, rejection, thrown } from "@bernoulli/testing";
import { decode } from "fast-png";
import { expect, it } from "vitest";
import { crc32c } from "../zip/crc32.js";
import { EventWriter } from "./writer.js";

/** Event, SessionLog, Summary with a scalar, a histogram and the three messages of HParamsPluginData, all at 1,700,000,000.25 s. */
const wanted = [
  "1800000000000000a37f4b220900001040fc54d9411a0d627261696e2e4576656e743a32338d2fe90f000000000000006d53",
  "2b090900001040fc54d94110073a0208010f4171771f00000000000000514b44180900001040fc54d94110072a120a100a09",
  "6c6f73732f6c697665150000203f150bc27f5500000000000000d7df0fc10900001040fc54d94110082a480a460a01772a41",
  "0900000000000000401100000000000000401900000000000000402100000000000010402900000000000020403208000000",
  "00000000403a080000000000000040686c5b965c00000000000000c9cdf98f0900001040fc54d9412a510a4f0a145f687061",
  "72616d735f2f6578706572696d656e744a370a350a0768706172616d73122a122822060a026c72200322070a036e65742001",
  "22060a026f6e20022a0d0a0b12096c6f73732f6c6976653d6d8c076700000000000000baadcdd40900001040fc54d9412a5c",
  "0a5a0a1c5f68706172616d735f2f73657373696f6e5f73746172745f696e666f4a3a0a380a0768706172616d73122d1a2b0a",
  "0f0a026c721209119a9999999999b93f0a0e0a036e657412071a05706c61696e0a080a026f6e120220014e46dfe53c000000",
  "00000000c8b7a3520900001040fc54d9412a310a2f0a1a5f68706172616d735f2f73657373696f6e5f656e645f696e666f4a",
  "110a0f0a0768706172616d731204220208013759f0fc",
].join("");

const clock = () => 1_700_000_000.25;

it("writes TensorBoard's own bytes", async () => {
  const writer = new EventWriter(await makeDirectory(), { clock, purgeStep: 7 });
  writer.addScalar("loss/live", 0.625, 7);
  writer.addHistogram("w", tensor([2, 2]), 8);
  await writer.flush();
  writer.addHparams({ lr: 0.1, net: "plain", on: true }, ["loss/live"]);
  await writer.close();
  expect(readFileSync(writer.path).toString("hex")).toBe(wanted);
});

it("pictures are PNG files, and histograms hold every finite element", async () => {
  const writer = new EventWriter(await makeDirectory());
  writer.addImage("x", tensor([[[0, 1]], [[0.5, 0.25]], [[1, 0]]]), 3);
  const values = tensor([1, Number.NaN, 3, 2, Number.POSITIVE_INFINITY]);
  writer.addHistogram("h", values, 3);
  writer.addHistogram("none", tensor([Number.NaN]), 3);
  await writer.close();
  const bytes = readFileSync(writer.path);
  const begin = bytes.indexOf("\u0089PNG", 0, "latin1");
  expect([...decode(bytes.subarray(begin, bytes.indexOf("IEND") + 8)).data]).toEqual([0, 128, 255, 255, 64, 0]);
  expect(bytes.includes("none")).toBe(false);
});

it("refuses what is no picture, step or parameter, and says where nothing can be written", async () => {
  const directory = await makeDirectory();
  const writer = new EventWriter(directory);
  expect(thrown(() => writer.addImage("x", zeros(2, 2, 2), 0))).toMatchInlineSnapshot(
    `"ShapeError: addImage: expected (channels, height, width) with 1, 3 or 4 channels, got [2, 2, 2]"`,
  );
  expect(thrown(() => writer.addScalar("x", 1, -1))).toMatchInlineSnapshot(
    `"ArgumentError: addScalar: step must be an integer of at least 0, but got -1"`,
  );
  expect(thrown(() => writer.addHparams({ a: null as never }, []))).toMatchInlineSnapshot(
    `"ArgumentError: addHparams: a must be a string, number or boolean, but got object"`,
  );
  writeFileSync(join(directory, "file"), "");
  expect(thrown(() => new EventWriter(join(directory, "file", "in"))).replace(directory, "DIR")).toMatchInlineSnapshot(
    `"FormatError: DIR/file/in: events cannot be written there: a part of the path that should be a directory is a file (ENOTDIR)"`,
  );
  const lost = new EventWriter(join(directory, "lost"));
  Object.assign(lost, { path: join(directory, "gone", "x") });
  expect(await rejection(lost.flush(), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/gone/x: cannot be written: there is no such file or directory (ENOENT)"`,
  );
});

/** The steps of the scalars in a file, by whole records of which checksums fit. */
function stepsIn(path: string): number[] {
  const bytes = readFileSync(path);
  const steps: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    const data = bytes.subarray(at + 12, at + 12 + length);
    const sum = crc32c(data);
    expect(bytes.readUInt32LE(at + 12 + length)).toBe((((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0);
    // A double, the time; the step as a varint of one byte.
    if (data[9] === 0x10) steps.push(data[10]!);
    at += 16 + length;
  }
  return steps;
}

it.each([0, 5, 40, 60, 100])("a disk that is full after %i bytes loses nothing once there is room", async (room) => {
  const directory = await makeDirectory();
  const makeRoom = fillDiskAfter(room);
  const writer = new EventWriter(directory);
  const full = "FormatError: DIR/FILE: cannot be written: the disk is full (ENOSPC)";
  const flush = async () => (await rejection(writer.flush(), writer.path)).replace("DIR", "DIR/FILE");
  for (let step = 1; step <= 3; step++) writer.addScalar("loss", 1 / step, step);
  expect(await flush()).toBe(full);
  writer.addScalar("loss", 0, 4);
  // Two at once: each is told, and a third that has room writes all.
  expect(await Promise.all([flush(), flush()])).toEqual([full, full]);
  makeRoom(10_000);
  writer.addScalar("loss", 0, 5);
  await writer.flush();
  expect(stepsIn(writer.path)).toEqual([1, 2, 3, 4, 5]);
  const flushing = writer.flush();
  writer.addScalar("loss", 0, 6);
  await flushing;
  await writer.close();
  await writer.close();
  expect(stepsIn(writer.path)).toEqual([1, 2, 3, 4, 5, 6]);
});
