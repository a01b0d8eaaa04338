import { Tensor } from '@bernoulli/tensor';
import { a as FormatError, L as LoadOptions, O as OnnxModule, c as OnnxOptions, S as SafetensorsHeader, d as SaveOptions, f as TorchLoadOptions, T as TorchValue } from './read.js';
type HyperParameters = Readonly<Record<string, string | number | boolean>>;
interface EventWriterOptions {
    readonly purgeStep?: number;
    readonly clock?: () => number;
}
declare class EventWriter {
    #private;
    readonly path: string;
    constructor(directory: string, options?: EventWriterOptions);
    addScalar(tag: string, value: number, step: number): void;
    addHistogram(tag: string, values: Tensor, step: number): void;
    addImage(tag: string, image: Tensor, step: number): void;
    addHparams(parameters: HyperParameters, metrics: readonly string[]): void;
    flush(): Promise<void>;
    close(): Promise<void>;
}
declare function explained(file: string, what: string, cause: unknown): FormatError;
declare function replaceFile(path: string, contents: string | Uint8Array | (() => AsyncIterable<Uint8Array>)): Promise<void>;
declare function checkWritable(path: string): Promise<void>;
declare function loadNpy(path: string, options?: LoadOptions): Promise<Tensor>;
declare function loadNpz(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function saveNpy(value: Tensor, path: string): Promise<void>;
declare function saveNpz(tensors: Readonly<Record<string, Tensor>>, path: string): Promise<void>;
declare function saveOnnx(model: OnnxModule, inputs: Tensor | readonly Tensor[], path: string, options?: OnnxOptions): Promise<void>;
declare function saveFile(tensors: Readonly<Record<string, Tensor>>, path: string, metadata?: Readonly<Record<string, string>>, options?: SaveOptions): Promise<void>;
declare function saveVerifiable(tensors: Readonly<Record<string, Tensor>>, path: string, metadata?: Readonly<Record<string, string>>): Promise<void>;
declare function verifyFile(path: string): Promise<boolean>;
declare function loadFile(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function readFileHeader(path: string): Promise<SafetensorsHeader>;
interface SafetensorsFile extends SafetensorsHeader {
    read(keys: readonly string[]): Promise<Record<string, Tensor>>;
}
declare function safeOpen<Result>(path: string, use: (file: SafetensorsFile) => Promise<Result>, options?: LoadOptions & {
    readonly name?: string;
}): Promise<Result>;
interface SaveShardedOptions extends SaveOptions {
    readonly maxShardSize?: number;
    readonly name?: string;
    readonly metadata?: Readonly<Record<string, string>>;
}
declare function loadSharded(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function saveSharded(tensors: Readonly<Record<string, Tensor>>, directory: string, options?: SaveShardedOptions): Promise<string>;
declare function loadTorch(path: string, options?: TorchLoadOptions): Promise<TorchValue>;
declare function loadTorchStateDict(path: string, options?: TorchLoadOptions): Promise<Record<string, Tensor>>;
declare function saveTorch(value: TorchValue, path: string): Promise<void>;
export {
  EventWriter,
  checkWritable,
  explained,
  loadFile,
  loadNpy,
  loadNpz,
  loadSharded,
  loadTorch,
  loadTorchStateDict,
  readFileHeader,
  replaceFile,
  safeOpen,
  saveFile,
  saveNpy,
  saveNpz,
  saveOnnx,
  saveSharded,
  saveTorch,
  saveVerifiable,
  type EventWriterOptions,
  type HyperParameters,
  type SafetensorsFile,
  type SaveShardedOptions,
  verifyFile,
};
