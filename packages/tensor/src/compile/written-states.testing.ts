// What a random net is made of, by its seed: sizes, and the tensors that outlive its calls; see written-nets.testing.ts. Holds no tests.

import { Generator, manualSeed, randint, randn, type Tensor, zerosLike } from "../index.js";

export type Random = () => number;

export const [batch, classes] = [2, 6] as const;
/** "dense": without gradients, and nothing but what lets images lie with channels last. */
export type NetKind = "any" | "dense";

export interface Sizes {
  readonly channels: number;
  readonly side: number;
  readonly learns: boolean;
  /** Writes go anywhere, also to what a backward needs: then both calls refuse. */
  readonly wild: boolean;
  /** Only what lets images lie with channels last, begun with images that do, and writes mostly to what was just read. */
  readonly dense: boolean;
}

function pick<const Choice>(random: Random, choices: readonly Choice[]): Choice {
  return choices[Math.floor(random() * choices.length)]!;
}

export function sizesOf(random: Random, kind: NetKind): Sizes {
  const [channels, side] = [pick(random, [8, 8, 16]), pick(random, [8, 8, 12])];
  const dense = random() < 0.6 || kind === "dense";
  const [learns, wild] = [random() < (dense ? 0.25 : 0.7) && kind === "any", random() < 0.1];
  return { channels, side, learns, wild, dense };
}

/** What outlives a call: weights and their state, images, and tensors that are only written and added. */
export interface State {
  readonly images: readonly Tensor[];
  readonly kernels: readonly Tensor[];
  readonly biases: readonly Tensor[];
  readonly matrix: Tensor;
  readonly target: Tensor;
  readonly buffers: readonly Tensor[];
  /** Nudged by what. */
  readonly nudges: Generator | null;
  readonly averages: ReadonlyMap<Tensor, readonly [Tensor, Tensor]>;
}

export function stateOf({ channels, side, learns }: Sizes, nudge: number): State {
  manualSeed(3);
  const nudges = nudge === 0 ? null : new Generator({ seed: nudge });
  const image = () => randn(batch, channels, side, side);
  const kernel = (size: number) => {
    const drawn = randn(channels, channels, size, size).mul(1 / (size * Math.sqrt(channels)));
    const moved = nudges === null ? drawn : drawn.mul(randn(drawn.shape, { generator: nudges }).mul(1e-6).add(1));
    return moved.detach().requiresGrad_(learns);
  };
  const kernels = [kernel(3), kernel(3), kernel(5), kernel(1)];
  const biases = [0, 1].map(() => randn(channels).requiresGrad_(learns));
  const matrix = randn(classes, channels * side * side)
    .mul(0.05)
    .detach()
    .requiresGrad_(learns);
  const leaves = [...kernels, ...biases, matrix];
  return {
    images: [image(), image()],
    kernels,
    biases,
    matrix,
    target: randint(0, classes, [batch]),
    buffers: [image(), image()],
    nudges,
    averages: new Map(leaves.map((leaf) => [leaf, [zerosLike(leaf), zerosLike(leaf)]] as const)),
  };
}
