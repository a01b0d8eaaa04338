// An option that nobody would read is refused, everywhere. Which functions take options is read from the reports of what the
// packages declare, so that a new one must be called here too.

import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CIFAR10, downloadCIFAR10, downloadMNIST, MNIST } from "@bernoulli/data/node";
import { checkpoint, loadCheckpoint, loadFile, progress, saveCheckpoint } from "@bernoulli/trainer/node";
import { describe, expect, it } from "vitest";
import * as bernoulli from "../index.js";

const { autograd, data, distributions, F, func, linalg, nn, ones, optim, tensor, trainer, utils, zeros } = bernoulli;

const gradients = { requiresGrad: true };
const labels = () => tensor([0, 1], { dtype: "int32" });
const index = () => tensor([[0, 1, 0]], { dtype: "int32" });
const image = () => ones(1, 1, 4, 4);
const row = () => ones(1, 1, 4);
const volume = () => ones(1, 1, 4, 4, 4);
const net = () => new nn.Linear(1, 2);
const dataset = () => new data.TensorDataset(ones(4));
const parameters = () => net().parameters();
const aTrainer = () => {
  const model = net();
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  return new trainer.Trainer(model, { optimizer, criterion: new nn.CrossEntropyLoss() });
};
const batches = () => [[ones(2, 1), labels()] as const];
const nowhere = join(tmpdir(), "bernoulli-options");

