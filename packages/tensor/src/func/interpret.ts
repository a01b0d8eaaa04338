// What the doors do with samples: views by a sample's layout, ops by their rule or sample by sample, writes on all, draws as the mapped call
// wants them. History is recorded of samples as of any tensor, by the doors.

import { isRecording, noGrad } from "../autograd/grad-mode.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { apply } from "../door/apply.js";
import { applyInPlace } from "../door/apply-in-place.js";
import type { Lifting } from "../door/lifting.js";
import type { KernelOp } from "../door/op.js";
import { copy_ } from "../ops/creation/copy.js";
import { stack } from "../ops/shapes/cat.js";
import { select } from "../ops/views/slice.js";
import type { Generator } from "../random/generator.js";
import { isContiguous, type Shape, sameShape } from "../tensor/shape.js";
import { Tensor } from "../tensor/tensor.js";
import { allOf, atOnce, type Computing, type Inputs } from "./rules.js";
import { activeLevels, exited, holds, type Level, levelsOf, lifted, Samples } from "./samples.js";

/** Whether draws are those of samples already, and not to be looked at again. */
let isDrawing = false;
/** Whether rules are used; without, all is computed sample by sample: the tests' oracle. */
let usesRules = true;

/** Runs `body` sample by sample. @internal */
export function withoutRules<Result>(body: () => Result): Result {
  usesRules = false;
  try {
    return body();
  } finally {
    usesRules = true;
  }
}

function drawing<Result>(body: () => Result): Result {
  const before = isDrawing;
  isDrawing = true;
  try {
    return body();
  } finally {
    isDrawing = before;
  }
}

function generatorOf(attributes: unknown): Generator | null {
  return (attributes as { readonly generator?: Generator } | null)?.generator ?? null;
}

export const interpreter: Lifting = {
  isLifted: (tensor) => tensor instanceof Samples,

  lift(inputs) {
    if (!inputs.some((input) => input instanceof Samples)) return inputs;
    if (!isRecording()) return inputs;
    const levels = inputs.flatMap((input) => levelsOf(input));
    return inputs.map((input) => {
      if (!(input instanceof Tensor) || input.gradEdge === null) return input;
      return levels.reduce<Tensor>((tensor, level) => lifted(tensor, level), input);
    });
  },

  liftLike: (tensor, like) => levelsOf(like).reverse().reduce(lifted, tensor),

  view(input, layoutOf, base) {
    let whole: Tensor = input;
    const levels: Level[] = [];
    while (whole instanceof Samples) {
      levels.push(whole.level);
      whole = whole.whole;
    }
    const { storage, dtype, offset } = whole;
    const sample = layoutOf(new Tensor(storage, dtype, { shape: input.shape, strides: input.strides, offset }));
    let output: Tensor = new Tensor(storage, dtype, {
      shape: [...whole.shape.slice(0, levels.length), ...sample.shape],
      strides: [...whole.strides.slice(0, levels.length), ...sample.strides],
      offset: sample.offset,
    });
    // The last level's dimension is the first of all.
    for (const [at, level] of levels.reverse().entries())
      output = new Samples(level, output, at === levels.length - 1 ? base : null);
    return output;
  },

  apply(op, inputs, attributes, options) {
    const generator = generatorOf(attributes);
    const draws = generator !== null && !isDrawing;
    if (!draws && !inputs.some((input) => input instanceof Samples)) return null;
    if (draws && activeLevels().length === 0 && !inputs.some((input) => input instanceof Samples)) return null;
    return noGrad(() => {
      if (!draws) return computed(op, inputs, attributes, options);
      checkRandomness();
      const different = activeLevels().filter(({ randomness }) => randomness === "different");
      if (inputs.length === 0) {
        const outputs = drawing(() => drawnFor([...different], op, attributes, options));
        return outputs;
      }
      const given = inputs.map((input) =>
        input === null ? null : different.reduce<Tensor>((tensor, level) => lifted(tensor, level), input),
      );
      return drawing(() => computed(op, given, attributes, options));
    });
  },

  write(name, op, inputs, attributes) {
    const target = inputs[0]!;
    const generator = isDrawing ? null : generatorOf(attributes);
    const draws = generator !== null && activeLevels().length > 0;
    if (!draws && !inputs.some((input) => input instanceof Samples)) return false;
    if (draws) {
      checkRandomness();
      const missing = activeLevels().find((level) => level.randomness === "different" && !holds(target, level));
      if (missing !== undefined)
        throw new ArgumentError(
          `${name}: vmap: Cannot ask for different inplace randomness on an unbatched tensor. This will appear like same randomness. ` +
            "If this is necessary for your usage, please make the tensor from the mapped input, as with zerosLike(x) for a tensor x that is mapped.",
        );
    }
    noGrad(() => drawing(() => written(name, op, inputs, attributes, generator)));
    return true;
  },

  given(shape, ask) {
    if (activeLevels().length === 0) return ask(shape, (drawn) => drawn);
    checkRandomness();
    const different = activeLevels().filter(({ randomness }) => randomness === "different");
    const all = [...different.map(({ size }) => size), ...shape];
    const plain = (drawn: Tensor): Tensor => {
      const inside = different.reduceRight<Tensor>((tensor, level) => allOf(tensor, level), drawn);
      // Draws by parameters that are mapped have samples of all levels.
      if (inside instanceof Samples || !sameShape(inside.shape, all))
        throw new ArgumentError(
          "vmap: draws by mapped parameters cannot be recorded or given where the function is mapped with the same randomness; map it with different randomness",
        );
      return inside;
    };
    const given = noGrad(() => ask(all, plain));
    return different.reduce<Tensor>((tensor, level) => new Samples(level, tensor), given);
  },
};

