// Random nets whose ops come in any order, with writes of every kind between them: for the tests that compare compiled calls with
// plain ones. Each strand of a net is a pattern that some rule looks for; strands go on in turn, so that any two nodes of one may
// have others, and writes, between them, forward, in hooks on the way back, and between an optimizer's steps. Holds no tests.

import { seeded } from "@bernoulli/testing";
import {
  AutogradError,
  adamStep_,
  type Compiled,
  compile,
  conv2d,
  crossEntropy,
  defaultGenerator,
  dropout,
  full,
  Generator,
  manualSeed,
  maxPool2d,
  noGrad,
  randint,
  randn,
  scope,
  sgdStep_,
  type Tensor,
  where,
  zerosLike,
} from "../index.js";
import { isContiguous } from "../shape.js";
import { distanceOf } from "./rules/convolutions.testing.js";
import type { Precision } from "./step.js";

type Random = () => number;
type Strand = globalThis.Generator<Tensor, void, unknown>;

const [batch, classes] = [2, 6] as const;
const sgd = { lr: 0.1, momentum: 0.9, dampening: 0, weightDecay: 0.01, nesterov: false, maximize: false };
const adam = {
  beta1: 0.9,
  beta2: 0.99,
  eps: 1e-3,
  weightDecay: 0,
  stepSize: 0.05,
  correction2Root: 0.7,
  maximize: false,
};

/** "dense": without gradients, and nothing but what lets images lie with channels last. */
export type NetKind = "any" | "dense";

interface Sizes {
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

function sizesOf(random: Random, kind: NetKind): Sizes {
  const [channels, side] = [pick(random, [8, 8, 16]), pick(random, [8, 8, 12])];
  const dense = random() < 0.6 || kind === "dense";
  const [learns, wild] = [random() < (dense ? 0.25 : 0.7) && kind === "any", random() < 0.1];
  return { channels, side, learns, wild, dense };
}

/** What outlives a call: weights and their state, images, and tensors that are only written and added. */
interface State {
  readonly images: readonly Tensor[];
  readonly kernels: readonly Tensor[];
  readonly biases: readonly Tensor[];
  readonly matrix: Tensor;
  readonly target: Tensor;
  readonly buffers: readonly Tensor[];
  readonly averages: ReadonlyMap<Tensor, readonly [Tensor, Tensor]>;
}

function stateOf({ channels, side, learns }: Sizes, nudge: number): State {
  manualSeed(3);
  const nudges = new Generator({ seed: nudge });
  const image = () => randn(batch, channels, side, side);
  const kernel = (size: number) => {
    const drawn = randn(channels, channels, size, size).mul(1 / (size * Math.sqrt(channels)));
    const moved = nudge === 0 ? drawn : drawn.mul(randn(drawn.shape, { generator: nudges }).mul(1e-6).add(1));
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
    averages: new Map(leaves.map((leaf) => [leaf, [zerosLike(leaf), zerosLike(leaf)]] as const)),
  };
}

/** One call of a net's body. */
class Call {
  readonly results: Tensor[] = [];
  readonly #random: Random;
  readonly #sizes: Sizes;
  readonly #state: State;
  /** What ops may read, and what may be written without harm to a backward. */
  readonly #seen: Tensor[];
  readonly #free: Tensor[];
  /** Images that were read last, and those that were written then. */
  readonly #read: Tensor[] = [];
  readonly #written: Tensor[] = [];

  constructor(random: Random, sizes: Sizes, state: State) {
    this.#random = random;
    this.#sizes = sizes;
    this.#state = state;
    this.#seen = sizes.dense ? [] : [...state.images];
    this.#free = [...state.buffers, ...state.biases];
  }

