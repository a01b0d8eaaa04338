// Indexing, scans, searches, folds and draws on the cpu beside the reference, by random shapes, dimensions, strides, dtypes and indices:
// negative ones, duplicates and none among them. BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import {
  arange,
  bucketize,
  cummax,
  cummin,
  cumprod,
  dropout,
  grad,
  indexAdd,
  indexCopy,
  indexFill,
  indexReduce,
  indexSelect,
  linspace,
  logcumsumexp,
  manualSeed,
  ones,
  rand,
  scatterReduce,
  scope,
  searchsorted,
  setNumThreads,
  sort,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";
import type { devices } from "../tensor/device.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 5000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

type Device = (typeof devices)[number];
type Numeric = "float32" | "float64" | "int32" | "uint8";

/** Numbers of a case: drawn before the devices run, so that both are given the same. */
class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(`rows ${seed}`);
  }

  below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  shape(least = 1): number[] {
    const large = this.below(12) === 0;
    return Array.from({ length: least + this.below(3) }, () =>
      large ? 1 + this.below(60) : this.of([0, 1, 2, 3, 5, 8, 9, 17]),
    );
  }

  number(dtype: Numeric): number {
    if (dtype === "uint8") return this.below(256);
    if (dtype === "int32") return this.below(9) - 4;
    const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, -1, 1e-40];
    return this.below(4) === 0 ? this.of(special) : Math.fround(this.#random() * 4 - 2);
  }

  /** A tensor of a shape, that may be a view: turned, every other one, or of one number along a dimension. */
  tensor(dtype: Numeric, shape: readonly number[]): (device: Device) => Tensor {
    const way = this.of(["plain", "plain", "turned", "stepped", "expanded"] as const);
    const dim = this.below(Math.max(1, shape.length));
    const order = shape.map((_, at) => at).reverse();
    let base = [...shape];
    if (way === "turned") base = order.map((at) => shape[at]!);
    else if (way === "stepped" && shape.length > 0) base[dim] = 2 * shape[dim]!;
    else if (way === "expanded" && shape.length > 0) base[dim] = 1;
    const count = base.reduce((product, size) => product * size, 1);
    const numbers = Array.from({ length: count }, () => this.number(dtype));
    return (device) => {
      const whole = tensor(numbers, { dtype, device }).reshape(base);
      if (way === "turned") return whole.permute(order);
      if (way === "stepped" && shape.length > 0) return whole.at(...shape.map((_, at) => (at === dim ? "::2" : ":")));
      return way === "expanded" && shape.length > 0 ? whole.expand(shape) : whole;
    };
  }

  places(count: number, size: number, negative = false): (device: Device) => Tensor {
    const all = Array.from({ length: count }, () => this.below(size) - (negative && this.below(2) === 0 ? size : 0));
    return (device) => tensor(all, { dtype: "int32", device });
  }
}

type Case = (device: Device) => readonly Tensor[];

function indexed(draw: Draw): Case {
  const dtype = draw.of(["float32", "float64", "int32", "uint8"] as const);
  const shape = draw.shape();
  const dim = draw.below(shape.length);
  const count = shape[dim] === 0 ? 0 : draw.of([0, 1, 2, shape[dim]!, 2 * shape[dim]!, 30]);
  const [input, source] = [draw.tensor(dtype, shape), draw.tensor(dtype, shape.with(dim, count))];
  const size = shape[dim]!;
  const index = draw.places(count, size);
  const around = draw.places(count, size, true);
  const alpha = draw.of([1, 2, -1]);
  const reduce = draw.of(["prod", "amax", "amin"] as const);
  const along = dim - (draw.below(2) === 0 ? shape.length : 0);
  return (device) => {
    const [x, y, places] = [input(device), source(device), index(device)];
    const spread = places.reshape(shape.map((_, at) => (at === dim ? count : 1))).expand(shape.with(dim, count));
    return [
      indexAdd(x, along, places, y, { alpha }),
      indexCopy(x, along, places, y),
      indexFill(x, along, places, 3),
      indexSelect(x, along, places),
      indexReduce(x, along, places, y, reduce),
      scatterReduce(x, along, spread, y, reduce, { includeSelf: false }),
      x.clone().indexAdd_(along, places, y),
      x.at(...shape.map((_, at) => (at === dim ? around(device) : ":"))),
    ];
  };
}

