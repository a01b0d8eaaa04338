// One call of a random net: strands of ops, each a pattern that some rule looks for, which go on in turn, and writes of every kind
// between them; see written-nets.testing.ts. Holds no tests.

import { conv2d, crossEntropy, dropout, full, maxPool2d, noGrad, randn, type Tensor, where } from "../index.js";
import { isContiguous } from "../tensor/shape.js";
import { adamStep_, sgdStep_ } from "./steps.testing.js";
import { classes, type Random, type Sizes, type State } from "./written-states.testing.js";

type Strand = globalThis.Generator<Tensor, void, unknown>;

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

/** One call of a net's body. */
export class Call {
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
    if (kind === "fill") this.#fill(target, 0.25);
    if (kind === "zero") this.#fill(target, 0);
    if (kind === "relu") target.relu_();
    if (kind === "view" && isContiguous(target)) target.view(-1).mul_(0.8);
    if (kind === "draw") target.normal_(0.1, 0.5);
    if (target.ndim === 0 || target.size(0) < 2) return;
    const dim = target.ndim > 1 && this.#chance(0.5) ? 1 : 0;
    const half = Math.floor(target.size(dim) / 2);
    if (kind === "part") {
      const part = target.narrow(dim, this.#pick([0, half]), half);
      if (this.#chance(0.4)) this.#fill(part, 0.5);
      else if (this.#chance(0.5)) part.copy_(other.detach().narrow(dim, 0, half));
      else part.mul_(-0.5);
    }
    if (kind === "moved") target.narrow(dim, half, half).copy_(target.narrow(dim, 0, half).mul(0.5));
  }

  /** Nudged, not all numbers are alike: then of a pool's equal elements, and of what ReLU is given, it is seen what they decide. */
  #fill(target: Tensor, value: number): void {
    target.fill_(value);
    const { nudges } = this.#state;
    if (nudges !== null) target.add_(randn(target.shape, { generator: nudges }), { alpha: 1e-6 });
  }

  #image(): Tensor {
    const { channels, side } = this.#sizes;
    const whole = this.#seen.filter(({ shape }) => shape[1] === channels && shape[2] === side);
    const image = this.#chance(0.5) ? whole.at(-1)! : this.#pick(whole);
    this.#read.push(image);
    return image;
  }

  #strand(): Strand {
    const images = ["conv", "conv", "conv", "residual", "chain", "norm", "shares"];
    const kind = this.#pick(this.#sizes.dense ? images : [...images, "scaled", "linear", "classes", "mixed"]);
    if (kind === "conv") return this.#convolution(this.#pick(["relu", "pool", "relu, pool", "pool, relu", "none"]));
    if (kind === "residual" || kind === "scaled") return this.#residual(kind);
    if (kind === "linear") return this.#linear(this.#pick(["relu", "tanh", "none"]));
    if (kind === "chain") return this.#chain();
    if (kind === "norm") return this.#norm();
    if (kind === "shares") return this.#shares();
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
      const alike = ["add", "mul", "tanh", "abs", "relu", "neg", "leaky"];
      const kind = this.#pick(dense ? alike : [...alike, "number", "filled", "where", "clamp"]);
      const other = dense || this.#chance(0.5) ? this.#image() : this.#pick(this.#state.buffers);
      if (kind === "add") y = y.add(other, { alpha: 0.5 });
      if (kind === "mul") y = y.mul(other.tanh());
      if (kind === "tanh") y = y.tanh();
      if (kind === "abs") y = y.abs();
      if (kind === "relu") y = y.relu();
      if (kind === "number") y = y.mul(0.5).add(0.1);
      if (kind === "neg") y = y.neg();
      if (kind === "leaky") y = where(y.gt(0), y, y.mul(0.5));
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

  /** Sums, mostly over all but the channels, and what is stretched over images. */
  *#norm(): Strand {
    const x = this.#image();
    const dims = this.#pick([[0, 2, 3], [0, 2, 3], [0, 2, 3], [2, 3], [1], [1, 2, 3], [0, 1, 2, 3]]);
    const apart = x.sub(x.mean(dims, { keepdim: true }));
    yield apart;
    const variance = apart.mul(apart).mean(dims, { keepdim: true });
    yield apart.div(variance.add(0.3).sqrt()).mul(this.#pick(this.#state.biases).view(1, -1, 1, 1));
  }

  /** Softmax, whose sums and largest go on within each row. */
  *#shares(): Strand {
    const image = this.#image();
    const x = image.flatten(2);
    const powers = x.sub(x.amax(-1, { keepdim: true }).detach()).exp();
    yield powers;
    const total = powers.sum(-1, { keepdim: true });
    yield total;
    yield powers.div(total).mul(8).view(image.shape);
  }

  /** What no rule takes, as readers and draws in between. */
  *#mixed(): Strand {
    const y = this.#image();
    yield this.#chance(0.5) ? dropout(y, { p: 0.3, training: true }) : y.mean(-1, { keepdim: true }).add(y);
    yield this.#chance(0.5) ? y.transpose(2, 3).mul(0.5) : y.sum([0, 2, 3]);
  }
}
