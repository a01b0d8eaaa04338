// Data as a pickle of protocol 2, which every Python since 2.3 reads. Nothing is memorised: what stands twice is written twice.

import { PickleDict, PickleGlobal, PicklePersistent, PickleTuple, type PickleValue } from "./values.js";

/** Bytes that grow. */
class Sink {
  #bytes = new Uint8Array(1024);
  #length = 0;

  room(count: number): DataView {
    if (this.#length + count > this.#bytes.length) {
      const larger = new Uint8Array(2 * (this.#length + count));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#length += count;
    return new DataView(this.#bytes.buffer, this.#length - count, count);
  }

  byte(...values: readonly number[]): void {
    const view = this.room(values.length);
    for (const [at, value] of values.entries()) view.setUint8(at, value);
  }

  bytes(values: Uint8Array): void {
    const view = this.room(values.length);
    new Uint8Array(view.buffer, view.byteOffset, values.length).set(values);
  }

  get result(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** A value's pickle, from the protocol to the stop. Integers are written as ints, other numbers as floats. */
export function writePickle(value: PickleValue): Uint8Array<ArrayBuffer> {
  const sink = new Sink();
  sink.byte(0x80, 2);
  write(sink, value);
  sink.byte(0x2e);
  return sink.result;
}

function write(sink: Sink, value: PickleValue): void {
  if (value === null) sink.byte(0x4e);
  else if (typeof value === "boolean") sink.byte(value ? 0x88 : 0x89);
  else if (typeof value === "number") writeNumber(sink, value);
  else if (typeof value === "bigint") writeLong(sink, value);
  else if (typeof value === "string") writeText(sink, value);
  else if (value instanceof Uint8Array) throw new TypeError("protocol 2 has no bytes");
  else if (Array.isArray(value)) {
    sink.byte(0x5d);
    writeAll(sink, value, 0x65);
  } else if (value instanceof PickleTuple) writeTuple(sink, value.items);
  else if (value instanceof PickleDict) {
    sink.byte(0x7d);
    writeAll(sink, value.entries.flat(), 0x75);
  } else if (value instanceof PickleGlobal) {
    sink.byte(0x63);
    sink.bytes(new TextEncoder().encode(`${value.module}\n${value.name}\n`));
  } else if (value instanceof PicklePersistent) {
    write(sink, value.id);
    sink.byte(0x51);
  } else {
    write(sink, value.callable);
    writeTuple(sink, value.args);
    sink.byte(0x52);
    writeAll(sink, value.items, 0x65);
    writeAll(sink, value.entries.flat(), 0x75);
    if (value.state !== undefined) {
      write(sink, value.state);
      sink.byte(0x62);
    }
  }
}

/** Values between a mark and the opcode that takes them; nothing where there are none. */
function writeAll(sink: Sink, values: readonly PickleValue[], opcode: number): void {
  if (values.length === 0) return;
  sink.byte(0x28);
  for (const value of values) write(sink, value);
  sink.byte(opcode);
}

function writeTuple(sink: Sink, items: readonly PickleValue[]): void {
  if (items.length > 3) {
    writeAll(sink, items, 0x74);
    return;
  }
  for (const item of items) write(sink, item);
  sink.byte(items.length === 0 ? 0x29 : 0x84 + items.length);
}

function writeNumber(sink: Sink, value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    sink.byte(0x47);
    sink.room(8).setFloat64(0, value, false);
  } else if (value === (value | 0)) {
    sink.byte(0x4a);
    sink.room(4).setInt32(0, value, true);
  } else writeLong(sink, BigInt(value));
}

function writeLong(sink: Sink, value: bigint): void {
  const bytes: number[] = [];
  let rest = value;
  // The highest bit of the last byte is the sign's.
  do {
    bytes.push(Number(rest & 255n));
    rest >>= 8n;
  } while (!((rest === 0n && bytes.at(-1)! < 128) || (rest === -1n && bytes.at(-1)! >= 128)));
  sink.byte(0x8a, bytes.length, ...bytes);
}

function writeText(sink: Sink, text: string): void {
  const bytes = new TextEncoder().encode(text);
  sink.byte(0x58);
  sink.room(4).setUint32(0, bytes.length, true);
  sink.bytes(bytes);
}
