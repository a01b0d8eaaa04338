// What a checkpoint file holds: the model's tensors under their own keys, other tensors under names that say what they
// are, and a JSON of the rest among the file's metadata. Not how it is written and read (file.ts), nor restored (restore.ts).

import { Generator, type Tensor, tensor } from "@bernoulli/tensor";
import { CheckpointError } from "../errors.js";
import { historyProblem } from "../history.js";
import type { EpochRecord } from "../trainer-options.js";
import { version } from "../version.js";
import { fromJson, isPlainObject, JsonError, type JsonValue, toJson } from "./json.js";
import type { RestorableModel, RestorableOptimizer, RestorableScheduler } from "./restore.js";
import { checkPlaceValue, placeAsValue, type Restorable, type SavedPlace } from "./states.js";

/** What goes into a checkpoint. */
export interface CheckpointContents {
  readonly model: RestorableModel;
  readonly optimizer: RestorableOptimizer | null;
  readonly scheduler: RestorableScheduler | null;
  readonly generators: Readonly<Record<string, Generator>>;
  readonly epoch: number;
  readonly history: readonly EpochRecord[];
  readonly extra: JsonValue;
  /** By names of the caller's. */
  readonly states: Readonly<Record<string, Restorable>>;
  /** Null between two epochs. */
  readonly place: SavedPlace | null;
}

/** What a checkpoint says besides its tensors. */
export interface CheckpointParts {
  readonly epoch: number;
  readonly history: readonly EpochRecord[];
  readonly extra: JsonValue;
  /** The optimizer's state dict, and each generator's state: as `toJson` gave them, naming tensors. */
  readonly optimizer: JsonValue;
  readonly generators: Readonly<Record<string, JsonValue>>;
  /** The scheduler's state dict; null without. */
  readonly scheduler: JsonValue;
  /** As `toJson` gave them, naming tensors. */
  readonly states: Readonly<Record<string, JsonValue>>;
  /** The same; null between two epochs. */
  readonly place: JsonValue;
}

/** A file without such parts: a safetensors file that holds tensors and nothing else. */
const noParts: CheckpointParts = {
  epoch: 0,
  history: [],
  extra: null,
  optimizer: null,
  generators: {},
  scheduler: null,
  states: {},
  place: null,
};

/** The member of the file's metadata that holds the JSON. */
export const jsonName = "bernoulli.checkpoint";
/** The second has a place or states, which a reader of the first would leave out without a word. */
const jsonVersions: readonly unknown[] = [1, 2];
/** Longer ones hold what should be tensors, or were made to take all memory. */
const maxJsonLength = 4_000_000;

/**
 * Tensors and metadata of a checkpoint. Call `release` when they are written.
 *
 * @throws CheckpointError for what JSON cannot hold, and for keys of the model that stand for something else.
 */
export function packCheckpoint(file: string, contents: CheckpointContents, runtime: string) {
  const fail = (message: string) => new CheckpointError(`cannot be written: ${message}`, { file });
  const others = new Map<string, Tensor>();
  const states = generatorStates(contents.generators, fail);
  const place = contents.place === null ? null : placeAsValue(contents.place);
  const release = () => {
    for (const tensor of [...Object.values(states), ...(place?.tensors ?? [])]) tensor.dispose();
  };
  const own = Object.entries(contents.states).map(([name, part]) => [name, part.stateDict()] as const);
  try {
    const text = JSON.stringify({
      version: place === null && own.length === 0 ? 1 : 2,
      epoch: contents.epoch,
      history: toJson(contents.history, "history", null),
      extra: toJson(contents.extra, "extra", null),
      optimizer: toJson(contents.optimizer?.stateDict() ?? null, "optimizer", others),
      generators: toJson(states, "generator", others),
      scheduler: toJson(contents.scheduler?.stateDict() ?? null, "scheduler", null),
      ...(own.length === 0 ? {} : { states: toJson(Object.fromEntries(own), "state", others) }),
      ...(place === null ? {} : { place: toJson(place.value, "place", others) }),
    });
    if (text.length > maxJsonLength)
      throw fail(`extra and the rest make ${text.length} characters of JSON, and ${maxJsonLength} are allowed`);
    const tensors = contents.model.stateDict();
    const twice = [...others.keys()].find((key) => Object.hasOwn(tensors, key));
    if (twice !== undefined) throw fail(`the model has a tensor named ${twice}, and so has the checkpoint itself`);
    const metadata = { format: "pt", "bernoulli.version": version, runtime, [jsonName]: text };
    return { tensors: { ...tensors, ...Object.fromEntries(others) }, metadata, release };
  } catch (error) {
    release();
    throw error instanceof JsonError ? fail(error.message) : error;
  }
}

function generatorStates(
  generators: Readonly<Record<string, Generator>>,
  fail: (message: string) => Error,
): Record<string, Tensor> {
  const wrong = Object.entries(generators).find(([, generator]) => !(generator instanceof Generator));
  if (wrong !== undefined) throw fail(`generators.${wrong[0]} is no Generator`);
  return Object.fromEntries(Object.entries(generators).map(([name, value]) => [name, tensor(value.getState())]));
}

/**
 * What a file's metadata say of a checkpoint. A file of another origin, such as one that Python wrote, says nothing.
 *
 * @throws CheckpointError where it is not what `packCheckpoint` writes.
 */
export function readParts(file: string, metadata: Readonly<Record<string, string>>): CheckpointParts {
  if (!Object.hasOwn(metadata, jsonName)) return noParts;
  const text = metadata[jsonName]!;
  try {
    if (text.length > maxJsonLength)
      throw new JsonError(`it has ${text.length} characters, and ${maxJsonLength} are allowed`);
    return checkParts(parse(text));
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new CheckpointError(`its metadata ${jsonName} cannot be used: ${error.message}`, { file });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonError("it is not JSON");
  }
}

function checkParts(json: unknown): CheckpointParts {
  if (!isPlainObject(json)) throw new JsonError("it is no object");
  if (!jsonVersions.includes(json["version"])) {
    throw new JsonError(
      `it is of version ${String(json["version"])}, and this package reads versions ${jsonVersions.join(" and ")}; take the release that wrote it, or a newer one`,
    );
  }
  const { epoch, optimizer, generators, extra } = json as Record<string, JsonValue>;
  if (!Number.isSafeInteger(epoch) || (epoch as number) < 0) throw new JsonError("epoch is no integer of at least 0");
  if (!isPlainObject(generators)) throw new JsonError("generators is no object");
  if (optimizer === undefined || extra === undefined) throw new JsonError("optimizer or extra is missing");
  // Walked here, so that what is nested too deeply, or names what is not there, is refused in one place.
  const { states = {}, place = null } = json as Record<string, JsonValue>;
  if (!isPlainObject(states)) throw new JsonError("states is no object");
  for (const part of [optimizer, generators, states, place]) fromJson(part, () => null);
  checkPlaceValue(place);
  const plain = (value: JsonValue) =>
    fromJson(value, (key) => {
      throw new JsonError(`it names the tensor ${key} where there can be none`);
    });
  const history = plain((json as Record<string, JsonValue>)["history"] ?? null);
  const problem = historyProblem(history);
  if (problem !== null) throw new JsonError(problem);
  return {
    epoch: epoch as number,
    history: history as EpochRecord[],
    extra: plain(extra) as JsonValue,
    optimizer,
    generators,
    // Files of before have none.
    scheduler: plain((json as Record<string, JsonValue>)["scheduler"] ?? null) as JsonValue,
    states,
    place,
  };
}