function checkRandomness(): void {
  if (activeLevels().some(({ randomness }) => randomness === "error"))
    throw new ArgumentError(
      "vmap: called random operation while in randomness error mode. Please either use the 'same' or 'different' randomness flags on vmap " +
        'or perform the randomness operation out of vmap: vmap(fn, { randomness: "different" })',
    );
}

/** The newest level that one of the inputs has samples of. */
function newest(inputs: Inputs): Level | null {
  return inputs.reduce<Level | null>((found, input) => {
    if (!(input instanceof Samples)) return found;
    return found === null || input.level.id > found.id ? input.level : found;
  }, null);
}

/** Computes what may have samples, level by level. */
function computed(op: Computing, inputs: Inputs, attributes: unknown, options: object): readonly Tensor[] {
  const level = newest(inputs);
  if (level === null) return listOf(apply(op as KernelOp, inputs as never, attributes as never, options));
  const generator = generatorOf(attributes);
  const isSame = generator !== null && level.randomness === "same";
  const outputs =
    (isSame || !usesRules ? null : atOnce(op, level, inputs, attributes)) ??
    oneByOne(level.size, isSame ? generator : null, (at) =>
      computed(op, sampleOf(inputs, level, at), attributes, options),
    );
  return outputs.map((output) => new Samples(level, output));
}

/** A sample of each input, which may have samples of older levels still. */
function sampleOf(inputs: Inputs, level: Level, at: number): Inputs {
  return inputs.map((input) => {
    const all = input === null ? null : exited(input, level);
    return all === null ? input : select(all, 0, at);
  });
}

/** Computes sample by sample, with the same draws for each where a generator is given. */
function oneByOne(size: number, same: Generator | null, compute: (at: number) => readonly Tensor[]): readonly Tensor[] {
  const state = same?.getState();
  const results = Array.from({ length: size }, (_, at) => {
    if (state !== undefined) same!.setState(state);
    return compute(at);
  });
  return results[0]!.map((first, output) => {
    const parts = results.map((result) => result[output]!);
    if (parts.some(({ shape }) => !sameShape(shape, first.shape)))
      throw new ShapeError(
        "vmap: We do not support batching operators that can support dynamic shape: the results of samples have different shapes; use masks, as with where, in place of what selects elements",
      );
    const all = stack(parts);
    for (const part of parts) part.dispose();
    return all;
  });
}

const madeInOrder = ["uniform", "normal", "bernoulli", "randint"];

/** Draws that depend on no tensor: for each sample of the levels, the oldest first, its own. */
function drawnFor(levels: readonly Level[], op: Computing, attributes: unknown, options: object): readonly Tensor[] {
  const plain = (given: unknown) => listOf(apply(op as KernelOp, [] as never, given as never, options));
  if (levels.length === 0) return plain(attributes);
  const sizes = levels.map(({ size }) => size);
  const { shape } = attributes as { readonly shape: Shape };
  const wrap = (all: Tensor) => levels.reduce<Tensor>((tensor, level) => new Samples(level, tensor), all);
  if (madeInOrder.includes(op.kernel.name))
    return plain({ ...(attributes as object), shape: [...sizes, ...shape] }).map(wrap);
  const [first, ...rest] = levels as [Level, ...Level[]];
  const each = oneByOne(first.size, null, () => {
    const drawn = drawnFor(rest, op, attributes, options);
    return drawn.map((one) => rest.reduceRight<Tensor>((tensor, level) => allOf(tensor, level), one));
  });
  return each.map(wrap);
}

function written(name: string, op: KernelOp, inputs: Inputs, attributes: unknown, generator: Generator | null): void {
  const [target, ...others] = inputs as readonly [Tensor, ...(Tensor | null)[]];
  const level = newest(inputs);
  if (level === null) {
    applyInPlace(name, op, inputs as never, attributes);
    return;
  }
  const all = exited(target, level);
  if (all === null)
    throw new ArgumentError(
      `${name}: vmap: inplace arithmetic(self, *extra_args) is not possible because there exists a Tensor \`other\` in extra_args that has more elements than \`self\`. ` +
        "This happened due to `other` being vmapped over but `self` not being vmapped over; use the op without the trailing underscore, or make the tensor from a mapped one",
    );
  if (generator !== null && level.randomness === "same") {
    const first = select(all, 0, 0);
    written(name, op, [first], attributes, generator);
    for (let at = 1; at < level.size; at++) copy_(select(all, 0, at), first);
    return;
  }
  const isWhole =
    op.kernel.access === "elementwise" &&
    others.every((other) => other === null || sameShape(other.shape, target.shape));
  if ((isWhole && usesRules) || (generator !== null && others.length === 0 && isContiguous(all))) {
    written(
      name,
      op,
      [all, ...others.map((other) => (other === null ? null : allOf(other, level)))],
      attributes,
      generator,
    );
    return;
  }
  for (let at = 0; at < level.size; at++) written(name, op, sampleOf(inputs, level, at), attributes, generator);
}

function listOf(outputs: Tensor | readonly Tensor[]): readonly Tensor[] {
  return Array.isArray(outputs) ? outputs : [outputs as Tensor];
}
