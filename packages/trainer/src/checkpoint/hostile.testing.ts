// What the test and the soak of changed checkpoints share: good ones of two optimizers, and what becomes of others.

import { join } from "node:path";
import { loadFile, readFileHeader, saveFile } from "@bernoulli/formats/node";
import { Linear, type Module, ReLU, Sequential } from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { defaultGenerator, manualSeed, randn, scope } from "@bernoulli/tensor";
import { makeDirectory } from "@bernoulli/testing";
import { expect } from "vitest";
import { CheckpointError } from "../errors.js";
import { loadCheckpoint, saveCheckpoint } from "./file.js";
import { type CheckpointFile, mutateCheckpoint } from "./mutations.testing.js";

export const kinds = {
  adam: (model: Module) => new Adam(model.parameters(), { lr: 0.01, amsgrad: true }),
  sgd: (model: Module) => new SGD(model.parameters(), { lr: 0.01, momentum: 0.9 }),
};

export type Kind = keyof typeof kinds;

/** A net with an odd number of normal draws behind it, so that half a pair belongs to the generator's state. */
function setUp(kind: Kind) {
  manualSeed(3);
  const model = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2));
  const optimizer = kinds[kind](model);
  const train = (steps: number) => {
    for (let step = 0; step < steps; step++)
      scope(() => {
        optimizer.zeroGrad();
        model(randn(5, 3)).pow(2).mean().backward();
        optimizer.step();
      });
  };
  train(3);
  randn(17).dispose();
  const dispose = () => {
    optimizer.dispose();
    model.dispose();
  };
  return { model, optimizer, train, dispose };
}

const weights = (model: Module) => Object.values(model.stateDict()).map((value) => [...value.toTypedArray()]);
/** Gives the memory of a file's tensors back. */
export const free = ({ tensors }: CheckpointFile) => void Object.values(tensors).map((value) => value.dispose());

/** A checkpoint as it should be, and what is in it, but for the checksum, by which every change would be known. */
export async function goodFile(kind: Kind, path: string): Promise<CheckpointFile> {
  const { model, optimizer, dispose } = setUp(kind);
  const scores = { loss: 1, accuracy: 0.5 };
  const record = { epoch: 1, live: scores, clean: null, validation: scores, samples: 5, trainSeconds: 1, seconds: 2 };
  await saveCheckpoint(path, { model, optimizer, history: [record], extra: null });
  dispose();
  const { "bernoulli.sha256": _, ...metadata } = (await readFileHeader(path)).metadata;
  return { tensors: await loadFile(path), metadata };
}

/** Loads a changed file into a fresh run: what it was refused with, or null for one that trained on to finite weights. */
export async function tryIt(kind: Kind, path: string): Promise<unknown> {
  const { model, optimizer, train, dispose } = setUp(kind);
  const before = [weights(model), defaultGenerator().getState()];
  try {
    await loadCheckpoint(path, { model, optimizer });
    train(3);
    expect(weights(model).flat().every(Number.isFinite)).toBe(true);
    return null;
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    expect([weights(model), defaultGenerator().getState()]).toEqual(before);
    return error;
  } finally {
    dispose();
  }
}

/** How many of so many changed checkpoints were refused; throws, with the seed, where one is neither refused nor trains on. */
export async function tryMutations(kind: Kind, firstSeed: number, cases: number): Promise<number> {
  const directory = await makeDirectory();
  const good = await goodFile(kind, join(directory, "good.safetensors"));
  const path = join(directory, "changed.safetensors");
  let refused = 0;
  for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
    const changed = mutateCheckpoint(good, seed);
    await saveFile(changed.tensors, path, changed.metadata);
    try {
      if ((await tryIt(kind, path)) !== null) refused += 1;
    } catch (error) {
      throw new Error(`seed ${seed}, ${changed.what}: ${String(error)}`, { cause: error });
    }
    for (const [key, value] of Object.entries(changed.tensors)) if (value !== good.tensors[key]) value.dispose();
  }
  free(good);
  return refused;
}
