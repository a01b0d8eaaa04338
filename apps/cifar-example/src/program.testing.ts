// What tests of the program as a process share: it is bundled, started, and killed at some moment.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outcome, start } from "@bernoulli/programs/testing";
import { seeded } from "@bernoulli/testing";
import { loadFile } from "@bernoulli/trainer/node";
import { expect } from "vitest";

/** The program's source. */
export const source = join(import.meta.dirname, "main.ts");

/** A directory, the options of a small run that writes to it, and what is there in the end. */
export function smallRun(epochs: number) {
  const folder = mkdtempSync(join(tmpdir(), "cifar-process-"));
  const [out, save] = [join(folder, "out"), join(folder, "net.safetensors")];
  return {
    args: [
      "--data",
      "synthetic",
      "--subset",
      "60",
      "--only",
      "plain",
      "--threads",
      "1",
      "--epochs",
      String(epochs),
      "--out",
      out,
      "--save",
      save,
    ],
    out,
    save,
    status: () => (JSON.parse(readFileSync(join(out, "metrics.json"), "utf8")) as { status: string }).status,
    hasReport: () => existsSync(join(out, "report.html")) && existsSync(join(out, "report.md")),
    /** Throws where there are none, or half of them. */
    checkWeights: async () => {
      for (const tensor of Object.values(await loadFile(save))) tensor.dispose();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Kills a run by some signal at some moment behind its first epoch, by the seed; expects whole files of what was trained, and
 * the exit code that says so.
 */
export async function killOne(program: string, seed: number): Promise<void> {
  const random = seeded(seed);
  const name = (Object.keys(codes) as (keyof typeof codes)[])[Math.floor(random() * 3)]!;
  const run = smallRun(100_000);
  try {
    const child = start(program, run.args);
    const ended = outcome(child);
    await new Promise<void>((resolve) => {
      child.stdout!.on("data", (text) => (/^ +1 /m.test(String(text)) ? resolve() : undefined));
      child.on("close", () => resolve());
    });
    await new Promise((resolve) => setTimeout(resolve, random() * 1500));
    child.kill(name);
    const { code, stderr } = await ended;
    expect({ seed, name, code, stderr: stderr.includes("Error") ? stderr : "" }).toEqual({
      seed,
      name,
      code: codes[name],
      stderr: "",
    });
    expect(run.status()).toBe("interrupted");
    expect(run.hasReport()).toBe(true);
    await run.checkWeights();
  } finally {
    run.remove();
  }
}