  run(): readonly Tensor[] {
    const { learns } = this.#sizes;
    if (learns) this.#learn();
    else noGrad(() => this.#forward());
    return this.results;
  }

  #chance(chance: number): boolean {
    return this.#random() < chance;
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[Math.floor(this.#random() * choices.length)]!;
  }

  #forward(): void {
    const { dense } = this.#sizes;
    if (dense) {
      const [a, b] = this.#state.images.map((image) => this.#convolved({}, image).relu()) as [Tensor, Tensor];
      this.#seen.push(a.add(b), a.neg());
    }
    const strands = Array.from({ length: 2 + Math.floor(this.#random() * 3) }, () => this.#strand());
    let last = this.#seen[0]!;
    while (strands.length > 0) {
      // Mostly on with one, so that patterns are found; two strands in turn else.
      const at = this.#chance(0.6) ? 0 : Math.floor(this.#random() * strands.length);
      const { value, done } = strands[at]!.next();
      if (done === true) {
        strands.splice(at, 1);
        if (strands.length === 0 || !this.#chance(dense ? 0.7 : 0.3)) this.results.push(last);
      } else {
        last = value as Tensor;
        if (this.#chance(0.5)) this.#seen.push(last);
        if (!dense && this.#chance(0.05)) this.results.push(last);
        if (this.#sizes.learns && last.requiresGrad && this.#chance(0.15)) this.#hook(last);
      }
      while (this.#chance(dense ? 0.45 : 0.3)) this.#write();
    }
    // What was written is read again, or nobody needs the write.
    if (dense)
      for (const image of new Set(this.#written))
        this.results.push(this.#convolved({ isNarrower: this.#chance(0.5) }, image).relu());
  }

  #learn(): void {
    const { averages } = this.#state;
    for (const leaf of averages.keys()) leaf.grad = null;
    this.#forward();
    const losses = this.results.filter(({ requiresGrad }) => requiresGrad).map((result) => result.mul(result).mean());
    if (losses.length === 0) return;
    losses.reduce((sum, loss) => sum.add(loss)).backward();
    noGrad(() => {
      const isAdam = this.#chance(0.5);
      for (const [leaf, [first, second]] of averages) {
        if (leaf.grad === null || this.#chance(0.1)) continue;
        if (isAdam) adamStep_(leaf, leaf.grad, first, second, adam);
        else sgdStep_(leaf, leaf.grad, first, sgd);
        if (this.#chance(0.2)) this.#writeTo(this.#pick([first, second, leaf.grad, ...averages.keys()]));
      }
    });
    for (const { grad } of averages.keys()) if (grad !== null) this.results.push(grad);
  }

  /** Something is written when a gradient arrives, as a rule the gradient itself. */
  #hook(tensor: Tensor): void {
    const kind = this.#pick(["gradient", "elsewhere", "replaced", "leaf's"]);
    tensor.registerHook((gradient) => {
      const { averages } = this.#state;
      if (kind === "gradient") noGrad(() => this.#writeTo(gradient));
      if (kind === "elsewhere") noGrad(() => this.#writeTo(this.#pick(this.#free)));
      if (kind === "leaf's")
        noGrad(() => {
          for (const { grad } of averages.keys()) if (grad !== null && this.#chance(0.5)) this.#writeTo(grad);
        });
      if (kind !== "replaced") return undefined;
      const other = gradient.mul(0.5);
      if (this.#chance(0.5)) noGrad(() => this.#writeTo(gradient));
      return other;
    });
  }

  #write(): void {
    const { learns, wild, dense } = this.#sizes;
    const recent = this.#read.slice(-4);
    if (!learns && recent.length > 0 && this.#chance(dense ? 0.8 : 0.3)) {
      const target = this.#chance(0.5) ? recent.at(-1)! : this.#pick(recent);
      this.#written.push(target);
      this.#writeTo(target);
    } else if (!learns) this.#writeTo(this.#pick([...this.#seen, ...this.#seen, ...this.#free]));
    else if (wild && this.#chance(0.5)) noGrad(() => this.#writeTo(this.#pick(this.#seen)));
    else noGrad(() => this.#writeTo(this.#pick(this.#free)));
  }

  /** A write of any kind, which keeps numbers of ordinary size. */
  #writeTo(target: Tensor): void {
    // A gradient may be one number, spread: that is refused.
    if (target.strides.some((stride, dim) => stride === 0 && target.size(dim) > 1)) return;
    const { dense } = this.#sizes;
    const whole = ["add", "copy", "fill", "zero", "relu"];
    const kinds = [...whole, "mul", "part", "part", "view", "draw", "moved"];
    const kind = this.#pick(dense && this.#chance(0.95) ? whole : kinds);
    const others = (dense ? this.#seen : [...this.#seen, ...this.#free]).filter(
      ({ shape }) => shape.join() === target.shape.join(),
    );
    const other = others.length === 0 ? target : this.#pick(others);
    if (kind === "add") target.add_(other.detach(), { alpha: -0.5 });
    if (kind === "mul") target.mul_(-0.7);
    if (kind === "copy") target.copy_(other.detach());
    if (kind === "fill") target.fill_(0.25);
    if (kind === "zero") target.zero_();
    if (kind === "relu") target.relu_();
    if (kind === "view" && isContiguous(target)) target.view(-1).mul_(0.8);
    if (kind === "draw") target.normal_(0.1, 0.5);
    if (target.ndim === 0 || target.size(0) < 2) return;
    const dim = target.ndim > 1 && this.#chance(0.5) ? 1 : 0;
    const half = Math.floor(target.size(dim) / 2);
    if (kind === "part") {
      const part = target.narrow(dim, this.#pick([0, half]), half);
      if (this.#chance(0.4)) part.fill_(0.5);
      else if (this.#chance(0.5)) part.copy_(other.detach().narrow(dim, 0, half));
      else part.mul_(-0.5);
    }
    if (kind === "moved") target.narrow(dim, half, half).copy_(target.narrow(dim, 0, half).mul(0.5));
  }

  #image(): Tensor {
    const { channels, side } = this.#sizes;
    const whole = this.#seen.filter(({ shape }) => shape[1] === channels && shape[2] === side);
    const image = this.#chance(0.5) ? whole.at(-1)! : this.#pick(whole);
    this.#read.push(image);
    return image;
  }

  #strand(): Strand {
    const images = ["conv", "conv", "conv", "residual", "chain"];
    const kind = this.#pick(this.#sizes.dense ? images : [...images, "scaled", "linear", "classes", "mixed"]);
    if (kind === "conv") return this.#convolution(this.#pick(["relu", "pool", "relu, pool", "pool, relu", "none"]));
    if (kind === "residual" || kind === "scaled") return this.#residual(kind);
    if (kind === "linear") return this.#linear(this.#pick(["relu", "tanh", "none"]));
    if (kind === "chain") return this.#chain();
    return kind === "classes" ? this.#classes() : this.#mixed();
  }

  #convolved({ stride = 1, isNarrower = false }, image = this.#image()): Tensor {
    const { kernels, biases } = this.#state;
    const weight = this.#pick(kernels);
    const bias = this.#chance(0.6) ? this.#pick(biases) : null;
    const padding = isNarrower ? 0 : Math.floor(weight.size(2) / 2);
    const given = this.#sizes.learns && this.#chance(0.3) ? image.mul(1) : image;
    return conv2d(given, weight, { bias, padding, stride });
  }

  *#convolution(order: string): Strand {
    let y = this.#convolved({ stride: this.#chance(0.15) ? 2 : 1, isNarrower: this.#chance(0.3) });
    yield y;
    for (const layer of order.split(", ")) {
      if (layer === "none") return;
      if (layer === "pool") y = maxPool2d(y, 2, { stride: this.#pick([1, 2]) });
      else if (!this.#sizes.learns && this.#chance(0.15)) y.relu_();
      else y = y.relu();
      yield y;
    }
  }

  *#residual(kind: "residual" | "scaled"): Strand {
    const y = this.#convolved({});
    yield y;
    const other = this.#sizes.dense || this.#chance(0.5) ? this.#image() : this.#pick(this.#state.buffers);
    const sum = kind === "residual" ? other.add(y) : y.mul(0.5).add(other);
    yield sum;
    yield kind === "residual" ? sum.relu() : sum.tanh();
  }

  *#linear(behind: string): Strand {
    const { matrix, biases } = this.#state;
    const flat = this.#image().flatten(1);
    yield flat;
    let y = flat.matmul(matrix.t());
    yield y;
    y = y.add(biases[0]!.narrow(0, 0, classes));
    yield y;
    if (behind === "relu") yield y.relu();
    if (behind === "tanh") yield y.tanh();
  }

  *#chain(): Strand {
    let y = this.#image();
    for (let links = 2 + Math.floor(this.#random() * 4); links > 0; links -= 1) {
      const { dense } = this.#sizes;
      const alike = ["add", "mul", "tanh", "abs", "relu", "neg"];
      const kind = this.#pick(dense ? alike : [...alike, "number", "filled", "where", "clamp"]);
      const other = dense || this.#chance(0.5) ? this.#image() : this.#pick(this.#state.buffers);
      if (kind === "add") y = y.add(other, { alpha: 0.5 });
      if (kind === "mul") y = y.mul(other.tanh());
      if (kind === "tanh") y = y.tanh();
      if (kind === "abs") y = y.abs();
      if (kind === "relu") y = y.relu();
      if (kind === "number") y = y.mul(0.5).add(0.1);
      if (kind === "neg") y = y.neg();
      if (kind === "clamp") y = y.clamp({ min: -1, max: 1 });
      if (kind === "where") y = where(other.gt(0), y, other);
      if (kind === "filled") {
        const filled = full([...y.shape], 0.5);
        yield filled;
        y = y.add(filled);
      }
      yield y;
    }
  }

  *#classes(): Strand {
    const logits = this.#image().flatten(1).matmul(this.#state.matrix.t());
    yield logits;
    yield crossEntropy(logits, this.#state.target);
  }

  /** What no rule takes, as readers and draws in between. */
  *#mixed(): Strand {
    const y = this.#image();
    yield this.#chance(0.5) ? dropout(y, { p: 0.3, training: true }) : y.mean(-1, { keepdim: true }).add(y);
    yield this.#chance(0.5) ? y.transpose(2, 3).mul(0.5) : y.sum([0, 2, 3]);
  }
}

interface Outcome {
  /** Of each call what it returned, then what it left behind; nothing where it was refused. */
  readonly numbers: readonly ArrayLike<number>[];
  readonly refusal: string | null;
  readonly explained: string;
}

type Body = () => readonly Tensor[];

interface NetOf {
  readonly seed: number;
  readonly kind: NetKind;
}

/** Two calls of the net of a seed. `nudge`: weights differ by a rounding or two. */
function outcomeOf(
  { seed, kind }: NetOf,
  wrap: (body: Body) => Body & Partial<Compiled<[], unknown>>,
  nudge = 0,
): Outcome {
  return scope(() => {
    const sizes = sizesOf(seeded(seed), kind);
    const state = stateOf(sizes, nudge);
    const body = wrap(() => new Call(seeded(seed + 0.5), sizes, state).run());
    const numbers: ArrayLike<number>[] = [];
    let refusal: string | null = null;
    for (let call = 0; call < 2 && refusal === null; call += 1) {
      try {
        scope(() => numbers.push(...body().map((result) => result.data())));
      } catch (error) {
        if (!(error instanceof AutogradError)) throw error;
        refusal = error.message;
      }
    }
    const { images, buffers, averages } = state;
    for (const tensor of [...images, ...buffers, ...averages.keys(), ...[...averages.values()].flat()])
      numbers.push(tensor.data());
    for (const leaf of averages.keys()) leaf.grad = null;
    return { numbers: [...numbers, defaultGenerator().getState()], refusal, explained: body.explain?.() ?? "" };
  });
}

const plain = (body: Body): Body => body;

export interface Comparison {
  /** How far from the plain call's, by norm, the farthest result is; those that a rounding moves as far count as equal. */
  readonly error: number;
  readonly refused: boolean;
  readonly fused: boolean;
  /** A rounding decides which of two all but equal elements has a gradient, or whether it has any. */
  readonly jumped: boolean;
}

const bound = 2e-4;

/** The net of a seed, compiled against plain. */
export function compareNet(seed: number, precision: Precision, kind: NetKind = "any"): Comparison {
  const net = { seed, kind };
  const expected = outcomeOf(net, plain);
  const actual = outcomeOf(net, (body) => compile(body, { precision }));
  const isAlike = expected.refusal === actual.refusal && expected.numbers.length === actual.numbers.length;
  const errors = isAlike ? expected.numbers.map((wanted, at) => distanceOf(actual.numbers[at]!, wanted)) : [Infinity];
  const seen = { refused: expected.refusal !== null, fused: /\d ops?: /.test(actual.explained) };
  const error = Math.max(...errors);
  if (error < bound || !isAlike) return { error, ...seen, jumped: false };
  const jumped = Array.from({ length: 20 }, (_, at) => outcomeOf(net, plain, at + 1)).some((nudged) =>
    errors.every((one, at) => one < bound || distanceOf(nudged.numbers[at]!, expected.numbers[at]!) > one / 2),
  );
  return { error: jumped ? 0 : error, ...seen, jumped };
}
