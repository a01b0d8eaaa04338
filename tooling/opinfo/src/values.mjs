// Recorded values: tensors with their strides, numbers that JSON lacks, lists and tuples, and what stands for them here.

import { bernoulli } from "./library.mjs";
import { cannot } from "./verdicts.mjs";

export const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};
/** The dtype of ours that stands for one of PyTorch's. */
export const dtypeOf = (dtype) => (dtype === "int64" ? "int32" : dtype);

function bytesOf(data) {
  const bytes = Buffer.from(data, "base64");
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** The window of storage of a recorded tensor, in memory order. */
function windowOf({ dtype, data }) {
  if (dtype === "int64") {
    const wide = new BigInt64Array(bytesOf(data));
    const narrow = Int32Array.from(wide, Number);
    if (wide.some((value, at) => value !== BigInt(narrow[at]))) cannot("dtype", "int64 beyond int32");
    return narrow;
  }
  if (arrays[dtype] === undefined) cannot("dtype", dtype);
  return new arrays[dtype](bytesOf(data));
}

/** The elements of a recorded tensor, in row-major order, as numbers. */
export function elementsOf(recorded) {
  const { dtype, shape, strides, offset, data } = recorded;
  const memory = dtype === "int64" ? Array.from(new BigInt64Array(bytesOf(data)), Number) : windowOf(recorded);
  const elements = [];
  const visit = (dim, at) => {
    if (dim === shape.length) elements.push(memory[at]);
    else for (let index = 0; index < shape[dim]; index++) visit(dim + 1, at + index * strides[dim]);
  };
  visit(0, offset);
  return elements;
}

/** A tensor of the recorded shape, strides and contents. `leaves` gathers those that require a gradient. */
export function build(recorded, leaves) {
  const { shape, strides, offset, requiresGrad = false } = recorded;
  const dtype = dtypeOf(recorded.dtype);
  const flat = bernoulli.tensor(windowOf(recorded), { dtype });
  const result = new bernoulli.Tensor(flat.storage, dtype, { shape, strides, offset });
  if (requiresGrad) leaves.push(result.requiresGrad_());
  return result;
}

export const numberOf = (value) => (typeof value === "number" ? value : Number(value.replace("inf", "Infinity")));

/** A recorded argument as one of ours. */
export function decode(value, leaves) {
  if (value === null || typeof value === "string") return value ?? undefined;
  if ("tensor" in value) return build(value.tensor, leaves);
  if ("bool" in value) return value.bool;
  if ("int" in value) return value.int;
  if ("float" in value) return numberOf(value.float);
  if ("dtype" in value) return { dtype: value.dtype };
  if ("list" in value) return value.list.map((item) => decode(item, leaves));
  if ("tuple" in value)
    return Object.assign(
      value.tuple.map((item) => decode(item, leaves)),
      { isTuple: true },
    );
  if ("slice" in value) return { slice: value.slice.map((item) => decode(item, leaves)) };
  if ("ellipsis" in value) return { ellipsis: true };
  if ("function" in value) return { function: value.function };
  if ("complex" in value) cannot("complex", "a number");
  if ("dict" in value)
    return Object.fromEntries(Object.entries(value.dict).map(([key, item]) => [key, decode(item, leaves)]));
  return { object: value.object };
}

const scalar = (dtype, data) => ({
  dtype,
  shape: [],
  strides: [],
  offset: 0,
  data: Buffer.from(data.buffer).toString("base64"),
});

/** Tensors among recorded outputs, in PyTorch's order. */
export function recordedLeaves(value) {
  if (value === null || typeof value !== "object") return [];
  if ("tensor" in value) return [value.tensor];
  if ("int" in value) return [scalar("int64", new BigInt64Array([BigInt(value.int)]))];
  if ("float" in value) return [scalar("float64", new Float64Array([numberOf(value.float)]))];
  if ("bool" in value) return [scalar("bool", new Uint8Array([value.bool ? 1 : 0]))];
  if ("dict" in value) return Object.values(value.dict).flatMap(recordedLeaves);
  if ("complex" in value) cannot("complex", "an output");
  if ("object" in value) cannot("sparse or quantised", `an output ${value.object}`);
  return (value.list ?? value.tuple ?? []).flatMap(recordedLeaves);
}

/** The recorded arguments, those inside lists too. */
export function* argumentsOf(record) {
  const queue = [record.input, ...record.args, ...Object.values(record.kwargs)];
  for (const value of queue) {
    if (value === null || typeof value !== "object") continue;
    const inside = value.list ?? value.tuple;
    if (inside !== undefined) queue.push(...inside);
    else yield value;
  }
}
