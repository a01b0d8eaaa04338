// A region as one pass over memory: what each element of several streams becomes, whatever their strides. Here is what is done with
// four elements, or with one, and the loops of a region without sums; region-sums.ts has the loops of those with some.

import { type F32x4, type FunctionBuilder, type I32, type Local, ModuleBuilder } from "../assembler/index.js";
import type { Kernel, Runtime } from "../runtime.js";
import { type ElementType, elementAccess, type FourAddresses } from "./elements.js";
import { type Pointwise, scalarParameters, scalarsIn } from "./pointwise-operation.js";
import { type Lanes, VectorValues } from "./pointwise-steps.js";
import { emitLinks, type Vector } from "./region-links.js";
import type { Motion } from "./walk.js";
import { emitNest, mergeDimensions, motionOf, numbered, pick, stepsOf, type Walk, type Walked } from "./walk.js";
import { partsOf, type Work } from "./work.js";

/** What a region's links, and its streams, take. */
export interface RegionSource {
  readonly from: "stream" | "result" | "number";
  readonly at: number;
}

export interface RegionLink {
  readonly operation: Pointwise;
  readonly sources: readonly RegionSource[];
}

export interface RegionStream {
  readonly type: ElementType;
  readonly isRead: boolean;
  /** The result that is stored; null for none. */
  readonly stores: number | null;
}

/** What is computed of an element. Its scalars are first `numbers` floats, and then those of each link. */
export interface RegionOperation {
  /** Names all of it: the key of its kernels. */
  readonly name: string;
  readonly links: readonly RegionLink[];
  readonly streams: readonly RegionStream[];
  /** What is added up. */
  readonly sums: readonly RegionSource[];
  readonly numbers: number;
  readonly scalars: Pointwise["scalars"];
  /** About what an element takes. */
  readonly nanoseconds: number;
}

export function regionOperation(
  links: readonly RegionLink[],
  streams: readonly RegionStream[],
  sums: readonly RegionSource[],
  numbers: number,
): RegionOperation {
  const source = ({ from, at }: RegionSource) => `${from} ${at}`;
  const name = [
    ...streams.map(
      ({ type, isRead, stores }) => `${type}${isRead ? " read" : ""}${stores === null ? "" : ` ← ${stores}`}`,
    ),
    ...links.map(({ operation, sources }) => `${operation.name}(${sources.map(source).join(", ")})`),
    ...sums.map((sum) => `sum ${source(sum)}`),
  ];
  return {
    name: `${numbers}; ${name.join("; ")}`,
    links,
    streams,
    sums,
    numbers,
    scalars: [
      ...Array.from({ length: numbers }, () => "float32" as const),
      ...links.flatMap(({ operation }) => operation.scalars),
    ],
    nanoseconds: 0.15 * streams.length + 0.1 * (links.length + sums.length),
  };
}

/** The streams of a region as a function walks them: where each is, and how it goes on. */
export interface Walker {
  readonly addresses: readonly Local<I32>[];
  /** Emits what comes before a row: what is the same all along it. */
  enterRow(): void;
  /** Emits one turn, over one element or so many vectors of four; gives what is to be added up of each vector. */
  turn(elements: 1 | 4, vectors?: number): readonly (readonly F32x4[])[];
}

/** `addresses` are what it moves; `stepOf` says by how much from one element of a row to the next, in bytes. */
export function walkerOf(
  f: FunctionBuilder,
  operation: RegionOperation,
  motions: readonly Motion[],
  addresses: readonly Local<I32>[],
  stepOf: (stream: number) => I32,
  scalars: readonly Lanes[],
): Walker {
  const { streams } = operation;
  // How lanes are read varies from stream to stream; the casts below treat them all as floats, which emits the same.
  const access = streams.map(({ type }) => elementAccess[type]) as (typeof elementAccess)["float32"][];
  const fourSteps = motions.map((motion, i) =>
    motion === "apart" ? f.local("i32", `fourSteps${i}`, stepOf(i).shiftLeft(2)) : null,
  );
  const broadcast = motions.map((motion, i) =>
    motion === "broadcast" ? f.local(access[i]!.kind, `broadcast${i}`) : null,
  );
  const apart = (i: number, vector: number): FourAddresses => {
    const step = stepOf(i);
    const address = vector === 0 ? addresses[i]! : addresses[i]!.add(fourSteps[i]!.multiply(vector));
    return [address, address.add(step), address.add(step.shiftLeft(1)), address.add(step.multiply(3))];
  };
  const load = (i: number, elements: 1 | 4, vector: number): F32x4 => {
    if (elements === 1) return access[i]!.loadOne(addresses[i]!);
    if (motions[i] === "apart") return access[i]!.loadApart(apart(i, vector));
    return access[i]!.loadFour(addresses[i]!, 4 * access[i]!.bytes * vector);
  };
  const store = (i: number, value: F32x4, elements: 1 | 4, vector: number): void => {
    if (elements === 1) access[i]!.storeOne(f, addresses[i]!, value);
    else if (motions[i] === "apart") access[i]!.storeApart(f, apart(i, vector), value);
    else access[i]!.storeFour(f, addresses[i]!, value, 4 * access[i]!.bytes * vector);
  };
  return {
    addresses,
    enterRow: () => {
      for (const [i, { isRead }] of streams.entries())
        if (isRead && motions[i] === "broadcast")
          f.set(broadcast[i] as Local<F32x4>, access[i]!.loadOne(addresses[i]!));
    },
    turn: (elements, count = 1) => {
      const vectors = Array.from(
        { length: count },
        (_, at): Vector => ({ at, streams: streams.map(() => null), results: [], values: new VectorValues(f) }),
      );
      const lanesOf = emitLinks(
        operation,
        scalars,
        vectors,
        (i, { at }) => broadcast[i] ?? (f.local(access[i]!.kind, `lanes${i}`, load(i, elements, at) as never) as Lanes),
      );
      const sums = vectors.map((vector) => operation.sums.map((sum) => lanesOf(sum, vector) as F32x4));
      for (const vector of vectors)
        for (const [i, { stores }] of streams.entries())
          if (stores !== null) store(i, vector.results[stores] as F32x4, elements, vector.at);
      for (const [i, motion] of motions.entries()) {
        if (motion === "together") f.increase(addresses[i]!, elements * count * access[i]!.bytes);
        else if (motion === "apart")
          f.increase(addresses[i]!, elements === 1 ? stepOf(i) : fourSteps[i]!.multiply(count));
      }
      return sums;
    },
  };
}

