import { Tensor, Positional, EluOptions, HardtanhOptions, InPlaceOption, RreluOptions, Pair, ColumnOptions, EmbeddingOptions, EmbeddingBagOptions, MaxPoolResult, CrossEntropyOptions, Generator as Generator$1, SoftmaxOptions, AdaptiveSize1d, AdaptiveSize2d, AdaptiveSize3d, Size1d, MaxPool1dOptions, Size2d, MaxPool2dOptions, Size3d, MaxPool3dOptions, InterpolateOptions, AttentionOptions, adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d, adaptiveMaxPool1d, adaptiveMaxPool2d, adaptiveMaxPool3d, affineGrid, alphaDropout, avgPool1d, avgPool2d, avgPool3d, batchNorm, bilinear, binaryCrossEntropy, binaryCrossEntropyWithLogits, celu, channelShuffle, cosineEmbeddingLoss, cosineSimilarity, crossEntropy, ctcLoss, dropout, dropout1d, dropout2d, dropout3d, elu, elu_, featureAlphaDropout, gaussianNllLoss, gelu, glu, gridSample, groupNorm, hardshrink, hardsigmoid, hardswish, hardtanh, hingeEmbeddingLoss, huberLoss, instanceNorm, interpolate, klDiv, l1Loss, layerNorm, leakyRelu, leakyRelu_, localResponseNorm, logSoftmax, logsigmoid, lpPool1d, lpPool2d, lpPool3d, marginRankingLoss, maxPool1d, maxPool2d, maxPool3d, maxUnpool1d, maxUnpool2d, maxUnpool3d, mish, mseLoss, multiMarginLoss, multilabelMarginLoss, multilabelSoftMarginLoss, nllLoss, normalize, oneHot, pad, pairwiseDistance, pdist, pixelShuffle, pixelUnshuffle, poissonNllLoss, prelu, relu6, relu_, rmsNorm, rrelu, scaledDotProductAttention, selu, sigmoid, silu, smoothL1Loss, softMarginLoss, softmax, softplus, softshrink, softsign, tanh, tanhshrink, threshold, tripletMarginLoss, tripletMarginWithDistanceLoss, upsample, SoftplusOptions, ShrinkOptions, DType, DeviceName, CosineSimilarityOptions, PairwiseDistanceOptions, Shape, Reduction, LossOptions, CtcLossOptions, HuberLossOptions, SmoothL1LossOptions, MarginLossOptions, TripletMarginLossOptions, TripletMarginWithDistanceLossOptions, MultilabelSoftMarginLossOptions, MultiMarginLossOptions, NllLossOptions, BinaryCrossEntropyOptions, BinaryCrossEntropyWithLogitsOptions, GaussianNllLossOptions, KlDivOptions, PoissonNllLossOptions, PadMode, LpPool1dOptions, LpPool2dOptions, LpPool3dOptions, MaxUnpool1dOptions, MaxUnpool2dOptions, MaxUnpool3dOptions, InterpolateMode, UpsampleOptions } from '@bernoulli/tensor';
export {
  AttentionOptions,
} from '@bernoulli/tensor';
import { F as FunctionalConv1dOptions, a as FunctionalConv2dOptions, b as FunctionalConv3dOptions, P as Padding, c as PaddingOf, T as Three, d as conv1d, e as conv2d, f as conv3d, g as convTranspose1d, h as convTranspose2d, i as convTranspose3d, A as Activation, S as SettingsOf, I as InPlaceSettings, L as Linear, D as Dropout, j as LayerNorm, M as ModuleList, C as Convolution, k as ParameterizedOptions, l as Conv1d, m as Conv1dLayerOptions, n as Conv2d, o as Conv2dLayerOptions, p as Conv3d, q as Conv3dLayerOptions, r as LinearOptions, s as Sequential, R as RunningNorm, t as RunningNormRest, B as BatchNorm1d, u as RunningNormOptions, v as BatchNorm2d, w as BatchNorm3d, x as Pooled, y as Size, z as Dims, E as BatchNorm } from './average.js';
export {
  $ as DropoutLayerOptions,
  G as AdaptiveAvgPool1d,
  H as AdaptiveAvgPool2d,
  J as AdaptiveAvgPool3d,
  K as AdaptiveMaxPool1d,
  N as AdaptiveMaxPool2d,
  O as AdaptiveMaxPool3d,
  Q as AlphaDropout,
  U as AvgPool1d,
  V as AvgPool2d,
  W as AvgPool3d,
  X as Dropout1d,
  Y as Dropout2d,
  Z as Dropout3d,
  _ as DropoutFacts,
  a0 as Embedding,
  a1 as EmbeddingBag,
  a2 as EmbeddingBagLayerOptions,
  a3 as EmbeddingLayerOptions,
  a4 as FeatureAlphaDropout,
  a5 as FromPretrainedOptions,
  a6 as GELU,
  a7 as GLU,
  a8 as GroupNorm,
  a9 as GroupNormOptions,
  aa as LayerNormLayerOptions,
  ab as LeakyReLU,
  ac as LeakyReLUOptions,
  ad as LocalResponseNorm,
  ae as LocalResponseNormLayerOptions,
  af as MaxPool1d,
  ag as MaxPool2d,
  ah as MaxPool3d,
  ai as Mish,
  aj as PReLU,
  ak as PReLUOptions,
  al as PaddingMode,
  am as ProcessGroup,
  an as RMSNorm,
  ao as RMSNormOptions,
  ap as RReLU,
  aq as RReLUOptions,
  ar as ReLU,
  as as ReLU6,
  at as ReLUOptions,
  au as SiLU,
  av as SyncBatchNorm,
  aw as Threshold,
} from './average.js';
import { M as Module, P as Parameter } from './module.js';
export {
  F as ForwardHookOptions,
  G as Gradients,
  H as HookOptions,
  L as LoadResult,
  N as NamedModulesOptions,
  R as RecurseOptions,
  S as StateDict,
  Z as ZeroGradOptions,
  a as LoadStateDictOptions,
  b as ModuleToOptions,
  c as NamedOptions,
  d as ParameterOptions,
  e as RegisterBufferOptions,
  f as StateDictError,
  g as StateDictOptions,
} from './module.js';
interface BufferOptions {
    readonly persistent?: boolean;
}
declare class Buffer extends Tensor {
    readonly persistent: boolean;
    constructor(data: Tensor, options?: BufferOptions);
}
declare function relu(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function selu_(input: Tensor): Tensor;
declare function celu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, [
    "alpha"
]>): Tensor;
declare function hardtanh_(input: Tensor, ...rest: Positional<Omit<HardtanhOptions, "inplace">, [
    "minVal",
    "maxVal"
]>): Tensor;
declare function rrelu_(input: Tensor, ...rest: Positional<Omit<RreluOptions, "inplace">, [
    "lower",
    "upper",
    "training"
]>): Tensor;
declare function threshold_(input: Tensor, bound: number, value: number): Tensor;
type Places$5 = [
    "dilation",
    "padding",
    "stride"
];
declare function unfold(input: Tensor, kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places$5>): Tensor;
declare function fold(input: Tensor, outputSize: number | Pair, kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places$5>): Tensor;
declare const embeddingPlaces: readonly [
    "paddingIdx",
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "sparse"
];
declare const bagPlaces: readonly [
    "offsets",
    "maxNorm",
    "normType",
    "scaleGradByFreq",
    "mode",
    "sparse",
    "perSampleWeights",
    "includeLastOffset",
    "paddingIdx"
];
declare function embedding(input: Tensor, weight: Tensor, ...rest: Positional<EmbeddingOptions, typeof embeddingPlaces>): Tensor;
declare function embeddingBag(input: Tensor, weight: Tensor, ...rest: Positional<EmbeddingBagOptions, typeof bagPlaces>): Tensor;
type Sizes$1 = number | readonly number[];
interface FractionalMaxPoolOptions {
    readonly outputSize?: Sizes$1 | null;
    readonly outputRatio?: Sizes$1 | null;
    readonly returnIndices?: boolean;
    readonly randomSamples?: Tensor | null;
}
type FractionalPlaces = [
    "outputSize",
    "outputRatio",
    "returnIndices",
    "randomSamples"
];
declare function fractionalMaxPool2d(input: Tensor, kernelSize: Sizes$1, options: FractionalMaxPoolOptions & {
    readonly returnIndices: true;
}): MaxPoolResult;
declare function fractionalMaxPool2d(input: Tensor, kernelSize: Sizes$1, ...rest: Positional<FractionalMaxPoolOptions & {
    readonly returnIndices?: false;
}, FractionalPlaces>): Tensor;
declare function fractionalMaxPool2d(input: Tensor, kernelSize: Sizes$1, ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): Tensor | MaxPoolResult;
declare function fractionalMaxPool3d(input: Tensor, kernelSize: Sizes$1, options: FractionalMaxPoolOptions & {
    readonly returnIndices: true;
}): MaxPoolResult;
declare function fractionalMaxPool3d(input: Tensor, kernelSize: Sizes$1, ...rest: Positional<FractionalMaxPoolOptions & {
    readonly returnIndices?: false;
}, FractionalPlaces>): Tensor;
declare function fractionalMaxPool3d(input: Tensor, kernelSize: Sizes$1, ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): Tensor | MaxPoolResult;
declare function linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
interface LinearCrossEntropyOptions extends Omit<CrossEntropyOptions, "ignoreIndex"> {
    readonly linearBias?: Tensor | null;
    readonly ignoreIndex?: number | null;
}
declare function linearCrossEntropy(input: Tensor, linearWeight: Tensor, target: Tensor, options?: LinearCrossEntropyOptions): Tensor;
interface MultiHeadAttentionOptions {
    readonly training?: boolean;
    readonly keyPaddingMask?: Tensor | null;
    readonly needWeights?: boolean;
    readonly attnMask?: Tensor | null;
    readonly useSeparateProjWeight?: boolean;
    readonly qProjWeight?: Tensor | null;
    readonly kProjWeight?: Tensor | null;
    readonly vProjWeight?: Tensor | null;
    readonly averageAttnWeights?: boolean;
    readonly isCausal?: boolean;
}
declare function multiHeadAttentionForward(query: Tensor, key: Tensor, value: Tensor, embedDimToCheck: number, numHeads: number, inProjWeight: Tensor | null, inProjBias: Tensor | null, biasK: Tensor | null, biasV: Tensor | null, addZeroAttn: boolean, dropoutP: number, outProjWeight: Tensor, outProjBias: Tensor | null, options?: MultiHeadAttentionOptions): [
    output: Tensor,
    weights: Tensor | null
];
declare function softmin(input: Tensor, ...rest: Positional<SoftmaxOptions, [
    "dim"
]>): Tensor;
interface GumbelSoftmaxOptions {
    readonly tau?: number;
    readonly hard?: boolean;
    readonly eps?: number;
    readonly dim?: number;
    readonly generator?: Generator$1;
}
declare function gumbelSoftmax(logits: Tensor, ...rest: Positional<GumbelSoftmaxOptions, [
    "tau",
    "hard",
    "eps",
    "dim"
]>): Tensor;
type Places$4 = [
    "stride",
    "padding",
    "dilation",
    "ceilMode"
];
declare function maxPool1dWithIndices(input: Tensor, kernelSize: Size1d, ...rest: Positional<MaxPool1dOptions, Places$4>): MaxPoolResult;
declare function adaptiveMaxPool1dWithIndices(input: Tensor, outputSize: AdaptiveSize1d): MaxPoolResult;
declare function maxPool2dWithIndices(input: Tensor, kernelSize: Size2d, ...rest: Positional<MaxPool2dOptions, Places$4>): MaxPoolResult;
declare function adaptiveMaxPool2dWithIndices(input: Tensor, outputSize: AdaptiveSize2d): MaxPoolResult;
declare function maxPool3dWithIndices(input: Tensor, kernelSize: Size3d, ...rest: Positional<MaxPool3dOptions, Places$4>): MaxPoolResult;
declare function adaptiveMaxPool3dWithIndices(input: Tensor, outputSize: AdaptiveSize3d): MaxPoolResult;
declare function fractionalMaxPool2dWithIndices(input: Tensor, kernelSize: number | readonly number[], ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): MaxPoolResult;
declare function fractionalMaxPool3dWithIndices(input: Tensor, kernelSize: number | readonly number[], ...rest: Positional<FractionalMaxPoolOptions, FractionalPlaces>): MaxPoolResult;
declare function upsampleNearest(input: Tensor, ...rest: Positional<Pick<InterpolateOptions, "size" | "scaleFactor">, [
    "size",
    "scaleFactor"
]>): Tensor;
declare function upsampleBilinear(input: Tensor, ...rest: Positional<Pick<InterpolateOptions, "size" | "scaleFactor">, [
    "size",
    "scaleFactor"
]>): Tensor;
declare const index$3_AttentionOptions: typeof AttentionOptions;
type index$3_FractionalMaxPoolOptions = FractionalMaxPoolOptions;
declare const index$3_FunctionalConv1dOptions: typeof FunctionalConv1dOptions;
declare const index$3_FunctionalConv2dOptions: typeof FunctionalConv2dOptions;
declare const index$3_FunctionalConv3dOptions: typeof FunctionalConv3dOptions;
type index$3_GumbelSoftmaxOptions = GumbelSoftmaxOptions;
type index$3_LinearCrossEntropyOptions = LinearCrossEntropyOptions;
type index$3_MultiHeadAttentionOptions = MultiHeadAttentionOptions;
declare const index$3_Padding: typeof Padding;
declare const index$3_PaddingOf: typeof PaddingOf;
declare const index$3_Three: typeof Three;
declare const index$3_adaptiveAvgPool1d: typeof adaptiveAvgPool1d;
declare const index$3_adaptiveAvgPool2d: typeof adaptiveAvgPool2d;
declare const index$3_adaptiveAvgPool3d: typeof adaptiveAvgPool3d;
declare const index$3_adaptiveMaxPool1d: typeof adaptiveMaxPool1d;
declare const index$3_adaptiveMaxPool1dWithIndices: typeof adaptiveMaxPool1dWithIndices;
declare const index$3_adaptiveMaxPool2d: typeof adaptiveMaxPool2d;
declare const index$3_adaptiveMaxPool2dWithIndices: typeof adaptiveMaxPool2dWithIndices;
declare const index$3_adaptiveMaxPool3d: typeof adaptiveMaxPool3d;
declare const index$3_adaptiveMaxPool3dWithIndices: typeof adaptiveMaxPool3dWithIndices;
declare const index$3_affineGrid: typeof affineGrid;
declare const index$3_alphaDropout: typeof alphaDropout;
declare const index$3_avgPool1d: typeof avgPool1d;
declare const index$3_avgPool2d: typeof avgPool2d;
declare const index$3_avgPool3d: typeof avgPool3d;
declare const index$3_batchNorm: typeof batchNorm;
declare const index$3_bilinear: typeof bilinear;
declare const index$3_binaryCrossEntropy: typeof binaryCrossEntropy;
declare const index$3_binaryCrossEntropyWithLogits: typeof binaryCrossEntropyWithLogits;
declare const index$3_celu: typeof celu;
declare const index$3_celu_: typeof celu_;
declare const index$3_channelShuffle: typeof channelShuffle;
declare const index$3_conv1d: typeof conv1d;
declare const index$3_conv2d: typeof conv2d;
declare const index$3_conv3d: typeof conv3d;
declare const index$3_convTranspose1d: typeof convTranspose1d;
declare const index$3_convTranspose2d: typeof convTranspose2d;
declare const index$3_convTranspose3d: typeof convTranspose3d;
declare const index$3_cosineEmbeddingLoss: typeof cosineEmbeddingLoss;
declare const index$3_cosineSimilarity: typeof cosineSimilarity;
declare const index$3_crossEntropy: typeof crossEntropy;
declare const index$3_ctcLoss: typeof ctcLoss;
declare const index$3_dropout: typeof dropout;
declare const index$3_dropout1d: typeof dropout1d;
declare const index$3_dropout2d: typeof dropout2d;
declare const index$3_dropout3d: typeof dropout3d;
declare const index$3_elu: typeof elu;
declare const index$3_elu_: typeof elu_;
declare const index$3_embedding: typeof embedding;
declare const index$3_embeddingBag: typeof embeddingBag;
declare const index$3_featureAlphaDropout: typeof featureAlphaDropout;
declare const index$3_fold: typeof fold;
declare const index$3_fractionalMaxPool2d: typeof fractionalMaxPool2d;
declare const index$3_fractionalMaxPool2dWithIndices: typeof fractionalMaxPool2dWithIndices;
declare const index$3_fractionalMaxPool3d: typeof fractionalMaxPool3d;
declare const index$3_fractionalMaxPool3dWithIndices: typeof fractionalMaxPool3dWithIndices;
declare const index$3_gaussianNllLoss: typeof gaussianNllLoss;
declare const index$3_gelu: typeof gelu;
declare const index$3_glu: typeof glu;
declare const index$3_gridSample: typeof gridSample;
declare const index$3_groupNorm: typeof groupNorm;
declare const index$3_gumbelSoftmax: typeof gumbelSoftmax;
declare const index$3_hardshrink: typeof hardshrink;
declare const index$3_hardsigmoid: typeof hardsigmoid;
declare const index$3_hardswish: typeof hardswish;
declare const index$3_hardtanh: typeof hardtanh;
declare const index$3_hardtanh_: typeof hardtanh_;
declare const index$3_hingeEmbeddingLoss: typeof hingeEmbeddingLoss;
declare const index$3_huberLoss: typeof huberLoss;
declare const index$3_instanceNorm: typeof instanceNorm;
declare const index$3_interpolate: typeof interpolate;
declare const index$3_klDiv: typeof klDiv;
declare const index$3_l1Loss: typeof l1Loss;
declare const index$3_layerNorm: typeof layerNorm;
declare const index$3_leakyRelu: typeof leakyRelu;
declare const index$3_leakyRelu_: typeof leakyRelu_;
declare const index$3_linear: typeof linear;
declare const index$3_linearCrossEntropy: typeof linearCrossEntropy;
declare const index$3_localResponseNorm: typeof localResponseNorm;
declare const index$3_logSoftmax: typeof logSoftmax;
declare const index$3_logsigmoid: typeof logsigmoid;
declare const index$3_lpPool1d: typeof lpPool1d;
declare const index$3_lpPool2d: typeof lpPool2d;
declare const index$3_lpPool3d: typeof lpPool3d;
declare const index$3_marginRankingLoss: typeof marginRankingLoss;
declare const index$3_maxPool1d: typeof maxPool1d;
declare const index$3_maxPool1dWithIndices: typeof maxPool1dWithIndices;
declare const index$3_maxPool2d: typeof maxPool2d;
declare const index$3_maxPool2dWithIndices: typeof maxPool2dWithIndices;
declare const index$3_maxPool3d: typeof maxPool3d;
declare const index$3_maxPool3dWithIndices: typeof maxPool3dWithIndices;
declare const index$3_maxUnpool1d: typeof maxUnpool1d;
declare const index$3_maxUnpool2d: typeof maxUnpool2d;
declare const index$3_maxUnpool3d: typeof maxUnpool3d;
declare const index$3_mish: typeof mish;
declare const index$3_mseLoss: typeof mseLoss;
declare const index$3_multiHeadAttentionForward: typeof multiHeadAttentionForward;
declare const index$3_multiMarginLoss: typeof multiMarginLoss;
declare const index$3_multilabelMarginLoss: typeof multilabelMarginLoss;
declare const index$3_multilabelSoftMarginLoss: typeof multilabelSoftMarginLoss;
declare const index$3_nllLoss: typeof nllLoss;
declare const index$3_normalize: typeof normalize;
declare const index$3_oneHot: typeof oneHot;
declare const index$3_pad: typeof pad;
declare const index$3_pairwiseDistance: typeof pairwiseDistance;
declare const index$3_pdist: typeof pdist;
declare const index$3_pixelShuffle: typeof pixelShuffle;
declare const index$3_pixelUnshuffle: typeof pixelUnshuffle;
declare const index$3_poissonNllLoss: typeof poissonNllLoss;
declare const index$3_prelu: typeof prelu;
declare const index$3_relu: typeof relu;
declare const index$3_relu6: typeof relu6;
declare const index$3_relu_: typeof relu_;
declare const index$3_rmsNorm: typeof rmsNorm;
declare const index$3_rrelu: typeof rrelu;
declare const index$3_rrelu_: typeof rrelu_;
declare const index$3_scaledDotProductAttention: typeof scaledDotProductAttention;
declare const index$3_selu: typeof selu;
declare const index$3_selu_: typeof selu_;
declare const index$3_sigmoid: typeof sigmoid;
declare const index$3_silu: typeof silu;
declare const index$3_smoothL1Loss: typeof smoothL1Loss;
declare const index$3_softMarginLoss: typeof softMarginLoss;
declare const index$3_softmax: typeof softmax;
declare const index$3_softmin: typeof softmin;
declare const index$3_softplus: typeof softplus;
declare const index$3_softshrink: typeof softshrink;
declare const index$3_softsign: typeof softsign;
declare const index$3_tanh: typeof tanh;
declare const index$3_tanhshrink: typeof tanhshrink;
declare const index$3_threshold: typeof threshold;
declare const index$3_threshold_: typeof threshold_;
declare const index$3_tripletMarginLoss: typeof tripletMarginLoss;
declare const index$3_tripletMarginWithDistanceLoss: typeof tripletMarginWithDistanceLoss;
declare const index$3_unfold: typeof unfold;
declare const index$3_upsample: typeof upsample;
declare const index$3_upsampleBilinear: typeof upsampleBilinear;
declare const index$3_upsampleNearest: typeof upsampleNearest;
declare namespace index$3 {
    export { index$3_AttentionOptions as AttentionOptions, type index$3_FractionalMaxPoolOptions as FractionalMaxPoolOptions, index$3_FunctionalConv1dOptions as FunctionalConv1dOptions, index$3_FunctionalConv2dOptions as FunctionalConv2dOptions, index$3_FunctionalConv3dOptions as FunctionalConv3dOptions, type index$3_GumbelSoftmaxOptions as GumbelSoftmaxOptions, type index$3_LinearCrossEntropyOptions as LinearCrossEntropyOptions, type index$3_MultiHeadAttentionOptions as MultiHeadAttentionOptions, index$3_Padding as Padding, index$3_PaddingOf as PaddingOf, index$3_Three as Three, index$3_adaptiveAvgPool1d as adaptiveAvgPool1d, index$3_adaptiveAvgPool2d as adaptiveAvgPool2d, index$3_adaptiveAvgPool3d as adaptiveAvgPool3d, index$3_adaptiveMaxPool1d as adaptiveMaxPool1d, index$3_adaptiveMaxPool1dWithIndices as adaptiveMaxPool1dWithIndices, index$3_adaptiveMaxPool2d as adaptiveMaxPool2d, index$3_adaptiveMaxPool2dWithIndices as adaptiveMaxPool2dWithIndices, index$3_adaptiveMaxPool3d as adaptiveMaxPool3d, index$3_adaptiveMaxPool3dWithIndices as adaptiveMaxPool3dWithIndices, index$3_affineGrid as affineGrid, index$3_alphaDropout as alphaDropout, index$3_avgPool1d as avgPool1d, index$3_avgPool2d as avgPool2d, index$3_avgPool3d as avgPool3d, index$3_batchNorm as batchNorm, index$3_bilinear as bilinear, index$3_binaryCrossEntropy as binaryCrossEntropy, index$3_binaryCrossEntropyWithLogits as binaryCrossEntropyWithLogits, index$3_celu as celu, index$3_celu_ as celu_, index$3_channelShuffle as channelShuffle, index$3_conv1d as conv1d, index$3_conv2d as conv2d, index$3_conv3d as conv3d, index$3_convTranspose1d as convTranspose1d, index$3_convTranspose2d as convTranspose2d, index$3_convTranspose3d as convTranspose3d, index$3_cosineEmbeddingLoss as cosineEmbeddingLoss, index$3_cosineSimilarity as cosineSimilarity, index$3_crossEntropy as crossEntropy, index$3_ctcLoss as ctcLoss, index$3_dropout as dropout, index$3_dropout1d as dropout1d, index$3_dropout2d as dropout2d, index$3_dropout3d as dropout3d, index$3_elu as elu, index$3_elu_ as elu_, index$3_embedding as embedding, index$3_embeddingBag as embeddingBag, index$3_featureAlphaDropout as featureAlphaDropout, index$3_fold as fold, index$3_fractionalMaxPool2d as fractionalMaxPool2d, index$3_fractionalMaxPool2dWithIndices as fractionalMaxPool2dWithIndices, index$3_fractionalMaxPool3d as fractionalMaxPool3d, index$3_fractionalMaxPool3dWithIndices as fractionalMaxPool3dWithIndices, index$3_gaussianNllLoss as gaussianNllLoss, index$3_gelu as gelu, index$3_glu as glu, index$3_gridSample as gridSample, index$3_groupNorm as groupNorm, index$3_gumbelSoftmax as gumbelSoftmax, index$3_hardshrink as hardshrink, index$3_hardsigmoid as hardsigmoid, index$3_hardswish as hardswish, index$3_hardtanh as hardtanh, index$3_hardtanh_ as hardtanh_, index$3_hingeEmbeddingLoss as hingeEmbeddingLoss, index$3_huberLoss as huberLoss, index$3_instanceNorm as instanceNorm, index$3_interpolate as interpolate, index$3_klDiv as klDiv, index$3_l1Loss as l1Loss, index$3_layerNorm as layerNorm, index$3_leakyRelu as leakyRelu, index$3_leakyRelu_ as leakyRelu_, index$3_linear as linear, index$3_linearCrossEntropy as linearCrossEntropy, index$3_localResponseNorm as localResponseNorm, index$3_logSoftmax as logSoftmax, index$3_logsigmoid as logsigmoid, index$3_lpPool1d as lpPool1d, index$3_lpPool2d as lpPool2d, index$3_lpPool3d as lpPool3d, index$3_marginRankingLoss as marginRankingLoss, index$3_maxPool1d as maxPool1d, index$3_maxPool1dWithIndices as maxPool1dWithIndices, index$3_maxPool2d as maxPool2d, index$3_maxPool2dWithIndices as maxPool2dWithIndices, index$3_maxPool3d as maxPool3d, index$3_maxPool3dWithIndices as maxPool3dWithIndices, index$3_maxUnpool1d as maxUnpool1d, index$3_maxUnpool2d as maxUnpool2d, index$3_maxUnpool3d as maxUnpool3d, index$3_mish as mish, index$3_mseLoss as mseLoss, index$3_multiHeadAttentionForward as multiHeadAttentionForward, index$3_multiMarginLoss as multiMarginLoss, index$3_multilabelMarginLoss as multilabelMarginLoss, index$3_multilabelSoftMarginLoss as multilabelSoftMarginLoss, index$3_nllLoss as nllLoss, index$3_normalize as normalize, index$3_oneHot as oneHot, index$3_pad as pad, index$3_pairwiseDistance as pairwiseDistance, index$3_pdist as pdist, index$3_pixelShuffle as pixelShuffle, index$3_pixelUnshuffle as pixelUnshuffle, index$3_poissonNllLoss as poissonNllLoss, index$3_prelu as prelu, index$3_relu as relu, index$3_relu6 as relu6, index$3_relu_ as relu_, index$3_rmsNorm as rmsNorm, index$3_rrelu as rrelu, index$3_rrelu_ as rrelu_, index$3_scaledDotProductAttention as scaledDotProductAttention, index$3_selu as selu, index$3_selu_ as selu_, index$3_sigmoid as sigmoid, index$3_silu as silu, index$3_smoothL1Loss as smoothL1Loss, index$3_softMarginLoss as softMarginLoss, index$3_softmax as softmax, index$3_softmin as softmin, index$3_softplus as softplus, index$3_softshrink as softshrink, index$3_softsign as softsign, index$3_tanh as tanh, index$3_tanhshrink as tanhshrink, index$3_threshold as threshold, index$3_threshold_ as threshold_, index$3_tripletMarginLoss as tripletMarginLoss, index$3_tripletMarginWithDistanceLoss as tripletMarginWithDistanceLoss, index$3_unfold as unfold, index$3_upsample as upsample, index$3_upsampleBilinear as upsampleBilinear, index$3_upsampleNearest as upsampleNearest };
}
interface FunctionalCallOptions {
    readonly tieWeights?: boolean;
    readonly strict?: boolean;
}
type Tensors = Readonly<Record<string, Tensor>>;
declare function functionalCall<Called extends Module>(module: Called, parametersAndBuffers: Tensors | readonly Tensors[], inputs: Readonly<Parameters<Called["forward"]>> | Parameters<Called["forward"]>[0], options?: FunctionalCallOptions): ReturnType<Called["forward"]>;
type Nonlinearity = "linear" | "conv1d" | "conv2d" | "conv3d" | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "selu";
declare function calculateGain(nonlinearity: Nonlinearity, param?: number): number;
declare function calculateFanInAndFanOut(tensor: Tensor): {
    readonly fanIn: number;
    readonly fanOut: number;
};
interface InitOptions {
    readonly generator?: Generator$1;
}
interface UniformOptions extends InitOptions {
    readonly a?: number;
    readonly b?: number;
}
declare function uniform_(tensor: Tensor, ...rest: Positional<UniformOptions, [
    "a",
    "b"
]>): Tensor;
interface NormalOptions extends InitOptions {
    readonly mean?: number;
    readonly std?: number;
}
declare function normal_(tensor: Tensor, ...rest: Positional<NormalOptions, [
    "mean",
    "std"
]>): Tensor;
declare function constant_(tensor: Tensor, value: number): Tensor;
declare function zeros_(tensor: Tensor): Tensor;
declare function ones_(tensor: Tensor): Tensor;
declare function eye_(tensor: Tensor): Tensor;
interface DiracOptions {
    readonly groups?: number;
}
declare function dirac_(tensor: Tensor, ...rest: Positional<DiracOptions, [
    "groups"
]>): Tensor;
interface SparseOptions extends InitOptions {
    readonly std?: number;
}
declare function sparse_(tensor: Tensor, sparsity: number, ...rest: Positional<SparseOptions, [
    "std"
]>): Tensor;
type FanMode = "fan_in" | "fan_out";
interface KaimingOptions extends InitOptions {
    readonly a?: number;
    readonly mode?: FanMode;
    readonly nonlinearity?: Nonlinearity;
}
declare function kaimingUniform_(tensor: Tensor, ...rest: Positional<KaimingOptions, [
    "a",
    "mode",
    "nonlinearity"
]>): Tensor;
declare function kaimingNormal_(tensor: Tensor, ...rest: Positional<KaimingOptions, [
    "a",
    "mode",
    "nonlinearity"
]>): Tensor;
interface XavierOptions extends InitOptions {
    readonly gain?: number;
}
declare function xavierUniform_(tensor: Tensor, ...rest: Positional<XavierOptions, [
    "gain"
]>): Tensor;
declare function xavierNormal_(tensor: Tensor, ...rest: Positional<XavierOptions, [
    "gain"
]>): Tensor;
declare function orthogonal_(tensor: Tensor, ...rest: Positional<XavierOptions, [
    "gain"
]>): Tensor;
interface TruncNormalOptions extends NormalOptions {
    readonly a?: number;
    readonly b?: number;
}
declare function truncNormal_(tensor: Tensor, ...rest: Positional<TruncNormalOptions, [
    "mean",
    "std",
    "a",
    "b"
]>): Tensor;
type index$2_DiracOptions = DiracOptions;
type index$2_FanMode = FanMode;
type index$2_InitOptions = InitOptions;
type index$2_KaimingOptions = KaimingOptions;
type index$2_Nonlinearity = Nonlinearity;
type index$2_NormalOptions = NormalOptions;
type index$2_SparseOptions = SparseOptions;
type index$2_TruncNormalOptions = TruncNormalOptions;
type index$2_UniformOptions = UniformOptions;
type index$2_XavierOptions = XavierOptions;
declare const index$2_calculateFanInAndFanOut: typeof calculateFanInAndFanOut;
declare const index$2_calculateGain: typeof calculateGain;
declare const index$2_constant_: typeof constant_;
declare const index$2_dirac_: typeof dirac_;
declare const index$2_eye_: typeof eye_;
declare const index$2_kaimingNormal_: typeof kaimingNormal_;
declare const index$2_kaimingUniform_: typeof kaimingUniform_;
declare const index$2_normal_: typeof normal_;
declare const index$2_ones_: typeof ones_;
declare const index$2_orthogonal_: typeof orthogonal_;
declare const index$2_sparse_: typeof sparse_;
declare const index$2_truncNormal_: typeof truncNormal_;
declare const index$2_uniform_: typeof uniform_;
declare const index$2_xavierNormal_: typeof xavierNormal_;
declare const index$2_xavierUniform_: typeof xavierUniform_;
declare const index$2_zeros_: typeof zeros_;
declare namespace index$2 {
    export { type index$2_DiracOptions as DiracOptions, type index$2_FanMode as FanMode, type index$2_InitOptions as InitOptions, type index$2_KaimingOptions as KaimingOptions, type index$2_Nonlinearity as Nonlinearity, type index$2_NormalOptions as NormalOptions, type index$2_SparseOptions as SparseOptions, type index$2_TruncNormalOptions as TruncNormalOptions, type index$2_UniformOptions as UniformOptions, type index$2_XavierOptions as XavierOptions, index$2_calculateFanInAndFanOut as calculateFanInAndFanOut, index$2_calculateGain as calculateGain, index$2_constant_ as constant_, index$2_dirac_ as dirac_, index$2_eye_ as eye_, index$2_kaimingNormal_ as kaimingNormal_, index$2_kaimingUniform_ as kaimingUniform_, index$2_normal_ as normal_, index$2_ones_ as ones_, index$2_orthogonal_ as orthogonal_, index$2_sparse_ as sparse_, index$2_truncNormal_ as truncNormal_, index$2_uniform_ as uniform_, index$2_xavierNormal_ as xavierNormal_, index$2_xavierUniform_ as xavierUniform_, index$2_zeros_ as zeros_ };
}
declare class Tanh extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class Sigmoid extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class LogSigmoid extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class Softsign extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare class Softplus extends Activation {
    static readonly name: string;
    beta: number;
    threshold: number;
    constructor(...rest: Positional<SoftplusOptions, [
        "beta",
        "threshold"
    ]>);
    forward(input: Tensor): Tensor;
}
type ELUOptions = SettingsOf<{
    alpha: number;
    inplace: boolean;
}>;
declare class ELU extends Activation {
    static readonly name: string;
    alpha: number;
    inplace: boolean;
    constructor(...rest: Positional<ELUOptions, [
        "alpha",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class CELU extends Activation {
    static readonly name: string;
    alpha: number;
    inplace: boolean;
    constructor(...rest: Positional<ELUOptions, [
        "alpha",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class SELU extends Activation {
    static readonly name: string;
    inplace: boolean;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Hardtanh extends Activation {
    static readonly name: string;
    minVal: number;
    maxVal: number;
    inplace: boolean;
    constructor(...rest: Positional<HardtanhOptions, [
        "minVal",
        "maxVal",
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare abstract class Unsaid extends Activation {
    inplace: boolean;
    extraRepr(): string;
}
declare class Hardsigmoid extends Unsaid {
    static readonly name: string;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Hardswish extends Unsaid {
    static readonly name: string;
    constructor(...rest: Positional<InPlaceSettings, [
        "inplace"
    ]>);
    forward(input: Tensor): Tensor;
}
declare abstract class Shrinking extends Activation {
    lambd: number;
    extraRepr(): string;
}
declare class Hardshrink extends Shrinking {
    static readonly name: string;
    constructor(...rest: Positional<ShrinkOptions, [
        "lambd"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Softshrink extends Shrinking {
    static readonly name: string;
    constructor(...rest: Positional<ShrinkOptions, [
        "lambd"
    ]>);
    forward(input: Tensor): Tensor;
}
declare class Tanhshrink extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
declare abstract class AlongDim extends Module {
    dim: number | null;
    constructor(owner: string, dim: number | {
        readonly dim?: number | null;
    } | null);
    extraRepr(): string;
}
declare class LogSoftmax extends AlongDim {
    static readonly name: string;
    constructor(dim?: number | {
        readonly dim?: number | null;
    } | null);
    forward(input: Tensor): Tensor;
}
declare class Softmax extends AlongDim {
    static readonly name: string;
    constructor(dim?: number | {
        readonly dim?: number | null;
    } | null);
    forward(input: Tensor): Tensor;
}
declare class Softmin extends AlongDim {
    static readonly name: string;
    constructor(dim?: number | {
        readonly dim?: number | null;
    } | null);
    forward(input: Tensor): Tensor;
}
declare class Softmax2d extends Module {
    static readonly name: string;
    forward(input: Tensor): Tensor;
}
interface MultiheadAttentionOptions {
    readonly dropout?: number;
    readonly bias?: boolean;
    readonly addBiasKv?: boolean;
    readonly addZeroAttn?: boolean;
    readonly kdim?: number | null;
    readonly vdim?: number | null;
    readonly batchFirst?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
declare const places$3: readonly [
    "dropout",
    "bias",
    "addBiasKv",
    "addZeroAttn",
    "kdim",
    "vdim",
    "batchFirst"
];
interface MultiheadAttentionCallOptions {
    readonly keyPaddingMask?: Tensor | null;
    readonly needWeights?: boolean;
    readonly attnMask?: Tensor | null;
    readonly averageAttnWeights?: boolean;
    readonly isCausal?: boolean;
}
declare const callPlaces$1: readonly [
    "keyPaddingMask",
    "needWeights",
    "attnMask",
    "averageAttnWeights",
    "isCausal"
];
declare class MultiheadAttention extends Module {
    static readonly name: string;
    readonly embedDim: number;
    readonly numHeads: number;
    readonly kdim: number;
    readonly vdim: number;
    readonly headDim: number;
    dropout: number;
    readonly batchFirst: boolean;
    readonly addZeroAttn: boolean;
    inProjWeight: Parameter | null;
    qProjWeight: Parameter | null;
    kProjWeight: Parameter | null;
    vProjWeight: Parameter | null;
    inProjBias: Parameter | null;
    biasK: Parameter | null;
    biasV: Parameter | null;
    outProj: Linear;
    constructor(embedDim: number, numHeads: number, ...rest: Positional<MultiheadAttentionOptions, typeof places$3>);
    forward(query: Tensor, key: Tensor, value: Tensor, ...rest: Positional<MultiheadAttentionCallOptions, typeof callPlaces$1>): [
        output: Tensor,
        weights: Tensor | null
    ];
    multiplyAccumulates([query, key]: readonly unknown[], _output: unknown): number;
}
type TransformerActivation = "relu" | "gelu" | ((x: Tensor) => Tensor);
interface TransformerLayerOptions {
    readonly dimFeedforward?: number;
    readonly dropout?: number;
    readonly activation?: TransformerActivation;
    readonly layerNormEps?: number;
    readonly batchFirst?: boolean;
    readonly normFirst?: boolean;
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
declare const places$2: readonly [
    "dimFeedforward",
    "dropout",
    "activation",
    "layerNormEps",
    "batchFirst",
    "normFirst",
    "bias"
];
interface EncoderLayerCallOptions {
    readonly srcMask?: Tensor | null;
    readonly srcKeyPaddingMask?: Tensor | null;
    readonly isCausal?: boolean | null;
}
interface DecoderCallOptions {
    readonly tgtMask?: Tensor | null;
    readonly memoryMask?: Tensor | null;
    readonly tgtKeyPaddingMask?: Tensor | null;
    readonly memoryKeyPaddingMask?: Tensor | null;
    readonly tgtIsCausal?: boolean | null;
    readonly memoryIsCausal?: boolean;
}
declare const encoderPlaces: readonly [
    "srcMask",
    "srcKeyPaddingMask",
    "isCausal"
];
declare const decoderPlaces: readonly [
    "tgtMask",
    "memoryMask",
    "tgtKeyPaddingMask",
    "memoryKeyPaddingMask",
    "tgtIsCausal",
    "memoryIsCausal"
];
interface Attending {
    readonly attnMask: Tensor | null | undefined;
    readonly keyPaddingMask: Tensor | null | undefined;
    readonly isCausal: boolean | null | undefined;
}
declare abstract class TransformerLayer extends Module {
    selfAttn: MultiheadAttention;
    linear1: Linear;
    linear2: Linear;
    dropout: Dropout;
    dropout1: Dropout;
    dropout2: Dropout;
    norm1: LayerNorm;
    norm2: LayerNorm;
    activation: (x: Tensor) => Tensor;
    readonly normFirst: boolean;
    protected constructor(owner: string, attentions: readonly string[], given: readonly unknown[]);
    protected attend(attention: MultiheadAttention, x: Tensor, memory: Tensor, options: Attending): Tensor;
    protected feedForward(x: Tensor): Tensor;
    protected around(x: Tensor, norm: LayerNorm, dropout: Dropout, inner: (x: Tensor) => Tensor): Tensor;
}
declare class TransformerEncoderLayer extends TransformerLayer {
    static readonly name: string;
    constructor(dModel: number, nhead: number, ...rest: Positional<TransformerLayerOptions, typeof places$2>);
    forward(src: Tensor, ...rest: Positional<EncoderLayerCallOptions, typeof encoderPlaces>): Tensor;
}
declare class TransformerDecoderLayer extends TransformerLayer {
    static readonly name: string;
    multiheadAttn: MultiheadAttention;
    norm3: LayerNorm;
    dropout3: Dropout;
    constructor(dModel: number, nhead: number, ...rest: Positional<TransformerLayerOptions, typeof places$2>);
    forward(tgt: Tensor, memory: Tensor, ...rest: Positional<DecoderCallOptions, typeof decoderPlaces>): Tensor;
}
type Layers = Module | readonly Module[];
declare abstract class Stack extends Module {
    layers: ModuleList<Module>;
    readonly numLayers: number;
    norm: Module | null;
    protected constructor(owner: string, layer: Layers, numLayers: number, norm: Module | null);
    protected through(x: Tensor, options: object, ...more: readonly Tensor[]): Tensor;
}
interface TransformerEncoderOptions {
    readonly norm?: Module | null;
    readonly enableNestedTensor?: boolean;
    readonly maskCheck?: boolean;
}
interface TransformerEncoderCallOptions {
    readonly mask?: Tensor | null;
    readonly srcKeyPaddingMask?: Tensor | null;
    readonly isCausal?: boolean | null;
}
declare const encoderOptions: readonly [
    "norm",
    "enableNestedTensor",
    "maskCheck"
];
declare const encoderCalls: readonly [
    "mask",
    "srcKeyPaddingMask",
    "isCausal"
];
declare class TransformerEncoder extends Stack {
    static readonly name: string;
    constructor(encoderLayer: Layers, numLayers: number, ...rest: Positional<TransformerEncoderOptions, typeof encoderOptions>);
    forward(src: Tensor, ...rest: Positional<TransformerEncoderCallOptions, typeof encoderCalls>): Tensor;
}
interface TransformerDecoderOptions {
    readonly norm?: Module | null;
}
declare class TransformerDecoder extends Stack {
    static readonly name: string;
    constructor(decoderLayer: Layers, numLayers: number, ...rest: Positional<TransformerDecoderOptions, [
        "norm"
    ]>);
    forward(tgt: Tensor, memory: Tensor, ...rest: Positional<DecoderCallOptions, typeof decoderPlaces>): Tensor;
}
interface TransformerOptions extends TransformerLayerOptions {
    readonly dModel?: number;
    readonly nhead?: number;
    readonly numEncoderLayers?: number;
    readonly numDecoderLayers?: number;
    readonly customEncoder?: Module | null;
    readonly customDecoder?: Module | null;
}
declare const places$1: readonly [
    "dModel",
    "nhead",
    "numEncoderLayers",
    "numDecoderLayers",
    "dimFeedforward",
    "dropout",
    "activation",
    "customEncoder",
    "customDecoder",
    "layerNormEps",
    "batchFirst",
    "normFirst",
    "bias"
];
interface TransformerCallOptions extends DecoderCallOptions {
    readonly srcMask?: Tensor | null;
    readonly srcKeyPaddingMask?: Tensor | null;
    readonly srcIsCausal?: boolean | null;
}
declare const callPlaces: readonly [
    "srcMask",
    "tgtMask",
    "memoryMask",
    "srcKeyPaddingMask",
    "tgtKeyPaddingMask",
    "memoryKeyPaddingMask",
    "srcIsCausal",
    "tgtIsCausal",
    "memoryIsCausal"
];
declare class Transformer extends Module {
    static readonly name: string;
    encoder: Module;
    decoder: Module;
    readonly dModel: number;
    readonly nhead: number;
    readonly batchFirst: boolean;
    constructor(...rest: Positional<TransformerOptions, typeof places$1>);
    forward(src: Tensor, tgt: Tensor, ...rest: Positional<TransformerCallOptions, typeof callPlaces>): Tensor;
    static generateSquareSubsequentMask(size: number, options?: {
        readonly dtype?: DType;
        readonly device?: DeviceName;
    }): Tensor;
}
declare class DataParallel<Wrapped extends Module = Module> extends Module {
    static readonly name: string;
    readonly module: Wrapped;
    constructor(module: Wrapped);
    forward(...inputs: Parameters<Wrapped["forward"]>): ReturnType<Wrapped["forward"]>;
}
declare class CosineSimilarity extends Module {
    static readonly name: string;
    readonly dim: number;
    readonly eps: number;
    constructor(...rest: Positional<CosineSimilarityOptions, [
        "dim",
        "eps"
    ]>);
    forward(x1: Tensor, x2: Tensor): Tensor;
}
declare class PairwiseDistance extends Module {
    static readonly name: string;
    readonly norm: number;
    readonly eps: number;
    readonly keepdim: boolean;
    constructor(...rest: Positional<PairwiseDistanceOptions, [
        "p",
        "eps",
        "keepdim"
    ]>);
    forward(x1: Tensor, x2: Tensor): Tensor;
}
interface FlattenOptions {
    readonly startDim?: number;
    readonly endDim?: number;
}
declare class Flatten extends Module {
    static readonly name: string;
    readonly startDim: number;
    readonly endDim: number;
    constructor(...rest: Positional<FlattenOptions, [
        "startDim",
        "endDim"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Unflatten extends Module {
    static readonly name: string;
    readonly dim: number;
    readonly unflattenedSize: Shape;
    constructor(dim: number, unflattenedSize: Shape);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class Identity extends Module {
    static readonly name: string;
    constructor(..._unused: readonly unknown[]);
    forward<Input>(input: Input): Input;
}
declare class ModuleDict<Members extends Readonly<Record<string, Module>> = Readonly<Record<string, any>>> extends Module {
    static readonly name: string;
    constructor(modules?: Members | Iterable<readonly [
        string,
        Module
    ]>);
    get length(): number;
    [Symbol.iterator](): Generator<string>;
    keys(): Generator<string>;
    values(): Generator<Module>;
    items(): Generator<[
        name: string,
        module: Module
    ]>;
    has(name: string): boolean;
    get<Name extends keyof Members & string>(name: Name): Members[Name];
    set(name: string, module: Module): this;
    update(modules: Readonly<Record<string, Module>> | Iterable<readonly [
        string,
        Module
    ]>): this;
    pop<Name extends keyof Members & string>(name: Name): Members[Name];
    clear(): void;
    forward(..._inputs: any[]): never;
}
declare class ParameterList extends Module {
    static readonly name: string;
    [index: number]: Parameter;
    constructor(values?: Iterable<Tensor>);
    get length(): number;
    [Symbol.iterator](): Generator<Parameter>;
    at(index: number): Parameter;
    append(value: Tensor): this;
    extend(values: Iterable<Tensor>): this;
    forward(): never;
    extraRepr(): string;
}
declare class ParameterDict extends Module {
    static readonly name: string;
    constructor(values?: Readonly<Record<string, Tensor>> | Iterable<readonly [
        string,
        Tensor
    ]>);
    get length(): number;
    [Symbol.iterator](): Generator<string>;
    keys(): Generator<string>;
    values(): Generator<Parameter>;
    items(): Generator<[
        name: string,
        parameter: Parameter
    ]>;
    has(name: string): boolean;
    get(name: string): Parameter;
    set(name: string, value: Tensor): this;
    update(values: Readonly<Record<string, Tensor>> | Iterable<readonly [
        string,
        Tensor
    ]>): this;
    pop(name: string): Parameter;
    forward(): never;
    extraRepr(): string;
}
type Places$3 = [
    "dilation",
    "padding",
    "stride"
];
declare abstract class Windows extends Module {
    readonly kernelSize: number | Pair;
    readonly dilation: number | Pair;
    readonly padding: number | Pair;
    readonly stride: number | Pair;
    constructor(owner: string, kernelSize: number | Pair, rest: Positional<ColumnOptions, Places$3>);
    extraRepr(): string;
}
declare class Unfold extends Windows {
    static readonly name: string;
    constructor(kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places$3>);
    forward(input: Tensor): Tensor;
}
declare class Fold extends Windows {
    static readonly name: string;
    readonly outputSize: number | Pair;
    constructor(outputSize: number | Pair, kernelSize: number | Pair, ...rest: Positional<ColumnOptions, Places$3>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
type LazyOptions<Options> = Omit<Options, "generator">;
interface Shared extends ParameterizedOptions {
    readonly groups?: number;
    readonly paddingMode?: "zeros";
}
interface ConvTranspose1dLayerOptions extends Shared {
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: number | readonly [
        number
    ];
    readonly outputPadding?: number | readonly [
        number
    ];
    readonly dilation?: number | readonly [
        number
    ];
}
interface ConvTranspose2dLayerOptions extends Shared {
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly outputPadding?: number | Pair;
    readonly dilation?: number | Pair;
}
interface ConvTranspose3dLayerOptions extends Shared {
    readonly stride?: number | Three;
    readonly padding?: number | Three;
    readonly outputPadding?: number | Three;
    readonly dilation?: number | Three;
}
type Places$2 = [
    "stride",
    "padding",
    "outputPadding",
    "groups",
    "bias",
    "dilation",
    "paddingMode"
];
interface TransposedCallOptions {
    readonly outputSize?: readonly number[];
}
type Call = Positional<TransposedCallOptions, [
    "outputSize"
]>;
declare class ConvTranspose1d extends Convolution<readonly [
    number
]> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | readonly [
        number
    ], ...rest: Positional<ConvTranspose1dLayerOptions, Places$2>);
    forward(input: Tensor, ...call: Call): Tensor;
    multiplyAccumulates(inputs: readonly unknown[]): number;
}
declare class ConvTranspose2d extends Convolution<Pair> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Pair, ...rest: Positional<ConvTranspose2dLayerOptions, Places$2>);
    forward(input: Tensor, ...call: Call): Tensor;
    multiplyAccumulates(inputs: readonly unknown[]): number;
}
declare class ConvTranspose3d extends Convolution<Three> {
    static readonly name: string;
    constructor(inChannels: number, outChannels: number, kernelSize: number | Three, ...rest: Positional<ConvTranspose3dLayerOptions, Places$2>);
    forward(input: Tensor, ...call: Call): Tensor;
    multiplyAccumulates(inputs: readonly unknown[]): number;
}
type Places$1 = [
    "stride",
    "padding",
    "dilation",
    "groups",
    "bias",
    "paddingMode"
];
type TransposedPlaces = [
    "stride",
    "padding",
    "outputPadding",
    "groups",
    "bias",
    "dilation",
    "paddingMode"
];
declare class LazyConv1d extends Conv1d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | readonly [
        number
    ], ...rest: Positional<LazyOptions<Conv1dLayerOptions>, Places$1>);
    forward(input: Tensor): Tensor;
}
declare class LazyConv2d extends Conv2d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Pair, ...rest: Positional<LazyOptions<Conv2dLayerOptions>, Places$1>);
    forward(input: Tensor): Tensor;
}
declare class LazyConv3d extends Conv3d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Three, ...rest: Positional<LazyOptions<Conv3dLayerOptions>, Places$1>);
    forward(input: Tensor): Tensor;
}
declare class LazyConvTranspose1d extends ConvTranspose1d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | readonly [
        number
    ], ...rest: Positional<LazyOptions<ConvTranspose1dLayerOptions>, TransposedPlaces>);
    forward(input: Tensor, ...call: Positional<TransposedCallOptions, [
        "outputSize"
    ]>): Tensor;
}
declare class LazyConvTranspose2d extends ConvTranspose2d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Pair, ...rest: Positional<LazyOptions<ConvTranspose2dLayerOptions>, TransposedPlaces>);
    forward(input: Tensor, ...call: Positional<TransposedCallOptions, [
        "outputSize"
    ]>): Tensor;
}
declare class LazyConvTranspose3d extends ConvTranspose3d {
    static readonly name: string;
    constructor(outChannels: number, kernelSize: number | Three, ...rest: Positional<LazyOptions<ConvTranspose3dLayerOptions>, TransposedPlaces>);
    forward(input: Tensor, ...call: Positional<TransposedCallOptions, [
        "outputSize"
    ]>): Tensor;
}
declare class Bilinear extends Module {
    static readonly name: string;
    readonly in1Features: number;
    readonly in2Features: number;
    readonly outFeatures: number;
    weight: Parameter;
    bias: Parameter | null;
    constructor(in1Features: number, in2Features: number, outFeatures: number, ...rest: Positional<ParameterizedOptions, [
        "bias"
    ]>);
    forward(input1: Tensor, input2: Tensor): Tensor;
    multiplyAccumulates(_inputs: readonly unknown[], output: Tensor): number;
    extraRepr(): string;
}
declare class LazyLinear extends Linear {
    static readonly name: string;
    constructor(outFeatures: number, ...rest: Positional<LazyOptions<LinearOptions>, [
        "bias"
    ]>);
    forward(input: Tensor): Tensor;
}
interface AdaptiveLogSoftmaxOptions extends Omit<ParameterizedOptions, "bias"> {
    readonly divValue?: number;
    readonly headBias?: boolean;
}
interface AdaptiveLogSoftmaxResult extends Iterable<Tensor> {
    readonly output: Tensor;
    readonly loss: Tensor;
}
declare class AdaptiveLogSoftmaxWithLoss extends Module {
    static readonly name: string;
    readonly inFeatures: number;
    readonly nClasses: number;
    readonly cutoffs: readonly number[];
    readonly divValue: number;
    readonly headBias: boolean;
    readonly shortlistSize: number;
    readonly nClusters: number;
    readonly headSize: number;
    head: Linear;
    tail: ModuleList<Sequential<[
        Linear,
        Linear
    ]>>;
    constructor(inFeatures: number, nClasses: number, cutoffs: readonly number[], ...rest: Positional<AdaptiveLogSoftmaxOptions, [
        "divValue",
        "headBias"
    ]>);
    forward(input: Tensor, target: Tensor): AdaptiveLogSoftmaxResult;
    logProb(input: Tensor): Tensor;
    predict(input: Tensor): Tensor;
    private checkTargets;
}
declare abstract class Loss<Option extends string = Reduction> extends Module {
    readonly reduction: Option;
    constructor(reduction: Option | undefined);
}
declare abstract class WeightedLoss extends Loss {
    weight: Tensor | null;
    constructor(options: LossOptions & {
        readonly weight?: Tensor | null;
    });
}
declare class CrossEntropyLoss extends WeightedLoss {
    static readonly name: string;
    readonly ignoreIndex: number;
    readonly labelSmoothing: number;
    constructor(...rest: Positional<CrossEntropyOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class CTCLoss extends Loss {
    static readonly name: string;
    readonly blank: number;
    readonly zeroInfinity: boolean;
    constructor(...rest: Positional<CtcLossOptions, [
        "blank",
        "reduction",
        "zeroInfinity"
    ]>);
    forward(logProbs: Tensor, targets: Tensor, inputLengths: Tensor | readonly number[] | number, targetLengths: Tensor | readonly number[] | number): Tensor;
}
declare class MSELoss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class L1Loss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class SmoothL1Loss extends Loss {
    static readonly name: string;
    readonly beta: number;
    constructor(...rest: Positional<SmoothL1LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class HuberLoss extends Loss {
    static readonly name: string;
    readonly delta: number;
    constructor(...rest: Positional<Omit<HuberLossOptions, "weight">, [
        "reduction",
        "delta"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class CosineEmbeddingLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    constructor(...rest: Positional<MarginLossOptions, [
        "margin"
    ]>);
    forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor;
}
declare class TripletMarginLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    readonly p: number;
    readonly eps: number;
    readonly swap: boolean;
    constructor(...rest: Positional<TripletMarginLossOptions, [
        "margin",
        "p",
        "eps",
        "swap"
    ]>);
    forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor;
}
declare class TripletMarginWithDistanceLoss extends Loss {
    static readonly name: string;
    distanceFunction: (a: Tensor, b: Tensor) => Tensor;
    readonly margin: number;
    readonly swap: boolean;
    constructor(...rest: Positional<TripletMarginWithDistanceLossOptions, [
    ]>);
    forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor;
}
interface LinearCrossEntropyLossOptions extends Omit<ParameterizedOptions, "bias"> {
    readonly outFeatures?: readonly number[];
    readonly bias?: boolean;
    readonly reduction?: Reduction;
    readonly weight?: Tensor | null;
    readonly ignoreIndex?: number | null;
    readonly labelSmoothing?: number;
}
declare class LinearCrossEntropyLoss extends WeightedLoss {
    static readonly name: string;
    readonly numClasses: number;
    readonly outFeatures: readonly number[];
    readonly ignoreIndex: number | null;
    readonly labelSmoothing: number;
    linear: Linear;
    constructor(inFeatures: number, numClasses: number, options?: LinearCrossEntropyLossOptions);
    forward(input: Tensor, target: Tensor): Tensor;
    extraRepr(): string;
}
declare class HingeEmbeddingLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    constructor(...rest: Positional<MarginLossOptions, [
        "margin"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MarginRankingLoss extends Loss {
    static readonly name: string;
    readonly margin: number;
    constructor(...rest: Positional<MarginLossOptions, [
        "margin"
    ]>);
    forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor;
}
declare class SoftMarginLoss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MultiMarginLoss extends WeightedLoss {
    static readonly name: string;
    readonly p: number;
    readonly margin: number;
    constructor(...rest: Positional<MultiMarginLossOptions, [
        "p",
        "margin",
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MultiLabelMarginLoss extends Loss {
    static readonly name: string;
    constructor(...rest: Positional<LossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class MultiLabelSoftMarginLoss extends WeightedLoss {
    static readonly name: string;
    constructor(...rest: Positional<MultilabelSoftMarginLossOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class NLLLoss extends WeightedLoss {
    static readonly name: string;
    readonly ignoreIndex: number;
    constructor(...rest: Positional<NllLossOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class NLLLoss2d extends NLLLoss {
    static readonly name: string;
}
declare class BCELoss extends WeightedLoss {
    static readonly name: string;
    constructor(...rest: Positional<BinaryCrossEntropyOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class BCEWithLogitsLoss extends WeightedLoss {
    static readonly name: string;
    posWeight: Tensor | null;
    constructor(...rest: Positional<BinaryCrossEntropyWithLogitsOptions, [
        "weight"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class KLDivLoss extends Loss<Reduction | "batchmean"> {
    static readonly name: string;
    readonly logTarget: boolean;
    constructor(...rest: Positional<KlDivOptions, [
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class PoissonNLLLoss extends Loss {
    static readonly name: string;
    readonly logInput: boolean;
    readonly full: boolean;
    readonly eps: number;
    constructor(...rest: Positional<PoissonNllLossOptions, [
        "logInput",
        "full"
    ]>);
    forward(input: Tensor, target: Tensor): Tensor;
}
declare class GaussianNLLLoss extends Loss {
    static readonly name: string;
    readonly full: boolean;
    readonly eps: number;
    constructor(...rest: Positional<GaussianNllLossOptions, [
    ]>);
    forward(input: Tensor, target: Tensor, variance: Tensor | number): Tensor;
}
interface CrossMapLRNOptions {
    readonly alpha?: number;
    readonly beta?: number;
    readonly k?: number;
}
declare class CrossMapLRN2d extends Module {
    static readonly name: string;
    readonly size: number;
    readonly alpha: number;
    readonly beta: number;
    readonly k: number;
    constructor(size: number, ...rest: Positional<CrossMapLRNOptions, [
        "alpha",
        "beta",
        "k"
    ]>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare abstract class InstanceNorm extends RunningNorm {
    constructor(owner: string, numFeatures: number, rest: readonly unknown[]);
    protected abstract rank(): 3 | 4 | 5;
    forward(input: Tensor): Tensor;
    private normalize;
    private refuse;
}
declare class InstanceNorm1d extends InstanceNorm {
    static readonly name: string;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    protected rank(): 3;
}
declare class InstanceNorm2d extends InstanceNorm {
    static readonly name: string;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    protected rank(): 4;
}
declare class InstanceNorm3d extends InstanceNorm {
    static readonly name: string;
    constructor(numFeatures: number, ...rest: RunningNormRest);
    protected rank(): 5;
}
type LazyNormRest = Positional<RunningNormOptions, [
    "eps",
    "momentum",
    "affine",
    "trackRunningStats"
]>;
declare class LazyBatchNorm1d extends BatchNorm1d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyBatchNorm2d extends BatchNorm2d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyBatchNorm3d extends BatchNorm3d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyInstanceNorm1d extends InstanceNorm1d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyInstanceNorm2d extends InstanceNorm2d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
declare class LazyInstanceNorm3d extends InstanceNorm3d {
    static readonly name: string;
    constructor(...rest: LazyNormRest);
    forward(input: Tensor): Tensor;
}
type Border = number | readonly number[];
declare abstract class PadLayer extends Module {
    readonly padding: readonly number[];
    private readonly mode;
    constructor(owner: string, mode: PadMode, dims: 1 | 2 | 3, padding: Border);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare abstract class ConstantPad extends PadLayer {
    readonly value: number | boolean;
    constructor(owner: string, dims: 1 | 2 | 3, padding: Border, value: number | boolean);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class ConstantPad1d extends ConstantPad {
    static readonly name: string;
    constructor(padding: Border, value: number | boolean);
}
declare class ConstantPad2d extends ConstantPad {
    static readonly name: string;
    constructor(padding: Border, value: number | boolean);
}
declare class ConstantPad3d extends ConstantPad {
    static readonly name: string;
    constructor(padding: Border, value: number | boolean);
}
declare class ZeroPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ZeroPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ZeroPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReflectionPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReflectionPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReflectionPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReplicationPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReplicationPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class ReplicationPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class CircularPad1d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class CircularPad2d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
declare class CircularPad3d extends PadLayer {
    static readonly name: string;
    constructor(padding: Border);
}
type Sizes = number | readonly number[];
interface FractionalMaxPoolLayerOptions<Indices extends boolean> extends FractionalMaxPoolOptions {
    readonly returnIndices?: Indices;
}
type Rest<Indices extends boolean> = readonly [
    options: FractionalMaxPoolLayerOptions<Indices>
] | readonly [
    outputSize: Sizes | null,
    options?: Omit<FractionalMaxPoolLayerOptions<Indices>, "outputSize">
] | readonly [
    outputSize: Sizes | null,
    outputRatio: Sizes | null,
    options?: Omit<FractionalMaxPoolLayerOptions<Indices>, "outputSize" | "outputRatio">
] | readonly [
    outputSize: Sizes | null,
    outputRatio: Sizes | null,
    returnIndices: Indices
];
declare abstract class FractionalMaxPool<Indices extends boolean> extends Module {
    readonly kernelSize: readonly number[];
    readonly outputSize: readonly number[] | null;
    readonly outputRatio: readonly number[] | null;
    readonly returnIndices: boolean;
    randomSamples: Tensor | null;
    constructor(owner: string, dims: 2 | 3, kernelSize: Sizes, rest: readonly unknown[]);
    protected abstract pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;
    forward(input: Tensor): Pooled<Indices>;
}
declare class FractionalMaxPool2d<Indices extends boolean = false> extends FractionalMaxPool<Indices> {
    static readonly name: string;
    constructor(kernelSize: Sizes, ...rest: Rest<Indices>);
    protected pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;
}
declare class FractionalMaxPool3d<Indices extends boolean = false> extends FractionalMaxPool<Indices> {
    static readonly name: string;
    constructor(kernelSize: Sizes, ...rest: Rest<Indices>);
    protected pool(input: Tensor, options: FractionalMaxPoolOptions): Tensor | MaxPoolResult;
}
declare abstract class LPPool<Given extends Size> extends Module {
    readonly normType: number;
    readonly kernelSize: Given;
    readonly stride: Given | null;
    readonly ceilMode: boolean;
    private readonly dims;
    constructor(owner: string, dims: Dims, normType: number, kernelSize: Given, rest: readonly unknown[]);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class LPPool1d extends LPPool<Size1d> {
    static readonly name: string;
    constructor(normType: number, kernelSize: Size1d, ...rest: Positional<LpPool1dOptions, [
        "stride",
        "ceilMode"
    ]>);
}
declare class LPPool2d extends LPPool<Size2d> {
    static readonly name: string;
    constructor(normType: number, kernelSize: Size2d, ...rest: Positional<LpPool2dOptions, [
        "stride",
        "ceilMode"
    ]>);
}
declare class LPPool3d extends LPPool<Size3d> {
    static readonly name: string;
    constructor(normType: number, kernelSize: Size3d, ...rest: Positional<LpPool3dOptions, [
        "stride",
        "ceilMode"
    ]>);
}
type OutputSize = Positional<{
    readonly outputSize?: readonly number[];
}, [
    "outputSize"
]>;
declare abstract class MaxUnpool extends Module {
    readonly kernelSize: readonly number[];
    readonly stride: readonly number[];
    readonly padding: readonly number[];
    private readonly dims;
    constructor(owner: string, dims: Dims, kernelSize: Size, rest: readonly unknown[]);
    forward(input: Tensor, indices: Tensor, ...rest: OutputSize): Tensor;
    extraRepr(): string;
}
declare class MaxUnpool1d extends MaxUnpool {
    static readonly name: string;
    constructor(kernelSize: Size1d, ...rest: Positional<Omit<MaxUnpool1dOptions, "outputSize">, [
        "stride",
        "padding"
    ]>);
}
declare class MaxUnpool2d extends MaxUnpool {
    static readonly name: string;
    constructor(kernelSize: Size2d, ...rest: Positional<Omit<MaxUnpool2dOptions, "outputSize">, [
        "stride",
        "padding"
    ]>);
}
declare class MaxUnpool3d extends MaxUnpool {
    static readonly name: string;
    constructor(kernelSize: Size3d, ...rest: Positional<Omit<MaxUnpool3dOptions, "outputSize">, [
        "stride",
        "padding"
    ]>);
}
interface State {
    readonly h: Tensor;
    readonly c: Tensor | null;
}
type CellName = "tanh" | "relu" | "lstm" | "gru";
declare class PackedSequence {
    #private;
    readonly data: Tensor;
    readonly batchSizes: Tensor;
    readonly sortedIndices: Tensor | null;
    readonly unsortedIndices: Tensor | null;
    constructor(data: Tensor, batchSizes: Tensor | readonly number[], sortedIndices?: Tensor | null, unsortedIndices?: Tensor | null);
    get sizes(): readonly number[];
    with(data: Tensor): PackedSequence;
    to(target: DType | DeviceName): PackedSequence;
    [Symbol.iterator](): Generator<Tensor | null>;
}
declare function invertPermutation(permutation: Tensor | null): Tensor | null;
interface RecurrentOptions {
    readonly numLayers?: number;
    readonly bias?: boolean;
    readonly batchFirst?: boolean;
    readonly dropout?: number;
    readonly bidirectional?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator$1;
}
interface Result {
    readonly output: Tensor | PackedSequence;
    readonly h: Tensor;
    readonly c: Tensor | null;
}
declare abstract class RecurrentBase extends Module {
    readonly mode: string;
    readonly inputSize: number;
    readonly hiddenSize: number;
    readonly numLayers: number;
    readonly bias: boolean;
    readonly batchFirst: boolean;
    readonly dropout: number;
    readonly bidirectional: boolean;
    readonly projSize: number;
    private readonly cell;
    private readonly names;
    private readonly generator;
    [weight: `weight${"Ih" | "Hh" | "Hr"}L${string}`]: Parameter;
    [bias: `bias${"Ih" | "Hh"}L${string}`]: Parameter;
    constructor(owner: string, mode: string, cell: CellName, inputSize: number, hiddenSize: number, options: RecurrentOptions & {
        readonly projSize?: number;
    });
    resetParameters(): void;
    get allWeights(): Parameter[][];
    flattenParameters(): void;
    private weights;
    protected runOver(owner: string, input: Tensor | PackedSequence, given: readonly (Tensor | null)[], hasCell: boolean): Result;
    private initial;
    multiplyAccumulates(inputs: readonly unknown[]): number;
    extraRepr(): string;
}
interface CellOptions {
    readonly bias?: boolean;
    readonly dtype?: DType;
    readonly device?: DeviceName;
    readonly generator?: Generator$1;
}
declare abstract class CellBase extends Module {
    readonly inputSize: number;
    readonly hiddenSize: number;
    readonly bias: boolean;
    weightIh: Parameter;
    weightHh: Parameter;
    biasIh: Parameter | null;
    biasHh: Parameter | null;
    private readonly gates;
    constructor(owner: string, gates: number, inputSize: number, hiddenSize: number, options: CellOptions);
    protected step(owner: string, cell: CellName, input: Tensor, given: readonly (Tensor | null)[]): State;
    multiplyAccumulates([input]: readonly unknown[]): number;
    extraRepr(): string;
}
interface RNNCellOptions extends CellOptions {
    readonly nonlinearity?: "tanh" | "relu";
}
declare class RNNCell extends CellBase {
    static readonly name: string;
    readonly nonlinearity: "tanh" | "relu";
    constructor(inputSize: number, hiddenSize: number, ...rest: Positional<RNNCellOptions, [
        "bias",
        "nonlinearity"
    ]>);
    forward(input: Tensor, hx?: Tensor | null): Tensor;
    extraRepr(): string;
}
declare class LSTMCell extends CellBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number, ...rest: Positional<CellOptions, [
        "bias"
    ]>);
    forward(input: Tensor, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        h: Tensor,
        c: Tensor
    ];
}
declare class GRUCell extends CellBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number, ...rest: Positional<CellOptions, [
        "bias"
    ]>);
    forward(input: Tensor, hx?: Tensor | null): Tensor;
}
declare const places: readonly [
    "numLayers",
    "bias",
    "batchFirst",
    "dropout",
    "bidirectional"
];
interface RNNOptions extends RecurrentOptions {
    readonly nonlinearity?: "tanh" | "relu";
}
declare const rnnPlaces: readonly [
    "numLayers",
    "nonlinearity",
    "bias",
    "batchFirst",
    "dropout",
    "bidirectional"
];
interface RNN {
    (input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    (input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
declare class RNN extends RecurrentBase {
    static readonly name: string;
    readonly nonlinearity: "tanh" | "relu";
    constructor(inputSize: number, hiddenSize: number, ...rest: Positional<RNNOptions, typeof rnnPlaces>);
    forward(input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    forward(input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
interface LSTMOptions extends RecurrentOptions {
    readonly projSize?: number;
}
declare const lstmPlaces: readonly [
    "numLayers",
    "bias",
    "batchFirst",
    "dropout",
    "bidirectional",
    "projSize"
];
interface LSTM {
    (input: PackedSequence, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: PackedSequence,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
    (input: Tensor, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: Tensor,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
}
declare class LSTM extends RecurrentBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number, ...rest: Positional<LSTMOptions, typeof lstmPlaces>);
    forward(input: PackedSequence, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: PackedSequence,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
    forward(input: Tensor, hx?: readonly [
        h: Tensor,
        c: Tensor
    ] | null): [
        output: Tensor,
        state: [
            hn: Tensor,
            cn: Tensor
        ]
    ];
}
interface GRU {
    (input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    (input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
declare class GRU extends RecurrentBase {
    static readonly name: string;
    constructor(inputSize: number, hiddenSize: number, ...rest: Positional<RecurrentOptions, typeof places>);
    forward(input: PackedSequence, hx?: Tensor | null): [
        output: PackedSequence,
        hn: Tensor
    ];
    forward(input: Tensor, hx?: Tensor | null): [
        output: Tensor,
        hn: Tensor
    ];
}
declare class PixelShuffle extends Module {
    static readonly name: string;
    readonly upscaleFactor: number;
    constructor(upscaleFactor: number);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class PixelUnshuffle extends Module {
    static readonly name: string;
    readonly downscaleFactor: number;
    constructor(downscaleFactor: number);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
declare class ChannelShuffle extends Module {
    static readonly name: string;
    readonly groups: number;
    constructor(groups: number);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
type Places = [
    "size",
    "scaleFactor",
    "mode",
    "alignCorners",
    "recomputeScaleFactor"
];
declare class Upsample extends Module {
    static readonly name: string;
    readonly size: number | readonly number[] | null;
    readonly scaleFactor: number | readonly number[] | null;
    readonly mode: InterpolateMode;
    readonly alignCorners: boolean | null;
    readonly recomputeScaleFactor: boolean | null;
    constructor(...rest: Positional<UpsampleOptions, Places>);
    forward(input: Tensor): Tensor;
    extraRepr(): string;
}
type SizePlaces = [
    "size",
    "scaleFactor"
];
declare class UpsamplingNearest2d extends Upsample {
    static readonly name: string;
    constructor(...rest: Positional<Pick<UpsampleOptions, "size" | "scaleFactor">, SizePlaces>);
}
declare class UpsamplingBilinear2d extends Upsample {
    static readonly name: string;
    constructor(...rest: Positional<Pick<UpsampleOptions, "size" | "scaleFactor">, SizePlaces>);
}
interface SummaryOptions {
    readonly dtype?: DType;
}
interface SummaryRow {
    readonly path: string;
    readonly layer: string;
    readonly outputShape: Shape | null;
    readonly parameters: number;
    readonly macs: number;
}
interface Summary {
    readonly model: string;
    readonly inputShape: Shape;
    readonly rows: readonly SummaryRow[];
    readonly totalParameters: number;
    readonly trainableParameters: number;
    readonly totalMacs: number;
}
declare function summary(model: Module, inputShape: Shape, options?: SummaryOptions): Summary;
declare function formatSummary(given: Summary): string;
interface UninitializedOptions {
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface UninitializedParameterOptions extends UninitializedOptions {
    readonly requiresGrad?: boolean;
}
declare class UninitializedParameter extends Parameter {
    constructor(options?: UninitializedParameterOptions);
    get data(): Tensor;
    materialize(shape: Shape, options?: UninitializedOptions): void;
    numel(): number;
    become(elements: Tensor): void;
    toString(): string;
}
declare class UninitializedBuffer extends Tensor {
    constructor(options?: UninitializedOptions);
    get data(): Tensor;
    materialize(shape: Shape, options?: UninitializedOptions): void;
    numel(): number;
    toString(): string;
}
interface TotalNormOptions {
    readonly normType?: number | "inf";
    readonly errorIfNonfinite?: boolean;
    readonly foreach?: boolean | null;
}
type Clipped = Tensor | Iterable<Tensor>;
declare function getTotalNorm(tensors: Clipped, ...rest: Positional<TotalNormOptions, [
    "normType",
    "errorIfNonfinite",
    "foreach"
]>): Tensor;
declare function clipGradNorm_(parameters: Clipped, maxNorm: number, ...rest: Positional<TotalNormOptions, [
    "normType",
    "errorIfNonfinite",
    "foreach"
]>): Tensor;
declare function clipGradsWithNorm_(parameters: Clipped, maxNorm: number, totalNorm: Tensor): void;
declare function clipGradValue_(parameters: Clipped, clipValue: number, ...rest: Positional<Pick<TotalNormOptions, "foreach">, [
    "foreach"
]>): void;
interface FusedConvolution extends Module {
    readonly inChannels: number;
    readonly outChannels: number;
    readonly kernelSize: unknown;
    weight: Parameter;
    bias: Parameter | null;
}
declare function fuseConvBnEval<Layer extends FusedConvolution>(conv: Layer, norm: BatchNorm, transpose?: boolean): Layer;
declare function fuseLinearBnEval(linear: Linear, norm: BatchNorm): Linear;
interface FusedWeights extends Iterable<Parameter> {
    readonly weight: Parameter;
    readonly bias: Parameter;
}
declare function fuseConvBnWeights(convW: Tensor, convB: Tensor | null, bnRm: Tensor, bnRv: Tensor, bnEps: number, bnW: Tensor | null, bnB: Tensor | null, transpose?: boolean): FusedWeights;
declare function fuseLinearBnWeights(linearW: Tensor, linearB: Tensor | null, bnRm: Tensor, bnRv: Tensor, bnEps: number, bnW: Tensor | null, bnB: Tensor | null): FusedWeights;
interface SpectralNormOptions {
    readonly nPowerIterations?: number;
    readonly eps?: number;
    readonly dim?: number | null;
}
declare function spectralNorm$1<Normed extends Module>(module: Normed, name?: string, ...rest: Positional<SpectralNormOptions, [
    "nPowerIterations",
    "eps",
    "dim"
]>): Normed;
declare function removeSpectralNorm<Normed extends Module>(module: Normed, name?: string): Normed;
type OrthogonalMap = "matrix_exp" | "cayley" | "householder";
interface OrthogonalOptions {
    readonly orthogonalMap?: OrthogonalMap | null;
    readonly useTrivialization?: boolean;
}
declare function orthogonal<Made extends Module>(module: Made, name?: string, ...rest: Positional<OrthogonalOptions, [
    "orthogonalMap"
]>): Made;
declare function weightNorm$1<Normed extends Module>(module: Normed, name?: string, dim?: number | null): Normed;
declare function spectralNorm<Normed extends Module>(module: Normed, name?: string, ...rest: Positional<SpectralNormOptions, [
    "nPowerIterations",
    "eps",
    "dim"
]>): Normed;
type parametrizations_OrthogonalMap = OrthogonalMap;
type parametrizations_OrthogonalOptions = OrthogonalOptions;
declare const parametrizations_orthogonal: typeof orthogonal;
declare const parametrizations_spectralNorm: typeof spectralNorm;
declare namespace parametrizations {
    export { type parametrizations_OrthogonalMap as OrthogonalMap, type parametrizations_OrthogonalOptions as OrthogonalOptions, parametrizations_orthogonal as orthogonal, parametrizations_spectralNorm as spectralNorm, weightNorm$1 as weightNorm };
}
type Parametrization = Module & {
    rightInverse?(value: Tensor): Tensor | readonly Tensor[];
};
interface ParametrizationOptions {
    readonly unsafe?: boolean;
}
interface RemoveParametrizationsOptions {
    readonly leaveParametrized?: boolean;
}
declare class ParametrizationList extends Module {
    static readonly name: string;
    readonly [index: number]: Module;
    readonly isTensor: boolean;
    readonly ntensors: number;
    unsafe: boolean;
    readonly property: string;
    constructor(first: Parametrization, original: Tensor, unsafe: boolean, property?: string);
    get length(): number;
    forward(): Tensor;
    append(module: Parametrization, unsafe: boolean): void;
    assign(value: Tensor): void;
    original0OrNull(): Tensor | null;
}
declare function registerParametrization<Made extends Module>(module: Made, tensorName: string, parametrization: Parametrization, options?: ParametrizationOptions): Made;
declare function isParametrized(module: Module, tensorName?: string): boolean;
declare function removeParametrizations<Made extends Module>(module: Made, tensorName: string, options?: RemoveParametrizationsOptions): Made;
declare function cached<Result>(body: () => Result): Result;
type parametrize_Parametrization = Parametrization;
type parametrize_ParametrizationList = ParametrizationList;
declare const parametrize_ParametrizationList: typeof ParametrizationList;
type parametrize_ParametrizationOptions = ParametrizationOptions;
type parametrize_RemoveParametrizationsOptions = RemoveParametrizationsOptions;
declare const parametrize_cached: typeof cached;
declare const parametrize_isParametrized: typeof isParametrized;
declare const parametrize_registerParametrization: typeof registerParametrization;
declare const parametrize_removeParametrizations: typeof removeParametrizations;
declare namespace parametrize {
    export { type parametrize_Parametrization as Parametrization, parametrize_ParametrizationList as ParametrizationList, type parametrize_ParametrizationOptions as ParametrizationOptions, type parametrize_RemoveParametrizationsOptions as RemoveParametrizationsOptions, parametrize_cached as cached, parametrize_isParametrized as isParametrized, parametrize_registerParametrization as registerParametrization, parametrize_removeParametrizations as removeParametrizations };
}
type Lengths = Tensor | readonly number[];
interface PackPaddedOptions {
    readonly batchFirst?: boolean;
    readonly enforceSorted?: boolean;
}
declare function packPaddedSequence(input: Tensor, lengths: Lengths, ...rest: Positional<PackPaddedOptions, [
    "batchFirst",
    "enforceSorted"
]>): PackedSequence;
interface PadPackedOptions {
    readonly batchFirst?: boolean;
    readonly paddingValue?: number;
    readonly totalLength?: number | null;
}
declare function padPackedSequence(sequence: PackedSequence, ...rest: Positional<PadPackedOptions, [
    "batchFirst",
    "paddingValue",
    "totalLength"
]>): [
    padded: Tensor,
    lengths: Tensor
];
interface PadSequenceOptions {
    readonly batchFirst?: boolean;
    readonly paddingValue?: number;
    readonly paddingSide?: "right" | "left";
}
declare function padSequence(sequences: Iterable<Tensor>, ...rest: Positional<PadSequenceOptions, [
    "batchFirst",
    "paddingValue",
    "paddingSide"
]>): Tensor;
interface UnpadSequenceOptions {
    readonly batchFirst?: boolean;
}
declare function unpadSequence(paddedSequences: Tensor, lengths: Lengths, ...rest: Positional<UnpadSequenceOptions, [
    "batchFirst"
]>): Tensor[];
interface PackSequenceOptions {
    readonly enforceSorted?: boolean;
}
declare function packSequence(sequences: Iterable<Tensor>, ...rest: Positional<PackSequenceOptions, [
    "enforceSorted"
]>): PackedSequence;
declare function unpackSequence(packedSequences: PackedSequence): Tensor[];
type index$1_PackPaddedOptions = PackPaddedOptions;
type index$1_PackSequenceOptions = PackSequenceOptions;
type index$1_PackedSequence = PackedSequence;
declare const index$1_PackedSequence: typeof PackedSequence;
type index$1_PadPackedOptions = PadPackedOptions;
type index$1_PadSequenceOptions = PadSequenceOptions;
type index$1_UnpadSequenceOptions = UnpadSequenceOptions;
declare const index$1_invertPermutation: typeof invertPermutation;
declare const index$1_packPaddedSequence: typeof packPaddedSequence;
declare const index$1_packSequence: typeof packSequence;
declare const index$1_padPackedSequence: typeof padPackedSequence;
declare const index$1_padSequence: typeof padSequence;
declare const index$1_unpackSequence: typeof unpackSequence;
declare const index$1_unpadSequence: typeof unpadSequence;
declare namespace index$1 {
    export { type index$1_PackPaddedOptions as PackPaddedOptions, type index$1_PackSequenceOptions as PackSequenceOptions, index$1_PackedSequence as PackedSequence, type index$1_PadPackedOptions as PadPackedOptions, type index$1_PadSequenceOptions as PadSequenceOptions, type index$1_UnpadSequenceOptions as UnpadSequenceOptions, index$1_invertPermutation as invertPermutation, index$1_packPaddedSequence as packPaddedSequence, index$1_packSequence as packSequence, index$1_padPackedSequence as padPackedSequence, index$1_padSequence as padSequence, index$1_unpackSequence as unpackSequence, index$1_unpadSequence as unpadSequence };
}
declare function skipInit<Class extends new (...given: any[]) => Module>(moduleClass: Class, ...given: ConstructorParameters<Class>): InstanceType<Class>;
declare function parametersToVector(parameters: Iterable<Tensor>): Tensor;
declare function vectorToParameters(vector: Tensor, parameters: Iterable<Tensor>): void;
declare function weightNorm<Normed extends Module>(module: Normed, name?: string, dim?: number | null): Normed;
declare function removeWeightNorm<Normed extends Module>(module: Normed, name?: string): Normed;
type index_Clipped = Clipped;
type index_FusedConvolution = FusedConvolution;
type index_FusedWeights = FusedWeights;
type index_SpectralNormOptions = SpectralNormOptions;
type index_TotalNormOptions = TotalNormOptions;
declare const index_clipGradNorm_: typeof clipGradNorm_;
declare const index_clipGradValue_: typeof clipGradValue_;
declare const index_clipGradsWithNorm_: typeof clipGradsWithNorm_;
declare const index_fuseConvBnEval: typeof fuseConvBnEval;
declare const index_fuseConvBnWeights: typeof fuseConvBnWeights;
declare const index_fuseLinearBnEval: typeof fuseLinearBnEval;
declare const index_fuseLinearBnWeights: typeof fuseLinearBnWeights;
declare const index_getTotalNorm: typeof getTotalNorm;
declare const index_parametersToVector: typeof parametersToVector;
declare const index_parametrizations: typeof parametrizations;
declare const index_parametrize: typeof parametrize;
declare const index_removeSpectralNorm: typeof removeSpectralNorm;
declare const index_removeWeightNorm: typeof removeWeightNorm;
declare const index_skipInit: typeof skipInit;
declare const index_vectorToParameters: typeof vectorToParameters;
declare const index_weightNorm: typeof weightNorm;
declare namespace index {
    export { type index_Clipped as Clipped, type index_FusedConvolution as FusedConvolution, type index_FusedWeights as FusedWeights, type index_SpectralNormOptions as SpectralNormOptions, type index_TotalNormOptions as TotalNormOptions, index_clipGradNorm_ as clipGradNorm_, index_clipGradValue_ as clipGradValue_, index_clipGradsWithNorm_ as clipGradsWithNorm_, index_fuseConvBnEval as fuseConvBnEval, index_fuseConvBnWeights as fuseConvBnWeights, index_fuseLinearBnEval as fuseLinearBnEval, index_fuseLinearBnWeights as fuseLinearBnWeights, index_getTotalNorm as getTotalNorm, index_parametersToVector as parametersToVector, index_parametrizations as parametrizations, index_parametrize as parametrize, index_removeSpectralNorm as removeSpectralNorm, index_removeWeightNorm as removeWeightNorm, index$1 as rnn, index_skipInit as skipInit, spectralNorm$1 as spectralNorm, index_vectorToParameters as vectorToParameters, index_weightNorm as weightNorm };
}
export {
  AdaptiveLogSoftmaxWithLoss,
  BCELoss,
  BCEWithLogitsLoss,
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  Bilinear,
  Buffer,
  CELU,
  CTCLoss,
  ChannelShuffle,
  CircularPad1d,
  CircularPad2d,
  CircularPad3d,
  ConstantPad1d,
  ConstantPad2d,
  ConstantPad3d,
  Conv1d,
  Conv1dLayerOptions,
  Conv2d,
  Conv2dLayerOptions,
  Conv3d,
  Conv3dLayerOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  CosineEmbeddingLoss,
  CosineSimilarity,
  CrossEntropyLoss,
  CrossMapLRN2d,
  DataParallel,
  Dropout,
  ELU,
  Flatten,
  Fold,
  FractionalMaxPool2d,
  FractionalMaxPool3d,
  FunctionalConv1dOptions,
  FunctionalConv2dOptions,
  FunctionalConv3dOptions,
  GRU,
  GRUCell,
  GaussianNLLLoss,
  Hardshrink,
  Hardsigmoid,
  Hardswish,
  Hardtanh,
  HingeEmbeddingLoss,
  HuberLoss,
  Identity,
  InPlaceSettings,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  KLDivLoss,
  L1Loss,
  LPPool1d,
  LPPool2d,
  LPPool3d,
  LSTM,
  LSTMCell,
  LayerNorm,
  LazyBatchNorm1d,
  LazyBatchNorm2d,
  LazyBatchNorm3d,
  LazyConv1d,
  LazyConv2d,
  LazyConv3d,
  LazyConvTranspose1d,
  LazyConvTranspose2d,
  LazyConvTranspose3d,
  LazyInstanceNorm1d,
  LazyInstanceNorm2d,
  LazyInstanceNorm3d,
  LazyLinear,
  Linear,
  LinearCrossEntropyLoss,
  LinearOptions,
  LogSigmoid,
  LogSoftmax,
  MSELoss,
  MarginRankingLoss,
  MaxUnpool1d,
  MaxUnpool2d,
  MaxUnpool3d,
  Module,
  ModuleDict,
  ModuleList,
  MultiLabelMarginLoss,
  MultiLabelSoftMarginLoss,
  MultiMarginLoss,
  MultiheadAttention,
  NLLLoss,
  NLLLoss2d,
  Padding,
  PaddingOf,
  PairwiseDistance,
  Parameter,
  ParameterDict,
  ParameterList,
  ParameterizedOptions,
  PixelShuffle,
  PixelUnshuffle,
  PoissonNLLLoss,
  RNN,
  RNNCell,
  ReflectionPad1d,
  ReflectionPad2d,
  ReflectionPad3d,
  ReplicationPad1d,
  ReplicationPad2d,
  ReplicationPad3d,
  RunningNormOptions,
  SELU,
  Sequential,
  Sigmoid,
  SmoothL1Loss,
  SoftMarginLoss,
  Softmax,
  Softmax2d,
  Softmin,
  Softplus,
  Softshrink,
  Softsign,
  Tanh,
  Tanhshrink,
  Three,
  Transformer,
  TransformerDecoder,
  TransformerDecoderLayer,
  TransformerEncoder,
  TransformerEncoderLayer,
  TripletMarginLoss,
  TripletMarginWithDistanceLoss,
  Unflatten,
  Unfold,
  UninitializedBuffer,
  UninitializedParameter,
  Upsample,
  UpsamplingBilinear2d,
  UpsamplingNearest2d,
  ZeroPad1d,
  ZeroPad2d,
  ZeroPad3d,
  formatSummary,
  functionalCall,
  index as utils,
  index$2 as init,
  index$3 as F,
  index$3 as functional,
  summary,
  type AdaptiveLogSoftmaxOptions,
  type AdaptiveLogSoftmaxResult,
  type Border,
  type BufferOptions,
  type CellOptions,
  type ConvTranspose1dLayerOptions,
  type ConvTranspose2dLayerOptions,
  type ConvTranspose3dLayerOptions,
  type CrossMapLRNOptions,
  type DecoderCallOptions,
  type ELUOptions,
  type EncoderLayerCallOptions,
  type FlattenOptions,
  type FractionalMaxPoolLayerOptions,
  type FractionalMaxPoolOptions,
  type FunctionalCallOptions,
  type GumbelSoftmaxOptions,
  type LSTMOptions,
  type LazyOptions,
  type LinearCrossEntropyLossOptions,
  type LinearCrossEntropyOptions,
  type MultiHeadAttentionOptions,
  type MultiheadAttentionCallOptions,
  type MultiheadAttentionOptions,
  type RNNCellOptions,
  type RNNOptions,
  type RecurrentOptions,
  type Summary,
  type SummaryOptions,
  type SummaryRow,
  type TransformerActivation,
  type TransformerCallOptions,
  type TransformerDecoderOptions,
  type TransformerEncoderCallOptions,
  type TransformerEncoderOptions,
  type TransformerLayerOptions,
  type TransformerOptions,
  type TransposedCallOptions,
  type UninitializedOptions,
  type UninitializedParameterOptions,
};
