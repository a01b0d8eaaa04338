// A graph of ONNX while it is written: nodes, constants, and which value each tensor is. What nodes a call becomes is
// calls.ts's and formulas.ts's.

import type { DType, Tensor, TypedArray } from "@bernoulli/tensor";
import { FormatError } from "../errors.js";
import type { Attribute, OnnxDType, OnnxInitializer, OnnxNode } from "./proto.js";

/** A value of the graph. */
export interface Value {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: OnnxDType;
}

export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly initializers: OnnxInitializer[] = [];
  /** What a value was before it was stretched: operators that stretch by themselves take that. */
  readonly stretched = new Map<string, Value>();
  readonly #file: string;
  readonly #values = new Map<Tensor, { readonly value: Value; readonly version: number }>();
  readonly #state: ReadonlyMap<Tensor["storage"], { readonly key: string; readonly tensor: Tensor }>;
  readonly #names = new Set<string>();
  readonly #constants = new Map<string, Value>();

  constructor(file: string, state: Readonly<Record<string, Tensor>>) {
    this.#file = file;
    this.#state = new Map(Object.entries(state).map(([key, tensor]) => [tensor.storage, { key, tensor }]));
    for (const key of Object.keys(state)) this.#names.add(key);
  }

  fail(message: string): FormatError {
    return new FormatError(message, { file: this.#file });
  }

  /** A name that nothing has, like the one wanted. */
  name(wanted: string): string {
    let name = wanted;
    for (let number = 1; this.#names.has(name); number++) name = `${wanted}_${number}`;
    this.#names.add(name);
    return name;
  }

  /** From now on the tensor, with what is in it now, is this value. */
  bind(tensor: Tensor, value: Value): void {
    this.#values.set(tensor, { value, version: tensor.storage.version });
  }

  /** The value that a tensor was before it was written just now. */
  valueBefore(tensor: Tensor): Value {
    const known = this.#values.get(tensor);
    if (known !== undefined && known.version === tensor.storage.version - 1) return known.value;
    throw this.fail(
      `a tensor of shape [${tensor.shape}] is written in place that is no result of an op; write x = x.relu() in place of x.relu_() there`,
    );
  }

  /** The value that a tensor is: a result, a parameter, or else a constant. */
  valueOf(tensor: Tensor): Value {
    const known = this.#values.get(tensor);
    if (known !== undefined) {
      if (known.version !== tensor.storage.version)
        throw this.fail(
          `a tensor of shape [${tensor.shape}] is read that was written through another view; write x = x.relu() in place of x.relu_() there`,
        );
      return known.value;
    }
    const parameter = this.#state.get(tensor.storage);
    const isWhole =
      parameter !== undefined &&
      parameter.tensor.offset === tensor.offset &&
      String(parameter.tensor.strides) === String(tensor.strides) &&
      String(parameter.tensor.shape) === String(tensor.shape);
    const name = isWhole ? parameter.key : this.name("constant");
    const value = { name, shape: tensor.shape, dtype: tensor.dtype };
    this.#initialize(value, bytesOf(tensor.toTypedArray()));
    this.bind(tensor, value);
    return value;
  }

  #initialize(value: Value, bytes: Uint8Array): void {
    this.initializers.push({ ...value, bytes });
  }

  /** A constant of whole numbers, as shapes and axes are given. */
  int64s(values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.#constant(`${shape}:${values}`, "int64", shape, () =>
      bytesOf(BigInt64Array.from(values, (value) => BigInt(value))),
    );
  }

  /** A constant without dimensions. */
  scalar(value: number, dtype: DType): string {
    const array = {
      float32: Float32Array,
      float64: Float64Array,
      int32: Int32Array,
      uint8: Uint8Array,
      bool: Uint8Array,
    };
    return this.#constant(`${dtype}:${Object.is(value, -0) ? "-0" : value}`, dtype, [], () =>
      bytesOf(array[dtype].of(value)),
    );
  }

  /** A constant matrix. */
  matrix(values: Float64Array, shape: readonly number[], dtype: "float32" | "float64"): string {
    const name = this.name("constant");
    this.#initialize({ name, shape, dtype }, bytesOf(dtype === "float32" ? Float32Array.from(values) : values));
    return name;
  }

  #constant(key: string, dtype: OnnxDType, shape: readonly number[], bytes: () => Uint8Array): string {
    let value = this.#constants.get(key);
    if (value === undefined) {
      value = { name: this.name("constant"), shape, dtype };
      this.#initialize(value, bytes());
      this.#constants.set(key, value);
    }
    return value.name;
  }

  /** Adds a node with one output, and gives its name. */
  add(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    wanted = opType.toLowerCase(),
  ): string {
    const output = this.name(wanted);
    this.nodes.push({ opType, inputs, outputs: [output], attributes });
    return output;
  }

  /** The nodes and constants that the outputs need. */
  needed(outputs: readonly string[]): { nodes: OnnxNode[]; initializers: OnnxInitializer[] } {
    const wanted = new Set(outputs);
    const nodes = this.nodes.filter(() => false);
    for (const node of this.nodes.toReversed()) {
      if (!node.outputs.some((name) => wanted.has(name))) continue;
      for (const name of node.inputs) wanted.add(name);
      nodes.unshift(node);
    }
    return { nodes, initializers: this.initializers.filter(({ name }) => wanted.has(name)) };
  }
}

function bytesOf(array: TypedArray | BigInt64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
