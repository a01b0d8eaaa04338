// defaultCollate: a list of samples becomes a batch, and the type of that batch. Not which samples (sampler.ts).

import { checkArgument, DTypeError, isTensor, ShapeError, stack, type Tensor, tensor } from "@bernoulli/tensor";

/**
 * What {@link defaultCollate} makes of a list of `Sample`: tensors, numbers and booleans become a tensor with a new
 * first dimension; strings stay a list; arrays and plain objects are collated part by part.
 */
export type Collated<Sample> = unknown extends Sample
  ? Sample
  : Sample extends Tensor | number | boolean
    ? Tensor
    : Sample extends string
      ? string[]
      : Sample extends readonly unknown[]
        ? { -readonly [At in keyof Sample]: Collated<Sample[At]> }
        : Sample extends object
          ? { -readonly [Key in keyof Sample]: Collated<Sample[Key]> }
          : never;

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (value === null || typeof value !== "object") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Makes a batch of a list of samples, as a DataLoader does unless it is given another `collate`: N tensors of shape
 * (*) become one of shape (N, *); numbers an (N) float32 tensor (as `tensor` has it: give labels as int32 tensors);
 * booleans an (N) bool tensor; strings stay a list; arrays and plain objects are collated part by part.
 * See https://pytorch.org/docs/stable/data.html#torch.utils.data.default_collate.
 *
 * @throws ShapeError for an empty list, tensors of different shapes, or arrays of different lengths; DTypeError for
 * anything else than the above.
 * @example
 * ```ts
 * import { defaultCollate } from "@bernoulli/data";
 * import { tensor } from "@bernoulli/tensor";
 * const [images, names] = defaultCollate([[tensor([1, 2]), "a"], [tensor([3, 4]), "b"]] as const);
 * images.toArray(); // → [[1, 2], [3, 4]]
 * names; // → ["a", "b"]
 * ```
 */
export function defaultCollate<Sample>(samples: readonly Sample[]): Collated<Sample> {
  checkArgument("defaultCollate", "samples", samples, "array");
  return collate(samples) as Collated<Sample>;
}

/** Samples that hold themselves never end. */
const deepest = 64;

function collate(samples: readonly unknown[], depth = 0): unknown {
  if (depth > deepest) throw new DTypeError(`defaultCollate: the samples are nested deeper than ${deepest} levels`);
  const first = samples[0];
  if (samples.length === 0) throw new ShapeError("defaultCollate: expected one or more samples, got an empty list");
  if (samples.every(isTensor)) return stack(samples);
  const type = typeof first;
  if (type === "number" || type === "boolean" || type === "string") {
    const other = samples.find((sample) => typeof sample !== type);
    if (other !== undefined) throw mixed(first, other);
    return type === "string" ? [...samples] : tensor(samples as readonly (number | boolean)[]);
  }
  if (Array.isArray(first)) {
    const rows = samples as readonly unknown[][];
    const other = rows.find((row) => !Array.isArray(row));
    if (other !== undefined) throw mixed(first, other);
    const uneven = rows.find((row) => row.length !== first.length);
    if (uneven !== undefined) {
      throw new ShapeError(
        `defaultCollate: each element in list of batch should be of equal size, got arrays of ${first.length} and ${uneven.length}`,
      );
    }
    return first.map((_, column) =>
      collate(
        rows.map((row) => row[column]),
        depth + 1,
      ),
    );
  }
  if (isPlainObject(first)) {
    const other = samples.find((sample) => !isPlainObject(sample));
    if (other !== undefined) throw mixed(first, other);
    const rows = samples as readonly Record<string, unknown>[];
    return Object.fromEntries(
      Object.keys(first).map((key) => [
        key,
        collate(
          rows.map((row) => row[key]),
          depth + 1,
        ),
      ]),
    );
  }
  throw mixed(
    first,
    samples.find((sample) => !isTensor(sample)),
  );
}

function mixed(first: unknown, other: unknown): DTypeError {
  const found =
    isTensor(first) || describe(first) === describe(other)
      ? describe(other)
      : `${describe(first)} and ${describe(other)}`;
  return new DTypeError(
    "defaultCollate: batch must contain tensors, numbers, booleans, strings, or arrays or plain objects of them, alike in " +
      `every sample; found ${found}; convert in the dataset's get(), or give the DataLoader a collate function`,
  );
}

function describe(value: unknown): string {
  if (isTensor(value)) return "a Tensor";
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return isPlainObject(value) ? "a plain object" : `a ${value.constructor.name}`;
  return `a ${typeof value}`;
}
