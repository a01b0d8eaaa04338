// The doctor: texts, once each, silence, and that a run that he looks at is the run that it would have been.

import {
  BatchNorm1d,
  CrossEntropyLoss,
  Dropout,
  Linear,
  Module,
  MSELoss,
  Parameter,
  ReLU,
  Sequential,
  Softmax,
} from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import {
  compile,
  defaultGenerator,
  Generator,
  manualSeed,
  memoryStats,
  noGrad,
  ones,
  type Tensor,
} from "@bernoulli/tensor";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Trainer } from "../trainer.js";
import { faulty } from "./corpus/corpus.testing.js";
import { blobs, train } from "./corpus/programs.testing.js";
import { type Doctor, doctor } from "./doctor.js";
import { hiddenIn } from "./fields.js";
import { type DoctorSettings, type DoctorWarning, doctorCodes, formatWarning } from "./warnings.js";

afterEach(() => vi.restoreAllMocks());

const softmaxed = () => new Sequential(new Linear(8, 3), new Softmax(1));

/** Twelve steps of the fault that is told most simply. */
function twelveSteps(settings: DoctorSettings, model: Module & ((x: Tensor) => Tensor) = softmaxed()): Doctor {
  manualSeed(3);
  const [x, y] = blobs(12);
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  const criterion = new CrossEntropyLoss();
  const watching = doctor(model, { optimizer, criterion, ...settings });
  train(12, optimizer, () => criterion(model(x), y));
  watching.remove();
  return watching;
}

