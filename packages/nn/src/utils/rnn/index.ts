// nn.utils.rnn: sequences of several lengths. Only re-exports.

export { invertPermutation, PackedSequence } from "./packed-sequence.js";
export {
  type PackPaddedOptions,
  type PackSequenceOptions,
  type PadPackedOptions,
  type PadSequenceOptions,
  packPaddedSequence,
  packSequence,
  padPackedSequence,
  padSequence,
  type UnpadSequenceOptions,
  unpackSequence,
  unpadSequence,
} from "./padding.js";
