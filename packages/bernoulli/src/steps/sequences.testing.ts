// Layers for random training steps that take sequences (N, L, C), or signals (N, C, L), which are the same to them. Holds no tests.

import { F, nn, ones, scaledDotProductAttention, type Tensor } from "../index.js";
import { anything } from "./rows.testing.js";
import type { Maker } from "./world.testing.js";

const convolutions: readonly Maker[] = [
  (draws, [from], world) => {
    const groups = from! % 2 === 0 ? draws.pick([1, 1, 2, from!]) : 1;
    const to = groups * draws.between(1, 4);
    const options = {
      stride: draws.between(1, 2),
      padding: draws.between(0, 2),
      dilation: draws.between(1, 2),
      groups,
      bias: draws.chance(0.7),
      paddingMode: draws.pick(["zeros", "zeros", "circular", "replicate"] as const),
      dtype: world.dtype,
    };
    const layer = world.add(new nn.Conv1d(from!, to, draws.between(1, 3), options));
    const isRectified = draws.chance(0.5);
    return (x) => (isRectified ? F.relu(layer(x)) : layer(x));
  },
  (draws, [from, length], world) => {
    const layer = world.add(
      new nn.ConvTranspose1d(from!, draws.between(1, 5), draws.between(1, 3), {
        stride: draws.between(1, 2),
        dtype: world.dtype,
      }),
    );
    return length! < 40 ? (x) => layer(x) : null;
  },
  (draws, [channels], world) => {
    const { dtype } = world;
    const affine = draws.chance(0.7);
    const layer = world.add(
      draws.pick([
        () => new nn.BatchNorm1d(channels!, { affine, trackRunningStats: draws.chance(0.7), dtype }),
        () => new nn.InstanceNorm1d(channels!, { affine, trackRunningStats: draws.chance(0.5), dtype }),
        () => new nn.GroupNorm(channels! % 2 === 0 ? 2 : 1, channels!, { affine, dtype }),
        () => new nn.Dropout1d(0.3),
      ])(),
    );
    return (x) => layer(x) as Tensor;
  },
  (draws) => {
    const pool = draws.pick([
      new nn.MaxPool1d(2),
      new nn.MaxPool1d(3, { stride: 1, padding: 1 }),
      new nn.AvgPool1d(2),
      new nn.AdaptiveAvgPool1d(3),
      new nn.AdaptiveMaxPool1d(2),
      new nn.LPPool1d(2, 2),
      new nn.ConstantPad1d([1, 1], 0.5),
      new nn.ReflectionPad1d([1, 0]),
      new nn.ReplicationPad1d(1),
      new nn.CircularPad1d([0, 1]),
      new nn.Upsample({ scaleFactor: 2, mode: "linear" }),
      new nn.Upsample({ scaleFactor: 2 }),
    ] as const) as nn.Module;
    return (x) => (x.size(-1) > 60 ? x : (pool(x) as Tensor));
  },
];

