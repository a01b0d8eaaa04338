// One direction of one recurrent layer over whole sequences. There: one product of all inputs, then for each step a product and a pass.
// Back: the same, and the gradients of the weights are one product each over all steps. It is a function of autograd of its own;
// gradients of gradients come from the same layer out of single ops (cells.ts), which is also what runs where this cannot.

import { autograd, empty, grad as gradientsOf, isGradEnabled, isMapping, type Tensor, zeros } from "@bernoulli/tensor";
import { linear } from "../linear.js";
import { type CellName, gatesOf, nextState, type State, type Weights } from "./cells.js";
import { joined, Rows, type Run } from "./rows.js";
import { type Back, type Forth, passes } from "./steps.js";

/** The rows of one time step in packed data, in the order in which they are computed. */
export interface Step {
  readonly start: number;
  readonly size: number;
}

/** The steps of sequences, the longest first: at each time so many of them are left. */
export function stepsOf(batchSizes: readonly number[], isReversed: boolean): readonly Step[] {
  let start = 0;
  const forward = batchSizes.map((size) => {
    start += size;
    return { start: start - size, size };
  });
  return isReversed ? forward.toReversed() : forward;
}

export interface Passed {
  /** (all rows, hidden). */
  readonly output: Tensor;
  /** (batch, hidden). */
  readonly h: Tensor;
  readonly c: Tensor | null;
}

/** Runs a direction of a layer over packed data: (all rows, input), states (batch, hidden). */
export function pass(cell: CellName, order: readonly Step[], input: Tensor, state: State, weights: Weights): Passed {
  if (weights.hr !== null || input.numel() === 0 || isMapping()) return singly(cell, order, input, state, weights);
  const { ih, hh, biasIh, biasHh } = weights;
  const outputs = Pass.apply({ cell, order }, input, state.h, state.c, ih, hh, biasIh, biasHh) as readonly Tensor[];
  return { output: outputs[0]!, h: outputs[1]!, c: outputs[2] ?? null };
}

/** The same out of ops that have gradients of any order. */
function singly(cell: CellName, order: readonly Step[], input: Tensor, state: State, weights: Weights): Passed {
  const fromInput = linear(input, weights.ih, weights.biasIh);
  const h = new Rows(state.h);
  const c = state.c === null ? null : new Rows(state.c);
  const made = new Map<Step, Run>();
  for (const step of order) {
    const { start, size } = step;
    const before = { h: h.first(size), c: c?.first(size) ?? null };
    const next = nextState[cell](fromInput.narrow(0, start, size), before, weights);
    h.replace(size, next.h, 0);
    c?.replace(size, next.c!, 0);
    made.set(step, { tensor: next.h, start: 0, count: size });
  }
  const batch = state.h.size(0);
  return {
    output: joined(inTime(order).map((step) => made.get(step)!)),
    h: h.first(batch),
    c: c?.first(batch) ?? null,
  };
}

function inTime(order: readonly Step[]): readonly Step[] {
  return order.toSorted((a, b) => a.start - b.start);
}

interface Plan {
  readonly cell: CellName;
  readonly order: readonly Step[];
}

class Pass extends autograd.Function {
  static override readonly name: string = "RecurrentLayer";

  static forward(
    context: autograd.FunctionContext,
    { cell, order }: Plan,
    input: Tensor,
    h0: Tensor,
    c0: Tensor | null,
    ih: Tensor,
    hh: Tensor,
    biasIh: Tensor | null,
    biasHh: Tensor | null,
  ): Tensor[] {
    const [rows, batch, hidden] = [input.size(0), h0.size(0), hh.size(1)];
    const isGru = cell === "gru";
    // Of a GRU's second bias the candidate's part belongs inside, where the reset gate is.
    const outer = isGru && biasHh !== null ? withoutLast(biasHh, hidden) : biasHh;
    const all = linear(input, ih, biasIh === null ? null : biasIh.add(outer!));
    const like = { dtype: input.dtype, device: input.device };
    const output = empty(rows, hidden, like);
    const cells = c0 === null ? null : empty(rows, hidden, like);
    const parts = isGru ? empty(rows, hidden, like) : null;
    const inner = isGru ? (biasHh?.narrow(0, 2 * hidden, hidden) ?? zeros(hidden, like)) : null;
    const [h, c] = [h0.clone(), c0?.clone() ?? null];
    const product = empty(batch, gatesOf[cell] * hidden, like);
    const given: Forth = {
      gates: columns(all, gatesOf[cell], hidden),
      products: columns(product, gatesOf[cell], hidden),
      h,
      c,
      nextH: output,
      nextC: cells,
      part: parts,
      bias: inner?.expand(batch, hidden) ?? null,
    };
    passes[cell].forth(given, { left: h, right: hh.t(), product }, order);
    context.setMaterializeGrads(false);
    context["plan"] = { cell, order };
    context.saveForBackward(input, h0, c0, ih, hh, biasIh, biasHh, output, all, cells, parts);
    return [output, h, ...(c === null ? [] : [c])];
  }

