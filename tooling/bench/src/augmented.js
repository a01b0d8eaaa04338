// CIFAR-10 as loaders.js wants it, a module of its own, since workers load it: as it is, or cropped, mirrored and normalised.

import { Compose, Normalize, RandomCrop, RandomHorizontalFlip, Subset, ToTensor } from "@bernoulli/data";
import { CIFAR10, defineDataset } from "@bernoulli/data/node";

export const scale = { mean: [0.4914, 0.4822, 0.4465], std: [0.2023, 0.1994, 0.201] };
const moves = () => [new RandomCrop(32, 4), new RandomHorizontalFlip()];
const transforms = {
  plain: () => null,
  moved: () => new Compose(moves()),
  normalised: () => new Compose([...moves(), new ToTensor(), new Normalize(scale)]),
};

export default defineDataset(import.meta.url, ({ directory, kind, count }) => {
  const all = new CIFAR10(directory, { transform: transforms[kind]() });
  return new Subset(
    all,
    Array.from({ length: count }, (_, at) => at),
  );
});
