// Attention by its kernels, of float32, against the composition in float64, over random sizes: results, gradients, what is drawn and what
// is not finite. The same compiled and on more threads, bit for bit; gradients of gradients; and that nothing is left behind.

import { expectClose, seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  compile,
  type DType,
  getNumThreads,
  grad,
  manualSeed,
  memoryStats,
  profile,
  rand,
  scaledDotProductAttention,
  scope,
  setNumThreads,
  type Tensor,
  tensor,
} from "../../index.js";
import type { AttentionOptions } from "./attention.js";

const threads = getNumThreads();
afterEach(() => setNumThreads(threads));

const random = seeded("attention");
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

interface Case {
  readonly shapes: readonly (readonly number[])[];
  readonly values: readonly (readonly number[])[];
  readonly options: Omit<AttentionOptions, "attnMask">;
  /** Values of the mask, of which the shape is that of the scores' last two dimensions. */
  readonly mask: readonly number[] | null;
}

const numbers = (count: number) => Array.from({ length: count }, () => Math.fround(4 * random() - 2));
const countOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

function drawCase(): Case {
  const leading = [[], [2], [2, 3], [3, 1]][between(0, 3)]!;
  const [queries, keys] = [between(1, 90), between(1, 90)];
  const [embed, width] = [between(1, 40), between(1, 40)];
  const shapes = [
    [...leading, queries, embed],
    [...leading, keys, embed],
    [...leading, keys, width],
  ];
  const kind = (["none", "causal", "mask"] as const)[between(0, 2)]!;
  const isClosed = Array.from({ length: queries }, () => random() < 0.2);
  const mask = Array.from({ length: queries * keys }, (_, at) =>
    isClosed[Math.floor(at / keys)]! || random() < 0.3 ? Number.NEGATIVE_INFINITY : Math.fround(random()),
  );
  return {
    shapes,
    values: [...shapes, [...leading, queries, width]].map((shape) => numbers(countOf(shape))),
    options: { dropoutP: [0, 0, 0.3, 0.9][between(0, 3)]!, isCausal: kind === "causal" },
    mask: kind === "mask" ? mask : null,
  };
}

interface Given {
  readonly inputs: readonly Tensor[];
  readonly arriving: Tensor;
  run(): Tensor;
}

function given({ shapes, values, options, mask }: Case, dtype: DType): Given {
  const inputs = shapes.map((shape, at) =>
    tensor([...values[at]!], { dtype })
      .view(...shape)
      .detach()
      .requiresGrad_(),
  );
  const [query, key, value] = inputs as [Tensor, Tensor, Tensor];
  const shape = [...query.shape.slice(0, -1), value.size(-1)];
  const attnMask = mask && tensor([...mask], { dtype }).view(query.size(-2), key.size(-2));
  return {
    inputs,
    arriving: tensor([...values[3]!], { dtype }).view(...shape),
    run: () => scaledDotProductAttention(query, key, value, { ...options, attnMask }),
  };
}

/** The result, and what goes back to queries, keys and values. */
function computed(own: Case, dtype: DType, seed: number): readonly Tensor[] {
  const { inputs, arriving, run } = given(own, dtype);
  manualSeed(seed);
  const output = run();
  return [output, ...grad(output, inputs, { gradOutputs: [arriving] })];
}

const listed = (tensors: readonly Tensor[]) => tensors.map((one) => [...one.toTypedArray()]);

