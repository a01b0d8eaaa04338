// What goes element by element behind a product, done where that is stored: a region of which result 0 is the product, so that what
// lies between is in registers. Products are rows and columns; which they are, and who walks them, is the callers' affair.

import { type F32x4, type FunctionBuilder, type I32, type Local, loadF32x4 } from "../assembler/index.js";
import type { Tile } from "../simd.js";
import { storeAbreast } from "./abreast.js";
import { elementAccess } from "./elements.js";
import { definePointwise, scalarParameters, scalarsIn } from "./pointwise-operation.js";
import { type Lanes, VectorValues } from "./pointwise-steps.js";
import { type RegionOperation, type RegionSource, regionOperation, vectorsOfTurn } from "./region.js";
import { emitLinks } from "./region-links.js";
import { numbered, pick } from "./walk.js";

/** How a stream goes over a product: an element for each, or one for each column, for each row, or for all. */
export type Spread = "each" | "column" | "row" | "one";

/** What is stored is spread over each. */
export interface Epilogue {
  /** Names all of it, for keys of kernels. */
  readonly name: string;
  readonly operation: RegionOperation;
  /** By stream. */
  readonly spreads: readonly Spread[];
}

/** With what it is given in a call. */
export interface EpilogueAt extends Epilogue {
  /** The stream that lies where the product would. */
  readonly home: number;
  /** By stream: where what belongs to the product's first element lies. */
  readonly addresses: readonly number[];
  readonly scalars: readonly number[];
}

export function epilogueOver(operation: RegionOperation, spreads: readonly Spread[]): Epilogue {
  return { name: `${spreads.join(" ")}; ${operation.name}`, operation, spreads };
}

/** What a function that has an epilogue is given for it: `addresses`, then `scalars`. */
export function parametersOfEpilogue({ operation, spreads }: Epilogue): Record<string, "i32" | "f32"> {
  return { ...numbered("i32", "stream", spreads.length), ...scalarParameters(operation) };
}

export function argumentsOfEpilogue({ addresses, scalars }: EpilogueAt): readonly number[] {
  return [...addresses, ...scalars];
}

/** Of a part of the product: of what lies so many elements, columns and rows behind the first. */
export function epilogueFrom(
  epilogue: EpilogueAt,
  offsets: Readonly<Record<Exclude<Spread, "one">, number>>,
): EpilogueAt {
  const { operation, spreads } = epilogue;
  const addresses = epilogue.addresses.map((address, i) => {
    const spread = spreads[i]!;
    return spread === "one" ? address : address + elementAccess[operation.streams[i]!.type].bytes * offsets[spread];
  });
  return { ...epilogue, addresses };
}

/** Where an element is: bytes of floats behind the product's first, and behind the first of a row of columns, or of rows. */
export interface Place {
  readonly element: I32;
  readonly column: I32;
  readonly row: I32 | null;
  /** Further bytes of element, and of column. */
  readonly elementOffset: number;
  readonly columnOffset: number;
}

/** Up to four neighbours in a row. */
export interface ProductVector {
  readonly product: Local<F32x4>;
  readonly place: Place;
}

/**
 * Emits what is the same for all; the result emits the epilogue of vectors side by side, of which so many lanes count, and stores what
 * it stores, so many vectors at a time.
 */
export function epilogueIn(
  f: FunctionBuilder,
  { operation, spreads }: Epilogue,
  given: Readonly<Record<string, unknown>>,
): (vectors: readonly ProductVector[], lanes: number, abreast: number) => void {
  const { streams } = operation;
  const addresses = pick(given, "stream", streams.length);
  const scalars = scalarsIn(f, operation, given);
  // How lanes are read varies from stream to stream; the casts treat them all as floats, which emits the same.
  const access = streams.map(({ type }) => elementAccess[type]) as (typeof elementAccess)["float32"][];
  const held = (i: number, lanes: F32x4) => f.local(access[i]!.kind, `lanes${i}`, lanes as never) as Lanes;
  const ones = spreads.map((spread, i) => (spread === "one" ? held(i, access[i]!.loadOne(addresses[i]!)) : null));
  const read = (i: number, { element, column, row, elementOffset, columnOffset }: Place): Lanes => {
    const spread = spreads[i]!;
    if (spread === "one") return ones[i]!;
    const { bytes, loadOne, loadFour } = access[i]!;
    const at = (floats: I32) => addresses[i]!.add(bytes === 4 ? floats : floats.shiftRightUnsigned(2));
    if (spread === "row") return held(i, loadOne(at(row!)));
    const [from, offset] =
      spread === "each" ? ([at(element), elementOffset] as const) : ([at(column), columnOffset] as const);
    const isFloat = streams[i]!.type === "float32";
    return held(i, isFloat ? loadF32x4(from, offset) : loadFour(from.add((offset * bytes) / 4)));
  };
  return (given, lanes, abreast) => {
    const vectors = given.map(({ product, place }, at) => {
      return { at, place, streams: streams.map(() => null), results: [product as Lanes], values: new VectorValues(f) };
    });
    // What a column has is read once for all rows.
    const columns = new Map<string, Lanes>();
    emitLinks(operation, scalars, vectors, (i, { place }) => {
      if (spreads[i] !== "column") return read(i, place);
      const key = `${i} ${place.columnOffset}`;
      const lanes = columns.get(key) ?? read(i, place);
      columns.set(key, lanes);
      return lanes;
    });
    for (const [i, { stores }] of streams.entries())
      if (stores !== null)
        storeAbreast(f, vectors.length, abreast, (at) => {
          const { results, place } = vectors[at]!;
          const result = results[stores] as Local<F32x4>;
          f.storeLanes(addresses[i]!.add(place.element), result, lanes, place.elementOffset);
        });
  };
}

