// nllLoss and its gradient: of each row of log-probabilities the one at the target, negated and weighted; and that gradient on
// through logSoftmax, for plans that fuse the two. That targets are classes, or ignored, the loss finds out; the ways back read what
// each row counted, which is there when they are.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { refuseTargets } from "../../reference/reductions.js";
import { F32, F32x4, F64, I32, loadF32, loadF32x4, loadF64, loadI32, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import type { FloatType } from "./reducers.js";
import { emitExp } from "./transcendental.js";
import { addressOf } from "./walk.js";

/** About what an exponential and a product take. */
const nanosecondsOfClass = 2;

const parameters = {
  /** Log-probabilities, or the gradient of each row's loss. */
  input: "i32",
  target: "i32",
  /** What each row counts. */
  counted: "i32",
  output: "i32",
  rows: "i32",
  classes: "i32",
  ignored: "i32",
} as const;

const lossParameters = {
  ...parameters,
  /** A number a class, or no address. */
  weight: "i32",
  /** Set where a target is no class. */
  wrong: "i32",
} as const;

/** Single elements of a dtype. Doubles are typed as floats: what is done with either has the same name. */
const elements = {
  float32: { kind: "f32", shift: 2, load: loadF32, of: (value: number) => F32.of(value) },
  float64: { kind: "f64", shift: 3, load: loadF64, of: (value: number) => F64.of(value) },
} as unknown as { readonly [T in FloatType]: Elements };

interface Elements {
  readonly kind: "f32";
  /** Of two to this power, an element's bytes. */
  readonly shift: 2 | 3;
  readonly load: typeof loadF32;
  readonly of: typeof F32.of;
}

function emitNllLoss(type: FloatType): ModuleBuilder {
  const module = new ModuleBuilder();
  const { kind, shift, load, of } = elements[type];
  const bytes = 2 ** shift;
  module.define("run", lossParameters, (f, p) => {
    const target = f.local("i32", "class");
    const counted = f.local(kind, "countedOfRow");
    const loss = f.local(kind, "loss");
    const lossOfClass = () => {
      f.set(counted, of(1));
      f.if(p.weight, () => f.set(counted, load(p.weight.add(target.shiftLeft(shift)))));
      f.set(loss, counted.multiply(-1).multiply(load(p.input.add(target.shiftLeft(shift)))));
    };
    f.repeat(p.rows, () => {
      f.set(target, loadI32(p.target));
      f.set(counted, of(0));
      f.set(loss, of(0));
      f.if(target.notEquals(p.ignored), () =>
        f.if(target.below(p.classes), lossOfClass, () => f.store(p.wrong, I32.of(1))),
      );
      f.store(p.output, loss);
      f.store(p.counted, counted);
      f.increase(p.input, p.classes.shiftLeft(shift));
      f.increase(p.target, 4);
      f.increase(p.output, bytes);
      f.increase(p.counted, bytes);
    });
  });
  return module;
}

function emitNllLossBackward(type: FloatType): ModuleBuilder {
  const module = new ModuleBuilder();
  const { shift, load } = elements[type];
  const bytes = 2 ** shift;
  module.define("run", parameters, (f, p) => {
    const target = f.local("i32", "class");
    const rowBytes = f.local("i32", "rowBytes", p.classes.shiftLeft(shift));
    f.clear(p.output, p.rows.multiply(rowBytes));
    f.repeat(p.rows, () => {
      f.set(target, loadI32(p.target));
      f.if(target.notEquals(p.ignored), () =>
        f.store(p.output.add(target.shiftLeft(shift)), load(p.counted).multiply(-1).multiply(load(p.input))),
      );
      f.increase(p.input, bytes);
      f.increase(p.target, 4);
      f.increase(p.counted, bytes);
      f.increase(p.output, rowBytes);
    });
  });
  return module;
}

const gradientParameters = { ...parameters, logProbabilities: "i32", gradientStep: "i32" } as const;

/**
 * From the gradient of each row's loss, `gradientStep` bytes apart, to that of what logSoftmax was given: g at the target, minus
 * softmax · g, rounded as the ops are that do it one by one.
 */
function emitCrossEntropyBackward(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", gradientParameters, (f, p) => {
    const target = f.local("i32", "class");
    const gradient = f.local("f32", "gradient");
    const spread = f.local("f32x4", "spread");
    const result = f.local("f32x4", "result");
    const atTarget = f.local("i32", "atTarget");
    // Subtracted, not negated: so zeros have the ops' sign.
    const rest = (logs: F32x4) => f.set(result, F32x4.of(0).subtract(emitExp(f, logs).multiply(spread)));
    f.repeat(p.rows, () => {
      f.set(target, loadI32(p.target));
      f.set(gradient, F32.of(0));
      f.if(target.notEquals(p.ignored), () => {
        f.set(gradient, loadF32(p.counted).multiply(-1).multiply(loadF32(p.input)));
        f.set(atTarget, p.output.add(target.shiftLeft(2)));
      });
      f.set(spread, F32x4.splat(gradient).add(0));
      f.repeat(p.classes.shiftRightUnsigned(2), () => {
        rest(loadF32x4(p.logProbabilities));
        f.store(p.output, result as F32x4);
        f.increase(p.logProbabilities, 16);
        f.increase(p.output, 16);
      });
      f.repeat(p.classes.and(3), () => {
        rest(F32x4.splat(loadF32(p.logProbabilities)));
        f.storeLane(p.output, result, 0);
        f.increase(p.logProbabilities, 4);
        f.increase(p.output, 4);
      });
      f.if(target.notEquals(p.ignored), () =>
        f.store(atTarget, gradient.subtract(F32.of(0).subtract(loadF32(atTarget)))),
      );
      f.increase(p.input, p.gradientStep);
      f.increase(p.target, 4);
      f.increase(p.counted, 4);
    });
  });
  return module;
}

