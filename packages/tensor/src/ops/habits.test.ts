// Options in PyTorch's order and by name say the same, in every op that takes them so; and what says nothing, or says it twice, is refused.
// What each gives is compared with PyTorch by its goldens.

import { describe, expect, expectTypeOf, it } from "vitest";
import {
  arange,
  cat,
  cdist,
  chunk,
  cosineSimilarity,
  cumprod,
  cumsum,
  diff,
  dropout,
  flatten,
  isclose,
  isTensor,
  manualSeed,
  max,
  mean,
  meshgrid,
  multinomial,
  normalize,
  oneHot,
  ones,
  pairwiseDistance,
  randn,
  roll,
  split,
  stack,
  stdMean,
  type Tensor,
  tensor,
  tensorSplit,
  unbind,
  varMean,
  zeros,
} from "../index.js";

manualSeed(3);
const x = randn(3, 4, 2);
const y = randn(3, 4, 2);

type Several = Tensor | boolean | Iterable<Several> | { readonly min: Tensor; readonly max: Tensor };

function numbers(value: Several): unknown {
  if (typeof value === "boolean") return value;
  if (isTensor(value)) return [value.shape, value.toArray()];
  return Symbol.iterator in value ? [...value].map(numbers) : [numbers(value.min), numbers(value.max)];
}

