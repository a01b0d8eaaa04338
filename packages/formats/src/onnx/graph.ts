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
  /** A tensor of each storage that an op gave, or that is a parameter: what else lies there is a view of it. */
  readonly #origins = new Map<Tensor["storage"], Tensor>();
  readonly #drawn = new Map<Tensor["storage"], string>();
  readonly #state = new Map<Tensor["storage"], { readonly key: string; readonly tensor: Tensor }>();
  readonly #names = new Set<string>();
  readonly #constants = new Map<string, Value>();

  constructor(file: string, state: Readonly<Record<string, Tensor>>, reserved: readonly string[] = []) {
    this.#file = file;
    // Of several names of one storage, the first of the tensor that shows most of it: others are views of that.
    for (const [key, tensor] of Object.entries(state)) {
      const known = this.#state.get(tensor.storage);
      if (known === undefined || known.tensor.numel() < tensor.numel())
        this.#state.set(tensor.storage, { key, tensor });
    }
    for (const name of [...Object.keys(state), ...reserved]) this.#names.add(name);
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
    const origin = this.#origins.get(tensor.storage);
    // The latest after a write; else the first, which views lead back to.
    if (origin === undefined || this.#values.get(origin)!.version !== tensor.storage.version)
      this.#origins.set(tensor.storage, tensor);
  }

  /** From now on what lies there is refused where it is read: it would be other numbers at each run, and is not. */
  forbid(tensor: Tensor, op: string): void {
    this.#drawn.set(tensor.storage, op);
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
    const drawn = this.#drawn.get(tensor.storage);
    if (drawn !== undefined)
      throw this.fail(
        `${drawn} draws numbers, which would be the same at each run of the model; leave it out of the net, and give what it draws as an input`,
      );
    const parameter = this.#state.get(tensor.storage);
    // Detached tensors and other views that no op tells of.
    const origin = this.#origins.get(tensor.storage) ?? parameter?.tensor;
    if (origin !== undefined && origin !== tensor) {
      const value = this.valueOf(origin);
      const whole = isSameView(origin, tensor);
      const own = whole ? value : { ...value, name: elementsOf(this, value, origin, tensor), shape: tensor.shape };
      this.bind(tensor, own);
      return own;
    }
    return this.bindConstant(tensor, parameter?.key);
  }

  /** From now on the tensor, with what is in it now, is a constant. */
  bindConstant(tensor: Tensor, name = this.name("constant")): Value {
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

  /** A constant of whole numbers, as lengths of sequences are given. */
  int32s(values: readonly number[]): string {
    return this.#constant(`int32s:${values}`, "int32", [values.length], () => bytesOf(Int32Array.from(values)));
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

  /** Adds a node with several outputs, and gives their names. */
  addAll(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
    count: number,
  ): readonly string[] {
    const outputs = Array.from({ length: count }, () => this.name(opType.toLowerCase()));
    this.nodes.push({ opType, inputs, outputs, attributes });
    return outputs;
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

const isSameView = (a: Tensor, b: Tensor) =>
  a.offset === b.offset && String(a.shape) === String(b.shape) && String(a.strides) === String(b.strides);

/** A value of other sizes. */
export const reshape = (graph: GraphBuilder, name: string, shape: readonly number[]) =>
  // Else a size of 0 would stand for the size that was there before.
  graph.add("Reshape", [name, graph.int64s(shape)], shape.includes(0) ? { allowzero: 1 } : {});

/** Element by element: each of a view's lies somewhere in its input, whose elements are told by how it is laid out itself. */
export function elementsOf(graph: GraphBuilder, input: Value, shown: Tensor, output: Tensor): string {
  const at = new Map<number, number>();
  let number = 0;
  for (const place of placesOf(shown)) {
    if (!at.has(place)) at.set(place, number);
    number += 1;
  }
  const places = [...placesOf(output)].map((place) => at.get(place));
  if (places.some((place) => place === undefined)) throw graph.fail("a view shows elements that its tensor does not");
  const flat = reshape(graph, input.name, [number]);
  const gathered = graph.add("Gather", [flat, graph.int64s(places as number[])], { axis: 0 });
  return reshape(graph, gathered, output.shape);
}

/** Where the elements of a tensor lie in its storage, in their order. */
function* placesOf({ shape, strides, offset }: Tensor): Generator<number> {
  const count = shape.reduce((all, size) => all * size, 1);
  for (let at = 0; at < count; at++) {
    let [rest, place] = [at, offset];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place += (rest % shape[axis]!) * strides[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    yield place;
  }
}

function bytesOf(array: TypedArray | BigInt64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
