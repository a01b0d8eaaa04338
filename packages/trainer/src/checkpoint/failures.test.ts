// In a process of its own: it starts threads, and mounts file systems where it may.
// What goes wrong in the middle of a fit, for real: a disk that is full, one that is read-only, a dataset that throws, a worker that dies, a
// checkpoint that was cut or changed. Each ends with an error that says so, and what was saved before is sound, and gone on from.

import { execFileSync } from "node:child_process";
import { promises as fs } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DataLoader, type Dataset, LoaderWorkerError } from "@bernoulli/data";
import { defineDataset } from "@bernoulli/data/node";
import { CrossEntropyLoss, Dropout, Linear, Sequential } from "@bernoulli/nn";
import { Adam } from "@bernoulli/optim";
import { manualSeed, type Tensor } from "@bernoulli/tensor";
import { makeDirectory, rejection, Variants } from "@bernoulli/testing";
import { build } from "tsup";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Callbacks } from "../callbacks.js";
import { Trainer } from "../trainer.js";
import { checkpoint } from "./callback.js";
import { latestSoundCheckpoint } from "./directory.js";
import { type Failing, make } from "./failures.testing.js";
import { loadCheckpoint } from "./file.js";

const folder = fileURLToPath(new URL("../../node_modules/.vitest/failures", import.meta.url));
/** As a module, so that workers read it. */
const samples = defineDataset(pathToFileURL(join(folder, "failures.testing.js")).href, make) as (
  settings: Failing,
) => Dataset<[Tensor, Tensor]>;

beforeAll(() =>
  build({
    config: false,
    entry: [fileURLToPath(new URL("failures.testing.ts", import.meta.url))],
    outDir: folder,
    format: "esm",
    platform: "node",
    target: "node20",
    silent: true,
    noExternal: [/./],
    esbuildOptions: (options) => {
      options.conditions = ["@bernoulli/source"];
    },
  }),
);

/** A run of two epochs of eight batches; `fail` says what happens in the second. */
function setUp(seed: number, directory: string) {
  manualSeed(seed);
  const model = new Sequential(new Linear(4, 40), new Dropout(0.3), new Linear(40, 3));
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), clock: () => 0 });
  const run = async (settings: Partial<Failing> = {}, more: readonly Callbacks[] = [], numWorkers = 0) => {
    const path = await latestSoundCheckpoint(directory);
    const { history, place } =
      path === null ? { history: [], place: null } : await loadCheckpoint(path, { model, optimizer });
    const dataset = samples({ length: 32, at: null, happening: "throws", ...settings });
    const loader = new DataLoader(dataset, { batchSize: 4, shuffle: true, numWorkers });
    return trainer.fit(loader, {
      epochs: 2,
      history,
      place,
      callbacks: [...more, checkpoint(trainer, { directory, everySteps: 1 })],
    });
  };
  const weights = () => Object.values(model.stateDict()).map((value) => [...value.toTypedArray()]);
  const end = () => {
    optimizer.dispose();
    model.dispose();
  };
  return { run, weights, end };
}

/** The weights of the run that nothing happens to. */
async function wanted() {
  const { run, weights, end } = setUp(1, await makeDirectory());
  await run();
  const all = weights();
  end();
  return all;
}

/** Goes on in a fresh run, as in another process, and expects what the run left alone comes to. */
async function expectGoesOn(directory: string, least: string) {
  const path = await latestSoundCheckpoint(directory);
  expect(path!.slice(directory.length + 1) >= least, path!).toBe(true);
  const { run, weights, end } = setUp(2, directory);
  await run();
  const all = weights();
  end();
  expect(all).toEqual(await wanted());
}

/** A file system of so many bytes; null where this process may not make one. */
function mounted(bytes: number): { readonly path: string; readonly makeReadOnly: () => void } | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const path = execFileSync("mktemp", ["-d"], { encoding: "utf8" }).trim();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", path], { stdio: "ignore" });
  } catch {
    execFileSync("rmdir", [path]);
    return null;
  }
  onTestFinished(() => {
    execFileSync("umount", [path]);
    execFileSync("rmdir", [path]);
  });
  return { path, makeReadOnly: () => void execFileSync("mount", ["-o", "remount,ro", path]) };
}

const variants = new Variants("packages/trainer/src/checkpoint/failures.test.ts");

