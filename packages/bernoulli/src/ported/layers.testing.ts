// Layers and their functions, as scripts write them.

import * as torch from "../index.js";
import { cat, F, nn, ones, tensor, zeros } from "../index.js";
import type { Given } from "./given.testing.js";

/** What a form may give. */
export type Answer = torch.Tensor | number | boolean | null | Iterable<Answer>;
export type Forms = Readonly<Record<string, (given: Given) => Answer>>;

const { rnn } = nn.utils;

export const norms: Forms = {
  "nn.BatchNorm2d(3)(image)": ({ image }) => new nn.BatchNorm2d(3)(image),
  "nn.BatchNorm2d(3, 0.8)(image)": ({ image }) => new nn.BatchNorm2d(3, 0.8)(image),
  "nn.BatchNorm2d(3, eps=1e-3, momentum=0.01).eval()(image)": ({ image }) =>
    new nn.BatchNorm2d(3, { eps: 1e-3, momentum: 0.01 }).eval()(image),
  "nn.BatchNorm1d(6)(rows)": ({ rows }) => new nn.BatchNorm1d(6)(rows),
  "nn.BatchNorm1d(6, 0.8)(rows)": ({ rows }) => new nn.BatchNorm1d(6, 0.8)(rows),
  "nn.BatchNorm1d(6, affine=False)(rows)": ({ rows }) => new nn.BatchNorm1d(6, { affine: false })(rows),
  "nn.LayerNorm(6)(rows)": ({ rows }) => new nn.LayerNorm(6)(rows),
  "nn.LayerNorm([6], eps=1e-6)(rows)": ({ rows }) => new nn.LayerNorm([6], { eps: 1e-6 })(rows),
  "nn.LayerNorm((3, 8, 8))(image)": ({ image }) => new nn.LayerNorm([3, 8, 8])(image),
  "F.layer_norm(rows, (6,))": ({ rows }) => F.layerNorm(rows, [6]),
  "F.layer_norm(rows, rows.shape[1:], torch.ones(6), torch.zeros(6), 1e-5)": ({ rows }) =>
    F.layerNorm(rows, rows.shape.slice(1), ones(6), zeros(6), 1e-5),
  "nn.GroupNorm(3, 3)(image)": ({ image }) => new nn.GroupNorm(3, 3)(image),
  "nn.GroupNorm(num_groups=1, num_channels=3, eps=1e-6)(image)": ({ image }) =>
    new nn.GroupNorm(1, 3, { eps: 1e-6 })(image),
  "nn.InstanceNorm2d(3)(image)": ({ image }) => new nn.InstanceNorm2d(3)(image),
  "nn.InstanceNorm2d(3, affine=True)(image)": ({ image }) => new nn.InstanceNorm2d(3, { affine: true })(image),
};

