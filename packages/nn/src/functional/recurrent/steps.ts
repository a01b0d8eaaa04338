// The passes of each recurrent cell along a direction of a layer, there and back, unrecorded: what pass.ts runs. Each step is a product
// and one pass over memory. Gates are kept as they came out, where the products of the input lay, for the way back.

import type { Tensor } from "@bernoulli/tensor";
import {
  constant,
  type RecurrentProduct,
  type RecurrentStep,
  type RecurrentUpdate,
  type RecurrentUpdateDefinition,
  recurrentUpdate,
  type Value,
  where,
} from "@bernoulli/tensor/formulas";
import type { CellName } from "./cells.js";

/** A gate: of what is far from 0 it is 0 or 1, its exponential infinite or none. */
const sigmoid = (x: Value): Value => constant(1).div(x.neg().exp().add(1));

/** What the way there reads and writes: (all rows, hidden), states and products (batch, hidden). */
export interface Forth {
  /** What the input's weights gave, bias included, gate by gate; the gates afterwards. */
  readonly gates: readonly Tensor[];
  /** Where a step finds what the hidden state's weights gave, gate by gate. */
  readonly products: readonly Tensor[];
  /** The states: first the initial ones, then what each step makes of them. */
  readonly h: Tensor;
  readonly c: Tensor | null;
  /** Where those of all steps go. */
  readonly nextH: Tensor;
  readonly nextC: Tensor | null;
  /** GRU: the hidden state's part of the candidate, kept, and its bias. */
  readonly part: Tensor | null;
  readonly bias: Tensor | null;
}

/** What the way back reads and writes. */
export interface Back extends Omit<Forth, "products" | "bias" | "h" | "c"> {
  /** The states that steps began with, of GRU and of LSTM. */
  readonly h: Tensor | null;
  readonly c: Tensor | null;
  /** The gradients that came from the step behind, (batch, hidden), and, beside them, from the output. */
  readonly gradH: Tensor;
  readonly gradBeside: Tensor;
  /** LSTM: the cell state's gradient; GRU: what of the hidden state's goes by no weight. (batch, hidden), read and written. */
  readonly carried: Tensor | null;
  /** Where the gradients of the gates go, as the input's weights see them, and as the hidden state's do. */
  readonly gradGates: readonly Tensor[];
  readonly gradHiddenGates: readonly Tensor[];
}

/** So that bundles without recurrent layers have none of it. @__NO_SIDE_EFFECTS__ */
function declared<
  const Names extends readonly [string, ...string[]],
  PerStep extends Names[number],
  Written extends Names[number],
>(definition: RecurrentUpdateDefinition<Names, PerStep, Written>): RecurrentUpdate<Names> {
  return recurrentUpdate(definition);
}

type Passes<Given> = (given: Given, product: RecurrentProduct, steps: readonly RecurrentStep[]) => void;

/** @__NO_SIDE_EFFECTS__ */
function simple(name: string, there: (x: Value) => Value, slope: (result: Value) => Value) {
  const forth = declared({
    name: `${name}Steps`,
    inputs: ["next", "input", "product", "h"],
    perStep: ["next", "input"],
    product: "before",
    formula: ({ input, product }) => {
      const next = there(input.add(product));
      return { next, h: next };
    },
  });
  const back = declared({
    name: `${name}StepsBackward`,
    inputs: ["gradInput", "gradH", "gradBeside", "result"],
    perStep: ["gradInput", "gradBeside", "result"],
    product: "behind",
    formula: ({ gradH, gradBeside, result }) => ({ gradInput: gradH.add(gradBeside).mul(slope(result)) }),
  });
  return {
    forth: (({ gates, products, nextH, h }, product, steps) => {
      forth({ next: nextH, input: gates[0]!, product: products[0]!, h }, product, steps);
    }) satisfies Passes<Forth>,
    back: (({ gradGates, gradH, gradBeside, nextH }, product, steps) => {
      back({ gradInput: gradGates[0]!, gradH, gradBeside, result: nextH }, product, steps);
    }) satisfies Passes<Back>,
  };
}

const lstmForth = declared({
  name: "lstmSteps",
  inputs: ["nextH", "nextC", "i", "f", "g", "o", "ofI", "ofF", "ofG", "ofO", "h", "c"],
  perStep: ["nextH", "nextC", "i", "f", "g", "o"],
  product: "before",
  formula: ({ i, f, g, o, ofI, ofF, ofG, ofO, c }) => {
    const [input, forget, cell, output] = [
      sigmoid(i.add(ofI)),
      sigmoid(f.add(ofF)),
      g.add(ofG).tanh(),
      sigmoid(o.add(ofO)),
    ];
    const next = forget.mul(c).add(input.mul(cell));
    const hidden = output.mul(next.tanh());
    return { nextH: hidden, nextC: next, i: input, f: forget, g: cell, o: output, h: hidden, c: next };
  },
});

