// Figure 10: the gain by dropout where there are few or many training images.

import { drawLines } from "../report/charts.js";
import { all, bySetting, compare, type Finding, notBetter, type Spread, spread, tell } from "../report/section.js";
import { experiment } from "./experiment.js";
import { batchSize, costOf, type MlpParameters, type MlpResult, paperDropout, plainMlp, runMlp, sizes } from "./mlp.js";

/** Steps are as many whatever the size: small sets are gone through more often, up to a bound. */
function epochsFor(samples: number, steps: number): number {
  return Math.max(1, Math.min(400, Math.round(steps / (samples / batchSize))));
}

export const dataSize = experiment<MlpParameters, MlpResult>({
  name: "data-size",
  title: "The size of the data (fig. 10)",
  about: "dropout and none on 100 to 50,000 training images",
  data: "mnist",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) => {
    const counts = {
      trial: [100, 300],
      quick: [100, 500, 1000, 4000],
      paper: [100, 500, 1000, 5000, 10_000, 50_000],
    }[budget];
    const { samples: most, epochs } = sizes[budget];
    const steps = (most / batchSize) * epochs;
    return counts.flatMap((samples) =>
      [true, false].map((drops) => {
        const parameters = {
          ...plainMlp(budget),
          ...(drops ? paperDropout : {}),
          maxNorm: drops ? 3 : null,
          samples,
          epochs: epochsFor(samples, steps),
        };
        return {
          name: `${samples.toLocaleString("en")}, ${drops ? "dropout" : "none"}`,
          parameters,
          cost: costOf(parameters),
        };
      }),
    );
  },
  run: runMlp,
  report: (outcomes) => {
    const groups = [...bySetting(outcomes).values()].map((group) => ({
      samples: group[0]!.parameters.samples,
      drops: group[0]!.parameters.retain < 1,
      test: spread(group.map(({ result }) => result.test)),
      // Both nets of a seed see the same images.
      errors: new Map(group.map(({ seed, result }) => [seed, result.test])),
    }));
    const counts = [...new Set(groups.map(({ samples }) => samples))].sort((a, b) => a - b);
    const at = (samples: number, drops: boolean) =>
      groups.find((group) => group.samples === samples && group.drops === drops)?.test;
    const both = counts.flatMap((samples) => {
      const [dropout, none] = [at(samples, true), at(samples, false)];
      return dropout === undefined || none === undefined ? [] : [{ samples, dropout, none }];
    });
    const few = both.filter(({ samples }) => samples <= 500);
    const many = both.filter(({ samples }) => samples >= 1000);
    const told = (parts: typeof both) =>
      parts
        .map(({ samples, dropout, none }) => `${samples.toLocaleString("en")}: ${tell(dropout)} against ${tell(none)}`)
        .join("; ");
    const relative = ({ dropout, none }: (typeof both)[number]) => (none.mean - dropout.mean) / none.mean;
    /** The share of errors that dropout adds, seed by seed: less than nothing where it takes some away. */
    const addedBy = ({ samples }: (typeof both)[number]): Spread => {
      const [dropout, none] = [true, false].map(
        (drops) => groups.find((group) => group.samples === samples && group.drops === drops)!.errors,
      ) as [Map<number, number>, Map<number, number>];
      const pairs = [...none].flatMap(([seed, error]) => {
        const other = dropout.get(seed);
        return other === undefined || error === 0 ? [] : [(other - error) / error];
      });
      return pairs.length === 0 ? { mean: Number.NaN, sd: 0, count: 0 } : spread(pairs);
    };
    const findings: Finding[] = [];
    if (few.length > 0) {
      findings.push({
        claim: "With 100 or 500 images dropout gains nothing.",
        verdict: all(few.map(({ dropout, none }) => notBetter(dropout, none))),
        measured: told(few),
      });
    }
    if (many.length > 0)
      findings.push({
        claim: "With more it does.",
        verdict: many.some(({ dropout, none }) => compare(dropout, none) === "comes out")
          ? "comes out"
          : many.every(({ dropout, none }) => compare(dropout, none) === "does not come out")
            ? "does not come out"
            : "too close",
        measured: told(many),
      });
    if (few.length > 0 && many.length > 1) {
      const best = [...both].sort((a, b) => relative(b) - relative(a))[0]!;
      const ends = [both[0]!, both.at(-1)!];
      const inside = both.slice(1, -1).sort((a, b) => relative(b) - relative(a))[0]!;
      findings.push({
        claim: "The gain is largest in between, and smaller again with the most images.",
        verdict: all(ends.map((end) => compare(addedBy(inside), addedBy(end)))),
        measured: `the largest share of errors that dropout takes away, ${(100 * relative(best)).toFixed(0)} %, is at ${best.samples.toLocaleString("en")} images`,
      });
    }
    return {
      name: "data-size",
      title: "The size of the data (fig. 10)",
      text: "Images are drawn from the training set by the seed, the same for both nets. Steps are as many for all sizes, but no more than 400 epochs; neither net is stopped early. Dropout has max-norm 3 beside it, as in the paper.",
      charts: [
        {
          title: "Test error (%) by the number of training images",
          markup: drawLines(
            "Test error by the number of training images, with dropout and without",
            groups.map(({ samples, drops, test }) => ({
              series: drops ? "dropout" : "none",
              x: samples,
              y: test.mean,
              sd: test.sd,
            })),
            { x: "training images", y: "test error (%)", logarithmic: true, zero: true },
          ),
        },
      ],
      table: {
        head: ["training images", "dropout: test error (%)", "none: test error (%)", "errors taken away (%)"],
        rows: counts.map((samples) => {
          const [dropout, none] = [at(samples, true), at(samples, false)];
          const pair = both.find((one) => one.samples === samples);
          return [
            samples.toLocaleString("en"),
            dropout === undefined ? "–" : tell(dropout),
            none === undefined ? "–" : tell(none),
            pair === undefined ? "–" : (100 * relative(pair)).toFixed(0),
          ];
        }),
      },
      findings,
    };
  },
});