export const images: Forms = {
  "nn.AdaptiveAvgPool2d(1)(image)": ({ image }) => new nn.AdaptiveAvgPool2d(1)(image),
  "nn.AdaptiveAvgPool2d((1, 1))(image)": ({ image }) => new nn.AdaptiveAvgPool2d([1, 1])(image),
  "F.adaptive_avg_pool2d(image, 1)": ({ image }) => F.adaptiveAvgPool2d(image, 1),
  "F.adaptive_avg_pool2d(image, (1, 1)).reshape(image.shape[0], -1)": ({ image }) =>
    F.adaptiveAvgPool2d(image, [1, 1]).reshape(image.shape[0]!, -1),
  "nn.AdaptiveAvgPool2d((3, 3))(image)": ({ image }) => new nn.AdaptiveAvgPool2d([3, 3])(image),
  "nn.AdaptiveAvgPool2d((None, 3))(image)": ({ image }) => new nn.AdaptiveAvgPool2d([null, 3])(image),
  "F.adaptive_avg_pool2d(image, (4, 2))": ({ image }) => F.adaptiveAvgPool2d(image, [4, 2]),
  "nn.Conv2d(3, 4, 3, 1)(image)": ({ image }) => new nn.Conv2d(3, 4, 3, 1)(image),
  "nn.Conv2d(3, 4, 4, 2, 1, bias=False)(image)": ({ image }) => new nn.Conv2d(3, 4, 4, 2, 1, { bias: false })(image),
  "nn.Conv2d(3, 4, kernel_size=3, stride=2, padding=1)(image)": ({ image }) =>
    new nn.Conv2d(3, 4, 3, { stride: 2, padding: 1 })(image),
  "nn.ConvTranspose2d(3, 2, 4, 2, 1, bias=False)(image)": ({ image }) =>
    new nn.ConvTranspose2d(3, 2, 4, 2, 1, { bias: false })(image),
  "nn.ConvTranspose2d(3, 2, kernel_size=2, stride=2)(image)": ({ image }) =>
    new nn.ConvTranspose2d(3, 2, 2, { stride: 2 })(image),
  "nn.MaxPool2d(2)(image)": ({ image }) => new nn.MaxPool2d(2)(image),
  "nn.MaxPool2d(kernel_size=3, stride=2, padding=1)(image)": ({ image }) =>
    new nn.MaxPool2d(3, { stride: 2, padding: 1 })(image),
  "F.max_pool2d(image, 2)": ({ image }) => F.maxPool2d(image, 2),
  "F.avg_pool2d(image, 4)": ({ image }) => F.avgPool2d(image, 4),
  "nn.Dropout2d()(image)": ({ image }) => new nn.Dropout2d()(image),
  "nn.Dropout2d(0.25)(image)": ({ image }) => new nn.Dropout2d(0.25)(image),
  "nn.Dropout2d(p=0.3).eval()(image)": ({ image }) => new nn.Dropout2d({ p: 0.3 }).eval()(image),
  "F.dropout2d(image, 0.4, True)": ({ image }) => F.dropout2d(image, 0.4, true),
  "F.interpolate(image, scale_factor=2)": ({ image }) => F.interpolate(image, { scaleFactor: 2 }),
  "F.interpolate(image, size=(5, 6), mode='bilinear', align_corners=False)": ({ image }) =>
    F.interpolate(image, { size: [5, 6], mode: "bilinear", alignCorners: false }),
  "F.interpolate(image, scale_factor=2, mode='nearest')": ({ image }) =>
    F.interpolate(image, { scaleFactor: 2, mode: "nearest" }),
  "F.interpolate(image, size=image.shape[2:], mode='bilinear', align_corners=True)": ({ image }) =>
    F.interpolate(image, { size: image.shape.slice(2), mode: "bilinear", alignCorners: true }),
  "nn.PixelShuffle(2)(torch.cat([image, image[:, :1]], dim=1))": ({ image }) =>
    new nn.PixelShuffle(2)(cat([image, image.at(":", ":1")], { dim: 1 })),
  "nn.Upsample(scale_factor=2)(image)": ({ image }) => new nn.Upsample({ scaleFactor: 2 })(image),
  "nn.Upsample(scale_factor=2, mode='nearest')(image)": ({ image }) =>
    new nn.Upsample({ scaleFactor: 2, mode: "nearest" })(image),
  "nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True)(image)": ({ image }) =>
    new nn.Upsample({ scaleFactor: 2, mode: "bilinear", alignCorners: true })(image),
  "nn.ReflectionPad2d(1)(image)": ({ image }) => new nn.ReflectionPad2d(1)(image),
  "nn.ReflectionPad2d((1, 0, 2, 1))(image)": ({ image }) => new nn.ReflectionPad2d([1, 0, 2, 1])(image),
  "nn.ZeroPad2d((1, 0, 1, 0))(image)": ({ image }) => new nn.ZeroPad2d([1, 0, 1, 0])(image),
  "nn.ConstantPad2d(1, 3.5)(image)": ({ image }) => new nn.ConstantPad2d(1, 3.5)(image),
  "F.pad(image, (1, 1, 2, 0), 'constant', 0)": ({ image }) => F.pad(image, [1, 1, 2, 0], "constant", 0),
  "F.pad(image, (1, 1, 2, 0), mode='reflect')": ({ image }) => F.pad(image, [1, 1, 2, 0], { mode: "reflect" }),
};

