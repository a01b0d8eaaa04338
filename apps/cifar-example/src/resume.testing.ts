// What tests of runs that are killed and go on share: a run with all that draws and averages, killed at random moments, and what it
// must have left: the files of the same run left alone.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outcome, start } from "@bernoulli/programs/testing";
import { seeded } from "@bernoulli/testing";
import { expect } from "vitest";

const options =
  "--data synthetic --subset 100 --only dropout --threads 1 --epochs 3 --batch-size 10 --augment --schedule cosine --ema 0.9";

/** The arguments of the run that goes to a folder. */
export function argsFor(folder: string, ...more: string[]): string[] {
  const files = ["--out", join(folder, "out"), "--save", join(folder, "net.safetensors")];
  return [...options.split(" "), ...files, "--checkpoint-every", "2", ...more];
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "cifar-resume-"));

/** What a run left, without its times and the place it went to. */
export function leftIn(folder: string) {
  const read = (name: string) => readFileSync(join(folder, "out", name), "utf8").replaceAll(folder, "DIR");
  const timeless = (text: string) =>
    text
      .replaceAll(/\d+ samples\/s/g, "N samples/s")
      // The last column of the table of epochs is their speed.
      .replaceAll(/^(\|(?: *[\d.]+ *\|)+) *\d+ *\|$/gm, "$1");
  return {
    weights: readFileSync(join(folder, "net.safetensors")).toString("hex"),
    metrics: read("metrics.json").replaceAll(/"(trainSeconds|seconds)": [\d.e-]+/g, '"$1": 0'),
    page: timeless(read("report.html")),
    text: timeless(read("report.md")),
  };
}

export type Left = ReturnType<typeof leftIn>;

/** The run left alone, and how many milliseconds it took. */
export async function runAlone(program: string): Promise<{ readonly left: Left; readonly took: number }> {
  const folder = newFolder();
  try {
    const begin = performance.now();
    const { code, stderr } = await outcome(start(program, argsFor(folder)));
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    return { left: leftIn(folder), took: performance.now() - begin };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const signals = ["SIGKILL", "SIGKILL", "SIGTERM", "SIGHUP", "SIGINT"] as const;

/**
 * Runs it, kills it so many times at moments by the seed, goes on each time, and compares what is left. Returns how many kills met it
 * alive.
 */
export async function killAndResume(program: string, seed: number, kills: number, alone: { left: Left; took: number }) {
  const random = seeded(seed);
  const folder = newFolder();
  let met = 0;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const name = signals[Math.floor(random() * signals.length)]!;
      const child = start(program, argsFor(folder, "--resume"));
      const ended = outcome(child);
      const timer = setTimeout(() => child.kill(name), random() * alone.took);
      const { code, signal, stderr } = await ended;
      clearTimeout(timer);
      if (code === 0) break;
      met += 1;
      const expected = signal === "SIGKILL" || [129, 130, 143].includes(code ?? -1) || signal === name;
      expect({ seed, kill, name, code, signal, expected, stderr: expected ? "" : stderr }).toMatchObject({
        expected: true,
      });
    }
    const { code, stderr } = await outcome(start(program, argsFor(folder, "--resume")));
    expect({ seed, code, stderr: code === 0 ? "" : stderr }).toEqual({ seed, code: 0, stderr: "" });
    expect(leftIn(folder), `seed ${seed}`).toEqual(alone.left);
    return met;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
