// The entry @bernoulli/data/node: what needs Node's file system or its network. Only re-exports.

export { CIFAR10, type CIFAR10Options } from "./cifar10.js";
export { type DownloadCIFAR10Options, downloadCIFAR10, findCIFAR10 } from "./cifar10-download.js";
export { cacheDirectory } from "./download/cache.js";
export { DownloadError, type DownloadFailure } from "./download/errors.js";
export type { Limits } from "./download/request.js";
export { type DownloadOptions, download, type RemoteFile } from "./download/transfer.js";
export { makeDirectory } from "./files.js";
export { type DownloadMNISTOptions, downloadMNIST, findMNIST, MNIST, type MNISTOptions } from "./mnist.js";
export { saveImage } from "./pictures/save.js";
export { defineDataset } from "./workers/define.js";