/** Operands of {@link crossEntropyBackward}: the gradient of the losses of N rows, N targets, and what each row counted. */
export interface CrossEntropyBackward {
  readonly gradient: Operand;
  readonly target: Operand;
  readonly counted: Operand;
  /** [N, C], as logSoftmax gave them. */
  readonly logProbabilities: Operand;
  readonly output: Operand;
  readonly ignoreIndex: number;
}

/** The gradient of nllLoss(logSoftmax(x)) by x: of contiguous operands, but for the gradient's stride. */
export function crossEntropyBackward(given: CrossEntropyBackward): void {
  const { gradient, target, counted, logProbabilities, output, ignoreIndex } = given;
  const runtime = runtimeOf(output);
  const kernel = runtime.kernel("crossEntropyBackward", emitCrossEntropyBackward);
  const [rows, classes] = output.shape as readonly [number, number];
  const step = 4 * gradient.strides[0]!;
  runtime.spread(rows, nanosecondsOfClass * rows * classes, (begin, end) => {
    const row = 4 * begin * classes;
    runtime.call(
      kernel,
      "run",
      ...[addressOf(gradient) + begin * step, addressOf(target) + 4 * begin, addressOf(counted) + 4 * begin],
      ...[addressOf(output) + row, end - begin, classes, ignoreIndex, addressOf(logProbabilities) + row, step],
    );
  });
}

/** @__NO_SIDE_EFFECTS__ */
function nllLossOf(type: FloatType): KernelFunction<"nllLoss"> {
  return ([input, target, weight], [losses, counted], { ignoreIndex, checks }) => {
    const runtime = runtimeOf(losses!);
    const kernel = runtime.kernel(`nllLoss ${type}`, () => emitNllLoss(type));
    const [rows, classes] = input!.shape as readonly [number, number];
    // A weight that is not there has no address.
    const withWeight = (use: (address: number) => void) => (weight == null ? use(0) : withContiguous(weight, use));
    const isRight = runtime.withScratch(4, (wrong) => {
      const found = () => new Int32Array(runtime.memory.memory.buffer, wrong, 1);
      found()[0] = 0;
      withContiguous(input!, (from) =>
        withContiguous(target!, (targets) =>
          withWeight((weights) => {
            const operands = [from, targets, addressOf(counted!), addressOf(losses!)];
            runtime.call(kernel, "run", ...operands, rows, classes, ignoreIndex, weights, wrong);
          }),
        ),
      );
      return found()[0] === 0;
    });
    // This was JavaScript's part.
    runtime.cannotRepeat();
    if (checks !== null && !isRight) refuseTargets(checks, target!, classes, ignoreIndex);
  };
}

/** @__NO_SIDE_EFFECTS__ */
function nllLossBackwardOf(type: FloatType): KernelFunction<"nllLossBackward"> {
  const kernel: KernelFunction<"nllLossBackward"> = ([grad, target, counted], [output], { ignoreIndex }) => {
    const runtime = runtimeOf(output!);
    const compiled = runtime.kernel(`nllLossBackward ${type}`, () => emitNllLossBackward(type));
    const sizes = output!.shape as readonly [number, number];
    withContiguous(grad!, (from) =>
      withContiguous(target!, (targets) =>
        withContiguous(counted!, (counts) =>
          runtime.call(compiled, "run", from, targets, counts, addressOf(output!), ...sizes, ignoreIndex),
        ),
      ),
    );
  };
  return repeats(kernel, ({ ignoreIndex }) => [ignoreIndex]);
}

export const nllLoss = { float32: nllLossOf("float32"), float64: nllLossOf("float64") };
export const nllLossBackward = { float32: nllLossBackwardOf("float32"), float64: nllLossBackwardOf("float64") };