/** Each function that takes options, called with some. */
const calls: Readonly<Record<string, (options: any) => unknown>> = {
  add: (options) => ones(1).add(1, options),
  add_: (options) => ones(1).add_(1, options),
  addcdiv: (options) => ones(1).addcdiv(ones(1), ones(1), options),
  addcdiv_: (options) => ones(1).addcdiv_(ones(1), ones(1), options),
  addcmul: (options) => ones(1).addcmul(ones(1), ones(1), options),
  addbmm: (options) => ones(1).addbmm(ones(1, 1, 1), ones(1, 1, 1), options),
  addmm: (options) => ones(1).addmm(ones(1, 1), ones(1, 1), options),
  addmv: (options) => ones(1).addmv(ones(1, 1), ones(1), options),
  addr: (options) => ones(1).addr(ones(1), ones(1), options),
  addbmm_: (options) => ones(1, 1).addbmm_(ones(1, 1, 1), ones(1, 1, 1), options),
  addmm_: (options) => ones(1, 1).addmm_(ones(1, 1), ones(1, 1), options),
  addmv_: (options) => ones(1).addmv_(ones(1, 1), ones(1), options),
  addr_: (options) => ones(1, 1).addr_(ones(1), ones(1), options),
  baddbmm_: (options) => ones(1, 1, 1).baddbmm_(ones(1, 1, 1), ones(1, 1, 1), options),
  addcmul_: (options) => ones(1).addcmul_(ones(1), ones(1), options),
  arange: (options) => bernoulli.arange(3, options),
  argmax: (options) => ones(2).argmax(0, options),
  argmin: (options) => ones(2).argmin(0, options),
  asTensor: (options) => bernoulli.asTensor([1], options),
  embedding: (options) => bernoulli.embedding(labels(), ones(2, 1), options),
  embeddingBag: (options) => bernoulli.embeddingBag(labels().view(1, 2), ones(2, 1), options),
  avgPool2d: (options) => bernoulli.avgPool2d(image(), 2, options),
  avgPool1d: (options) => bernoulli.avgPool1d(row(), 2, options),
  maxPool1d: (options) => bernoulli.maxPool1d(row(), 2, options),
  lpPool1d: (options) => bernoulli.lpPool1d(row(), 2, 2, options),
  adaptiveMaxPool1d: (options) => bernoulli.adaptiveMaxPool1d(row(), 2, options),
  maxUnpool1d: (options) => bernoulli.maxUnpool1d(row(), row().int(), 2, options),
  lpPool2d: (options) => bernoulli.lpPool2d(image(), 2, 2, options),
  adaptiveMaxPool2d: (options) => bernoulli.adaptiveMaxPool2d(image(), 2, options),
  maxUnpool2d: (options) => bernoulli.maxUnpool2d(image(), image().int(), 2, options),
  avgPool3d: (options) => bernoulli.avgPool3d(volume(), 2, options),
  maxPool3d: (options) => bernoulli.maxPool3d(volume(), 2, options),
  lpPool3d: (options) => bernoulli.lpPool3d(volume(), 2, 2, options),
  adaptiveMaxPool3d: (options) => bernoulli.adaptiveMaxPool3d(volume(), 2, options),
  maxUnpool3d: (options) => bernoulli.maxUnpool3d(volume(), volume().int(), 2, options),
  backward: (options) => ones(1, gradients).sum().backward(options),
  baddbmm: (options) => ones(1).baddbmm(ones(1, 1, 1), ones(1, 1, 1), options),
  allclose: (options) => ones(1).allclose(ones(1), options),
  all: (options) => ones(1).all(0, options),
  amax: (options) => ones(1).amax(0, options),
  amin: (options) => ones(1).amin(0, options),
  aminmax: (options) => ones(1).aminmax(options),
  any: (options) => ones(1).any(0, options),
  isclose: (options) => ones(1).isclose(ones(1), options),
  logsumexp: (options) => ones(1).logsumexp(0, options),
  nanmean: (options) => ones(1).nanmean(0, options),
  nansum: (options) => ones(1).nansum(0, options),
  stdMean: (options) => bernoulli.stdMean(ones(2), 0, options),
  varMean: (options) => bernoulli.varMean(ones(2), 0, options),
  bincount: (options) => labels().bincount(options),
  bucketize: (options) => bernoulli.bucketize(1, ones(2), options),
  cov: (options) => ones(2).cov(options),
  cumulativeTrapezoid: (options) => bernoulli.cumulativeTrapezoid(ones(2), null, options),
  diff: (options) => ones(2).diff(options),
  histc: (options) => ones(2).histc(options),
  histogram: (options) => ones(2).histogram(3, options),
  isin: (options) => bernoulli.isin(ones(2), 1, options),
  mode: (options) => ones(2).mode(0, options),
  nanquantile: (options) => ones(2).nanquantile(0.5, 0, options),
  searchsorted: (options) => bernoulli.searchsorted(ones(2), 1, options),
  trapezoid: (options) => bernoulli.trapezoid(ones(2), null, options),
  unique: (options) => ones(2).unique(options),
  uniqueConsecutive: (options) => ones(2).uniqueConsecutive(options),
  argsort: (options) => ones(2).argsort(options),
  kthvalue: (options) => ones(2).kthvalue(1, 0, options),
  median: (options) => ones(2).median(0, options),
  nanmedian: (options) => ones(2).nanmedian(0, options),
  quantile: (options) => ones(2).quantile(0.5, 0, options),
  sort: (options) => ones(2).sort(options),
  topk: (options) => ones(2).topk(1, options),
  cumprod: (options) => ones(2).cumprod(0, options),
  cumsum: (options) => ones(2).cumsum(0, options),
  prod: (options) => ones(2).prod(0, options),
  bernoulli_: (options) => ones(1).bernoulli_(0.5, options),
  buffers: (options) => [...net().buffers(options)],
  celu_: (options) => F.celu_(ones(1), options),
  gumbelSoftmax: (options) => F.gumbelSoftmax(ones(1), options),
  hardtanh_: (options) => F.hardtanh_(ones(1), options),
  rrelu_: (options) => F.rrelu_(ones(1), options),
  softmin: (options) => F.softmin(ones(1), options),
  celu: (options) => bernoulli.celu(ones(1), options),
  cdist: (options) => bernoulli.cdist(ones(1, 1), ones(1, 1), options),
  bernoulli: (options) => [bernoulli.bernoulli(ones(1), options), bernoulli.bernoulli(ones(1), 0.5, options)],
  cauchy_: (options) => ones(1).cauchy_(0, 1, options),
  checkpoint: (options) => [
    checkpoint(aTrainer(), { directory: nowhere, ...options }),
    utils.checkpoint.checkpoint((x: bernoulli.Tensor) => x, ones(1), options),
  ],
  "utils.checkpoint.checkpoint": (options) => utils.checkpoint.checkpoint((x: bernoulli.Tensor) => x, ones(1), options),
  checkpointSequential: (options) =>
    utils.checkpoint.checkpointSequential([(x: bernoulli.Tensor) => x], 1, ones(1), options),
  clamp: (options) => ones(1).clamp({ min: 0, ...options }),
  clamp_: (options) => ones(1).clamp_({ min: 0, ...options }),
  compile: (options) => bernoulli.compile(() => ones(1), options),
  col2im: (options) => bernoulli.col2im(ones(4, 1), 2, 2, options),
  conv1d: (options) => bernoulli.conv1d(ones(1, 4), ones(1, 1, 2), options),
  conv2d: (options) => bernoulli.conv2d(image(), image(), options),
  conv3d: (options) => bernoulli.conv3d(ones(1, 2, 2, 2), ones(1, 1, 2, 2, 2), options),
  convTranspose1d: (options) => bernoulli.convTranspose1d(ones(1, 4), ones(1, 1, 2), options),
  convTranspose2d: (options) => bernoulli.convTranspose2d(image(), image(), options),
  convTranspose3d: (options) => bernoulli.convTranspose3d(ones(1, 2, 2, 2), ones(1, 1, 2, 2, 2), options),
  im2col: (options) => bernoulli.im2col(image(), 2, options),
  cosineSimilarity: (options) => bernoulli.cosineSimilarity(ones(1, 1), ones(1, 1), options),
  binaryCrossEntropy: (options) => F.binaryCrossEntropy(ones(2), ones(2), options),
  binaryCrossEntropyWithLogits: (options) => F.binaryCrossEntropyWithLogits(ones(2), ones(2), options),
  cosineEmbeddingLoss: (options) => F.cosineEmbeddingLoss(ones(2, 3), ones(2, 3), ones(2), options),
  ctcLoss: (options) => F.ctcLoss(zeros(2, 1, 2), tensor([[1]], { dtype: "int32" }), [2], [1], options),
  gaussianNllLoss: (options) => F.gaussianNllLoss(ones(2), ones(2), 1, options),
  hingeEmbeddingLoss: (options) => F.hingeEmbeddingLoss(ones(2), ones(2), options),
  huberLoss: (options) => F.huberLoss(ones(2), ones(2), options),
  klDiv: (options) => F.klDiv(ones(2), ones(2), { reduction: "sum", ...options }),
  l1Loss: (options) => F.l1Loss(ones(2), ones(2), options),
  marginRankingLoss: (options) => F.marginRankingLoss(ones(2), ones(2), ones(2), options),
  mseLoss: (options) => F.mseLoss(ones(2), ones(2), options),
  multiMarginLoss: (options) => F.multiMarginLoss(ones(2, 3), labels(), options),
  multilabelMarginLoss: (options) => F.multilabelMarginLoss(ones(1, 3), index(), options),
  multilabelSoftMarginLoss: (options) => F.multilabelSoftMarginLoss(ones(2), ones(2), options),
  poissonNllLoss: (options) => F.poissonNllLoss(ones(2), ones(2), options),
  smoothL1Loss: (options) => F.smoothL1Loss(ones(2), ones(2), options),
  softMarginLoss: (options) => F.softMarginLoss(ones(2), ones(2), options),
  tripletMarginLoss: (options) => F.tripletMarginLoss(ones(2), ones(2), zeros(2), options),
  tripletMarginWithDistanceLoss: (options) => F.tripletMarginWithDistanceLoss(ones(2), ones(2), zeros(2), options),
  crossEntropy: (options) => bernoulli.crossEntropy(ones(2, 3), labels(), options),
  detectAnomaly: (options) => autograd.detectAnomaly(() => 1, options),
  setDetectAnomaly: (options) => autograd.setDetectAnomaly(false, options),
  deserialize: (options) => trainer.deserialize(new ArrayBuffer(16), options),
  div: (options) => ones(1).div(1, options),
  div_: (options) => ones(1).div_(1, options),
  downloadCIFAR10: (options) => downloadCIFAR10(nowhere, options),
  downloadMNIST: (options) => downloadMNIST(nowhere, options),
  dropout: (options) => bernoulli.dropout(ones(2), { p: 0.5, training: true, ...options }),
  empty: (options) => bernoulli.empty(1, options),
  emptyLike: (options) => bernoulli.emptyLike(ones(1), options),
  elu: (options) => bernoulli.elu(ones(1), options),
  elu_: (options) => bernoulli.elu_(ones(1), options),
  evaluate: (options) => aTrainer().evaluate(batches(), options),
  exponential_: (options) => ones(1).exponential_(1, options),
  eye: (options) => bernoulli.eye(2, options),
  explain: (options) => bernoulli.compile(() => ones(1)).explain(options),
  fit: (options) => aTrainer().fit(batches(), { epochs: 0, ...options }),
  full: (options) => bernoulli.full([1], 1, options),
  fullLike: (options) => bernoulli.fullLike(ones(1), 1, options),
  gelu: (options) => bernoulli.gelu(ones(1), options),
  geometric_: (options) => ones(1).geometric_(0.5, options),
  grad: (options) => bernoulli.grad(ones(1, gradients).sum(), [ones(1, gradients)], options),
  gradcheck: (options) => autograd.gradcheck((x) => x, [ones(1, gradients)], options),
  gradgradcheck: (options) => autograd.gradgradcheck((x) => x, [ones(1, gradients)], null, options),
  functionalCall: (options) => nn.functionalCall(net(), {}, ones(1, 1), options),
  gradAndValue: (options) => func.gradAndValue((x) => x.sum(), options),
  "func.grad": (options) => func.grad((x) => x.sum(), options),
  "func.hessian": (options) => func.hessian((x) => x.sum(), options),
  hessian: (options) => autograd.functional.hessian((x) => x.sum(), ones(1), options),
  hvp: (options) => autograd.functional.hvp((x) => x.sum(), ones(1), null, options),
  jacfwd: (options) => func.jacfwd((x) => x, options),
  jacrev: (options) => func.jacrev((x) => x, options),
  vmap: (options) => func.vmap((x) => x, options),
  jacobian: (options) => autograd.functional.jacobian((x) => x, ones(1), options),
  jvp: (options) => autograd.functional.jvp((x) => x, ones(1), null, options),
  vhp: (options) => autograd.functional.vhp((x) => x.sum(), ones(1), null, options),
  vjp: (options) => autograd.functional.vjp((x) => x, ones(1), null, options),
  hardshrink: (options) => bernoulli.hardshrink(ones(1), options),
  hardsigmoid: (options) => bernoulli.hardsigmoid(ones(1), options),
  hardswish: (options) => bernoulli.hardswish(ones(1), options),
  hardtanh: (options) => bernoulli.hardtanh(ones(1), options),
  kaimingNormal_: (options) => nn.init.kaimingNormal_(ones(2, 2), options),
  kaimingUniform_: (options) => nn.init.kaimingUniform_(ones(2, 2), options),
  indexAdd: (options) => ones(2).indexAdd(0, labels(), ones(2), options),
  indexAdd_: (options) => ones(2).indexAdd_(0, labels(), ones(2), options),
  indexPut: (options) => ones(2).indexPut([labels()], ones(2), options),
  indexPut_: (options) => ones(2).indexPut_([labels()], ones(2), options),
  linspace: (options) => bernoulli.linspace(0, 1, 2, options),
  leakyRelu: (options) => bernoulli.leakyRelu(ones(1), options),
  leakyRelu_: (options) => bernoulli.leakyRelu_(ones(1), options),
  loadCheckpoint: (options) => loadCheckpoint(nowhere, options),
  loadFile: (options) => loadFile(nowhere, options),
  loadStateDict: (options) => net().loadStateDict({}, options),
  logspace: (options) => bernoulli.logspace(0, 1, 2, options),
  logNormal_: (options) => ones(1).logNormal_(0, 1, options),
  logSoftmax: (options) => ones(1).logSoftmax(0, options),
  max: (options) => ones(2).max(0, options),
  maxPool2d: (options) => bernoulli.maxPool2d(image(), 2, options),
  mean: (options) => ones(2).mean(0, options),
  meshgrid: (options) => bernoulli.meshgrid(ones(2), options),
  min: (options) => ones(2).min(0, options),
  mish: (options) => bernoulli.mish(ones(1), options),
  multinomial: (options) => ones(2).multinomial(1, options),
  namedBuffers: (options) => [...net().namedBuffers(options)],
  namedParameters: (options) => [...net().namedParameters(options)],
  newEmpty: (options) => ones(1).newEmpty(1, options),
  newFull: (options) => ones(1).newFull([1], 1, options),
  newOnes: (options) => ones(1).newOnes(1, options),
  newTensor: (options) => ones(1).newTensor([1], options),
  newZeros: (options) => ones(1).newZeros(1, options),
  nanToNum: (options) => ones(1).nanToNum(options),
  nllLoss: (options) => bernoulli.nllLoss(ones(2, 3), labels(), options),
  normalize: (options) => bernoulli.normalize(ones(1, 1), options),
  nonzero: (options) => ones(2).nonzero(options),
  normal: (options) => bernoulli.normal(ones(1), 1, options),
  normal_: (options) => [ones(1).normal_(0, 1, options), nn.init.normal_(ones(1), 0, 1, options)],
  ones: (options) => ones(1, options),
  onesLike: (options) => bernoulli.onesLike(ones(1), options),
  pairwiseDistance: (options) => bernoulli.pairwiseDistance(ones(1, 1), ones(1, 1), options),
  pad: (options) => bernoulli.pad(ones(2), [1, 1], options),
  parameters: (options) => [...net().parameters(options)],
  poisson: (options) => bernoulli.poisson(ones(1), options),
  predict: (options) => aTrainer().predict(ones(2, 1), options),
  progress: (options) => progress(options),
  rand: (options) => bernoulli.rand(1, options),
  randint: (options) => bernoulli.randint(0, 2, [1], options),
  randintLike: (options) => bernoulli.randintLike(ones(1), 2, options),
  randLike: (options) => bernoulli.randLike(ones(1), options),
  randn: (options) => bernoulli.randn(1, options),
  randnLike: (options) => bernoulli.randnLike(ones(1), options),
  random_: (options) => ones(1).random_(options),
  randomSplit: (options) => data.randomSplit(dataset(), [2, 2], options),
  randperm: (options) => bernoulli.randperm(2, options),
  registerBuffer: (options) => net().registerBuffer("mean", ones(1), options),
  repeatInterleave: (options) => ones(2).repeatInterleave(2, 0, options),
  relu6: (options) => bernoulli.relu6(ones(1), options),
  round: (options) => ones(1).round(options),
  round_: (options) => ones(1).round_(options),
  rrelu: (options) => bernoulli.rrelu(ones(1), options),
  rsample: (options) => new distributions.Normal(0, 1).rsample([2], options),
  sample: (options) => new distributions.Bernoulli(0.5).sample([2], options),
  saveCheckpoint: (options) => saveCheckpoint(nowhere, { model: net(), ...options }),
  scatter: (options) => ones(2, 3).scatter(0, index(), 1, options),
  scatter_: (options) => ones(2, 3).scatter_(0, index(), 1, options),
  selu: (options) => bernoulli.selu(ones(1), options),
  silu: (options) => bernoulli.silu(ones(1), options),
  softmax: (options) => ones(1).softmax(0, options),
  softplus: (options) => bernoulli.softplus(ones(1), options),
  softshrink: (options) => bernoulli.softshrink(ones(1), options),
  std: (options) => ones(2).std(0, options),
  sub: (options) => ones(1).sub(1, options),
  sub_: (options) => ones(1).sub_(1, options),
  sum: (options) => ones(2).sum(0, options),
  summary: (options) => nn.summary(net(), [1, 1], options),
  tensor: (options) => tensor([1], options),
  trilIndices: (options) => bernoulli.trilIndices(2, 2, 0, options),
  triuIndices: (options) => bernoulli.triuIndices(2, 2, 0, options),
  threshold: (options) => bernoulli.threshold(ones(1), 0, 0, options),
  truncNormal_: (options) => nn.init.truncNormal_(ones(1), 0, 1, -2, 2, options),
  uniform_: (options) => [ones(1).uniform_(0, 1, options), nn.init.uniform_(ones(1), 0, 1, options)],
  variance: (options) => ones(2).var(0, options),
  xavierNormal_: (options) => nn.init.xavierNormal_(ones(2, 2), options),
  xavierUniform_: (options) => nn.init.xavierUniform_(ones(2, 2), options),
  zeroGrad: (options) => net().zeroGrad(options),
  zeros: (options) => zeros(1, options),
  to: (options) => ones(1).to("cpu", options),
  zerosLike: (options) => bernoulli.zerosLike(ones(1), options),
  // Constructors.
  Adam: (options) => new optim.Adam(parameters(), options),
  AvgPool2d: (options) => new nn.AvgPool2d(2, options),
  AvgPool1d: (options) => new nn.AvgPool1d(2, options),
  MaxPool1d: (options) => new nn.MaxPool1d(2, options),
  LPPool1d: (options) => new nn.LPPool1d(2, 2, options),
  MaxUnpool1d: (options) => new nn.MaxUnpool1d(2, options),
  AdaptiveMaxPool1d: (options) => new nn.AdaptiveMaxPool1d(2, options),
  LPPool2d: (options) => new nn.LPPool2d(2, 2, options),
  MaxUnpool2d: (options) => new nn.MaxUnpool2d(2, options),
  AdaptiveMaxPool2d: (options) => new nn.AdaptiveMaxPool2d(2, options),
  AvgPool3d: (options) => new nn.AvgPool3d(2, options),
  MaxPool3d: (options) => new nn.MaxPool3d(2, options),
  LPPool3d: (options) => new nn.LPPool3d(2, 2, options),
  MaxUnpool3d: (options) => new nn.MaxUnpool3d(2, options),
  AdaptiveMaxPool3d: (options) => new nn.AdaptiveMaxPool3d(2, options),
  BatchSampler: (options) => new data.BatchSampler(new data.SequentialSampler([1]), { batchSize: 1, ...options }),
  CIFAR10: (options) => new CIFAR10(nowhere, options),
  Conv1d: (options) => new nn.Conv1d(1, 1, 1, options),
  Conv2d: (options) => new nn.Conv2d(1, 1, 1, options),
  Conv3d: (options) => new nn.Conv3d(1, 1, 1, options),
  ConvTranspose1d: (options) => [
    new nn.ConvTranspose1d(1, 1, 1, options),
    new nn.ConvTranspose1d(1, 1, 1)(ones(1, 4), options),
  ],
  ConvTranspose2d: (options) => [
    new nn.ConvTranspose2d(1, 1, 1, options),
    new nn.ConvTranspose2d(1, 1, 1)(image(), options),
  ],
  ConvTranspose3d: (options) => [
    new nn.ConvTranspose3d(1, 1, 1, options),
    new nn.ConvTranspose3d(1, 1, 1)(ones(1, 2, 2, 2), options),
  ],
  Fold: (options) => new nn.Fold(2, 2, options),
  Unfold: (options) => new nn.Unfold(2, options),
  CrossEntropyLoss: (options) => new nn.CrossEntropyLoss(options),
  DataLoader: (options) => new data.DataLoader(dataset(), options),
  Dropout: (options) => new nn.Dropout(0.5, options),
  Generator: (options) => new bernoulli.Generator(options),
  ImageDataset: (options) =>
    new data.ImageDataset({
      images: new Uint8Array(1),
      labels: new Int32Array(1),
      imageShape: [1, 1, 1],
      classes: ["a"],
      ...options,
    }),
  Bilinear: (options) => new nn.Bilinear(1, 1, 1, options),
  Embedding: (options) => new nn.Embedding(1, 1, options),
  EmbeddingBag: (options) => new nn.EmbeddingBag(1, 1, options),
  Linear: (options) => new nn.Linear(1, 1, options),
  MaxPool2d: (options) => new nn.MaxPool2d(2, options),
  MNIST: (options) => new MNIST(nowhere, options),
  NLLLoss: (options) => new nn.NLLLoss(options),
  Normalize: (options) => new data.Normalize({ mean: [0], std: [1], ...options }),
  Parameter: (options) => new nn.Parameter(ones(1), options),
  RandomSampler: (options) => new data.RandomSampler([1], options),
  ...Object.fromEntries(
    (
      [
        ...(["Normal", "LogNormal", "Uniform", "Laplace", "Gamma", "Beta", "Cauchy", "Gumbel", "Weibull"] as const),
        ...(["Pareto", "Kumaraswamy", "InverseGamma", "FisherSnedecor", "VonMises", "Binomial"] as const),
        ...(["NegativeBinomial", "LogitRelaxedBernoulli", "RelaxedBernoulli", "AffineTransform"] as const),
      ] as const
    ).map((name) => [name, (options: any) => new distributions[name](0.5, 1, options)]),
  ),
  ...Object.fromEntries(
    (
      [
        ...(["Exponential", "Poisson", "Bernoulli", "Geometric", "HalfNormal", "HalfCauchy", "Chi2"] as const),
        "PowerTransform" as const,
      ] as const
    ).map((name) => [name, (options: any) => new distributions[name](0.5, options)]),
  ),
  ...Object.fromEntries(
    (["Dirichlet", "Categorical", "OneHotCategorical", "OneHotCategoricalStraightThrough"] as const).map((name) => [
      name,
      (options: any) => new distributions[name](ones(2), options),
    ]),
  ),
  ...Object.fromEntries(
    (["Multinomial", "ExpRelaxedCategorical", "RelaxedOneHotCategorical"] as const).map((name) => [
      name,
      (options: any) => new distributions[name](1, ones(2), options),
    ]),
  ),
  LowRankMultivariateNormal: (options) =>
    new distributions.LowRankMultivariateNormal(ones(1), ones(1, 1), ones(1), options),
  MixtureSameFamily: (options) =>
    new distributions.MixtureSameFamily(
      new distributions.Categorical(ones(2)),
      new distributions.Normal(ones(2), 1),
      options,
    ),
  ReshapeTransform: (options) => new distributions.ReshapeTransform([1], [1], options),
  StudentT: (options) => new distributions.StudentT(1, 0, 1, options),
  TanhTransform: (options) => new distributions.TanhTransform(options),
  TransformedDistribution: (options) =>
    new distributions.TransformedDistribution(
      new distributions.Normal(0, 1),
      new distributions.ExpTransform(),
      options,
    ),
  binomial: (options) => bernoulli.binomial(ones(1), ones(1), options),
  Independent: (options) => new distributions.Independent(new distributions.Normal(ones(2), 1), 1, options),
  MultivariateNormal: (options) => new distributions.MultivariateNormal(ones(1), { scaleTril: ones(1, 1), ...options }),
  ReLU: (options) => new nn.ReLU(options),
  SGD: (options) => new optim.SGD(parameters(), { lr: 0.1, ...options }),
  SyntheticShapes: (options) => new data.SyntheticShapes({ length: 1, ...options }),
  Trainer: (options) =>
    new trainer.Trainer(net(), {
      optimizer: new optim.SGD(parameters(), { lr: 0.1 }),
      criterion: new nn.CrossEntropyLoss(),
      ...options,
    }),
  // Those of linalg.
  cholesky: (options) => linalg.cholesky(ones(1, 1), options),
  cross: (options) => linalg.cross(ones(3), ones(3), options),
  eigh: (options) => linalg.eigh(ones(1, 1), options),
  eigvalsh: (options) => linalg.eigvalsh(ones(1, 1), options),
  lstsq: (options) => linalg.lstsq(ones(1, 1), ones(1, 1), options),
  matrixNorm: (options) => linalg.matrixNorm(ones(1, 1), "fro", options),
  matrixRank: (options) => linalg.matrixRank(ones(1, 1), options),
  norm: (options) => linalg.norm(ones(1), null, options),
  pinv: (options) => linalg.pinv(ones(1, 1), options),
  qr: (options) => linalg.qr(ones(1, 1), options),
  solve: (options) => linalg.solve(ones(1, 1), ones(1), options),
  solveTriangular: (options) => linalg.solveTriangular(ones(1, 1), ones(1, 1), options),
  svd: (options) => linalg.svd(ones(1, 1), options),
  vectorNorm: (options) => linalg.vectorNorm(ones(1), 2, options),
  // F's own, where tensor has one of the name.
  "F.avgPool2d": (options) => F.avgPool2d(image(), 2, options),
  "F.conv1d": (options) => F.conv1d(ones(1, 4), ones(1, 1, 2), null, options),
  "F.avgPool1d": (options) => F.avgPool1d(row(), 2, options),
  "F.maxPool1d": (options) => F.maxPool1d(row(), 2, options),
  "F.lpPool1d": (options) => F.lpPool1d(row(), 2, 2, options),
  "F.adaptiveMaxPool1d": (options) => F.adaptiveMaxPool1d(row(), 2, options),
  "F.maxUnpool1d": (options) => F.maxUnpool1d(row(), row().int(), 2, options),
  "F.lpPool2d": (options) => F.lpPool2d(image(), 2, 2, options),
  "F.adaptiveMaxPool2d": (options) => F.adaptiveMaxPool2d(image(), 2, options),
  "F.maxUnpool2d": (options) => F.maxUnpool2d(image(), image().int(), 2, options),
  "F.avgPool3d": (options) => F.avgPool3d(volume(), 2, options),
  "F.maxPool3d": (options) => F.maxPool3d(volume(), 2, options),
  "F.lpPool3d": (options) => F.lpPool3d(volume(), 2, 2, options),
  "F.adaptiveMaxPool3d": (options) => F.adaptiveMaxPool3d(volume(), 2, options),
  "F.maxUnpool3d": (options) => F.maxUnpool3d(volume(), volume().int(), 2, options),
  "F.conv2d": (options) => F.conv2d(image(), image(), null, options),
  "F.conv3d": (options) => F.conv3d(ones(1, 2, 2, 2), ones(1, 1, 2, 2, 2), null, options),
  "F.convTranspose1d": (options) => F.convTranspose1d(ones(1, 4), ones(1, 1, 2), null, options),
  "F.convTranspose2d": (options) => F.convTranspose2d(image(), image(), null, options),
  "F.convTranspose3d": (options) => F.convTranspose3d(ones(1, 2, 2, 2), ones(1, 1, 2, 2, 2), null, options),
  "F.fold": (options) => F.fold(ones(4, 1), 2, 2, options),
  "F.unfold": (options) => F.unfold(image(), 2, options),
  "F.maxPool2d": (options) => F.maxPool2d(image(), 2, 2, options),
};

