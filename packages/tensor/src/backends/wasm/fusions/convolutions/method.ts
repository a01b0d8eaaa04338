// What a method of computing convolutions states: which chains it takes, how it wants their images, and what its three passes do and
// cost. Which method computes a chain is rule.ts's to say; steps.ts makes steps of the passes, whatever the method.

import type { Graph } from "../../../../compile/graph.js";
import type { Precision, Refusal } from "../../../../compile/step.js";
import type { Pair } from "../../../../kernels/contract.js";
import type { Copies } from "../../kernels/blocks/linear.js";
import type { ConvolutionChain, ConvolutionSizes, Reach } from "./chain.js";
import type { Behind } from "./ending.js";
import type { transposedChain } from "./transposed.js";

export interface Method {
  /** Of its fusions, for `explain`. */
  readonly name: string;
  /** What it takes: ReLU and pooling as its own affair, or as what goes behind. */
  readonly reach: Reach;
  /** What it does for a chain, or why it does not; null where convolutions of that kernel are none of its affair. */
  takes(chain: ConvolutionChain, about: About): Offer | Refusal | null;
}

/** Ways to compute convolutions. */
export interface Methods {
  readonly methods: readonly Method[];
  /** What finds those that are transposed; null where none is to compute them. */
  readonly transposedChain: typeof transposedChain | null;
  /** Where there are others, and for which convolutions; null where there are none. */
  readonly others: { readonly where: string; readonly areFor: (sizes: ConvolutionSizes) => boolean } | null;
}

export interface About {
  readonly precision: Precision;
  readonly graph: Graph;
}

export interface Offer {
  /** Rows and columns of zeros around the images that are read forward and for the weight's gradient. */
  readonly border: Pair;
  /** What the way back reads of the way forward: numbers of its own, one an output, or what ReLU let through. */
  readonly keeps: "codes" | "output" | null;
  readonly forward: Pass<ForwardAddresses>;
  /** The bias's gradient too. */
  readonly weightGradient: Pass<WeightGradientAddresses>;
  readonly inputGradient: Pass<InputGradientAddresses>;
}

export interface Pass<Addresses> {
  /** Nanoseconds of its products on one thread, about. */
  readonly cost: number;
  /** Whether it may find that its results are of no use, and raise the flag. */
  readonly guarded: boolean;
  /** Of passes that store images: whether what goes element by element behind is done there. */
  readonly takesBehind?: boolean;
  run(at: Addresses): void;
}

/** Why methods that know neither groups nor dilations do not take a convolution. */
export function hindranceOfPlain({ groups, dilation }: ConvolutionSizes): Refusal | null {
  if (groups > 1) return { why: () => "it is grouped" };
  return dilation.some((step) => step > 1) ? { why: () => "it is dilated" } : null;
}

/** Of contiguous float32; images lie with channels last, the weight as PyTorch has it. */
export interface ForwardAddresses {
  /** With the border that is wanted. */
  readonly image: number;
  readonly weight: number;
  /** Where the weight is kept from call to call as kernels read it, if it stays as it is. */
  readonly copies: Copies | null;
  readonly bias: number | null;
  readonly output: number;
  /** Null where no gradient will be wanted. */
  readonly codes: number | null;
  readonly behind: Behind | null;
  readonly flag: number;
}

interface GradientAddresses {
  /** Of what the chain gives. */
  readonly gradient: number;
  /** What was kept; zero where nothing is. */
  readonly kept: number;
  readonly flag: number;
}

export interface WeightGradientAddresses extends GradientAddresses {
  readonly image: number;
  readonly weightGradient: number;
  readonly biasGradient: number | null;
}

export interface InputGradientAddresses extends GradientAddresses {
  readonly weight: number;
  /** Without a border. */
  readonly imageGradient: number;
  readonly behind: Behind | null;
}
