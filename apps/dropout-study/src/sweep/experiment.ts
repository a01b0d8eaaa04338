// A sweep over a module of the user's own: p, training sizes and seeds, as one more experiment. How the module is loaded, module.ts says.

import { Trainer } from "@bernoulli/trainer";
import { data, F, manualSeed, optim } from "bernoulli";
import { type BudgetName, type Experiment, experiment } from "../experiments/experiment.js";
import { type DataKind, type Samples, someOf, unit } from "../images.js";
import { drawLines } from "../report/charts.js";
import { compare, type Finding, spread, tell } from "../report/section.js";
import { errorOn, fitCell } from "../train.js";
import { loadModule } from "./module.js";

export interface SweepPlan {
  /** The module's name, for the report. */
  readonly name: string;
  /** The module as one file of JavaScript, which is part of what a cell is. */
  readonly code: string;
  readonly data: DataKind;
  /** Shares to DROP, as nn.Dropout's p. */
  readonly p: readonly number[];
  readonly sizes: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
}

interface Swept extends Omit<SweepPlan, "p" | "sizes" | "name"> {
  readonly p: number;
  readonly size: number;
}

interface Measured {
  readonly test: number;
  readonly train: number;
}

/** The experiment of a sweep. */
export function sweepOf(plan: SweepPlan): Experiment<Swept, Measured> {
  const { name, code, data: kind, epochs, batchSize } = plan;
  return experiment<Swept, Measured>({
    name: "sweep",
    title: `${name}: p, seeds and training sizes`,
    about: "a module of one's own",
    data: kind,
    seeds: { trial: 1, quick: 3, paper: 5 },
    settings: (_: BudgetName) =>
      plan.sizes.flatMap((size) =>
        plan.p.map((p) => ({
          name: `${size.toLocaleString("en")} images, p = ${p}`,
          parameters: { p, size, code, data: kind, epochs, batchSize },
          cost: size * epochs,
        })),
      ),
    run: async (parameters, context, images) => {
      const own = await loadModule(parameters.code);
      manualSeed(context.seed);
      const model = own.default(parameters.p);
      const optimizer = own.optimizer?.([...model.parameters()]) ?? new optim.Adam(model.parameters());
      try {
        const trainer = new Trainer(model as never, {
          optimizer,
          criterion: (output, target) => F.crossEntropy(output, target),
          transform: unit[parameters.data],
        });
        const seen = someOf(images.train, parameters.size, context.seed);
        const loader = new data.DataLoader(seen, { batchSize: parameters.batchSize, shuffle: true });
        const history = await fitCell(context, { trainer, loader, epochs: parameters.epochs, share: 0.95 });
        if (history === null) return null;
        const on = (samples: Samples) => errorOn(trainer, samples, context.signal);
        return { test: await on(images.test), train: await on(seen) };
      } finally {
        optimizer.dispose();
        model.dispose();
      }
    },
    report: (outcomes) => {
      const groups = plan.sizes.flatMap((size) =>
        plan.p.flatMap((p) => {
          const group = outcomes.filter(({ parameters }) => parameters.p === p && parameters.size === size);
          if (group.length === 0) return [];
          return [
            {
              size,
              p,
              test: spread(group.map(({ result }) => result.test)),
              train: spread(group.map(({ result }) => result.train)),
            },
          ];
        }),
      );
      const findings = plan.sizes.flatMap((size): Finding[] => {
        const here = groups.filter((group) => group.size === size);
        const none = here.find(({ p }) => p === 0);
        const best = here.filter(({ p }) => p > 0).sort((a, b) => a.test.mean - b.test.mean)[0];
        if (none === undefined || best === undefined) return [];
        return [
          {
            claim: `Dropout helps this net on ${size.toLocaleString("en")} images.`,
            verdict: compare(best.test, none.test),
            measured: `p = ${best.p}: ${tell(best.test)} %, none ${tell(none.test)} %`,
          },
        ];
      });
      return {
        name: "sweep",
        title: `${name}: p, seeds and training sizes`,
        text: `p is the share of units that is dropped. ${epochs} epochs, batches of ${batchSize}; test error at the end of training, in per cent.`,
        charts: [
          {
            title: "Test error (%) by the share of units dropped",
            markup: drawLines(
              "Test error by the share of units dropped, for each training size",
              groups.map(({ size, p, test }) => ({
                series: `${size.toLocaleString("en")} images`,
                x: p,
                y: test.mean,
                sd: test.sd,
              })),
              { x: "p, dropped", y: "test error (%)", zero: true },
            ),
          },
        ],
        table: {
          head: ["training images", "p, dropped", "test error (%)", "training error (%)"],
          rows: groups.map(({ size, p, test, train }) => [
            size.toLocaleString("en"),
            String(p),
            tell(test),
            tell(train),
          ]),
        },
        findings,
      };
    },
  });
}
