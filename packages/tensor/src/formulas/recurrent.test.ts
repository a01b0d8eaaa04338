// Recurrent updates against the same step by step out of tensors' own ops, on each device, eager and compiled, and on
// any number of threads; and what is refused.
// In a process of those with threads: they stay.

import { seeded, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { wasmAllocator } from "../backends/wasm/allocator.js";
import { runtimeFor } from "../backends/wasm/runtime.js";
import { compile, type Device, getNumThreads, randn, setNumThreads, type Tensor, zeros } from "../index.js";
import { recurrentUpdate } from "./index.js";

const forth = recurrentUpdate({
  name: "forth",
  inputs: ["outcome", "input", "state", "ofState"],
  perStep: ["outcome", "input"],
  product: "before",
  formula: ({ input, ofState, state }) => {
    const next = input.add(ofState).tanh().mul(0.5).add(state.mul(0.5));
    return { outcome: next, state: next };
  },
});

const back = recurrentUpdate({
  name: "back",
  inputs: ["slopes", "slope", "outcome"],
  perStep: ["slopes", "outcome"],
  product: "behind",
  formula: ({ slope, outcome }) => ({ slopes: slope.add(outcome) }),
});

const gated = recurrentUpdate({
  name: "gated",
  inputs: ["outcome", "input", "state", "gate", "candidate"],
  perStep: ["outcome", "input"],
  product: "before",
  formula: ({ input, gate, candidate, state }) => {
    const next = input.add(candidate).tanh().mul(gate.tanh()).add(state.mul(0.5));
    return { outcome: next, state: next };
  },
});

interface Case {
  readonly sizes: readonly number[];
  readonly width: number;
  readonly device: Device;
  readonly dtype: "float32" | "float64";
}

/** Steps of a batch whose sequences end one by one, in the order of `isReversed`. */
function stepsOf({ sizes }: Case, isReversed: boolean) {
  let rows = 0;
  const steps = sizes.map((size) => {
    rows += size;
    return { start: rows - size, size };
  });
  return isReversed ? steps.reverse() : steps;
}

function given({ sizes, width, device, dtype }: Case) {
  const of = (...shape: number[]) => randn(shape, { device, dtype });
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  return {
    input: of(rows, 2 * width).narrow(1, width, width),
    state: of(sizes[0]!, width),
    weight: of(width, width).mul(0.3),
  };
}

const part = (x: Tensor, start: number, size: number) => x.narrow(0, start, size);

function updated(one: Case, { input, state, weight }: ReturnType<typeof given>, isReversed: boolean): Tensor[] {
  const { width, device, dtype, sizes } = one;
  const steps = stepsOf(one, isReversed);
  const [own, product] = [state.clone(), zeros([sizes[0]!, width], { device, dtype })];
  const outcome = zeros(input.shape, { device, dtype });
  forth({ outcome, input, state: own, ofState: product }, { left: own, right: weight.t(), product }, steps);
  const [slopes, slope] = [zeros(input.shape, { device, dtype }), state.clone()];
  back({ slopes, slope, outcome }, { left: slopes, right: weight, product: slope }, steps.toReversed());
  return [outcome, own, slopes, slope];
}

function byOps(one: Case, { input, state, weight }: ReturnType<typeof given>, isReversed: boolean): Tensor[] {
  const { device, dtype } = one;
  const steps = stepsOf(one, isReversed);
  const own = state.clone();
  const outcome = zeros(input.shape, { device, dtype });
  for (const { start, size } of steps) {
    const before = part(own, 0, size);
    const next = part(input, start, size).add(before.matmul(weight.t())).tanh().mul(0.5).add(before.mul(0.5));
    part(outcome, start, size).copy_(next);
    before.copy_(next);
  }
  const [slopes, slope] = [zeros(input.shape, { device, dtype }), state.clone()];
  for (const { start, size } of steps.toReversed()) {
    part(slopes, start, size).copy_(part(slope, 0, size).add(part(outcome, start, size)));
    part(slope, 0, size).copy_(part(slopes, start, size).matmul(weight));
  }
  return [outcome, own, slopes, slope];
}

describe("a recurrent update", () => {
  const random = seeded(7);
  const below = (count: number) => Math.floor(random() * count);
  for (const [device, dtype] of [
    ["cpu", "float32"],
    ["cpu", "float64"],
    ["reference", "float32"],
  ] as const)
    it(`does what its steps do one by one, ${dtype} on ${device}`, () => {
      for (let seed = 0; seed < 12; seed++) {
        let size = [1, 1 + below(9), 1 + below(40)][seed % 3]!;
        const sizes = Array.from({ length: 1 + below(6) }, () => {
          size -= below(Math.min(size, 3));
          return size;
        });
        const one: Case = { sizes, width: [1, 7, 24, 33][seed % 4]!, device, dtype };
        const tensors = given(one);
        for (const isReversed of [false, true]) {
          const [own, plain] = [updated(one, tensors, isReversed), byOps(one, tensors, isReversed)];
          for (const [at, result] of own.entries())
            expect(result.allclose(plain[at]!, { rtol: 1e-5, atol: dtype === "float64" ? 1e-13 : 2e-5 })).toBe(true);
        }
      }
    });

  it("gives the same bits compiled, call after call", () => {
    const one: Case = { sizes: [9, 9, 4, 1], width: 70, device: "cpu", dtype: "float32" };
    const tensors = given(one);
    const eager = updated(one, tensors, false);
    const step = compile(() => updated(one, tensors, false));
    for (let call = 0; call < 4; call++)
      for (const [at, result] of step().entries()) expect(result.equal(eager[at]!)).toBe(true);
  });

  it("multiplies by more depth than a block holds", () => {
    const wide = recurrentUpdate({
      name: "wide",
      inputs: ["outcome", "ofState"],
      perStep: ["outcome"],
      product: "before",
      formula: ({ ofState }) => ({ outcome: ofState.add(0) }),
    });
    const [left, right, product, outcome] = [randn(3, 1500), randn(1500, 20), zeros(3, 20), zeros(6, 20)];
    wide({ outcome, ofState: product }, { left, right, product }, [
      { start: 0, size: 3 },
      { start: 3, size: 3 },
    ]);
    const wanted = left.to("float64").matmul(right.to("float64")).to("float32");
    for (const start of [0, 3]) expect(part(outcome, start, 3).allclose(wanted, { rtol: 1e-4, atol: 1e-3 })).toBe(true);
  });

  it("refuses what does not fit", () => {
    const one: Case = { sizes: [2, 1], width: 3, device: "cpu", dtype: "float32" };
    const { input, state, weight } = given(one);
    const [outcome, product] = [zeros(3, 3), zeros(2, 3)];
    const tensors = { outcome, input, state, ofState: product };
    const by = { left: state, right: weight.t(), product };
    const steps = stepsOf(one, false);
    expect(thrown(() => forth({ ...tensors, input: zeros(2, 3) }, by, steps))).toMatchInlineSnapshot(
      `"ShapeError: forth: input must have 3 rows or more, and 3 columns, but got [2, 3]"`,
    );
    expect(thrown(() => forth({ ...tensors, state: zeros(2, 4) }, by, steps))).toMatchInlineSnapshot(
      `"ShapeError: forth: state must have 2 rows or more, and 3 columns, but got [2, 4]"`,
    );
    expect(thrown(() => forth({ ...tensors, state: zeros(6) }, by, steps))).toMatchInlineSnapshot(
      `"ShapeError: forth: state must be a matrix, but got [6]"`,
    );
    expect(thrown(() => forth(tensors, { ...by, right: zeros(4, 3) }, steps))).toMatchInlineSnapshot(
      `"ShapeError: forth: product must be contiguous and hold 2 rows of left × right, [2, 3] × [4, 3], but got [2, 3]"`,
    );
    expect(thrown(() => forth(tensors, { ...by, product: zeros(3, 2).t() }, steps))).toMatchInlineSnapshot(
      `"ShapeError: forth: product must be contiguous and hold 2 rows of left × right, [2, 3] × [3, 3], but got [2, 3]"`,
    );
    expect(thrown(() => forth({ ...tensors, state: state.to("float64") }, by, steps))).toMatchInlineSnapshot(
      `"DTypeError: forth: state must be float32, as outcome is, but got float64"`,
    );
    expect(thrown(() => forth({ ...tensors, outcome: zeros(1, 3).expand(3, 3) }, by, steps))).toMatchInlineSnapshot(
      `"AutogradError: forth: unsupported operation: more than one element of outcome refers to a single memory location; clone() it first"`,
    );
    expect(thrown(() => forth({ ...tensors, state: zeros(1, 3).expand(2, 3) }, by, steps))).toMatchInlineSnapshot(
      `"AutogradError: forth: unsupported operation: more than one element of state refers to a single memory location; clone() it first"`,
    );
    expect(thrown(() => forth(tensors, { ...by, left: zeros(1, 3) }, steps))).toMatchInlineSnapshot(
      `"ShapeError: forth: left must have 2 rows or more, but got [1, 3]"`,
    );
    expect(thrown(() => forth(tensors, by, [{ start: -1, size: 1 }]))).toMatchInlineSnapshot(
      `"ArgumentError: forth: a step begins at row 0 or later and has one row or more, but got -1 and 1"`,
    );
    expect(thrown(() => forth(tensors, by, []))).toMatchInlineSnapshot(`"ShapeError: forth: wants one step at least"`);
    expect(thrown(() => forth({ ...tensors, input: input.clone().requiresGrad_() }, by, steps))).toMatchInlineSnapshot(
      `"AutogradError: forth cannot be differentiated; call it inside noGrad(() => …)"`,
    );
  });

  // Of widths that are whole panels and such that are not; so wide that threads share a step.
  it.each([128, 136, 100])("gives the same bits on any number of threads, %i wide", (width) => {
    const one: Case = { sizes: [48, 48, 37, 1], width, device: "cpu", dtype: "float32" };
    const own = given(one);
    const weights = randn(2 * width, width).mul(0.3);
    const run = () => {
      const state = own.state.clone();
      const product = zeros(48, 2 * width);
      const outcome = zeros(own.input.shape);
      const [gate, candidate] = [product.narrow(1, 0, width), product.narrow(1, width, width)];
      const inputs = { outcome, input: own.input, state, gate, candidate };
      gated(inputs, { left: state, right: weights.t(), product }, stepsOf(one, false));
      return [outcome, state, ...updated(one, own, false)].map((result) => [...result.toTypedArray()]);
    };
    const threads = getNumThreads();
    try {
      setNumThreads(1);
      const expected = run();
      for (const count of [2, 3]) {
        setNumThreads(count);
        runtimeFor(wasmAllocator).awaitThreads();
        for (let time = 0; time < 5; time += 1) expect(run()).toEqual(expected);
      }
      const state = own.state.clone();
      for (const [at, { start, size }] of stepsOf(one, false).entries()) {
        const before = part(state, 0, size);
        const products = before.matmul(weights.t());
        const [gate, candidate] = [products.narrow(1, 0, width), products.narrow(1, width, width)];
        before.copy_(part(own.input, start, size).add(candidate).tanh().mul(gate.tanh()).add(before.mul(0.5)));
        const rows = expected[0]!.slice(start * width, (start + size) * width);
        expect(rows, `step ${at}`).toEqual([...part(state, 0, size).contiguous().toTypedArray()]);
      }
    } finally {
      setNumThreads(threads);
    }
  });
});
