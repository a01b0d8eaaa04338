// summary: what each layer gives, has and costs, seen by running the model once on zeros.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  checkSynchronous,
  type DType,
  isTensor,
  type Kinds,
  noGrad,
  Generator as RandomGenerator,
  type Shape,
  scope,
  type Tensor,
  withGenerator,
  zeros,
} from "@bernoulli/tensor";
import { observeCalls } from "./call.js";
import type { Module } from "./module.js";
import type { Parameter } from "./parameter.js";
import { isUninitialized } from "./uninitialized.js";
import { ownParameters, walk } from "./walk.js";

export interface SummaryOptions {
  /** The dtype of the zeros that the model is run on. Default float32. */
  readonly dtype?: DType;
}

export interface SummaryRow {
  /** The module's path, as in the state dict's keys; "" for the model itself. */
  readonly path: string;
  /** The name of its class. */
  readonly layer: string;
  /** The shape of what it gave, null where it was not called or gave no tensor. */
  readonly outputShape: Shape | null;
  /** Elements of its own parameters that no row before has counted. */
  readonly parameters: number;
  /** Multiply-accumulate operations of this call: those of Linear and convolutions. */
  readonly macs: number;
}

export interface Summary {
  /** The model's class. */
  readonly model: string;
  readonly inputShape: Shape;
  /** A row a call of a layer, in the order of the calls, then layers with parameters that were not called. */
  readonly rows: readonly SummaryRow[];
  readonly totalParameters: number;
  /** Those that require a gradient. */
  readonly trainableParameters: number;
  readonly totalMacs: number;
}

/**
 * Runs the model once, in evaluation mode and without gradients, on zeros of `inputShape` (batch included), and
 * reports each layer. Modes are restored and the default random stream is not touched.
 *
 * @throws whatever the model throws on an input of this shape.
 * @example
 * ```ts
 * import { Linear, ReLU, Sequential, summary } from "@bernoulli/nn";
 * const { rows, totalParameters } = summary(new Sequential(new Linear(4, 3), new ReLU()), [1, 4]);
 * rows[0]; // → { "path": "0", "layer": "Linear", "outputShape": [1, 3], "parameters": 15, "macs": 12 }
 * totalParameters; // → 15
 * ```
 */
export function summary(model: Module, inputShape: Shape, options: SummaryOptions = {}): Summary {
  checkArgument("summary", "model", model, "function");
  checkArgument("summary", "model.namedModules", model.namedModules, "function");
  checkArgument("summary", "inputShape", inputShape, "numbers");
  checkOptions("summary", options, ["dtype"]);
  const { dtype = "float32" } = options;
  if ([...model.parameters(), ...model.buffers()].some(isUninitialized))
    throw new ArgumentError(
      "summary: the model has uninitialized parameters, which would be drawn; call it once, model(zeros(inputShape)), and summarize it then",
    );
  const paths = new Map([...model.namedModules()].map(([path, module]) => [module, path]));
  const counted = new Set<Parameter>();
  const called = new Set<Module>();
  const rows: SummaryRow[] = [];
  const addRow = (module: Module, outputShape: Shape | null, macs: number): void => {
    const parameters = [...ofItself(module)].filter((parameter) => !counted.has(parameter));
    for (const parameter of parameters) counted.add(parameter);
    rows.push({
      path: paths.get(module) ?? "",
      layer: module.constructor.name,
      outputShape,
      parameters: elements(parameters),
      macs,
    });
  };
  const watch = (module: Module, inputs: readonly unknown[], output: unknown): void => {
    called.add(module);
    if (!isLayer(module)) return;
    addRow(module, isTensor(output) ? output.shape : null, module.multiplyAccumulates(inputs, output));
  };
  observeCalls(watch, () => runUntouched(model, inputShape, dtype));
  for (const module of paths.keys()) {
    if (!called.has(module) && !ofItself(module).next().done) addRow(module, null, 0);
  }
  const all = [...model.parameters()];
  return {
    model: model.constructor.name,
    inputShape: [...inputShape],
    rows,
    totalParameters: elements(all),
    trainableParameters: elements(all.filter(({ requiresGrad }) => requiresGrad)),
    totalMacs: rows.reduce((total, { macs }) => total + macs, 0),
  };
}

/** One call that leaves modes, memory and the default generator as they were. */
function runUntouched(model: Module, inputShape: Shape, dtype: DType): void {
  const modes = [...model.modules()].map((module) => [module, module.training] as const);
  model.eval();
  try {
    withGenerator(new RandomGenerator(), () =>
      scope(() =>
        noGrad(() => {
          const run = model as unknown as (input: Tensor) => unknown;
          checkSynchronous("summary", "the model", run(zeros(inputShape, { dtype })));
        }),
      ),
    );
  } finally {
    for (const [module, training] of modes) module.training = training;
  }
}

/** Layers have no modules below them, or parameters of their own beside these. */
function isLayer(module: Module): boolean {
  return module.children().next().done === true || ofItself(module).next().done !== true;
}

/** A module's parameters less those of modules below it, but with those in arrays. */
function* ofItself(module: Module): Generator<Parameter, void, undefined> {
  for (const [, node] of walk(module, { recurse: false }))
    for (const [, parameter] of ownParameters(node)) yield parameter;
}

function elements(parameters: readonly Parameter[]): number {
  return parameters.reduce((total, parameter) => total + parameter.numel(), 0);
}

const summaryKinds: Kinds<Summary> = {
  model: "string",
  inputShape: "numbers",
  rows: "array",
  totalParameters: "number",
  trainableParameters: "number",
  totalMacs: "number",
};

/** A summary as a table for people. */
export function formatSummary(given: Summary): string {
  checkOptions("formatSummary", given, summaryKinds);
  const { model, inputShape, rows, totalParameters, trainableParameters, totalMacs } = given;
  for (const [name, value] of Object.entries({ rows, inputShape }))
    checkArgument("formatSummary", name, value, "array");
  for (const [name, value] of Object.entries({ totalParameters, trainableParameters, totalMacs }))
    checkArgument("formatSummary", name, value, "number");
  const count = (value: number) => value.toLocaleString("en-US");
  const shape = (sizes: Shape | null) => (sizes === null ? "-" : `[${sizes.join(", ")}]`);
  const header = ["Layer", "Output shape", "Parameters", "MACs"];
  const cells = rows.map(({ path, layer, outputShape, parameters, macs }) => [
    path === "" ? layer : `${path} (${layer})`,
    shape(outputShape),
    count(parameters),
    count(macs),
  ]);
  const total = ["Total", "", count(totalParameters), count(totalMacs)];
  const widths = header.map((_, column) => Math.max(...[header, ...cells, total].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ")
      .trimEnd();
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1)));
  const frozen = trainableParameters === totalParameters ? [] : [`Trainable parameters: ${count(trainableParameters)}`];
  return [
    `${model}, input ${shape(inputShape)}`,
    rule,
    line(header),
    rule,
    ...cells.map(line),
    rule,
    line(total),
    ...frozen,
  ].join("\n");
}
