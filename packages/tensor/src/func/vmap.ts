// vmap: a function of one sample, called once for all of them.

import { checkSynchronous } from "../checks/asynchronous.js";
import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { checkArgument, checkOptions } from "../checks/options.js";
import { setLifting } from "../door/lifting.js";
import { cat } from "../ops/shapes/cat.js";
import { movedim } from "../ops/views/permute.js";
import { narrow } from "../ops/views/slice.js";
import { defaultGenerator } from "../random/generator.js";
import { normalizeDim } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { interpreter } from "./interpret.js";
import { enter, exit, holds, Level, type Randomness, within } from "./samples.js";
import { isPlain, mapTree } from "./tree.js";

/** Along which dimension samples lie; null for what is the same for all. In arrays and objects: that of each member. */
export type Dims = number | null | readonly Dims[] | { readonly [name: string]: Dims };

export interface VmapOptions {
  /** Along which dimension of each argument the samples lie, null for one that all share: one for all, or an array, one an argument. Default 0. */
  readonly inDims?: Dims;
  /** Along which dimension of each result they shall lie: one for all, or in an array or object as the results are. Default 0. */
  readonly outDims?: Dims;
  /** What random ops do: throw, draw for each sample anew, or draw once for all. Default "error". */
  readonly randomness?: Randomness;
  /** How many samples are computed at once. Default: all. */
  readonly chunkSize?: number | null;
}

/**
 * Maps a function of one sample over samples: the result takes tensors with one more dimension, along which the samples lie, and gives what
 * `fn` gives for each, stacked. Arguments and results may be arrays and plain objects of tensors. `fn` runs once; within it tensors have a
 * sample's shape. Views, what goes element by element, reductions, softmax, sorting, `cat`, matrix products, convolutions with weights that all
 * samples share, pooling and cross-entropy compute all samples at once; every other op, such as a convolution's gradient for its weight,
 * indexing or what `linalg` has, is computed sample by sample within the call: slower, and as right. What depends on elements, such as
 * `item()` or `nonzero()`, is refused. Gradients go through it, and `vmap(grad(fn))` gives those of each sample.
 * See https://pytorch.org/docs/stable/generated/torch.func.vmap.html.
 *
 * @throws ArgumentError for dims that do not fit, sizes that differ, results that are no tensors, draws in the mode "error", and reads.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { grad, vmap } from "@bernoulli/tensor/func";
 * const rows = tensor([[1, 2], [3, 4], [5, 6]]);
 * vmap((x) => x.dot(x))(rows).toArray(); // → [5, 25, 61]
 * vmap((x, y) => x.mul(y), { inDims: [0, null] })(rows, tensor([10, 1])).toArray(); // → [[10, 2], [30, 4], [50, 6]]
 * vmap(grad((x) => x.pow(2).sum()))(rows).toArray(); // → [[2, 4], [6, 8], [10, 12]]
 * ```
 */
export function vmap<Arguments extends readonly any[] = Tensor[], Result = Tensor>(
  fn: (...inputs: Arguments) => Result,
  options: VmapOptions = {},
): (...inputs: Arguments) => Result {
  checkArgument("vmap", "fn", fn, "function");
  checkOptions("vmap", options, ["inDims", "outDims", "randomness", "chunkSize"]);
  const { inDims = 0, outDims = 0, randomness = "error", chunkSize = null } = options;
  if (!["error", "different", "same"].includes(randomness))
    throw new ArgumentError(
      `vmap: Only allowed values for randomness are "error", "different", or "same". Got ${describe(randomness)}`,
    );
  if (chunkSize !== null && !(Number.isSafeInteger(chunkSize) && chunkSize > 0))
    throw new ArgumentError(
      `vmap: chunkSize should be null or an integer greater than 0, but got ${describe(chunkSize)}`,
    );
  return (...inputs) => {
    const mapped = mappedInputs(inputs, inDims);
    const size = sizeOf(mapped);
    const mapping: Mapping = { fn, outDims, randomness };
    const samples: Samples = { inputs, mapped, size };
    return (
      chunkSize === null || chunkSize >= size ? call(mapping, samples) : inChunks(mapping, samples, chunkSize)
    ) as Result;
  };
}

/** The tensors among the inputs that have samples, with the dimension of these. */
type Mapped = ReadonlyMap<Tensor, Map<string, number>>;

/** What a call of a mapped function does, whoever its samples are. */
interface Mapping {
  readonly fn: (...inputs: any) => unknown;
  readonly outDims: Dims;
  readonly randomness: Randomness;
}

/** Of a call, or of a chunk of it. */
interface Samples {
  readonly inputs: readonly unknown[];
  readonly mapped: Mapped;
  readonly size: number;
}

