// The expected calibration error and the Brier score: beside torchmetrics' over batches (family "calibration"), in a trainer, and what
// they refuse.

import { Identity, Linear } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { crossEntropy, tensor, zeros } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { brierScore, calibrationError } from "./calibration.js";
import { type Metric, RunningScores } from "./metrics.js";
import { Trainer } from "./trainer.js";

const { cases } = loadFixtures("calibration");
const made = ({ data, dtype, shape }: FixtureTensor) => tensor(data, { dtype }).reshape(shape);

it.each(cases)("$name", async ({ bins, batches, error, brier }) => {
  const metrics: Record<string, Metric> = { error: calibrationError({ bins }), brier: brierScore() };
  const running = new RunningScores<"error" | "brier">(metrics);
  for (const { logits, target } of batches as Record<"logits" | "target", FixtureTensor>[]) {
    const [output, wanted] = [made(logits), made(target)];
    const measured = { loss: crossEntropy(output, wanted), error: metrics["error"]!(output, wanted) };
    await running.add({ ...measured, brier: metrics["brier"]!(output, wanted) }, output.size(0));
    // Of probabilities it is the same.
    const plain = calibrationError({ bins, logits: false })(output.softmax(1), wanted).sub(
      metrics["error"]!(output, wanted),
    );
    expect(plain.abs().max().item()).toBeLessThan(1e-5);
  }
  const scores = running.means();
  expect(scores.error).toBeCloseTo(error, 6);
  expect(scores.brier).toBeCloseTo(brier, 6);
});

it("is one number of a pass, however it is cut into batches, and of pixels", async () => {
  const { batches, bins } = cases[1]!;
  const [{ logits, target }] = batches as [Record<"logits" | "target", FixtureTensor>];
  const [output, wanted] = [made(logits), made(target)];
  const model = new Identity();
  const of = async (size: number) => {
    const trainer = new Trainer(model as never, {
      optimizer: new SGD(new Linear(1, 1).parameters(), { lr: 0.1 }),
      criterion: (scores, classes) => crossEntropy(scores, classes),
      metrics: { error: calibrationError({ bins }), brier: brierScore() },
    });
    const parts = Array.from({ length: Math.ceil(100 / size) }, (_, at) => {
      const length = Math.min(size, 100 - at * size);
      return [output.narrow(0, at * size, length), wanted.narrow(0, at * size, length)] as const;
    });
    return trainer.evaluate(parts as never);
  };
  const [whole, cut] = [await of(100), await of(7)];
  expect(cut.error).toBeCloseTo(whole.error, 6);
  expect(cut.brier).toBeCloseTo(whole.brier, 6);
  const pixels = output.reshape(4, 25, 10).transpose(1, 2);
  const metric = calibrationError({ bins });
  const sums = (scores: typeof output, classes: typeof wanted) => metric(scores, classes).toArray();
  expect(sums(pixels, wanted.reshape(4, 25))).toEqual(sums(output, wanted));
});

const errorOf = (rows: readonly (readonly number[])[], bins = 4): number => {
  const metric = calibrationError({ bins, logits: false });
  const sums = metric(tensor(rows), zeros([rows.length], { dtype: "int32" }));
  return metric.ofSums!(Float64Array.from(sums.flatten().toTypedArray()));
};

it("leaves no prediction out: neither at 0, nor where a rounding is above 1, nor on a border", () => {
  // Each is beside one of confidence 0.6, which is 0.4 off.
  for (const [row, off] of [
    [[0, 0], 1],
    [[1, 0], 0],
    [[1.0000001, 0], 0],
    [[0.25, 0.2], 0.75],
    [[0.5, 0.2], 0.5],
  ] as const)
    expect([row, errorOf([row, [0.6, 0.4]]).toFixed(5)]).toEqual([row, ((off + 0.4) / 2).toFixed(5)]);
  for (let bins = 1; bins <= 40; bins++) {
    const borders = Array.from({ length: bins + 1 }, (_, at) => [at / bins, 0]);
    const sums = calibrationError({ bins, logits: false })(tensor(borders), zeros([bins + 1], { dtype: "int32" }));
    expect([bins, sums.narrow(0, 0, 1).sum().item()]).toEqual([bins, bins + 1]);
  }
});

it("is NaN where one is no probability, and not the error of the others", () => {
  for (const row of [
    [3, -2],
    [-3, -2],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
    [Number.NEGATIVE_INFINITY, -1],
  ])
    expect([row, errorOf([row, [0.6, 0.4]])]).toEqual([row, Number.NaN]);
});

it("says what is wrong", () => {
  expect(thrown(() => calibrationError({ bins: 0 }))).toMatchInlineSnapshot(
    `"ArgumentError: calibrationError: bins must be a whole number of 1 or more, but got 0"`,
  );
  expect(thrown(() => brierScore()(zeros(2, 3), zeros(3)))).toMatchInlineSnapshot(
    `"ShapeError: brierScore: expected scores of shape (N, C, *) and class numbers of shape (N, *), got [2, 3] and [3]"`,
  );
});
