// A net as an ONNX model: what it computes of an example, op by op, written down.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  describe,
  isTensor,
  noGrad,
  scope,
  type Tensor,
  type WitnessedCall,
  witness,
} from "@bernoulli/tensor";
import { formulaOfCall } from "@bernoulli/tensor/formulas";
import { writers } from "./calls.js";
import { writeFormula } from "./formulas.js";
import { elementsOf, GraphBuilder, type Value } from "./graph.js";
import { encodeModel } from "./proto.js";
import { recurrentLayer, writeRecurrent } from "./recurrent.js";
import { writeView } from "./views.js";

/** A net: any module of `@bernoulli/nn`. */
export interface OnnxModule {
  (...inputs: never): unknown;
  readonly training: boolean;
  stateDict(): Readonly<Record<string, Tensor>>;
}

export interface OnnxOptions {
  /** Names of the inputs. Default: input, or input_0, input_1 … */
  readonly inputNames?: readonly string[];
  /** Names of the outputs. Default: output, or output_0, output_1 … */
  readonly outputNames?: readonly string[];
  /** Name of the graph. Default: main. */
  readonly name?: string;
}

/**
 * A net as the bytes of an ONNX model, of opset 17: for ONNX Runtime, which is there for most machines and languages, and all else
 * that reads the format. The net is run once on example inputs, without gradients, and what it computed is written down: shapes are
 * the example's, branches of JavaScript are those that it took, and numbers that JavaScript reads out of a tensor, as by item(), are
 * constants. Parameters and buffers keep the keys of the state dict.
 * See https://docs.pytorch.org/docs/2.15/onnx.html.
 *
 * @param inputs one tensor, or a list of as many as the net takes
 * @throws ArgumentError for a net in training mode, whose dropout and batch norms are not what is wanted of it; FormatError for ops
 * that have no counterpart, which it names: what draws numbers is such.
 * @example
 * ```ts
 * import { exportOnnx } from "@bernoulli/formats";
 * import { Linear, ReLU, Sequential } from "@bernoulli/nn";
 * import { zeros } from "@bernoulli/tensor";
 * const net = new Sequential(new Linear(3, 4), new ReLU(), new Linear(4, 2)).eval();
 * const bytes = exportOnnx(net, zeros(1, 3));
 * bytes instanceof Uint8Array; // → true
 * ```
 */
export function exportOnnx(
  model: OnnxModule,
  inputs: Tensor | readonly Tensor[],
  options: OnnxOptions = {},
): Uint8Array<ArrayBuffer> {
  return writeOnnx("exportOnnx", "ONNX model", model, inputs, options);
}

export function writeOnnx(
  owner: string,
  file: string,
  model: OnnxModule,
  inputs: Tensor | readonly Tensor[],
  options: OnnxOptions,
): Uint8Array<ArrayBuffer> {
  checkOptions(owner, options, ["inputNames", "outputNames", "name"]);
  if (options.name !== undefined) checkArgument(owner, "name", options.name, "string");
  if (typeof model !== "function" || typeof model.stateDict !== "function")
    throw new ArgumentError(`${owner}: expected a net, a Module, but got ${describe(model)}`);
  const given = isTensor(inputs) ? [inputs] : inputs;
  if (!Array.isArray(given) || !given.every(isTensor))
    throw new ArgumentError(
      `${owner}: expected an example input, a tensor or a list of them, but got ${describe(inputs)}`,
    );
  if (model.training)
    throw new ArgumentError(`${owner}: the net is in training mode, in which dropout drops; call model.eval() first`);

  if (given.length === 0)
    throw new ArgumentError(`${owner}: expected an example input, a tensor or a list of them, but got an empty list`);
  return scope(() => encode(owner, file, model, given, options));
}

