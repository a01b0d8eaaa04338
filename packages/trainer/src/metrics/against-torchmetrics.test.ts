// The expected calibration error and the Brier score beside torchmetrics' over batches (family "calibration"), and in a trainer.

import { Identity, Linear } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { crossEntropy, tensor } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { Trainer } from "../trainer.js";
import { brier } from "./brier.js";
import { expectedCalibrationError } from "./calibration.js";
import { MetricStream, meanOf } from "./streaming.js";

const { cases } = loadFixtures("calibration");
const made = ({ data, dtype, shape }: FixtureTensor) => tensor(data, { dtype }).reshape(shape);

it.each(cases)("$name", ({ bins, batches, error, brier: score }) => {
  const [errors, plain] = [
    new MetricStream(expectedCalibrationError({ bins })),
    new MetricStream(expectedCalibrationError({ bins, scores: "probabilities" })),
  ];
  const squares = new MetricStream(meanOf(brier()));
  for (const { logits, target } of batches as Record<"logits" | "target", FixtureTensor>[]) {
    const [output, wanted] = [made(logits), made(target)];
    errors.update(output, wanted);
    plain.update(output.softmax(1), wanted);
    squares.update(output, wanted);
  }
  expect(errors.compute()).toBeCloseTo(error, 6);
  expect(plain.compute()).toBeCloseTo(error, 6);
  expect(squares.compute()).toBeCloseTo(score, 6);
});

it("is one number of a pass, however it is cut into batches", async () => {
  const { batches, bins } = cases[1]!;
  const [{ logits, target }] = batches as [Record<"logits" | "target", FixtureTensor>];
  const [output, wanted] = [made(logits), made(target)];
  const of = async (size: number) => {
    const trainer = new Trainer(new Identity() as never, {
      optimizer: new SGD(new Linear(1, 1).parameters(), { lr: 0.1 }),
      criterion: (scores, classes) => crossEntropy(scores, classes),
      metrics: { error: expectedCalibrationError({ bins }), brier: brier() },
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
});
