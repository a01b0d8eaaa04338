// The metrics against scikit-learn's values, in batches, by hand and in the trainer; and what they refuse.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import { F, Linear, Module } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { cat, linspace, stack, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { type FixtureCase, type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { accuracy, type Metric } from "../metrics.js";
import { Trainer } from "../trainer.js";
import type { Average } from "./index.js";
import * as metrics from "./index.js";
import { asStreaming, MetricStream, type StreamingMetric } from "./streaming.js";

const { cases } = loadFixtures("metrics");
const toTensor = ({ data, shape, dtype }: FixtureTensor) => tensor(data, { dtype }).reshape(...shape);

/** A metric by the name that a fixture gives it. */
function metricOf(name: string, { classes }: FixtureCase): Metric | StreamingMetric<unknown> {
  const [base, word] = name.split(" ") as [string, string];
  const counted = { classes: (classes as number) || 2 };
  const made: Record<string, () => Metric | StreamingMetric<unknown>> = {
    accuracy: () => (classes === 0 ? (output, target) => output.gt(0).eq(target) : accuracy),
    confusionMatrix: () => metrics.confusionMatrix(counted),
    precision: () => metrics.precision({ ...counted, average: word as Average }),
    recall: () => metrics.recall({ ...counted, average: word as Average }),
    f1: () => metrics.f1({ ...counted, average: word as Average }),
    topK: () => metrics.topK(Number(word)),
    auroc: () => metrics.auroc(counted),
    perplexity: () => metrics.perplexity(),
    brier: () => metrics.brier(),
    expectedCalibrationError: () => metrics.expectedCalibrationError(),
  };
  return made[base]!();
}

const streaming = (metric: Metric | StreamingMetric<unknown>) =>
  (typeof metric === "function" ? asStreaming("test", "it", metric) : metric) as StreamingMetric<unknown>;

function near(got: unknown, want: unknown): void {
  if (Array.isArray(want) || Number.isNaN(want)) expect(got).toEqual(want);
  else expect(got).toBeCloseTo(want as number, 5);
}

describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
  const [output, target] = [toTensor(one["output"]).keep(), toTensor(one["target"]).keep()];
  const batches = one["batches"] as number[];
  const parts: [Tensor, Tensor][] = [];
  let begin = 0;
  for (const size of batches) {
    parts.push([output.narrow(0, begin, size).clone().keep(), target.narrow(0, begin, size).clone().keep()]);
    begin += size;
  }
  const wanted = Object.entries<unknown>(one["want"]);

  it.each(wanted)("%s, by hand, with its state written and read in between", (name, want) => {
    const metric = streaming(metricOf(name, one));
    const stream = new MetricStream(metric);
    let accumulator = metric.start();
    for (const [input, right] of parts) {
      stream.update(input, right);
      accumulator.add(metric.measure(input, right).toTypedArray());
      accumulator = metric.start(accumulator.state());
    }
    near(stream.compute(), want);
    expect(accumulator.value()).toEqual(stream.compute());
    stream.reset();
    for (const [input, right] of parts.toReversed()) stream.update(input, right);
    near(stream.compute(), want);
  });

  it("all in the trainer at once", async () => {
    /** Gives its input back, so that what is measured is what the fixture holds. */
    class Echo extends Module {
      scale = new Linear(1, 1, { bias: false });
      forward(input: Tensor): Tensor {
        return input.add(this.scale.weight.sum().mul(0));
      }
    }
    const numbers = wanted.filter(([, want]) => !Array.isArray(want));
    const named = Object.fromEntries(numbers.map(([name]) => [name, metricOf(name, one)])) as Record<string, Metric>;
    const model = new Echo();
    const trainer = new Trainer(model, {
      optimizer: new SGD(model.parameters(), { lr: 0 }),
      criterion: (scores, right) =>
        one["classes"] === 0 ? F.binaryCrossEntropyWithLogits(scores, right) : F.crossEntropy(scores, right),
      metrics: named,
    });
    const loader = new DataLoader(new TensorDataset(output, target), { batchSize: Math.max(...batches) });
    const scores = await trainer.evaluate(loader);
    for (const [name, want] of numbers) near(scores[name], want);
    const [record] = await trainer.fit(loader, { epochs: 1, validationLoader: loader });
    for (const [name, want] of numbers) near(record!.live[name], want);
    expect(record!.validation).toEqual(scores);
  });
});

