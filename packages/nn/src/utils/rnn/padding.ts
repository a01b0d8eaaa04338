// Sequences of several lengths as one tensor, padded or packed, and back.

import {
  ArgumentError,
  cat,
  checkOptions,
  full,
  indexSelect,
  isTensor,
  type Kinds,
  optionsOf,
  type Positional,
  pad,
  ShapeError,
  stack,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { PackedSequence } from "./packed-sequence.js";

type Lengths = Tensor | readonly number[];

function numbersOf(op: string, lengths: Lengths): readonly number[] {
  const numbers = isTensor(lengths) ? (lengths.toArray() as number[]) : lengths;
  if (!Array.isArray(numbers) || !numbers.every(Number.isInteger))
    throw new ArgumentError(`${op}: lengths must be a vector of integers, or an array of them`);
  return numbers;
}

export interface PackPaddedOptions {
  /** Whether the batch is the first dimension and time the second. Default false: time is the first. */
  readonly batchFirst?: boolean;
  /** Whether lengths must already fall; with false sequences are sorted. Default true. */
  readonly enforceSorted?: boolean;
}

/**
 * Packs padded sequences. Shape: (time, batch, *), or with `batchFirst` (batch, time, *); lengths (batch), on any device or an array.
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.pack_padded_sequence.html.
 *
 * @throws ArgumentError for lengths that grow, with `enforceSorted`, or are not positive; ShapeError where they do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const padded = tensor([[1, 2, 0], [3, 0, 0], [4, 5, 6]]);
 * const packed = utils.rnn.packPaddedSequence(padded, [2, 1, 3], { batchFirst: true, enforceSorted: false });
 * packed.data.toArray(); // → [4, 1, 3, 5, 2, 6]
 * packed.sortedIndices?.toArray(); // → [2, 0, 1]
 * ```
 */
export function packPaddedSequence(
  input: Tensor,
  lengths: Lengths,
  ...rest: Positional<PackPaddedOptions, ["batchFirst", "enforceSorted"]>
): PackedSequence {
  const op = "packPaddedSequence";
  const options = optionsOf<PackPaddedOptions>(op, ["batchFirst", "enforceSorted"], rest);
  checkOptions(op, options, { batchFirst: "boolean", enforceSorted: "boolean" });
  const { batchFirst = false, enforceSorted = true } = options;
  if (!isTensor(input) || input.ndim < 2)
    throw new ShapeError(`${op}: input must be a Tensor of two dimensions at least`);
  const given = numbersOf(op, lengths);
  const [time, batch] = batchFirst ? [input.size(1), input.size(0)] : [input.size(0), input.size(1)];
  if (given.length !== batch)
    throw new ShapeError(
      `${op}: Expected \`len(lengths)\` to be equal to batch_size, but got ${given.length} (batch_size=${batch})`,
    );
  if (given.some((length) => length <= 0))
    throw new ArgumentError(
      `${op}: Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0`,
    );
  if (given.some((length) => length > time))
    throw new ShapeError(
      `${op}: lengths must not be above the ${time} time steps there are, but got ${Math.max(...given)}`,
    );
  let sorted = given;
  let sortedIndices: Tensor | null = null;
  let sequences = batchFirst ? input.transpose(0, 1) : input;
  if (enforceSorted) {
    if (given.some((length, at) => length > (given[at - 1] ?? length)))
      throw new ArgumentError(
        `${op}: \`lengths\` array must be sorted in decreasing order when \`enforce_sorted\` is True. You can pass \`enforceSorted: false\` to sort the sequences`,
      );
  } else {
    const order = given.map((_, at) => at).sort((a, b) => given[b]! - given[a]! || a - b);
    sorted = order.map((at) => given[at]!);
    sortedIndices = tensor(order, { dtype: "int32", device: input.device });
    sequences = indexSelect(sequences, 1, sortedIndices);
  }
  const sizes = batchSizesOf(sorted);
  const rows = sequences.reshape([time * batch, ...sequences.shape.slice(2)]);
  const data =
    sizes.every((size) => size === batch) && sizes.length === time
      ? rows
      : indexSelect(rows, 0, tensor(placesOf(sizes, batch), { dtype: "int32", device: input.device }));
  return new PackedSequence(data, sizes, sortedIndices);
}

/** How many sequences reach each time step; lengths fall. */
function batchSizesOf(lengths: readonly number[]): number[] {
  return Array.from({ length: lengths[0] ?? 0 }, (_, at) => lengths.filter((length) => length > at).length);
}

/** Where packed elements lie among those of (time, batch). */
function placesOf(sizes: readonly number[], batch: number): number[] {
  return sizes.flatMap((size, at) => Array.from({ length: size }, (_, row) => at * batch + row));
}

export interface PadPackedOptions {
  /** Whether the batch becomes the first dimension. Default false. */
  readonly batchFirst?: boolean;
  /** What stands behind the end of a sequence. Default 0. */
  readonly paddingValue?: number;
  /** How many time steps there shall be, no fewer than the longest sequence has. Default: as many. */
  readonly totalLength?: number | null;
}

/**
 * What was packed, padded, and the lengths, in the order in which sequences were given. Shape: → (time, batch, *) or, with
 * `batchFirst`, (batch, time, *), and (batch), int32.
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.pad_packed_sequence.html.
 *
 * @throws ArgumentError for a `totalLength` below the longest sequence's.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const packed = utils.rnn.packSequence([tensor([1, 2]), tensor([3])]);
 * const [padded, lengths] = utils.rnn.padPackedSequence(packed, { batchFirst: true });
 * padded.toArray(); // → [[1, 2], [3, 0]]
 * lengths.toArray(); // → [2, 1]
 * ```
 */
export function padPackedSequence(
  sequence: PackedSequence,
  ...rest: Positional<PadPackedOptions, ["batchFirst", "paddingValue", "totalLength"]>
): [padded: Tensor, lengths: Tensor] {
  const op = "padPackedSequence";
  const options = optionsOf<PadPackedOptions>(op, ["batchFirst", "paddingValue", "totalLength"], rest);
  checkOptions(op, options, { batchFirst: "boolean", paddingValue: "number", totalLength: "anything" });
  if (!(sequence instanceof PackedSequence)) throw new ArgumentError(`${op}: expected a PackedSequence`);
  const { batchFirst = false, paddingValue = 0, totalLength = null } = options;
  const { data, sizes, unsortedIndices } = sequence;
  if (totalLength !== null && totalLength < sizes.length)
    throw new ArgumentError(
      `${op}: Expected total_length to be at least the length of the longest sequence in input, but got total_length=${totalLength} and max sequence length being ${sizes.length}`,
    );
  const [time, batch] = [totalLength ?? sizes.length, sizes[0] ?? 0];
  let padded: Tensor;
  if (sizes.every((size) => size === batch) && time === sizes.length)
    padded = data.view([time, batch, ...data.shape.slice(1)]);
  else {
    // One more row, of padding, from which all is taken that was not there.
    const filling = full([1, ...data.shape.slice(1)], paddingValue, { dtype: data.dtype, device: data.device });
    const rows = cat([data, filling], 0);
    const places = new Array<number>(time * batch).fill(data.size(0));
    for (const [at, place] of placesOf(sizes, batch).entries()) places[place] = at;
    const index = tensor(places, { dtype: "int32", device: data.device });
    padded = indexSelect(rows, 0, index).view([time, batch, ...data.shape.slice(1)]);
  }
  let lengths = tensor(
    Array.from({ length: batch }, (_, row) => sizes.filter((size) => size > row).length),
    { dtype: "int32" },
  );
  if (unsortedIndices !== null) {
    padded = indexSelect(padded, 1, unsortedIndices);
    lengths = indexSelect(lengths, 0, unsortedIndices);
  }
  return [batchFirst ? padded.transpose(0, 1) : padded, lengths];
}

export interface PadSequenceOptions {
  /** Whether the batch becomes the first dimension. Default false. */
  readonly batchFirst?: boolean;
  /** What a sequence is filled up with. Default 0. */
  readonly paddingValue?: number;
  /** On which side. Default "right". */
  readonly paddingSide?: "right" | "left";
}

const padSequenceKinds: Kinds<PadSequenceOptions> = {
  batchFirst: "boolean",
  paddingValue: "number",
  paddingSide: "anything",
};

/**
 * Sequences stacked, filled up to the longest. Shape: each (length, *) → (time, batch, *) or, with `batchFirst`, (batch, time, *).
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.pad_sequence.html.
 *
 * @throws ArgumentError where there are none, or for another side; ShapeError if more than their lengths differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * utils.rnn.padSequence([tensor([1, 2]), tensor([3])], { batchFirst: true }).toArray(); // → [[1, 2], [3, 0]]
 * ```
 */
export function padSequence(
  sequences: Iterable<Tensor>,
  ...rest: Positional<PadSequenceOptions, ["batchFirst", "paddingValue", "paddingSide"]>
): Tensor {
  const op = "padSequence";
  const options = optionsOf<PadSequenceOptions>(op, ["batchFirst", "paddingValue", "paddingSide"], rest);
  checkOptions(op, options, padSequenceKinds);
  const { batchFirst = false, paddingValue = 0, paddingSide = "right" } = options;
  if (paddingSide !== "right" && paddingSide !== "left")
    throw new ArgumentError(`${op}: Expected padding_side to be one of left or right, but got ${String(paddingSide)}`);
  const all = isTensor(sequences) ? sequences.unbind(0) : [...sequences];
  if (all.length === 0) throw new ArgumentError(`${op}: received an empty list of sequences`);
  const longest = Math.max(...all.map((sequence) => sequence.size(0)));
  const filled = all.map((sequence) => {
    const missing = longest - sequence.size(0);
    if (missing === 0) return sequence;
    const sides = paddingSide === "right" ? [0, missing] : [missing, 0];
    return pad(sequence, [...new Array<number>(2 * (sequence.ndim - 1)).fill(0), ...sides], { value: paddingValue });
  });
  return stack(filled, batchFirst ? 0 : 1);
}

export interface UnpadSequenceOptions {
  /** Whether the batch is the first dimension. Default false. */
  readonly batchFirst?: boolean;
}

/**
 * Padded sequences one by one, as long as they are. Shape: (time, batch, *) or, with `batchFirst`, (batch, time, *); lengths (batch)
 * → each (length, *), views.
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.unpad_sequence.html.
 *
 * @throws ShapeError where lengths and batch do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const padded = tensor([[1, 2], [3, 0]]);
 * utils.rnn.unpadSequence(padded, [2, 1], { batchFirst: true }).map((one) => one.toArray()); // → [[1, 2], [3]]
 * ```
 */
export function unpadSequence(
  paddedSequences: Tensor,
  lengths: Lengths,
  ...rest: Positional<UnpadSequenceOptions, ["batchFirst"]>
): Tensor[] {
  const options = optionsOf<UnpadSequenceOptions>("unpadSequence", ["batchFirst"], rest);
  checkOptions("unpadSequence", options, { batchFirst: "boolean" });
  const numbers = numbersOf("unpadSequence", lengths);
  const sequences = (options.batchFirst === true ? paddedSequences : paddedSequences.transpose(0, 1)).unbind(0);
  if (sequences.length !== numbers.length)
    throw new ShapeError(`unpadSequence: got ${numbers.length} lengths for a batch of ${sequences.length}`);
  return sequences.map((sequence, at) => sequence.narrow(0, 0, Math.min(numbers[at]!, sequence.size(0))));
}

export interface PackSequenceOptions {
  /** Whether lengths must already fall; with false sequences are sorted. Default true. */
  readonly enforceSorted?: boolean;
}

/**
 * Packs sequences of several lengths. Shape: each (length, *).
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.pack_sequence.html.
 *
 * @throws as `padSequence` and `packPaddedSequence`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * utils.rnn.packSequence([tensor([1, 2, 3]), tensor([4, 5]), tensor([6])]).data.toArray(); // → [1, 4, 6, 2, 5, 3]
 * ```
 */
export function packSequence(
  sequences: Iterable<Tensor>,
  ...rest: Positional<PackSequenceOptions, ["enforceSorted"]>
): PackedSequence {
  const options = optionsOf<PackSequenceOptions>("packSequence", ["enforceSorted"], rest);
  checkOptions("packSequence", options, { enforceSorted: "boolean" });
  const all = [...sequences];
  const lengths = all.map((sequence) => sequence.size(0));
  return packPaddedSequence(padSequence(all), lengths, options);
}

/**
 * What was packed, sequence by sequence, in the order in which they were given.
 * See https://pytorch.org/docs/stable/generated/torch.utils.rnn.unpack_sequence.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const { packSequence, unpackSequence } = utils.rnn;
 * const packed = packSequence([tensor([4]), tensor([1, 2])], { enforceSorted: false });
 * unpackSequence(packed).map((one) => one.toArray()); // → [[4], [1, 2]]
 * ```
 */
export function unpackSequence(packedSequences: PackedSequence): Tensor[] {
  const [padded, lengths] = padPackedSequence(packedSequences, { batchFirst: true });
  return unpadSequence(padded, lengths, { batchFirst: true });
}
