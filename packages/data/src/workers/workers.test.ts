// In a process of its own: it starts threads, and kills some.
// Loaders' workers: PyTorch's draws, the same batches for any number, batches of all kinds, and what becomes of errors, deaths and waits.

import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Generator, manualSeed, memoryStats, rand, type Tensor } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures, thrown, Variants } from "@bernoulli/testing";
import { build } from "tsup";
import { beforeAll, describe, expect, it, test } from "vitest";
import { DataLoader, type DataLoaderOptions, type Dataset, LoaderWorkerError, randomSplit } from "../index.js";
import { defineDataset } from "../node.js";
import { type Happening, make, type Settings } from "./samples.testing.js";

const folder = fileURLToPath(new URL("../../node_modules/.vitest/workers", import.meta.url));
const url = pathToFileURL(join(folder, "samples.testing.js")).href;
const defined = defineDataset(url, make);
// Of tensors, as far as types know: of any other kind of sample a plain loop would not compile.
const dataset = (kind: Happening, length: number, more: Partial<Settings> = {}) =>
  defined({ kind, length, ...more }) as Dataset<Tensor>;

beforeAll(() =>
  build({
    config: false,
    entry: [fileURLToPath(new URL("samples.testing.ts", import.meta.url))],
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

type Options = DataLoaderOptions<any, any>;
const plain = (value: unknown): unknown => {
  if (value !== null && typeof value === "object" && "toArray" in value) {
    const { dtype, shape } = value as Tensor;
    return { dtype, shape, data: (value as Tensor).toArray() };
  }
  if (Array.isArray(value)) return value.map(plain);
  return value !== null && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
    : value;
};
const batches = (loader: Iterable<unknown>) => Array.from(loader, plain);
async function batchesInTime(loader: AsyncIterable<unknown>) {
  const all: unknown[] = [];
  for await (const batch of loader) all.push(plain(batch));
  return all;
}
/** Two passes, seeded, and where they leave the generator. */
function passes(given: Dataset<Tensor>, options: Options) {
  manualSeed(5);
  const loader = new DataLoader(given, options);
  return [batches(loader), batches(loader), rand(1).item()];
}

const variants = new Variants("packages/data/src/workers/workers.test.ts");

describe("batches", () => {
  const golden = loadFixtures("random").cases.filter(({ kind }) => kind === "workers");
  test.each(variants.of("goldens", golden, ({ name }) => name))(
    "$name are PyTorch's, by any number of workers",
    ({ shuffle, ownGenerator, seed, epochs, nextRandom }) => {
      for (const numWorkers of ownGenerator ? [0, 4] : [0, 1]) {
        manualSeed(123);
        const generator = ownGenerator ? { generator: new Generator({ seed }) } : {};
        const own = numWorkers === 0 ? {} : { numWorkers, persistentWorkers: true };
        const loader = new DataLoader(dataset("draws", 7), { batchSize: 2, shuffle, ...own, ...generator });
        for (const epoch of epochs as FixtureTensor[][][]) {
          const read = Array.from(loader, (batch) =>
            (batch as unknown as Tensor[]).map((part) => [part.dtype, part.shape, [...part.toTypedArray()]]),
          );
          expect(read).toEqual(epoch.map((parts) => parts.map(({ dtype, shape, data }) => [dtype, shape, [...data]])));
        }
        expect(rand(1, generator).item()).toBe(nextRandom);
      }
    },
  );

  const kinds: readonly [Happening, Options][] = [
    ["draws", { batchSize: 3, shuffle: true, dropLast: true }],
    ["crops", { batchSize: 4, shuffle: true }],
    ["names", { batchSize: 4, shuffle: true }],
    ["whole", { batchSize: 4 }],
    ["draws", { batchSize: 4, collate: (samples) => samples.length }],
    ["names", { batchSize: 3, collate: (samples: any[]) => samples.map(({ name }: { name: string }) => name) }],
    ["draws", { batchSampler: [[1, 2], [], [0]].filter((list) => list.length > 0) }],
  ];
  it.each(variants.of("kinds", kinds, ([kind, options]) => `${kind} ${Object.keys(options)}`))(
    "of a dataset that %s are the same for any number of workers, %o",
    (kind, options) => {
      const wanted = passes(dataset(kind, 11), options);
      expect((wanted[0] as unknown[]).length).toBeGreaterThan(1);
      for (const numWorkers of [1, 3]) {
        expect(
          passes(dataset(kind, 11), { ...options, numWorkers, persistentWorkers: true, prefetchFactor: 1 }),
        ).toEqual(wanted);
      }
    },
  );

  it("are the same by for await, of datasets in time too", async () => {
    manualSeed(1);
    const wanted = batches(new DataLoader(dataset("draws", 9), { batchSize: 2, numWorkers: 2 }));
    manualSeed(1);
    expect(await batchesInTime(new DataLoader(dataset("draws", 9), { batchSize: 2, numWorkers: 2 }))).toEqual(wanted);
    const inTime = async (numWorkers: number) => {
      manualSeed(2);
      return batchesInTime(new DataLoader(dataset("in time", 9), { batchSize: 2, shuffle: true, numWorkers }));
    };
    const [none, two, three] = [await inTime(0), await inTime(2), await inTime(3)];
    expect(two).toEqual(none);
    expect(three).toEqual(none);
    manualSeed(2);
    // Threads wait for it, so that a plain loop does.
    expect(batches(new DataLoader(dataset("in time", 9), { batchSize: 2, shuffle: true, numWorkers: 2 }))).toEqual(
      none,
    );
  });

  it("of parts of a dataset are read by workers too", () => {
    const parts = (numWorkers: number) => {
      manualSeed(3);
      const [train] = randomSplit(dataset("draws", 10), [7, 3]);
      return batches(new DataLoader(train, { batchSize: 2, numWorkers }));
    };
    expect(parts(2)).toEqual(parts(0));
    const [part] = randomSplit(dataset("tells", 4), [3, 1]);
    expect(batches(new DataLoader(part, { numWorkers: 1 }))).toEqual(
      Array(3).fill({ dtype: "int32", shape: [1, 2], data: [[0, 1]] }),
    );
  });

  it("come to each of several loops by for await at once", { timeout: 20_000 }, async () => {
    const loader = new DataLoader(dataset("tells", 6), { numWorkers: 2, persistentWorkers: true, prefetchFactor: 1 });
    const both = await Promise.all([batchesInTime(loader), batchesInTime(loader)]);
    expect(both.map(({ length }) => length)).toEqual([6, 6]);
  });

  it("come from threads that know who they are, in turn, several loops at once", () => {
    const loader = new DataLoader(dataset("tells", 4), { numWorkers: 2, persistentWorkers: true });
    const [a, b] = [loader[Symbol.iterator](), loader[Symbol.iterator]()];
    const told = [a, b, b, a].map((loop) => ((loop.next().value as Tensor).toArray() as unknown[])[0]);
    expect(told).toEqual([
      [0, 2],
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
    a.return!();
    expect((b.next().value as Tensor).toArray()).toEqual([[0, 2]]);
    b.return!();
    expect(batches(loader)).toHaveLength(4);
  });

  it("are freed with their step", () => {
    const before = memoryStats();
    for (const _ of new DataLoader(dataset("in time", 6), { batchSize: 2, numWorkers: 2 }));
    expect(memoryStats()).toEqual(before);
  });
});

/** The batches before an error, and the error. */
function until(loader: Iterable<unknown>): [given: number, error: unknown] {
  let given = 0;
  try {
    for (const _ of loader) given++;
  } catch (error) {
    return [given, error];
  }
  return [given, null];
}

describe("errors", () => {
  it("of a dataset tell the worker, the sample and the cause; batches before them come; the next pass begins anew", () => {
    for (const persistentWorkers of [false, true]) {
      const given = dataset("throws", 8, { at: 5 });
      const loader = new DataLoader(given, { batchSize: 2, numWorkers: 2, persistentWorkers });
      for (const pass of ["first", "second"]) {
        const [count, error] = until(loader) as [number, LoaderWorkerError];
        expect([count, String(error), error.worker, error.index], pass).toEqual([
          2,
          "LoaderWorkerError: DataLoader: worker 0 could not read sample 5: RangeError: picture 5 is no picture",
          0,
          5,
        ]);
        expect(error).toBeInstanceOf(LoaderWorkerError);
        expect((error.cause as Error).name).toBe("RangeError");
        expect((error.cause as Error).stack).toContain("samples.testing");
      }
    }
  });

  it("of a dataset in time, of what cannot be sent, and of a worker that could not begin", async () => {
    const later = new DataLoader(dataset("throws in time", 8, { at: 2 }), { batchSize: 4, numWorkers: 1 });
    await expect(batchesInTime(later)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[LoaderWorkerError: DataLoader: worker 0 could not read sample 2: RangeError: too late]`,
    );
    const texts = [
      () => batches(new DataLoader(dataset("function", 2), { numWorkers: 1, collate: (samples) => samples })),
      () => batches(new DataLoader(dataset("tells", 2, { given: "unable" }), { numWorkers: 2 })),
      () =>
        batches(
          new DataLoader(
            defineDataset("file:///nowhere/samples.js", make)({ kind: "tells", length: 1 }) as Dataset<Tensor>,
            {
              numWorkers: 1,
            },
          ),
        ),
      () => batches(new DataLoader(dataset("tells", 2, { given: () => 3 }), { numWorkers: 1 })),
    ];
    expect(
      texts.map((text) =>
        thrown(text)
          .replace(/imported from .*/, "…")
          .replace(/\(\) => .*could/s, "() => … could"),
      ),
    ).toMatchInlineSnapshot(`
      [
        "LoaderWorkerError: DataLoader: worker 0 could not read the samples 0: DataCloneError: () => … could not be cloned.",
        "LoaderWorkerError: DataLoader: worker 0 could not begin: TypeError: no such folder",
        "LoaderWorkerError: DataLoader: worker 0 could not begin: Error: Cannot find module '/nowhere/samples.js' …",
        "ArgumentError: DataLoader: workers cannot be started (() => … could not be cloned.); the settings of a dataset that defineDataset made are plain values, which can be copied to another thread",
      ]
    `);
  });

  it("of a worker that could not begin, and has ended before anybody listens", () => {
    const loader = new DataLoader(dataset("tells", 2, { given: "unable" }), { numWorkers: 1 });
    const pass = (loader as Iterable<Tensor>)[Symbol.iterator]();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
    expect(thrown(() => pass.next())).toBe(
      "LoaderWorkerError: DataLoader: worker 0 could not begin: TypeError: no such folder",
    );
  });

  it.each<[Happening, string]>([
    ["exits", "DataLoader: worker 1 died (exit code 3) while it read sample 3"],
    ["throws later", "DataLoader: worker 1 died (exit code 1): TypeError: in a callback"],
  ])("a worker that %s is told of at its batch, and the next pass has others", (kind, text) => {
    for (const persistentWorkers of [false, true]) {
      const loader = new DataLoader(dataset(kind, 8, { at: 3 }), { numWorkers: 2, persistentWorkers });
      for (const pass of ["first", "second"]) {
        const [count, error] = until(loader) as [number, LoaderWorkerError];
        expect([count, error.message, error.worker, error.index], pass).toEqual([
          3,
          text,
          1,
          kind === "exits" ? 3 : null,
        ]);
      }
    }
  });

  it("the same by for await", async () => {
    const loader = new DataLoader(dataset("exits", 8, { at: 3 }), { numWorkers: 2 });
    await expect(batchesInTime(loader)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[LoaderWorkerError: DataLoader: worker 1 died (exit code 3) while it read sample 3]`,
    );
  });

  it("a worker that takes too long, waited for or awaited", async () => {
    const loader = () => new DataLoader(dataset("waits", 8, { at: 2 }), { numWorkers: 2, timeout: 2 });
    const [count, error] = until(loader());
    expect([count, String(error)]).toMatchInlineSnapshot(`
      [
        2,
        "LoaderWorkerError: DataLoader: worker 0 timed out after 2 seconds while it read sample 2; give a longer timeout, or none",
      ]
    `);
    await expect(batchesInTime(loader())).rejects.toThrowErrorMatchingInlineSnapshot(
      `[LoaderWorkerError: DataLoader: worker 0 timed out after 2 seconds while it read sample 2; give a longer timeout, or none]`,
    );
  });

  it("options and definitions that cannot be", () => {
    const given = dataset("tells", 3);
    const refused = [
      () => new DataLoader(given, { prefetchFactor: 2 }),
      () => new DataLoader(given, { persistentWorkers: true }),
      () => new DataLoader(given, { timeout: 2 }),
      () => new DataLoader(given, { numWorkers: 1, timeout: -2 }),
      () => new DataLoader(given, { numWorkers: 1, prefetchFactor: 0 }),
      () => defineDataset("samples.js", make),
      () => defineDataset(url, 3 as never),
      () => defineDataset(url, () => ({ length: 3 }) as never)({}),
      () => defineDataset(url, () => [1, 2] as never)({}),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "ArgumentError: DataLoader: prefetch_factor option could only be specified in multiprocessing: let numWorkers > 0 to enable it, or leave prefetchFactor out",
        "ArgumentError: DataLoader: persistent_workers option needs num_workers > 0",
        "ArgumentError: DataLoader: timeout option only makes sense with numWorkers > 0: nothing else is waited for",
        "ArgumentError: DataLoader: timeout option should be non-negative",
        "ArgumentError: DataLoader: prefetchFactor must be at least 1, but got 0",
        "ArgumentError: defineDataset: url must be the address of the module, import.meta.url, but got "samples.js"",
        "ArgumentError: defineDataset: make must be a function, but got 3",
        "ArgumentError: defineDataset: dataset.get must be a function, but got undefined",
        "ArgumentError: defineDataset: make must give a dataset with get and length, but gave an array; wrap it",
      ]
    `);
  });
});

it("a dataset without a module is read here, whatever the number", () => {
  expect(batches(new DataLoader([1, 2, 3], { batchSize: 2, numWorkers: 4 }))).toHaveLength(2);
});

variants.tell(it);