function embedded(draw: Draw): Case {
  const [rows, columns, count] = [1 + draw.below(40), draw.of([1, 3, 8, 33, 200]), draw.below(60)];
  const dtype = draw.of(["float32", "float64"] as const);
  const [weight, given] = [draw.tensor(dtype, [rows, columns]), draw.tensor(dtype, [count, columns])];
  const index = draw.places(count, rows);
  return (device) => {
    const own = weight(device).clone().requiresGrad_(true);
    return grad([own.indexSelect(0, index(device))], [own], { gradOutputs: [given(device)] }) as Tensor[];
  };
}

function scanned(draw: Draw): Case {
  const dtype = draw.of(["float32", "float64"] as const);
  const shape = draw.shape().map((size) => Math.max(1, size));
  const dim = draw.below(shape.length);
  const input = draw.tensor(dtype, shape);
  const size = 1 + draw.below(shape[dim]!);
  const step = 1 + draw.below(4);
  return (device) => {
    const x = input(device);
    const own = x.clone().requiresGrad_(true);
    const [most, least] = [cummax(x, dim), cummin(x, dim)];
    return [
      ...[most.values, most.indices, least.values, least.indices],
      ...(grad([cumprod(own, dim).sum()], [own]) as Tensor[]),
      ...(grad([own.unfold(dim, size, step).sum()], [own]) as Tensor[]),
    ];
  };
}

function searched(draw: Draw): Case {
  const dtype = draw.of(["float32", "float64", "int32", "uint8"] as const);
  const [rows, size, columns] = [draw.below(5), draw.of([0, 1, 2, 7, 64]), draw.below(20)];
  const [sequences, values, line] = [
    draw.tensor(dtype, [rows, size]),
    draw.tensor(dtype, [rows, columns]),
    draw.tensor(dtype, [size]),
  ];
  const right = draw.below(2) === 0;
  return (device) => [
    searchsorted(sort(sequences(device)).values, values(device), { right }),
    bucketize(values(device), sort(line(device)).values, { right }),
  ];
}

function drawn(draw: Draw): Case {
  const dtype = draw.of(["float32", "float64"] as const);
  const [shape, seed] = [draw.shape(), draw.below(2 ** 31)];
  const input = draw.tensor(dtype, shape);
  const [from, range, p] = [draw.below(9) - 4, draw.below(5), draw.of([0, 0.3, 1])];
  return (device) => {
    manualSeed(seed);
    return [
      rand(shape, { dtype, device }),
      zeros(shape, { dtype, device }).uniform_(from, from + range),
      ones(shape, { dtype, device }).bernoulli_(p),
      dropout(input(device), { p, training: true }),
    ];
  };
}

function counted(draw: Draw): Case {
  const dtype = draw.of(["float32", "float64", "int32", "uint8"] as const);
  const whole = dtype === "int32" || dtype === "uint8";
  const [start, step, length] = [draw.of([0, -0, -3, 7]), draw.of([1, -1, 2, -3]), draw.below(60)];
  const end = start + step * length;
  const ends = whole ? [draw.below(200), draw.below(200)] : [draw.of([0, -0, -1, 2.5]), draw.of([0, -0, 3, -0.1])];
  return (device) => [
    arange(start, end, step, { dtype, device }),
    linspace(ends[0]!, ends[1]!, length, { dtype, device }),
  ];
}

const kinds = { indexed, embedded, scanned, searched, drawn, counted };

it.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  `${cases} cases from seed ${firstSeed}: %s`,
  { timeout: 3_600_000 },
  (kind) => {
    for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
      setNumThreads(1 + (seed % 3));
      scope(() => {
        const made = kinds[kind](new Draw(seed));
        const [ours, theirs] = (["cpu", "reference"] as const).map((device) =>
          made(device).map((one) => ({ shape: one.shape, dtype: one.dtype, elements: [...one.toTypedArray()] })),
        );
        expect(ours, `${kind}, seed ${seed}`).toEqual(theirs);
      });
    }
  },
);

it(`${cases} cases from seed ${firstSeed}: logcumsumexp, but for roundings`, { timeout: 3_600_000 }, () => {
  for (let seed = firstSeed; seed < firstSeed + cases; seed += 1)
    scope(() => {
      const draw = new Draw(seed);
      const shape = draw.shape();
      const dim = draw.below(shape.length);
      const input = draw.tensor("float64", shape);
      const [ours, theirs] = (["cpu", "reference"] as const).map((device) =>
        logcumsumexp(input(device), dim).toTypedArray(),
      );
      for (const [at, value] of theirs!.entries()) {
        const got = ours![at] as number;
        const bound = Number.EPSILON * (2 + shape[dim]!) * (1 + Math.abs(value as number));
        if (!Object.is(got, value) && !(Math.abs(got - (value as number)) <= bound))
          expect.fail(`seed ${seed}: ${got} where the reference has ${value}`);
      }
    });
});
