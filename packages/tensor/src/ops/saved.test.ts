// What ops save for backward, by their samples: with some inputs frozen the others' gradients are the same as ever, and nothing
// is saved that no wanted gradient reads. For what is saved is held, and a later write over it refused.

import { cotangent, expectClose, makeInput, type Sample, Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { GradNode } from "../autograd/node.js";
import { grad, type Tensor } from "../index.js";
import { isFloating } from "../tensor/dtype.js";
import { allSamples } from "./samples.testing.js";

interface Run {
  readonly output: Tensor;
  /** By the place of the leaf among the inputs. */
  readonly leaves: ReadonlyMap<number, Tensor>;
}

/** Runs a sample with gradients for some of its inputs. */
function run(sample: Sample, seed: string, wants: (at: number) => boolean): Run {
  const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${seed}/${at}`, "float64"));
  const leaves = new Map<number, Tensor>();
  for (const [at, { leaf, wantsGradient }] of inputs.entries())
    if (wantsGradient && wants(at)) leaves.set(at, leaf.requiresGrad_());
  return { output: sample.run(...inputs.map(({ leaf, view }) => view(leaf))), leaves };
}

function gradientsOf({ output, leaves }: Run): Map<number, Float64Array> {
  const found = grad(output, [...leaves.values()], {
    gradOutputs: [cotangent(output, 3)],
    allowUnused: true,
    retainGraph: true,
  });
  return new Map(
    [...leaves.keys()].map((at, place) => [at, Float64Array.from(found[place]?.toTypedArray() ?? new Float64Array())]),
  );
}

/** The nodes behind an output. */
function nodesBehind({ output }: Run): Set<GradNode> {
  const nodes = new Set<GradNode>();
  const stack = [output.gradEdge];
  for (let edge = stack.pop(); edge !== undefined; edge = stack.pop()) {
    if (!(edge?.node instanceof GradNode) || nodes.has(edge.node)) continue;
    nodes.add(edge.node);
    stack.push(...edge.node.edges);
  }
  return nodes;
}

/** Whether gradients change when a tensor that was saved holds other values. */
function matters(saved: Tensor, sample: Run, before: ReadonlyMap<number, Float64Array>): boolean {
  const elements = saved.storage.elements(saved.dtype);
  const original = elements.slice();
  const others: ((value: number, at: number) => number)[] = isFloating(saved.dtype)
    ? [() => Number.NaN, () => 0.37, () => 9, () => -9, (value) => -value]
    : saved.dtype === "bool"
      ? [(value) => 1 - value]
      : // Indices must stay within bounds.
        [(_, at) => original[original.length - 1 - at]!, () => original[0]!, () => original[original.length - 1]!];
  return others.some((other) => {
    // Asked for anew each time: memory that grows moves them.
    saved.storage.elements(saved.dtype).set(original.map(other));
    const after = gradientsOf(sample);
    saved.storage.elements(saved.dtype).set(original);
    return [...before].some(([at, values]) => values.some((value, place) => !Object.is(value, after.get(at)![place])));
  });
}

/** Second derivatives along a fixed vector; where `moves` is true the cotangent needs a gradient as well. */
function secondOf({ output, leaves }: Run, moves: boolean): Float64Array[] {
  const first = cotangent(output, 3).requiresGrad_(moves);
  const inputs = [...leaves.values()];
  const options = { allowUnused: true, createGraph: true } as const;
  const gradients = grad(output, inputs, { ...options, gradOutputs: [first] }).filter(
    (gradient): gradient is Tensor => gradient?.requiresGrad === true,
  );
  if (gradients.length === 0) return inputs.map((input) => new Float64Array(input.numel()));
  const second = grad(gradients, inputs, { ...options, gradOutputs: gradients.map((one) => cotangent(one, 5)) });
  return inputs.map((input, at) => Float64Array.from(second[at]?.toTypedArray() ?? new Float64Array(input.numel())));
}

const variants = new Variants("packages/tensor/src/ops/saved.test.ts");

/** The ops that are chosen, with their samples of which gradients are wanted. */
function opsWith(wanted: (gradient: Sample["gradient"]) => boolean, group: string): readonly [string, Sample[]][] {
  const all = [...allSamples]
    .map(([op, { samples }]): [string, Sample[]] => [op, samples.filter(({ gradient }) => wanted(gradient))])
    .filter(([, own]) => own.some(({ inputs }) => inputs.length > 0));
  return variants.of(group, all, ([op]) => op);
}

for (const [op, checked] of opsWith((gradient = "second") => gradient === "second", "second derivatives"))
  it(`${op}: second derivatives are the same whether the cotangent needs a gradient or not`, () => {
    for (const sample of checked) {
      const of = () => run(sample, `${op}/${sample.name}`, () => true);
      if (of().leaves.size === 0) continue;
      const [fixed, moving] = [secondOf(of(), false), secondOf(of(), true)];
      for (const [at, values] of fixed.entries()) expectClose(values, moving[at]!, { label: `${sample.name}, ${at}` });
    }
  });

/**
 * What is held although no sample's gradient hangs on it: one output's, for the gradient of the other; and what only equals, or NaN,
 * are told apart by.
 */
const ofExtremes = ["Maximum", "Minimum"].flatMap((which) => [
  `scatter${which}'s input for --x`,
  `scatter${which}'s source for x--`,
  "scatterProduct's source for x--",
]);
const heldAnyway: Readonly<Record<string, string | readonly string[]>> = {
  ...{ addbmm: "where's condition for -x-", addmm: "where's condition for -x-", addmv: "where's condition for -x-" },
  // Only ties tell whom the extreme's gradient is shared with, and zeros what a product's factor is worth.
  ...{ indexReduce: ofExtremes, indexReduce_: ofExtremes, scatterReduce: ofExtremes, scatterReduce_: ofExtremes },
  "linalg.eigvalsh": "eigh's values for x",
  median: "where's condition for -x-",
  nanmedian: "where's condition for -x-",
  quantile: "max's indices for x",
};

