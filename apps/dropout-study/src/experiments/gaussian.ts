// Table 10: Bernoulli noise against Gaussian noise of the same mean and variance.

import { drawRows } from "../report/charts.js";
import { bySetting, notBetter, spread, tell } from "../report/section.js";
import { experiment } from "./experiment.js";
import { costOf, type MlpParameters, type MlpResult, paperDropout, plainMlp, runMlp } from "./mlp.js";

/** Test error on MNIST in per cent. */
const paper: Readonly<Record<string, readonly [mean: number, sd: number]>> = {
  Bernoulli: [1.08, 0.04],
  Gaussian: [0.95, 0.04],
};

export const gaussian = experiment<MlpParameters, MlpResult>({
  name: "gaussian",
  title: "Bernoulli against Gaussian noise on MNIST (table 10)",
  about: "units multiplied by Bernoulli draws, and by N(1, (1 − p)/p)",
  data: "mnist",
  seeds: { trial: 1, quick: 3, paper: 10 },
  settings: (budget) =>
    (["bernoulli", "gaussian"] as const).map((noise) => {
      const parameters = { ...plainMlp(budget, [1024, 1024]), ...paperDropout, maxNorm: 3, noise };
      return { name: noise === "bernoulli" ? "Bernoulli" : "Gaussian", parameters, cost: costOf(parameters) };
    }),
  run: runMlp,
  report: (outcomes) => {
    const groups = bySetting(outcomes);
    const tests = new Map([...groups].map(([name, group]) => [name, spread(group.map(({ result }) => result.test))]));
    const [bernoulli, normal] = [tests.get("Bernoulli"), tests.get("Gaussian")];
    return {
      name: "gaussian",
      title: "Bernoulli against Gaussian noise on MNIST (table 10)",
      text: "Two hidden layers; p, the share that is retained, is .5, and .8 of the inputs. Gaussian noise has mean 1 and variance (1 − p)/p, which is that of the scaled Bernoulli mask. Max-norm 3.",
      charts: [
        {
          title: "Test error (%), ours with its standard deviation, and the paper's",
          markup: drawRows(
            "Test error with Bernoulli and with Gaussian noise, ours and the paper's",
            "test error (%)",
            [...tests].map(([name, { mean, sd }]) => ({ name, mean, sd, paper: paper[name]?.[0] ?? null })),
          ),
        },
      ],
      table: {
        head: ["noise", "test error (%)", "the paper's (%)", "training error (%)"],
        rows: [...groups].map(([name, group]) => [
          name,
          tell(tests.get(name)!),
          paper[name] === undefined ? "–" : `${paper[name][0].toFixed(2)} ± ${paper[name][1].toFixed(2)}`,
          tell(spread(group.map(({ result }) => result.train))),
        ]),
      },
      findings:
        bernoulli === undefined || normal === undefined
          ? []
          : [
              {
                claim: "Gaussian noise is as good as Bernoulli noise, or slightly better.",
                verdict: notBetter(bernoulli, normal),
                measured: `Gaussian ${tell(normal)} %, Bernoulli ${tell(bernoulli)} %`,
              },
            ],
    };
  },
});
