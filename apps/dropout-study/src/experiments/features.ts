// Figures 7 and 8: what the hidden units of an autoencoder learn, with dropout and without: their weights as pictures, and how many of them
// are active at once.

import { dataAddress } from "@bernoulli/programs";
import { type Loader, type Model, Trainer } from "@bernoulli/trainer";
import { data, F, manualSeed, nn, noGrad, optim, scope, type Tensor } from "bernoulli";
import { firstOf, type Samples, someOf, unit } from "../images.js";
import { type Bar, drawHistograms } from "../report/charts.js";
import { bySetting, compare, spread, tell } from "../report/section.js";
import { fitCell } from "../train.js";
import { experiment } from "./experiment.js";

interface Autoencoding {
  readonly units: number;
  /** The share of hidden units that is retained; 1 for no dropout. */
  readonly retain: number;
  readonly samples: number;
  readonly epochs: number;
  readonly lr: number;
}

interface Learned {
  /** The mean of hidden units' activations over a part of the test images. */
  readonly activation: number;
  /** The share of activations that are 0. */
  readonly silent: number;
  /** The mean square of what is reconstructed less the test image, a pixel. */
  readonly error: number;
  /** Counts of activations, and of units by their mean activation, in bins of `width`; the last bin holds all above. */
  readonly activations: Histogram;
  readonly means: Histogram;
  /** The first units' weights, each 28 × 28 bytes from its least to its largest, in base64. */
  readonly filters: string;
}

interface Histogram {
  readonly width: number;
  readonly counts: readonly number[];
}

const side = 28;
const filtersShown = 64;

class Autoencoder extends nn.Module {
  readonly encoder: nn.Linear;
  readonly decoder: nn.Linear;
  readonly dropout: nn.Dropout;

  constructor({ units, retain }: Autoencoding) {
    super();
    this.encoder = new nn.Linear(side * side, units);
    this.decoder = new nn.Linear(units, side * side);
    this.dropout = new nn.Dropout(1 - retain);
  }

  encode(x: Tensor): Tensor {
    return F.relu(this.encoder(x.view(x.size(0), -1)));
  }

  forward(x: Tensor): Tensor {
    return this.decoder(this.dropout(this.encode(x)));
  }
}

export const features = experiment<Autoencoding, Learned>({
  name: "features",
  title: "Features and sparsity of an autoencoder (fig. 7, 8)",
  about: "256 rectified units on MNIST: their weights, and how active they are",
  data: "mnist",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) =>
    [1, 0.5].map((retain) => {
      const parameters: Autoencoding = {
        units: budget === "trial" ? 16 : 256,
        retain,
        samples: { trial: 300, quick: 4000, paper: 60_000 }[budget],
        epochs: { trial: 2, quick: 20, paper: 50 }[budget],
        lr: 1e-3,
      };
      const { units, samples, epochs } = parameters;
      return {
        name: retain === 1 ? "none" : "dropout",
        parameters,
        cost: (3 * 2 * side * side * units * samples * epochs) / 1e6,
      };
    }),
  run: async (parameters, context, images) => {
    manualSeed(context.seed);
    const model = new Autoencoder(parameters);
    const optimizer = new optim.Adam(model.parameters(), { lr: parameters.lr });
    try {
      const trainer = new Trainer(model as unknown as Model, {
        optimizer,
        criterion: (output, target) =>
          F.mseLoss(output, unit.mnist(target).view(target.size(0), -1)).mul((side * side) / 2),
        metrics: {},
        transform: unit.mnist,
      });
      const history = await fitCell(context, {
        trainer,
        loader: itself(someOf(images.train, parameters.samples, context.seed), true),
        epochs: parameters.epochs,
        share: 0.98,
      });
      if (history === null) return null;
      const { loss } = await trainer.evaluate(itself(images.test, false), { signal: context.signal });
      return { error: (2 * loss) / side ** 2, ...look(model, firstOf(images.test, 1000), parameters.units) };
    } finally {
      optimizer.dispose();
      model.dispose();
    }
  },
  report: (outcomes) => {
    const groups = bySetting(outcomes);
    const of = (name: string, measure: (result: Learned) => number) => {
      const group = groups.get(name);
      return group === undefined ? null : spread(group.map(({ result }) => measure(result)));
    };
    const names = [...groups.keys()];
    const histogram = (pick: (result: Learned) => Histogram): Bar[] =>
      names.flatMap((name) => {
        const { width, counts } = pick(groups.get(name)![0]!.result);
        const total = counts.reduce((sum, count) => sum + count, 0);
        return counts.map((count, at) => ({
          series: name,
          from: at * width,
          to: (at + 1) * width,
          share: count / total,
        }));
      });
    const [dropout, none] = [of("dropout", ({ activation }) => activation), of("none", ({ activation }) => activation)];
    const [silent, silentNone] = [of("dropout", (one) => -one.silent), of("none", (one) => -one.silent)];
    const paper: Readonly<Record<string, string>> = { none: "2.0", dropout: "0.7" };
    const perCent = (one: { mean: number; sd: number; count: number }) =>
      tell({ mean: -100 * one.mean, sd: 100 * one.sd, count: one.count }, 1);
    return {
      name: "features",
      title: "Features and sparsity of an autoencoder (fig. 7, 8)",
      text: `An autoencoder of ${outcomes[0]!.parameters.units} rectified hidden units; with dropout half of them are retained. Activations in evaluation mode, over 1,000 test images. The paper does not state its loss; here it is the squared error, by Adam.`,
      charts: [
        ...names.map((name) => ({
          title: `Weights of ${Math.min(filtersShown, outcomes[0]!.parameters.units)} hidden units: ${name}`,
          markup: pictureOf(groups.get(name)![0]!.result.filters, `Weights of hidden units, ${name}`),
        })),
        {
          title: "Activations (the first seed; all above 6 in the last bin)",
          markup: drawHistograms(
            "Histogram of activations",
            "activation",
            histogram(({ activations }) => activations),
          ),
        },
        {
          title: "Units by their mean activation (the first seed)",
          markup: drawHistograms(
            "Histogram of the mean activations of units",
            "mean activation",
            histogram(({ means }) => means),
          ),
        },
      ],
      table: {
        head: ["net", "mean activation", "the paper's", "activations that are 0 (%)", "squared error a pixel"],
        rows: names.map((name) => [
          name,
          tell(of(name, ({ activation }) => activation)!),
          paper[name] ?? "–",
          tell(of(name, ({ silent: share }) => 100 * share)!, 1),
          tell(of(name, ({ error }) => error)!, 4),
        ]),
      },
      findings:
        dropout === null || none === null
          ? []
          : [
              {
                claim: "With dropout the mean activation is lower (the paper: 0.7 against 2.0).",
                verdict: compare(dropout, none),
                measured: `${tell(dropout)} with dropout, ${tell(none)} without`,
              },
              {
                claim: "With dropout activations are sparser: more of them are 0.",
                verdict: compare(silent!, silentNone!),
                measured: `${perCent(silent!)} % are 0 with dropout, ${perCent(silentNone!)} % without`,
              },
            ],
    };
  },
});

