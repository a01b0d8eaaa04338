// The ops of `pnpm bench:compare --eager ops`, each by itself: for every name what it moves, what bar it is held to, and how this
// library does it; peers/ops.py has the same names for PyTorch. Sizes are elements of the first input, 2²⁰ and 2²⁴ of them, which lie
// as a square where an op has rows and columns.

import * as bernoulli from "bernoulli";

const { F, cat, distributions, rand, randint, randn, randperm, special, where } = bernoulli;

/** The longest times beside PyTorch's, by family: [of 2²⁰ elements, which lie in its cache, of 2²⁴]; null where none is set. */
const bars = {
  memory: [2.5, 1],
  transcendental: [1, 1],
  reductions: [2.5, 1],
  indexing: [1.5, 1.5],
  sorting: [2, 2],
  random: [1, 1],
  special: [1, 1],
};

const sizes = [2 ** 20, 2 ** 24];

/** Functions by name: of layers first, then of tensors. */
const all = { ...bernoulli, ...F };

const square = (count, of = randn) => of(Math.sqrt(count), Math.sqrt(count)).keep();
const ofOne = (make, op) => (count) => {
  const x = make(count);
  return () => op(x);
};
const ofTwo = (make, op) => (count) => {
  const [x, y] = [make(count), make(count)];
  return () => op(x, y);
};
const positive = (count) => square(count, rand);
const inside = (count) => square(count, rand).mul(1.8).sub(0.9).keep();

/** By one function of one tensor: `[bytes an element, maker of the input, op]`. */
const ofFloats = (names, make = square) => Object.fromEntries(names.map((name) => [name, [8, ofOne(make, all[name])]]));

/** Whole, over rows (of neighbours), over columns. */
const reduced = (name, op, make = square) => ({
  [name]: [4, ofOne(make, (x) => op(x))],
  [`${name}-rows`]: [4, ofOne(make, (x) => op(x, 1))],
  [`${name}-columns`]: [4, ofOne(make, (x) => op(x, 0))],
});
/** Over rows and columns alone. */
const along = (name, op, make = square, bytes = 4) => ({
  [`${name}-rows`]: [bytes, ofOne(make, (x) => op(x, 1))],
  [`${name}-columns`]: [bytes, ofOne(make, (x) => op(x, 0))],
});
const mask = (count) => square(count, rand).gt(0.5).keep();
const trues = (count) => square(count, rand).ge(0).keep();
const falses = (count) => square(count, rand).lt(0).keep();
const nearOne = (count) => square(count, rand).mul(1e-6).add(1).keep();

const places = (count) => randperm(count).keep();
const withPlaces = (op) => (count) => {
  const [x, index] = [randn(count).keep(), places(count)];
  return () => op(x, index);
};
const rowsOf = (op) => (count) => {
  const [x, index] = [square(count), randperm(Math.sqrt(count)).keep()];
  return () => op(x, index);
};
const filled = (op) => ofOne((count) => rand(count).keep(), op);

