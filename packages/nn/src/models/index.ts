// @bernoulli/nn/models: nets that people know, with the names, keys and first weights of their PyTorch versions. Only re-exports.

export { AlexNet, type AlexNetOptions, alexnet } from "./alexnet.js";
export { CifarResNet, PaddedShortcut, resnet20, resnet56 } from "./cifar-resnet.js";
export { type GenerateOptions, GPT, type GPTOptions } from "./gpt.js";
export { LeNet5 } from "./lenet.js";
export { MobileNetV2, type MobileNetV2Options, mobilenetV2 } from "./mobilenet.js";
export type { ClassifierOptions } from "./options.js";
export { BasicBlock, Bottleneck, ResNet, type ResNetOptions, resnet18, resnet34, resnet50 } from "./resnet.js";
export { UNet, type UNetOptions } from "./unet.js";
export {
  VGG,
  type VGGOptions,
  vgg11,
  vgg11Bn,
  vgg13,
  vgg13Bn,
  vgg16,
  vgg16Bn,
  vgg19,
  vgg19Bn,
} from "./vgg.js";
export { VisionTransformer, type VisionTransformerOptions, vitB16, vitB32 } from "./vit.js";