describe("attention by kernels", () => {
  it("is what the composition is, with what it drops", () => {
    for (let at = 0; at < 40; at += 1)
      scope(() => {
        const own = drawCase();
        const [kernels, composed] = [computed(own, "float32", at), computed(own, "float64", at)];
        for (const [place, tensor] of kernels.entries())
          expectClose(tensor, composed[place]!, { absolute: 5e-5, relative: 1e-4 });
      });
  });

  it("is computed by kernels, and by them alone", () => {
    const own = { ...drawCase(), options: { dropoutP: 0.5 }, mask: null };
    const { ops } = profile(() => void computed(own, "float32", 0));
    const products = ops.map(({ name }) => name).filter((name) => /matmul|softmax|attention/.test(name));
    expect(products.sort()).toEqual(["attention", "attentionBackward"]);
  });

  it("says of what is not finite what the composition says", () => {
    const own: Case = {
      shapes: [
        [44, 5],
        [6, 5],
        [6, 3],
      ],
      values: [numbers(220), numbers(30), numbers(18), numbers(132)],
      options: {},
      mask: null,
    };
    const placed = (which: number, place: number, value: number): Case => ({
      ...own,
      values: own.values.map((one, at) => (at === which ? one.map((x, i) => (i === place ? value : x)) : one)),
    });
    for (const [which, place] of [
      [0, 7],
      [1, 3],
      [2, 4],
    ] as const)
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        const both = (["float32", "float64"] as const).map((dtype) => {
          const [output] = computed(placed(which, place, value), dtype, 0);
          return [...output!.toTypedArray()].map((x) => (Number.isFinite(x) ? 0 : x));
        });
        expect(both[0]).toEqual(both[1]);
      }
  });

  it("takes scores that a causal mask closes for −∞, whatever they are", () => {
    const [query, key] = [tensor([[1], [1]]), tensor([[1], [Number.NaN]])];
    const output = scaledDotProductAttention(query, key, tensor([[2], [3]]), null, 0, true);
    expect(output.toArray()).toEqual([[2], [Number.NaN]]);
  });

  it("drops weights that several values share for all of them, or none", () => {
    const [query, key] = [tensor(numbers(15)).view(5, 3), tensor(numbers(12)).view(4, 3)];
    const value = tensor(numbers(8)).view(4, 2).expand(3, 4, 2);
    manualSeed(4);
    const together = scaledDotProductAttention(query, key, value, { dropoutP: 0.5 });
    const next = rand(1).item();
    manualSeed(4);
    const one = scaledDotProductAttention(query, key, value.select(0, 0), { dropoutP: 0.5 });
    expect(rand(1).item()).toBe(next);
    for (const place of [0, 1, 2]) expectClose(together.select(0, place), one, { absolute: 1e-6, relative: 1e-6 });
  });

  it("drops nothing and all", () => {
    const own = { ...drawCase(), mask: null };
    const with0 = listed(computed({ ...own, options: { dropoutP: 0 } }, "float32", 1));
    expect(listed(computed({ ...own, options: {} }, "float32", 2))).toEqual(with0);
    for (const one of computed({ ...own, options: { dropoutP: 1 } }, "float32", 1))
      expect(one.abs().sum().item()).toBe(0);
  });

  it("gives zeros, forward and back, where a query may look at nothing", () => {
    const own = drawCase();
    const [queries, keys] = [own.shapes[0]!.at(-2)!, own.shapes[1]!.at(-2)!];
    const mask = Array<number>(queries * keys).fill(Number.NEGATIVE_INFINITY);
    for (const one of computed({ ...own, options: {}, mask }, "float32", 0)) expect(one.abs().sum().item()).toBe(0);
  });

  it("gives zeros where there are no keys", () => {
    for (const options of [{}, { isCausal: true }, { attnMask: tensor([]).view(2, 0) }]) {
      const query = tensor(numbers(6)).view(2, 3).requiresGrad_();
      const [keys, values] = [tensor([]).view(0, 3), tensor([]).view(0, 4)];
      const output = scaledDotProductAttention(query, keys, values, options);
      expect(output.toArray()).toEqual([Array(4).fill(0), Array(4).fill(0)]);
      expect(grad(output.sum(), [query])[0]!.abs().sum().item()).toBe(0);
    }
  });

  // PyTorch 2.15: the kernel of its CPU and the composition alike.
  it("gives what PyTorch does where a query that is not finite may look at nothing", () => {
    const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN];
    const key = [0.3, 0.5, 0.2, 0.9, 1.5, 0.7, 0.4, 0.1];
    const value = [1, 2, 3, 4, 5, 6, 7, 8];
    const closed = tensor([
      [0, 0, 0, 0],
      [-inf, -inf, -inf, -inf],
    ]);
    const masks = { none: null, added: closed, bool: closed.eq(0) };
    /** Of each result the rows: whether they hold NaN, zeros alone, or numbers. */
    const kinds = (one: Tensor) =>
      (one.toArray() as number[][]).map((row) =>
        row.some(Number.isNaN) ? "NaN" : row.every((x) => x === 0) ? "zeros" : "numbers",
      );
    const said = (first: number, mask: keyof typeof masks, dtype: DType, isRecorded: boolean) => {
      const inputs = [[1, 0.5, first, 0.25], key, value].map((of) => tensor(of, { dtype }).view(-1, 2).requiresGrad_());
      const given = masks[mask];
      const attnMask = given === null || given.dtype === "bool" ? given : given.to(dtype);
      const output = scaledDotProductAttention(...(inputs as [Tensor, Tensor, Tensor]), { attnMask });
      return [output, ...grad(output.sum(), inputs, { createGraph: isRecorded })].map(kinds);
    };
    const spoilt = [["numbers", "NaN"], ["numbers", "NaN"], Array(4).fill("NaN"), Array(4).fill("NaN")];
    const nothing = [["numbers", "zeros"], ["numbers", "zeros"], Array(4).fill("NaN"), Array(4).fill("numbers")];
    const plain = [["numbers", "zeros"], ["numbers", "zeros"], Array(4).fill("numbers"), Array(4).fill("numbers")];
    for (const dtype of ["float32", "float64"] as const)
      for (const isRecorded of [false, true])
        for (const mask of ["added", "bool"] as const) {
          const how = `${dtype}, ${mask}, ${isRecorded}`;
          expect(said(inf, mask, dtype, isRecorded), how).toEqual(spoilt);
          expect(said(nan, mask, dtype, isRecorded), how).toEqual(spoilt);
          expect(said(-inf, mask, dtype, isRecorded), how).toEqual(nothing);
          expect(said(-inf, "none", dtype, isRecorded), how).toEqual(nothing);
          expect(said(0.5, mask, dtype, isRecorded), how).toEqual(plain);
        }
  });

  it("is the same compiled, and on more threads", () => {
    for (let at = 0; at < 12; at += 1) {
      const own = drawCase();
      setNumThreads(1);
      const eager = listed(computed(own, "float32", at));
      setNumThreads(2);
      expect(listed(computed(own, "float32", at))).toEqual(eager);
      const { inputs, arriving, run } = given(own, "float32");
      for (const one of [...inputs, arriving]) one.keep();
      const step = compile(() => {
        const output = run();
        return [output, ...grad(output, [...inputs], { gradOutputs: [arriving] })];
      });
      for (let call = 0; call < 3; call += 1) {
        manualSeed(at);
        expect(listed(step())).toEqual(eager);
      }
    }
  });

  it("lies as its queries do", () => {
    const x = tensor(numbers(2 * 5 * 3 * 4)).view(2, 5, 3, 4);
    const heads = x.transpose(1, 2);
    expect(scaledDotProductAttention(heads, heads, heads).strides).toEqual(heads.strides);
    const [of] = grad(scaledDotProductAttention(heads.requiresGrad_(), heads.detach(), heads.detach()).pow(2).sum(), [
      heads,
    ]);
    expect(of!.strides).toEqual(heads.strides);
  });

  it("has gradients of gradients", () => {
    for (let at = 0; at < 6; at += 1) {
      const own = drawCase();
      const [kernels, composed] = (["float32", "float64"] as const).map((dtype) => {
        const { inputs, arriving, run } = given(own, dtype);
        manualSeed(at);
        const first = grad(run(), [...inputs], { gradOutputs: [arriving], createGraph: true });
        const all = first.map((one) => one.pow(2).sum()).reduce((sum, one) => sum.add(one));
        return grad(all, [...inputs]);
      });
      for (const [place, one] of kernels!.entries())
        expectClose(one, composed![place]!, { norm: 2e-3, absolute: Number.POSITIVE_INFINITY });
    }
  });

  it("leaves nothing behind", () => {
    const { inputs, arriving, run } = given({ ...drawCase(), options: { dropoutP: 0.5 }, mask: null }, "float32");
    const before = memoryStats().storages;
    scope(() => void grad(run(), [...inputs], { gradOutputs: [arriving] }));
    expect(memoryStats().storages).toBe(before);
  });
});
