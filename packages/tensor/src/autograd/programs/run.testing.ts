// Runs random programs (draw.testing.ts) with the library, and compares what comes with what should. A refusal by an AutogradError
// is an answer too; a wrong number is not.

import { expectClose } from "@bernoulli/testing";
import {
  addcdiv_,
  addcmul_,
  autograd,
  cat,
  compile,
  type DType,
  detach,
  grad,
  noGrad,
  scatter_,
  scatterAdd_,
  scope,
  type Tensor,
  tensor,
} from "../../index.js";
import type { Program, Statement } from "./draw.testing.js";
import type { ElementwiseName } from "./model.testing.js";
import type { ViewKind } from "./shapes.testing.js";

class Cube extends autograd.Function {
  static forward(context: autograd.FunctionContext, x: Tensor) {
    context.saveForBackward(x);
    return x.pow(3);
  }
  static backward(context: autograd.FunctionContext, gradient: Tensor) {
    const [x] = context.savedTensors;
    return gradient.mul(x!.pow(2)).mul(3);
  }
}

const computes: { readonly [Name in ElementwiseName]?: (a: Tensor, b: Tensor) => Tensor } = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  tanh: (a) => a.tanh(),
  sigmoid: (a) => a.sigmoid(),
  relu: (a) => a.relu(),
  clamp: (a) => a.clamp({ min: -0.7, max: 0.9 }),
  neg: (a) => a.neg(),
  clone: (a) => a.clone(),
  cube: (a) => Cube.apply(a),
};

const writes: { readonly [Name in ElementwiseName]?: (a: Tensor, b: Tensor, c: Tensor) => Tensor } = {
  add: (a, b) => a.add_(b),
  sub: (a, b) => a.sub_(b),
  mul: (a, b) => a.mul_(b),
  div: (a, b) => a.div_(b),
  copy: (a, b) => a.copy_(b),
  tanh: (a) => a.tanh_(),
  sigmoid: (a) => a.sigmoid_(),
  relu: (a) => a.relu_(),
  clamp: (a) => a.clamp_({ min: -0.7, max: 0.9 }),
  fill: (a) => a.fill_(0.4),
  zero: (a) => a.zero_(),
  addcmul: (a, b, c) => addcmul_(a, b, c, { value: 0.5 }),
  addcdiv: (a, b, c) => addcdiv_(a, b, c, { value: 0.5 }),
};

const views: { readonly [Kind in ViewKind]: (x: Tensor, args: readonly [number, number, number]) => Tensor } = {
  select: (x, [dim, index]) => x.select(dim, index),
  narrow: (x, [dim, start, length]) => x.narrow(dim, start, length),
  step: (x, [dim, start, step]) => x.slice(dim, start, Number.POSITIVE_INFINITY, step),
  transpose: (x, [a, b]) => x.transpose(a, b),
  flat: (x) => x.reshape(-1),
  unsqueeze: (x, [dim]) => x.unsqueeze(dim),
  expand: (x, [size]) => x.expand(size, ...x.shape),
};

interface Outcome {
  readonly loss: Tensor;
  readonly gradients: readonly Tensor[];
  readonly variables: readonly Tensor[];
}

function execute(program: Program, leaves: readonly Tensor[], dtype: DType): Outcome {
  const variables = [...leaves];
  const at = (index: number) => variables[index]!;
  const within = (isRecorded: boolean, body: () => unknown) => void (isRecorded ? body() : noGrad(body));
  const perform = (statement: Statement): void => {
    switch (statement.kind) {
      case "constant":
        variables.push(tensor([...statement.values], { dtype }).reshape(statement.shape));
        return;
      case "compute":
        variables.push(computes[statement.op]!(at(statement.operands[0]!), at(statement.operands[1] ?? 0)));
        return;
      case "view":
        variables.push(views[statement.as](at(statement.of), statement.args as [number, number, number]));
        return;
      case "detach":
        variables.push(detach(at(statement.of)));
        return;
      case "cat":
        variables.push(cat(statement.operands.map(at)));
        return;
      case "sum":
        variables.push(at(statement.of).sum(statement.dim));
        return;
      case "touch":
        // A view's history is made anew when it is asked for.
        at(statement.of).requiresGrad;
        return;
      case "write": {
        const { op, target, others, isRecorded } = statement;
        within(isRecorded, () => writes[op]!(at(target), at(others[0] ?? 0), at(others[1] ?? 0)));
        return;
      }
      case "scatter": {
        const { target, index, source, adds, isRecorded } = statement;
        const places = tensor([...index], { dtype: "int32" });
        within(isRecorded, () => (adds ? scatterAdd_ : scatter_)(at(target), 0, places, at(source)));
        return;
      }
    }
  };
  for (const statement of program.statements) perform(statement);
  const parts = program.loss.map(({ variable, weights }) =>
    at(variable)
      .mul(tensor([...weights], { dtype }).reshape(at(variable).shape))
      .sum(),
  );
  const loss = parts.reduce((a, b) => a.add(b));
  const gradients = loss.requiresGrad
    ? grad(loss, leaves, { allowUnused: true }).map((gradient, leaf) => gradient ?? leaves[leaf]!.detach().mul(0))
    : leaves.map((leaf) => leaf.detach().mul(0));
  return { loss: loss.detach(), gradients, variables };
}

export type How = "eager" | "compiled";

/**
 * Runs a program and throws where a number is wrong. Returns whether the gradient came: it may be refused, where something that
 * backward reads was written.
 */
export function check(program: Program, how: How, dtype: "float32" | "float64", label: string): "right" | "refused" {
  const tolerance = dtype === "float64" ? 1e-9 : 2e-3;
  const { expected } = program;
  return scope(() => {
    const leaves = program.leaves.map(({ shape, values }) =>
      tensor([...values], { dtype })
        .reshape(shape)
        .detach()
        .requiresGrad_(),
    );
    const run = () => execute(program, leaves, dtype);
    const step = how === "compiled" ? compile(run) : run;
    // Of a compiled step the second call may repeat the first.
    for (let call = 0; call < (how === "compiled" ? 2 : 1); call++) {
      let outcome: Outcome;
      try {
        outcome = step();
      } catch (error) {
        if ((error as Error).message.includes("modified by an inplace operation")) return "refused";
        throw error;
      }
      const scaleOf = (values: readonly number[]) => Math.max(1, ...values.map(Math.abs));
      for (const [at, values] of expected.values.entries())
        expectClose(outcome.variables[at]!, values, {
          absolute: tolerance * scaleOf(values),
          label: `${label}, variable ${at}`,
        });
      expectClose(outcome.loss, [expected.loss], { absolute: tolerance * 100, label: `${label}, loss` });
      const gradient = outcome.gradients.flatMap((one) => Array.from(one.toTypedArray()));
      expectClose(gradient, expected.gradient, {
        absolute: tolerance * scaleOf(expected.gradient),
        label: `${label}, gradient`,
      });
    }
    return "right";
  });
}