describe("warnings", () => {
  it("are printed once a run, with path, cure, page and code", () => {
    const printed: string[] = [];
    vi.spyOn(console, "warn").mockImplementation((text: string) => void printed.push(text));
    const watching = twelveSteps({});
    expect(printed.length).toBe(1);
    expect(printed[0]).toMatchInlineSnapshot(`
      "bernoulli: doctor/softmax-before-cross-entropy: 1: what the cross entropy took for scores were probabilities in 3 batches in a row: a second softmax makes them nearly even, and the loss cannot come near 0
        cure: take the softmax away: the loss takes scores and computes log-softmax itself; apply softmax where you predict
        page: docs/doctor.md#softmax-before-cross-entropy
        not to hear of it: doctor: { silence: ["doctor/softmax-before-cross-entropy"] }"
    `);
    expect(watching.warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "doctor/softmax-before-cross-entropy",
          "cure": "take the softmax away: the loss takes scores and computes log-softmax itself; apply softmax where you predict",
          "message": "what the cross entropy took for scores were probabilities in 3 batches in a row: a second softmax makes them nearly even, and the loss cannot come near 0",
          "page": "docs/doctor.md#softmax-before-cross-entropy",
          "path": "1",
        },
      ]
    `);
  });

  it("go to whoever is named, or nowhere where their code is silenced", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const seen: DoctorWarning[] = [];
    twelveSteps({ warn: (warning) => void seen.push(warning) });
    expect(seen.map(({ code }) => code)).toEqual(["doctor/softmax-before-cross-entropy"]);
    expect(twelveSteps({ silence: ["doctor/softmax-before-cross-entropy"] }).warnings).toEqual([]);
    const batch = blobs(12);
    for (const settings of [false, { silence: ["doctor/softmax-before-cross-entropy"] }] as const) {
      const model = softmaxed();
      const optimizer = new SGD(model.parameters(), { lr: 0.1 });
      const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
      await trainer.fit([batch], { epochs: 6 });
    }
    expect(warn).not.toHaveBeenCalled();
  });

  it("are told once by a trainer, however often it fits", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const batch = blobs(12);
    const model = softmaxed();
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss() });
    for (let time = 0; time < 3; time++) await trainer.fit([batch], { epochs: 4 });
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it("read so", async () => {
    const texts: string[] = [];
    for (const code of doctorCodes) {
      const warnings: DoctorWarning[] = [];
      const warn = (warning: DoctorWarning) => void warnings.push(warning);
      const doctors: Doctor[] = [];
      manualSeed(11);
      vi.spyOn(console, "warn").mockImplementation(() => {});
      await faulty
        .find((program) => program.code === code)!
        .run({
          settings: { warn },
          watch: (model, options) => {
            doctors.push(doctor(model, { ...options, warn }));
            return doctors.at(-1)!;
          },
        });
      for (const one of doctors) one.remove();
      texts.push(...warnings.map((warning) => formatWarning(warning).split("\n")[0]!));
    }
    // Digits of measured values are the kernels', which may round otherwise.
    expect(texts.map((text) => text.replaceAll(/\d+\.\d+(e[+-]?\d+)?/g, "#"))).toMatchInlineSnapshot(`
      [
        "doctor/backward-in-eval: 2: all updates so far (2) came from forwards in evaluation mode: this Dropout drops nothing",
        "doctor/metrics-with-dropout: the loss of 2 batches was measured without gradients while dropout was live: it is the loss of thinned nets, another at each call",
        "doctor/mode-left-changed: 2: 2 updates in a row came from forwards in evaluation mode, behind an evaluation and behind others in training mode: this Dropout now drops nothing",
        "doctor/unregistered: parts.head: the loss depends on a parameter of shape [3, 16] of this Linear, which hangs in a Map: the model does not list it, and the optimizer does not train it",
        "doctor/batch-norm-after-dropout: 11: after 64 updates its input varies # times as much with the dropout before it as without, and its averages are of the input with: in evaluation mode the loss of a training batch is #, and # once the norms take the statistics of the input without",
        "doctor/keep-probability: 2: p = # drops 90 % of what comes in: after 64 updates masks vary the output # times as much as the inputs do (its variance), and the loss is # with them and # without; at 1 − p it would be # times",
        "doctor/softmax-before-cross-entropy: 1: what the cross entropy took for scores were probabilities in 3 batches in a row: a second softmax makes them nearly even, and the loss cannot come near 0",
        "doctor/loss-without-parameters: 2 steps in a row followed a backward that reached 1 leaves, and none of the 2 parameters of the SGD: nothing was updated",
        "doctor/parameter-without-gradient: forgotten.weight: it is in the optimizer and has had no gradient in 32 updates, and neither has forgotten.bias: it stays as it was drawn",
        "doctor/exploding-weights: in 2 updates at a learning rate of 30 the weights have exploded: the largest is #, and it was # at most before",
        "doctor/nan: the loss is NaN at update 1: mul was the first op that made it, of an infinity that log had made",
      ]
    `);
  });

  it("know only the codes there are", () => {
    expect(() => doctor(softmaxed(), { silence: ["doctor/cold" as never] })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: doctor: silence has no code "doctor/cold"; there are doctor/backward-in-eval, doctor/metrics-with-dropout, doctor/mode-left-changed, doctor/unregistered, doctor/batch-norm-after-dropout, doctor/keep-probability, doctor/softmax-before-cross-entropy, doctor/loss-without-parameters, doctor/parameter-without-gradient, doctor/exploding-weights, doctor/nan]`,
    );
    expect(() => doctor(softmaxed(), { optimizer: {} as never })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: doctor: optimizer must be an Optimizer, such as an SGD or an Adam]`,
    );
    expect(() => doctor({} as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: doctor: expected a Module to watch]`,
    );
    const model = softmaxed();
    const optimizer = new SGD(model.parameters());
    const make = (settings: never) =>
      new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
    expect(() => make({ silent: [] } as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Trainer's doctor: got an unexpected option silent; take some of { silence, warn }]`,
    );
  });
});