/** A row of sums in memory. */
export interface SumsRow {
  readonly from: I32;
  readonly fromOffset: number;
  /** Where its first element belongs. */
  readonly place: Place;
}

/** The same for rows of sums, of so many columns each: some vectors side by side. */
export function finishIn(
  f: FunctionBuilder,
  epilogue: Epilogue,
  given: Readonly<Record<string, unknown>>,
  { abreast }: Tile,
): (rows: readonly SumsRow[], columns: number) => void {
  const emit = epilogueIn(f, epilogue, given);
  const products = f.locals("f32x4", "product", vectorsOfTurn);
  return (rows, columns) => {
    const at = ({ from, fromOffset, place }: SumsRow, vector: number) => {
      const bytes = 16 * vector;
      const [elementOffset, columnOffset] = [place.elementOffset + bytes, place.columnOffset + bytes];
      return { sums: loadF32x4(from, fromOffset + bytes), place: { ...place, elementOffset, columnOffset } };
    };
    const turn = (all: readonly ReturnType<typeof at>[], lanes: number) => {
      for (const [i, { sums }] of all.entries()) f.set(products[i]!, sums);
      emit(
        all.map(({ place }, i) => ({ product: products[i]!, place })),
        lanes,
        abreast,
      );
    };
    const whole = Math.floor(columns / 4);
    const vectors = rows.flatMap((row) => Array.from({ length: whole }, (_, i) => at(row, i)));
    // Turns as long as each other, or one vector shorter.
    const turns = Math.ceil(vectors.length / vectorsOfTurn);
    for (let own = 0; own < turns; own += 1) {
      const [begin, end] = [own, own + 1].map((at) => Math.floor((at * vectors.length) / turns));
      turn(vectors.slice(begin, end), 4);
    }
    if (columns % 4 > 0) for (const row of rows) turn([at(row, whole)], columns % 4);
  };
}

/** Nothing but to store. */
export const plainEpilogue = /* @__PURE__ */ epilogueOver(
  /* @__PURE__ */ regionOperation([], [{ type: "float32", isRead: false, stores: 0 }], [], 0),
  ["each"],
);

const addBias = definePointwise({
  name: "bias",
  inputs: ["float32", "float32"],
  output: "float32",
  compute: (_, [sum, bias]) => sum.add(bias),
});

/** The same behind a bias for each column, which becomes its last stream. */
function behindBias({ operation, spreads }: Epilogue): Epilogue {
  const { links, streams, numbers } = operation;
  const moved = ({ from, at }: RegionSource): RegionSource => ({ from, at: from === "result" ? at + 1 : at });
  const bias = [{ from: "result", at: 0 } as const, { from: "stream", at: streams.length } as const];
  return epilogueOver(
    regionOperation(
      [{ operation: addBias, sources: bias }, ...links.map((link) => ({ ...link, sources: link.sources.map(moved) }))],
      [
        ...streams.map((stream) => ({ ...stream, stores: stream.stores === null ? null : stream.stores + 1 })),
        { type: "float32", isRead: true, stores: null },
      ],
      [],
      numbers,
    ),
    [...spreads, "column"],
  );
}

const biased = new WeakMap<RegionOperation, Epilogue>();

/** What is done behind a product that lies at `output`, and behind a bias for each of its columns, where there is one. */
export function epilogueWithBias(behind: EpilogueAt | null, output: number, bias: number | null): EpilogueAt {
  const given = behind ?? { ...plainEpilogue, home: 0, addresses: [output], scalars: [] };
  const addresses = given.addresses.map((address, at) => (at === given.home ? output : address));
  if (bias === null) return { ...given, addresses };
  const epilogue = biased.get(given.operation) ?? behindBias(given);
  biased.set(given.operation, epilogue);
  return { ...given, ...epilogue, addresses: [...addresses, bias] };
}
