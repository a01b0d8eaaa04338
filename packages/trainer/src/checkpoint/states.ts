// What a checkpoint holds beside model, optimizer and scheduler: the states of callbacks, and a place within an epoch. Not the file.

import { type Generator, isTensor, type Tensor, tensor } from "@bernoulli/tensor";
import type { RunningState } from "../metrics.js";
import type { EpochPlace, PassPlace } from "../place.js";
import { fromJson, isPlainObject, JsonError, type JsonValue } from "./json.js";

/**
 * What has a state of its own that a run needs to go on: an average of weights, the best weights so far, a count. The state is plain data
 * with tensors in it; `loadStateDict` copies what it keeps, and throws before it changes anything.
 */
export interface Restorable {
  stateDict(): unknown;
  loadStateDict(state: any): void;
}

/** A place, and where the random streams were when its pass began, by the names of the checkpoint's generators. */
export interface SavedPlace extends PassPlace {
  readonly starts: Readonly<Record<string, Uint8Array>>;
}

/** A place as `toJson` takes it; its tensors are the caller's to free. */
export function placeAsValue({ batch, running, seconds, starts }: SavedPlace): { value: object; tensors: Tensor[] } {
  const asTensors = (arrays: Readonly<Record<string, Float64Array | Uint8Array>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, tensor(values)]));
  const [sums, begins] = [asTensors(running.sums), asTensors(starts)];
  const value = { batch, seconds, samples: running.samples, sums, starts: begins };
  return { value, tensors: [...Object.values(sums), ...Object.values(begins)] };
}

/** @throws JsonError where it is no place. */
export function checkPlaceValue(value: JsonValue): void {
  if (value === null) return;
  const isPlace =
    isPlainObject(value) &&
    Number.isSafeInteger(value["batch"]) &&
    (value["batch"] as number) >= 1 &&
    typeof value["seconds"] === "number" &&
    Number.isSafeInteger(value["samples"]) &&
    isPlainObject(value["sums"]) &&
    isPlainObject(value["starts"]);
  if (!isPlace) throw new JsonError("its place within an epoch is none");
}

/** The place that a checkpoint holds, for the generators that were restored; null where one of them was not. */
export function placeOf(
  value: JsonValue,
  tensors: Readonly<Record<string, Tensor>>,
  generators: Readonly<Record<string, Generator>>,
  stateOf: (key: string, tensor: Tensor) => Uint8Array,
  isOwn: (generator: string) => boolean = () => true,
): EpochPlace | null {
  if (value === null) return null;
  const { batch, seconds, samples, sums, starts } = value as unknown as {
    batch: number;
    seconds: number;
    samples: number;
    sums: Readonly<Record<string, JsonValue>>;
    starts: Readonly<Record<string, JsonValue>>;
  };
  const of = (reference: JsonValue): readonly [string, Tensor] => {
    let found = "";
    const read = fromJson(reference, (key) => {
      found = key;
      return tensors[key];
    });
    if (!isTensor(read)) throw new JsonError("its place within an epoch names what is no tensor");
    return [found, read];
  };
  const running: RunningState = {
    samples,
    sums: Object.fromEntries(
      Object.entries(sums).map(([name, reference]) => [
        name,
        Float64Array.from(of(reference)[1].toTypedArray(), Number),
      ]),
    ),
  };
  const names = Object.keys(starts).filter(isOwn);
  if (names.some((name) => generators[name] === undefined)) return null;
  return {
    batch,
    seconds,
    running,
    starts: names.map((name) => ({ generator: generators[name]!, state: stateOf(...of(starts[name]!)) })),
  };
}
