// ONNX's messages as bytes: the few of them that a net needs. Their fields and numbers are onnx.proto's,
// https://github.com/onnx/onnx/blob/v1.17.0/onnx/onnx.proto. What nodes there are, the others of this folder say.

import type { DType } from "@bernoulli/tensor";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** TensorProto.DataType. */
export const elementTypes = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9, float64: 11 } as const satisfies {
  readonly [D in DType | "int64"]: number;
};

export type OnnxDType = keyof typeof elementTypes;

export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface OnnxNode {
  readonly opType: string;
  /** "" for an optional one that is not given. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers, lists of them and texts; `{ float }` for a number that may have a fraction. */
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface OnnxInitializer {
  readonly name: string;
  readonly dtype: OnnxDType;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export interface OnnxValue {
  readonly name: string;
  readonly dtype: OnnxDType;
  readonly shape: readonly number[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxInitializer[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/** The set of operators that the nodes are of, and the version of the format that came with it. */
export const opset = 17;
const irVersion = 8;

/** AttributeProto.AttributeType. */
const kinds = { float: 1, int: 2, string: 3, ints: 7 } as const;

const nested = (writer: BinaryWriter, field: number, body: (inner: BinaryWriter) => void) => {
  writer.tag(field, WireType.LengthDelimited).fork();
  body(writer);
  writer.join();
};
const text = (writer: BinaryWriter, field: number, value: string) =>
  writer.tag(field, WireType.LengthDelimited).string(value);
const int = (writer: BinaryWriter, field: number, value: number) => writer.tag(field, WireType.Varint).int64(value);

/** ModelProto. */
export function encodeModel(graph: OnnxGraph, producer: string): Uint8Array {
  const writer = new BinaryWriter();
  int(writer, 1, irVersion);
  text(writer, 2, producer);
  nested(writer, 7, (inner) => writeGraph(inner, graph));
  nested(writer, 8, (inner) => {
    text(inner, 1, "");
    int(inner, 2, opset);
  });
  return writer.finish();
}

function writeGraph(writer: BinaryWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) nested(writer, 1, (inner) => writeNode(inner, node));
  text(writer, 2, graph.name);
  for (const { name, dtype, shape, bytes } of graph.initializers)
    nested(writer, 5, (inner) => {
      for (const size of shape) int(inner, 1, size);
      int(inner, 2, elementTypes[dtype]);
      text(inner, 8, name);
      inner.tag(9, WireType.LengthDelimited).bytes(bytes);
    });
  for (const value of graph.inputs) nested(writer, 11, (inner) => writeValue(inner, value));
  for (const value of graph.outputs) nested(writer, 12, (inner) => writeValue(inner, value));
}

/** ValueInfoProto, whose type is TypeProto.Tensor. */
function writeValue(writer: BinaryWriter, { name, dtype, shape }: OnnxValue): void {
  text(writer, 1, name);
  nested(writer, 2, (type) =>
    nested(type, 1, (tensor) => {
      int(tensor, 1, elementTypes[dtype]);
      nested(tensor, 2, (dims) => {
        for (const size of shape) nested(dims, 1, (dim) => int(dim, 1, size));
      });
    }),
  );
}

function writeNode(writer: BinaryWriter, { opType, inputs, outputs, attributes }: OnnxNode): void {
  for (const name of inputs) text(writer, 1, name);
  for (const name of outputs) text(writer, 2, name);
  text(writer, 3, outputs[0]!);
  text(writer, 4, opType);
  for (const [name, value] of Object.entries(attributes))
    nested(writer, 5, (inner) => {
      text(inner, 1, name);
      writeAttribute(inner, value);
    });
}

function writeAttribute(writer: BinaryWriter, value: Attribute): void {
  const kind = (number: number) => int(writer, 20, number);
  if (typeof value === "number") {
    int(writer, 3, value);
    kind(kinds.int);
  } else if (typeof value === "string") {
    writer.tag(4, WireType.LengthDelimited).bytes(new TextEncoder().encode(value));
    kind(kinds.string);
  } else if ("float" in value) {
    writer.tag(2, WireType.Bit32).float(value.float);
    kind(kinds.float);
  } else {
    for (const number of value) int(writer, 8, number);
    kind(kinds.ints);
  }
}