export const curves: Forms = {
  "rows.cos()": ({ rows }) => rows.cos(),
  "rows.sin()": ({ rows }) => rows.sin(),
  "torch.histogram(rows, bins=5)": ({ rows }) => {
    const { hist, binEdges } = torch.histogram(rows, 5);
    return [hist, binEdges];
  },
  "torch.histogram(rows, 4, range=(-1.0, 1.0))": ({ rows }) => {
    const { hist, binEdges } = torch.histogram(rows, 4, { range: [-1, 1] });
    return [hist, binEdges];
  },
  "nn.LeakyReLU(0.2)(rows)": ({ rows }) => new nn.LeakyReLU(0.2)(rows),
  "nn.LeakyReLU(0.2, inplace=True)(rows.clone())": ({ rows }) => new nn.LeakyReLU(0.2, { inplace: true })(rows.clone()),
  "nn.LeakyReLU(0.2, True)(rows.clone())": ({ rows }) => new nn.LeakyReLU(0.2, true)(rows.clone()),
  "nn.LeakyReLU()(rows)": ({ rows }) => new nn.LeakyReLU()(rows),
  "nn.ReLU6(inplace=True)(rows * 9)": ({ rows }) => new nn.ReLU6({ inplace: true })(rows.mul(9)),
  "nn.ReLU6()(rows * 9)": ({ rows }) => new nn.ReLU6()(rows.mul(9)),
  "nn.SiLU()(rows)": ({ rows }) => new nn.SiLU()(rows),
  "nn.SiLU(inplace=True)(rows.clone())": ({ rows }) => new nn.SiLU({ inplace: true })(rows.clone()),
  "nn.Hardsigmoid(inplace=True)(rows.clone())": ({ rows }) => new nn.Hardsigmoid({ inplace: true })(rows.clone()),
  "nn.Hardswish(inplace=True)(rows.clone())": ({ rows }) => new nn.Hardswish({ inplace: true })(rows.clone()),
  "nn.GELU()(rows)": ({ rows }) => new nn.GELU()(rows),
  "nn.GELU(approximate='tanh')(rows)": ({ rows }) => new nn.GELU({ approximate: "tanh" })(rows),
  "nn.ReLU(True)(rows.clone())": ({ rows }) => new nn.ReLU(true)(rows.clone()),
  "nn.ReLU(inplace=True)(rows.clone())": ({ rows }) => new nn.ReLU({ inplace: true })(rows.clone()),
  "nn.Linear(6, 2)(rows)": ({ rows }) => new nn.Linear(6, 2)(rows),
  "nn.Linear(6, 2, bias=False)(rows)": ({ rows }) => new nn.Linear(6, 2, { bias: false })(rows),
  "F.relu(nn.Linear(6, 2)(rows))": ({ rows }) => F.relu(new nn.Linear(6, 2)(rows)),
  "nn.Dropout(p=0.5)(rows)": ({ rows }) => new nn.Dropout({ p: 0.5 })(rows),
  "nn.Dropout(0.25)(rows)": ({ rows }) => new nn.Dropout(0.25)(rows),
  "nn.Dropout()(rows)": ({ rows }) => new nn.Dropout()(rows),
  "nn.Dropout(0.5).eval()(rows)": ({ rows }) => new nn.Dropout(0.5).eval()(rows),
  "nn.Embedding(7, 3)(words)": ({ words }) => new nn.Embedding(7, 3)(words),
  "nn.Embedding(7, 3, padding_idx=0)(words)": ({ words }) => new nn.Embedding(7, 3, { paddingIdx: 0 })(words),
  "nn.Embedding(7, 3).weight": () => new nn.Embedding(7, 3).weight.detach(),
  "nn.Embedding(7, 3)(torch.tensor([[1, 2]]))": () => new nn.Embedding(7, 3)(tensor([[1, 2]])),
};