/** What the net makes on its way is freed behind. */
function encode(
  owner: string,
  file: string,
  model: OnnxModule,
  given: readonly Tensor[],
  options: OnnxOptions,
): Uint8Array<ArrayBuffer> {
  const state = model.stateDict();
  checkNames(owner, "input", options.inputNames);
  checkNames(owner, "output", options.outputNames);
  const asked = [...(options.inputNames ?? []), ...(options.outputNames ?? [])];
  const taken = asked.find((name, at) => Object.hasOwn(state, name) || asked.indexOf(name) !== at);
  if (taken !== undefined)
    throw new ArgumentError(
      `${owner}: inputs, outputs, and the keys of the state dict must have different names, but got ${JSON.stringify(taken)} for two`,
    );
  const graph = new GraphBuilder(file, state, asked);
  const named = (names: readonly string[] | undefined, wanted: string) =>
    names === undefined ? graph.name(wanted) : wanted;
  const inputNames = namesFor(owner, "input", options.inputNames, given.length);
  const graphInputs = given.map((tensor, at) => {
    const value = { name: named(options.inputNames, inputNames[at]!), shape: tensor.shape, dtype: tensor.dtype };
    graph.bind(tensor, value);
    return value;
  });
  const outputs = noGrad(() => {
    const result = witness(
      (call) => write(graph, call),
      () => (model as unknown as (...all: readonly Tensor[]) => unknown)(...given),
      { functions: [recurrentLayer] },
    );
    return tensorsOf(owner, result).map((tensor) => ({ tensor, value: graph.valueOf(tensor) }));
  });
  const outputNames = namesFor(owner, "output", options.outputNames, outputs.length);
  const graphOutputs = outputs.map(({ value }, at) => {
    const name = named(options.outputNames, outputNames[at]!);
    graph.nodes.push({ opType: "Identity", inputs: [value.name], outputs: [name], attributes: {} });
    return { ...value, name };
  });
  const parts = graph.needed(graphOutputs.map(({ name }) => name));
  return encodeModel(
    { name: options.name ?? "main", ...parts, inputs: graphInputs, outputs: graphOutputs },
    "Bernoulli",
  );
}

function checkNames(owner: string, what: "input" | "output", given: readonly string[] | undefined): void {
  if (given === undefined) return;
  if (!Array.isArray(given) || !given.every((name) => typeof name === "string" && name !== ""))
    throw new ArgumentError(
      `${owner}: ${what}Names must be a list of names, none of them empty, but got ${JSON.stringify(given)}`,
    );
}

function namesFor(
  owner: string,
  what: "input" | "output",
  given: readonly string[] | undefined,
  count: number,
): readonly string[] {
  if (given === undefined) return count === 1 ? [what] : Array.from({ length: count }, (_, at) => `${what}_${at}`);
  if (given.length !== count)
    throw new ArgumentError(`${owner}: ${what}Names must be ${count}, but got ${JSON.stringify(given)}`);
  return given;
}

/** A result's tensors: itself, or those of a list or an object. */
function tensorsOf(owner: string, result: unknown): readonly Tensor[] {
  const all = isTensor(result)
    ? [result]
    : typeof result === "object" && result !== null
      ? Object.values(result).flat(3)
      : [];
  if (all.length === 0 || !all.every(isTensor))
    throw new ArgumentError(`${owner}: expected the net to give tensors, but it gave ${describe(result)}`);
  return all;
}

