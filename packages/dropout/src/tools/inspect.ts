// What masks show: how often each unit was dropped, whether the share is p's, who was dropped together; and the thinned net that one mask
// leaves, as a model of its own.

import { Dropout, Identity, Linear, type Module, Sequential } from "@bernoulli/nn";
import { ArgumentError, checkOptions, noGrad, tensor } from "@bernoulli/tensor";
import type { RecordedMask, RecordedNoise } from "./masks.js";

/** Two units, and how often both were dropped. */
export interface DroppedPair {
  readonly units: readonly [number, number];
  /** The share of samples in which both were. */
  readonly share: number;
}

/** The masks of one module, of one function. */
export interface MaskReport {
  readonly module: string;
  readonly op: string;
  /** NaN where it is no one number: of cutout, and of rates that differ. */
  readonly p: number;
  /** How many draws there were. */
  readonly draws: number;
  /** The share of them that dropped, in [0, 1]. */
  readonly share: number;
  /** How many standard deviations of a binomial distribution the share is off p; NaN where p is. */
  readonly deviation: number;
  /** For each unit, a place behind the first dimension, the share of samples in which it was dropped. */
  readonly units: readonly number[];
  /** The units that were dropped together most often, most often first. */
  readonly pairs: readonly DroppedPair[];
}

/**
 * What masks show, by module and function: those of several steps are taken together, and noise of kinds that drop, such as standout, patches
 * and cutout, counts by the masks that follow; other noise is left out. The first dimension counts samples. Masks of one module with
 * different rows are reported apart.
 *
 * @throws ArgumentError if `pairs` is no whole number of 0 or more.
 * @example
 * ```ts
 * import { Dropout } from "@bernoulli/nn";
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { inspectMasks, recordMasks } from "@bernoulli/dropout";
 * const model = new Dropout(0.25);
 * manualSeed(0);
 * const [report] = inspectMasks(recordMasks(model, () => model(ones(4000, 3))).masks);
 * report?.units.map((share) => share.toFixed(1)); // → ["0.3", "0.2", "0.2"]
 * ```
 */
export function inspectMasks(
  masks: readonly (RecordedMask | RecordedNoise)[],
  options: { readonly pairs?: number } = {},
): MaskReport[] {
  checkOptions("inspectMasks", options, { pairs: "number" });
  const { pairs = 5 } = options;
  if (!Number.isSafeInteger(pairs) || pairs < 0)
    throw new ArgumentError(`inspectMasks: pairs must be a whole number of 0 or more, but got ${String(pairs)}`);
  const groups = new Map<string, RecordedMask[]>();
  for (const one of masks) {
    const mask = maskOf(one);
    if (mask === null) continue;
    const key = JSON.stringify([mask.module, mask.op, mask.p, mask.shape.slice(1)]);
    groups.set(key, [...(groups.get(key) ?? []), mask]);
  }
  return [...groups.values()].map((group) => report(group, pairs));
}

function maskOf(one: RecordedMask | RecordedNoise): RecordedMask | null {
  if ("kept" in one) return one;
  return one.mask === null ? null : { module: one.module, op: one.op, p: Number.NaN, ...one.mask };
}

function report(group: readonly RecordedMask[], pairs: number): MaskReport {
  const { module, op, p, shape } = group[0]!;
  const width = shape.slice(1).reduce((all, size) => all * size, 1);
  const dropped = new Float64Array(width);
  let [samples, all] = [0, 0];
  for (const { kept } of group) {
    samples += width === 0 ? 0 : kept.length / width;
    for (let at = 0; at < kept.length; at++)
      if (kept[at] === 0) {
        dropped[at % width]! += 1;
        all++;
      }
  }
  const draws = samples * width;
  return {
    ...{ module, op, p, draws },
    share: all / draws,
    deviation: (all - p * draws) / Math.sqrt(draws * p * (1 - p)),
    units: [...dropped].map((count) => count / samples),
    pairs: pairsOf(group, width, samples, pairs),
  };
}

/** Beyond so many units the pairs are not counted: there are half as many as their square. */
const mostUnits = 512;

function pairsOf(group: readonly RecordedMask[], width: number, samples: number, count: number): DroppedPair[] {
  if (count === 0 || width < 2 || width > mostUnits) return [];
  const both = new Float64Array(width * width);
  for (const { kept } of group)
    for (let row = 0; row < kept.length; row += width) {
      const units: number[] = [];
      for (let unit = 0; unit < width; unit++) if (kept[row + unit] === 0) units.push(unit);
      for (const [at, first] of units.entries())
        for (const second of units.slice(at + 1)) both[first * width + second]! += 1;
    }
  const found: DroppedPair[] = [];
  for (let first = 0; first < width; first++)
    for (let second = first + 1; second < width; second++)
      found.push({ units: [first, second], share: both[first * width + second]! / samples });
  return found.sort((a, b) => b.share - a.share).slice(0, count);
}

/**
 * The thinned net that masks of one sample leave, as a model of its own: the units that are dropped are not in it, neither their weights
 * nor those that read them, and what is kept is scaled as dropout scales it. It takes a Sequential of Linear layers, what acts on each
 * element alone (activations), and Dropout, which stands behind them (or before a ReLU); the weights are copies, and hooks of the layers
 * that are thinned are left out.
 * See Srivastava et al., JMLR 15 (2014), §1.
 *
 * @throws ArgumentError if the model has other layers, or a mask is missing or is not of one sample.
 * @example
 * ```ts
 * import { Dropout, Linear, ReLU, Sequential } from "@bernoulli/nn";
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { recordMasks, thinnedNet } from "@bernoulli/dropout";
 * const model = new Sequential(new Linear(4, 6), new ReLU(), new Dropout(0.5), new Linear(6, 2));
 * manualSeed(0);
 * const { masks } = recordMasks(model, () => model(ones(1, 4)));
 * String(thinnedNet(model, masks)[0]); // → "Linear(in_features=4, out_features=1, bias=True)"
 * ```
 */
