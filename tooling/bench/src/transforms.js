// `pnpm bench:transforms [ROUNDS]`: what each transform of bytes takes for an image of 3 × 32 × 32, in batches of 128 and one by one: microseconds of
// the processor, the median of so many rounds in turn (default 5), and the least. One JSON line each. With threads in wasm, what all of them take.

import { data, manualSeed, scope } from "bernoulli";

const [rounds = "5"] = process.argv.slice(2);
if (!(Number(rounds) >= 1)) throw new Error("the number of rounds must be at least 1");
const shape = [3, 32, 32];
const count = 128;
const indices = Array.from({ length: count }, (_, at) => at);
const images = Uint8Array.from({ length: count * 3 * 32 * 32 }, (_, at) => (at * 97 + (at >> 7)) % 256);
const affine = { translate: [0.1, 0.1], scale: [0.8, 1.2], shear: 10 };
const transforms = {
  "RandomCrop(32, 4), RandomHorizontalFlip()": () => [new data.RandomCrop(32, 4), new data.RandomHorizontalFlip()],
  "the same, ToTensor, Normalize": () => [
    new data.RandomCrop(32, 4),
    new data.RandomHorizontalFlip(),
    new data.ToTensor(),
    new data.Normalize([0.5, 0.5, 0.5], [0.25, 0.25, 0.25]),
  ],
  "ColorJitter(0.4, 0.4, 0.4)": () => [new data.ColorJitter(0.4, 0.4, 0.4)],
  "ColorJitter(0.4, 0.4, 0.4, 0.1)": () => [new data.ColorJitter(0.4, 0.4, 0.4, 0.1)],
  "Grayscale(3)": () => [new data.Grayscale(3)],
  "Resize(24)": () => [new data.Resize(24)],
  "RandomResizedCrop(32)": () => [new data.RandomResizedCrop(32)],
  "RandomRotation(15)": () => [new data.RandomRotation(15)],
  'RandomRotation(15, "bilinear")': () => [new data.RandomRotation(15, "bilinear")],
  "RandomAffine(10, { translate, scale, shear })": () => [new data.RandomAffine(10, affine)],
  "RandomErasing()": () => [new data.RandomErasing()],
  "ToTensor, RandomErasing()": () => [new data.ToTensor(), new data.RandomErasing()],
  "RandAugment()": () => [new data.RandAugment()],
  "TrivialAugmentWide()": () => [new data.TrivialAugmentWide()],
  'AutoAugment("cifar10")': () => [new data.AutoAugment("cifar10")],
};

const ways = {
  batch: (dataset) => dataset.getBatch(indices),
  "one by one": (dataset) => data.defaultCollate(indices.map((index) => dataset.get(index))),
};
const variants = Object.entries(transforms).map(([name, make]) => ({
  name,
  dataset: new data.ImageDataset(
    { images, labels: new Int32Array(count), imageShape: shape, classes: [] },
    { transform: new data.Compose(make()) },
  ),
  taken: { batch: [], "one by one": [] },
}));

/** Microseconds of the processor for an image; as often as is needed to be seen. */
function measure(run) {
  const least = 50_000;
  for (let times = 1; ; times *= 2) {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) scope(run);
    const { user, system } = process.cpuUsage(before);
    if (user + system >= least) return (user + system) / times / count;
  }
}

for (let round = -1; round < Number(rounds); round++)
  for (const { dataset, taken } of variants)
    for (const [way, run] of Object.entries(ways)) {
      manualSeed(round + 1);
      const one = measure(() => void run(dataset));
      // The first warms up.
      if (round >= 0) taken[way].push(one);
    }

const summary = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: Number(sorted[sorted.length >> 1].toFixed(1)), least: Number(sorted[0].toFixed(1)) };
};
for (const { name, taken } of variants)
  console.log(
    JSON.stringify({ transform: name, batch: summary(taken.batch), "one by one": summary(taken["one by one"]) }),
  );
process.exit(0);
