// nllLoss and its gradient: of each row of log-probabilities the one at the target, negated and weighted. Targets are in
// range or ignored; who checks that is the op.

import type { Kernel, Operand } from "../../kernels.js";
import { F32, type FunctionBuilder, type I32, loadF32, loadI32, ModuleBuilder } from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { addressOf } from "./walk.js";

const parameters = {
  /** Log-probabilities, or the gradient of each row's loss. */
  input: "i32",
  target: "i32",
  /** A number a class, or no address. */
  weight: "i32",
  output: "i32",
  rows: "i32",
  classes: "i32",
  ignored: "i32",
} as const;

/** −weight[target]; one without weights. */
function emitNegativeWeight(f: FunctionBuilder, weight: I32, target: I32): F32 {
  const value = f.local("f32", "negativeWeight", F32.of(-1));
  f.if(weight, () => f.set(value, loadF32(weight.add(target.shiftLeft(2))).multiply(-1)));
  return value;
}

export function emitNllLoss(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, p) => {
    const target = f.local("i32", "class");
    f.repeat(p.rows, () => {
      f.set(target, loadI32(p.target));
      f.if(
        target.equals(p.ignored),
        () => f.store(p.output, F32.of(0)),
        () =>
          f.store(
            p.output,
            emitNegativeWeight(f, p.weight, target).multiply(loadF32(p.input.add(target.shiftLeft(2)))),
          ),
      );
      f.increase(p.input, p.classes.shiftLeft(2));
      f.increase(p.target, 4);
      f.increase(p.output, 4);
    });
  });
  return module;
}

export function emitNllLossBackward(): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, p) => {
    const target = f.local("i32", "class");
    const rowBytes = f.local("i32", "rowBytes", p.classes.shiftLeft(2));
    f.clear(p.output, p.rows.multiply(rowBytes));
    f.repeat(p.rows, () => {
      f.set(target, loadI32(p.target));
      f.if(target.notEquals(p.ignored), () =>
        f.store(p.output.add(target.shiftLeft(2)), emitNegativeWeight(f, p.weight, target).multiply(loadF32(p.input))),
      );
      f.increase(p.input, 4);
      f.increase(p.target, 4);
      f.increase(p.output, rowBytes);
    });
  });
  return module;
}

function run(
  name: string,
  emit: () => ModuleBuilder,
  [input, target, weight]: readonly (Operand | null)[],
  output: Operand,
  [rows, classes]: readonly [number, number],
  ignored: number,
): void {
  const runtime = runtimeOf(output);
  const kernel = runtime.kernel(name, emit);
  // A weight that is not there has no address.
  const withWeight = (use: (address: number) => void) => (weight == null ? use(0) : withContiguous(weight, use));
  withContiguous(input!, (from) =>
    withContiguous(target!, (targets) =>
      withWeight((weights) =>
        runtime.call(kernel, "run", from, targets, weights, addressOf(output), rows, classes, ignored),
      ),
    ),
  );
}

const nllLossFloat32: Kernel<"nllLoss"> = (inputs, [output], { ignoreIndex }) => {
  run("nllLoss", emitNllLoss, inputs, output!, inputs[0]!.shape as readonly [number, number], ignoreIndex);
};

const nllLossBackwardFloat32: Kernel<"nllLossBackward"> = (inputs, [output], { ignoreIndex }) => {
  run("nllLossBackward", emitNllLossBackward, inputs, output!, output!.shape as readonly [number, number], ignoreIndex);
};

export const nllLoss = { float32: nllLossFloat32 };
export const nllLossBackward = { float32: nllLossBackwardFloat32 };
