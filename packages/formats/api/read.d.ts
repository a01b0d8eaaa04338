import { DType, TypedArray, BernoulliError, DeviceName, Tensor } from '@bernoulli/tensor';
type Bytes = ArrayBufferLike | ArrayBufferView | Blob | Response;
interface Decoder {
    readonly dtype: DType;
    readonly elements: (buffer: ArrayBuffer) => TypedArray;
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
type FileDType = keyof typeof fileDTypes;
type NarrowFloats = "float16" | "bfloat16";
declare function checkedBooleans(buffer: ArrayBuffer): Uint8Array;
interface FormatErrorDetails {
    readonly file: string;
    readonly key?: string | undefined;
    readonly cause?: unknown;
}
declare class FormatError extends BernoulliError {
    name: string;
    readonly code: BernoulliError["code"];
    readonly file: string;
    readonly key: string | null;
    constructor(message: string, { file, key, cause }: FormatErrorDetails);
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
declare function exportOnnx(model: OnnxModule, inputs: Tensor | readonly Tensor[], options?: OnnxOptions): Uint8Array<ArrayBuffer>;
interface TensorEntry {
    readonly dtype: FileDType;
    readonly shape: readonly number[];
    readonly begin: number;
    readonly byteLength: number;
}
interface SafetensorsHeader {
    readonly metadata: Readonly<Record<string, string>>;
    readonly tensors: Readonly<Record<string, TensorEntry>>;
}
interface SaveOptions {
    readonly floats?: NarrowFloats;
}
declare function serialize(tensors: Readonly<Record<string, Tensor>>, metadata?: Readonly<Record<string, string>>, options?: SaveOptions): Promise<Uint8Array<ArrayBuffer>>;
type TorchValue = null | boolean | number | string | Tensor | readonly TorchValue[] | {
    readonly [key: string]: TorchValue;
};
interface TorchLoadOptions extends LoadOptions {
    readonly at?: string;
}
declare function deserializeTorch(bytes: Bytes, options?: TorchLoadOptions): Promise<TorchValue>;
export {
  FormatError as a,
  deserializeTorch as g,
  exportOnnx as h,
  serialize as s,
  type Bytes as B,
  type FileDType as F,
  type FormatErrorDetails as b,
  type LoadOptions as L,
  type NarrowFloats as N,
  type OnnxModule as O,
  type OnnxOptions as c,
  type SafetensorsHeader as S,
  type SaveOptions as d,
  type TensorEntry as e,
  type TorchLoadOptions as f,
  type TorchValue as T,
};