const families = {
  memory: {
    copy: [8, ofOne(square, (x) => x.clone())],
    add: [12, ofTwo(square, (x, y) => x.add(y))],
    "add-number": [8, ofOne(square, (x) => x.add(1.5))],
    "add-row": [8, rowAdded],
    mul: [12, ofTwo(square, (x, y) => x.mul(y))],
    div: [12, ofTwo(square, (x, y) => x.div(y))],
    gt: [9, ofTwo(square, (x, y) => x.gt(y))],
    "gt-number": [5, ofOne(square, (x) => x.gt(0))],
    where: [
      13,
      (count) => {
        const [x, y, of] = [square(count), square(count), mask(count)];
        return () => where(of, x, y);
      },
    ],
    relu: [8, ofOne(square, (x) => F.relu(x))],
    clamp: [8, ofOne(square, (x) => x.clamp({ min: -1, max: 1 }))],
    maximum: [12, ofTwo(square, (x, y) => x.maximum(y))],
    abs: [8, ofOne(square, (x) => x.abs())],
    floor: [8, ofOne(square, (x) => x.floor())],
    sqrt: [8, ofOne(positive, (x) => x.sqrt())],
    rsqrt: [8, ofOne(positive, (x) => x.rsqrt())],
    lerp: [12, ofTwo(square, (x, y) => x.lerp(y, 0.3))],
    addcmul: [12, ofTwo(square, (x, y) => x.addcmul(y, y))],
    "to-int": [8, ofOne(square, (x) => x.int())],
    "transpose-copy": [8, ofOne(square, (x) => x.t().contiguous())],
    cat: [16, ofTwo(square, (x, y) => cat([x, y]))],
    flip: [8, ofOne(square, (x) => x.flip([0, 1]))],
    tril: [8, ofOne(square, (x) => x.tril())],
  },
  transcendental: {
    ...ofFloats(["exp", "exp2", "expm1", "sin", "cos", "tan", "atan", "tanh", "sigmoid", "softplus", "gelu", "silu"]),
    "gelu-tanh": [8, ofOne(square, (x) => F.gelu(x, { approximate: "tanh" }))],
    ...ofFloats(["mish", "elu", "logsigmoid", "erf", "erfc", "sinh", "cosh", "asinh"]),
    ...ofFloats(["log", "log2", "log10", "log1p", "lgamma", "digamma"], positive),
    ...ofFloats(["erfinv", "asin", "acos", "atanh"], inside),
    acosh: [
      8,
      ofOne(
        (count) => positive(count).add(1).keep(),
        (x) => x.acosh(),
      ),
    ],
    pow: [8, ofOne(positive, (x) => x.pow(1.7))],
    "pow-tensor": [12, ofTwo(positive, (x, y) => x.pow(y))],
    atan2: [12, ofTwo(square, (x, y) => x.atan2(y))],
    hypot: [12, ofTwo(square, (x, y) => x.hypot(y))],
    logaddexp: [12, ofTwo(square, (x, y) => x.logaddexp(y))],
    ...along("softmax", (x, dim) => x.softmax(dim), square, 8),
    ...along("logSoftmax", (x, dim) => x.logSoftmax(dim), square, 8),
    ...along("logsumexp", (x, dim) => x.logsumexp(dim)),
  },
  reductions: {
    ...reduced("sum", (x, dim) => x.sum(dim)),
    ...reduced("mean", (x, dim) => x.mean(dim)),
    prod: [4, ofOne(nearOne, (x) => x.prod())],
    ...along("prod", (x, dim) => x.prod(dim), nearOne),
    max: [4, ofOne(square, (x) => x.max())],
    ...along("max", (x, dim) => x.max(dim)),
    ...reduced("amax", (x, dim) => x.amax(dim)),
    ...reduced("amin", (x, dim) => x.amin(dim)),
    ...reduced("argmax", (x, dim) => x.argmax(dim)),
    ...reduced("norm", (x, dim) => x.norm(2, dim)),
    ...reduced("norm-1", (x, dim) => x.norm(1, dim)),
    ...reduced("var", (x, dim) => x.var(dim)),
    all: [1, ofOne(trues, (x) => x.all())],
    any: [1, ofOne(falses, (x) => x.any())],
    "all-rows": [1, ofOne(trues, (x) => x.all(1))],
    "any-columns": [1, ofOne(falses, (x) => x.any(0))],
    "all-floats": [4, ofOne(nearOne, (x) => x.all())],
    countNonzero: [4, ofOne(square, (x) => x.countNonzero())],
    nansum: [4, ofOne(square, (x) => x.nansum())],
  },
  indexing: {
    "index-select-rows": [8, rowsOf((x, index) => x.indexSelect(0, index))],
    "at-rows": [8, rowsOf((x, index) => x.at(index))],
    "at-places": [12, withPlaces((x, index) => x.at(index))],
    take: [12, withPlaces((x, index) => x.take(index))],
    gather: [12, withPlaces((x, index) => x.gather(0, index))],
    "scatter-add": [
      20,
      (count) => {
        const [x, index, values] = [randn(count).keep(), places(count), randn(count).keep()];
        return () => x.scatterAdd(0, index, values);
      },
    ],
    "index-add-rows": [
      16,
      (count) => {
        const [x, y, index] = [square(count), square(count), randperm(Math.sqrt(count)).keep()];
        return () => x.indexAdd(0, index, y);
      },
    ],
    "masked-select": [7, masked((x, of) => x.maskedSelect(of))],
    "at-mask": [7, masked((x, of) => x.at(of))],
    "masked-fill": [9, masked((x, of) => x.maskedFill(of, 0))],
    nonzero: [5, ofOne(mask, (x) => x.nonzero())],
  },
  sorting: {
    sort: [
      12,
      ofOne(
        (count) => randn(count).keep(),
        (x) => x.sort(),
      ),
    ],
    "sort-rows": [12, ofOne(square, (x) => x.sort({ dim: 1 }))],
    "sort-columns": [12, ofOne(square, (x) => x.sort({ dim: 0 }))],
    "topk-rows": [4, ofOne(square, (x) => x.topk(10, { dim: 1 }))],
    topk: [
      4,
      ofOne(
        (count) => randn(count).keep(),
        (x) => x.topk(10),
      ),
    ],
    cumsum: [
      8,
      ofOne(
        (count) => randn(count).keep(),
        (x) => x.cumsum(0),
      ),
    ],
    ...along("cumsum", (x, dim) => x.cumsum(dim), square, 8),
    ...along("cumprod", (x, dim) => x.cumprod(dim), nearOne, 8),
    median: [
      4,
      ofOne(
        (count) => randn(count).keep(),
        (x) => x.median(),
      ),
    ],
    "median-rows": [4, ofOne(square, (x) => x.median(1))],
    quantile: [
      4,
      ofOne(
        (count) => randn(Math.min(count, 2 ** 23)).keep(),
        (x) => x.quantile(0.3),
      ),
    ],
  },
  random: {
    rand: [4, (count) => () => rand(count)],
    randn: [4, (count) => () => randn(count)],
    randint: [4, (count) => () => randint(0, 10, [count])],
    randperm: [4, (count) => () => randperm(count)],
    bernoulli: [4, filled((x) => x.bernoulli_(0.3))],
    "bernoulli-of": [8, filled((x) => x.bernoulli())],
    "normal-of": [12, ofTwo(positive, (x, y) => bernoulli.normal(x, y))],
    exponential: [4, filled((x) => x.exponential_())],
    geometric: [4, filled((x) => x.geometric_(0.3))],
    cauchy: [4, filled((x) => x.cauchy_())],
    "log-normal": [4, filled((x) => x.logNormal_())],
    multinomial: [8, filled((x) => x.multinomial(1))],
    "multinomial-again": [
      4,
      (count) => {
        const weights = rand(1000).keep();
        return () => weights.multinomial(count, { replacement: true });
      },
    ],
    poisson: [8, filled((x) => bernoulli.poisson(x))],
    gamma: [8, ofOne(positive, (x) => new distributions.Gamma(x, 1, { validateArgs: false }).sample())],
    dropout: [8, filled((x) => F.dropout(x, { p: 0.3, training: true }))],
  },
  special: specials(),
};