const pairs: readonly (readonly [name: string, placed: () => Several, named: () => Several])[] = [
  ["sum", () => x.sum(1, true), () => x.sum({ dim: 1, keepdim: true })],
  ["sum of several", () => x.sum([0, 2], true), () => x.sum([0, 2], { keepdim: true })],
  ["mean", () => x.mean(-1, true), () => mean(x, { dim: -1, keepdim: true })],
  ["nansum", () => x.nansum(1, true), () => x.nansum({ dim: 1, keepdim: true })],
  ["nanmean", () => x.nanmean(1, true), () => x.nanmean({ dim: 1, keepdim: true })],
  ["prod", () => x.prod(1, true), () => x.prod({ dim: 1, keepdim: true })],
  ["amax", () => x.amax([0, 1], true), () => x.amax({ dim: [0, 1], keepdim: true })],
  ["amin", () => x.amin(1, true), () => x.amin({ dim: 1, keepdim: true })],
  ["all", () => x.gt(0).all(1, true), () => x.gt(0).all({ dim: 1, keepdim: true })],
  ["any", () => x.gt(0).any(1, true), () => x.gt(0).any({ dim: 1, keepdim: true })],
  ["countNonzero", () => x.gt(0).countNonzero(1), () => x.gt(0).countNonzero({ dim: 1 })],
  ["argmax", () => x.argmax(1, true), () => x.argmax({ dim: 1, keepdim: true })],
  ["argmin", () => x.argmin(1, true), () => x.argmin({ dim: 1, keepdim: true })],
  ["max", () => x.max(1, true), () => x.max({ dim: 1, keepdim: true })],
  ["min", () => x.min(1, true), () => x.min({ dim: 1, keepdim: true })],
  ["median", () => x.median(1, true), () => x.median({ dim: 1, keepdim: true })],
  ["nanmedian", () => x.nanmedian(1, true), () => x.nanmedian({ dim: 1, keepdim: true })],
  ["mode", () => x.mode(1, true), () => x.mode({ dim: 1, keepdim: true })],
  ["quantile", () => x.quantile(0.3, 1, true), () => x.quantile(0.3, { dim: 1, keepdim: true })],
  ["nanquantile", () => x.nanquantile(0.3, 1, true), () => x.nanquantile(0.3, { dim: 1, keepdim: true })],
  ["logsumexp", () => x.logsumexp(1, true), () => x.logsumexp({ dim: 1, keepdim: true })],
  ["norm", () => x.norm(1, 2, true), () => x.norm({ p: 1, dim: 2, keepdim: true })],
  ["var", () => x.var(1, false, true), () => x.var({ dim: 1, correction: 0, keepdim: true })],
  ["var of all", () => x.var(false), () => x.var({ correction: 0 })],
  ["std", () => x.std(1, true, true), () => x.std({ dim: 1, unbiased: true, keepdim: true })],
  ["varMean", () => varMean(x, 1, false, true), () => varMean(x, 1, { correction: 0, keepdim: true })],
  ["stdMean", () => stdMean(x, false), () => stdMean(x, { unbiased: false })],
  ["sort", () => x.sort(1, true), () => x.sort({ dim: 1, descending: true })],
  ["argsort", () => x.argsort(1, true), () => x.argsort({ dim: 1, descending: true })],
  ["topk", () => x.topk(2, 1, false, true), () => x.topk(2, { dim: 1, largest: false, sorted: true })],
  ["kthvalue", () => x.kthvalue(2, 1, true), () => x.kthvalue(2, { dim: 1, keepdim: true })],
  ["cumsum", () => x.cumsum(1), () => cumsum(x, { dim: 1 })],
  ["cumprod", () => x.cumprod(1), () => cumprod(x, { dim: 1 })],
  ["cat", () => cat([x, y], 1), () => cat([x, y], { dim: 1 })],
  ["stack", () => stack([x, y], 1), () => stack([x, y], { dim: 1 })],
  ["chunk", () => x.chunk(2, 1), () => chunk(x, 2, { dim: 1 })],
  ["split", () => x.split([1, 3], 1), () => split(x, [1, 3], { dim: 1 })],
  ["tensorSplit", () => x.tensorSplit(2, 1), () => tensorSplit(x, 2, { dim: 1 })],
  ["unbind", () => x.unbind(1), () => unbind(x, { dim: 1 })],
  ["flatten", () => x.flatten(1), () => flatten(x, { startDim: 1 })],
  ["flatten between", () => x.flatten(0, 1), () => x.flatten({ endDim: 1 })],
  ["squeeze", () => ones(1, 2, 1).squeeze(2), () => ones(1, 2, 1).squeeze({ dim: 2 })],
  ["unsqueeze", () => x.unsqueeze(1), () => x.unsqueeze({ dim: 1 })],
  ["roll", () => x.roll(1, 1), () => roll(x, { shifts: 1, dims: 1 })],
  ["tril", () => x.tril(-1), () => x.tril({ diagonal: -1 })],
  ["triu_", () => x.clone().triu_(1), () => x.clone().triu_({ diagonal: 1 })],
  ["oneHot", () => oneHot(tensor([1, 2]).int(), 4), () => oneHot(tensor([1, 2]).int(), { numClasses: 4 })],
  ["normalize", () => normalize(x, 1, 2), () => normalize(x, { p: 1, dim: 2 })],
  ["cosineSimilarity", () => cosineSimilarity(x, y, 2), () => cosineSimilarity(x, y, { dim: 2 })],
  [
    "pairwiseDistance",
    () => pairwiseDistance(x, y, 1, 0, true),
    () => pairwiseDistance(x, y, { p: 1, eps: 0, keepdim: true }),
  ],
  ["cdist", () => cdist(x, y, 1), () => cdist(x, y, { p: 1 })],
  ["isclose", () => isclose(x, y, 0.5, 1), () => isclose(x, y, { rtol: 0.5, atol: 1 })],
  ["allclose", () => x.allclose(y, 9, 9), () => x.allclose(y, { rtol: 9, atol: 9 })],
  ["nanToNum", () => tensor([Number.NaN]).nanToNum(3), () => tensor([Number.NaN]).nanToNum({ nan: 3 })],
  ["diff", () => diff(x, 2, 1), () => diff(x, { n: 2, dim: 1 })],
  ["bincount", () => tensor([1, 2]).int().bincount(null, 7), () => tensor([1, 2]).int().bincount({ minlength: 7 })],
  ["histc", () => x.histc(4, -1, 1), () => x.histc({ bins: 4, min: -1, max: 1 })],
  [
    "indexPut",
    () => zeros(3).indexPut([tensor([1, 1]).int()], ones(2), true),
    () => zeros(3).indexPut([tensor([1, 1]).int()], ones(2), { accumulate: true }),
  ],
  ["set", () => x.clone().set(":", 1, 0, 5), () => x.clone().set([":", 1, 0], 5)],
];

