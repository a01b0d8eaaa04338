// A tensor that stands for many: how vmap has a function of one sample compute all of them. It has a sample's shape, and behind it lies
// a tensor with one more dimension, the first. What an op makes of it is interpret.ts's.

import { isRecording, noGrad } from "../autograd/grad-mode.js";
import { type GradientRule, GradNode, inputMetaOf, outputMetaOf } from "../autograd/node.js";
import { ArgumentError, AutogradError } from "../checks/errors.js";
import { expand } from "../ops/reductions/sum.js";
import { transpose } from "../ops/views/permute.js";
import { Tensor } from "../tensor/tensor.js";

/** What a mapped function may draw: nothing, for each sample anew, or once for all. */
export type Randomness = "error" | "different" | "same";

let created = 0;

/** One call of a mapped function. Those within it are newer. */
export class Level {
  readonly id = created++;
  readonly size: number;
  readonly randomness: Randomness;

  constructor(size: number, randomness: Randomness) {
    this.size = size;
    this.randomness = randomness;
  }
}

const active: Level[] = [];

/** The calls under way, the outermost first. */
export function activeLevels(): readonly Level[] {
  return active;
}

/** @internal Whether a function is being mapped: what writes tensors of its own element by element must then do without. */
export function isMapping(): boolean {
  return active.length > 0;
}

export function within<Result>(level: Level, body: () => Result): Result {
  active.push(level);
  try {
    return body();
  } finally {
    active.pop();
  }
}

/** The samples of a level as one, of their common shape. */
export class Samples extends Tensor {
  readonly level: Level;
  /** All samples, one along the first dimension; those of an outer level, perhaps. */
  readonly whole: Tensor;

  constructor(level: Level, all: Tensor, base: Tensor | null = null) {
    super(all.storage, all.dtype, { shape: all.shape.slice(1), strides: all.strides.slice(1), offset: 0 }, base);
    this.level = level;
    this.whole = all;
    // Whoever is not told of samples would take the first for the only one: it needs this, and learns that there are more.
    Object.defineProperty(this, "offset", {
      get() {
        throw new ArgumentError(
          "vmap: It looks like you're calling .item() on a Tensor, reading its elements, letting the program depend on them, or writing on a view of it. We don't support vmap over that, " +
            "please try to rewrite what you're doing with other operations, such as where, and without the trailing underscore.",
        );
      },
    });
  }

  /** The samples apart from their history. */
  override get data(): Tensor {
    return new Samples(this.level, this.whole.data);
  }

  override set data(value: never) {
    super.data = value;
  }
}

const entering: GradientRule = {
  name: "vmapEnter",
  backward: ({ grad, attributes }) => {
    const level = attributes as Level;
    if (active.includes(level))
      throw new AutogradError(
        "vmap: inside a mapped function the gradient of what is not mapped was asked for, which is a sum over samples that is only known outside. " +
          "For the gradient of each sample use func.grad or func.vjp, for the sum call backward outside of vmap",
      );
    return [exit(grad!, level)];
  },
};
const leaving: GradientRule = {
  name: "vmapExit",
  backward: ({ grad, attributes }) => [enter(grad!, attributes as Level)],
};

function linked(result: Tensor, from: Tensor, rule: GradientRule, level: Level): Tensor {
  const edge = isRecording() ? from.gradEdge : null;
  if (edge === null) return result;
  const node = new GradNode({
    rule,
    attributes: level,
    edges: [edge],
    inputs: [inputMetaOf(from)],
    outputs: [outputMetaOf(result)],
    saved: new Map(),
  });
  result.gradEdge = { node, output: 0 };
  return result;
}

/** `all`, of which the first dimension is the samples', as one sample. */
export function enter(all: Tensor, level: Level): Tensor {
  return linked(
    noGrad(() => entered(all.data, level)),
    all,
    entering,
    level,
  );
}

/** All samples, along the first dimension: also of what is the same for each. */
export function exit(sample: Tensor, level: Level): Tensor {
  const all = noGrad(() => exited(sample, level));
  if (all === null) return expand(sample, [level.size, ...sample.shape]);
  return linked(all.data, sample, leaving, level);
}

/** What is the same for every sample of a level, as one of them. */
export function lifted(tensor: Tensor, level: Level): Tensor {
  return holds(tensor, level) ? tensor : enter(expand(tensor, [level.size, ...tensor.shape]), level);
}

function entered(all: Tensor, level: Level): Tensor {
  if (!(all instanceof Samples) || all.level.id < level.id) return new Samples(level, all);
  return new Samples(all.level, entered(transpose(all.whole, 0, 1), level));
}

/** Null where the level is none of the tensor's. */
export function exited(sample: Tensor, level: Level): Tensor | null {
  if (!(sample instanceof Samples) || sample.level.id < level.id) return null;
  if (sample.level === level) return sample.whole;
  const inner = exited(sample.whole, level);
  // Of the inner one the first dimension is the newer level's still.
  return inner === null ? null : new Samples(sample.level, transpose(inner, 0, 1));
}

export function holds(tensor: Tensor | null, level: Level): boolean {
  return tensor instanceof Samples && (tensor.level === level || holds(tensor.whole, level));
}

/** The levels that a tensor has samples of, the newest first. */
export function levelsOf(tensor: Tensor | null): Level[] {
  return tensor instanceof Samples ? [tensor.level, ...levelsOf(tensor.whole)] : [];
}