export function thinnedNet(model: Sequential, masks: readonly RecordedMask[]): Sequential {
  // By place: a layer may stand at several, whose masks all have its first name.
  const names = new Map([...model.namedChildren()].map(([name, layer]) => [layer, name]));
  const layers = [...model].map((layer) => [names.get(layer)!, layer] as const);
  const used = new Map<string, number>();
  const maskOf = (name: string, width: number): { kept: number[]; scale: number } => {
    const own = masks.filter(({ module }) => module === name);
    const places = layers.filter(([other]) => other === name).length;
    const at = used.get(name) ?? 0;
    used.set(name, at + 1);
    const mask = own[at];
    if (own.length !== places || mask!.kept.length !== width)
      throw new ArgumentError(
        `thinnedNet: expected ${places === 1 ? "one mask" : `${places} masks`} of one sample, of ${width} units, for ${name}, but got ${own.length === places ? `one of shape [${mask!.shape.join(", ")}]` : own.length}`,
      );
    return {
      kept: Array.from({ length: width }, (_, at) => at).filter((at) => mask!.kept[at] === 1),
      scale: 1 / (1 - mask!.p),
    };
  };
  // What a subclass does beside, nobody knows here.
  for (const [name, layer] of layers)
    for (const kind of [Linear, Dropout])
      if (layer instanceof kind && layer.forward !== kind.prototype.forward)
        throw new ArgumentError(
          `thinnedNet: ${name} is a ${layer.constructor.name} with a forward of its own; only ${kind.name}'s is taken`,
        );
  const first = layers.find(([, layer]) => layer instanceof Linear)?.[1] as Linear | undefined;
  // Which units of the layer before are there, and by what they are scaled.
  let units: number[] | null = null;
  let scale = 1;
  const made: Module[] = [];
  for (const [at, [name, layer]] of layers.entries()) {
    if (layer instanceof Linear) {
      const following = layers.slice(at + 1).findIndex(([, one]) => one instanceof Linear);
      const until = following < 0 ? layers.length : at + 1 + following;
      let outputs = Array.from({ length: layer.outFeatures }, (_, row) => row);
      let factor = 1;
      for (const [other, drop] of layers.slice(at + 1, until))
        if (drop instanceof Dropout && drop.p > 0) {
          const mask = maskOf(other, layer.outFeatures);
          outputs = outputs.filter((row) => mask.kept.includes(row));
          factor *= mask.scale;
        }
      made.push(thinnedLinear(layer, units, outputs, scale));
      [units, scale] = [outputs, factor];
    } else if (layer instanceof Dropout) {
      if (first === undefined || layers.findIndex(([, one]) => one === first) > at)
        throw new ArgumentError(`thinnedNet: ${name} drops the net's inputs, which are no units of it`);
      const behind = layers.slice(at + 1).findIndex(([, one]) => one instanceof Linear);
      const until = behind < 0 ? layers.length : at + 1 + behind;
      const bent = layers.slice(at + 1, until).find(([, one]) => !isHomogeneous(one));
      if (layer.p > 0 && bent !== undefined)
        throw new ArgumentError(
          `thinnedNet: ${name} drops before ${bent[0]}, a ${bent[1].constructor.name}, which does not leave zeros and scales as they are; drop behind it`,
        );
      made.push(new Identity());
    } else if ([...layer.parameters()].length > 0 || !actsOnElements(layer))
      throw new ArgumentError(
        `thinnedNet: ${name} is a ${layer.constructor.name}; only Linear, Dropout and activations of single elements are taken`,
      );
    else made.push(layer);
  }
  if (scale !== 1)
    throw new ArgumentError(
      "thinnedNet: dropout behind the last Linear drops the net's outputs, which are no units of it",
    );
  return new Sequential(...made);
}

const elementwise = new Set([
  ...[
    "ReLU",
    "ReLU6",
    "LeakyReLU",
    "ELU",
    "SELU",
    "CELU",
    "GELU",
    "SiLU",
    "Mish",
    "Sigmoid",
    "Tanh",
    "Softplus",
    "Softsign",
  ],
  ...["Hardtanh", "Hardsigmoid", "Hardswish", "LogSigmoid", "Identity"],
]);
/** Whose f(c · x) is c · f(x), for c of 0 or more. */
const homogeneous = new Set(["ReLU", "LeakyReLU", "Identity"]);
const isHomogeneous = (layer: Module): boolean => layer instanceof Dropout || homogeneous.has(layer.constructor.name);
const actsOnElements = (layer: Module): boolean => elementwise.has(layer.constructor.name);

function thinnedLinear(
  layer: Linear,
  inputs: readonly number[] | null,
  outputs: readonly number[],
  scale: number,
): Linear {
  const { weight, bias, inFeatures } = layer;
  const { device } = weight;
  const own = inputs ?? Array.from({ length: inFeatures }, (_, at) => at);
  if (own.length === 0 || outputs.length === 0)
    throw new ArgumentError("thinnedNet: the masks leave no unit of a layer: nothing goes through it");
  const made = new Linear(own.length, outputs.length, { bias: bias !== null, dtype: weight.dtype, device });
  noGrad(() => {
    const rows = tensor([...outputs], { dtype: "int32", device });
    const columns = tensor([...own], { dtype: "int32", device });
    made.weight.copy_(weight.indexSelect(0, rows).indexSelect(1, columns).mul(scale));
    if (bias !== null) made.bias!.copy_(bias.indexSelect(0, rows));
  });
  return made;
}
