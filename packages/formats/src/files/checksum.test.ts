// A file with a checksum: any byte that is changed, and any cut, is known.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manualSeed, rand, tensor } from "@bernoulli/tensor";
import { makeDirectory, rejection, seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { loadFile, saveFile, saveVerifiable, verifyFile } from "../safetensors/file.js";

async function saved() {
  const directory = await makeDirectory();
  const path = join(directory, "x.safetensors");
  manualSeed(0);
  // A text like the place of the checksum must not be taken for it.
  await saveVerifiable({ b: rand(50, 3), a: tensor([1, 2], { dtype: "uint8" }) }, path, { other: "0".repeat(64) });
  return { path, directory };
}

it("is read as any other, and verified", async () => {
  const { path } = await saved();
  expect(await verifyFile(path)).toBe(true);
  const { a, b } = await loadFile(path);
  expect([a!.toArray(), b!.shape]).toEqual([
    [1, 2],
    [50, 3],
  ]);
});

it("a byte that is another, anywhere, and a cut at any place", async () => {
  const { path } = await saved();
  const bytes = readFileSync(path);
  const random = seeded(3);
  for (let at = 0; at < bytes.length; at += 1 + Math.floor(random() * 12)) {
    const changed = Uint8Array.from(bytes);
    changed[at]! ^= 1 << Math.floor(random() * 8);
    writeFileSync(path, changed);
    // What makes another header of it may hide the checksum's name: then it counts as without, and never as verified.
    expect(await verifyFile(path).catch(() => false), `byte ${at}`).toBe(false);
    writeFileSync(path, bytes.subarray(0, at));
    await expect(verifyFile(path), `cut at ${at}`).rejects.toThrow();
  }
});

it("says what is wrong", async () => {
  const { path, directory } = await saved();
  const bytes = Uint8Array.from(readFileSync(path));
  bytes[bytes.length - 5]! ^= 1;
  writeFileSync(path, bytes);
  expect(await rejection(verifyFile(path), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/x.safetensors: its bytes are not those that its checksum was taken of: it was cut short or changed"`,
  );
  await saveFile({ a: tensor([1]) }, path);
  expect(await verifyFile(path)).toBe(false);
});
