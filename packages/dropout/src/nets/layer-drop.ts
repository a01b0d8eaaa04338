// LayerDrop: layers of a stack that are left out whole, for the batch: no work is done for them.

import { type DropoutFacts, type Module, ModuleList } from "@bernoulli/nn";
import { checkOptions, type Generator, rand } from "@bernoulli/tensor";
import { checkRate, type DrawOptions, drawsOf, factsAs, keptMask, unscaled } from "../drawing.js";

/**
 * A ModuleList whose `kept()` gives, while training, each layer but with probability p not, anew at every call; nothing is scaled. A loop
 * over the list itself gives all. In a compiled step the draws are read, and a plan ends there.
 * See Fan et al., ICLR 2020 (https://arxiv.org/abs/1909.11556); fairseq's LayerDropModuleList, whose draws it has.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { Linear } from "@bernoulli/nn";
 * import { manualSeed } from "@bernoulli/tensor";
 * import { LayerDrop } from "@bernoulli/dropout";
 * const layers = new LayerDrop([new Linear(2, 2), new Linear(2, 2), new Linear(2, 2)], { p: 0.5 });
 * manualSeed(4);
 * layers.kept().length; // → 2
 * layers.eval().kept().length; // → 3
 * ```
 */
export class LayerDrop extends ModuleList {
  static override readonly name: string = "LayerDrop";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("layer", { ...unscaled, dropped: "absent" });
  p: number;
  readonly generator: Generator | null;

  constructor(modules: Iterable<Module> = [], options: DrawOptions & { readonly p?: number } = {}) {
    checkOptions("LayerDrop", options, { p: "number", generator: "Generator" });
    const { p = 0.5, generator = null } = options;
    checkRate("LayerDrop", p);
    super(modules);
    this.p = p;
    this.generator = generator;
  }

  /** The layers to call, in their order: all in evaluation, and while training those that are not dropped this time. */
  kept(): Module[] {
    const layers = [...this];
    if (!this.training || layers.length === 0) return layers;
    const { p } = this;
    const kept = keptMask({ op: "LayerDrop", shape: [layers.length], p, device: "cpu" }, () =>
      rand(layers.length, { ...drawsOf(this.generator ?? undefined), device: "cpu" }).gt(p),
    ).toArray() as boolean[];
    return layers.filter((_, at) => kept[at]);
  }
}