const overTime: readonly Maker[] = [
  (draws, [, features], world) => {
    const { dtype } = world;
    const layers = draws.between(1, 2);
    const options = {
      numLayers: layers,
      batchFirst: true,
      bidirectional: draws.chance(0.3),
      dropout: layers > 1 && draws.chance(0.4) ? 0.3 : 0,
      bias: draws.chance(0.8),
      dtype,
    };
    const hidden = draws.between(2, 6);
    const [kind, isLast] = [draws.pick(["rnn", "relu", "gru", "lstm", "lstm"] as const), draws.chance(0.3)];
    if (kind === "lstm") {
      const projSize = draws.chance(0.2) ? 1 : 0;
      const layer = world.add(new nn.LSTM(features!, hidden, { ...options, projSize }));
      return (x) => {
        const [output, [h, c]] = layer(x);
        return isLast ? c.transpose(0, 1) : output.add(h.sum().mul(0.01));
      };
    }
    const layer = world.add(
      kind === "gru"
        ? new nn.GRU(features!, hidden, options)
        : new nn.RNN(features!, hidden, { ...options, nonlinearity: kind === "relu" ? "relu" : "tanh" }),
    );
    return (x) => {
      const [output, h] = layer(x);
      return isLast ? h.transpose(0, 1) : output;
    };
  },
  (draws, [, features], world) => {
    // Of unequal lengths.
    const layer = world.add(new nn.LSTM(features!, draws.between(2, 5), { batchFirst: true, dtype: world.dtype }));
    return (x) => {
      const lengths = Array.from({ length: x.size(0) }, (_, at) => 1 + ((7 * at) % x.size(1)));
      const options = { batchFirst: true, enforceSorted: false };
      const [packed] = layer(nn.utils.rnn.packPaddedSequence(x, lengths, options));
      return nn.utils.rnn.padPackedSequence(packed, { batchFirst: true })[0];
    };
  },
  (draws, [, features], world) => {
    const { dtype } = world;
    const layer = world.add(
      new nn.TransformerDecoderLayer(features!, 1, {
        dimFeedforward: 5,
        dropout: draws.pick([0, 0.2]),
        normFirst: draws.chance(0.5),
        batchFirst: true,
        dtype,
      }),
    );
    return (x) => layer(x, x.narrow(1, 0, Math.max(1, x.size(1) >> 1)).mul(0.5));
  },
  (draws, [, features], world) => {
    const heads = features! % 2 === 0 ? 2 : 1;
    const { dtype } = world;
    const [isCausal, needWeights] = [draws.chance(0.3), draws.chance(0.4)];
    const options = { batchFirst: true, dropout: draws.pick([0, 0.2]), bias: draws.chance(0.8), dtype };
    const attention = world.add(new nn.MultiheadAttention(features!, heads, options));
    return (x, { results, draws: own }) => {
      const length = x.size(1);
      const mask = isCausal ? ones(length, length).triu(1).gt(0) : null;
      const [output, weights] = attention(x, x, x, { needWeights, attnMask: mask });
      if (weights !== null && own.chance(0.3)) results.push(weights.detach());
      return x.add(output);
    };
  },
  (draws, [, features], world) => {
    if (features! < 2) return null;
    const layer = world.add(
      new nn.TransformerEncoderLayer(features!, features! % 2 === 0 ? 2 : 1, {
        dimFeedforward: draws.between(3, 10),
        dropout: draws.pick([0, 0.1]),
        activation: draws.pick(["relu", "gelu"] as const),
        normFirst: draws.chance(0.5),
        batchFirst: true,
        dtype: world.dtype,
      }),
    );
    return (x) => layer(x);
  },
  (draws) => {
    const [isCausal, dropoutP] = [draws.chance(0.5), draws.pick([0, 0.25])];
    return (x) => {
      const heads = x.unsqueeze(1);
      return scaledDotProductAttention(heads, heads.tanh(), heads.mul(0.7), { isCausal, dropoutP }).squeeze(1);
    };
  },
  (draws, [, features], world) => {
    const { dtype } = world;
    const layer = world.add(
      draws.pick([
        () => new nn.Linear(features!, draws.between(2, 8), { dtype }),
        () => new nn.LayerNorm(features!, { dtype }),
        () => new nn.RMSNorm(features!, { dtype }),
      ])(),
    );
    const behind = draws.pick([null, F.gelu, F.relu] as const);
    return (x) => (behind === null ? (layer(x) as Tensor) : behind(layer(x) as Tensor));
  },
  (draws, [, features], world) => {
    const mode = draws.pick(["sum", "mean", "max"] as const);
    const bag = world.add(new nn.EmbeddingBag(features!, draws.between(2, 6), { mode, dtype: world.dtype }));
    return (x) => bag(x.detach().argmax(2)).add(x.mean([1, 2]).unsqueeze(1));
  },
  () => (x) => x.bmm(x.transpose(1, 2)).mul(0.3),
  () => (x) => x.transpose(1, 2),
  () => (x) => x.select(1, x.size(1) - 1),
  () => (x) => x.mean(1),
  () => (x) => x.flatten(1),
  () => (x) => x.unsqueeze(1),
];

export const sequences: readonly Maker[] = [...convolutions, ...convolutions, ...overTime, ...anything];
