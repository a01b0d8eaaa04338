// What a sparse matrix weighs, by dtype: vectors of four floats or two doubles, and the matrix's entries as resample.ts lays them.

import {
  F32x4,
  F64x2,
  type FunctionBuilder,
  type I32,
  type Lane,
  loadF32x4,
  loadF32x4Splat,
  loadF64x2Apart,
  loadF64x2Splat,
} from "../assembler/index.js";
import { elementAccess, type FourAddresses } from "./elements.js";

export type Weighed = "float32" | "float64";
export type Vector = F32x4 | F64x2;

/** What is weighed, and how its entries lie: a place, four bytes, and the weight, as large as an element. */
interface Access {
  readonly bytes: 4 | 8;
  readonly entryBytes: 8 | 16;
  readonly weightOffset: 4 | 8;
  readonly lanes: 4 | 2;
  readonly kind: "f32x4" | "f64x2";
  readonly zero: () => Vector;
  readonly load: (address: I32, offset?: number) => Vector;
  readonly weight: (entry: I32) => Vector;
  readonly loadApart: (addresses: readonly I32[]) => Vector;
  readonly storeLane: (f: FunctionBuilder, address: I32, vector: Vector, lane: number, offset?: number) => void;
}

export const access: { readonly [D in Weighed]: Access } = {
  float32: {
    ...({ bytes: 4, entryBytes: 8, weightOffset: 4, lanes: 4, kind: "f32x4" } as const),
    zero: () => F32x4.of(0),
    load: loadF32x4,
    weight: (entry) => loadF32x4Splat(entry, 4),
    loadApart: (addresses) => elementAccess.float32.loadApart(addresses as FourAddresses),
    storeLane: (f, address, vector, lane, offset) => f.storeLane(address, vector, lane as Lane, offset),
  },
  float64: {
    ...({ bytes: 8, entryBytes: 16, weightOffset: 8, lanes: 2, kind: "f64x2" } as const),
    zero: () => F64x2.zero(),
    load: (address, offset) => loadF32x4(address, offset).asF64x2(),
    weight: (entry) => loadF64x2Splat(entry, 8),
    loadApart: ([first, second]) => loadF64x2Apart(first!, second!),
    storeLane: (f, address, vector, lane, offset) => f.store(address, (vector as F64x2).lane(lane as 0 | 1), offset),
  },
};

export const timesOf = (a: Vector, b: Vector): Vector => (a as F32x4).multiply(b as F32x4);
export const sumOf = (a: Vector, b: Vector): Vector => (a as F32x4).add(b as F32x4);
