// The images of mnist.ts, vae.ts and siamese.ts: MNIST where it is on this machine, else drawn shapes in grey. No training.

import { findMNIST, MNIST } from "@bernoulli/data/node";
import { data, type Tensor } from "bernoulli";

export type Samples = data.Dataset<readonly [image: Tensor, label: Tensor]>;

export interface DigitsOptions {
  /** The directory of MNIST's four files; if empty, where `downloadMNIST` puts them. */
  readonly data: string;
  /** How many of the first images are taken for training, and how many for testing. */
  readonly samples: number;
  readonly testSamples: number;
}

/**
 * MNIST's first images, or as many drawn shapes: their middle 28 × 28 in grey. Normalised unless `normalize` is false: then in [0, 1].
 */
export function digits(
  { data: directory, samples, testSamples }: DigitsOptions,
  normalize = true,
): readonly [train: Samples, test: Samples] {
  const found = findMNIST(directory || undefined);
  if (found === null) console.log("MNIST is not on this machine: drawn shapes instead");
  const scaled = (mean: number, std: number) => (normalize ? [new data.Normalize([mean], [std])] : []);
  const ofDigits = new data.Compose([new data.ToTensor(), ...scaled(0.1307, 0.3081)]);
  const ofShapes = new data.Compose([
    new data.CenterCrop(28),
    new data.ToTensor(),
    new data.Lambda((image) => image.mean(0, { keepdim: true })),
    ...scaled(0.5, 0.25),
  ]);
  const read = (train: boolean, length: number): Samples => {
    if (found === null) return new data.SyntheticShapes({ train, length, transform: ofShapes });
    const all = new MNIST(found, { train, transform: ofDigits });
    return new data.Subset(
      all,
      Array.from({ length: Math.min(length, all.length) }, (_, index) => index),
    );
  };
  return [read(true, samples), read(false, testSamples)];
}
