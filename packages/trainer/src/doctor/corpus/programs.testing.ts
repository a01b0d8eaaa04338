// What the programs of the corpus are made of: small data that can be learnt, nets that learn it, loops, and the doctor they are given.

import { BatchNorm1d, CrossEntropyLoss, Dropout, Linear, type Module, ReLU, Sequential } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { manualSeed, randn, type Tensor, tensor } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import type { Doctor, DoctorOptions } from "../doctor.js";
import type { DoctorCode, DoctorSettings } from "../warnings.js";

/** How a program gets its doctor: in a loop by hand, or as an option of a Trainer. */
export interface Practice {
  readonly watch: (model: Module, options: Omit<DoctorOptions, keyof DoctorSettings>) => Doctor;
  readonly settings: DoctorSettings;
}

export interface Program {
  readonly name: string;
  readonly run: (practice: Practice) => void | Promise<void>;
}

export interface FaultyProgram extends Program {
  /** What it is to be warned of, alone. */
  readonly code: DoctorCode;
}

export type Pair = readonly [input: Tensor, target: Tensor];

/** Samples around a centre for each class. Shape: (N, features) and int32 (N). */
export function blobs(samples: number, { features = 8, classes = 3, spread = 0.5 } = {}): Pair {
  manualSeed(5);
  const centres = randn(classes, features).toArray() as number[][];
  const noise = randn(samples, features).toArray() as number[][];
  const targets = Array.from({ length: samples }, (_, at) => at % classes);
  const inputs = noise.map((row, at) => row.map((value, dim) => spread * value + centres[targets[at]!]![dim]!));
  return [tensor(inputs), tensor(targets, { dtype: "int32" })];
}

/** Images that are brighter in one quarter for each class. Shape: (N, 1, 8, 8) and int32 (N). */
export function squares(samples: number): Pair {
  manualSeed(6);
  const targets = Array.from({ length: samples }, (_, at) => at % 4);
  const noise = randn(samples, 8, 8).toArray() as number[][][];
  const images = noise.map((image, at) => [
    image.map((row, y) => row.map((value, x) => 0.3 * value + (2 * (y >> 2) + (x >> 2) === targets[at] ? 1 : 0))),
  ]);
  return [tensor(images), tensor(targets, { dtype: "int32" })];
}

/** The plain loop: `steps` updates on the whole of a batch. */
export function train(
  steps: number,
  optimizer: { zeroGrad(): void; step(): unknown },
  lossOf: (step: number) => Tensor,
): void {
  for (let step = 0; step < steps; step++) {
    optimizer.zeroGrad();
    lossOf(step).backward();
    optimizer.step();
  }
}

/** A net of one hidden layer behind which half is dropped, for {@link blobs}. */
export const dropping = (p = 0.5) => new Sequential(new Linear(8, 32), new ReLU(), new Dropout(p), new Linear(32, 3));

/** The same with a batch norm; `p` of 0 leaves the dropout out. */
export const normed = (p = 0.2) =>
  new Sequential(
    new Linear(8, 16),
    new BatchNorm1d(16),
    new ReLU(),
    ...(p === 0 ? [] : [new Dropout(p)]),
    new Linear(16, 3),
  );

/** A loop by hand over one batch, with cross entropy. */
export function loop(
  { watch }: Practice,
  model: Module,
  steps: number,
  [x, y]: Pair = blobs(24),
  parameters: Module = model,
) {
  const optimizer = new SGD(parameters.parameters(), { lr: 0.1 });
  const criterion = new CrossEntropyLoss();
  const watching = watch(model, { optimizer, criterion });
  const forward = model as unknown as (x: Tensor) => Tensor;
  const update = (count: number) => train(count, optimizer, () => criterion(forward(x), y));
  update(steps);
  return { watching, optimizer, criterion, update, forward, x, y };
}

/** A fit of two batches an epoch. */
export async function fit({ settings }: Practice, model: Module & ((x: Tensor) => Tensor), epochs: number, lr = 0.1) {
  const batch = blobs(24);
  const optimizer = new SGD(model.parameters(), { lr });
  const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
  await trainer.fit([batch, batch], { epochs, validationLoader: [batch] });
}
