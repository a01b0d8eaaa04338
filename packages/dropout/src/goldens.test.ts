// Every kind against what torchvision, timm, PyTorch Geometric or the papers' formulas give with PyTorch's draws (family "dropouts" of
// tooling/torch-fixtures): outputs, gradients, the generator behind the call, and all of it compiled.

import { Conv2d, Embedding, GRU, Linear, LSTM, LSTMCell, type Module } from "@bernoulli/nn";
import { compile, manualSeed, noGrad, rand, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { expect, test } from "vitest";
import * as dropouts from "./index.js";

const training = true;
type Inputs = readonly Tensor[];
/** Builds what it is tried with, and returns what is. */
type Run = (inputs: Inputs, options: any) => () => Tensor;
const plain =
  (fn: (input: Tensor, options: any) => Tensor): Run =>
  ([input], options) =>
  () =>
    fn(input!, { ...options, training });

/** A module whose parameters are the inputs: those of a place in it, by their names. */
function withParameters<Made extends Module>(module: Made, names: readonly string[], values: Inputs): Made {
  const parameters = [...module.namedParameters()];
  for (const [at, name] of names.entries()) {
    const [, parameter] = parameters.find(([key]) => key === name)!;
    noGrad(() => parameter.copy_(values[at]!));
    holds.set(parameter, values[at]!);
  }
  return module;
}
/** The input that each parameter has the values, and gets the gradients, of. */
const holds = new Map<Tensor, Tensor>();

const of = { weight: ["weight", "bias"], lstm: ["weight_ih", "weight_hh", "bias_ih", "bias_hh"] };
const cell = (weights: Inputs) => withParameters(new LSTMCell(3, 4), of.lstm, weights);

const kinds: Readonly<Record<string, Run>> = {
  shared: plain(dropouts.sharedDropout),
  gaussianDropout: plain(dropouts.gaussianDropout),
  gaussianNoise: plain(dropouts.gaussianNoise),
  dropBlock2d: plain(dropouts.dropBlock2d),
  dropBlock3d: plain(dropouts.dropBlock3d),
  stochasticDepth: plain(dropouts.stochasticDepth),
  dropPath: plain(dropouts.dropPath),
  patchDropout: plain(dropouts.patchDropout),
  cutout: plain(dropouts.cutout),
  targetedWeight: plain(dropouts.targetedWeightDropout),
  targetedUnit: plain(dropouts.targetedUnitDropout),
  mixout:
    ([input, target], options) =>
    () =>
      dropouts.mixout(input!, target!, { ...options, training }),
  lockedDropout: plain(dropouts.lockedDropout),
  embeddedDropout: ([weight, words], options) => {
    const embedding = withParameters(new Embedding(10, 4), ["weight"], [weight!]);
    return () => dropouts.embeddedDropout(embedding, words!, { ...options, training });
  },
  shakeDrop: plain(dropouts.shakeDrop),
  standout: ([input, ...weights], options) => {
    const layer = new dropouts.Standout(withParameters(new Linear(6, 4), of.weight, weights), options);
    return () => layer(input!);
  },
  multiSample: ([input, ...weights], options) => {
    const layer = new dropouts.MultiSampleDropout(withParameters(new Linear(6, 4), of.weight, weights), options);
    return () => layer(input!);
  },
  rDrop:
    ([first, second, target], options) =>
    () =>
      dropouts.rDropLoss(first!, second!, target!, options),
  concrete: ([input, logit], options) => {
    const layer = withParameters(new dropouts.ConcreteDropout(options), ["pLogit"], [logit!]);
    return () => layer(input!);
  },
  gaussianLinear: ([input, ...weights]) => {
    const layer = withParameters(new dropouts.GaussianVariationalLinear(6, 4), [...of.weight, "logAlpha"], weights);
    return () => layer(input!);
  },
  sparseLinear: ([input, ...weights]) => {
    const layer = withParameters(new dropouts.SparseVariationalLinear(6, 4), [...of.weight, "logSigma2"], weights);
    return () => layer(input!);
  },
  sparseKl: (weights) => {
    const layer = new dropouts.SparseVariationalLinear(6, 4, { bias: false });
    return () => withParameters(layer, ["weight", "logSigma2"], weights).kl();
  },
  gaussianKl: (weights) => {
    const layer = new dropouts.GaussianVariationalLinear(6, 4, { bias: false });
    return () => withParameters(layer, ["weight", "logAlpha"], weights).kl();
  },
  flipout: ([input, ...weights]) => {
    const layer = withParameters(new dropouts.FlipoutLinear(6, 4), [...of.weight, "rho"], weights);
    return () => layer(input!);
  },
  variational: ([input, ...weights], options) => {
    const layer = new dropouts.VariationalRecurrent(cell(weights), options);
    return () => layer(input!)[0];
  },
  zoneout: ([input, ...weights], options) => {
    const layer = new dropouts.Zoneout(cell(weights), options);
    return () => layer(input!)[0];
  },
  weightDrop: ([input, ...weights], options) => {
    const names = of.lstm.map((name) => `${name}_l0`);
    const layer = withParameters(new LSTM(3, 4), names, weights);
    dropouts.dropConnect(layer, { ...options, names: ["weight_hh_l0"] });
    return () => layer(input!)[0];
  },
  gaussianConv: ([input, ...weights]) => {
    const made = new dropouts.GaussianVariationalConv2d(2, 4, 3, { padding: 1 });
    const layer = withParameters(made, [...of.weight, "logAlpha"], weights);
    return () => layer(input!);
  },
  sparseConv: ([input, ...weights]) => {
    const made = new dropouts.SparseVariationalConv2d(2, 4, 3, { padding: 1 });
    const layer = withParameters(made, [...of.weight, "logSigma2"], weights);
    return () => layer(input!);
  },
  flipoutConv: ([input, ...weights]) => {
    const layer = withParameters(new dropouts.FlipoutConv2d(2, 4, 3, { padding: 1 }), [...of.weight, "rho"], weights);
    return () => layer(input!);
  },
  weightDropConv: ([input, ...weights], options) => {
    const layer = withParameters(new Conv2d(2, 4, 3, { padding: 1 }), of.weight, weights);
    dropouts.dropConnect(layer, options);
    return () => layer(input!);
  },
  weightDropGru: ([input, ...weights], options) => {
    const names = of.lstm.map((name) => `${name}_l0`);
    const layer = withParameters(new GRU(3, 4), names, weights);
    dropouts.dropConnect(layer, { ...options, names: ["weight_ih_l0", "weight_hh_l0"] });
    return () => layer(input!)[0];
  },
  dropEdge:
    ([edges], options) =>
    () =>
      dropouts.dropEdge(edges!, { ...options, training })[0],
  dropNode:
    ([edges], options) =>
    () =>
      dropouts.dropNode(edges!, { ...options, training })[0],
  wordDropout: plain(dropouts.wordDropout),
};

const { cases } = loadFixtures("dropouts");

test.each(
  cases.flatMap(
    (golden) =>
      [
        [golden.name, "eager", golden],
        [golden.name, "compiled", golden],
      ] as const,
  ),
)("%s, %s", (_, mode, golden) => {
  const { kind, options, seed, weights, gradients, nextRandom } = golden;
  const inputs = (golden["inputs"] as FixtureTensor[]).map(({ data, dtype, shape }) =>
    tensor(data, { dtype }).reshape(shape).detach(),
  );
  const floats = inputs.filter(({ dtype }) => dtype === "float32");
  for (const input of floats) input.requiresGrad_();
  holds.clear();
  const drop = kinds[kind]!(inputs, options);
  const run = () => {
    manualSeed(seed);
    const output = drop();
    if (weights !== undefined) output.mul(tensor(weights.data).reshape(weights.shape)).sum().backward();
    return output.detach();
  };
  const output = (mode === "compiled" ? compile(run) : run)();
  expect(output.shape).toEqual(golden["output"].shape);
  expectClose(output.toTypedArray(), golden["output"].data, { relative: 2e-5, absolute: 1e-5, label: "output" });
  expect(rand(1).item(), "the generator behind it").toBe(nextRandom);
  for (const [at, input] of floats.entries()) {
    const parameter = [...holds].find(([, held]) => held === input)?.[0];
    const own = input.grad ?? parameter?.grad ?? tensor(0).expandAs(input);
    expectClose(own.contiguous().toTypedArray(), gradients[at].data, {
      relative: 5e-5,
      absolute: 2e-5,
      label: `gradient ${at}`,
    });
  }
});

test("there is a golden of each kind", () => {
  expect(new Set(cases.map((golden) => golden["kind"]))).toEqual(new Set(Object.keys(kinds)));
});
