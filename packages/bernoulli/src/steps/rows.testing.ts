// Layers for random training steps that take rows (N, C), and those that take anything. Holds no tests.

import { cat, einsum, F, nn, ones, randn, type Tensor, where } from "../index.js";
import type { Maker } from "./world.testing.js";

const activations: readonly ((isInPlace: boolean) => nn.Module)[] = [
  (inplace) => new nn.ReLU({ inplace }),
  (inplace) => new nn.ReLU6({ inplace }),
  (inplace) => new nn.LeakyReLU(0.1, { inplace }),
  (inplace) => new nn.ELU({ inplace }),
  (inplace) => new nn.CELU({ inplace }),
  (inplace) => new nn.SELU({ inplace }),
  () => new nn.GELU(),
  () => new nn.GELU({ approximate: "tanh" }),
  (inplace) => new nn.SiLU({ inplace }),
  (inplace) => new nn.Mish({ inplace }),
  () => new nn.Tanh(),
  () => new nn.Sigmoid(),
  () => new nn.Softplus(),
  () => new nn.LogSigmoid(),
  () => new nn.Softsign(),
  () => new nn.Tanhshrink(),
  () => new nn.Hardshrink(0.2),
  () => new nn.Softshrink(0.2),
  (inplace) => new nn.Hardswish({ inplace }),
  (inplace) => new nn.Hardsigmoid({ inplace }),
  (inplace) => new nn.Hardtanh(-0.9, 0.9, { inplace }),
  () => new nn.RReLU(),
  (inplace) => new nn.Threshold(0.1, 0, { inplace }),
  (inplace) => new nn.Dropout(0.3, { inplace }),
  () => new nn.AlphaDropout(0.2),
];

/** Of any shape, which they keep. */
export const anything: readonly Maker[] = [
  (draws, _, world) => {
    const layer = world.add(draws.pick(activations)(draws.chance(0.15)));
    // In place of what an op gave that nobody else reads.
    const isGiven = draws.chance(0.5);
    return (x) => layer(isGiven ? x.mul(1.25) : x) as Tensor;
  },
  (draws, _, world) => {
    const layer = world.add(draws.pick(activations)(false));
    return (x) => layer(x) as Tensor;
  },
  (_, shape, world) => {
    const layer = world.add(new nn.PReLU({ numParameters: shape[0]!, dtype: world.dtype }));
    return (x) => layer(x);
  },
  () => (x) => x.mul(0.5).add(x.tanh()).sub(0.1).abs(),
  () => (x) => where(x.gt(0), x, x.mul(0.3)).clamp({ min: -3, max: 3 }),
  () => (x) => x.sub(x.mean()).div(x.mul(x).mean().add(0.5).sqrt()),
  (draws) => {
    const dim = draws.pick([1, -1]);
    return draws.pick([
      (x: Tensor) => x.softmax(dim).mul(x.size(dim)),
      (x: Tensor) => x.logSoftmax(dim).mul(0.3),
      (x: Tensor) => F.normalize(x, { dim }).mul(2),
      (x: Tensor) => x.cumsum(dim).mul(0.3),
      (x: Tensor) => x.sort(dim).values,
      (x: Tensor) => x.flip([dim]).add(x),
      (x: Tensor) => x.roll(1, dim).mul(0.5).add(x),
      (x: Tensor) =>
        x
          .sub(x.max(dim, { keepdim: true }).values)
          .exp()
          .add(x),
      (x: Tensor) => x.add(x.logsumexp(dim, { keepdim: true }).mul(0.1)),
      (x: Tensor) => x.div(x.std(dim, { keepdim: true, correction: 0 }).add(0.5)),
      (x: Tensor) =>
        cat(
          [x.narrow(dim, x.size(dim) >> 1, x.size(dim) - (x.size(dim) >> 1)), x.narrow(dim, 0, x.size(dim) >> 1)],
          dim,
        ),
      (x: Tensor) => x.gather(dim, x.argsort(dim)).mul(0.9),
    ]);
  },
];

