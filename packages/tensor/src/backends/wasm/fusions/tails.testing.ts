// Random tails of what goes element by element behind a product: biases, residuals, numbers, second readers, writes in place and to
// what is read between them; compiled against the ops one by one behind the same product, bit for bit. The same seed is the same tail.
// Holds no tests.

import { seeded } from "@bernoulli/testing";
import { compile, conv2d, manualSeed, noGrad, randn, scope, type Tensor, where } from "../../../index.js";

export const products = [
  "linear",
  "deep linear",
  "matmul",
  "bmm",
  "convolution",
  "1 × 1 convolution",
  "depthwise convolution",
  "dilated convolution",
] as const;

export type Product = (typeof products)[number];

/** What a tail reads beside the product, and writes; some is the product's own. */
interface State {
  readonly x: Tensor;
  readonly weight: Tensor;
  /** Of the product's shape, twice, and spread over it. */
  readonly others: readonly Tensor[];
  /** What would be added up in another order if its weight were written, or its result in place. */
  readonly isPlain: boolean;
  product(): Tensor;
}

type Random = () => number;

const below = (random: Random, count: number) => Math.floor(random() * count);
const pick = <Choice>(random: Random, choices: readonly Choice[]): Choice => choices[below(random, choices.length)]!;

function stateOf(random: Random, kind: Product): State {
  const size = () => 1 + below(random, random() < 0.5 ? 8 : 40);
  if (kind.endsWith("convolution")) {
    const [batch, channels, edge] = [1 + below(random, 3), pick(random, [4, 8, 14, 16]), 8 + below(random, 12)];
    const [x, weight] = [randn(batch, channels, edge, edge), randn(channels, channels, 3, 3).mul(0.1).detach()];
    const unit = randn(channels, channels, 1, 1).mul(0.3).detach();
    const apart = randn(channels, 1, 3, 3).mul(0.3).detach();
    const groups = channels < 8 ? 1 : 2;
    const bias = random() < 0.5 ? randn(channels) : null;
    const shapes = [[1, channels, 1, 1], [channels, 1, 1], [1], [1, 1, edge, edge], [edge]];
    const others = [x.shape, x.shape, ...shapes].map((shape) => randn(...shape));
    const convolution = {
      convolution: () => conv2d(x, weight, { bias, padding: 1 }),
      // Behind another, beside which it wants channels last.
      "1 × 1 convolution": () => conv2d(conv2d(x, weight, { padding: 1 }), unit, { bias }),
      "depthwise convolution": () => conv2d(conv2d(x, unit), apart, { bias, padding: 1, groups: channels }),
      "dilated convolution": () =>
        conv2d(x, weight.slice(1, 0, channels / groups).clone(), { bias, padding: 2, dilation: 2, groups }),
    };
    return { x, weight, others, isPlain: false, product: convolution[kind as keyof typeof convolution] };
  }
  const [rows, columns, depth] = [size(), size(), kind === "deep linear" ? 641 + below(random, 80) : size()];
  const stack = kind === "bmm" ? [1 + below(random, 3)] : [];
  const isLinear = kind === "linear" || kind === "deep linear";
  const x = randn(...stack, rows, depth);
  const weight = (isLinear ? randn(columns, depth) : randn(...stack, depth, columns)).mul(depth ** -0.5).detach();
  const shape = [...stack, rows, columns];
  const others = [shape, shape, [columns], [1, columns], [rows, 1], [1]].map((own) => randn(...own));
  const isPlain = kind !== "deep linear";
  return { x, weight, others, isPlain, product: () => x.matmul(isLinear ? weight.t() : weight) };
}

/** Runs a tail behind a product; what it gives, and all that it may have written. */
class Tail {
  readonly #random: Random;
  readonly #state: State;
  readonly #results: Tensor[] = [];
  readonly #seen: Tensor[];

  constructor(random: Random, state: State, product: Tensor) {
    this.#random = random;
    this.#state = state;
    this.#seen = [product];
  }

