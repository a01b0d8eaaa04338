// The bytes of the WebAssembly binary format: numbers, names, vectors, sections.
// Not what they mean: values.ts, vectors.ts and function.ts know the instructions.

/** A run of bytes of the binary format, instructions included. */
export type Code = readonly number[];

/** The value types of the format by name. */
export const valueTypeCodes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof valueTypeCodes;

/** An unsigned integer in LEB128: seven bits a byte, the lowest first, the top bit set while more follow. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** A signed integer of 32 bits in LEB128. */
export function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const complete = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(complete ? low : low | 0x80);
    if (complete) return bytes;
  }
}

export function float32Bytes(...values: readonly number[]): Code {
  return [...new Uint8Array(Float32Array.from(values).buffer)];
}

export function float64Bytes(...values: readonly number[]): Code {
  return [...new Uint8Array(Float64Array.from(values).buffer)];
}

export function int32Bytes(...values: readonly number[]): Code {
  return [...new Uint8Array(Int32Array.from(values).buffer)];
}

/** The count of the items, then the items. */
export function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

/** The length of the bytes, then the bytes. */
export function sized(bytes: Code): Code {
  return unsigned(bytes.length).concat(bytes);
}

export function text(value: string): Code {
  return sized([...new TextEncoder().encode(value)]);
}

export function section(id: number, content: Code): Code {
  return [id].concat(sized(content));
}