const lstmBack = declared({
  name: "lstmStepsBackward",
  inputs: ["gradI", "gradF", "gradG", "gradO", "gradC", "gradH", "gradBeside", "i", "f", "g", "o", "c", "nextC"],
  perStep: ["gradI", "gradF", "gradG", "gradO", "gradBeside", "i", "f", "g", "o", "c", "nextC"],
  product: "behind",
  formula: ({ gradC, gradH, gradBeside, i, f, g, o, c, nextC }) => {
    const hidden = gradH.add(gradBeside);
    const curve = nextC.tanh();
    const cell = gradC.add(hidden.mul(o).mul(constant(1).sub(curve.mul(curve))));
    const gate = (value: Value) => value.mul(constant(1).sub(value));
    return {
      gradI: cell.mul(g).mul(gate(i)),
      gradF: cell.mul(c).mul(gate(f)),
      gradG: cell.mul(i).mul(constant(1).sub(g.mul(g))),
      gradO: hidden.mul(curve).mul(gate(o)),
      gradC: cell.mul(f),
    };
  },
});

const gruForth = declared({
  name: "gruSteps",
  inputs: ["nextH", "part", "r", "z", "n", "ofR", "ofZ", "ofN", "bias", "h"],
  perStep: ["nextH", "part", "r", "z", "n"],
  product: "before",
  formula: ({ r, z, n, ofR, ofZ, ofN, bias, h }) => {
    const [reset, gate, part] = [sigmoid(r.add(ofR)), sigmoid(z.add(ofZ)), ofN.add(bias)];
    const candidate = n.add(reset.mul(part)).tanh();
    const next = h.sub(candidate).mul(gate).add(candidate);
    return { nextH: next, part, r: reset, z: gate, n: candidate, h: next };
  },
});

const gruBack = declared({
  name: "gruStepsBackward",
  inputs: [
    ...(["gradR", "gradZ", "gradN", "hiddenR", "hiddenZ", "hiddenN", "carried"] as const),
    ...(["gradH", "gradBeside", "r", "z", "n", "part", "h"] as const),
  ],
  perStep: [
    ...(["gradR", "gradZ", "gradN", "hiddenR", "hiddenZ", "hiddenN"] as const),
    ...(["gradBeside", "r", "z", "n", "part", "h"] as const),
  ],
  product: "behind",
  formula: ({ carried, gradH, gradBeside, r, z, n, part, h }) => {
    const hidden = gradH.add(carried).add(gradBeside);
    const gate = (value: Value) => value.mul(constant(1).sub(value));
    const candidate = hidden.mul(constant(1).sub(z)).mul(constant(1).sub(n.mul(n)));
    const reset = candidate.mul(part).mul(gate(r));
    const kept = hidden.mul(h.sub(n)).mul(gate(z));
    return {
      gradR: reset,
      gradZ: kept,
      gradN: candidate,
      hiddenR: reset,
      hiddenZ: kept,
      hiddenN: candidate.mul(r),
      carried: hidden.mul(z),
    };
  },
});

export const passes: {
  readonly [Name in CellName]: { readonly forth: Passes<Forth>; readonly back: Passes<Back> };
} = {
  tanh: simple(
    "rnnTanh",
    (x) => x.tanh(),
    (result) => constant(1).sub(result.mul(result)),
  ),
  relu: simple(
    "rnnRelu",
    (x) => x.maximum(0),
    (result) => where(result.gt(0), 1, 0),
  ),
  lstm: {
    forth: ({ gates: [i, f, g, o], products: [ofI, ofF, ofG, ofO], h, c, nextH, nextC }, product, steps) => {
      const given = { i: i!, f: f!, g: g!, o: o!, ofI: ofI!, ofF: ofF!, ofG: ofG!, ofO: ofO! };
      lstmForth({ ...given, nextH, nextC: nextC!, h, c: c! }, product, steps);
    },
    back: (given, product, steps) => {
      const { c, nextC, carried, gradH, gradBeside } = given;
      const [i, f, g, o] = given.gates as [Tensor, Tensor, Tensor, Tensor];
      const [gradI, gradF, gradG, gradO] = given.gradGates as [Tensor, Tensor, Tensor, Tensor];
      const grads = { gradI, gradF, gradG, gradO, gradC: carried!, gradH, gradBeside };
      lstmBack({ ...grads, i, f, g, o, c: c!, nextC: nextC! }, product, steps);
    },
  },
  gru: {
    forth: ({ gates: [r, z, n], products: [ofR, ofZ, ofN], h, nextH, part, bias }, product, steps) => {
      const given = { r: r!, z: z!, n: n!, ofR: ofR!, ofZ: ofZ!, ofN: ofN! };
      gruForth({ ...given, nextH, part: part!, bias: bias!, h }, product, steps);
    },
    back: (given, product, steps) => {
      const { h, part, gradH, gradBeside, carried } = given;
      const [r, z, n] = given.gates as [Tensor, Tensor, Tensor];
      const [gradR, gradZ, gradN] = given.gradGates as [Tensor, Tensor, Tensor];
      const [hiddenR, hiddenZ, hiddenN] = given.gradHiddenGates as [Tensor, Tensor, Tensor];
      const grads = { gradR, gradZ, gradN, hiddenR, hiddenZ, hiddenN, carried: carried!, gradH, gradBeside };
      gruBack({ ...grads, r, z, n, part: part!, h: h! }, product, steps);
    },
  },
};
