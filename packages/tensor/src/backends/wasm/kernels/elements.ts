// How the elements of each dtype come out of memory into four lanes, and back: four neighbours, four that lie apart, or
// one. float64 is missing: the reference backend serves it.

import type { DType } from "../../../tensor/dtype.js";
import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  I32x4,
  type Lane,
  loadF32x4,
  loadF32x4Lane,
  loadF32x4Low,
  loadF32x4Splat,
  loadI32,
  loadI32x4,
  loadU8,
} from "../assembler/index.js";

export type ElementType = Exclude<DType, "float64">;

/** What the four lanes of a dtype are read as; a bool lane is 1 or 0. */
export interface LanesOf {
  float32: F32x4;
  int32: I32x4;
  uint8: I32x4;
  bool: I32x4;
}

interface Access<Lanes> {
  readonly kind: "f32x4" | "i32x4";
  readonly bytes: 1 | 4;
  /** At `address` and so many bytes on. */
  readonly loadFour: (address: I32, offset?: number) => Lanes;
  readonly loadApart: (addresses: FourAddresses) => Lanes;
  /** One element into all lanes. */
  readonly loadOne: (address: I32) => Lanes;
  readonly storeFour: (f: FunctionBuilder, address: I32, lanes: Lanes, offset?: number) => void;
  readonly storeApart: (f: FunctionBuilder, addresses: FourAddresses, lanes: Lanes) => void;
  /** The lowest lane. */
  readonly storeOne: (f: FunctionBuilder, address: I32, lanes: Lanes) => void;
}

export type FourAddresses = readonly [I32, I32, I32, I32];

const laneNumbers: readonly Lane[] = [0, 1, 2, 3];

const loadWordsApart = ([a, b, c, d]: FourAddresses): F32x4 =>
  loadF32x4Lane(d, loadF32x4Lane(c, loadF32x4Lane(b, loadF32x4Low(a), 1), 2), 3);

const float32: Access<F32x4> = {
  kind: "f32x4",
  bytes: 4,
  loadFour: loadF32x4,
  loadApart: loadWordsApart,
  loadOne: (address) => loadF32x4Splat(address),
  storeFour: (f, address, lanes, offset) => f.store(address, lanes, offset),
  storeApart: (f, addresses, lanes) => {
    for (const lane of laneNumbers) f.storeLane(addresses[lane], lanes, lane);
  },
  storeOne: (f, address, lanes) => f.storeLane(address, lanes, 0),
};

const int32: Access<I32x4> = {
  kind: "i32x4",
  bytes: 4,
  loadFour: loadI32x4,
  loadApart: (addresses) => loadWordsApart(addresses).asI32x4(),
  loadOne: (address) => I32x4.splat(loadI32(address)),
  storeFour: (f, address, lanes, offset) => f.store(address, lanes, offset),
  storeApart: (f, addresses, lanes) => {
    for (const lane of laneNumbers) f.storeLane(addresses[lane], lanes, lane);
  },
  storeOne: (f, address, lanes) => f.storeLane(address, lanes, 0),
};

/** Bytes wrap when stored, as PyTorch's uint8 does. */
const uint8: Access<I32x4> = {
  kind: "i32x4",
  bytes: 1,
  loadFour: (address, offset) => loadF32x4Low(address, offset).asI32x4().unpackBytes(),
  loadApart: ([a, b, c, d]) =>
    I32x4.splat(loadU8(a)).withLane(1, loadU8(b)).withLane(2, loadU8(c)).withLane(3, loadU8(d)),
  loadOne: (address) => I32x4.splat(loadU8(address)),
  storeFour: (f, address, lanes, offset) => f.storeLane(address, lanes.and(0xff).packBytes(), 0, offset),
  storeApart: (f, addresses, lanes) => {
    for (const lane of laneNumbers) f.storeByte(addresses[lane], lanes.lane(lane));
  },
  storeOne: (f, address, lanes) => f.storeByte(address, lanes.lane(0)),
};

export const elementAccess: { readonly [E in ElementType]: Access<LanesOf[E]> } = {
  float32,
  int32,
  uint8,
  bool: uint8,
};