export const sequences: Forms = {
  "nn.RNN(3, 4)(steps)": ({ steps }) => new nn.RNN(3, 4)(steps),
  "nn.RNN(3, 4, 2, nonlinearity='relu', batch_first=True)(steps)": ({ steps }) =>
    new nn.RNN(3, 4, 2, { nonlinearity: "relu", batchFirst: true })(steps),
  "nn.LSTM(3, 4)(steps)": ({ steps }) => new nn.LSTM(3, 4)(steps),
  "nn.LSTM(3, 4, 2, batch_first=True)(steps)[0]": ({ steps }) => new nn.LSTM(3, 4, 2, { batchFirst: true })(steps)[0],
  "nn.LSTM(3, 4)(steps, (torch.zeros(1, 2, 4), torch.ones(1, 2, 4)))[1]": ({ steps }) =>
    new nn.LSTM(3, 4)(steps, [zeros(1, 2, 4), ones(1, 2, 4)])[1],
  "nn.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True)(steps)[0]": ({ steps }) =>
    new nn.LSTM(3, 4, { numLayers: 2, bidirectional: true, batchFirst: true })(steps)[0],
  "nn.GRU(3, 4)(steps)": ({ steps }) => new nn.GRU(3, 4)(steps),
  "nn.GRU(3, 4)(steps, torch.ones(1, 2, 4))[0]": ({ steps }) => new nn.GRU(3, 4)(steps, ones(1, 2, 4))[0],
  "nn.GRU(3, 4, bidirectional=True)(steps)[0]": ({ steps }) => new nn.GRU(3, 4, { bidirectional: true })(steps)[0],
  "nn.LSTMCell(3, 4)(steps[0])": ({ steps }) => new nn.LSTMCell(3, 4)(steps.at(0)),
  "nn.LSTMCell(3, 4)(steps[0], (torch.zeros(2, 4), torch.ones(2, 4)))": ({ steps }) =>
    new nn.LSTMCell(3, 4)(steps.at(0), [zeros(2, 4), ones(2, 4)]),
  "nn.MultiheadAttention(6, 2, batch_first=True)(wide, wide, wide)": ({ wide }) =>
    new nn.MultiheadAttention(6, 2, { batchFirst: true })(wide, wide, wide),
  "nn.MultiheadAttention(6, 3)(wide, wide, wide, need_weights=False)[0]": ({ wide }) =>
    new nn.MultiheadAttention(6, 3)(wide, wide, wide, { needWeights: false })[0],
  "nn.Transformer(6, 2, 1, 1, 8, batch_first=True).eval()(wide, wide)": ({ wide }) =>
    new nn.Transformer(6, 2, 1, 1, 8, { batchFirst: true }).eval()(wide, wide),
  "nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 8, 0.0), 2)(wide)": ({ wide }) =>
    new nn.TransformerEncoder(new nn.TransformerEncoderLayer(6, 2, 8, 0), 2)(wide),
  "nn.Transformer.generate_square_subsequent_mask(3)": () => nn.Transformer.generateSquareSubsequentMask(3),
  "F.scaled_dot_product_attention(wide, wide, wide, is_causal=True)": ({ wide }) =>
    F.scaledDotProductAttention(wide, wide, wide, { isCausal: true }),
  "F.scaled_dot_product_attention(wide, wide, wide)": ({ wide }) => F.scaledDotProductAttention(wide, wide, wide),
  "pad_sequence([rows[0], rows[1, :3]], batch_first=True)": ({ rows }) =>
    rnn.padSequence([rows.at(0), rows.at(1, ":3")], { batchFirst: true }),
  "pad_sequence([rows[:2], rows[:3]])": ({ rows }) => rnn.padSequence([rows.at(":2"), rows.at(":3")]),
  "pad_packed_sequence(nn.LSTM(3, 4)(pack_padded_sequence(steps, [5, 3]))[0])[0]": ({ steps }) =>
    rnn.padPackedSequence(new nn.LSTM(3, 4)(rnn.packPaddedSequence(steps, [5, 3]))[0])[0],
  "pad_packed_sequence(nn.GRU(3, 4)(pack_padded_sequence(steps, torch.tensor([3, 5]), enforce_sorted=False))[0])": ({
    steps,
  }) =>
    rnn.padPackedSequence(
      new nn.GRU(3, 4)(
        rnn.packPaddedSequence(steps, tensor([3, 5], { dtype: torch.int64 }), { enforceSorted: false }),
      )[0],
    ),
};
