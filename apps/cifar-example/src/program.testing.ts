// What tests of the program as a process share: it is bundled from the sources, started, and killed at some moment.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "@bernoulli/testing";
import { loadFile } from "@bernoulli/trainer/node";
import { build } from "tsup";
import { expect } from "vitest";

const outDir = join(import.meta.dirname, "../node_modules/.vitest/program");

/** Bundles the program from the sources of all packages; returns its path. */
export async function bundleProgram(): Promise<string> {
  await build({
    config: false,
    entry: [join(import.meta.dirname, "main.ts")],
    outDir,
    format: "esm",
    platform: "node",
    target: "node20",
    splitting: true,
    silent: true,
    noExternal: [/^@bernoulli/, /^bernoulli$/],
    esbuildOptions: (options) => {
      options.conditions = ["@bernoulli/source"];
    },
  });
  return join(outDir, "main.js");
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process printed and how it ended. */
export function outcome(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (text) => (stdout += text));
  child.stderr?.on("data", (text) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

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

export function start(program: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
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