  run(): readonly Tensor[] {
    for (let ops = 1 + below(this.#random, 7); ops > 0; ops -= 1) {
      if (this.#chance(0.12)) this.#write();
      const made = this.#op(this.#chance(0.8) ? this.#seen.at(-1)! : pick(this.#random, this.#seen));
      this.#seen.push(made);
      if (this.#chance(0.1)) this.#results.push(made);
    }
    if (this.#chance(0.1)) this.#results.push(this.#seen[0]!);
    return [...this.#results, this.#seen.at(-1)!];
  }

  #chance(chance: number): boolean {
    return this.#random() < chance;
  }

  #write(): void {
    const { x, weight, others, isPlain } = this.#state;
    const written = this.#chance(0.7) ? pick(this.#random, others) : pick(this.#random, isPlain ? [x, weight] : [x]);
    const latest = this.#seen.at(-1)!;
    if (this.#chance(0.3) && String(written.shape) === String(latest.shape)) written.mul_(0.5).add_(latest.tanh());
    else written.mul_(-0.5);
  }

  /** Keeps numbers of ordinary size. */
  #op(y: Tensor): Tensor {
    // Behind a convolution ReLU, or a write in place, may call for another algorithm.
    if (y === this.#seen[0] && !this.#state.isPlain) return y.mul(0.75);
    const other = pick(this.#random, [...this.#state.others, ...this.#state.others.slice(0, 4), ...this.#seen]);
    switch (pick(this.#random, ["bias", "residual", "product", "number", "curve", "choice", "gate", "place", "view"])) {
      case "bias":
        return y.add(this.#state.others[2]!);
      case "residual":
        return this.#chance(0.5) ? y.add(other) : other.add(y, { alpha: 0.5 });
      case "product":
        return y.mul(other).clamp({ min: -30, max: 30 });
      case "number":
        return this.#chance(0.5) ? y.mul(0.75) : y.sub(1.5);
      case "curve":
        return pick(this.#random, [(t: Tensor) => t.relu(), (t: Tensor) => t.tanh(), (t: Tensor) => t.sigmoid()])(y);
      case "choice":
        return where(y.gt(other), y, y.neg());
      case "gate":
        return y.mul(y.mul(1.7).sigmoid());
      case "place":
        return pick(this.#random, [
          (t: Tensor) => t.relu_(),
          (t: Tensor) => t.add_(this.#state.others[2]!),
          (t: Tensor) => t.mul_(this.#state.others[0]!),
        ])(y);
      default:
        return this.#chance(0.5) ? y.reshape(-1).tanh().reshape(y.shape) : y.mul(y.sum([0]));
    }
  }
}

/** Tells whether two results are one, and of what the compiled one was made. */
export function compareTail(seed: number, kind: Product) {
  return scope(() => {
    const run = (isCompiled: boolean) => {
      manualSeed(seed);
      const state = stateOf(seeded(seed), kind);
      // A product that is deep, or a convolution, adds up in another order when it is compiled; alone as with a tail.
      const alone = compile(state.product);
      const body = (product: () => Tensor) => noGrad(() => new Tail(seeded(seed + 0.5), state, product()).run());
      const step = compile(() => body(state.product));
      const parts: ArrayLike<number>[] = [];
      for (let call = 0; call < 2; call += 1) {
        for (const result of isCompiled ? step() : body(() => alone().clone()))
          parts.push(result.toTypedArray().slice());
        for (const one of [state.x, state.weight, ...state.others]) parts.push(one.toTypedArray().slice());
      }
      return { parts, explained: isCompiled ? step.explain() : "" };
    };
    const [expected, { parts, explained }] = [run(false).parts, run(true)];
    const differs = expected.findIndex((part, at) => !isSame(part, parts[at]!));
    return { isAlike: differs < 0 && expected.length === parts.length, differs, explained };
  });
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!Object.is(a[i], b[i])) return false;
  return true;
}
