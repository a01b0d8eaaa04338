// What all schedulers share: the first rates, also of classes that leave them to later; warnings, state dicts that fit or do not, and
// mistakes, in PyTorch's words.

import { ones, resetWarnings, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  Adagrad,
  type AnyOptimizer,
  ChainedScheduler,
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  CyclicLR,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  LRScheduler,
  lrScheduler,
  MultiStepLR,
  OneCycleLR,
  ReduceLROnPlateau,
  type SchedulerStateDict,
  SequentialLR,
  SGD,
  StepLR,
} from "../index.js";
import { cosine, power } from "./rounded.js";

const sgd = (groups = 1) =>
  new SGD(
    Array.from({ length: groups }, () => ({ params: zeros(1, { requiresGrad: true }) })),
    { lr: 1, momentum: 0.9 },
  );

function stepped(optimizer: AnyOptimizer): void {
  for (const { params } of optimizer.paramGroups) for (const parameter of params) parameter.grad = ones(1);
  optimizer.step();
}

const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
afterEach(() => {
  warn.mockClear();
  resetWarnings();
});

it("are there by both ways", () => {
  expect(lrScheduler.StepLR).toBe(StepLR);
  expect(Object.keys(lrScheduler).length).toBe(18);
});

it("take PyTorch's places, names, or both", () => {
  const of = ({ stepSize, gamma }: StepLR) => [stepSize, gamma];
  expect(of(new StepLR(sgd(), 5, 0.5))).toEqual([5, 0.5]);
  expect(of(new StepLR(sgd(), 5, { gamma: 0.5 }))).toEqual([5, 0.5]);
  expect(of(new StepLR(sgd(), { stepSize: 5, gamma: 0.5 }))).toEqual([5, 0.5]);
});

describe("a class of one's own", () => {
  class Halving extends LRScheduler {
    static override readonly name: string = "Halving";
    every: number;
    constructor(optimizer: AnyOptimizer, every: number) {
      super(optimizer);
      this.every = every;
    }
    override getLr() {
      return this.baseLrs.map((lr) => lr * 0.5 ** (1 + Math.floor(this.lastEpoch / this.every)));
    }
  }

  it("has its first rates by the first step, without a word", () => {
    const optimizer = sgd();
    const scheduler = new Halving(optimizer, 2);
    stepped(optimizer);
    expect(optimizer.paramGroups[0]!.params[0]!.item()).toBe(-0.5);
    const rates = [0, 1, 2].map(() => {
      scheduler.step();
      return scheduler.getLastLr()[0];
    });
    expect(rates).toEqual([0.5, 0.25, 0.25]);
    expect(scheduler.stateDict()).toMatchObject({ every: 2, base_lrs: [1], last_epoch: 3, _step_count: 4 });
    expect(warn).not.toHaveBeenCalled();
  });

  it("has them when it is asked", () => {
    expect(new Halving(sgd(), 2).getLastLr()).toEqual([0.5]);
  });

  it("may come from one of these", () => {
    class Capped extends ExponentialLR {
      readonly least: number;
      constructor(optimizer: AnyOptimizer, gamma: number, least: number) {
        super(optimizer, gamma);
        this.least = least;
        this.begin();
      }
      override getLr() {
        return super.getLr().map((lr) => Math.max(lr, this.least));
      }
    }
    const scheduler = new Capped(sgd(), 0.5, 0.3);
    stepped(scheduler.optimizer);
    scheduler.step();
    scheduler.step();
    expect(scheduler.getLastLr()).toEqual([0.3]);
  });

  it("must say what the rates are", () => {
    class None extends LRScheduler {}
    class Wrong extends LRScheduler {
      override getLr() {
        return [Number.NaN];
      }
    }
    class Few extends LRScheduler {
      override getLr() {
        return [1];
      }
    }
    expect(thrown(() => new None(sgd()).begin())).toBe(
      "ArgumentError: None: a scheduler needs a getLr() that returns a rate for each group",
    );
    expect(thrown(() => new Wrong(sgd()).begin())).toBe(
      "ArgumentError: Wrong: the learning rate of group 0 at step 0 comes to NaN",
    );
    expect(thrown(() => new Few(sgd(2)).begin())).toBe(
      "ArgumentError: Few: getLr() must return a rate for each of the optimizer's 2 parameter groups, but gave 1; make the scheduler after the groups",
    );
  });
});

describe("warnings", () => {
  it("of steps in the wrong order, once", () => {
    const scheduler = new StepLR(sgd(), 2);
    scheduler.step();
    scheduler.step();
    expect(warn.mock.calls).toEqual([
      [
        "bernoulli: Detected call of `scheduler.step()` before `optimizer.step()`; call them in the opposite order, or the first value of the learning rate schedule is skipped. See https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate",
      ],
    ]);
  });

  it("of getLr called by hand, and of epochs", () => {
    const scheduler = new StepLR(sgd(), 2);
    stepped(scheduler.optimizer);
    scheduler.getLr();
    scheduler.step(4);
    expect(scheduler.getLastLr()).toEqual([0.1 * 0.1]);
    expect(warn.mock.calls.flat()).toEqual([
      "bernoulli: To get the last learning rate computed by the scheduler, please use `getLastLr()`.",
      "bernoulli: The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use `scheduler.step()` to step the scheduler.",
    ]);
  });
});

