// Every optimizer against a hundred steps of torch's (family "optimizers" of tooling/torch-fixtures): parameters along the way, the
// state behind them, its names in torch's order, and training that goes on from torch's state. LBFGS has its own: lbfgs.test.ts.

import { isTensor, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureCase, type FixtureTensor, loadFixtures, Variants } from "@bernoulli/testing";
import { describe, expect, test } from "vitest";
import {
  Adadelta,
  Adafactor,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  Muon,
  NAdam,
  type Optimizer,
  type OptimizerStateDict,
  RAdam,
  RMSprop,
  Rprop,
} from "../index.js";

type Made = new (params: never, options: object) => Optimizer;

const optimizers: Readonly<Record<string, unknown>> = {
  Adafactor,
  Muon,
  Adadelta,
  Adagrad,
  Adam,
  Adamax,
  AdamW,
  ASGD,
  NAdam,
  RAdam,
  RMSprop,
  Rprop,
};

const made = ({ data, shape, dtype }: FixtureTensor): Tensor => tensor(data, { dtype }).view(shape);

function split(values: Tensor, shapes: readonly (readonly number[])[]): Tensor[] {
  const sizes = shapes.map((shape) => shape.reduce((product, size) => product * size, 1));
  return values.split(sizes).map((part, at) => part.clone().view(shapes[at]!));
}

function start(golden: FixtureCase, from: Tensor) {
  const parameters = split(from, golden["shapes"]).map((parameter) => parameter.requiresGrad_());
  const groups = golden["groups"] as { params: number[] }[] | null;
  const given = groups?.map((group) => ({ ...group, params: group.params.map((at) => parameters[at]!) })) ?? parameters;
  const Class = optimizers[golden["optimizer"] as string] as Made;
  return { parameters, optimizer: new Class(given as never, golden["options"]) };
}

/** Rounding differs where torch fuses a product into a sum, and over a hundred steps it adds up. */
function tolerance({ name, dtype }: FixtureCase) {
  // PyTorch's Muon as it is; the other cases have its iteration in the parameter's dtype.
  if (name === "Muon/bfloat16-float32") return { relative: 0, absolute: 0.02 };
  return dtype === "float32" ? { relative: 2e-5, absolute: 2e-6 } : { relative: 1e-12, absolute: 1e-13 };
}

/** PyTorch's numbers are tensors, ours numbers. */
function elements(value: unknown): Tensor | readonly number[] {
  return isTensor(value) ? value : [value as number];
}

function asStateDict(golden: FixtureCase): OptimizerStateDict {
  const { state, param_groups } = golden["stateDict"];
  const ofParameter = (values: Record<string, FixtureTensor>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, made(value)]));
  return {
    state: Object.fromEntries(
      Object.entries(state as Record<string, Record<string, FixtureTensor>>).map(([at, values]) => [
        at,
        ofParameter(values),
      ]),
    ),
    param_groups,
  } as OptimizerStateDict;
}

const { cases } = loadFixtures("optimizers");
const given = cases.filter(({ optimizer }) => optimizer !== "LBFGS" && Object.hasOwn(optimizers, optimizer as string));

const variants = new Variants("packages/optim/src/optimizers/hundred.test.ts");
const chosen = Object.keys(optimizers).flatMap((name) => {
  const own = given.filter(({ optimizer }) => optimizer === name);
  return variants.of(name, own, (golden) => golden.name);
});

describe("a hundred steps of torch", () => {
  test.each(chosen)("$name", (golden) => {
    const { parameters, optimizer } = start(golden, made(golden["initial"]));
    const gradients = made(golden["gradients"])
      .split(1)
      .map((row) => row.view(-1));
    const trajectory = made(golden["trajectory"])
      .split(1)
      .map((row) => row.view(-1));
    const checked = golden["checked"] as number[];
    for (const [step, row] of gradients.entries()) {
      for (const [at, gradient] of split(row, golden["shapes"]).entries())
        parameters[at]!.grad = golden["missing"] === true && (step + at) % 3 === 0 ? null : gradient;
      optimizer.step();
      if (!checked.includes(step + 1)) continue;
      const wanted = split(trajectory[checked.indexOf(step + 1)]!, golden["shapes"]);
      for (const [at, parameter] of parameters.entries())
        expectClose(parameter, wanted[at]!.toTypedArray(), {
          ...tolerance(golden),
          label: `step ${step + 1}, parameter ${at}`,
        });
    }
    const reached = optimizer.stateDict();
    const states = Object.entries(golden["stateDict"].state as Record<number, Record<string, FixtureTensor>>);
    expect(Object.keys(reached.param_groups[0]!)).toEqual(golden["names"].group);
    expect(Object.fromEntries(Object.entries(reached.state).map(([at, state]) => [at, Object.keys(state)]))).toEqual(
      golden["names"].state,
    );
    for (const [at, state] of states)
      for (const [name, wanted] of Object.entries(state))
        expectClose(elements(reached.state[Number(at)]![name]), wanted.data, {
          ...tolerance(golden),
          label: `state ${at}, ${name}`,
        });

    // From torch's state, one more step is the step from our own.
    const other = start(golden, trajectory.at(-1)!);
    other.optimizer.loadStateDict(asStateDict(golden));
    for (const [at, gradient] of split(gradients[0]!, golden["shapes"]).entries()) {
      parameters[at]!.grad = gradient;
      other.parameters[at]!.grad = gradient;
    }
    optimizer.step();
    other.optimizer.step();
    for (const [at, parameter] of other.parameters.entries())
      expectClose(parameter, parameters[at]!.toTypedArray(), { ...tolerance(golden), label: `behind, ${at}` });
  });
});
variants.tell(test);
