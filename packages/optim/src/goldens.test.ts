// SGD and Adam against ten steps of torch's (family "optim" of tooling/torch-fixtures): every parameter after every step,
// and the state behind them.

import { isTensor, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureCase, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, test } from "vitest";
import { Adam, SGD } from "./index.js";

const optimizers = { SGD, Adam } as const;

function made({ data, shape, dtype }: FixtureTensor): Tensor {
  return tensor(data, { dtype }).view(shape);
}

function start(golden: FixtureCase) {
  const parameters = (golden["initial"] as FixtureTensor[]).map((initial) => made(initial).requiresGrad_());
  const groups = golden["groups"] as { params: number[] }[] | null;
  const given = groups?.map((group) => ({ ...group, params: group.params.map((at) => parameters[at]!) })) ?? parameters;
  const optimizer = new optimizers[golden["optimizer"] as keyof typeof optimizers](
    given as Tensor[],
    golden["options"],
  );
  return { parameters, optimizer };
}

/** Rounding differs where torch fuses a product into a sum. */
function tolerance(golden: FixtureCase) {
  return golden["dtype"] === "float32" ? { relative: 1e-5, absolute: 1e-6 } : { relative: 1e-13, absolute: 1e-14 };
}

const { cases } = loadFixtures("optim");

describe("ten steps of torch", () => {
  test.each(cases)("$name", (golden) => {
    const { parameters, optimizer } = start(golden);
    for (const [step, gradients] of (golden["gradients"] as (FixtureTensor | null)[][]).entries()) {
      for (const [at, gradient] of gradients.entries()) parameters[at]!.grad = gradient && made(gradient);
      optimizer.step();
      for (const [at, parameter] of parameters.entries()) {
        const wanted = golden["trajectory"][step][at] as FixtureTensor;
        expectClose(parameter, wanted.data, { ...tolerance(golden), label: `step ${step}, parameter ${at}` });
      }
    }
    const reached = optimizer.stateDict();
    const states = Object.entries(golden["stateDict"].state as Record<number, Record<string, FixtureTensor | null>>);
    expect(Object.keys(reached.state)).toEqual(states.map(([at]) => at));
    for (const [at, state] of states) {
      for (const [name, wanted] of Object.entries(state)) {
        const own = reached.state[Number(at)]?.[name] ?? null;
        const label = `state ${at}, ${name}`;
        if (wanted === null) expect(own, label).toBe(null);
        else expectClose(isTensor(own) ? own : [own as number], wanted.data, { ...tolerance(golden), label });
      }
    }
  });
});
