import { Tensor, Generator } from '@bernoulli/tensor';
import { M as Module, P as Parameter } from './module.js';
import { s as Sequential, n as Conv2d, ar as ReLU, ag as MaxPool2d, H as AdaptiveAvgPool2d, v as BatchNorm2d, L as Linear, a0 as Embedding, D as Dropout, M as ModuleList, j as LayerNorm, a6 as GELU, V as AvgPool2d } from './average.js';
interface ClassifierOptions {
    readonly numClasses?: number;
}
interface AlexNetOptions extends ClassifierOptions {
    readonly dropout?: number;
}
declare class AlexNet extends Module {
    static readonly name: string;
    readonly features: Sequential<readonly [
        Conv2d,
        ReLU,
        MaxPool2d<false>,
        Conv2d,
        ReLU,
        MaxPool2d<false>,
        Conv2d,
        ReLU,
        Conv2d,
        ReLU,
        Conv2d,
        ReLU,
        MaxPool2d<false>
    ]>;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly classifier: Sequential;
    constructor(options?: AlexNetOptions);
    forward(x: Tensor): Tensor;
}
declare function alexnet(options?: AlexNetOptions): AlexNet;
declare class PaddedShortcut extends Module {
    static readonly name: string;
    readonly channels: number;
    constructor(channels: number);
    forward(x: Tensor): Tensor;
}
declare class CifarResNet extends Module {
    static readonly name: string;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly layer1: Sequential;
    readonly layer2: Sequential;
    readonly layer3: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly fc: Linear;
    constructor(blocks: number, { numClasses }?: ClassifierOptions);
    forward(x: Tensor): Tensor;
}
declare function resnet20(options?: ClassifierOptions): CifarResNet;
declare function resnet56(options?: ClassifierOptions): CifarResNet;
interface GPTOptions {
    readonly vocabSize: number;
    readonly blockSize: number;
    readonly nLayer?: number;
    readonly nHead?: number;
    readonly nEmbd?: number;
    readonly dropout?: number;
    readonly bias?: boolean;
}
type Settings$1 = Required<GPTOptions>;
declare class CausalSelfAttention extends Module {
    static readonly name: string;
    cAttn: Linear;
    cProj: Linear;
    residDropout: Dropout;
    readonly nHead: number;
    readonly dropout: number;
    constructor({ nEmbd, nHead, bias, dropout }: Settings$1);
    forward(x: Tensor): Tensor;
}
declare class MLP extends Module {
    static readonly name: string;
    cFc: Linear;
    gelu: GELU;
    cProj: Linear;
    dropout: Dropout;
    constructor({ nEmbd, bias, dropout }: Settings$1);
    forward(x: Tensor): Tensor;
}
declare class Block$1 extends Module {
    static readonly name: string;
    ln1: LayerNorm;
    attn: CausalSelfAttention;
    ln2: LayerNorm;
    mlp: MLP;
    constructor(settings: Settings$1);
    forward(x: Tensor): Tensor;
}
declare class Transformer extends Module {
    static readonly name: string;
    wte: Embedding;
    wpe: Embedding;
    drop: Dropout;
    h: ModuleList<Block$1>;
    lnF: LayerNorm;
    constructor(settings: Settings$1);
    forward(tokens: Tensor): Tensor;
}
declare class GPT extends Module {
    static readonly name: string;
    readonly settings: Settings$1;
    transformer: Transformer;
    lmHead: Linear;
    constructor(options: GPTOptions);
    forward(tokens: Tensor): Tensor;
    generate(tokens: Tensor, maxNewTokens: number, options?: GenerateOptions): Tensor;
}
interface GenerateOptions {
    readonly temperature?: number;
    readonly topK?: number;
    readonly generator?: Generator;
}
declare class LeNet5 extends Module {
    static readonly name: string;
    readonly conv1: Conv2d;
    readonly conv2: Conv2d;
    readonly pool: AvgPool2d;
    readonly fc1: Linear;
    readonly fc2: Linear;
    readonly fc3: Linear;
    constructor(options?: ClassifierOptions);
    forward(x: Tensor): Tensor;
}
interface MobileNetV2Options extends ClassifierOptions {
    readonly widthMult?: number;
    readonly dropout?: number;
}
declare class MobileNetV2 extends Module {
    static readonly name: string;
    readonly features: Sequential;
    readonly classifier: Sequential;
    constructor(options?: MobileNetV2Options);
    forward(x: Tensor): Tensor;
}
declare function mobilenetV2(options?: MobileNetV2Options): MobileNetV2;
interface ResNetOptions extends ClassifierOptions {
    readonly zeroInitResidual?: boolean;
}
declare class BasicBlock extends Module {
    static readonly name: string;
    static readonly expansion = 1;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly conv2: Conv2d;
    readonly bn2: BatchNorm2d;
    readonly downsample: Module | null;
    constructor(inputs: number, planes: number, stride: number, downsample: Module | null);
    forward(x: Tensor): Tensor;
}
declare class Bottleneck extends Module {
    static readonly name: string;
    static readonly expansion = 4;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly conv2: Conv2d;
    readonly bn2: BatchNorm2d;
    readonly conv3: Conv2d;
    readonly bn3: BatchNorm2d;
    readonly relu: ReLU;
    readonly downsample: Module | null;
    constructor(inputs: number, planes: number, stride: number, downsample: Module | null);
    forward(x: Tensor): Tensor;
}
type Block = typeof BasicBlock | typeof Bottleneck;
declare class ResNet extends Module {
    static readonly name: string;
    readonly conv1: Conv2d;
    readonly bn1: BatchNorm2d;
    readonly relu: ReLU;
    readonly maxpool: MaxPool2d<false>;
    readonly layer1: Sequential;
    readonly layer2: Sequential;
    readonly layer3: Sequential;
    readonly layer4: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly fc: Linear;
    constructor(block: Block, counts: readonly [
        number,
        number,
        number,
        number
    ], options?: ResNetOptions);
    forward(x: Tensor): Tensor;
}
declare function resnet18(options?: ResNetOptions): ResNet;
declare function resnet34(options?: ResNetOptions): ResNet;
declare function resnet50(options?: ResNetOptions): ResNet;
interface UNetOptions {
    readonly width?: number;
    readonly bilinear?: boolean;
}
declare class DoubleConv extends Module {
    static readonly name: string;
    doubleConv: Sequential;
    constructor(inputs: number, outputs: number, middle?: number);
    forward(x: Tensor): Tensor;
}
declare class Down extends Module {
    static readonly name: string;
    maxpoolConv: Sequential;
    constructor(inputs: number, outputs: number);
    forward(x: Tensor): Tensor;
}
declare class Up extends Module {
    static readonly name: string;
    readonly up: Module;
    readonly conv: DoubleConv;
    constructor(inputs: number, outputs: number, bilinear: boolean);
    forward(below: Tensor, beside: Tensor): Tensor;
}
declare class OutConv extends Module {
    static readonly name: string;
    readonly conv: Conv2d;
    constructor(inputs: number, outputs: number);
    forward(x: Tensor): Tensor;
}
declare class UNet extends Module {
    static readonly name: string;
    readonly nChannels: number;
    readonly nClasses: number;
    readonly bilinear: boolean;
    readonly inc: DoubleConv;
    readonly down1: Down;
    readonly down2: Down;
    readonly down3: Down;
    readonly down4: Down;
    readonly up1: Up;
    readonly up2: Up;
    readonly up3: Up;
    readonly up4: Up;
    readonly outc: OutConv;
    constructor(nChannels: number, nClasses: number, options?: UNetOptions);
    forward(x: Tensor): Tensor;
}
interface VGGOptions extends ClassifierOptions {
    readonly dropout?: number;
}
declare class VGG extends Module {
    static readonly name: string;
    readonly features: Sequential;
    readonly avgpool: AdaptiveAvgPool2d;
    readonly classifier: Sequential;
    constructor(features: Sequential, { numClasses, dropout }?: VGGOptions);
    forward(x: Tensor): Tensor;
}
declare function vgg11(options?: VGGOptions): VGG;
declare function vgg11Bn(options?: VGGOptions): VGG;
declare function vgg13(options?: VGGOptions): VGG;
declare function vgg13Bn(options?: VGGOptions): VGG;
declare function vgg16(options?: VGGOptions): VGG;
declare function vgg16Bn(options?: VGGOptions): VGG;
declare function vgg19(options?: VGGOptions): VGG;
declare function vgg19Bn(options?: VGGOptions): VGG;
interface VisionTransformerOptions extends ClassifierOptions {
    readonly imageSize?: number;
    readonly patchSize?: number;
    readonly numLayers?: number;
    readonly numHeads?: number;
    readonly hiddenDim?: number;
    readonly mlpDim?: number;
    readonly dropout?: number;
    readonly attentionDropout?: number;
}
type Settings = Required<VisionTransformerOptions>;
declare class Encoder extends Module {
    static readonly name: string;
    posEmbedding: Parameter;
    dropout: Dropout;
    layers: Sequential;
    ln: LayerNorm;
    constructor(length: number, settings: Settings);
    forward(input: Tensor): Tensor;
}
declare class VisionTransformer extends Module {
    static readonly name: string;
    readonly settings: Settings;
    classToken: Parameter;
    convProj: Conv2d;
    encoder: Encoder;
    heads: Sequential;
    constructor(options?: VisionTransformerOptions);
    forward(images: Tensor): Tensor;
}
declare function vitB16(options?: VisionTransformerOptions): VisionTransformer;
declare function vitB32(options?: VisionTransformerOptions): VisionTransformer;
export {
  AlexNet,
  BasicBlock,
  Bottleneck,
  CifarResNet,
  GPT,
  LeNet5,
  MobileNetV2,
  PaddedShortcut,
  ResNet,
  UNet,
  VGG,
  VisionTransformer,
  alexnet,
  mobilenetV2,
  resnet18,
  resnet20,
  resnet34,
  resnet50,
  resnet56,
  type AlexNetOptions,
  type ClassifierOptions,
  type GPTOptions,
  type GenerateOptions,
  type MobileNetV2Options,
  type ResNetOptions,
  type UNetOptions,
  type VGGOptions,
  type VisionTransformerOptions,
  vgg11,
  vgg11Bn,
  vgg13,
  vgg13Bn,
  vgg16,
  vgg16Bn,
  vgg19,
  vgg19Bn,
  vitB16,
  vitB32,
};
