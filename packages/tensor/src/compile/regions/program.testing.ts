// One call of a random program, as programs.testing.ts draws and compares them: which ops, of what, and what is kept. Holds no tests.

import { type DType, dropout, noGrad, type Tensor, where, zeros } from "../../index.js";
import { overlapsItself } from "../../tensor/shape.js";
import { adamStep_, sgdStep_ } from "../steps.testing.js";
import { declared } from "./declared.testing.js";
import { overRows, type Rows } from "./rows.testing.js";

const sgd = { lr: 0.1, momentum: 0.9, dampening: 0, weightDecay: 0.01, nesterov: false, maximize: false };
const rates = { beta1: 0.9, beta2: 0.99, eps: 1e-3, stepSize: 0.05, correction2Root: 0.7 };
const adam = { ...rates, weightDecay: 0.01, maximize: false };

export interface State {
  readonly leaves: readonly Tensor[];
  /** Of the same shapes, and without gradients. */
  readonly buffers: readonly Tensor[];
  readonly special: Tensor;
}

export function pickOf<Choice>(random: () => number, choices: readonly Choice[]): Choice {
  return choices[Math.floor(random() * choices.length)]!;
}

/** One call of a program's body. */
export class Program {
  readonly #random: () => number;
  readonly #state: State;
  /** What ops may read, the latest last. */
  readonly #seen: Tensor[];
  readonly #results: Tensor[] = [];
  readonly #learns: boolean;

