// What a pointwise kernel computes: what it reads, what it writes, and the expression over four lanes between them, with its numbers. And which
// kernels of the table compute what, for those who put several into one loop. pointwise.ts runs one of them alone.

import type { KernelFunction, KernelName } from "../../../kernels/contract.js";
import type { DType } from "../../../tensor/dtype.js";
import { F32x4, type FunctionBuilder, I32x4 } from "../assembler/index.js";
import type { ElementType, LanesOf } from "./elements.js";
import type { BytesOfPointwise } from "./pointwise-bytes.js";
import type { PointwiseSteps } from "./pointwise-steps.js";

type LanesOfEach<Types extends readonly ElementType[]> = { readonly [I in keyof Types]: LanesOf[Types[I]] };
type ScalarType = "float32" | "int32";

/** A pointwise operation: what it reads, what it writes, and the expression between them. */
export interface Pointwise<
  Inputs extends readonly ElementType[] = readonly ElementType[],
  Output extends ElementType = ElementType,
  Scalars extends readonly ScalarType[] = readonly ScalarType[],
> extends BytesOfPointwise {
  /** Names the operation and its dtypes: the key of its kernels. */
  readonly name: string;
  readonly inputs: Inputs;
  readonly output: Output;
  /** Numbers that are the same for every element. */
  readonly scalars: Scalars;
  /** Whether an element's steps, all of floats, wait for each other for long: two vectors then go side by side. */
  readonly isLong?: boolean;
  /** Inputs that are written in place beside the output: `compute` assigns to their locals. */
  readonly alsoWrites?: readonly number[];
  /** The inputs and scalars are locals: they may be used more than once. */
  readonly compute: (f: FunctionBuilder, inputs: LanesOfEach<Inputs>, scalars: LanesOfEach<Scalars>) => LanesOf[Output];
  /** The same step by step, for those who compute several operations at once; one that also writes inputs has to say. */
  readonly steps?: PointwiseSteps;
}

/** Fixes the types of an operation for its expression, then forgets them. @__NO_SIDE_EFFECTS__ */
export function definePointwise<
  const Inputs extends readonly ElementType[],
  Output extends ElementType,
  const Scalars extends readonly ScalarType[] = [],
>(operation: Omit<Pointwise<Inputs, Output, Scalars>, "scalars"> & { readonly scalars?: Scalars }): Pointwise {
  return { scalars: [], ...operation } as unknown as Pointwise;
}

/** The parameters of a function that has an operation's numbers. */
export function scalarParameters({ scalars }: Pick<Pointwise, "scalars">): Record<string, "f32" | "i32"> {
  return Object.fromEntries(scalars.map((type, i) => [`scalar${i}`, type === "float32" ? "f32" : "i32"] as const));
}

/** They, each in all lanes of a local. */
export function scalarsIn(
  f: FunctionBuilder,
  { scalars }: Pick<Pointwise, "scalars">,
  given: Readonly<Record<string, unknown>>,
) {
  return scalars.map((type, i) => {
    const value = given[`scalar${i}`];
    return type === "float32"
      ? f.local("f32x4", `scalar${i}x4`, F32x4.splat(value as never))
      : f.local("i32x4", `scalar${i}x4`, I32x4.splat(value as never));
  });
}

/** What a kernel of the table computes, for those who put several into one loop. */
export interface PointwiseDefinition {
  readonly operation: Pointwise;
  /** Its numbers, from the attributes. */
  readonly scalars: (attributes: never) => readonly number[];
}

const definitions = new WeakMap<KernelFunction, (output: DType) => PointwiseDefinition | null>();

/**
 * Says what a kernel computes for each dtype of its output, or null where it is no plain pointwise loop.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function describeKernel<K extends KernelName>(
  kernel: KernelFunction<K>,
  definition: (output: DType) => PointwiseDefinition | null,
): KernelFunction<K> {
  definitions.set(kernel as KernelFunction, definition);
  return kernel;
}

export function definitionOf(kernel: KernelFunction, output: DType): PointwiseDefinition | null {
  return definitions.get(kernel)?.(output) ?? null;
}