/** The names of all that the packages declare with options of one type or another. */
function declared(): string[] {
  const reports = ["tensor", "nn", "optim", "data", "trainer"].flatMap((name) => {
    const folder = new URL(`../../../${name}/api/`, import.meta.url);
    return readdirSync(folder).map((file) => new URL(file, folder));
  });
  const names = reports.flatMap((report) => {
    let owner = "";
    return readFileSync(report, "utf8")
      .split(/(?<=;|\{)\n/)
      .flatMap((statement) => {
        owner = /declare (?:abstract )?class (\w+)/.exec(statement)?.[1] ?? owner;
        const [, isFunction, name] = /(declare function |^\s*(?:protected )?)(\w+)(?:<[^(]*>)?\(/.exec(statement) ?? [];
        if (name === undefined || !/\w(Options|Contents|Attributes)\b/.test(statement)) return [];
        return isFunction === "declare function " || name !== "constructor" ? [name] : [owner];
      });
  });
  return [...new Set(names)];
}

describe("an option that there is not", () => {
  /** What is no function of a user's: base classes, and what overrides them. */
  const others = [
    "Optimizer",
    "Distribution",
    "ByParameters",
    "Half",
    "ByProbabilities",
    "Categories",
    "Transform",
    "drawn",
    "generatorOf",
    "WeightedLoss",
    "checkOptions",
    "DownloadError",
    "download",
    "checkRanges",
    "initialState",
    "update",
  ];

  it("is tried on every function that takes options", () => {
    const called = new Set(Object.keys(calls));
    expect(declared().filter((name) => !called.has(name) && !others.includes(name))).toEqual([]);
    expect(declared().length).toBeGreaterThan(80);
  });

  it.each(Object.entries(calls))("is refused by %s", async (_, call) => {
    const refusal = async () => void (await call({ batch_size: 32 }));
    await expect(refusal()).rejects.toThrow(
      /got an unexpected option batch_size; (take some of \{|here it is batchSize)/,
    );
    await expect(refusal()).rejects.toBeInstanceOf(bernoulli.BernoulliError);
  });
});