/** Writes down what a call computed. */
function write(graph: GraphBuilder, call: WitnessedCall): void {
  const { op, inputs, outputs, inPlace } = call;
  // Of nothing nothing is computed, nor can all operators of ONNX Runtime.
  if (outputs.every((output) => output.numel() === 0)) {
    for (const output of outputs) graph.bindConstant(output);
    return;
  }
  if (op.kind === "function") {
    writeRecurrent(graph, call);
    return;
  }
  // What is made of nothing, such as zeros, is a constant, and made when something reads it; but what is drawn is none.
  if (inputs.length === 0) {
    if (drawing.has(op.name)) for (const output of outputs) graph.forbid(output, op.name);
    return;
  }
  if (op.kind === "view" || op.kind === "views") {
    const input = graph.valueOf(inputs[0]!);
    if (op.kind === "views") for (const output of outputs) bindPart(graph, input, inputs[0]!, output);
    else graph.bind(outputs[0]!, valueAs(outputs[0]!, writeView(graph, input, call, outputs[0]!)));
    return;
  }
  const formula = formulaOfCall(call);
  const writer = formula === null ? writerOf(graph, call) : null;
  // A write raises the version of what it writes: the operand was read before.
  const values = inputs.map((input, at) =>
    input === null ? null : at === 0 && inPlace ? graph.valueBefore(input) : graph.valueOf(input),
  );
  const names =
    formula === null
      ? writer!({
          graph,
          inputs: values,
          outputs,
          operands: "inputs" in op ? (op.inputs as readonly string[]) : [],
          attributes: call.attributes,
        })
      : [pointwise(graph, call, values as Value[], formula)];
  for (const [at, name] of names.entries()) if (name !== null) graph.bind(outputs[at]!, valueAs(outputs[at]!, name));
}

/** The ops of no inputs that give other numbers each time. */
const drawing: ReadonlySet<string> = /* @__PURE__ */ new Set(["rand", "randn", "randint", "randperm", "bernoulli"]);

const valueAs = ({ shape, dtype }: Tensor, name: string): Value => ({ name, shape, dtype });

function writerOf(graph: GraphBuilder, { op, inPlace }: WitnessedCall) {
  const kernel = op.kind === "kernel" || op.kind === "variadic" ? op.kernel.name : "";
  const writer = inPlace ? undefined : (writers[op.name] ?? writers[kernel]);
  if (writer !== undefined) return writer;
  throw graph.fail(
    `${op.name}${inPlace ? ", in place," : ""} has no counterpart in ONNX here; leave it out of the net, and do it behind`,
  );
}

function pointwise(
  graph: GraphBuilder,
  { op, outputs: [output] }: WitnessedCall,
  inputs: readonly Value[],
  formula: NonNullable<ReturnType<typeof formulaOfCall>>,
): string {
  const { shape } = output!;
  // Operators stretch their operands themselves, where enough of them have the result's shape between them.
  const before = inputs.map((input) => graph.stretched.get(input.name) ?? input);
  const stretch = sameShape(broadcast(before.map((value) => value.shape)), shape);
  const values = stretch && formula.steps.length > 0 ? before : inputs;
  const dtype = (inputs.find(({ dtype }) => dtype !== "bool") ?? inputs[0]!).dtype as Tensor["dtype"];
  const written = writeFormula(graph, formula, values, dtype);
  if (typeof written === "string") return written;
  throw graph.fail(
    `${op.name} is made of ${written.missing}, which has no counterpart in ONNX here; leave it out of the net, and do it behind`,
  );
}

function broadcast(shapes: readonly (readonly number[])[]): readonly number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) =>
    Math.max(...shapes.map((shape) => shape[axis - rank + shape.length] ?? 1)),
  );
}

const sameShape = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((size, at) => size === b[at]);

function bindPart(graph: GraphBuilder, input: Value, shown: Tensor, output: Tensor): void {
  graph.bind(output, valueAs(output, partOf(graph, input, shown, output)));
}

/** One of the parts that a tensor was split into: a slice along the dimension in which it is smaller. */
function partOf(graph: GraphBuilder, input: Value, shown: Tensor, output: Tensor): string {
  const dim = output.ndim === shown.ndim ? output.shape.findIndex((size, axis) => size !== shown.shape[axis]) : -1;
  // Expanded ones show one place at every step.
  if (dim < 0 || output.numel() === 0 || shown.strides[dim] === 0) return elementsOf(graph, input, shown, output);
  const start = (output.offset - shown.offset) / shown.strides[dim]!;
  const bounds = [[start], [start + output.shape[dim]!], [dim], [1]].map((one) => graph.int64s(one));
  return graph.add("Slice", [input.name, ...bounds]);
}
