// The pictures of workers.testing.ts, a module of their own, since each worker of a loader loads it.

import { Compose, RandomCrop, RandomHorizontalFlip, SyntheticShapes } from "@bernoulli/data";
import { defineDataset } from "@bernoulli/data/node";

export default defineDataset(
  import.meta.url,
  ({ length }: { readonly length: number }) =>
    new SyntheticShapes({ length, transform: new Compose([new RandomCrop(32, 4), new RandomHorizontalFlip()]) }),
);
