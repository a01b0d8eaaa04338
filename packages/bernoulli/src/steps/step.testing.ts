// A random training step: a net, a loss, optimizers, and the way in which one call uses them. Made twice from one seed, it is the same
// twice, and each call of it does the same, but for what calls choose anew. Holds no tests.

import { amp, Generator, nn, noGrad, type optim, randn, scope, type Tensor } from "../index.js";
import { CallDraws, type Draws } from "./draws.testing.js";
import { habits } from "./habits.testing.js";
import { images, volumes } from "./images.testing.js";
import { losses, lossesOfAny, penalties } from "./losses.testing.js";
import { optimizers, searching, smooth } from "./optimizers.testing.js";
import { rows } from "./rows.testing.js";
import { sequences } from "./sequences.testing.js";
import { type Call, type Layer, type Maker, World, type Wrap } from "./world.testing.js";

/** By how many dimensions there are beside the batch. */
const layersOf: readonly (readonly Maker[])[] = [[], rows, sequences, images, volumes];
const mostElements = 600;
/** Deeper linear layers whose weights stay as they are add up in another order than op by op. */
const deepest = 640;

/** Behind what a call throws; mostly it does not. */
type Failing = "loss" | "backward" | "step" | null;
const fails: readonly Failing[] = ["loss", "backward", "step", ...Array<null>(40).fill(null)];

export class PlannedError extends Error {}

function failAt(failing: Failing, place: Failing): void {
  if (failing === place) throw new PlannedError(`planned, behind the ${place}`);
}

export interface StepKind {
  /** Whether the two are compared bit for bit. */
  readonly isExact: boolean;
  readonly wrap: Wrap;
  /** Whether gradients outlive a call; else each begins without. */
  readonly seesGradients: boolean;
}

export class TrainingStep {
  readonly world: World;
  readonly optimizers: readonly optim.Optimizer[];
  readonly #drawn: string[] = [];
  /** Called with the number of the call, and its batch. */
  readonly call: (at: number, x: Tensor) => readonly Tensor[];
  /** At times, what a function of its own makes of the net: its weights are what calls left, and what was done between. */
  readonly predict: (at: number) => readonly Tensor[];
  /** Of the last call. */
  told: (number | string)[] = [];
  readonly #seed: number;
  readonly #seesGradients: boolean;
  readonly #shape: readonly number[];
  readonly #batches: readonly number[];
  readonly #changing: number;
  readonly #net: Layer;
  readonly #loss: Layer;
  readonly #penalty: (typeof penalties)[number] | null;
  readonly #scaler = new amp.GradScaler("cpu", { initScale: 8, growthInterval: 2 });
  readonly #manner: "plain" | "accumulating" | "twice" | "in parts" | "outside" | "scaled";

