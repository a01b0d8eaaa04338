// Whatever optimizer and whatever scheduler: a run that is saved in the middle of it and goes on elsewhere is the run that was left alone.

import { join } from "node:path";
import { BatchNorm1d, Dropout, Linear, type Parameter, ReLU, Sequential } from "@bernoulli/nn";
import * as optim from "@bernoulli/optim";
import { lrScheduler } from "@bernoulli/optim";
import { defaultGenerator, Generator, manualSeed, rand, randn, type Tensor } from "@bernoulli/tensor";
import { makeDirectory, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { loadCheckpoint, saveCheckpoint } from "./file.js";

type Parameters = Iterable<Parameter>;
type Step = { step(closure?: () => Tensor): unknown };
type Anyone = optim.Optimizer<any, any> & Step;

const optimizers: Readonly<Record<string, (parameters: Parameters) => Anyone>> = {
  Adadelta: (parameters) => new optim.Adadelta(parameters, { lr: 0.5, weightDecay: 0.01 }),
  Adafactor: (parameters) => new optim.Adafactor(parameters, { lr: 0.05 }),
  Adagrad: (parameters) => new optim.Adagrad(parameters, { lr: 0.05, lrDecay: 0.01 }),
  Adam: (parameters) => new optim.Adam(parameters, { lr: 0.05, amsgrad: true }),
  AdamW: (parameters) => new optim.AdamW(parameters, { lr: 0.05, amsgrad: true }),
  Adamax: (parameters) => new optim.Adamax(parameters, { lr: 0.05 }),
  ASGD: (parameters) => new optim.ASGD(parameters, { lr: 0.05, t0: 3 }),
  LBFGS: (parameters) => new optim.LBFGS(parameters, { lr: 0.1, maxIter: 3, historySize: 4 }),
  "LBFGS with strong_wolfe": (parameters) =>
    new optim.LBFGS(parameters, { lr: 0.5, maxIter: 3, lineSearchFn: "strong_wolfe" }),
  Lion: (parameters) => new optim.Lion(parameters, { lr: 0.01 }),
  NAdam: (parameters) => new optim.NAdam(parameters, { lr: 0.05 }),
  RAdam: (parameters) => new optim.RAdam(parameters, { lr: 0.05 }),
  RMSprop: (parameters) => new optim.RMSprop(parameters, { lr: 0.01, momentum: 0.9, centered: true }),
  Rprop: (parameters) => new optim.Rprop(parameters, { lr: 0.01 }),
  SGD: (parameters) => new optim.SGD(parameters, { lr: 0.1, momentum: 0.9, nesterov: true }),
  Muon: (parameters) =>
    new optim.Muon(
      [...parameters].filter(({ shape }) => shape.length === 2),
      { lr: 0.02 },
    ),
};

const { CosineAnnealingWarmRestarts, CyclicLR, OneCycleLR, ReduceLROnPlateau, StepLR } = lrScheduler;
const schedulers: Readonly<Record<string, (optimizer: Anyone) => lrScheduler.LRScheduler>> = {
  StepLR: (optimizer) => new StepLR(optimizer, { stepSize: 2, gamma: 0.5 }),
  ReduceLROnPlateau: (optimizer) => new ReduceLROnPlateau(optimizer, { patience: 0, factor: 0.5 }),
  CosineAnnealingWarmRestarts: (optimizer) => new CosineAnnealingWarmRestarts(optimizer, { t0: 3 }),
  CyclicLR: (optimizer) =>
    new CyclicLR(optimizer, {
      baseLr: 0.001,
      maxLr: 0.05,
      stepSizeUp: 3,
      cycleMomentum: "momentum" in optimizer.paramGroups[0]!,
    }),
  OneCycleLR: (optimizer) => new OneCycleLR(optimizer, { maxLr: 0.05, totalSteps: 10, cycleMomentum: false }),
};

function setUp(seed: number, makeOptimizer: (parameters: Parameters) => Anyone, scheduler: string) {
  manualSeed(seed);
  const model = new Sequential(new Linear(4, 8), new BatchNorm1d(8), new ReLU(), new Dropout(0.5), new Linear(8, 3));
  const optimizer = makeOptimizer(model.parameters());
  return { model, optimizer, scheduler: schedulers[scheduler]!(optimizer) };
}

function train({ model, optimizer, scheduler }: ReturnType<typeof setUp>, steps: readonly number[]): number[] {
  return steps.map((step) => {
    const data = { generator: new Generator({ seed: 100 + step }) };
    const [input, wanted] = [randn([6, 4], data), randn([6, 3], data)];
    const closure = () => {
      optimizer.zeroGrad();
      const loss = model(input).sub(wanted).square().mean();
      loss.backward();
      return loss;
    };
    const loss = (optimizer.step(closure) as Tensor).item();
    scheduler.step(...((scheduler instanceof ReduceLROnPlateau ? [loss] : []) as []));
    return loss;
  });
}

const variants = new Variants("packages/trainer/src/checkpoint/optimizers.test.ts");
const names = Object.keys(schedulers);
describe.each(Object.entries(optimizers).map(([name, make], at) => [name, names[at % names.length]!, make] as const))(
  "%s with %s",
  (name, scheduler, make) => {
    it.each(variants.of(name, [1, 4], String))("goes on behind step %i", async (saved) => {
      const steps = [0, 1, 2, 3, 4, 5, 6, 7];
      const whole = setUp(1, make, scheduler);
      const losses = train(whole, steps);
      const next = rand(1).item();

      const path = join(await makeDirectory(), "run.safetensors");
      const first = setUp(1, make, scheduler);
      const before = train(first, steps.slice(0, saved));
      const generators = { default: defaultGenerator() };
      await saveCheckpoint(path, { ...first, generators });
      // What is done behind it is not in it.
      train(first, [20, 21]);

      const second = setUp(2, make, scheduler);
      train(second, [30]);
      await loadCheckpoint(path, { ...second, generators });
      expect([...before, ...train(second, steps.slice(saved))]).toEqual(losses);
      expect(rand(1).item()).toBe(next);
      const weights = ({ model }: typeof whole) => Object.values(model.stateDict()).map((value) => value.toArray());
      expect(weights(second)).toEqual(weights(whole));
      const groups = ({ optimizer }: typeof whole) => optimizer.stateDict().param_groups;
      expect(groups(second)).toEqual(groups(whole));
    });
  },
);

it("tries every optimizer", () => {
  const all = Object.entries(optim).filter(
    ([, one]) => typeof one === "function" && one.prototype instanceof optim.Optimizer,
  );
  for (const [name] of all) expect(Object.keys(optimizers)).toContain(name);
});

variants.tell(it);
