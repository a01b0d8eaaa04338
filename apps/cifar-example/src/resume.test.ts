// The program killed, and gone on with: a few of resume.soak.ts's kills, and what it says of checkpoints.

import { existsSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram, outcome, start } from "@bernoulli/programs/testing";
import { Variants } from "@bernoulli/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { source } from "./program.testing.js";
import { argsFor, killAndResume, leftIn, newFolder, runAlone } from "./resume.testing.js";

const variants = new Variants("apps/cifar-example/src/resume.test.ts");
const isTaken = variants.takes("runs that are killed");

describe.runIf(isTaken && process.platform !== "win32")("a run that is killed", () => {
  let program = "";
  let alone: Awaited<ReturnType<typeof runAlone>>;
  beforeAll(async () => {
    program = await bundleProgram(source);
    alone = await runAlone(program);
  }, 240_000);

  it("leaves what the run left alone leaves", { timeout: 240_000 }, async () => {
    expect(await killAndResume(program, 4, 2, alone)).toBeGreaterThan(0);
  });

  it("takes the checkpoint before a damaged one, and says so; and refuses what is of other options", {
    timeout: 240_000,
  }, async () => {
    const folder = newFolder();
    const checkpoints = join(folder, "out/checkpoints/dropout");
    const found = () =>
      existsSync(checkpoints) ? readdirSync(checkpoints).filter((name) => name.endsWith(".safetensors")) : [];
    const child = start(program, argsFor(folder));
    const ended = outcome(child);
    const watch = setInterval(() => {
      if (found().length >= 2) child.kill("SIGKILL");
    }, 20);
    await ended;
    clearInterval(watch);
    const again = await outcome(start(program, argsFor(folder)));
    expect([again.code, again.stderr.replaceAll(folder, "DIR")]).toMatchInlineSnapshot(`
      [
        2,
        "cifar: DIR/out/checkpoints has checkpoints of a run that did not come to its end; go on with it by --resume, delete them by --restart, or name another directory with --out [BERNOULLI_USAGE]
      ",
      ]
    `);
    const other = await outcome(start(program, argsFor(folder, "--resume", "--seed", "3")));
    expect([other.code, other.stderr.replaceAll(folder, "DIR").replace(/epoch-[\w-]+/, "NAME")]).toMatchInlineSnapshot(`
      [
        2,
        "cifar: DIR/out/checkpoints/dropout/NAME.safetensors: it is of a run with --seed 0, and this call has 3; give the options of that run, or another directory with --out [BERNOULLI_CHECKPOINT]
      ",
      ]
    `);
    const latest = found()
      .sort((a, b) => order(a) - order(b))
      .at(-1)!;
    truncateSync(join(checkpoints, latest), 5000);
    const resumed = await outcome(start(program, argsFor(folder, "--resume")));
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).toContain("the one before is taken");
    expect(leftIn(folder)).toEqual(alone.left);
    expect(existsSync(join(folder, "out/checkpoints"))).toBe(false);
    const done = await outcome(start(program, argsFor(folder, "--resume")));
    expect(done.stdout).toContain("nothing left to do");
    rmSync(folder, { recursive: true });
  });
});

/** By epoch and batch in a checkpoint's name. */
const order = (name: string) => {
  const [epoch, batch = 0] = [...name.matchAll(/\d+/g)].map(Number);
  return 1e6 * epoch! + batch;
};

variants.tell(it);
