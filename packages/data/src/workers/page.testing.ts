// The page of pages.test.ts: it reads by workers and without, and tells the server what came.

import { manualSeed, type Tensor } from "@bernoulli/tensor";
import { DataLoader, type LoaderWorkerError } from "../index.js";
import pictures, { type Settings } from "./page-dataset.testing.js";

async function batches(kind: Settings["kind"], numWorkers: number, passes = 1): Promise<unknown[]> {
  manualSeed(5);
  const workers = numWorkers === 0 ? {} : { numWorkers, persistentWorkers: true };
  const loader = new DataLoader(pictures({ length: 8, kind }), { batchSize: 2, shuffle: kind === "draws", ...workers });
  const all: unknown[] = [];
  for (let pass = 0; pass < passes; pass++) for await (const batch of loader) all.push((batch as Tensor).toArray());
  return all;
}

const said = async (act: () => Promise<unknown>) => {
  try {
    await act();
    return "nothing";
  } catch (error) {
    const { name, message, worker, index } = error as LoaderWorkerError;
    return { name, message, worker, index };
  }
};

const tell = (result: unknown) => fetch("/said", { method: "POST", body: JSON.stringify(result) });

try {
  const wanted = JSON.stringify(await batches("draws", 0, 2));
  const result = {
    same: [
      JSON.stringify(await batches("draws", 1, 2)) === wanted,
      JSON.stringify(await batches("draws", 3, 2)) === wanted,
    ],
    who: [await batches("tells", 0), await batches("tells", 2)],
    throws: await said(() => batches("throws", 2)),
    unable: await said(() => batches("unable", 2)),
    dies: await said(() => batches("throws later", 2)),
    plain: await said(async () => [...new DataLoader(pictures({ length: 2, kind: "draws" }), { numWorkers: 1 })]),
  };
  await tell(result);
} catch (error) {
  await tell(String((error as Error).stack));
}
