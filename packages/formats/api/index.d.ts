import { B as Bytes, L as LoadOptions, T as TorchValue } from './read.js';
export {
  F as FileDType,
  N as NarrowFloats,
  O as OnnxModule,
  S as SafetensorsHeader,
  a as FormatError,
  b as FormatErrorDetails,
  c as OnnxOptions,
  d as SaveOptions,
  e as TensorEntry,
  f as TorchLoadOptions,
  g as deserializeTorch,
  h as exportOnnx,
  s as serialize,
} from './read.js';
import { Tensor } from '@bernoulli/tensor';
declare function deserializeNpy(bytes: Bytes, options?: LoadOptions): Promise<Tensor>;
declare function deserializeNpz(bytes: Bytes, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function serializeNpy(value: Tensor): Promise<Uint8Array<ArrayBuffer>>;
declare function serializeNpz(tensors: Readonly<Record<string, Tensor>>): Promise<Uint8Array<ArrayBuffer>>;
type WritablePlace = `opfs:${string}` | `indexeddb:${string}`;
type Place = WritablePlace | `https://${string}` | `http://${string}` | URL;
declare function saveBytes(place: WritablePlace, bytes: Bytes): Promise<void>;
declare function loadBytes(place: Place): Promise<Uint8Array<ArrayBuffer>>;
declare function removeBytes(place: WritablePlace): Promise<void>;
declare function deserialize(bytes: Bytes, options?: LoadOptions): Promise<Record<string, Tensor>>;
declare function serializeTorch(value: TorchValue): Promise<Uint8Array<ArrayBuffer>>;
export {
  Bytes,
  LoadOptions,
  TorchValue,
  deserialize,
  deserializeNpy,
  deserializeNpz,
  loadBytes,
  removeBytes,
  saveBytes,
  serializeNpy,
  serializeNpz,
  serializeTorch,
  type Place,
  type WritablePlace,
};