describe("refused", () => {
  const update = (metric: StreamingMetric<unknown>, output: Tensor, target: Tensor) =>
    thrown(() => new MetricStream(metric).update(output, target));
  const int32 = { dtype: "int32" } as const;

  it("targets that are no class, scores of other classes, and NaN", () => {
    expect(update(metrics.confusionMatrix({ classes: 3 }), zeros(1, 3), tensor([3], int32))).toMatchInlineSnapshot(
      `"ArgumentError: confusionMatrix: the target 3 is none of the 3 classes, 0 to 2"`,
    );
    expect(update(metrics.f1({ classes: 3 }), zeros(1, 3), tensor([-1], int32))).toMatchInlineSnapshot(
      `"ArgumentError: f1: the target -1 is none of the 3 classes, 0 to 2"`,
    );
    expect(update(metrics.recall(), zeros(1, 3), tensor([0], int32))).toMatchInlineSnapshot(
      `"ShapeError: recall: expected scores of 2 classes along dimension 1, got [1, 3]; say how many there are: recall({ classes: 3 })"`,
    );
    expect(update(metrics.precision(), zeros(2, 3), tensor([0], int32))).toMatchInlineSnapshot(
      `"ShapeError: precision: expected scores of shape (N, C, *) and class numbers of shape (N, *), or one score for each target, got [2, 3] and [1]"`,
    );
    expect(update(metrics.auroc(), tensor([Number.NaN]), tensor([1]))).toMatchInlineSnapshot(
      `"ArgumentError: auroc: a score is NaN, which has no rank"`,
    );
    expect(update(metrics.auroc(), tensor([1]), tensor([2]))).toMatchInlineSnapshot(
      `"ArgumentError: auroc: the target 2 is none of the 2 classes, 0 to 1"`,
    );
    expect(
      update(metrics.expectedCalibrationError({ scores: "probabilities" }), tensor([[3, 1]]), tensor([0], int32)),
    ).toMatchInlineSnapshot(
      `"ArgumentError: expectedCalibrationError: a probability is 3, not in [0, 1]; for logits, leave scores: "logits""`,
    );
    expect(update(asStreaming("t", "it", metrics.topK(4)), zeros(1, 3), tensor([0], int32))).toMatchInlineSnapshot(
      `"ShapeError: topK: expected scores of at least 4 classes along dimension 1, got [1, 3]"`,
    );
    expect(update(metrics.perplexity(), zeros(2), zeros(2))).toMatchInlineSnapshot(
      `"ShapeError: perplexity: expected logits of shape (N, C, *) and class numbers of shape (N, *), got [2] twice"`,
    );
  });

  it("options out of range", () => {
    expect(thrown(() => metrics.topK(0))).toMatchInlineSnapshot(
      `"ArgumentError: topK: k must be an integer of at least 1, but got 0"`,
    );
    expect(thrown(() => metrics.confusionMatrix({ classes: 1 }))).toMatchInlineSnapshot(
      `"ArgumentError: confusionMatrix: classes must be an integer of at least 2, but got 1"`,
    );
    expect(thrown(() => metrics.precision({ average: "mean" as never }))).toMatchInlineSnapshot(
      `"ArgumentError: precision: average must be one of macro, weighted, micro, binary, but got mean"`,
    );
    expect(thrown(() => metrics.recall({ classes: 3, average: "binary" }))).toMatchInlineSnapshot(
      `"ArgumentError: recall: average of more than two classes must be one of macro, weighted, micro, but got binary"`,
    );
    expect(thrown(() => metrics.brier({ scores: "odds" as never }))).toMatchInlineSnapshot(
      `"ArgumentError: brier: scores must be "logits" or "probabilities", but got odds"`,
    );
    expect(thrown(() => metrics.expectedCalibrationError({ bins: 0 }))).toMatchInlineSnapshot(
      `"ArgumentError: expectedCalibrationError: bins must be an integer of at least 1, but got 0"`,
    );
    expect(thrown(() => metrics.perplexity({ ignoreIndex: 0.5 }))).toMatchInlineSnapshot(
      `"ArgumentError: perplexity: ignoreIndex must be an integer, but got 0.5"`,
    );
    expect(thrown(() => asStreaming("Trainer", "metrics.f1", {} as never))).toMatchInlineSnapshot(
      `"ArgumentError: Trainer: metrics.f1 must be a function (output, target) => Tensor or a streaming metric, such as f1({ classes: 10 })"`,
    );
  });
});

it("a curve without one of its kinds is not a number, and nothing measured neither", () => {
  const stream = new MetricStream(metrics.auroc());
  expect(stream.compute()).toBeNaN();
  stream.update(tensor([1, 2]), tensor([1, 1]));
  expect(stream.compute()).toBeNaN();
  for (const metric of [metrics.f1(), metrics.perplexity(), metrics.expectedCalibrationError()])
    expect(new MetricStream(metric).compute()).toBeNaN();
});

it("a confidence on a border is in the bin below it, in either precision", () => {
  for (const dtype of ["float32", "float64"] as const)
    for (let bins = 2; bins <= 40; bins++) {
      const borders = linspace(0, 1, bins + 1, { dtype }).narrow(0, 1, bins);
      for (const border of borders.unbind(0)) {
        // One that is right on it, one that is wrong below it: of one bin their differences are taken together.
        const below = border.sub(0.4 / bins);
        const confidences = cat([border.reshape(1), below.reshape(1)], 0);
        const scores = stack([confidences, zeros(2, { dtype }).sub(1)], 1);
        const stream = new MetricStream(metrics.expectedCalibrationError({ bins, scores: "probabilities" }));
        stream.update(scores, tensor([0, 1], { dtype: "int32" }));
        const together = Math.abs(confidences.sum().item() - 1) / 2;
        expect([dtype, bins, border.item(), stream.compute().toFixed(5)]).toEqual([
          ...[dtype, bins, border.item()],
          together.toFixed(5),
        ]);
      }
    }
});

it("perplexity leaves padding out", () => {
  const stream = new MetricStream(metrics.perplexity({ ignoreIndex: 0 }));
  stream.update(
    tensor([
      [0, 0],
      [9, 0],
    ]),
    tensor([1, 0], { dtype: "int32" }),
  );
  expect(stream.compute()).toBeCloseTo(2, 6);
});
