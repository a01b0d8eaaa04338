// CIFAR-10: the paper's conv net without dropout, with dropout in the fully connected layers, and in all layers.

import { type Model, Trainer } from "@bernoulli/trainer";
import { data, F, manualSeed, nn, optim, type Tensor } from "bernoulli";
import { type Samples, someOf, unit } from "../images.js";
import { drawRows } from "../report/charts.js";
import { bySetting, compare, spread, tell } from "../report/section.js";
import { errorOn, fitCell, underMaxNorm } from "../train.js";
import { experiment } from "./experiment.js";

interface ConvNet {
  readonly channels: readonly [number, number, number];
  readonly kernel: number;
  readonly units: number;
  /** The share RETAINED of inputs, of what each convolution gives, and of each fully connected layer's units. */
  readonly retain: readonly [input: number, first: number, second: number, third: number, fc1: number, fc2: number];
  readonly samples: number;
  readonly epochs: number;
  readonly batch: number;
  readonly lr: number;
}

interface Errors {
  readonly test: number;
  readonly train: number;
}

/** Test error on CIFAR-10 in per cent. */
const paper: Readonly<Record<string, number>> = { none: 14.98, "fc layers": 14.32, "all layers": 12.61 };

/** As the paper has it for all layers. */
const retained = {
  none: [1, 1, 1, 1, 1, 1],
  "fc layers": [1, 1, 1, 1, 0.5, 0.5],
  "all layers": [0.9, 0.75, 0.75, 0.5, 0.5, 0.5],
} as const;

const classes = 10;
/** Three times halved by pooling. */
const lastSide = 4;

class Net extends nn.Module {
  readonly convolutions: nn.ModuleList<nn.Conv2d>;
  readonly fc1: nn.Linear;
  readonly fc2: nn.Linear;
  readonly last: nn.Linear;
  readonly pool = new nn.MaxPool2d(3, { stride: 2, padding: 1 });
  readonly drops: nn.ModuleList<nn.Dropout>;

  constructor({ channels, kernel, units, retain }: ConvNet) {
    super();
    const padding = (kernel - 1) / 2;
    this.convolutions = new nn.ModuleList(
      channels.map((out, at) => new nn.Conv2d(at === 0 ? 3 : channels[at - 1]!, out, kernel, { padding })),
    );
    this.fc1 = new nn.Linear(channels[2] * lastSide ** 2, units);
    this.fc2 = new nn.Linear(units, units);
    this.last = new nn.Linear(units, classes);
    this.drops = new nn.ModuleList(retain.map((share) => new nn.Dropout(1 - share)));
  }

  forward(x: Tensor): Tensor {
    const drops = [...this.drops];
    let h = drops[0]!(x);
    for (const [at, convolution] of [...this.convolutions].entries())
      h = drops[at + 1]!(this.pool(F.relu(convolution(h))));
    h = drops[4]!(F.relu(this.fc1(h.view(h.size(0), -1))));
    return this.last(drops[5]!(F.relu(this.fc2(h))));
  }
}

function costOf({ channels, kernel, units, samples, epochs }: ConvNet): number {
  const [first, second, third] = channels;
  const square = kernel ** 2;
  const convolutions =
    32 ** 2 * 3 * first * square + 16 ** 2 * first * second * square + 8 ** 2 * second * third * square;
  const full = third * lastSide ** 2 * units + units ** 2 + units * classes;
  // Those of 3 × 3 take about half of their multiplications.
  return (3 * (convolutions / 2 + full) * samples * epochs) / 1e6;
}

export const cifar = experiment<ConvNet, Errors>({
  name: "cifar",
  title: "CIFAR-10: no dropout, in the fully connected layers, in all",
  about: "a conv net of three convolutions and two hidden layers",
  data: "cifar",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) =>
    Object.entries(retained).map(([name, retain]) => {
      const net = {
        trial: { channels: [4, 4, 4], kernel: 3, units: 16, samples: 200, epochs: 1 },
        quick: { channels: [24, 32, 64], kernel: 3, units: 512, samples: 5000, epochs: 10 },
        paper: { channels: [96, 128, 256], kernel: 5, units: 2048, samples: 50_000, epochs: 60 },
      } as const;
      const parameters: ConvNet = { ...net[budget], retain, batch: 50, lr: 1e-3 };
      return { name, parameters, cost: costOf(parameters) };
    }),
  run: async (parameters, context, images) => {
    const { samples, epochs, batch, lr } = parameters;
    manualSeed(context.seed);
    const model = new Net(parameters);
    const inner = new optim.Adam(model.parameters(), { lr });
    try {
      const trainer = new Trainer(model as unknown as Model, {
        optimizer: underMaxNorm(inner, model, 4),
        scheduler: new optim.lrScheduler.LinearLR(inner, { startFactor: 1, endFactor: 0.05, totalIters: epochs }),
        criterion: (output, target) => F.crossEntropy(output, target),
        transform: unit.cifar,
      });
      const seen = someOf(images.train, samples, context.seed);
      const loader = new data.DataLoader(seen, { batchSize: batch, shuffle: true });
      const history = await fitCell(context, { trainer, loader, epochs, share: 0.95 });
      if (history === null) return null;
      const on = (samples: Samples) => errorOn(trainer, samples, context.signal);
      return { test: await on(images.test), train: await on(seen) };
    } finally {
      inner.dispose();
      model.dispose();
    }
  },
  report: (outcomes) => {
    const groups = bySetting(outcomes);
    const tests = new Map([...groups].map(([name, group]) => [name, spread(group.map(({ result }) => result.test))]));
    const [none, fc, everywhere] = [tests.get("none"), tests.get("fc layers"), tests.get("all layers")];
    const { samples, epochs } = outcomes[0]!.parameters;
    return {
      name: "cifar",
      title: "CIFAR-10: no dropout, in the fully connected layers, in all",
      text: `${samples.toLocaleString("en")} training images, ${epochs} epochs, by Adam; max-norm 4. Retained, from the input to the last hidden layer: .9, .75, .75, .5, .5, .5 for all layers. The paper's nets are tuned one by one, and train longer.`,
      charts: [
        {
          title: "Test error (%), ours with its standard deviation, and the paper's",
          markup: drawRows(
            "Test error by where dropout is, ours and the paper's",
            "test error (%)",
            [...tests].map(([name, { mean, sd }]) => ({ name, mean, sd, paper: paper[name] ?? null })),
          ),
        },
      ],
      table: {
        head: ["dropout in", "test error (%)", "the paper's (%)", "training error (%)"],
        rows: [...groups].map(([name, group]) => [
          name,
          tell(tests.get(name)!),
          paper[name]?.toFixed(2) ?? "–",
          tell(spread(group.map(({ result }) => result.train))),
        ]),
      },
      findings: [
        ...(none !== undefined && fc !== undefined
          ? [
              {
                claim: "Dropout in the fully connected layers is better than none.",
                verdict: compare(fc, none),
                measured: `${tell(fc)} % against ${tell(none)} %`,
              },
            ]
          : []),
        ...(fc !== undefined && everywhere !== undefined
          ? [
              {
                claim: "In all layers it is better still.",
                verdict: compare(everywhere, fc),
                measured: `${tell(everywhere)} % against ${tell(fc)} %`,
              },
            ]
          : []),
      ],
    };
  },
});
