import { I as ImageDataset, a as ImageDatasetTransforms, b as ImageSample, G as GridOptions } from './grid.js';
import { CSVOptions, CSVDataset } from './csv.js';
import { BernoulliError, Tensor } from '@bernoulli/tensor';
import { D as Dataset } from './dataset.js';
type DownloadFailure = "offline" | "refused" | "damaged" | "disk";
declare class DownloadError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DOWNLOAD";
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
interface DownloadCifarOptions extends DownloadOptions {
    readonly mirrors?: readonly string[];
}
interface CIFAR10Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare class CIFAR10 extends ImageDataset {
    static readonly name: string;
    readonly train: boolean;
    constructor(directory: string, options?: CIFAR10Options);
}
declare function findCIFAR10(directory?: string): string | null;
type DownloadCIFAR10Options = DownloadCifarOptions;
declare function downloadCIFAR10(directory?: string, options?: DownloadCIFAR10Options): Promise<string>;
interface CIFAR100Options extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare class CIFAR100 extends ImageDataset {
    static readonly name: string;
    readonly train: boolean;
    readonly coarseClasses: readonly string[];
    readonly coarseTargets: Int32Array;
    constructor(directory: string, options?: CIFAR100Options);
}
declare function findCIFAR100(directory?: string): string | null;
type DownloadCIFAR100Options = DownloadCifarOptions;
declare function downloadCIFAR100(directory?: string, options?: DownloadCIFAR100Options): Promise<string>;
declare function readCSV(path: string, options: CSVOptions): CSVDataset;
declare function cacheDirectory(environment?: NodeJS.ProcessEnv): string;
declare function makeDirectory(path: string): void;
declare const fileNames: readonly [
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte"
];
type FileName = (typeof fileNames)[number];
interface IdxSet {
    readonly name: string;
    readonly folder: string;
    readonly mirrors: readonly string[];
    readonly files: Readonly<Record<FileName, {
        readonly bytes: number;
        readonly md5: string;
    }>>;
    readonly classes: readonly string[];
}
interface IdxSetOptions extends ImageDatasetTransforms {
    readonly train?: boolean;
}
declare abstract class IdxImages extends ImageDataset {
    readonly train: boolean;
    constructor(set: IdxSet, directory: string, options: IdxSetOptions);
}
interface DownloadIdxOptions extends DownloadOptions {
    readonly mirrors?: readonly string[];
}
type FashionMNISTOptions = IdxSetOptions;
declare class FashionMNIST extends IdxImages {
    static readonly name: string;
    constructor(directory: string, options?: FashionMNISTOptions);
}
declare function findFashionMNIST(directory?: string): string | null;
type DownloadFashionMNISTOptions = DownloadIdxOptions;
declare function downloadFashionMNIST(directory?: string, options?: DownloadFashionMNISTOptions): Promise<string>;
type MNISTOptions = IdxSetOptions;
declare class MNIST extends IdxImages {
    static readonly name: string;
    constructor(directory: string, options?: MNISTOptions);
}
declare function findMNIST(directory?: string): string | null;
type DownloadMNISTOptions = DownloadIdxOptions;
declare function downloadMNIST(directory?: string, options?: DownloadMNISTOptions): Promise<string>;
type ImageReadMode = "UNCHANGED" | "GRAY" | "RGB";
declare function decodeImage(bytes: Uint8Array, mode?: ImageReadMode, source?: string): Tensor;
declare function readImage(path: string, mode?: ImageReadMode): Tensor;
interface ImageFolderOptions extends ImageDatasetTransforms {
    readonly loader?: (path: string) => Tensor;
    readonly isValidFile?: (path: string) => boolean;
    readonly allowEmpty?: boolean;
}
declare class ImageFolder implements Dataset<ImageSample> {
    #private;
    static readonly name: string;
    readonly root: string;
    readonly classes: readonly string[];
    readonly classToIdx: Readonly<Record<string, number>>;
    readonly samples: readonly (readonly [
        path: string,
        label: number
    ])[];
    readonly targets: Int32Array;
    readonly transform: ((image: Tensor) => Tensor) | null;
    readonly targetTransform: ((label: Tensor) => Tensor) | null;
    constructor(root: string, options?: ImageFolderOptions);
    get length(): number;
    get(index: number): ImageSample;
}
declare function saveImage(images: Tensor | readonly Tensor[], path: string, options?: GridOptions): void;
declare function defineDataset<Settings, Made extends Dataset>(url: string | URL, make: (settings: Settings) => Made): (settings: Settings) => Made;
export {
  CIFAR10,
  CIFAR100,
  DownloadError,
  FashionMNIST,
  ImageFolder,
  MNIST,
  cacheDirectory,
  decodeImage,
  defineDataset,
  download,
  downloadCIFAR10,
  downloadCIFAR100,
  downloadFashionMNIST,
  downloadMNIST,
  findCIFAR10,
  findCIFAR100,
  findFashionMNIST,
  findMNIST,
  makeDirectory,
  readCSV,
  readImage,
  saveImage,
  type CIFAR100Options,
  type CIFAR10Options,
  type DownloadCIFAR100Options,
  type DownloadCIFAR10Options,
  type DownloadFailure,
  type DownloadFashionMNISTOptions,
  type DownloadMNISTOptions,
  type DownloadOptions,
  type FashionMNISTOptions,
  type ImageFolderOptions,
  type ImageReadMode,
  type Limits,
  type MNISTOptions,
  type RemoteFile,
};