  constructor(seed: number, kind: StepKind) {
    this.#seed = seed;
    this.#seesGradients = kind.seesGradients;
    this.world = new World(seed, kind);
    const { draws, large } = this.world;
    this.#shape = shapeOf(draws, large);
    this.#batches = large ? [8, 8, 12] : draws.pick([[3], [2, 5], [4, 6, 4], [7, 2]]);
    this.#changing = draws.pick([0, 0, 0.04, 0.3]);
    const [net, output] = this.#layers(this.#shape, draws.between(2, large ? 6 : 9), 0);
    this.#net = net;
    const isDeep = output.reduce((product, size) => product * size, 1) > deepest;
    this.#loss = draws.pick(isDeep ? losses.slice(0, lossesOfAny) : losses)(draws, output, this.world)!;
    this.#penalty = draws.chance(0.2) ? draws.pick(penalties) : null;
    this.#manner = draws.pick(["plain", "plain", "plain", "accumulating", "twice", "in parts", "outside", "scaled"]);
    this.world.forget();
    const parameters = this.world.parameters();
    const make = draws.pick(kind.isExact ? optimizers : smooth);
    const isSearching = kind.isExact && draws.chance(0.04);
    this.optimizers = parameters.length === 0 ? [] : (isSearching ? searching : make)(parameters, draws);
    this.call = kind.wrap((at: number, x: Tensor) => this.#step(at, x));
    const predict = kind.wrap((at: number, x: Tensor) => this.#predict(x, this.#newCall(at)));
    this.predict = (at) => (this.world.draws.chance(0.4) ? predict(at, this.batch(at)) : []);
  }

  /** For whom looks into a difference: what its layers do. */
  get drawn(): string {
    const names = this.optimizers.map((one) => one.constructor.name).join();
    return [this.#manner, names, this.world.modules.join("\n"), ...this.#drawn].join("\n");
  }

  /** Another one at each call, most of the time. */
  batch(at: number): Tensor {
    const draws = new CallDraws(this.#seed + 0.125, at, 1);
    const count = this.#batches[at % this.#batches.length]!;
    const generator = new Generator({ seed: draws.chance(0.2) ? 0 : at });
    const x = randn([count, ...this.#shape], { dtype: this.world.dtype, generator });
    return draws.chance(0.1) ? x.transpose(0, 1).contiguous().transpose(0, 1) : x;
  }

  /** What is done between calls, as schedules and users do. */
  between(at: number): void {
    const draws = new CallDraws(this.#seed + 0.25, at, 1);
    for (const { paramGroups } of this.optimizers)
      if (draws.chance(0.4)) for (const group of paramGroups) (group as { lr: number }).lr *= 0.9;
    for (const module of this.world.modules) {
      if (draws.chance(0.05)) module.train(!module.training);
      if (draws.chance(0.03)) module.requiresGrad_(draws.chance(0.5));
    }
    const parameters = this.world.parameters();
    if (parameters.length === 0) return;
    if (draws.chance(0.1)) noGrad(() => draws.pick(parameters).mul_(0.95));
    if (draws.chance(0.1)) noGrad(() => draws.pick(parameters).clamp_({ min: -1, max: 1 }));
    if (draws.chance(0.1))
      scope(() => nn.utils.vectorToParameters(nn.utils.parametersToVector(parameters).mul(0.9), parameters));
    if (draws.chance(0.1))
      scope(() => {
        for (const module of this.world.modules) {
          const state = Object.entries(module.stateDict()).map(([name, value]) => [name, value.mul(0.98)] as const);
          module.loadStateDict(Object.fromEntries(state));
        }
      });
  }

  /** What is done with what a call gave: the way back, where the call was the way forward alone. */
  behind(results: readonly Tensor[]): void {
    if (this.#manner !== "outside") return;
    const loss = results.find(({ requiresGrad, ndim, isLeaf }) => requiresGrad && ndim === 0 && !isLeaf);
    loss?.backward();
    for (const optimizer of this.optimizers) if (optimizer.constructor.name !== "LBFGS") optimizer.step();
  }

  #made(makers: readonly Maker[], shape: readonly number[]): Layer | null {
    const { draws } = this.world;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const made = this.world.modules.length;
      const layer = draws.pick(makers)(draws, shape, this.world);
      if (layer !== null && this.#shapeBehind(layer, shape) !== null) {
        this.#drawn.push(`${shape}: ${layer}`);
        return layer;
      }
      for (const module of this.world.modules.splice(made)) module.dispose();
    }
    return null;
  }

  /** What a layer makes of a shape, without the batch; null where it refuses that, or where it is too large. */
  #shapeBehind(layer: Layer, shape: readonly number[]): readonly number[] | null {
    const { world } = this;
    try {
      return scope(() => {
        for (const module of world.modules) module.eval();
        const x = randn([2, ...shape], { dtype: world.dtype });
        const y = noGrad(() => layer(x, this.#newCall(0)));
        const size = y.numel() / 2;
        const isTooDeep = world.isExact && y.ndim === 2 && size > deepest;
        return size >= 1 && size <= (world.large ? 20 : 1) * mostElements && !isTooDeep ? y.shape.slice(1) : null;
      });
    } catch {
      return null;
    } finally {
      for (const module of world.modules) module.train();
    }
  }

  #layers(shape: readonly number[], count: number, depth: number): [Layer, readonly number[]] {
    const { draws } = this.world;
    const layers: Layer[] = [];
    let now = shape;
    for (let at = 0; at < count; at += 1) {
      const layer = depth < 2 && draws.chance(0.12) ? this.#around(now, depth) : this.#one(now);
      const behind = layer && this.#shapeBehind(layer, now);
      if (layer === null || behind === null || behind.length === 0 || behind.length > 4) continue;
      layers.push(layer);
      now = behind;
    }
    return [(x, call) => layers.reduce((hidden, layer) => layer(hidden, call), x), now];
  }

  #one(shape: readonly number[]): Layer | null {
    const { draws } = this.world;
    return this.#made(draws.chance(0.3) ? habits : layersOf[shape.length]!, shape);
  }

  /** Layers beside what they are given. */
  #around(shape: readonly number[], depth: number): Layer | null {
    const { draws } = this.world;
    const [inner, behind] = this.#layers(shape, draws.between(1, 3), depth + 1);
    if (behind.join() === shape.join()) {
      return draws.pick<Layer>([
        (x, call) => x.add(inner(x, call)),
        (x, call) => inner(x, call).add(x, { alpha: 0.5 }),
        (x, call) => inner(inner(x, call).tanh(), call),
        (x, call) => x.mul(inner(x, call).sigmoid()),
        (x, call) => (call.draws.chance(0.6) ? inner(x, call) : x),
      ]);
    }
    return draws.pick<Layer>([
      inner,
      (x, call) => x.mul(inner(x, call).mean().sigmoid()),
      (x, call) => {
        call.penalties.push(inner(x, call).square().mean());
        return x;
      },
      (x, call) => {
        call.results.push(noGrad(() => inner(x, call)));
        return x;
      },
    ]);
  }

  #newCall(at: number): Call {
    const draws = new CallDraws(this.#seed, at, this.#changing);
    return { draws, world: this.world, at, results: [], told: [], penalties: [], retained: [] };
  }

  #step(at: number, x: Tensor): readonly Tensor[] {
    const call = this.#newCall(at);
    this.told = call.told;
    const { draws, results } = call;
    const failing = new CallDraws(this.#seed + 0.375, at, 1).pick(fails);
    if (draws.chance(0.03)) return this.#predict(x, call);
    if (draws.chance(0.05)) x.requiresGrad_();
    const isFilled = draws.chance(0.2) && this.#seesGradients;
    if (this.#manner !== "accumulating" || at % 3 === 0 || !this.#seesGradients) this.#zeroGrad(isFilled);
    this.#backward(x, call, failing);
    if (this.#manner !== "outside") this.#update(x, call, failing);
    for (const { grad } of call.retained) if (grad !== null) results.push(grad);
    if (draws.chance(0.3)) results.push(...this.world.parameters().flatMap(({ grad }) => grad ?? []));
    // What is given, and a view of it, and a parameter.
    if (draws.chance(0.1)) results.push(x, x.narrow(0, 0, 1), ...this.world.parameters().slice(0, 1));
    if (draws.chance(0.1)) this.#zeroGrad(draws.chance(0.5));
    return results;
  }

  #zeroGrad(isFilled: boolean): void {
    for (const optimizer of this.optimizers) optimizer.zeroGrad({ setToNone: !isFilled });
  }

  #predict(x: Tensor, call: Call): readonly Tensor[] {
    for (const module of this.world.modules) module.eval();
    const y = noGrad(() => this.#net(x, call));
    for (const module of this.world.modules) module.train();
    return [...call.results, y, y.detach().flatten(1).argmax(1)];
  }

  #lossOf(x: Tensor, call: Call): Tensor {
    const y = this.#net(x, call);
    if (call.draws.chance(0.08)) call.results.push(y);
    const loss = call.penalties.splice(0).reduce((sum, one) => sum.add(one), this.#loss(y, call));
    return this.#penalty === null ? loss : this.#penalty(loss, y, this.world.parameters());
  }

  #backward(x: Tensor, call: Call, failing: Failing): void {
    const { results } = call;
    if (this.#manner === "in parts" && x.size(0) >= 4) {
      for (const part of x.chunk(2, 0)) {
        const loss = this.#lossOf(part, call);
        if (loss.requiresGrad) loss.mul(0.5).backward();
        results.push(loss.detach());
      }
      return;
    }
    const loss = this.#lossOf(x, call);
    results.push(this.#manner === "outside" ? loss : loss.detach());
    failAt(failing, "loss");
    if (!loss.requiresGrad || this.#manner === "outside") return;
    if (this.#manner === "twice") loss.backward({ retainGraph: true });
    (this.#manner === "scaled" ? this.#scaler.scale(loss) : loss).backward();
  }

  #update(x: Tensor, call: Call, failing: Failing): void {
    const { draws, world, told } = call;
    const parameters = world.parameters();
    if (draws.chance(0.15)) nn.utils.clipGradNorm_(parameters, 0.5);
    if (draws.chance(0.05)) nn.utils.clipGradValue_(parameters, 0.1);
    failAt(failing, "backward");
    for (const [place, optimizer] of this.optimizers.entries()) {
      if (optimizer.constructor.name === "LBFGS")
        optimizer.step(() => {
          this.#zeroGrad(false);
          const again = this.#newCall(call.at);
          const loss = this.#lossOf(x, again);
          if (loss.requiresGrad) loss.backward();
          return loss;
        });
      else if (this.#manner === "scaled") this.#scaler.step(optimizer);
      else if (draws.chance(0.95)) optimizer.step();
      if (place === 0) failAt(failing, "step");
    }
    if (this.#manner === "scaled") this.#scaler.update();
    if (draws.chance(0.1))
      noGrad(() => {
        for (const parameter of parameters) parameter.clamp_({ min: -4, max: 4 });
      });
    if (draws.chance(0.05)) told.push(parameters[0]?.detach().sum().item() ?? 0);
  }
}

function shapeOf(draws: Draws, large: boolean): readonly number[] {
  const rank = draws.pick([1, 1, 2, 2, 3, 3, 3, 3, 4]);
  if (large) return [[], [128], [12, 32], [draws.pick([4, 8, 16]), draws.pick([12, 16, 21]), 16], [4, 6, 8, 8]][rank]!;
  const side = () => draws.between(4, 9);
  const channels = draws.between(1, 8);
  return [[], [draws.between(2, 12)], [draws.between(1, 7), side()], [channels, side(), side()], [channels, 4, 4, 5]][
    rank
  ]!;
}
