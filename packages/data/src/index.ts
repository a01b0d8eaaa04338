// @bernoulli/data: datasets, samplers, the DataLoader, transforms. Only re-exports. Files are read by @bernoulli/data/node; workers of
// pages are @bernoulli/data/browser's.

export {
  type Cifar100Records,
  cifar10Classes,
  cifar10ImageBytes,
  cifar10ImageShape,
  cifar10RecordBytes,
  cifar10RecordsPerFile,
  type ImageRecords,
  parseCifar10,
  parseCifar100,
} from "./cifar/format.js";
export { type Collated, defaultCollate } from "./collate.js";
export { DataLoader, type DataLoaderOptions } from "./dataloader.js";
export {
  type Dataset,
  type RandomSplitOptions,
  type ReadOf,
  type Rows,
  randomSplit,
  type SampleOf,
  type Samples,
  Subset,
  TensorDataset,
} from "./dataset.js";
export { enumerate } from "./enumerate.js";
export { DataFileError, LoaderWorkerError } from "./errors.js";
export { FakeData, type FakeDataOptions } from "./fake.js";
export {
  ImageDataset,
  type ImageDatasetContents,
  type ImageDatasetTransforms,
  type ImageSample,
} from "./image-dataset.js";
export { ConcatDataset, StackDataset, type Stacked } from "./joined.js";
export { type IdxArray, parseIdx } from "./mnist/idx.js";
export { type LoadCIFAR10Options, loadCIFAR10 } from "./page-files/cifar10.js";
export type { PageFiles } from "./page-files/given.js";
export { type LoadMNISTOptions, loadMNIST } from "./page-files/mnist.js";
export { type GridOptions, makeGrid } from "./pictures/grid.js";
export {
  BatchSampler,
  type BatchSamplerOptions,
  RandomSampler,
  type RandomSamplerOptions,
  type Sampler,
  SequentialSampler,
  SubsetRandomSampler,
  type SubsetRandomSamplerOptions,
  WeightedRandomSampler,
  type WeightedRandomSamplerOptions,
} from "./sampler.js";
export { ChainDataset, IterableDataset, type Stream } from "./stream.js";
export { SyntheticShapes, type SyntheticShapesOptions } from "./synthetic.js";
export { CharacterDataset, type CharacterDatasetOptions } from "./text/characters.js";
export { Vocabulary, type VocabularyOptions } from "./text/vocabulary.js";
export { splitWords, WordDataset, type WordDatasetOptions } from "./text/words.js";
export {
  AutoAugment,
  type AutoAugmentOptions,
  RandAugment,
  type RandAugmentOptions,
  TrivialAugmentWide,
  type TrivialAugmentWideOptions,
} from "./transforms/augment.js";
export {
  adjustBrightness,
  adjustContrast,
  adjustHue,
  adjustSaturation,
  type GrayscaleOptions,
  rgbToGrayscale,
} from "./transforms/color.js";
export {
  type BorderMode,
  CenterCrop,
  Pad,
  type PadOptions,
  RandomCrop,
  type RandomCropOptions,
} from "./transforms/crops.js";
export { RandomErasing, type RandomErasingOptions } from "./transforms/erasing.js";
export { type RandomFlipOptions, RandomHorizontalFlip, RandomVerticalFlip } from "./transforms/flips.js";
export {
  ColorJitter,
  type ColorJitterOptions,
  Grayscale,
  type Jitter,
  RandomGrayscale,
  type RandomGrayscaleOptions,
} from "./transforms/jitter.js";
export { CutMix, type MixedBatch, type MixOptions, MixUp } from "./transforms/mixing.js";
export { Normalize, type NormalizeOptions } from "./transforms/normalize.js";
export type { Ends } from "./transforms/parts.js";
export type { AutoAugmentPolicy } from "./transforms/policies.js";
export {
  RandomResizedCrop,
  type RandomResizedCropOptions,
  Resize,
  type ResizeInterpolation,
  type ResizeOptions,
} from "./transforms/resizing.js";
export type { Border, Size } from "./transforms/sizes.js";
export { Compose, Lambda, ToTensor } from "./transforms/tensors.js";
export { adjustSharpness, autocontrast, equalize, invert, posterize, solarize } from "./transforms/tones.js";
export { Transform } from "./transforms/transform.js";
export {
  RandomAffine,
  type RandomAffineOptions,
  RandomRotation,
  type RandomRotationOptions,
} from "./transforms/turning.js";
export type { Fill, TurnInterpolation } from "./transforms/warps.js";
export { getWorkerInfo, type WorkerInfo } from "./workers/host.js";
