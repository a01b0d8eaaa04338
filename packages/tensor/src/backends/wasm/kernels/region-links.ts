// The links of a region, for vectors side by side: what is computed of streams, of what was given, and of each other. Where streams lie
// is the callers' affair.

import { type Lanes, lanesAt, stepsOfOperation, type Taken, type VectorValues } from "./pointwise-steps.js";
import type { RegionLink, RegionOperation, RegionSource } from "./region.js";

/** What one vector of several side by side has so far. */
export interface Vector {
  readonly at: number;
  /** By stream; null where it was not read yet. */
  readonly streams: (Lanes | null)[];
  readonly results: Lanes[];
  readonly values: VectorValues;
}

/**
 * Emits the links, for vectors side by side; `read` gives a stream's lanes, when they are wanted: fewer registers are taken so.
 * The result gives what else is taken of a vector.
 */
export function emitLinks<V extends Vector>(
  operation: RegionOperation,
  scalars: readonly Lanes[],
  vectors: readonly V[],
  read: (stream: number, vector: V) => Lanes,
): (source: RegionSource, vector: V) => Lanes {
  const lanesOf = ({ from, at }: RegionSource, vector: V): Lanes => {
    if (from === "number") return scalars[at]!;
    if (from === "result") return vector.results[at]!;
    vector.streams[at] ??= read(at, vector);
    return vector.streams[at]!;
  };
  const numbers = numbersOfLinks(operation, scalars);
  for (const [i, link] of operation.links.entries())
    compute(
      link,
      vectors.map((vector) => {
        const input = link.sources.map((source) => lanesOf(source, vector));
        return { ...vector, taken: { input, number: numbers[i]!, step: [] } };
      }),
    );
  return lanesOf;
}

/** The scalars of each link; what is the same number for all of them is one. */
function numbersOfLinks({ links, numbers }: RegionOperation, scalars: readonly Lanes[]): readonly (readonly Lanes[])[] {
  const constants = new Map<string, Lanes>();
  let next = numbers;
  return links.map(({ operation }) =>
    stepsOfOperation(operation).constants.map((constant, at) => {
      const own = scalars[next]!;
      next += 1;
      if (constant === null) return own;
      const key = `${operation.scalars[at]} ${Object.is(constant, -0) ? "-0" : constant}`;
      if (!constants.has(key)) constants.set(key, own);
      return constants.get(key)!;
    }),
  );
}

/**
 * Emits a link, step by step for all vectors: what one waits for another can use. Each of its results is held in a local, as what it
 * would be in memory.
 */
function compute({ operation }: RegionLink, vectors: readonly (Vector & { readonly taken: Taken })[]): void {
  const { steps, results } = stepsOfOperation(operation);
  const types = [operation.output, ...(operation.alsoWrites ?? []).map((at) => operation.inputs[at]!)];
  for (const step of steps) for (const { values, taken } of vectors) taken.step.push(values.compute(step, taken));
  for (const { values, taken, results: all } of vectors)
    for (const [at, place] of results.entries()) all.push(values.asStored(types[at]!, lanesAt(place, taken)));
}
