// What an op is: its shape rule, its kernel or view, what backward may see, its gradient. Definitions live in ops/, one
// op a file; apply.ts runs them.

import type { InputMeta } from "../autograd/node.js";
import type { KernelAttributes, KernelName } from "../kernels/contract.js";
import type { Computation, Kernel } from "../kernels/kernel.js";
import type { Layout } from "../tensor/shape.js";
import type { Tensor, TensorMeta } from "../tensor/tensor.js";

/** An input's name; one that ends in "?" may be null. */
type Optional<Name extends string> = Name extends `${string}?` ? null : never;
type Plain<Name extends string> = Name extends `${infer Bare}?` ? Bare : Name;

/** What a gradient rule returns: a gradient an input, or null. Rules that name their own op must say so to TypeScript. */
export type Gradients = readonly (Tensor | null)[];

/** The tensors that an op takes, in the order of its input names. */
export type InputTensors<Names extends readonly string[]> = {
  readonly [At in keyof Names]: Tensor | Optional<Names[At]>;
};
type InputMetas<Names extends readonly string[]> = { readonly [At in keyof Names]: TensorMeta | Optional<Names[At]> };

/**
 * What the gradient rule is given. Saved tensors come under their names, where a gradient is wanted that reads them; the rest is
 * known without elements.
 */
export type BackwardContext<Names extends readonly string[], Saved extends string, Attributes> = {
  /** The gradient of the first output. */
  readonly grad: Tensor;
  /** Those of all outputs, for an op of which several have one: zeros where none arrived, null for an output without. */
  readonly grads: readonly (Tensor | null)[];
  readonly attributes: Attributes;
  /** How the inputs were laid out. */
  readonly inputs: { readonly [At in keyof Names]: InputMeta | Optional<Names[At]> };
  /** Which inputs want a gradient; the others' may be left null. */
  readonly needs: { readonly [At in keyof Names]: boolean };
} & {
  readonly [Name in Saved]: Name extends Plain<Names[number]>
    ? `${Name}?` extends Names[number]
      ? Tensor | null
      : Tensor
    : Tensor;
};

/** A tensor that backward reads. */
export interface Saving {
  readonly name: string;
  readonly from: "inputs" | "outputs";
  /** Its place among them. */
  readonly at: number;
  /** The inputs, by position, whose gradients read it: it is saved if one of them is wanted. */
  readonly readers: readonly number[];
}

/** Of each input and output that backward reads, by name: the inputs whose gradients read it. */
type SavedFor<Names extends readonly string[], Saved extends string> = {
  readonly [Name in Saved]: readonly Plain<Names[number]>[];
};

interface OpDefinition<
  Names extends readonly string[],
  Outputs extends readonly string[],
  Saved extends string,
  Attributes,
> {
  readonly name: string;
  readonly inputs: Names;
  /** Names of the outputs. */
  readonly outputs: Outputs;
  /** How many of the outputs, from the first on, have a gradient where they are floating. Default 1. */
  readonly differentiable?: number;
  readonly save: readonly Saving[];
  /** Gradients of the inputs, in their order; null for none. Absent where no gradient is defined. */
  backward?(context: BackwardContext<Names, Saved, Attributes>): Gradients;
}

/** An op that computes: its kernel fills new outputs, or, for a pointwise op in place, the first input. */
export interface KernelOp<
  K extends KernelName = any,
  Names extends readonly string[] = any,
  Outputs extends readonly string[] = any,
  Saved extends string = any,
  Attributes = any,
> extends OpDefinition<Names, Outputs, Saved, Attributes> {
  readonly kind: "kernel";
  /** A kernel, or a formula, which every device can compute. */
  readonly kernel: Kernel<K> | Computation;
  /** Of a formula: the op of the gradient of an input, by its place, where that is neither null nor what arrives. */
  readonly gradientOp?: (at: number) => KernelOp;
  /** What computes it for attributes that choose. */
  readonly variant?: (attributes: Attributes) => Computation;
  /** Shapes and dtypes of the outputs; throws where the inputs do not fit. */
  infer(inputs: InputMetas<Names>, attributes: Attributes): NoInfer<{ readonly [At in keyof Outputs]: TensorMeta }>;
  /** Multiplications and additions, for profiles: where they say more than the bytes. The inputs are those that are given. */
  flops?(inputs: readonly TensorMeta[], outputs: readonly TensorMeta[]): number;
  /** Which input's dtype picks the kernel. Default: the first, or the first output where there is no input. */
  readonly dtypeFrom?: number;
  /** In place, these inputs, by position, are written beside the first. */
  readonly alsoWrites?: readonly number[];
  /** It reads its other inputs at other places than the one that it writes: in place, none of them may be the target. */
  readonly readsElsewhere?: true;
  /** In place, the first input is written without being read: the kernel gets only the inputs behind it. */
  readonly overwrites?: true;
  /** Others see what it does, which no plan can take back: it runs once for each time that it is recorded, in its turn (outward.ts). */
  readonly reachesOut?: true;
}

