declare class EventWriter {
    #private;
    readonly path: string;
    constructor(directory: string, options?: EventWriterOptions);
    addScalar(tag: string, value: number, step: number): void;
    addHistogram(tag: string, values: Tensor, step: number): void;
    addImage(tag: string, image: Tensor, step: number): void;
    addHparams(parameters: messages.HyperParameters, metrics: readonly string[]): void;
    flush(): Promise<void>;
    close(): Promise<void>;
}
declare class FormatError extends BernoulliError {
    name: string;
    readonly code: BernoulliError["code"];
    readonly file: string;
    readonly key: string | null;
    constructor(message: string, { file, key, cause }: FormatErrorDetails);
}
declare const fileDTypes: {
    readonly BOOL: {
        readonly bits: 8;
        readonly decode: {
            readonly dtype: "bool";
            readonly elements: typeof checkedBooleans;
        };
    };
    readonly U8: {
        readonly bits: 8;
        readonly decode: Decoder;
    };
    readonly I8: {
        readonly bits: 8;
        readonly decode: Decoder;
    };
    readonly I16: {
        readonly bits: 16;
        readonly decode: Decoder;
    };
    readonly U16: {
        readonly bits: 16;
        readonly decode: Decoder;
    };
    readonly I32: {
        readonly bits: 32;
        readonly decode: Decoder;
    };
    readonly U32: {
        readonly bits: 32;
        readonly decode: Decoder;
    };
    readonly I64: {
        readonly bits: 64;
        readonly decode: Decoder;
    };
    readonly U64: {
        readonly bits: 64;
        readonly decode: Decoder;
    };
    readonly F16: {
        readonly bits: 16;
        readonly decode: {
            readonly dtype: "float32";
            readonly elements: (buffer: ArrayBuffer) => Float32Array<ArrayBufferLike>;
        };
    };
    readonly BF16: {
        readonly bits: 16;
        readonly decode: {
            readonly dtype: "float32";
            readonly elements: (buffer: ArrayBuffer) => Float32Array<ArrayBufferLike>;
        };
    };
    readonly F32: {
        readonly bits: 32;
        readonly decode: Decoder;
    };
    readonly F64: {
        readonly bits: 64;
        readonly decode: Decoder;
    };
    readonly F4: {
        readonly bits: 4;
        readonly decode: null;
    };
    readonly F6_E2M3: {
        readonly bits: 6;
        readonly decode: null;
    };
    readonly F6_E3M2: {
        readonly bits: 6;
        readonly decode: null;
    };
    readonly F8_E5M2: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E4M3: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E5M2FNUZ: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E4M3FNUZ: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly F8_E8M0: {
        readonly bits: 8;
        readonly decode: null;
    };
    readonly C64: {
        readonly bits: 64;
        readonly decode: null;
    };
};
declare function checkWritable(path: string): Promise<void>;
declare function checkedBooleans(buffer: ArrayBuffer): Uint8Array;
declare function deserialize(bytes: Bytes, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function deserializeNpy(bytes: Bytes, options?: LoadOptions): Promise<Tensor>;
declare function deserializeNpz(bytes: Bytes, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function deserializeTorch(bytes: Bytes, options?: TorchLoadOptions): Promise<TorchValue>;
declare function explained(file: string, what: string, cause: unknown): FormatError;
declare function exportOnnx(model: OnnxModule, inputs: Tensor | readonly Tensor[], options?: OnnxOptions): Uint8Array<ArrayBuffer>;
declare function loadBytes(place: Place): Promise<Uint8Array<ArrayBuffer>>;
declare function loadFile(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function loadNpy(path: string, options?: LoadOptions): Promise<Tensor>;
declare function loadNpz(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function loadSharded(path: string, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function loadTorch(path: string, options?: TorchLoadOptions): Promise<TorchValue>;
declare function loadTorchStateDict(path: string, options?: TorchLoadOptions): Promise<Record<string, Tensor>>;
declare function readFileHeader(path: string): Promise<SafetensorsHeader>;
declare function removeBytes(place: WritablePlace): Promise<void>;
declare function replaceFile(path: string, contents: string | Uint8Array | (() => AsyncIterable<Uint8Array>)): Promise<void>;
declare function safeOpen<Result>(path: string, use: (file: SafetensorsFile) => Promise<Result>, options?: LoadOptions & {
    readonly name?: string;
}): Promise<Result>;
declare function saveBytes(place: WritablePlace, bytes: Bytes): Promise<void>;
declare function saveFile(tensors: Readonly<Record<string, Tensor>>, path: string, metadata?: Readonly<Record<string, string>>, options?: SaveOptions): Promise<void>;
declare function saveNpy(value: Tensor, path: string): Promise<void>;
declare function saveNpz(tensors: Readonly<Record<string, Tensor>>, path: string): Promise<void>;
declare function saveOnnx(model: OnnxModule, inputs: Tensor | readonly Tensor[], path: string, options?: OnnxOptions): Promise<void>;
declare function saveSharded(tensors: Readonly<Record<string, Tensor>>, directory: string, options?: SaveShardedOptions): Promise<string>;
declare function saveTorch(value: TorchValue, path: string): Promise<void>;
declare function saveVerifiable(tensors: Readonly<Record<string, Tensor>>, path: string, metadata?: Readonly<Record<string, string>>): Promise<void>;
declare function serialize(tensors: Readonly<Record<string, Tensor>>, metadata?: Readonly<Record<string, string>>, options?: SaveOptions): Promise<Uint8Array<ArrayBuffer>>;
declare function serializeNpy(value: Tensor): Promise<Uint8Array<ArrayBuffer>>;
declare function serializeNpz(tensors: Readonly<Record<string, Tensor>>): Promise<Uint8Array<ArrayBuffer>>;
declare function serializeTorch(value: TorchValue): Promise<Uint8Array<ArrayBuffer>>;
declare function verifyFile(path: string): Promise<boolean>;
interface Decoder {
    readonly dtype: DType;
    readonly elements: (buffer: ArrayBuffer) => TypedArray;
}
interface EventWriterOptions {
    readonly purgeStep?: number;
    readonly clock?: () => number;
}
interface FormatErrorDetails {
    readonly file: string;
    readonly key?: string | undefined;
    readonly cause?: unknown;
}
interface LoadOptions {
    readonly device?: DeviceName;
    readonly mapLocation?: DeviceName;
}
interface OnnxModule {
    (...inputs: never): unknown;
    readonly training: boolean;
    stateDict(): Readonly<Record<string, Tensor>>;
}
interface OnnxOptions {
    readonly inputNames?: readonly string[];
    readonly outputNames?: readonly string[];
    readonly name?: string;
}
interface SafetensorsFile extends SafetensorsHeader {
    read(keys: readonly string[]): Promise<Record<string, Tensor>>;
}
interface SafetensorsHeader {
    readonly metadata: Readonly<Record<string, string>>;
    readonly tensors: Readonly<Record<string, TensorEntry>>;
}
interface SaveOptions {
    readonly floats?: NarrowFloats;
}
interface SaveShardedOptions extends SaveOptions {
    readonly maxShardSize?: number;
    readonly name?: string;
    readonly metadata?: Readonly<Record<string, string>>;
}
interface TensorEntry {
    readonly dtype: FileDType;
    readonly shape: readonly number[];
    readonly begin: number;
    readonly byteLength: number;
}
interface TorchLoadOptions extends LoadOptions {
    readonly at?: string;
}
type Bytes = ArrayBufferLike | ArrayBufferView | Blob | Response;
type FileDType = keyof typeof fileDTypes;
type HyperParameters = Readonly<Record<string, string | number | boolean>>;
type NarrowFloats = "float16" | "bfloat16";
type Place = WritablePlace | `https://${string}` | `http://${string}` | URL;
type TorchValue = null | boolean | number | string | Tensor | readonly TorchValue[] | {
    readonly [key: string]: TorchValue;
};
type WritablePlace = `opfs:${string}` | `indexeddb:${string}`;
