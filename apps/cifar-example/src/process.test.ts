// The program as a process: signals, outputs that fail, and too little room. More kills: signals.soak.ts.

import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { bundleProgram, outcome, start } from "@bernoulli/programs/testing";
import { Variants } from "@bernoulli/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { killOne, smallRun, source } from "./program.testing.js";

const posix = process.platform !== "win32";
let program = "";
beforeAll(async () => {
  program = await bundleProgram(source);
});

const variants = new Variants("apps/cifar-example/src/process.test.ts");
const all = ["seed 1", "seed 3", "the first epoch", "full", "nobody reads", "few addresses"];
const runs = new Set(variants.of("runs", all, String));

describe.runIf(posix)("a signal", () => {
  it.each([1, 3].filter((seed) => runs.has(`seed ${seed}`)))(
    "ends a run behind the step under way, with its files whole (seed %i)",
    async (seed) => {
      await killOne(program, seed);
    },
  );

  it.runIf(runs.has("the first epoch"))("ends a run in its first epoch with the weights so far", async () => {
    const run = smallRun(1);
    const args = run.args.map((arg) => (arg === "60" ? "100000" : arg));
    const child = start(program, [...args, "--batch-size", "4"]);
    const ended = outcome(child);
    // What is printed before the first step.
    await new Promise((resolve) => child.stdout!.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, 4000));
    child.kill("SIGTERM");
    expect((await ended).code).toBe(143);
    expect(run.status()).toBe("interrupted");
    await run.checkWeights();
    run.remove();
  });
});

describe("output", () => {
  it.runIf(existsSync("/dev/full") && runs.has("full"))(
    "that is full does not end a run: its files are written",
    async () => {
      const run = smallRun(2);
      const full = openSync("/dev/full", "w");
      const { code, stderr } = await outcome(
        spawn(process.execPath, [program, ...run.args], { stdio: ["ignore", full, "pipe"] }),
      );
      closeSync(full);
      expect(code).toBe(1);
      expect(stderr.split("\n").filter((line) => line.startsWith("cifar:"))).toEqual([
        "cifar: what is printed is lost: standard output cannot be written (ENOSPC); files are written all the same",
      ]);
      expect(run.status()).toBe("complete");
      expect(run.hasReport()).toBe(true);
      await run.checkWeights();
      run.remove();
    },
  );

  it.runIf(posix && runs.has("nobody reads"))(
    "that nobody reads any more, as of head -1, ends a run with its files written",
    async () => {
      const run = smallRun(100_000);
      const child = start(program, run.args);
      const ended = outcome(child);
      child.stdout!.on("data", (text) => (/^ +1 /m.test(String(text)) ? child.stdout!.destroy() : undefined));
      expect((await ended).code).toBe(141);
      expect(run.status()).toBe("interrupted");
      expect(run.hasReport()).toBe(true);
      await run.checkWeights();
      run.remove();
    },
  );
});

it.each([{ NO_COLOR: "1" }, { FORCE_COLOR: "1" }, {}])("nothing is in colour, with %j", async (environment) => {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...environment };
  const { code, stdout, stderr } = await outcome(start(program, ["--data", "synthetic", "--epochs", "0"], env));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(
    "cifar: --epochs must be a whole number of at least 1, but got 0; see --help [BERNOULLI_USAGE]\n",
  );
});

const limits = posix && spawnSync("sh", ["-c", "ulimit -v 6000000"]).status === 0;

it.runIf(limits && runs.has("few addresses"))("with too few addresses for WebAssembly, it says what is wanted", () => {
  const run = smallRun(1);
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", 'ulimit -v 6000000; exec "$0" "$@"', process.execPath, program, ...run.args],
    { encoding: "utf8" },
  );
  run.remove();
  expect(stderr).toMatchInlineSnapshot(`
    "cifar: cpu: the platform sets no address space aside for WebAssembly: wanted a memory of 64 KiB at least, for which Node takes some 10 GiB of addresses. Raise this process's limit (ulimit -v unlimited, or 16000000 and more), or run it by node --disable-wasm-trap-handler, which takes no more addresses than memory [BERNOULLI_OUT_OF_MEMORY]
    "
  `);
  expect(status).toBe(2);
});

variants.tell(it);