describe("in place and by name", () => {
  it.each(pairs)("%s says the same", (_, placed, named) => {
    expect(numbers(placed())).toEqual(numbers(named()));
  });

  it("multinomial and dropout draw the same", () => {
    const drawn = (body: () => Tensor) => {
      manualSeed(1);
      return body().toArray();
    };
    const p = ones(5);
    expect(drawn(() => multinomial(p, 9, true))).toEqual(drawn(() => multinomial(p, 9, { replacement: true })));
    expect(drawn(() => dropout(x, 0.4, true))).toEqual(drawn(() => dropout(x, { p: 0.4, training: true })));
    const z = x.clone();
    expect(dropout(z, 0.4, true, true)).toBe(z);
  });

  it("what says nothing, or says it twice, is refused", () => {
    const loose = x as unknown as Record<string, (...given: unknown[]) => unknown>;
    const said = (name: string, ...given: unknown[]) => {
      try {
        return loose[name]!(...given);
      } catch (error) {
        return String(error);
      }
    };
    expect([
      said("sum", 0, 1),
      said("sum", 0, true, 5),
      said("mean", 0, { dim: 1 }),
      said("argmax", { axis: 1 }),
      said("max", { keepdim: true }),
      said("max", 1, 0),
      said("var", 1, 0),
      said("var", 1, false, { correction: 1 }),
      said("logsumexp"),
      said("cumsum", { dtype: "float64" }),
      said("topk", 2, true),
      said("sort", true),
      said("squeeze", { dims: 1 }),
      said("fill_", ones(2)),
      said("roll"),
      said("at", "::-1"),
    ]).toMatchInlineSnapshot(`
      [
        "ArgumentError: sum: keepdim must be true or false, but got 1",
        "ArgumentError: sum: expected an object of options behind dim, keepdim, but got 5",
        "ArgumentError: mean: got dim twice, in its place and by its name",
        "ArgumentError: argmax: got an unexpected option axis; take some of { dim, keepdim }",
        "ArgumentError: max: keepdim is of a dimension; tell which, as max(1, true)",
        "ArgumentError: max: keepdim must be true or false, but got 0",
        "ArgumentError: var: unbiased must be true or false, but got 0",
        "ArgumentError: var: unbiased and correction say the same; give one of them",
        "ArgumentError: logsumexp: missing 1 required argument: dim; write logsumexp(1) for the columns of a matrix",
        "ArgumentError: cumsum: missing 1 required argument: dim; write cumsum(1) for the columns of a matrix",
        "ArgumentError: topk: dim must be a number, but got true",
        "ArgumentError: sort: dim must be a number, but got true",
        "ArgumentError: squeeze: got an unexpected option dims; take some of { dim }",
        "ShapeError: fill_: only supports 0-dimension value tensor but got tensor with 1 dimensions; copy_ takes others",
        "ArgumentError: roll: \`shifts\` required",
        "ArgumentError: at: slice step must be positive, but got ::-1; flip the result instead",
      ]
    `);
    // @ts-expect-error keepdim is a truth
    expect(() => x.sum(0, 1)).toThrow();
    // @ts-expect-error the dimension is told already
    expect(() => x.mean(0, { dim: 1 })).toThrow();
    // @ts-expect-error along which dimension must be told
    expect(() => x.logsumexp()).toThrow();
    // @ts-expect-error there is no such option
    expect(() => cat([x, x], { axis: 1 })).toThrow();
  });
});

describe("what a reduction gives", () => {
  it("has names and places, and hides the places from who looks into results", () => {
    const found = x.max(1);
    expect(found[0]).toBe(found.values);
    expect(found[1]).toBe(found.indices);
    expectTypeOf(found[1]).toEqualTypeOf<Tensor>();
    expectTypeOf(max(x, { dim: 1 })[0]).toEqualTypeOf<Tensor>();
    expectTypeOf(x.max()).toEqualTypeOf<Tensor>();
    expectTypeOf(x.max(y)).toEqualTypeOf<Tensor>();
    expect(Object.keys(found)).toEqual(["values", "indices"]);
    expect([...found].map((part) => part === found.values)).toEqual([true, false]);
  });
});

describe("a tensor", () => {
  it("is as long as its first dimension", () => {
    expect([x.length, zeros(0, 3).length, [...x].length]).toEqual([3, 0, 3]);
    expect(() => ones([]).length).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: length: len() of a 0-d tensor; it holds one number, item() reads it]`,
    );
  });

  it("is filled with one of one number, whose gradient is the sum", () => {
    const value = tensor(2, { requiresGrad: true });
    const filled = ones(2, 3).mul(1).fill_(value);
    expect(filled.toArray()).toEqual([
      [2, 2, 2],
      [2, 2, 2],
    ]);
    filled.mul(3).sum().backward();
    expect(value.grad!.item()).toBe(18);
  });

  it("is cut by slices of variables, a minus written in front", () => {
    const n = 2;
    expect(arange(6).at(`:-${n}`).toArray()).toEqual([0, 1, 2, 3]);
    expect(arange(6).at(`-${n}:`).toArray()).toEqual([4, 5]);
    expect(arange(6).at(`${n}:-${n}:${n}`).toArray()).toEqual([2]);
    // @ts-expect-error no slice
    expect(() => arange(6).at("a:")).toThrow();
  });

  it("meshgrid still takes its options behind its tensors", () => {
    expect(meshgrid(ones(2), ones(3), { indexing: "ij" }).map(({ shape }) => shape)).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
});
