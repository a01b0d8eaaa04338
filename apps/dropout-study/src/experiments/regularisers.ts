// Table 9: regularisers on MNIST, one net, alone and with dropout.

import { drawRows } from "../report/charts.js";
import { all, bySetting, compare, spread, tell } from "../report/section.js";
import { experiment } from "./experiment.js";
import { costOf, type MlpParameters, type MlpResult, paperDropout, plainMlp, runMlp } from "./mlp.js";

/** Test error on MNIST in per cent, as the table has it. */
const paper: Readonly<Record<string, number>> = {
  L2: 1.62,
  "L2 + L1 late": 1.6,
  "L2 + KL sparsity": 1.55,
  "max-norm": 1.35,
  "dropout + L2": 1.25,
  "dropout + max-norm": 1.05,
};

export const regularisers = experiment<MlpParameters, MlpResult>({
  name: "regularisers",
  title: "Regularisers on MNIST (table 9)",
  about: "L2, late L1, KL sparsity, max-norm, and dropout with L2 and with max-norm",
  data: "mnist",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) => {
    const plain = plainMlp(budget);
    const [l2, maxNorm] = [1e-4, 3];
    const settings: Record<string, Partial<MlpParameters>> = {
      none: {},
      L2: { l2 },
      "L2 + L1 late": { l2, l1Late: 1e-5 },
      "L2 + KL sparsity": { l2, sparsity: 0.01 },
      "max-norm": { maxNorm },
      "dropout + L2": { ...paperDropout, l2: l2 / 10 },
      "dropout + max-norm": { ...paperDropout, maxNorm },
    };
    return Object.entries(settings).map(([name, changed]) => {
      const parameters = { ...plain, ...changed };
      return { name, parameters, cost: costOf(parameters) };
    });
  },
  run: runMlp,
  report: (outcomes) => {
    const groups = bySetting(outcomes);
    const tests = new Map(
      [...groups].map(([name, group]) => [name, spread(group.map(({ result }) => result.test))] as const),
    );
    const rows = [...groups].map(([name, group]) => [
      name,
      tell(tests.get(name)!),
      paper[name]?.toFixed(2) ?? "–",
      tell(spread(group.map(({ result }) => result.train))),
    ]);
    const [best, second] = [tests.get("dropout + max-norm"), tests.get("dropout + L2")];
    const others = [...tests].filter(([name]) => !name.startsWith("dropout"));
    const [maxNorm, l2] = [tests.get("max-norm"), tests.get("L2")];
    // To the last digit: its bound was never reached.
    const idle = maxNorm !== undefined && maxNorm.mean === tests.get("none")?.mean;
    const sentence = (name: string) => `${name} ${tell(tests.get(name)!)} %`;
    return {
      name: "regularisers",
      title: "Regularisers on MNIST (table 9)",
      text: `Test error in per cent at the end of training, nothing being chosen by the test images. The paper tunes each regulariser on held-out images; here their weights are fixed: L2 10⁻⁴ (10⁻⁵ beside dropout), L1 10⁻⁵ in the last third, max-norm 3. The sparsity penalty compares exponential distributions, since rectified units are no shares.${idle ? " Without dropout no unit reaches the bound of max-norm, whose numbers are those of none." : ""}`,
      charts: [
        {
          title: "Test error (%), ours with its standard deviation, and the paper's",
          markup: drawRows(
            "Test error of each regulariser, ours and the paper's",
            "test error (%)",
            [...tests].map(([name, { mean, sd }]) => ({ name, mean, sd, paper: paper[name] ?? null })),
          ),
        },
      ],
      table: { head: ["regulariser", "test error (%)", "the paper's (%)", "training error (%)"], rows },
      findings: [
        ...(best !== undefined && others.length > 0
          ? [
              {
                claim: "Dropout with max-norm is the best of them.",
                verdict: all(
                  [...tests].filter(([name]) => name !== "dropout + max-norm").map(([, other]) => compare(best, other)),
                ),
                measured: [...tests.keys()].map(sentence).join("; "),
              },
            ]
          : []),
        ...(second !== undefined && others.length > 0
          ? [
              {
                claim: "Dropout with L2 is better than each regulariser without dropout.",
                verdict: all(others.filter(([name]) => name !== "none").map(([, other]) => compare(second, other))),
                measured: sentence("dropout + L2"),
              },
            ]
          : []),
        ...(maxNorm !== undefined && l2 !== undefined
          ? [
              {
                claim: "Max-norm alone is better than L2 alone.",
                verdict: compare(maxNorm, l2),
                measured: `${sentence("max-norm")}; ${sentence("L2")}`,
              },
            ]
          : []),
      ],
    };
  },
});