describe("a run that is looked at", () => {
  const dropping = (generator?: Generator) =>
    new Sequential(
      new Linear(8, 16),
      new ReLU(),
      new Dropout(generator === undefined ? { p: 0.6 } : { p: 0.6, generator }),
      new BatchNorm1d(16),
      new Linear(16, 3),
    );

  async function weightsAfter(settings: boolean, compiles: boolean) {
    manualSeed(2);
    const own = new Generator();
    own.manualSeed(4);
    const model = new Sequential(dropping(), new ReLU(), new Linear(3, 8), dropping(own));
    const batch = blobs(12);
    const optimizer = new Adam(model.parameters(), { lr: 0.01 });
    const trainer = new Trainer(model, {
      ...{ optimizer, criterion: new CrossEntropyLoss(), compile: compiles },
      doctor: settings ? { warn: () => {} } : false,
    });
    const history = await trainer.fit([batch, batch], { epochs: 33, validationLoader: [batch] });
    return {
      losses: history.map(({ live, validation }) => [live.loss, validation!.loss]),
      state: Object.values(model.stateDict()).map((tensor) => tensor.toArray()),
      draws: [defaultGenerator().getState(), own.getState()],
      modes: [...model.modules()].map(({ training }) => training),
      rates: [...model.modules()].flatMap((module) => (module instanceof Dropout ? [module.p] : [])),
    };
  }

  it.each([true, false])("has the same numbers and draws to the last bit, compiled: %s", async (compiles) => {
    expect(await weightsAfter(true, compiles)).toEqual(await weightsAfter(false, compiles));
  });

  it("ends before the callbacks hear so: what they then do with the model is theirs", async () => {
    manualSeed(3);
    const [x, y] = blobs(12);
    const model = new Sequential(new Linear(8, 9), new Dropout(0.5), new Linear(9, 3));
    const criterion = new CrossEntropyLoss();
    const told: DoctorWarning[] = [];
    const optimizer = new SGD(model.parameters(), { lr: 0.1 });
    const trainer = new Trainer(model, {
      optimizer,
      criterion,
      doctor: { warn: (warning) => void told.push(warning) },
    });
    // Masks sampled on purpose, batch after batch.
    const sampling = () =>
      noGrad(() => {
        model.train();
        for (let at = 0; at < 6; at++) criterion(model(x.narrow(0, 2 * at, 2)), y.narrow(0, 2 * at, 2));
      });
    await trainer.fit([[x, y]], { epochs: 2, callbacks: [{ onFitEnd: sampling }] });
    expect(told).toEqual([]);
  });

  it("leaves no memory and no hook behind", () => {
    twelveSteps({ warn: () => {} });
    const model = softmaxed();
    const before = memoryStats().bytes;
    const watching = doctor(model, { warn: () => {} });
    watching.check();
    watching.remove();
    watching.remove();
    expect(memoryStats().bytes).toBe(before);
    const calls = twelveSteps({ warn: () => {} }, model).warnings.length;
    expect([calls, watching.warnings]).toEqual([1, []]);
  });

  it("that is compiled by hand is judged by check(), between the calls", () => {
    const [x] = blobs(12);
    const model = new Linear(8, 1);
    const optimizer = new SGD(model.parameters(), { lr: 2 });
    const criterion = new MSELoss();
    const watching = doctor(model, { optimizer, criterion, warn: () => {} });
    const step = compile(() => {
      optimizer.zeroGrad();
      criterion(model(x), ones(12, 1)).backward();
      optimizer.step();
    });
    for (let at = 0; at < 8; at++) step();
    expect(watching.warnings).toEqual([]);
    watching.check();
    expect(watching.warnings.map(({ code }) => code)).toEqual(["doctor/exploding-weights"]);
    watching.remove();
  });
});

it("finds what hangs on a model unlisted, and nothing that is listed", () => {
  class Holder extends Module {
    listed = [new Linear(1, 1)];
    again = new Map([["same", this.listed[0]!]]);
    parts = { inner: [new Set([new Linear(1, 1)])] };
    own: unknown = this;
    forward(): null {
      return null;
    }
  }
  const model = new Holder();
  Object.assign(model, { [Symbol("secret")]: new Parameter(ones(1)) });
  Object.defineProperty(model, "hidden", { value: new Parameter(ones(2)), enumerable: false });
  expect(hiddenIn(model).map(({ path, how }) => `${path} ${how}`)).toEqual([
    "parts.inner.0.0 in a Set",
    "hidden on a property that is not enumerable",
    "[secret] under a symbol",
  ]);
});
