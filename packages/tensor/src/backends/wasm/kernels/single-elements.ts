// Single elements of a dtype, as pooling loads, compares and stores them one by one.

import { F32, F64, type FunctionBuilder, I32, loadF32, loadF64, loadI32, loadU8 } from "../assembler/index.js";

export type PooledType = "float32" | "float64" | "int32" | "uint8";

export interface Elements {
  readonly kind: "f32";
  /** Of two to this power, an element's bytes. */
  readonly shift: number;
  readonly load: (address: I32) => F32;
  readonly store: (f: FunctionBuilder, address: I32, value: F32) => void;
  /** What a window gives that lies wholly in the border. */
  readonly least: F32;
}

/** Single elements of a dtype. All are typed as floats: what is done with any of them has the same name. */
export function elementsOf(type: PooledType): Elements {
  const store = (f: FunctionBuilder, address: I32, value: F32) => f.store(address, value);
  const storeByte = (f: FunctionBuilder, address: I32, value: I32) => f.storeByte(address, value);
  const all = {
    float32: { kind: "f32", shift: 2, load: loadF32, store, least: F32.of(Number.NEGATIVE_INFINITY) },
    float64: { kind: "f64", shift: 3, load: loadF64, store, least: F64.of(Number.NEGATIVE_INFINITY) },
    int32: { kind: "i32", shift: 2, load: loadI32, store, least: I32.of(-(2 ** 31)) },
    uint8: { kind: "i32", shift: 0, load: loadU8, store: storeByte, least: I32.of(0) },
  };
  return all[type] as unknown as Elements;
}
