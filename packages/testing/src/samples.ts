// What an op's samples file says of it: inputs on which generated tests run it, and calls that must fail, with their texts.
// The tests themselves are ops.test.ts's in packages/tensor.

import { type BernoulliError, type DType, type Tensor, tensor } from "@bernoulli/tensor";
import { seeded } from "./seeded.js";

/** How an input lies in memory. All but the first are views of a larger or smaller leaf. */
export type Layout = "contiguous" | "transposed" | "stepped" | "offset" | "expanded";

export interface InputSpec {
  readonly shape: readonly number[];
  /** `"float"`, the default, is float32 or float64, as the test runs it; only such inputs take gradients. */
  readonly dtype?: "float" | "int32" | "uint8" | "bool";
  /** Values are drawn from [low, high). Default [−2, 2); integers default to [−5, 5), uint8 to [0, 10). */
  readonly range?: readonly [low: number, high: number];
  /** Points from which values keep a distance of 0.1: kinks, poles. */
  readonly avoid?: readonly number[];
  /** Values that all differ by at least 0.05, for max and its like. The range is then left aside. */
  readonly distinct?: boolean;
  /** The leaf's elements, in place of drawn ones; only for contiguous inputs. */
  readonly values?: readonly number[];
  /** Default `"contiguous"`. */
  readonly layout?: Layout;
  /** Whether a gradient is wanted. Default: that the dtype is floating. */
  readonly gradient?: boolean;
}

export interface Sample {
  readonly name: string;
  readonly inputs: readonly InputSpec[];
  /** The computation; makes no tensors of its own outside the default device. */
  readonly run: (...inputs: Tensor[]) => Tensor;
  /** How far finite differences check it. Default `"second"`; `"none"` where there is no gradient. */
  readonly gradient?: "none" | "first" | "second";
  /** Norm-wise, float32 of any device against float64. Default 1e-6; 0 demands equal bits. */
  readonly tolerance?: number;
  /**
   * Whether it is one of the edges, of which each run of the tests tries more (see variants.ts). Default: that it has no inputs, or one
   * without elements or dimensions, or one whose values are stated: NaN, infinities, ties and kinks.
   */
  readonly edge?: boolean;
}

/** Whether a sample is one of the op's edges. */
export function isEdge({ inputs, edge }: Sample): boolean {
  return (
    edge ??
    (inputs.length === 0 ||
      inputs.some(({ shape, values }) => values !== undefined || shape.length === 0 || shape.includes(0)))
  );
}

export interface ErrorCase {
  readonly name: string;
  readonly call: () => unknown;
  readonly error: new (message: string) => BernoulliError;
  readonly text: string;
}

/** How an op is called with what a golden holds: its tensors in their order, and all else by name. */
export type GoldenCall = (inputs: readonly Tensor[], named: any) => unknown;

export interface OpSamples {
  readonly samples: readonly Sample[];
  /**
   * How PyTorch's answers are asked for here, where it is not by the tensors in their order and all else as options; or why there are
   * none. Those in place, which end in "_", need none: their samples hold them to the op that is not.
   */
  readonly golden?: GoldenCall | { readonly none: string };
  /** Where it differs from PyTorch's, as docs/ops.md tells. */
  readonly differences?: string;
  readonly errors?: readonly ErrorCase[];
  /**
   * That it reads numbers itself, with some arguments at least, and so ends a compiled function's plan: `"shape"` where the shape of
   * what it gives hangs on them, `"values"` where it gives, or checks, what is known only then.
   */
  readonly reads?: "shape" | "values";
}

/** An op file's samples, by the names its functions are exported under. */
export type Samples = Readonly<Record<string, OpSamples>>;

export function defineSamples<const Given extends Samples>(samples: Given): Given {
  return samples;
}

/** An input made of its spec: the leaf, contiguous, and the view of it that the op is given. */
export interface MadeInput {
  readonly leaf: Tensor;
  readonly view: (leaf: Tensor) => Tensor;
  readonly wantsGradient: boolean;
}

export function makeInput(spec: InputSpec, seed: string, float: "float32" | "float64"): MadeInput {
  const { shape, dtype = "float", layout = "contiguous" } = spec;
  const { leafShape, view } = layouts[layout](shape);
  const actual: DType = dtype === "float" ? float : dtype;
  const random = seeded(seed);
  const count = leafShape.reduce((product, size) => product * size, 1);
  const elements =
    spec.values ??
    (spec.distinct === true
      ? distinctValues(count, random)
      : Array.from({ length: count }, () => draw(spec, dtype, random)));
  if (elements.length !== count)
    throw new Error(`${seed}: ${elements.length} values for shape [${leafShape.join(", ")}]`);
  // Rounded, so that float32 and float64 see the same numbers.
  const leaf = tensor(Float64Array.from(elements, Math.fround), { dtype: actual }).view(leafShape);
  return { leaf, view, wantsGradient: spec.gradient ?? dtype === "float" };
}

function draw(
  { range, avoid = [] }: InputSpec,
  dtype: "float" | "int32" | "uint8" | "bool",
  random: () => number,
): number {
  if (dtype === "bool") return random() < 0.5 ? 0 : 1;
  const [low, high] = range ?? (dtype === "float" ? [-2, 2] : dtype === "uint8" ? [0, 10] : [-5, 5]);
  for (;;) {
    const value = low + (high - low) * random();
    if (dtype !== "float") return Math.floor(value);
    if (avoid.every((point) => Math.abs(value - point) >= 0.1)) return value;
  }
}

function distinctValues(count: number, random: () => number): number[] {
  const values = Array.from({ length: count }, (_, at) => (at - count / 2) * 0.05 + 0.02);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [values[at], values[other]] = [values[other]!, values[at]!];
  }
  return values;
}

type LayoutRule = (shape: readonly number[]) => {
  readonly leafShape: readonly number[];
  readonly view: (leaf: Tensor) => Tensor;
};

const layouts: { readonly [L in Layout]: LayoutRule } = {
  contiguous: (shape) => ({ leafShape: shape, view: (leaf) => leaf }),
  transposed: (shape) => ({
    leafShape: [...shape].reverse(),
    view: (leaf) => leaf.permute(shape.map((_, dim) => shape.length - 1 - dim)),
  }),
  stepped: (shape) => ({
    leafShape: shape.length === 0 ? [4] : shape.with(-1, 2 * shape.at(-1)!),
    view: (leaf) => (shape.length === 0 ? leaf.select(0, 2) : leaf.slice(-1, 1, Number.POSITIVE_INFINITY, 2)),
  }),
  offset: (shape) => ({
    leafShape: shape.length === 0 ? [3] : shape.with(0, shape[0]! + 1),
    view: (leaf) => (shape.length === 0 ? leaf.select(0, 1) : leaf.narrow(0, 1, shape[0]!)),
  }),
  expanded: (shape) => ({
    leafShape: shape.map((size, dim) => (dim === 0 ? Math.min(size, 1) : size)),
    view: (leaf) => leaf.expand(shape),
  }),
};