const rowsOnly: readonly Maker[] = [
  (draws, [from], world) => {
    const to = world.large ? draws.between(64, 200) : draws.between(2, 12);
    const layer = world.add(new nn.Linear(from!, to, { bias: draws.chance(0.75), dtype: world.dtype }));
    const behind = draws.pick([null, F.relu, F.gelu, F.tanh, F.silu, F.elu] as const);
    const dropped = draws.chance(0.3) ? world.add(new nn.Dropout(0.2)) : null;
    return (x) => {
      const y = behind === null ? layer(x) : behind(layer(x));
      return dropped === null ? y : dropped(y);
    };
  },
  (draws, [from], world) => {
    const layer = world.add(new nn.LazyLinear(draws.between(2, 9), { dtype: world.dtype }));
    return from! > 0 ? (x) => layer(x) : null;
  },
  (draws, [from], world) => {
    const { dtype } = world;
    const options = {
      affine: draws.chance(0.7),
      trackRunningStats: draws.chance(0.8),
      momentum: draws.pick([0.1, 0.4, null]),
      dtype,
    };
    const layer = world.add(new nn.BatchNorm1d(from!, options));
    return (x) => layer(x);
  },
  (draws, [from], world) => {
    const { dtype } = world;
    if (from! < 2) return null;
    const layer = world.add(
      draws.pick([
        () => new nn.LayerNorm(from!, { elementwiseAffine: draws.chance(0.7), bias: draws.chance(0.7), dtype }),
        () => new nn.RMSNorm(from!, { dtype }),
        () => new nn.GroupNorm(from! % 2 === 0 ? 2 : 1, from!, { dtype }),
      ])(),
    );
    return (x) => layer(x) as Tensor;
  },
  (draws, [from], world) => {
    const layer = world.add(new nn.Bilinear(from!, from!, draws.between(2, 6), { dtype: world.dtype }));
    return (x) => layer(x, x.tanh()).mul(0.5);
  },
  (draws, [from], world) => {
    const { dtype } = world;
    // One weight, there and back.
    const layer = world.add(new nn.Linear(from!, draws.between(2, 9), { dtype }));
    return (x) => F.linear(layer(x).tanh(), layer.weight.t());
  },
  (draws, [from], world) => {
    const { dtype } = world;
    const hidden = draws.between(2, 8);
    const layer = world.add(new nn.Linear(from!, hidden, { dtype }));
    const again = world.add(new nn.Linear(hidden, hidden, { dtype }));
    return (x) => again(F.relu(again(F.relu(again(layer(x))))));
  },
  (draws, [from], world) => {
    const { dtype } = world;
    const hidden = draws.between(2, 7);
    const kind = draws.pick(["rnn", "gru", "lstm"] as const);
    const turns = draws.between(1, 3);
    if (kind === "lstm") {
      const cell = world.add(new nn.LSTMCell(from!, hidden, { dtype }));
      return (x) => {
        let [h, c] = cell(x);
        for (let turn = 1; turn < turns; turn += 1) [h, c] = cell(x, [h, c]);
        return h.add(c.mul(0.1));
      };
    }
    const cell = world.add(
      kind === "rnn" ? new nn.RNNCell(from!, hidden, { dtype }) : new nn.GRUCell(from!, hidden, { dtype }),
    );
    return (x) => {
      let h = cell(x);
      for (let turn = 1; turn < turns; turn += 1) h = cell(x, h);
      return h;
    };
  },
  (draws, [from], world) => {
    // Weights that are computed of others, one of which keeps a direction of its own.
    const { parametrizations, parametrize } = nn.utils;
    const layer = new nn.Linear(from!, draws.between(2, 8), { dtype: world.dtype });
    const { weight } = layer;
    const normed = world.add(draws.pick([parametrizations.weightNorm, parametrizations.spectralNorm])(layer));
    // What length and direction were made of is the collector's else.
    if (![...normed.parameters()].some((one) => one.storage === weight.storage)) weight.dispose();
    const isCached = draws.chance(0.3);
    return (x) =>
      isCached ? parametrize.cached(() => normed(normed(x).mean(1, { keepdim: true }).add(x))) : normed(x);
  },
  (draws, [from], world) => {
    // Words of what there is, and their embeddings.
    const layer = world.add(
      new nn.Embedding(from!, draws.between(2, 7), {
        dtype: world.dtype,
        paddingIdx: draws.chance(0.3) ? 0 : null,
        scaleGradByFreq: draws.chance(0.2),
        maxNorm: draws.chance(0.15) ? 1 : null,
      }),
    );
    return (x) => layer(x.detach().argmax(1)).add(x.mean(1, { keepdim: true }));
  },
  (_, [from], world) => {
    const mix = randn(from!, from!, { dtype: world.dtype }).mul(0.4).detach().requiresGrad_();
    world.leaves.push(mix);
    return (x) => einsum("bi,ij->bj", x, mix).add(x);
  },
  () => (x) => x.unsqueeze(2).bmm(x.tanh().unsqueeze(1)).mul(0.3),
  () => (x) => x.unsqueeze(1),
  (_, [from]) => (from! % 4 === 0 ? (x) => x.view(x.size(0), from! / 4, 2, 2) : null),
  (_, [from]) => (from! % 2 === 0 ? (x) => F.glu(x, 1).add(x.chunk(2, 1)[0]!) : null),
  (draws, [from]) => {
    const parts = draws.pick([2, 3]);
    return from! % parts === 0 ? (x) => x.view(x.size(0), from! / parts, parts).max(2).values : null;
  },
  (draws, [from]) => {
    const power = draws.chance(0.5);
    return from! > 1 && power ? (x) => cat([x, ones(x.size(0), 1, { dtype: x.dtype })], 1) : null;
  },
];

export const rows: readonly Maker[] = [...rowsOnly, ...rowsOnly, ...anything];