it("ReduceLROnPlateau takes a loss as it is", () => {
  const scheduler = new ReduceLROnPlateau(sgd(), { patience: 0 });
  scheduler.step(ones(1).sum());
  scheduler.step(ones(1).sum());
  expect(scheduler.getLastLr()).toEqual([0.1]);
});

it("a run is gone on with by lastEpoch", () => {
  const optimizer = new SGD([{ params: zeros(1, { requiresGrad: true }), lr: 0.25, initialLr: 1 }], { lr: 1 });
  const scheduler = new LambdaLR(optimizer, (epoch) => 1 / (epoch + 1), { lastEpoch: 3 });
  expect(scheduler.getLastLr()).toEqual([0.2]);
  expect(optimizer.stateDict().param_groups[0]).toMatchObject({ lr: 0.2, initial_lr: 1 });
});

describe("mistakes", () => {
  const state = (made: LRScheduler, change: object) => ({ ...made.stateDict(), ...change }) as SchedulerStateDict;
  const load = (change: object) => new StepLR(sgd(), 2).loadStateDict(state(new StepLR(sgd(), 2), change));
  const two = () => {
    const optimizer = sgd();
    return [optimizer, new ConstantLR(optimizer), new ExponentialLR(optimizer, 0.5)] as const;
  };
  it.each<[() => unknown, string]>([
    [() => new StepLR(3 as never, 2), "StepLR: 3 is not an Optimizer; make the optimizer first"],
    [() => new StepLR(sgd()), "StepLR: missing 1 required argument: stepSize, behind the optimizer or by name"],
    [
      () => new StepLR(sgd(), { step_size: 2 } as never),
      "StepLR: got an unexpected option step_size; here it is stepSize",
    ],
    [() => new StepLR(sgd(), 0), "StepLR: stepSize must be a number of steps above 0, but got 0"],
    [
      () => new StepLR(sgd(), 2, { lastEpoch: 3 }),
      "StepLR: param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0; load the optimizer's state dict first, or give the group its initialLr",
    ],
    [() => new MultiStepLR(sgd(), 30 as never), "MultiStepLR: milestones must be an array of numbers, but got 30"],
    [() => new LambdaLR(sgd(2), [() => 1]), "LambdaLR: Expected 2 lr_lambdas, but got 1"],
    [() => new LambdaLR(sgd(), 0.5 as never), "LambdaLR: lr_lambda should be a function, but got 0.5"],
    [
      () => new ConstantLR(sgd(), { factor: 2 }),
      "ConstantLR: Constant multiplicative factor expected to be between 0 and 1, but got 2",
    ],
    [
      () => new LinearLR(sgd(), { startFactor: 0 }),
      "LinearLR: Starting multiplicative factor expected to be greater than 0 and less or equal to 1, but got 0",
    ],
    [
      () => new CosineAnnealingLR(sgd(), { T_max: 3 } as never),
      "CosineAnnealingLR: got an unexpected option T_max; here it is tMax",
    ],
    [
      () => new CosineAnnealingWarmRestarts(sgd(), 0),
      "CosineAnnealingWarmRestarts: Expected positive integer T_0, but got 0 as t0",
    ],
    [
      () => new CyclicLR(sgd(2), [0.1], 1),
      "base_lr must have the same length as optimizer.param_groups. base_lr has 1 values, param_groups has 2.",
    ],
    [
      () => new CyclicLR(new Adagrad([zeros(1)]), 0.1, 1),
      "CyclicLR: optimizer must support momentum or beta1 with `cycle_momentum` option enabled; give cycleMomentum: false",
    ],
    [
      () => new OneCycleLR(sgd(), 0.1),
      "OneCycleLR: You must define either total_steps OR (epochs AND steps_per_epoch): totalSteps, or epochs and stepsPerEpoch",
    ],
    [
      () => new OneCycleLR(sgd(), 0.1, { totalSteps: 1.5 }),
      "OneCycleLR: Expected positive integer total_steps, but got 1.5",
    ],
    [() => new ReduceLROnPlateau(sgd(), { factor: 1 }), "ReduceLROnPlateau: Factor should be < 1.0, but got 1"],
    [
      () => new ReduceLROnPlateau(sgd()).step(),
      "ReduceLROnPlateau: step needs the metric that it looks at, a number or a tensor of one: scheduler.step(loss), but got undefined",
    ],
    [
      () => new ChainedScheduler([]),
      "ChainedScheduler: ChainedScheduler expects at least one scheduler to be chained, but got no scheduler",
    ],
    [
      () => new SequentialLR(sgd(), [new ConstantLR(sgd())], []),
      "SequentialLR: SequentialLR expects all schedulers to belong to the same optimizer, but got scheduler ConstantLR at index 0, which has another",
    ],
    [
      () => {
        const [optimizer, ...parts] = two();
        return new SequentialLR(optimizer, parts, [1, 2]);
      },
      "SequentialLR: Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers 2 and the number of milestones to be equal to 2",
    ],
    [
      () => load({ T_max: 3 }),
      'StepLR: the loaded state dict has "T_max", which StepLR does not know; was it saved by another scheduler?',
    ],
    [
      () => load({ gamma: undefined }),
      'StepLR: the loaded state dict lacks "gamma"; was it saved by another scheduler?',
    ],
    [
      () => load({ base_lrs: [1, 2] }),
      "StepLR: base_lrs in the loaded state dict must be a list of 1, but has 2 items",
    ],
    [() => load({ last_epoch: "3" }), 'StepLR: last_epoch in the loaded state dict must be a number, but is "3"'],
    [
      () => new StepLR(sgd(), 2).loadStateDict(null as never),
      "StepLR: expected a state dict, as stateDict() and PyTorch's state_dict() give it, but got null",
    ],
  ])("%#", (body, text) => {
    expect(thrown(body)).toBe(`ArgumentError: ${text}`);
  });

  it("OneCycleLR ends", () => {
    const scheduler = new OneCycleLR(sgd(), 0.1, 4);
    for (let step = 0; step < 4; step += 1) scheduler.step();
    expect(thrown(() => scheduler.step())).toBe(
      "ArgumentError: OneCycleLR: Tried to step 5 times. The specified number of total steps is 4",
    );
  });

  it("leave composed ones as they were", () => {
    const [, ...parts] = two();
    const scheduler = new ChainedScheduler(parts);
    const before = scheduler.stateDict();
    const wrong = { ...before, _schedulers: [{ ...(before["_schedulers"] as object[])[0]!, last_epoch: 9 }, {}] };
    expect(thrown(() => scheduler.loadStateDict(wrong as never))).toContain(
      "ExponentialLR: the loaded state dict lacks",
    );
    expect(scheduler.stateDict()).toEqual(before);
  });
});