describe("a disk", () => {
  it("that is full (skipped where no file system may be mounted)", async (context) => {
    const disk = mounted(256 << 10);
    if (disk === null) return context.skip();
    const { run, end } = setUp(1, disk.path);
    const filling: Callbacks = {
      onBatchEnd: async ({ epoch, batch }) => {
        if (epoch !== 2 || batch !== 3) return;
        // All but what is left of the last page.
        const room = execFileSync("df", ["--output=avail", "-k", disk.path], { encoding: "utf8" }).split("\n")[1]!;
        await fs.writeFile(join(disk.path, "others"), Buffer.alloc(Number(room) * 1024));
      },
    };
    expect(await rejection(run({}, [filling]), disk.path)).toMatchInlineSnapshot(
      `"FormatError: DIR/epoch-0001-batch-000003.safetensors: cannot be written: the disk is full (ENOSPC)"`,
    );
    end();
    const left = (await fs.readdir(disk.path)).sort();
    expect(left).toEqual(["epoch-0001-batch-000001.safetensors", "epoch-0001-batch-000002.safetensors", "others"]);
    await fs.rm(join(disk.path, "others"));
    await expectGoesOn(disk.path, "epoch-0001-batch-000002");
  });

  it("that becomes read-only (skipped where no file system may be mounted)", async (context) => {
    const disk = mounted(256 << 10);
    if (disk === null) return context.skip();
    const { run, end } = setUp(1, disk.path);
    const closing: Callbacks = {
      onBatchEnd: ({ epoch, batch }) => (epoch === 2 && batch === 3 ? disk.makeReadOnly() : undefined),
    };
    expect(await rejection(run({}, [closing]), disk.path)).toMatchInlineSnapshot(
      `"FormatError: DIR/epoch-0001-batch-000003.safetensors: cannot be written: the file system is read-only (EROFS)"`,
    );
    end();
    const copy = await makeDirectory();
    for (const name of await fs.readdir(disk.path)) await fs.copyFile(join(disk.path, name), join(copy, name));
    await expectGoesOn(copy, "epoch-0001-batch-000002");
    // Told before anything is trained, where it is so from the beginning.
    const other = setUp(1, join(disk.path, "more"));
    expect(await rejection(other.run(), disk.path)).toMatchInlineSnapshot(
      `"FormatError: DIR/more: checkpoints cannot be written there: the file system is read-only (EROFS)"`,
    );
    other.end();
  });

  it.skipIf(process.getuid?.() === 0)("whose directory may not be written", async () => {
    const directory = await makeDirectory();
    await fs.chmod(directory, 0o500);
    const { run, end } = setUp(1, directory);
    expect(await rejection(run(), directory)).toMatch(/FormatError: .*permission denied \(EACCES\)/);
    end();
  });
});

describe("a dataset", () => {
  it.each(variants.of("who throws", [0, 2], String))(
    "that throws in mid-epoch, with %i workers",
    async (numWorkers) => {
      const directory = await makeDirectory();
      const { run, end } = setUp(1, directory);
      const failed = run({ at: 21, happening: "throws" }, [], numWorkers);
      expect(await rejection(failed)).toMatch(
        numWorkers === 0
          ? /^RangeError: sample 21 is no sample$/
          : /^LoaderWorkerError: DataLoader: worker \d could not read sample 21: RangeError: sample 21 is no sample$/,
      );
      end();
      await expectGoesOn(directory, "epoch-0000-batch-000001");
    },
  );

  it.each(variants.of("workers", ["exits", "throws later"] as const, String))(
    "whose worker %s in mid-epoch",
    async (happening) => {
      const directory = await makeDirectory();
      const { run, end } = setUp(1, directory);
      const error: unknown = await run({ at: 21, happening }, [], 2).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(LoaderWorkerError);
      expect(String(error).replace(/worker \d/, "worker N")).toMatch(
        /^LoaderWorkerError: DataLoader: worker N died \(exit code \d+\)( while it read sample 21)?(: TypeError: in a callback)?$/s,
      );
      end();
      await expectGoesOn(directory, "epoch-0000-batch-000001");
    },
  );
});

describe("a checkpoint", () => {
  it("that was cut or changed is refused by loadCheckpoint, which leaves all as it was", async () => {
    const directory = await makeDirectory();
    const { run, end } = setUp(1, directory);
    await run();
    end();
    const path = (await latestSoundCheckpoint(directory))!;
    const good = await fs.readFile(path);
    const fresh = new Linear(2, 2);
    const before = [...fresh.weight.toTypedArray()];
    const said: string[] = [];
    for (const bytes of [
      good.subarray(0, good.length - 1),
      good.subarray(0, 100),
      good.subarray(0, 0),
      Buffer.concat([
        good.subarray(0, good.length - 50),
        Buffer.from([good[good.length - 50]! ^ 1]),
        good.subarray(-49),
      ]),
    ]) {
      await fs.writeFile(path, bytes);
      said.push(
        (await rejection(loadCheckpoint(path, { model: fresh, strict: false }), directory)).replace(/\d{3,}/g, "N"),
      );
    }
    expect([...fresh.weight.toTypedArray()]).toEqual(before);
    expect(said).toMatchInlineSnapshot(`
      [
        "FormatError: DIR/epoch-N.safetensors: tensor "generator.default": data_offsets [N, N] lead beyond the end: the file has N bytes of data",
        "FormatError: DIR/epoch-N.safetensors: it announces a header of N bytes, but 92 follow; the file was cut off",
        "FormatError: DIR/epoch-N.safetensors: expected a safetensors file, which begins with 8 bytes of length, but got 0 bytes",
        "FormatError: DIR/epoch-N.safetensors: its bytes are not those that its checksum was taken of: it was cut short or changed",
      ]
    `);
    await expectGoesOn(directory, "epoch-0001-batch-000007");
  });
});

variants.tell(it);
