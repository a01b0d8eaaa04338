// Figure 11: the mean of k thinned nets' answers against weight scaling, which is the net in evaluation mode.

import { setTimeout as sleep } from "node:timers/promises";
import { data, F, Generator, noGrad, randperm, scope, type Tensor, withGenerator } from "bernoulli";
import { firstOf, unit } from "../images.js";
import { drawLines } from "../report/charts.js";
import { type Spread, spread, tell, type Verdict } from "../report/section.js";
import { experiment } from "./experiment.js";
import { costOf, type MlpParameters, paperDropout, plainMlp, trainMlp } from "./mlp.js";

interface Averaging extends MlpParameters {
  /** Thinned nets in all, of which k are drawn again and again. */
  readonly nets: number;
  readonly ks: readonly number[];
  /** How often k are drawn. */
  readonly draws: number;
  readonly testImages: number;
}

interface Averaged {
  /** Test error in per cent in evaluation mode. */
  readonly scaling: number;
  /** Test errors in per cent of the mean of k nets, one for each draw. */
  readonly mean: readonly { readonly k: number; readonly errors: readonly number[] }[];
}

export const averaging = experiment<Averaging, Averaged>({
  name: "averaging",
  title: "Monte-Carlo averaging against weight scaling (fig. 11)",
  about: "the mean of k thinned nets' answers, and the net in evaluation mode",
  data: "mnist",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) => {
    const many = budget === "paper";
    const parameters: Averaging = {
      ...plainMlp(budget, [1024, 1024]),
      ...paperDropout,
      maxNorm: 3,
      nets: budget === "trial" ? 6 : many ? 120 : 80,
      ks: budget === "trial" ? [1, 3, 6] : many ? [1, 2, 5, 10, 20, 30, 50, 75, 100] : [1, 2, 5, 10, 20, 30, 50, 70],
      draws: budget === "trial" ? 2 : 10,
      testImages: budget === "trial" ? 200 : many ? 10_000 : 5000,
    };
    return [{ name: "p = .5", parameters, cost: costOf(parameters) * 1.2 }];
  },
  run: async (parameters, context, images) => {
    const { nets, ks, draws, testImages } = parameters;
    const trained = await trainMlp(parameters, context, images, 0.7);
    if (trained === null) return null;
    const { model } = trained;
    try {
      const generator = new Generator({ seed: context.seed });
      const sums = ks.map(() => Array.from({ length: draws }, () => 0));
      const picks = ks.map((k) => Array.from({ length: draws }, () => subset(nets, k, generator)));
      let [wrong, seen] = [0, 0];
      const test = firstOf(images.test, testImages);
      for (const [batch, labels] of new data.DataLoader(test, { batchSize: 250 })) {
        scope(() =>
          noGrad(() => {
            const input = unit.mnist(batch);
            const classes = labels.toTypedArray();
            const errorsOf = (scores: ArrayLike<number>) => countWrong(scores, classes);
            model.eval();
            wrong += errorsOf(probabilities(model(input)));
            model.train();
            const each = withGenerator(generator, () =>
              Array.from({ length: nets }, () => probabilities(model(input))),
            );
            for (const [at, subsets] of picks.entries())
              for (const [draw, members] of subsets.entries()) {
                const total = new Float64Array(each[0]!.length);
                for (const net of members) for (let i = 0; i < total.length; i++) total[i]! += each[net]![i]!;
                sums[at]![draw]! += errorsOf(total);
              }
          }),
        );
        seen += labels.size(0);
        context.share(0.7 + (0.3 * seen) / test.length);
        await sleep(0);
        if (context.signal.aborted) return null;
      }
      const inPercent = (count: number) => (100 * count) / seen;
      return {
        scaling: inPercent(wrong),
        mean: ks.map((k, at) => ({ k, errors: sums[at]!.map(inPercent) })),
      };
    } finally {
      trained.dispose();
    }
  },
  report: (outcomes) => {
    const ks = outcomes[0]!.parameters.ks;
    const scaling = spread(outcomes.map(({ result }) => result.scaling));
    const means = ks.map((k) => {
      // Over draws inside a net; nets differ more than that, and all draws of a net share its weights.
      const ofNets = outcomes.map(({ result }) => spread(result.mean.find((one) => one.k === k)!.errors));
      const { mean } = spread(ofNets.map((one) => one.mean));
      return { k, mean, sd: spread(ofNets.map((one) => one.sd)).mean, count: outcomes[0]!.parameters.draws };
    });
    const last = means.at(-1)!;
    const fifty = means.filter(({ k }) => k <= 50).at(-1)!;
    /** How much worse the mean of k nets is than weight scaling, net by net. */
    const behind = (k: number) =>
      spread(
        outcomes.map(({ result }) => spread(result.mean.find((one) => one.k === k)!.errors).mean - result.scaling),
      );
    const chance = ({ mean, sd, count }: Spread) => count < 2 || Math.abs(mean) <= sd / Math.sqrt(count);
    const asGood = (gap: Spread, sd: number): Verdict =>
      gap.mean <= sd ? "comes out" : chance(gap) ? "too close" : "does not come out";
    const [atFifty, atLast] = [behind(fifty.k), behind(last.k)];
    const against = (one: typeof last, gap: Spread) =>
      `k = ${one.k}: ${tell(one)} %, weight scaling ${scaling.mean.toFixed(2)} %; net by net it is behind by ${tell(gap)} points`;
    const first = means[0]!;
    return {
      name: "averaging",
      title: "Monte-Carlo averaging against weight scaling (fig. 11)",
      text: `k of ${outcomes[0]!.parameters.nets} thinned nets, drawn ${outcomes[0]!.parameters.draws} times; the standard deviation is over these draws, of one trained net. Answers are the mean of probabilities. Two hidden layers; p, the share that is retained, is .5, and .8 of the inputs.`,
      charts: [
        {
          title: "Test error (%) by the number of thinned nets",
          markup: drawLines(
            "Test error of the mean of k thinned nets, and of weight scaling",
            [
              ...means.map(({ k, mean, sd }) => ({ series: "mean of k nets", x: k, y: mean, sd })),
              ...means.map(({ k }) => ({ series: "weight scaling", x: k, y: scaling.mean, sd: 0 })),
            ],
            { x: "k, thinned nets", y: "test error (%)", logarithmic: true },
          ),
        },
      ],
      table: {
        head: ["k", "mean of k nets: test error (%)"],
        rows: [...means.map((one) => [String(one.k), tell(one)]), ["weight scaling", scaling.mean.toFixed(2)]],
      },
      findings: [
        {
          claim: "One thinned net alone is clearly worse than weight scaling.",
          verdict:
            first.mean - first.sd > scaling.mean
              ? "comes out"
              : chance(behind(first.k))
                ? "too close"
                : "does not come out",
          measured: `k = ${first.k}: ${tell(first)} %, weight scaling ${scaling.mean.toFixed(2)} %`,
        },
        {
          claim: "About 50 nets do as well as weight scaling, within one standard deviation.",
          verdict: asGood(atFifty, fifty.sd),
          measured: against(fifty, atFifty),
        },
        {
          claim: "With more of them the mean is slightly better, but within one standard deviation.",
          verdict:
            atLast.mean < 0 && -atLast.mean <= last.sd
              ? "comes out"
              : chance(atLast)
                ? "too close"
                : "does not come out",
          measured: against(last, atLast),
        },
      ],
    };
  },
});

function probabilities(scores: Tensor): ArrayLike<number> {
  return F.softmax(scores, { dim: 1 }).toTypedArray();
}

/** k of n, without repetition. */
function subset(n: number, k: number, generator: Generator): number[] {
  return scope(() => [...randperm(n, { generator }).toTypedArray()].slice(0, k));
}

function countWrong(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const classes = scores.length / labels.length;
  let wrong = 0;
  for (let row = 0; row < labels.length; row++) {
    let best = 0;
    for (let at = 1; at < classes; at++) if (scores[row * classes + at]! > scores[row * classes + best]!) best = at;
    if (best !== labels[row]) wrong += 1;
  }
  return wrong;
}
