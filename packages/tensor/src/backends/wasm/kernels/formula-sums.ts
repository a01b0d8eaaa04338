// Sums of formulas: what becomes of each element is added up without being stored, by the loops of regions (region-sums.ts), so that
// bits are those of the formula and the sum one by one. Outside plans, which find such regions themselves.

import type { Formula } from "../../../formulas/formula.js";
import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { runtimeOf } from "../runtime.js";
import { wasmFormula } from "./formulas.js";
import { runPointwise } from "./pointwise.js";
import { definitionOf, type PointwiseDefinition } from "./pointwise-operation.js";
import { sums as addingUp } from "./reducers.js";
import { reduceFloats } from "./reductions.js";
import { regionOperation } from "./region.js";
import { runRegionSums, sumLoops } from "./region-sums.js";
import { addressOf, walked } from "./walk.js";

/** What is added up: a formula of some of the inputs, or, where there is none, the one input itself. */
export interface Term {
  readonly formula: Formula | null;
  readonly from: readonly number[];
}

/** Attributes: `dims`, and the formulas' numbers. Outputs: a sum each, contiguous. Float32. */
export function formulaSums(terms: readonly Term[]): KernelFunction {
  const definitions = terms.map(({ formula }) =>
    formula === null ? null : definitionOf(wasmFormula(formula, "float32")!, "float32")!,
  );
  const links = definitions.flatMap((definition, at) =>
    definition === null
      ? []
      : [
          {
            operation: definition.operation,
            sources: terms[at]!.from.map((stream) => ({ from: "stream" as const, at: stream })),
          },
        ],
  );
  let results = 0;
  const sources = terms.map(({ formula, from }) =>
    formula === null ? { from: "stream" as const, at: from[0]! } : { from: "result" as const, at: results++ },
  );
  const count = 1 + Math.max(...terms.flatMap(({ from }) => from));
  const streams = Array.from({ length: count }, () => ({ type: "float32" as const, isRead: true, stores: null }));
  const operation = regionOperation(links, streams, sources, 0);
  return (given, outputs, attributes) => {
    const inputs = given as readonly Operand[];
    const { dims } = attributes as { readonly dims: readonly number[] };
    const { shape } = inputs[0]!;
    const runtime = runtimeOf(outputs[0]!);
    const all = inputs.map(walked);
    const strides = all.map((one) => one.strides);
    const scalarsOf = (definition: PointwiseDefinition | null) => definition?.scalars(attributes as never) ?? [];
    if (numberOfElements(shape) > 0 && sumLoops(shape, dims, strides, false) !== null) {
      const addresses = outputs.map(addressOf);
      runRegionSums(
        runtime,
        operation,
        { shape, dims },
        { walked: all, outputs: addresses },
        definitions.flatMap(scalarsOf),
      );
      return;
    }
    // Where a row is cut elsewhere than the sum by itself would be: one by one.
    for (const [at, { from }] of terms.entries()) {
      const definition = definitions[at]!;
      if (definition === null) {
        reduceFloats(addingUp.float32, inputs[from[0]!]!, outputs[at]!, dims);
        continue;
      }
      const bytes = 4 * Math.max(1, numberOfElements(shape));
      runtime.memory.withScratch(bytes, (address) => {
        const to = { address, bytes: 4, strides: contiguousStrides(shape) };
        const operands = [...from.map((stream) => all[stream]!), to];
        if (numberOfElements(shape) > 0)
          runPointwise(runtime, definition.operation, shape, operands, scalarsOf(definition));
        const term = { storage: { address }, offset: 0, dtype: "float32", shape, strides: to.strides };
        reduceFloats(addingUp.float32, term as unknown as Operand, outputs[at]!, dims);
      });
    }
  };
}
