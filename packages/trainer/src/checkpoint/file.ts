// Checkpoints on disk: one safetensors file that holds all that a training run needs to go on. Node only.

import { type SafetensorsFile, safeOpen, saveVerifiable, verifyFile } from "@bernoulli/formats/node";
import type { OptimizerStateDict, SchedulerStateDict } from "@bernoulli/optim";
import {
  ArgumentError,
  BernoulliError,
  checkArgument,
  checkOptions,
  type DeviceName,
  defaultGenerator,
  Generator,
  type Tensor,
} from "@bernoulli/tensor";
import { CheckpointError } from "../errors.js";
import { historyProblem } from "../history.js";
import type { EpochPlace } from "../place.js";
import { checkRanks, oneRank, type Ranks } from "../ranks.js";
import type { EpochRecord } from "../trainer-options.js";
import { type CheckpointParts, jsonName, packCheckpoint, readParts } from "./contents.js";
import { checkOptimizerTensor, generatorState } from "./health.js";
import { fromJson, isPlainObject, JsonError, type JsonValue, tensorKeys } from "./json.js";
import { isOwnOf, nameOnRank, namesOnAll } from "./ranks.js";
import {
  type RestorableModel,
  type RestorableOptimizer,
  type RestorableScheduler,
  type Restoration,
  restore,
} from "./restore.js";
import { placeOf, type Restorable, type SavedPlace } from "./states.js";

export interface SaveCheckpointOptions {
  readonly model: RestorableModel;
  /** Its state and its groups' options, the learning rate among them. Without it, training cannot go on as it was. */
  readonly optimizer?: RestorableOptimizer;
  /** Its counts and options, functions excepted; the rates are in the optimizer. */
  readonly scheduler?: RestorableScheduler;
  /**
   * The random streams, by names of your own: all that training draws from, such as a DataLoader's own generator.
   * Default: `{ default: defaultGenerator() }`.
   */
  readonly generators?: Readonly<Record<string, Generator>>;
  /** The epochs that are complete. Default: the length of the history. */
  readonly epoch?: number;
  /** What `fit` returned, or a callback's event says. Default: none. */
  readonly history?: readonly EpochRecord[];
  /** Whatever else is needed to go on, such as the options that the model was made with. */
  readonly extra?: JsonValue;
  /** What else has a state, by names of your own: averages of weights, early stopping. */
  readonly states?: Readonly<Record<string, Restorable>>;
  /** How far the fit is in the epoch behind the history, with where each of `generators` was when that began. Default: null, between two epochs. */
  readonly place?: SavedPlace | null;
}

export interface LoadCheckpointOptions {
  /** Gets the tensors of the checkpoint. Without it, no tensor of a model is read. */
  readonly model?: RestorableModel;
  /** Gets the optimizer's state and options. */
  readonly optimizer?: RestorableOptimizer;
  /** Gets the scheduler's state. */
  readonly scheduler?: RestorableScheduler;
  /**
   * The generators that get a state, by the names under which they were saved. Default: `{ default: defaultGenerator() }`
   * where an optimizer is given, so that training goes on as it would have; else none.
   */
  readonly generators?: Readonly<Record<string, Generator>>;
  /** What gets its state, by the names under which they were saved; all of those must be given, or none. Default: none. */
  readonly states?: Readonly<Record<string, Restorable>>;
  /** Whether missing and unexpected keys of the model are errors. Default: true. */
  readonly strict?: boolean;
  /**
   * Where tensors are on their way, a device; model and optimizer take them to their own, wherever they were saved. Default: the default device.
   */
  readonly mapLocation?: DeviceName;
  /**
   * The processes that train together, where the checkpoint is of as many: each gets its own random streams. All of them load. Default: this process
   * alone.
   */
  readonly ranks?: Ranks;
}

