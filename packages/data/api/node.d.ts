import { d as ImageDataset, c as ImageDatasetTransforms, G as GridOptions, D as Dataset } from './grid.js';
import { BernoulliError, Tensor } from '@bernoulli/tensor';
interface CIFAR10Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare class CIFAR10 extends ImageDataset {
    static readonly name: string;
    readonly train: boolean;
    constructor(directory: string, options?: CIFAR10Options);
}
type DownloadFailure = "offline" | "refused" | "damaged" | "disk";
declare class DownloadError extends BernoulliError {
    name: string;
    readonly failure: DownloadFailure;
    constructor(failure: DownloadFailure, message: string, options?: ErrorOptions);
}
interface Limits {
    readonly connect?: number;
    readonly idle?: number;
}
interface RemoteFile {
    readonly addresses: readonly string[];
    readonly bytes: number;
    readonly md5: string;
}
interface DownloadOptions {
    readonly onProgress?: (received: number, total: number) => void;
    readonly signal?: AbortSignal;
    readonly limits?: Limits;
    readonly pause?: number;
}
declare function download(file: RemoteFile, path: string, options?: DownloadOptions): Promise<void>;
declare function findCIFAR10(directory?: string): string | null;
interface DownloadCIFAR10Options extends DownloadOptions {
    readonly mirrors?: readonly string[];
}
declare function downloadCIFAR10(directory?: string, given?: DownloadCIFAR10Options): Promise<string>;
declare function cacheDirectory(environment?: NodeJS.ProcessEnv): string;
declare function makeDirectory(path: string): void;
interface MNISTOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare class MNIST extends ImageDataset {
    static readonly name: string;
    readonly train: boolean;
    constructor(directory: string, options?: MNISTOptions);
}
declare function findMNIST(directory?: string): string | null;
interface DownloadMNISTOptions extends DownloadOptions {
    readonly mirrors?: readonly string[];
}
declare function downloadMNIST(directory?: string, given?: DownloadMNISTOptions): Promise<string>;
declare function saveImage(images: Tensor | readonly Tensor[], path: string, options?: GridOptions): void;
declare function defineDataset<Settings, Made extends Dataset>(url: string | URL, make: (settings: Settings) => Made): (settings: Settings) => Made;
export {
  CIFAR10,
  DownloadError,
  MNIST,
  cacheDirectory,
  defineDataset,
  download,
  downloadCIFAR10,
  downloadMNIST,
  findCIFAR10,
  findMNIST,
  makeDirectory,
  saveImage,
  type CIFAR10Options,
  type DownloadCIFAR10Options,
  type DownloadFailure,
  type DownloadMNISTOptions,
  type DownloadOptions,
  type Limits,
  type MNISTOptions,
  type RemoteFile,
};