/** Of float32, and of float64 under the name with `-double`. */
function ofBoth(ops) {
  return Object.entries(ops).flatMap(([name, [make, op]]) => [
    [name, [8, make(op, "float32")]],
    [`${name}-double`, [16, make(op, "float64")]],
  ]);
}

function ofDType(makeOne, operands) {
  return (op, dtype) => (count) => {
    const given = Array.from({ length: operands }, () => makeOne([count], { dtype }).keep());
    return () => op(...given);
  };
}

function rowAdded(count) {
  const [x, row] = [square(count), randn(Math.sqrt(count)).keep()];
  return () => x.add(row);
}

function masked(op) {
  return (count) => {
    const [x, of] = [square(count), mask(count)];
    return () => op(x, of);
  };
}

function specials() {
  const unit = ofDType(rand, 1);
  const normal = ofDType(randn, 1);
  const normals = ofDType(randn, 2);
  const upTo20 = (...given) => rand(...given).mul(20);
  const [above, twoAbove] = [ofDType(upTo20, 1), ofDType(upTo20, 2)];
  return Object.fromEntries(
    ofBoth({
      erfcx: [normal, special.erfcx],
      "log-ndtr": [normal, special.logNdtr],
      ndtri: [unit, special.ndtri],
      i0: [normal, special.i0],
      i0e: [normal, special.i0e],
      i1: [normal, special.i1],
      i1e: [normal, special.i1e],
      "lgamma-20": [above, bernoulli.lgamma],
      "digamma-20": [above, bernoulli.digamma],
      "polygamma-1": [above, (x) => bernoulli.polygamma(1, x)],
      "polygamma-2": [above, (x) => bernoulli.polygamma(2, x)],
      igamma: [twoAbove, bernoulli.igamma],
      igammac: [twoAbove, bernoulli.igammac],
      nextafter: [normals, bernoulli.nextafter],
      signbit: [normal, bernoulli.signbit],
      frexp: [normal, bernoulli.frexp],
    }),
  );
}

const makers = Object.assign({}, ...Object.values(families));

/** What does the op once, on new inputs of so many elements. */
export function op(name, count) {
  const body = makers[name][1](Number(count));
  return () => void body();
}

export const opWorkloads = Object.entries(families).flatMap(([family, ops]) =>
  Object.entries(ops).flatMap(([name, [bytes]]) =>
    sizes.map((count, at) => ({
      name: `ops/${name}/${count}`,
      unit: "Gelements/s",
      amount: count / 1e9,
      op: { family, name, count, bytes, bar: bars[family][at] },
    })),
  ),
);