for (const [op, checked] of opsWith((gradient = "second") => gradient !== "none", "frozen inputs"))
  it(`${op}: gradients with inputs frozen are the same, and all that is saved is read`, () => {
    /** Of each node's saved tensors, and the gradients it is to give: whether it was ever seen to matter. */
    const needed = new Map<string, boolean>();
    for (const sample of checked) {
      const seed = `${op}/${sample.name}`;
      const whole = run(sample, seed, () => true);
      if (whole.leaves.size === 0) continue;
      const all = gradientsOf(whole);
      for (const frozen of [null, ...whole.leaves.keys()]) {
        const partial = run(sample, seed, (at) => at !== frozen);
        if (partial.leaves.size === 0 || !partial.output.requiresGrad) continue;
        const gradients = gradientsOf(partial);
        for (const [at, values] of gradients)
          expectClose(values, all.get(at)!, {
            relative: 1e-12,
            absolute: 1e-12,
            label: `${sample.name}, ${frozen} frozen`,
          });
        if (sample.inputs.some(({ shape }) => shape.includes(0))) continue;
        for (const { rule, edges, saved } of nodesBehind(partial)) {
          for (const [name, one] of saved ?? []) {
            if (one === null || one.tensor.numel() === 0) continue;
            const key = `${rule.name}'s ${name} for ${edges.map((edge) => (edge === null ? "-" : "x")).join("")}`;
            if (needed.get(key) === true) continue;
            needed.set(key, matters(one.tensor, partial, gradients));
          }
        }
      }
    }
    expect(
      [...needed].filter(([key, isNeeded]) => !isNeeded && ![heldAnyway[op]].flat().includes(key)).map(([key]) => key),
    ).toEqual([]);
  });

variants.tell(it);