it("cosines and powers are rounded once", () => {
  for (const x of [0, 1e-300, 0.1, 1, Math.PI / 2, Math.PI, 3 * Math.PI, 100, 1e6])
    expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThan(2.3e-16);
  // Python's.
  expect(cosine((Math.PI * 89) / 7 - (Math.PI * 86) / 7)).not.toBeNaN();
  expect([power(0.1, 3), power(2, 1000), power(0.5, 1030), power(3, 0), power(0, 2), power(2, 0.5)]).toEqual([
    0.0010000000000000002,
    1.0715086071862673e301,
    2 ** -1030,
    1,
    0,
    Math.SQRT2,
  ]);
});

it("loads the marks that PyTorch's SequentialLR leaves in a first ChainedScheduler", () => {
  const make = () => {
    const optimizer = sgd();
    const first = new ChainedScheduler([new ExponentialLR(optimizer, 0.5)]);
    return new SequentialLR(optimizer, [first, new ConstantLR(optimizer)], [2]);
  };
  const scheduler = make();
  scheduler.step();
  const { _schedulers: parts, ...rest } = scheduler.stateDict();
  const [chained, constant] = parts as SchedulerStateDict[];
  const loaded = make();
  loaded.loadStateDict({ ...rest, _schedulers: [{ ...chained, _is_initial: false }, constant!] });
  expect(loaded.stateDict()).toEqual(scheduler.stateDict());
});

it.each<[string, number, (optimizer: AnyOptimizer) => LRScheduler, number]>([
  ["LinearLR", 1, (optimizer) => new LinearLR(optimizer, 0.1, 0, 7), -3.1720657846433062e-18],
  ["CosineAnnealingLR", 0, (optimizer) => new CosineAnnealingLR(optimizer, 3, 0.01), -6.938893903907228e-18],
])(
  "%s goes on where rounding leaves a rate just below zero, as in PyTorch, and so does what is loaded",
  (_, lr, make, least) => {
    const start = () => {
      const weight = ones(1, { requiresGrad: true });
      return [new SGD([weight], { lr }), weight] as const;
    };
    const [optimizer, weight] = start();
    const scheduler = make(optimizer);
    const rates: number[] = [];
    for (let step = 0; step < 8; step += 1) {
      rates.push(optimizer.paramGroups[0]!.lr);
      weight.grad = ones(1);
      optimizer.step();
      if (rates.at(-1)! < 0) start()[0].loadStateDict(optimizer.stateDict());
      scheduler.step();
    }
    expect(Math.min(...rates)).toBe(least);
    optimizer.paramGroups[0]!.lr = -1e-6;
    expect(() => optimizer.step()).toThrow(
      "SGD: Invalid learning rate: -0.000001; it must be a finite number of at least 0",
    );
  },
);
