// What a trained net makes of the test images, as plain numbers: how often it is right, what it takes for what, its first
// kernels. What is said of them is report/'s.

import type { Trainer } from "@bernoulli/trainer";
import { data, F, scope, tensor } from "bernoulli";
import type { PlainNet } from "./model.js";

/** How many test images are shown with the nets' answers. */
const imagesShown = 24;

/** What a net takes an image for, and how sure it is, from 0 to 1. */
export interface Answer {
  readonly answer: number;
  readonly probability: number;
}

export interface Observations {
  readonly test: { readonly loss: number; readonly accuracy: number };
  /** `confusion[label][answer]`: the number of test images with this label that got this answer. */
  readonly confusion: readonly (readonly number[])[];
  /** The answers to the first test images. */
  readonly answers: readonly Answer[];
  /** The kernels of the first convolution. Shape: (32, 3, 3, 3). */
  readonly filters: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** Tests a net in evaluation mode. */
export async function observe(model: PlainNet, trainer: Trainer, test: data.ImageDataset): Promise<Observations> {
  const scores = await trainer.predict(new data.DataLoader(test, { batchSize: 128 }));
  const observed = scope(() => {
    const loss = F.crossEntropy(scores, tensor(test.targets)).item();
    const probabilities = F.logSoftmax(scores, 1).exp().max(1);
    return { loss, answers: probabilities.indices.toTypedArray(), probabilities: probabilities.values.toTypedArray() };
  });
  scores.dispose();
  const confusion = test.classes.map(() => test.classes.map(() => 0));
  for (const [at, label] of test.targets.entries()) confusion[label]![observed.answers[at]!]! += 1;
  const right = confusion.reduce((sum, row, label) => sum + row[label]!, 0);
  return {
    test: { loss: observed.loss, accuracy: right / test.length },
    confusion,
    answers: Array.from({ length: Math.min(imagesShown, test.length) }, (_, at) => ({
      answer: observed.answers[at]!,
      probability: observed.probabilities[at]!,
    })),
    filters: model.conv1.weight.toArray() as number[][][][],
  };
}
