// The program as processes: workers, signals, and shards that are killed. More kills: kills.soak.ts.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram, outcome, start } from "@bernoulli/programs/testing";
import { Variants } from "@bernoulli/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { killShards } from "./process.testing.js";
import { claimsIn, expectEachOnce, makeFolder, source } from "./program.testing.js";

const posix = process.platform !== "win32";
let program = "";
beforeAll(async () => {
  program = await bundleProgram(source);
}, 120_000);

const cells = (out: string) => (existsSync(join(out, "cells")) ? readdirSync(join(out, "cells")).length : 0);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const variants = new Variants("apps/dropout-study/src/process.test.ts");
const all = ["workers", "a signal", "a worker killed", "shards killed", "a sweep"];
const runs = new Set(variants.of("runs", all, String));

it.runIf(runs.has("workers"))("workers share a grid, each with cells of its own", { timeout: 180_000 }, async () => {
  const out = makeFolder();
  const args = ["--trial", "--only", "linear", "--seeds", "6", "--workers", "2", "--out", out];
  const { code, stdout, stderr } = await outcome(start(program, args));
  expect([code, stderr.split("\n").length - 1]).toEqual([0, 12]);
  expect(stdout).toContain("12 cells; 2 workers");
  expectEachOnce(out);
  const owners = new Set([...claimsIn(out).values()].map(([record]) => record!.process));
  expect(owners.size).toBe(2);
});

describe.runIf(posix)("a signal", () => {
  it.runIf(runs.has("a signal"))(
    "ends the cells under way, and the next call goes on",
    { timeout: 180_000 },
    async () => {
      const out = makeFolder();
      const args = ["--trial", "--only", "linear", "--seeds", "10", "--workers", "1", "--out", out];
      const child = start(program, args);
      const first = outcome(child);
      await until(() => cells(out) > 0);
      child.kill("SIGTERM");
      const { code, stdout } = await first;
      expect(code).toBe(143);
      expect(stdout).toContain("the same command goes on.");
      expect(cells(out)).toBeLessThan(20);
      // Nobody is left at work, and nothing is half claimed.
      const states = [...claimsIn(out).values()].map((records) => records.at(-1)?.status);
      expect(states.filter((status) => status !== "done" && status !== "released")).toEqual([]);
      expect((await outcome(start(program, args))).code).toBe(0);
      expectEachOnce(out);
    },
  );

  it.runIf(runs.has("a worker killed"))(
    "that kills a worker has its cell taken by the next",
    { timeout: 180_000 },
    async () => {
      const out = makeFolder();
      const args = ["--trial", "--only", "linear", "--seeds", "6", "--workers", "1", "--out", out];
      const child = start(program, args);
      const ended = outcome(child);
      await until(() => cells(out) > 0);
      const owner = [...claimsIn(out).values()].flat().find((record) => record !== null)!;
      process.kill(owner.process, "SIGKILL");
      const { code, stderr } = await ended;
      expect(code).toBe(0);
      expect(stderr).toContain("study: a worker ended before its cell was done (SIGKILL); another takes it");
      expectEachOnce(out);
    },
  );
});

describe.runIf(posix)("shards that are killed", () => {
  it.runIf(runs.has("shards killed"))(
    "leave each cell to be run to its end once (seed 1)",
    { timeout: 300_000 },
    async () => {
      await killShards(program, 1, {
        shards: 2,
        kills: 4,
        within: 6000,
        args: ["--trial", "--only", "linear", "--seeds", "8"],
      });
    },
  );
});

it.runIf(runs.has("a sweep"))("what a sweep is over reaches its workers", { timeout: 180_000 }, async () => {
  const [folder, out] = [makeFolder(), makeFolder()];
  writeFileSync(
    join(folder, "net.mjs"),
    `import { nn } from "bernoulli";
     export default (p) => new nn.Sequential(new nn.Flatten(), new nn.Dropout(p), new nn.Linear(784, 10));`,
  );
  const args = [
    "--p",
    "0,.5",
    "--seeds",
    "1",
    "--sizes",
    "100",
    "--epochs",
    "1",
    "--mnist",
    "synthetic",
    "--workers",
    "1",
  ];
  const { code, stdout } = await outcome(start(program, ["sweep", join(folder, "net.mjs"), ...args, "--out", out]));
  expect(code).toBe(0);
  expect(stdout).toContain("Dropout helps this net on 100 images.");
  expect(readFileSync(join(out, "report.md"), "utf8")).toContain("# A sweep over net.mjs");
});

const colours: readonly [Readonly<Record<string, string>>, boolean][] = [
  [{}, false],
  [{ NO_COLOR: "1" }, false],
  [{ FORCE_COLOR: "1" }, true],
  [{ FORCE_COLOR: "0" }, false],
];
it.each(variants.of("colours", colours, ([environment]) => JSON.stringify(environment)))(
  "findings on no terminal, with %j, are in colour: %s",
  { timeout: 180_000 },
  async (environment, isColoured) => {
    const out = makeFolder();
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...environment };
    const args = ["--trial", "--only", "linear", "--seeds", "1", "--workers", "1", "--out", out];
    const { code, stdout, stderr } = await outcome(start(program, args, env));
    expect([code, stdout.includes("\u001b["), stderr.includes("\u001b[")]).toEqual([0, isColoured, false]);
  },
);

variants.tell(it);