  constructor(random: () => number, state: State) {
    this.#random = random;
    this.#state = state;
    this.#learns = this.#chance(0.6);
    this.#seen = [...state.leaves, ...state.buffers];
    if (this.#chance(0.15)) this.#seen.push(state.special);
  }

  run(): readonly Tensor[] {
    if (this.#learns) this.#learn();
    else noGrad(() => this.#forward());
    return this.#results;
  }

  #chance(chance: number): boolean {
    return this.#random() < chance;
  }

  #pick<Choice>(choices: readonly Choice[]): Choice {
    return pickOf(this.#random, choices);
  }

  /** Mostly one of the latest. */
  #tensor(): Tensor {
    return this.#chance(0.6) ? this.#pick(this.#seen.slice(-3)) : this.#pick(this.#seen);
  }

  #forward(): void {
    for (let ops = 3 + Math.floor(this.#random() * 14); ops > 0; ops -= 1) {
      const made = this.#op();
      this.#seen.push(made);
      if (this.#chance(0.15)) this.#results.push(made);
      if (this.#chance(0.25)) this.#write();
    }
    this.#results.push(this.#seen.at(-1)!);
  }

  #learn(): void {
    for (const leaf of this.#state.leaves) leaf.grad = null;
    this.#forward();
    const roots = this.#results.filter((result) => result.requiresGrad);
    if (roots.length === 0) return;
    const loss = roots
      .map((root) => (this.#chance(0.5) ? root.mul(root).mean() : root.tanh().sum()))
      .reduce((sum, one) => sum.add(one));
    loss.backward();
    this.#results.push(loss.detach());
    noGrad(() => this.#update());
  }

  #update(): void {
    const { leaves, buffers } = this.#state;
    const kind = this.#pick(["sgd", "adam", "by hand", "averages", "none"]);
    for (const [at, leaf] of leaves.entries()) {
      const { grad } = leaf;
      const buffer = buffers[at]!;
      if (grad === null || this.#chance(0.1)) continue;
      if (this.#chance(0.1)) this.#write();
      if (kind === "sgd") sgdStep_(leaf, grad, buffer, sgd);
      else if (kind === "adam") adamStep_(leaf, grad, buffer, grad.mul(grad), adam);
      else if (kind === "by hand") {
        buffer.mul_(0.9).addcmul_(grad, grad, { value: 0.1 });
        leaf.addcdiv_(grad, buffer.abs().sqrt().add_(1e-3), { value: -0.01 });
      } else if (kind === "averages") {
        leaf.mul_(0.99);
        buffer.mul_(0.5).add_(grad, { alpha: 0.5 });
        leaf.sub_(buffer.tanh(), { alpha: 0.1 });
      }
    }
  }

  /** Keeps numbers of ordinary size. */
  #op(): Tensor {
    const x = this.#tensor();
    const kind = this.#pick([
      "unary",
      "unary",
      "binary",
      "binary",
      "binary",
      "sum",
      "sum",
      "view",
      "choice",
      "declared",
      "declared",
      "dtype",
      "other",
      "rows",
      "rows",
      "rows",
    ]);
    if (kind === "rows" && x.ndim > 0) return overRows(x, this.#rows);
    if (kind === "unary") return this.#unary(x);
    if (kind === "binary") return this.#binary(x, this.#partner(x));
    if (kind === "sum") return this.#sum(x);
    if (kind === "view") return this.#view(x);
    if (kind === "declared") return this.#pick(declared)(x, this.#partner(x), this.#pick([0.5, -1, 1]));
    if (kind === "choice") {
      const other = this.#partner(x);
      const truth = this.#chance(0.5) ? x.gt(other) : x.le(0.1);
      return this.#chance(0.7) ? where(truth, x, other) : truth.to("float32").mul(x);
    }
    if (kind === "dtype") {
      const dtype = this.#pick(["int32", "uint8", "bool"] as const satisfies readonly DType[]);
      const whole = x.detach().mul(100).tanh().mul(300).to(dtype);
      const isPlain = dtype === "bool" || this.#chance(0.4);
      const counted = isPlain ? whole : this.#chance(0.5) ? whole.add(whole).mul(3) : whole.gt(20);
      return counted
        .to("float32")
        .mul(0.001)
        .add(this.#chance(0.5) ? x : 0);
    }
    return this.#other(x);
  }

  readonly #rows: Rows = {
    chance: (chance) => this.#chance(chance),
    pick: (choices) => this.#pick(choices),
    partner: (x) => this.#partner(x),
    keep: (result) => void this.#results.push(result),
  };

  #unary(x: Tensor): Tensor {
    const kind = this.#pick(["neg", "abs", "relu", "exp", "tanh", "sqrt", "log", "scaled", "shifted", "clone"]);
    if (kind === "neg") return x.neg();
    if (kind === "abs") return x.abs();
    if (kind === "relu") return x.relu();
    if (kind === "exp") return x.tanh().exp();
    if (kind === "tanh") return x.tanh();
    if (kind === "sqrt") return x.abs().add(0.1).sqrt();
    if (kind === "log") return x.abs().add(1).log();
    if (kind === "scaled") return x.mul(-0.7);
    return kind === "clone" ? x.clone() : x.add(0.3);
  }

  #binary(x: Tensor, y: Tensor): Tensor {
    const kind = this.#pick(["add", "sub", "mul", "div"]);
    if (kind === "add") return x.add(y, { alpha: this.#pick([1, -0.5]) });
    if (kind === "sub") return x.sub(y);
    return kind === "mul" ? x.mul(y.tanh()) : x.div(y.abs().add(0.5));
  }

  /** One that can stand beside a tensor: the result has the shape of one of them, so that shapes do not grow. */
  #partner(x: Tensor): Tensor {
    const fits = this.#seen.filter(
      (y) =>
        y.dtype === "float32" &&
        y.ndim <= x.ndim &&
        y.shape.every((size, dim) => size === 1 || size === x.size(dim + x.ndim - y.ndim)),
    );
    return this.#chance(0.6) && fits.length > 3 ? this.#pick(fits.slice(-4)) : this.#pick([...fits, x]);
  }

  #sum(x: Tensor): Tensor {
    const dims = x.shape.map((_, dim) => dim).filter(() => this.#chance(0.5));
    const given = x.ndim === 0 || this.#chance(0.15) ? undefined : dims.length > 0 ? dims : [x.ndim - 1];
    const keepdim = this.#chance(0.7);
    if (this.#chance(0.5)) return x.mean(given, { keepdim });
    const count = given === undefined ? x.numel() : given.reduce((product, dim) => product * x.size(dim), 1);
    return x.sum(given, { keepdim }).div(Math.sqrt(count));
  }

  #view(x: Tensor): Tensor {
    const kind = this.#pick(["turned", "part", "flat", "spread", "column"]);
    if (x.ndim === 0) return x.expand(3);
    if (kind === "turned" && x.ndim > 1) return x.transpose(0, x.ndim - 1);
    if (kind === "flat") return x.reshape(-1);
    if (kind === "spread" && x.ndim < 3 && x.numel() < 1000) return x.unsqueeze(0).expand(2, ...x.shape);
    const dim = Math.floor(this.#random() * x.ndim);
    if (kind === "column") return x.select(dim, Math.floor(this.#random() * x.size(dim)));
    const length = Math.max(1, x.size(dim) - 1);
    // Of one shape, and yet other elements.
    return x.narrow(dim, this.#chance(0.5) ? 0 : x.size(dim) - length, length);
  }

  /** What is in no region. */
  #other(x: Tensor): Tensor {
    if (this.#chance(0.3)) return dropout(x, { p: 0.3, training: true });
    if (this.#chance(0.1)) this.#results.push(zeros(1).add(x.detach().sum().item()));
    if (x.ndim === 2 && x.size(0) <= 64 && x.size(1) <= 64) return x.matmul(x.t()).tanh();
    if (x.ndim > 0 && this.#chance(0.5)) return x.softmax(x.ndim - 1);
    if (x.ndim > 0 && x.size(-1) > 1) return noGrad(() => x.max(x.ndim - 1, { keepdim: true }).values);
    return x.pow(2);
  }

  /** A write of any kind, where no backward minds. */
  #write(): void {
    const { buffers } = this.#state;
    const free = this.#learns
      ? buffers.filter((one) => !this.#seen.slice(8).includes(one))
      : [...this.#seen.slice(-5), ...buffers];
    const target = this.#pick(free);
    if (target.requiresGrad && this.#learns) return;
    noGrad(() => {
      const view = this.#chance(0.4) ? this.#view(target.detach()) : target.detach();
      // Read before and behind the write, through another view too.
      const beside = this.#chance(0.5) ? this.#view(target.detach()) : view;
      const before = this.#chance(0.5) ? beside.mul(3) : null;
      this.#writeTo(view);
      if (this.#chance(0.4)) this.#results.push(before?.add(beside) ?? beside.mul(2));
      if (this.#chance(0.4))
        this.#results.push(view.shape.join() === beside.shape.join() ? view.add(beside) : view.add(0.5));
    });
  }

  #writeTo(target: Tensor): void {
    if (overlapsItself(target) || target.dtype !== "float32") return;
    const other = this.#partner(target).detach();
    const kind = this.#pick(["add", "mul", "copy", "fill", "zero", "scaled", "addcmul", "itself"]);
    if (kind === "add") target.add_(other, { alpha: -0.5 });
    if (kind === "mul") target.mul_(other.tanh());
    if (kind === "copy") target.copy_(other);
    if (kind === "fill") target.fill_(0.25);
    if (kind === "zero") target.zero_();
    if (kind === "scaled") target.mul_(-0.7).add_(0.1);
    if (kind === "addcmul") target.addcmul_(other.tanh(), other.tanh(), { value: 0.1 });
    if (kind === "itself") target.add_(target.tanh());
    if (this.#chance(0.4)) this.#results.push(target.mul(2));
  }
}
