// A run with augmentation in two workers, a schedule and an average of weights, killed at random moments, each time gone on with: what it
// leaves is what the run left alone leaves, byte for byte.
//
// BERNOULLI_SOAK_CASES says how many kills there are to be (default 3,000; a sixtieth of them is done), BERNOULLI_SOAK_SEED where they start (1).

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { bundleProgram, outcome, start } from "@bernoulli/programs/testing";
import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";

const wanted = Math.ceil(Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000) / 60);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);
const files = ["model.safetensors", "average.safetensors", "result.json"] as const;
const leftIn = (folder: string) => files.map((name) => readFileSync(join(folder, name)).toString("hex"));

function checkpointsIn(folder: string): readonly string[] {
  const checkpoints = join(folder, "checkpoints");
  return existsSync(checkpoints) ? readdirSync(checkpoints).filter((name) => name.endsWith(".safetensors")) : [];
}

it("kills", { timeout: 3_600_000 }, async () => {
  const program = (await bundleProgram(join(import.meta.dirname, "workers.testing.ts"), "workers")).replace(
    /main\.js$/,
    "workers.testing.js",
  );
  const inFolder = async (act: (folder: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), "cifar-workers-"));
    try {
      await act(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const finish = async (folder: string) => {
    const { code, stderr } = await outcome(start(program, [folder]));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  };
  let alone: readonly string[] = [];
  let took = 0;
  await inFolder(async (folder) => {
    const begin = performance.now();
    await finish(folder);
    took = performance.now() - begin;
    alone = leftIn(folder);
  });
  let [kills, within] = [0, 0];
  for (let seed = firstSeed; kills < wanted; seed++) {
    const random = seeded(seed);
    await inFolder(async (folder) => {
      const most = Math.min(5, wanted - kills);
      for (let kill = 0; kill < most; kill++) {
        const before = checkpointsIn(folder).join();
        const child = start(program, [folder]);
        let isOver = false;
        const ended = outcome(child).finally(() => {
          isOver = true;
        });
        // Every other one once it has written a checkpoint: by the clock alone most would fall in the loading of the program where the machine is busy.
        while (kill % 2 === 1 && !isOver && checkpointsIn(folder).join() === before) await setTimeout(5);
        await Promise.race([ended, setTimeout(random() * (kill % 2 === 1 ? took / 4 : took))]);
        child.kill("SIGKILL");
        const { signal } = await ended;
        if (signal !== "SIGKILL") break;
        kills += 1;
        if (checkpointsIn(folder).length > 0) within += 1;
      }
      await finish(folder);
      expect(leftIn(folder), `seed ${seed}`).toEqual(alone);
    });
    console.log(`seed ${seed}: ${kills} kills, ${within} of them behind a checkpoint`);
  }
  expect(kills).toBe(wanted);
});