/** Images that are their own targets. */
function itself(samples: Samples, shuffle: boolean): Loader {
  const loader = new data.DataLoader(samples, { batchSize: 100, shuffle });
  return {
    length: loader.length,
    *[Symbol.iterator]() {
      for (const [batch] of loader) yield [batch, batch] as const;
    },
  };
}

/** What the hidden units of a trained net do. */
function look(model: Autoencoder, images: Samples, units: number): Omit<Learned, "error"> {
  return scope(() =>
    noGrad(() => {
      model.eval();
      const activations: number[] = [];
      for (const [batch] of new data.DataLoader(images, { batchSize: 250 }))
        scope(() => activations.push(...model.encode(unit.mnist(batch)).toTypedArray()));
      const count = activations.length / units;
      const means = Array.from({ length: units }, () => 0);
      for (const [at, value] of activations.entries()) means[at % units]! += value / count;
      const weights = model.encoder.weight.toTypedArray();
      const shown = Math.min(filtersShown, units);
      const pixels = new Uint8Array(shown * side * side);
      for (let at = 0; at < shown; at++) {
        const values = weights.slice(at * side * side, (at + 1) * side * side);
        const [least, largest] = [Math.min(...values), Math.max(...values)];
        for (const [i, value] of values.entries())
          pixels[at * side * side + i] = Math.round((255 * (value - least)) / (largest - least || 1));
      }
      return {
        activation: means.reduce((sum, value) => sum + value, 0) / units,
        silent: activations.filter((value) => value === 0).length / activations.length,
        activations: histogramOf(activations, 0.25, 25),
        means: histogramOf(means, 0.25, 25),
        filters: Buffer.from(pixels).toString("base64"),
      };
    }),
  );
}

function histogramOf(values: readonly number[], width: number, bins: number): Histogram {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) counts[Math.min(bins - 1, Math.floor(value / width))]! += 1;
  return { width, counts };
}

/** Units' weights side by side, eight in a row. */
function pictureOf(filters: string, alternative: string): string {
  const bytes = Buffer.from(filters, "base64");
  const count = bytes.length / side ** 2;
  const [perRow, step] = [8, side + 1];
  const [width, height] = [perRow * step - 1, Math.ceil(count / perRow) * step - 1];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let at = 0; at < count; at++)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const place = (Math.floor(at / perRow) * step + y) * width + (at % perRow) * step + x;
        pixels[place] = bytes[at * side ** 2 + y * side + x]!;
      }
  return `<img class="kernels" src="${dataAddress(pixels, width, height, 1)}" width="${width}" height="${height}" alt="${alternative}">`;
}
