// ONNX's messages as bytes: the few of them that a net needs. Their fields and numbers are onnx.proto's,
// https://github.com/onnx/onnx/blob/v1.17.0/onnx/onnx.proto. What nodes there are, the others of this folder say.

import type { DType } from "@bernoulli/tensor";
import { bytes, encoded, type Field, float, integer, message, text } from "../wire.js";

/** TensorProto.DataType. */
export const elementTypes = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9, float64: 11 } as const satisfies {
  readonly [D in DType | "int64"]: number;
};

export type OnnxDType = keyof typeof elementTypes;

export type Attribute = number | string | readonly number[] | readonly string[] | { readonly float: number };

export interface OnnxNode {
  readonly opType: string;
  /** "" for an optional one that is not given. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers, texts, and lists of either; `{ float }` for a number that may have a fraction. */
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
const kinds = { float: 1, int: 2, string: 3, ints: 7, strings: 8 } as const;

/** ModelProto. */
export function encodeModel(graph: OnnxGraph, producer: string): Uint8Array<ArrayBuffer> {
  return encoded([
    integer(1, irVersion),
    text(2, producer),
    message(7, graphFields(graph)),
    message(8, [text(1, ""), integer(2, opset)]),
  ]);
}

const graphFields = ({ name, nodes, initializers, inputs, outputs }: OnnxGraph): Field[] => [
  ...nodes.map((node) => message(1, nodeFields(node))),
  text(2, name),
  ...initializers.map((one) => message(5, tensorFields(one))),
  ...inputs.map((value) => message(11, valueFields(value))),
  ...outputs.map((value) => message(12, valueFields(value))),
];

/** TensorProto. */
const tensorFields = ({ name, dtype, shape, bytes: data }: OnnxInitializer): Field[] => [
  ...shape.map((size) => integer(1, size)),
  integer(2, elementTypes[dtype]),
  text(8, name),
  bytes(9, data),
];

/** ValueInfoProto, whose type is TypeProto.Tensor. */
const valueFields = ({ name, dtype, shape }: OnnxValue): Field[] => {
  const dims = shape.map((size) => message(1, [integer(1, size)]));
  return [text(1, name), message(2, [message(1, [integer(1, elementTypes[dtype]), message(2, dims)])])];
};

const nodeFields = ({ opType, inputs, outputs, attributes }: OnnxNode): Field[] => [
  ...inputs.map((name) => text(1, name)),
  ...outputs.map((name) => text(2, name)),
  text(3, outputs[0]!),
  text(4, opType),
  ...Object.entries(attributes).map(([name, value]) => message(5, [text(1, name), ...attributeFields(value)])),
];

function attributeFields(value: Attribute): Field[] {
  if (typeof value === "number") return [integer(3, value), integer(20, kinds.int)];
  if (typeof value === "string") return [text(4, value), integer(20, kinds.string)];
  if ("float" in value) return [float(2, value.float), integer(20, kinds.float)];
  if (value.length > 0 && value.every((item) => typeof item === "string"))
    return [...value.map((item) => text(9, item)), integer(20, kinds.strings)];
  return [...value.map((number) => integer(8, number as number)), integer(20, kinds.ints)];
}