/** What a checkpoint says besides what was restored. */
export interface Checkpoint {
  /** The epochs that were complete. */
  readonly epoch: number;
  /** Their records: `fit` goes on behind them when it is given them. */
  readonly history: readonly EpochRecord[];
  /** How far the next epoch was: `fit` goes on there when it is given it. Null between two epochs, and where the generators were not restored. */
  readonly place: EpochPlace | null;
  /** What was saved as `extra`; null if nothing was. */
  readonly extra: JsonValue;
  /** The file's other strings, such as `bernoulli.version`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Saves a training run: model, optimizer, random streams, history. `loadCheckpoint` goes on from it
 * with the same numbers, to the last bit, as if nothing had come in between.
 *
 * It is one safetensors file, with the model's tensors under the keys of its state dict, as PyTorch would write them; the
 * optimizer's are `optimizer.state.0.exp_avg` and their like, the generators' states `generator.default`, as
 * `torch.get_rng_state` gives them. It is written under a temporary name, synced and renamed: a kill at any moment, or a
 * full disk, leaves the file that was there before. Nothing that is saved must change before the promise is settled.
 *
 * @throws CheckpointError where the file cannot be written, and for what JSON cannot hold in `extra`; ArgumentError for
 * other options that are not what they should be.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { Linear } from "@bernoulli/nn";
 * import { Adam } from "@bernoulli/optim";
 * import { loadCheckpoint, saveCheckpoint } from "@bernoulli/trainer/node";
 * const path = join(tmpdir(), "bernoulli-checkpoint-example.safetensors");
 * const model = new Linear(3, 2);
 * const optimizer = new Adam(model.parameters());
 * await saveCheckpoint(path, { model, optimizer, epoch: 4, extra: { hidden: 2 } });
 * const { epoch, extra } = await loadCheckpoint(path, { model, optimizer });
 * epoch; // → 4
 * extra; // → { "hidden": 2 }
 * await rm(path);
 * ```
 */
export async function saveCheckpoint(path: string, options: SaveCheckpointOptions): Promise<void> {
  checkOptions("saveCheckpoint", options, [
    "model",
    "optimizer",
    "scheduler",
    "generators",
    "epoch",
    "history",
    "extra",
    "states",
    "place",
  ]);
  checkArgument("saveCheckpoint", "path", path, "string");
  const { model, optimizer, scheduler, generators, history = [], epoch = history.length, extra = null } = options;
  const { states = {}, place = null } = options;
  for (const [name, value] of [
    ["model", model],
    ...(optimizer === undefined ? [] : [["optimizer", optimizer] as const]),
    ...(scheduler === undefined ? [] : [["scheduler", scheduler] as const]),
  ] as const) {
    if (typeof value?.stateDict !== "function")
      throw new ArgumentError(`saveCheckpoint: ${name} has no stateDict; give the ${name} itself`);
  }
  const stateless = Object.entries(states).find(([, part]) => typeof part?.stateDict !== "function");
  if (stateless !== undefined)
    throw new ArgumentError(`saveCheckpoint: states.${stateless[0]} has no stateDict; give the callback itself`);
  if (!Number.isSafeInteger(epoch) || epoch < 0)
    throw new ArgumentError(`saveCheckpoint: epoch must be an integer of at least 0, but got ${epoch}`);
  const problem = historyProblem(history);
  if (problem !== null) throw new ArgumentError(`saveCheckpoint: ${problem}`);
  const contents = {
    model,
    optimizer: optimizer ?? null,
    scheduler: scheduler ?? null,
    generators: generators ?? { default: defaultGenerator() },
    epoch,
    history,
    extra,
    states,
    place,
  };
  const { tensors, metadata, release } = packCheckpoint(path, contents, `Node ${process.version}`);
  try {
    await saveVerifiable(tensors, path, metadata);
  } finally {
    release();
  }
}

/**
 * Restores what `saveCheckpoint` saved, as far as it is asked for, and returns the rest. Nothing is restored unless everything
 * fits. Without options it restores nothing: so one sees from `extra` which model to make.
 *
 *     const { history } = await loadCheckpoint(path, { model, optimizer });
 *     await trainer.fit(loader, { epochs: 8, history });
 *
 * A model may also be loaded from a safetensors file that is no checkpoint, such as one that Python wrote. A file that has a checksum is read
 * from beginning to end before anything is restored of it.
 *
 * @throws FormatError for a file that is missing, cannot be read, is not what the format says, or was cut short or changed; CheckpointError for one that
 * lacks what is asked for or does not fit it, or that has the states of other generators than those given.
 */
export async function loadCheckpoint(path: string, options: LoadCheckpointOptions = {}): Promise<Checkpoint> {
  checkArgument("loadCheckpoint", "path", path, "string");
  checkOptions("loadCheckpoint", options, [
    "model",
    "optimizer",
    "scheduler",
    "generators",
    "strict",
    "mapLocation",
    "states",
    "ranks",
  ]);
  if (options.ranks !== undefined) checkRanks("loadCheckpoint", options.ranks);
  for (const name of ["model", "optimizer", "scheduler"] as const) {
    if (options[name] !== undefined && typeof options[name]?.loadStateDict !== "function")
      throw new ArgumentError(`loadCheckpoint: ${name} has no loadStateDict; give the ${name} itself`);
  }
  const { mapLocation } = options;
  const restoreIt = async (file: SafetensorsFile): Promise<Checkpoint> => {
    // Before anything is believed of it. A file of another origin has no checksum.
    await verifyFile(path);
    const parts = readParts(path, file.metadata);
    const others = [parts.optimizer, parts.generators, parts.states, parts.place];
    const reserved = new Set(others.flatMap((part) => tensorKeys(part)));
    const generators = matchGenerators(path, parts, options);
    const named = [
      ...(options.optimizer === undefined ? [] : tensorKeys(parts.optimizer)),
      ...(options.states === undefined ? [] : tensorKeys(parts.states)),
      ...generators.map(({ key }) => key),
      ...(generators.length === 0 ? [] : tensorKeys(parts.place)),
    ];
    const missing = named.find((key) => !Object.hasOwn(file.tensors, key));
    if (missing !== undefined)
      throw new CheckpointError("it is missing, though the checkpoint names it", { file: path, key: missing });
    const ofModel = options.model === undefined ? [] : Object.keys(file.tensors).filter((key) => !reserved.has(key));
    const tensors = await file.read([...ofModel, ...named]);
    let place: EpochPlace | null = null;
    try {
      const given = Object.fromEntries(generators.map(({ saved, into }) => [saved, into]));
      place =
        generators.length === 0
          ? null
          : placeOf(
              parts.place,
              tensors,
              given,
              (key, state) => generatorState(path, key, state),
              isOwnOf(options.ranks),
            );
      restoreFrom(path, tensors, parts, reserved, generators, options);
    } catch (error) {
      throw error instanceof JsonError ? new CheckpointError(error.message, { file: path }) : error;
    } finally {
      for (const tensor of Object.values(tensors)) tensor.dispose();
    }
    const { [jsonName]: _, "bernoulli.sha256": sum, ...metadata } = file.metadata;
    // What all measured is rank 0's to go on from.
    if (place !== null && (options.ranks?.rank ?? 0) > 0) place = { ...place, running: { samples: 0, sums: {} } };
    return { epoch: parts.epoch, history: parts.history, extra: parts.extra, place, metadata };
  };
  return safeOpen(path, restoreIt, { name: "loadCheckpoint", ...(mapLocation === undefined ? {} : { mapLocation }) });
}

interface GeneratorMatch {
  /** The name under which the checkpoint has it. */
  readonly saved: string;
  readonly into: Generator;
  /** The tensor that holds its state. */
  readonly key: string;
}

/** Each generator that is to get a state, and its tensor. */
function matchGenerators(file: string, parts: CheckpointParts, options: LoadCheckpointOptions): GeneratorMatch[] {
  const wanted = options.generators ?? (options.optimizer === undefined ? {} : { default: defaultGenerator() });
  const { ranks = oneRank } = options;
  const wrong = Object.keys(wanted).find((name) => !(wanted[name] instanceof Generator));
  if (wrong !== undefined) throw new ArgumentError(`loadCheckpoint: generators.${wrong} is no Generator`);
  const [asked, saved] = [namesOnAll(Object.keys(wanted), ranks), Object.keys(parts.generators)];
  if (asked.length === 0) return [];
  if (asked.length !== saved.length || asked.some((name) => !saved.includes(name))) {
    const list = (names: readonly string[]) => (names.length === 0 ? "none" : [...names].sort().join(", "));
    throw new CheckpointError(
      `it has the states of the generators ${list(saved)}, but ${list(asked)} are to be restored; give generators of the same names, or generators: {} to leave all as they are`,
      { file },
    );
  }
  return Object.entries(wanted).map(([own, into]) => {
    const name = nameOnRank(own, ranks.rank);
    const [key] = tensorKeys(parts.generators[name]!);
    if (key === undefined) throw new CheckpointError(`the state of the generator ${name} is no tensor`, { file });
    return { saved: name, into, key };
  });
}

/** Each part that is to get a state, and the state. */
function matchStates(
  file: string,
  tensors: Readonly<Record<string, Tensor>>,
  parts: CheckpointParts,
  wanted: Readonly<Record<string, Restorable>> | undefined,
): Restoration["states"] {
  if (wanted === undefined) return [];
  const [asked, saved] = [Object.keys(wanted).sort().join(", "), Object.keys(parts.states).sort().join(", ")];
  if (asked !== saved)
    throw new CheckpointError(
      `it has the states ${saved || "of nothing"}, but ${asked || "none"} are to be restored; give states of the same names`,
      { file },
    );
  return Object.entries(wanted).map(([name, into]) => ({
    into,
    from: fromJson(parts.states[name]!, (key) => tensors[key]),
  }));
}

function restoreFrom(
  file: string,
  tensors: Readonly<Record<string, Tensor>>,
  parts: CheckpointParts,
  reserved: ReadonlySet<string>,
  generators: readonly GeneratorMatch[],
  { model, optimizer, scheduler, states, strict = true }: LoadCheckpointOptions,
): void {
  if (optimizer !== undefined && !isPlainObject(parts.optimizer))
    throw new CheckpointError("it has no state of an optimizer; leave the optimizer out to load the model alone", {
      file,
    });
  if (scheduler !== undefined && !isPlainObject(parts.scheduler))
    throw new CheckpointError("it has no state of a scheduler; leave the scheduler out to load the rest", { file });
  const streams = generators.map(({ into, key }) => ({ into, from: generatorState(file, key, tensors[key]!) }));
  if (optimizer !== undefined)
    for (const key of tensorKeys(parts.optimizer)) checkOptimizerTensor(file, key, tensors[key]!);
  const ofModel = Object.fromEntries(Object.entries(tensors).filter(([key]) => !reserved.has(key)));
  const restoration: Restoration = {
    model: model === undefined ? null : { into: model, from: ofModel },
    optimizer:
      optimizer === undefined
        ? null
        : { into: optimizer, from: fromJson(parts.optimizer, (key) => tensors[key]) as OptimizerStateDict },
    scheduler: scheduler === undefined ? null : { into: scheduler, from: parts.scheduler as SchedulerStateDict },
    states: matchStates(file, tensors, parts, states),
    generators: streams,
    strict,
  };
  try {
    restore(restoration);
  } catch (cause) {
    if (cause instanceof BernoulliError) throw new CheckpointError(cause.message, { file, cause });
    throw cause;
  }
}
