// The fields of protobuf messages, as values that are written in order: what ONNX's and TensorBoard's messages are made of. How bytes
// stand is @bufbuild/protobuf's; which field has which number, each format's own file says.

import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** A field of a message. */
export type Field = (writer: BinaryWriter) => void;

const field = (number: number, type: WireType, write: (writer: BinaryWriter) => unknown): Field => {
  return (writer) => void write(writer.tag(number, type));
};
export const text = (number: number, value: string): Field =>
  field(number, WireType.LengthDelimited, (writer) => writer.string(value));
export const bytes = (number: number, value: Uint8Array): Field =>
  field(number, WireType.LengthDelimited, (writer) => writer.bytes(value));
export const double = (number: number, value: number): Field =>
  field(number, WireType.Bit64, (writer) => writer.double(value));
export const float = (number: number, value: number): Field =>
  field(number, WireType.Bit32, (writer) => writer.float(value));
export const integer = (number: number, value: number): Field =>
  field(number, WireType.Varint, (writer) => writer.int64(value));
export const flag = (number: number, value: boolean): Field =>
  field(number, WireType.Varint, (writer) => writer.bool(value));
export const message = (number: number, fields: readonly Field[]): Field => bytes(number, encoded(fields));
export const doubles = (number: number, values: ArrayLike<number>): Field => {
  const packed = new DataView(new ArrayBuffer(8 * values.length));
  for (let at = 0; at < values.length; at++) packed.setFloat64(8 * at, values[at]!, true);
  return bytes(number, new Uint8Array(packed.buffer));
};

/** The bytes of a message of some fields. */
export function encoded(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  for (const write of fields) write(writer);
  return writer.finish();
}
