// A cell that is interrupted and goes on from its checkpoint gives the same numbers as one that is not, to the last bit.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { regularisers } from "./experiments/regularisers.js";
import { openImages } from "./images.js";

const drawn = { name: "synthetic", directory: null, offline: null } as const;
const images = openImages("mnist", drawn);
const settings = regularisers.settings("trial");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "study-train-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** Ends after so much of the cell; checkpoints are not waited ten seconds for. */
function run(name: string, directory: string, until = 2, epochs = 6, told: number[] = []) {
  const controller = new AbortController();
  let at = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (at += 11_000));
  onTestFinished(() => clock.mockRestore());
  const { parameters } = settings.find((setting) => setting.name === name)!;
  return regularisers.run(
    { ...parameters, epochs },
    {
      seed: 5,
      directory,
      signal: controller.signal,
      share: (share: number) => {
        told.push(share);
        if (share >= until) controller.abort();
      },
    },
    images,
  );
}

// The last third of training has another loss; max-norm and weight decay change the step, dropout draws.
it.each(["L2 + L1 late", "dropout + max-norm"])("%s", { timeout: 120_000 }, async (name) => {
  const whole = await run(name, folder());
  const directory = folder();
  expect(await run(name, directory, 0.3)).toBe(null);
  expect(readdirSync(directory).at(-1)).toBe("epoch-0001.safetensors");
  expect(await run(name, directory, 0.8)).toBe(null);
  expect(readdirSync(directory).at(-1)).toBe("epoch-0004.safetensors");
  expect(await run(name, directory)).toEqual(whole);
  expect(whole!.test).toBeLessThan(100);
});

it("a checkpoint that cannot be read is put away, and the cell begins anew", { timeout: 120_000 }, async () => {
  const directory = folder();
  const whole = await run("none", folder(), 2, 2);
  writeFileSync(join(directory, "epoch-0001.safetensors"), "half");
  expect(await run("none", directory, 2, 2)).toEqual(whole);
  expect(readFileSync(join(directory, "epoch-0001.safetensors"), "utf8")).not.toBe("half");
});

it("a checkpoint that was cut short is put away, and the one before is gone on from", {
  timeout: 120_000,
}, async () => {
  const directory = folder();
  const whole = await run("none", folder(), 2, 3);
  expect(await run("none", directory, 0.8, 3)).toBe(null);
  const [before, latest] = readdirSync(directory).map((name) => join(directory, name));
  const bytes = readFileSync(latest!);
  // One bit: its header and its length are as they were.
  bytes[bytes.length - 100]! ^= 1;
  writeFileSync(latest!, bytes);
  const told: number[] = [];
  expect(existsSync(before!)).toBe(true);
  expect(await run("none", directory, 2, 3, told)).toEqual(whole);
  // Behind the first of three epochs.
  expect(told[0]).toBeGreaterThan(1 / 3);
  expect(told[0]).toBeLessThan(2 / 3);
});