  static backward(
    context: autograd.FunctionContext,
    gradOutput: Tensor | null,
    gradH: Tensor | null,
    gradC: Tensor | null = null,
  ): (Tensor | null)[] {
    const plan = context["plan"] as Plan;
    const given = context.savedTensors as Saved;
    const wanted = context.needsInputGrad.slice(1);
    if (isGradEnabled()) return [null, ...recorded(plan, given, wanted, [gradOutput, gradH, gradC])];
    return [null, ...unrecorded(plan, given, wanted, gradOutput, gradH, gradC)];
  }
}

type Saved = readonly [
  input: Tensor,
  h0: Tensor,
  c0: Tensor | null,
  ih: Tensor,
  hh: Tensor,
  biasIh: Tensor | null,
  biasHh: Tensor | null,
  output: Tensor,
  all: Tensor,
  cells: Tensor | null,
  parts: Tensor | null,
];

/** The gradients with a graph of their own: those of the layer out of single ops. */
function recorded(
  { cell, order }: Plan,
  [input, h0, c0, ih, hh, biasIh, biasHh]: Saved,
  wanted: readonly boolean[],
  grads: readonly (Tensor | null)[],
): (Tensor | null)[] {
  const { output, h, c } = singly(cell, order, input, { h: h0, c: c0 }, { ih, hh, biasIh, biasHh, hr: null });
  const pairs = [output, h, c].flatMap((made, at) =>
    made !== null && (grads[at] ?? null) !== null && made.requiresGrad ? [[made, grads[at]!] as const] : [],
  );
  const sources = [input, h0, c0, ih, hh, biasIh, biasHh];
  const asked = sources.filter((source, at): source is Tensor => source !== null && wanted[at] === true);
  if (pairs.length === 0) return sources.map(() => null);
  const found = gradientsOf(
    pairs.map(([made]) => made),
    asked,
    { gradOutputs: pairs.map(([, grad]) => grad), createGraph: true, allowUnused: true },
  );
  let next = 0;
  return sources.map((source, at) => (source !== null && wanted[at] === true ? (found[next++] ?? null) : null));
}

function unrecorded(
  { cell, order }: Plan,
  [input, h0, c0, ih, hh, biasIh, biasHh, output, all, cells, parts]: Saved,
  [wantsInput, , , wantsIh, wantsHh, wantsBiasIh, wantsBiasHh]: readonly boolean[],
  gradOutput: Tensor | null,
  gradH: Tensor | null,
  gradC: Tensor | null,
): (Tensor | null)[] {
  const [rows, batch, hidden] = [input.size(0), h0.size(0), hh.size(1)];
  const like = { dtype: input.dtype, device: input.device };
  const count = gatesOf[cell];
  const before = (initial: Tensor, made: Tensor) => {
    const runs = runsBefore(order, initial, made);
    return joined(inTime(order).flatMap((step) => runs.get(step)!));
  };
  const allBefore = wantsHh || parts !== null ? before(h0, output) : null;
  const fromOutput = gradOutput ?? zeros(1, 1, like).expand(rows, hidden);
  const gradAll = empty(rows, count * hidden, like);
  const gradHiddenAll = parts === null ? gradAll : empty(rows, count * hidden, like);
  const carried =
    c0 !== null ? (gradC?.clone() ?? zeros(batch, hidden, like)) : parts !== null ? zeros(batch, hidden, like) : null;
  // What has arrived at the states: where sequences end, of those that end there.
  const gradState = gradH?.clone() ?? zeros(batch, hidden, like);
  const given: Back = {
    gates: columns(all, count, hidden),
    h: allBefore,
    c: c0 === null ? null : before(c0, cells!),
    nextH: output,
    nextC: cells,
    part: parts,
    gradH: gradState,
    gradBeside: fromOutput,
    carried,
    gradGates: columns(gradAll, count, hidden),
    gradHiddenGates: parts === null ? [] : columns(gradHiddenAll, count, hidden),
  };
  passes[cell].back(given, { left: gradHiddenAll, right: hh, product: gradState }, order.toReversed());
  const gradBias = wantsBiasIh || (wantsBiasHh && parts === null) ? gradAll.sum(0) : null;
  const gradHiddenBias = !wantsBiasHh ? null : parts === null ? gradBias!.clone() : gradHiddenAll.sum(0);
  return [
    wantsInput ? gradAll.matmul(ih) : null,
    parts === null ? gradState : gradState.add(carried!),
    c0 === null ? null : carried,
    wantsIh ? gradAll.t().matmul(input) : null,
    wantsHh ? gradHiddenAll.t().matmul(allBefore!) : null,
    biasIh === null || !wantsBiasIh ? null : gradBias,
    biasHh === null ? null : gradHiddenBias,
  ];
}

/** The state that each step began with. */
function runsBefore(order: readonly Step[], initial: Tensor, made: Tensor): ReadonlyMap<Step, readonly Run[]> {
  const state = new Rows(initial);
  const before = new Map<Step, readonly Run[]>();
  for (const step of order) {
    before.set(step, state.runs(step.size));
    state.replace(step.size, made, step.start);
  }
  return before;
}

/** A matrix's columns, gate by gate. */
function columns(matrix: Tensor, count: number, hidden: number): Tensor[] {
  return Array.from({ length: count }, (_, at) => matrix.narrow(1, at * hidden, hidden));
}

/** A copy of a bias with zeros at its end. */
function withoutLast(bias: Tensor, count: number): Tensor {
  const copy = bias.clone();
  copy.narrow(0, bias.size(0) - count, count).zero_();
  return copy;
}