/** An op that moves no element: it shows its one input's storage in another layout. */
export interface ViewOp<Saved extends string = any, Attributes = any>
  extends OpDefinition<readonly ["input"], readonly ["output"], Saved, Attributes> {
  readonly kind: "view";
  layout(input: Tensor, attributes: Attributes): Layout;
}

/** An op that shows its one input in several layouts, as many as its attributes say, such as split. */
export interface ViewsOp<Attributes = any> {
  readonly kind: "views";
  readonly name: string;
  readonly differentiable: number;
  readonly save: readonly [];
  layouts(input: Tensor, attributes: Attributes): readonly Layout[];
  backward(context: {
    /** Those of all outputs: zeros where none arrived. */
    readonly grads: readonly Tensor[];
    readonly attributes: Attributes;
    readonly inputs: readonly TensorMeta[];
  }): Gradients;
}

/** An op that takes any number of inputs, such as cat. */
export interface VariadicOp<K extends KernelName = any, Attributes = any> {
  readonly kind: "variadic";
  readonly name: string;
  readonly kernel: Kernel<K>;
  readonly differentiable?: undefined;
  readonly reachesOut?: undefined;
  readonly save: readonly Saving[];
  infer(inputs: readonly TensorMeta[], attributes: Attributes): readonly [TensorMeta];
  backward(context: {
    readonly grad: Tensor;
    readonly attributes: Attributes;
    readonly inputs: readonly TensorMeta[];
    readonly needs: readonly boolean[];
  }): Gradients;
}

export type AnyOp = KernelOp | ViewOp | VariadicOp;

type Definition<
  K extends KernelName,
  Names extends readonly string[],
  Outputs extends readonly string[],
  Saved extends string,
  Attributes,
> = Omit<KernelOp<K, Names, Outputs, Saved, Attributes>, "kind" | "outputs" | "save"> & {
  readonly outputs?: Outputs;
  readonly save?: SavedFor<Names, Saved>;
};

/**
 * Defines an op that computes with a kernel. `outputs` defaults to `["output"]`. `save` tells of each tensor that backward reads
 * for whose gradients, so that nothing is held, and no later write refused, for a gradient that nobody wants:
 * `{ input: ["other"], other: ["input"] }` is a product's.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function defineOp<
  K extends KernelName,
  const Names extends readonly string[],
  const Outputs extends readonly string[] = readonly ["output"],
  const Saved extends Plain<Names[number]> | Outputs[number] = never,
  Extra = unknown,
>({
  extra: _,
  ...definition
}: Definition<K, Names, Outputs, Saved, KernelAttributes[K] & Extra> & {
  /** See {@link attributes}. */
  readonly extra?: Extra;
}): KernelOp<K, Names, Outputs, Saved, KernelAttributes[K] & Extra> {
  return complete(definition as unknown as Definition<K, Names, Outputs, Saved, KernelAttributes[K] & Extra>);
}

/**
 * Names the type of the attributes that an op has beside its kernel's: `extra: attributes<{ readonly shape: Shape }>()`.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function attributes<Extra>(): Extra {
  return undefined as Extra;
}

/** An op out of its definition, for those who define it in another way. */
export function complete<
  K extends KernelName,
  Names extends readonly string[],
  Outputs extends readonly string[],
  Saved extends string,
  Attributes,
>(definition: Definition<K, Names, Outputs, Saved, Attributes>): KernelOp<K, Names, Outputs, Saved, Attributes> {
  const { outputs = ["output"] as unknown as Outputs, save = {} as SavedFor<Names, Saved>, ...rest } = definition;
  const places = rest.inputs.map((name) => name.replace("?", ""));
  const savings = Object.entries<readonly string[]>(save).map(([name, readers]): Saving => {
    const at = places.indexOf(name);
    return {
      name,
      ...(at < 0 ? { from: "outputs", at: outputs.indexOf(name) } : { from: "inputs", at }),
      readers: readers.map((reader) => places.indexOf(reader)),
    };
  });
  return { kind: "kernel", outputs, save: savings, ...rest };
}

/**
 * Defines an op that only changes how its input is seen.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function defineView<Attributes>(
  definition: Pick<ViewOp<never, Attributes>, "name" | "layout"> &
    Required<Pick<ViewOp<never, Attributes>, "backward">>,
): ViewOp<never, Attributes> {
  return { kind: "view", inputs: ["input"], outputs: ["output"], save: [], ...definition };
}

/**
 * Defines an op that shows its input in several layouts at once, and so takes their gradients together.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function defineViews<Attributes>(
  definition: Pick<ViewsOp<Attributes>, "name" | "layouts" | "backward">,
): ViewsOp<Attributes> {
  return { kind: "views", save: [], differentiable: Number.POSITIVE_INFINITY, ...definition };
}

/**
 * Defines an op over any number of tensors.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function defineVariadic<K extends KernelName>(
  definition: Omit<VariadicOp<K, KernelAttributes[K]>, "kind" | "save">,
): VariadicOp<K, KernelAttributes[K]> {
  return { kind: "variadic", save: [], ...definition };
}