/** What a region without sums does, for a job that may do more. `walked`: its streams, all of one shape. */
export function regionWork(
  runtime: Runtime,
  operation: RegionOperation,
  shape: readonly number[],
  walked: readonly Walked[],
  scalars: readonly number[],
): Work {
  const { sizes, strides, kernel } = loopsOf(runtime, operation, shape, walked);
  const elements = sizes.reduce((product, size) => product * size, 1);
  const tasks = (parts: number) => {
    for (const part of partsOf(sizes, Math.min(parts, Math.floor(elements / elementsOfPart)))) {
      const addresses = walked.map(({ address, bytes }, i) => address + part.begin * strides[i]![part.loop]! * bytes);
      const steps = walked.flatMap(({ bytes }, i) => stepsOf(part.sizes, strides[i]!, bytes));
      runtime.task(() => runtime.callWith(kernel, "run", [...addresses, ...part.sizes, ...steps, ...scalars]));
    }
  };
  return { nanoseconds: elements * operation.nanoseconds, tasks };
}

/** Elements that a task has at least. */
export const elementsOfPart = 16 * 1024;

/** The same as one task, of streams that lie elsewhere from call to call but are walked alike. */
export function regionCall(
  runtime: Runtime,
  operation: RegionOperation,
  shape: readonly number[],
  walked: readonly Walked[],
  scalars: readonly number[],
): (addresses: readonly number[]) => void {
  const { sizes, strides, kernel } = loopsOf(runtime, operation, shape, walked);
  const steps = walked.flatMap(({ bytes }, i) => stepsOf(sizes, strides[i]!, bytes));
  const rest = [...sizes, ...steps, ...scalars];
  return (addresses) => runtime.callWith(kernel, "run", [...addresses, ...rest]);
}

function loopsOf(
  runtime: Runtime,
  operation: RegionOperation,
  shape: readonly number[],
  walked: readonly Walked[],
): Walk & { readonly kernel: Kernel } {
  const { sizes, strides } = rowsOf(
    mergeDimensions(
      shape,
      walked.map((stream) => stream.strides),
    ),
  );
  const motions = strides.map((own) => motionOf(own.at(-1)!));
  const kernel = runtime.kernel(keyOf(operation, motions, sizes.length), () =>
    emitRegion(operation, sizes.length, motions),
  );
  return { sizes, strides, kernel };
}

/** A single element is a row of one. */
function rowsOf(walk: Walk): Walk {
  return walk.sizes.length > 0 ? walk : { sizes: [1], strides: walk.strides.map(() => [1]) };
}

/** The kernels' keys by operation and by a number for loops and motions: building a string for each call costs more. */
const keys = new WeakMap<RegionOperation, Map<string, string>>();
const letters: { readonly [M in Motion]: string } = { together: "t", broadcast: "b", apart: "a" };

/** `loops`: what the kernel depends on beside the operation and how its streams move. */
export function keyOf(operation: RegionOperation, motions: readonly Motion[], loops: number | string): string {
  let own = keys.get(operation);
  if (own === undefined) {
    own = new Map();
    keys.set(operation, own);
  }
  const place = `${loops}${motions.map((motion) => letters[motion]).join("")}`;
  let key = own.get(place);
  if (key === undefined) {
    key = `region ${operation.name} ${place}`;
    own.set(place, key);
  }
  return key;
}

/** `run(addresses…, sizes…, steps of each stream…, scalars…)` */
export function emitRegion(operation: RegionOperation, rank: number, motions: readonly Motion[]): ModuleBuilder {
  const module = new ModuleBuilder();
  const count = operation.streams.length;
  const parameters = {
    ...numbered("i32", "address", count),
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", count * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count);
    const sizes = pick(given, "size", rank);
    const steps = pick(given, "step", count * rank);
    const stepOf = (stream: number, loop: number): I32 => steps[stream * rank + loop] as I32;
    const scalars = scalarsIn(f, operation, given);
    const walker = walkerOf(f, operation, motions, addresses, (stream) => stepOf(stream, rank - 1), scalars);
    const size = sizes[rank - 1]!;
    emitNest(
      f,
      sizes.slice(0, rank - 1),
      () => {
        walker.enterRow();
        emitRow(f, walker, size);
      },
      (loop) => {
        for (const [stream, address] of addresses.entries()) f.increase(address, stepOf(stream, loop));
      },
    );
  });
  return module;
}

/** Vectors that are computed side by side: while one waits for a result others go on. */
export const vectorsOfTurn = 4;

export function emitRow(f: FunctionBuilder, walker: Walker, size: I32): void {
  f.repeat(size.shiftRightUnsigned(2 + Math.log2(vectorsOfTurn)), () => void walker.turn(4, vectorsOfTurn));
  f.repeat(size.shiftRightUnsigned(2).and(vectorsOfTurn - 1), () => void walker.turn(4));
  f.repeat(size.and(3), () => void walker.turn(1));
}
