// Checkpoints that somebody has changed: a good one with one value that is wrong, or, by chance, one that is not.

import { type Tensor, tensor } from "@bernoulli/tensor";
import { seeded } from "@bernoulli/testing";
import { jsonName } from "./contents.js";

export interface CheckpointFile {
  readonly tensors: Readonly<Record<string, Tensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const mark = (name: string) => ({ $number: name });
/** None of them large: a rate of 1e30 is one, and nobody can tell that it was not meant. */
const values = [
  ...["NaN", "Infinity", "-Infinity", "-0", "seven"].map(mark),
  ...[-1, -0.5, 0.5, 1, 1.5, 2],
  ...[null, true, false, "0.5", "", [], {}, [1, 2], { $tensor: "optimizer.state.0.step" }, { $tensor: "weight" }],
];
const elements = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 1];

type Container = Record<string, unknown>;

/** All places in a value of JSON, as an object and a member of it. */
function places(value: unknown): [Container, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([name, member]) => [[value as Container, name], ...places(member)] as [Container, string][],
  );
}

/** The tensors that were made are the caller's to free; `what` says what was done. */
export function mutateCheckpoint(
  { tensors, metadata }: CheckpointFile,
  seed: number,
): CheckpointFile & { readonly what: string } {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const kind = pick(["value", "value", "value", "without", "element", "element", "byte", "length"]);
  if (kind === "value" || kind === "without") {
    const json = JSON.parse(metadata[jsonName]!) as Container;
    const [container, name] = pick(places(json));
    const value = pick(values);
    if (kind === "without") delete container[name];
    // With 0 for it, a weight without gradient is divided by 0: as PyTorch has it.
    else container[name] = name === "eps" && Object.is(value, -0) ? 1 : value;
    const text = JSON.stringify(json);
    return { tensors, metadata: { ...metadata, [jsonName]: text }, what: `${kind} ${name} ${JSON.stringify(value)}` };
  }
  const isByte = kind === "byte";
  const key = pick(Object.keys(tensors).filter((name) => name.startsWith(isByte ? "generator." : "optimizer.")));
  const before = tensors[key]!;
  const data = before.toTypedArray().slice();
  const at =
    isByte && random() < 0.5 ? data.length - 1 - Math.floor(random() * 64) : Math.floor(random() * data.length);
  data[at] = isByte ? Math.floor(random() * 256) : pick(elements);
  const changed = kind === "length" ? tensor(data.slice(1)) : tensor(data, { dtype: before.dtype }).view(before.shape);
  return { tensors: { ...tensors, [key]: changed }, metadata, what: `${kind} ${at} of ${key} ${data[at]}` };
}
