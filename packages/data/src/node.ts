// The entry @bernoulli/data/node: what needs Node's file system or its network. Only re-exports.

export {
  CIFAR10,
  type CIFAR10Options,
  type DownloadCIFAR10Options,
  downloadCIFAR10,
  findCIFAR10,
} from "./cifar/cifar10.js";
export {
  CIFAR100,
  type CIFAR100Options,
  type DownloadCIFAR100Options,
  downloadCIFAR100,
  findCIFAR100,
} from "./cifar/cifar100.js";
export { readCSV } from "./csv/file.js";
export { cacheDirectory } from "./download/cache.js";
export { DownloadError, type DownloadFailure } from "./download/errors.js";
export type { Limits } from "./download/limits.js";
export { type DownloadOptions, download, type RemoteFile } from "./download/transfer.js";
export { makeDirectory } from "./files.js";
export {
  type DownloadFashionMNISTOptions,
  downloadFashionMNIST,
  FashionMNIST,
  type FashionMNISTOptions,
  findFashionMNIST,
} from "./mnist/fashion.js";
export { type DownloadMNISTOptions, downloadMNIST, findMNIST, MNIST, type MNISTOptions } from "./mnist/mnist.js";
export { decodeImage, type ImageReadMode, readImage } from "./pictures/decode.js";
export { ImageFolder, type ImageFolderOptions } from "./pictures/folder.js";
export { saveImage } from "./pictures/save.js";
export { defineDataset } from "./workers/define.js";