function mappedInputs(inputs: readonly unknown[], inDims: Dims): Mapped {
  if (inputs.length === 0)
    throw new ArgumentError(
      "vmap: got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function with no inputs. The latter is unsupported.",
    );
  const mapped = new Map<Tensor, Map<string, number>>();
  withDims("inDims", inputs, Array.isArray(inDims) ? inDims : inputs.map(() => inDims), (leaf, dim, path) => {
    if (dim === null) return;
    if (!isTensor(leaf))
      throw new ArgumentError(
        `vmap: Got inDim ${dim} for the input at ${path}, but it is ${describe(leaf)}. We cannot vmap over non-Tensor arguments, please use null as the respective inDim`,
      );
    if (!Number.isSafeInteger(dim) || dim < -leaf.ndim || dim >= leaf.ndim)
      throw new ArgumentError(
        `vmap: Got inDim ${describe(dim)} for the input at ${path}, but that input is a Tensor of dimensionality ${leaf.ndim}, so expected inDim to satisfy -${leaf.ndim} <= inDim < ${leaf.ndim}.`,
      );
    const dims = mapped.get(leaf) ?? new Map<string, number>();
    mapped.set(leaf, dims.set(path, normalizeDim("vmap", dim, leaf.ndim)));
  });
  if (mapped.size === 0)
    throw new ArgumentError("vmap: got inDims of null for every input: at least one must be a dimension to map over");
  return mapped;
}

function sizeOf(mapped: Mapped): number {
  const sizes = [...mapped].flatMap(([tensor, dims]) => [...dims.values()].map((dim) => tensor.shape[dim]!));
  if (new Set(sizes).size > 1)
    throw new ArgumentError(
      `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [${sizes.join(", ")}] for the mapped dimension`,
    );
  if (sizes[0] === 0) throw new ArgumentError("vmap: there is no sample: the mapped dimension has size 0");
  return sizes[0]!;
}

function call({ fn, outDims, randomness }: Mapping, { inputs, mapped, size }: Samples): unknown {
  setLifting(interpreter);
  const level = new Level(size, randomness);
  const samples = mapTree(inputs, (leaf, path) => {
    const dim = isTensor(leaf) ? mapped.get(leaf)?.get(path) : undefined;
    return dim === undefined ? leaf : enter(movedim(leaf as Tensor, dim, 0), level);
  }) as never[];
  const result = within(level, () => checkSynchronous("vmap", "the function", fn(...samples)));
  return withDims("outDims", result, outDims, (leaf, dim, path) => {
    if (!isTensor(leaf))
      throw new ArgumentError(
        `vmap: the function must only return Tensors, got ${describe(leaf)}${path === "" ? "" : ` at ${path}`}`,
      );
    if (dim === null && holds(leaf, level))
      throw new ArgumentError(
        "vmap: the function can not return a tensor that is mapped where outDims is null; give it a dimension, or make it from what is not mapped",
      );
    return dim === null ? leaf : movedim(exit(leaf, level), 0, dim);
  });
}

function inChunks(mapping: Mapping, { inputs, mapped, size }: Samples, chunkSize: number): unknown {
  const { outDims, randomness } = mapping;
  const state = randomness === "same" ? defaultGenerator().getState() : null;
  const parts: unknown[] = [];
  for (let start = 0; start < size; start += chunkSize) {
    const length = Math.min(chunkSize, size - start);
    const part = new Map<Tensor, Map<string, number>>();
    const given = mapTree(inputs, (leaf, path) => {
      const dim = isTensor(leaf) ? mapped.get(leaf)?.get(path) : undefined;
      if (dim === undefined) return leaf;
      const narrowed = narrow(leaf as Tensor, dim, start, length);
      part.set(narrowed, new Map([[path, dim]]));
      return narrowed;
    }) as readonly unknown[];
    if (state !== null) defaultGenerator().setState(state);
    parts.push(call(mapping, { inputs: given, mapped: part, size: length }));
  }
  const leaves = parts.map((part) => {
    const list: Tensor[] = [];
    mapTree(part, (leaf) => void list.push(leaf as Tensor));
    return list;
  });
  let at = 0;
  return withDims("outDims", parts[0], outDims, (leaf, dim) => {
    const place = at++;
    return dim === null
      ? leaf
      : cat(
          leaves.map((list) => list[place]!),
          dim,
        );
  });
}

/** Maps a value's leaves with the dimension of each: dims go along with arrays and objects, and a number or null is for all below it. */
function withDims(
  what: "inDims" | "outDims",
  value: unknown,
  dims: Dims,
  visit: (leaf: unknown, dim: number | null, path: string) => unknown,
  path = "",
): unknown {
  if (dims === null || typeof dims === "number") return mapTree(value, (leaf, inner) => visit(leaf, dims, inner), path);
  const isMatching = Array.isArray(dims)
    ? Array.isArray(value) && value.length === dims.length
    : isPlain(dims) && isPlain(value) && Object.keys(dims).sort().join() === Object.keys(value).sort().join();
  if (!isMatching)
    throw new ArgumentError(
      `vmap: ${what} must be a number, null, or arrays and objects that match the structure of what they are for${path === "" ? "" : `, at ${path}`}, but got ${describe(dims)}`,
    );
  if (Array.isArray(value))
    return value.map((inner, at) => withDims(what, inner, (dims as readonly Dims[])[at]!, visit, `${path}[${at}]`));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [
      name,
      withDims(what, inner, (dims as Record<string, Dims>)[name]!, visit, path === "" ? name : `${path}.${name}`),
    ]),
  );
}
