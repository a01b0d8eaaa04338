// One step of each recurrent cell there and back as one pass over memory, unrecorded: what pass.ts runs. Gates are kept as they came
// out, where the products of the input lay, for the way back.

import type { Tensor } from "@bernoulli/tensor";
import { constant, update, type Value, where } from "@bernoulli/tensor/formulas";
import type { CellName } from "./cells.js";

/** A gate: of what is far from 0 it is 0 or 1, its exponential infinite or none. */
const sigmoid = (x: Value): Value => constant(1).div(x.neg().exp().add(1));

/** What a step there reads and writes, all of it (rows, hidden). */
export interface Forth {
  /** What the input's weights gave, bias included, gate by gate; the gates afterwards. */
  readonly gates: readonly Tensor[];
  /** What the hidden state's weights gave, gate by gate. */
  readonly products: readonly Tensor[];
  readonly h: Tensor;
  readonly c: Tensor | null;
  /** Where the new ones go. */
  readonly nextH: Tensor;
  readonly nextC: Tensor | null;
  /** GRU: the hidden state's part of the candidate, kept, and its bias. */
  readonly part: Tensor | null;
  readonly bias: Tensor | null;
}

/** What a step back reads and writes. */
export interface Back extends Omit<Forth, "products" | "bias"> {
  /** The gradients that came from the step behind, and, beside it, from the output. */
  readonly gradH: Tensor;
  readonly gradBeside: Tensor;
  /** LSTM: the cell state's gradient; GRU: what of the hidden state's goes by no weight. Read and written. */
  readonly carried: Tensor | null;
  /** Where the gradients of the gates go, as the input's weights see them, and as the hidden state's do. */
  readonly gradGates: readonly Tensor[];
  readonly gradHiddenGates: readonly Tensor[];
}

/** @__NO_SIDE_EFFECTS__ */
function simple(name: string, there: (x: Value) => Value, slope: (result: Value) => Value) {
  const forth = update({
    name: `${name}Step`,
    inputs: ["next", "input", "product"],
    formula: ({ input, product }) => ({ next: there(input.add(product)) }),
  });
  const back = update({
    name: `${name}StepBackward`,
    inputs: ["gradInput", "gradH", "gradBeside", "result"],
    formula: ({ gradH, gradBeside, result }) => ({ gradInput: gradH.add(gradBeside).mul(slope(result)) }),
  });
  return {
    forth: ({ gates, products, nextH }: Forth) => {
      forth({ next: nextH, input: gates[0]!, product: products[0]! }, {});
    },
    back: ({ gradGates, gradH, gradBeside, nextH }: Back) => {
      back({ gradInput: gradGates[0]!, gradH, gradBeside, result: nextH }, {});
    },
  };
}

const lstmForth = update({
  name: "lstmStep",
  inputs: ["nextH", "nextC", "i", "f", "g", "o", "ofI", "ofF", "ofG", "ofO", "c"],
  formula: ({ i, f, g, o, ofI, ofF, ofG, ofO, c }) => {
    const [input, forget, cell, output] = [
      sigmoid(i.add(ofI)),
      sigmoid(f.add(ofF)),
      g.add(ofG).tanh(),
      sigmoid(o.add(ofO)),
    ];
    const next = forget.mul(c).add(input.mul(cell));
    return { nextH: output.mul(next.tanh()), nextC: next, i: input, f: forget, g: cell, o: output };
  },
});

const lstmBack = update({
  name: "lstmStepBackward",
  inputs: ["gradI", "gradF", "gradG", "gradO", "gradC", "gradH", "gradBeside", "i", "f", "g", "o", "c", "nextC"],
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

const gruForth = update({
  name: "gruStep",
  inputs: ["nextH", "part", "r", "z", "n", "ofR", "ofZ", "ofN", "bias", "h"],
  formula: ({ r, z, n, ofR, ofZ, ofN, bias, h }) => {
    const [reset, gate, part] = [sigmoid(r.add(ofR)), sigmoid(z.add(ofZ)), ofN.add(bias)];
    const candidate = n.add(reset.mul(part)).tanh();
    return { nextH: h.sub(candidate).mul(gate).add(candidate), part, r: reset, z: gate, n: candidate };
  },
});

const gruBack = update({
  name: "gruStepBackward",
  inputs: [
    ...(["gradR", "gradZ", "gradN", "hiddenR", "hiddenZ", "hiddenN", "carried"] as const),
    ...(["gradH", "gradBeside", "r", "z", "n", "part", "h"] as const),
  ],
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

export const steps: { readonly [Name in CellName]: { forth(given: Forth): void; back(given: Back): void } } = {
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
    forth: ({ gates: [i, f, g, o], products: [ofI, ofF, ofG, ofO], c, nextH, nextC }) => {
      const given = { i: i!, f: f!, g: g!, o: o!, ofI: ofI!, ofF: ofF!, ofG: ofG!, ofO: ofO! };
      lstmForth({ ...given, nextH, nextC: nextC!, c: c! }, {});
    },
    back: ({ gates: [i, f, g, o], gradGates: [gradI, gradF, gradG, gradO], c, nextC, carried, gradH, gradBeside }) => {
      const gates = { i: i!, f: f!, g: g!, o: o!, gradI: gradI!, gradF: gradF!, gradG: gradG!, gradO: gradO! };
      lstmBack({ ...gates, gradC: carried!, gradH, gradBeside, c: c!, nextC: nextC! }, {});
    },
  },
  gru: {
    forth: ({ gates: [r, z, n], products: [ofR, ofZ, ofN], h, nextH, part, bias }) => {
      gruForth({ nextH, part: part!, r: r!, z: z!, n: n!, ofR: ofR!, ofZ: ofZ!, ofN: ofN!, bias: bias!, h }, {});
    },
    back: ({ gates: [r, z, n], gradGates: [gradR, gradZ, gradN], gradHiddenGates, h, part, ...given }) => {
      const [hiddenR, hiddenZ, hiddenN] = gradHiddenGates as [Tensor, Tensor, Tensor];
      const grads = { gradR: gradR!, gradZ: gradZ!, gradN: gradN!, hiddenR, hiddenZ, hiddenN };
      const { carried, gradH, gradBeside } = given;
      gruBack({ ...grads, carried: carried!, gradH, gradBeside, r: r!, z: z!, n: n!, part: part!, h }, {});
    },
  },
};
