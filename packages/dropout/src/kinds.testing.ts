// How each kind that declares facts is tried: built at a rate, with an input for which what is kept shows, and what is drawn for. The table
// is exhaustive: a kind without a row, or a row without a kind, does not compile.

import * as nn from "@bernoulli/nn";
import { Embedding, Identity, Linear, Module } from "@bernoulli/nn";
import { arange, full, type Generator, ones, randn, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import * as dropouts from "./index.js";

export const layers = { ...nn, ...dropouts };

type Declared<Exports> = {
  [Name in keyof Exports]: Exports[Name] extends { readonly facts: nn.DropoutFacts }
    ? Name
    : Name extends `${infer Kind}Facts`
      ? Exports[Name] extends nn.DropoutFacts
        ? Kind
        : never
      : never;
}[keyof Exports];

/** Every export that declares facts: classes by `facts`, functions by a constant beside them. */
export type KindName = Declared<typeof nn> | Declared<typeof dropouts>;

export interface Built {
  readonly run: (input: Tensor) => Tensor;
  /** Absent of functions, which are told whether to drop. */
  readonly module?: Module;
  /** Of functions: what evaluation gives. */
  readonly evaluate?: (input: Tensor) => Tensor;
}

export interface Trial {
  /** At a rate: p, or a standard deviation. */
  readonly make: (p: number) => Built;
  /** The input; what the kind does to it is read as zeros and factors, so it is ones unless that says nothing. */
  readonly input: () => Tensor;
  /** How many elements of the output a draw decides for. */
  readonly group: number;
  /** What of the output stands for one that is dropped; default: 0. Of absent ones, see `kept`. */
  readonly dropped?: (value: number) => boolean;
  /** Of which share of the elements a draw decides at all. Default 1. */
  readonly share?: number;
  /** Of kinds whose result is shorter: how many of how many are there. */
  readonly kept?: (output: Tensor) => readonly [kept: number, all: number];
  /** What a kept one becomes, where the kind does more to it than it says in `scale`. */
  readonly scaled?: (p: number) => number;
  /** False where the result is no product of the input and noise; its gradients are held to PyTorch's (goldens.test.ts). */
  readonly isProduct?: false;
  /** True where what the kind drops is another's, so that evaluation gives no input itself. */
  readonly wraps?: true;
  /** The greatest rate that the kind takes. Default 1, which drops all. */
  readonly below?: 1;
}

const module = (made: Module): Built => ({ module: made, run: made as unknown as (input: Tensor) => Tensor });
const first = (made: Module): Built => ({
  module: made,
  run: (input) => (made as unknown as (input: Tensor) => [Tensor])(input)[0],
});
const of = (
  make: (p: number) => Module,
  shape: readonly number[],
  group: number,
  rest: Partial<Trial> = {},
): Trial => ({
  make: (p) => module(make(p)),
  input: () => ones(shape),
  group,
  ...rest,
});

/** What is called as a cell is, and gives its input, or ones. */
class Echo extends Module {
  readonly hiddenSize: number;
  readonly #of: (input: Tensor) => Tensor;
  constructor(hiddenSize: number, result: (input: Tensor) => Tensor) {
    super();
    this.hiddenSize = hiddenSize;
    this.#of = result;
  }
  forward(input: Tensor): Tensor {
    return this.#of(input);
  }
}

/** A linear layer of no weight and a bias of one: what comes out is one. */
function constant(size: number): Linear {
  const layer = new Linear(size, size);
  layer.weight.detach().zero_();
  layer.bias!.detach().fill_(1);
  return layer;
}

const training = { training: true } as const;
const functionOf =
  (call: (input: Tensor, options: { p: number; training: boolean; generator?: Generator }) => Tensor) =>
  (p: number): Built => ({
    run: (input) => call(input, { p, ...training }),
    evaluate: (input) => call(input, { p, training: false }),
  });

const [few, many] = [
  [200, 4, 100],
  [20_000, 4],
];
const images = [64, 32, 2, 3];
const edges = () =>
  tensor([Array.from({ length: 40_000 }, (_, at) => at), Array.from({ length: 40_000 }, (_, at) => at)]).to("int32");

/** Linear layers whose weights are drawn: what one call gives of many equal rows. */
const drawn = (make: () => Module, shape: readonly number[] = [4000, 20]): Trial => ({
  make: () => module(make()),
  input: () => ones(shape),
  group: 1,
  isProduct: false,
});

export const trials: { readonly [Kind in KindName]: Trial } = {
  Dropout: of((p) => new nn.Dropout(p), [200, 300], 1),
  Dropout1d: of((p) => new nn.Dropout1d(p), [200, 100, 4], 4),
  Dropout2d: of((p) => new nn.Dropout2d(p), images, 6),
  Dropout3d: of((p) => new nn.Dropout3d(p), [64, 32, 1, 2, 3], 6),
  AlphaDropout: of((p) => new nn.AlphaDropout(p), [200, 300], 1, {
    input: () => randn(200, 300),
    isProduct: false,
  }),
  FeatureAlphaDropout: of((p) => new nn.FeatureAlphaDropout(p), [200, 300, 1], 1, {
    input: () => randn(200, 300, 1),
    isProduct: false,
  }),
  SharedDropout: of((p) => new dropouts.SharedDropout(p, [null, 1, null]), few, 4),
  StochasticDepth: of((p) => new dropouts.StochasticDepth(p, "row"), many, 4),
  DropPath: of((p) => new dropouts.DropPath(p), many, 4),
  DropBlock2d: of((p) => new dropouts.DropBlock2d(p, 1), images, 1),
  DropBlock3d: of((p) => new dropouts.DropBlock3d(p, 1), [8, 16, 4, 4, 4], 1),
  PatchDropout: of((p) => new dropouts.PatchDropout(p), [20, 101, 1], 1, {
    input: () => arange(101, { dtype: "float32" }).expand(20, 101).unsqueeze(-1),
    kept: (output) => [output.size(1) - 1, 100],
    below: 1,
  }),
  Cutout: of((p) => new dropouts.Cutout(Math.round(10 * p)), [100, 1, 20, 20], 1),
  LayerDrop: {
    make: (p) => {
      const layers = Array.from({ length: 100 }, () => new Identity());
      const list = new dropouts.LayerDrop(layers, { p });
      return { module: list, run: () => zeros(Array.from({ length: 20 }, () => list.kept()).flat().length) };
    },
    input: () => ones(1),
    group: 1,
    kept: (output) => [output.numel(), 2000],
  },
  ShakeDrop: of((p) => new dropouts.ShakeDrop(p), [60_000], 1),
  MultiSampleDropout: of((p) => new dropouts.MultiSampleDropout(new Identity(), { p, samples: 1 }), [200, 300], 1),
  // Weights of zero: the probability is that of beta.
  Standout: of((p) => new dropouts.Standout(constant(300), { beta: Math.log1p(-p) - Math.log(p) }), [200, 300], 1, {
    isProduct: false,
  }),
  ConcreteDropout: of((p) => new dropouts.ConcreteDropout({ p }), [200, 300], 1, { below: 1 }),
  GaussianDropout: of((p) => new dropouts.GaussianDropout(p), [200, 300], 1, { below: 1 }),
  GaussianNoise: of((p) => new dropouts.GaussianNoise(p), [200, 300], 1, { isProduct: false }),
  GaussianVariationalLinear: drawn(() => new dropouts.GaussianVariationalLinear(20, 3)),
  SparseVariationalLinear: drawn(() => new dropouts.SparseVariationalLinear(20, 3, { logSigma2: -2 })),
  FlipoutLinear: drawn(() => new dropouts.FlipoutLinear(20, 3)),
  GaussianVariationalConv2d: drawn(() => new dropouts.GaussianVariationalConv2d(4, 3, [1, 2]), [2000, 4, 1, 3]),
  SparseVariationalConv2d: drawn(
    () => new dropouts.SparseVariationalConv2d(4, 3, [1, 2], { logSigma2: -2 }),
    [2000, 4, 1, 3],
  ),
  FlipoutConv2d: drawn(() => new dropouts.FlipoutConv2d(4, 3, [1, 2]), [2000, 4, 1, 3]),
  DropConnect: of((p) => new dropouts.DropConnect(p), [200, 300], 1),
  Mixout: of((p) => new dropouts.Mixout(full([200, 300], 2), p), [200, 300], 1, {
    dropped: (value) => Math.abs(value - 2) < 1e-4,
    scaled: (p) => (1 - 2 * p) / (1 - p),
    isProduct: false,
    below: 1,
  }),
  // Half of each row may be dropped.
  TargetedWeightDropout: of((p) => new dropouts.TargetedWeightDropout({ p, target: 0.5 }), [200, 300], 1, {
    share: 0.5,
  }),
  VariationalRecurrent: {
    make: (p) => first(new dropouts.VariationalRecurrent(new Echo(100, (row) => row), { inputP: p })),
    input: () => ones(4, 200, 100),
    group: 4,
    wraps: true,
  },
  Zoneout: {
    make: (p) => first(new dropouts.Zoneout(new Echo(300, (row) => row), { hiddenP: p })),
    input: () => ones(1, 200, 300),
    group: 1,
  },
  LockedDropout: of((p) => new dropouts.LockedDropout(p), [4, 200, 100], 4),
  wordDropout: {
    make: functionOf((input, options) => dropouts.wordDropout(input, { ...options, unknown: 7 })),
    input: () => ones(200, 300, { dtype: "int32" }),
    group: 1,
    isProduct: false,
    dropped: (value) => value === 7,
  },
  embeddedDropout: {
    make: (p) => {
      const embedding = new Embedding(20_000, 2);
      embedding.weight.detach().fill_(1);
      return functionOf((words, options) => dropouts.embeddedDropout(embedding, words, options))(p);
    },
    input: () => arange(20_000),
    group: 2,
    wraps: true,
  },
  targetedUnitDropout: {
    make: functionOf((input, options) => dropouts.targetedUnitDropout(input, { ...options, target: 0.5 })),
    input: () => ones(4000, 2),
    group: 2,
    share: 0.5,
  },
  dropEdge: {
    make: functionOf((input, options) => dropouts.dropEdge(input, options)[0]),
    input: edges,
    group: 1,
    kept: (output) => [output.size(1), 40_000],
  },
  dropNode: {
    // Each edge touches one node of its own.
    make: functionOf((input, options) => dropouts.dropNode(input, { ...options, numNodes: 40_000 })[0]),
    input: edges,
    group: 1,
    kept: (output) => [output.size(1), 40_000],
  },
};

/** What a kind declares. */
export function factsOf(name: KindName): nn.DropoutFacts {
  const exports: Readonly<Record<string, unknown>> = layers;
  const { facts } = exports[name] as { readonly facts?: nn.DropoutFacts };
  return facts ?? (exports[`${name}Facts`] as nn.DropoutFacts);
}
