// Figure 9: the effect of p, the share that is retained, where the number n of units stays, and where pn does.

import { drawLines } from "../report/charts.js";
import { bySetting, compare, type Finding, spread, tell, type Verdict, whether } from "../report/section.js";
import { type BudgetName, experiment, type Outcome, type Section } from "./experiment.js";
import { costOf, type MlpParameters, type MlpResult, plainMlp, runMlp } from "./mlp.js";

type Rated = Outcome<MlpParameters, MlpResult>;

const maxNorm = 3;
const retainInput = 0.8;

function settingsOf(shares: readonly number[], budget: BudgetName, hiddenOf: (share: number) => readonly number[]) {
  return shares.map((retain) => {
    const parameters = { ...plainMlp(budget, hiddenOf(retain)), retain, retainInput, maxNorm };
    return { name: `p = ${retain}`, parameters, cost: costOf(parameters) };
  });
}

/** Errors at each p, in its order. */
function ratesOf(outcomes: readonly Rated[]) {
  return [...bySetting(outcomes).values()]
    .map((group) => ({
      share: group[0]!.parameters.retain,
      hidden: group[0]!.parameters.hidden,
      test: spread(group.map(({ result }) => result.test)),
      train: spread(group.map(({ result }) => result.train)),
    }))
    .sort((a, b) => a.share - b.share);
}

type Rates = ReturnType<typeof ratesOf>;

function sectionOf(
  name: string,
  title: string,
  text: string,
  rates: Rates,
  band: readonly [number, number],
  findings: readonly Finding[],
): Section {
  const points = rates.flatMap(({ share, test, train }) => [
    { series: "test", x: share, y: test.mean, sd: test.sd },
    { series: "training", x: share, y: train.mean, sd: train.sd },
  ]);
  return {
    name,
    title,
    text: `${text} p is the share that is retained, of hidden units; of inputs it is ${retainInput} throughout, so that p = 1 still has noise on the inputs. Max-norm ${maxNorm}. Shaded: where the paper's curve is flat or lowest.`,
    charts: [
      {
        title: "Error (%) by the share of units retained",
        markup: drawLines(title, points, { x: "p, retained", y: "error (%)", band, zero: true }),
      },
    ],
    table: {
      head: ["p, retained", "hidden units", "test error (%)", "training error (%)"],
      rows: rates.map(({ share, hidden, test, train }) => [String(share), hidden.join(", "), tell(test), tell(train)]),
    },
    findings,
  };
}

/** The lowest error first. */
const byError = (rates: Rates): Rates => [...rates].sort((a, b) => a.test.mean - b.test.mean);

const told = (rates: Rates) => rates.map(({ share, test }) => `p ${share}: ${tell(test)}`).join("; ");

export const fixedUnits = experiment<MlpParameters, MlpResult>({
  name: "p-fixed-n",
  title: "The effect of p, n fixed (fig. 9a)",
  about: "test error by the share of units retained, the net staying as wide",
  data: "mnist",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) =>
    settingsOf(
      budget === "trial"
        ? [0.2, 0.5, 1]
        : budget === "quick"
          ? [0.2, 0.4, 0.6, 0.8, 1]
          : [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      budget,
      () => (budget === "quick" ? [1024, 1024, 1024] : [2048, 2048, 2048]),
    ),
  run: runMlp,
  report: (outcomes) => {
    const rates = ratesOf(outcomes);
    const inside = byError(rates.filter(({ share }) => share >= 0.4 && share <= 0.8));
    const outside = byError(rates.filter(({ share }) => share < 0.4));
    const findings: Finding[] = [];
    if (inside.length > 1 && outside.length > 0) {
      const [low, high, worst] = [inside[0]!.test, inside.at(-1)!.test, outside.at(-1)!.test];
      const [width, rise] = [high.mean - low.mean, worst.mean - low.mean];
      const rises = compare(low, worst);
      findings.push({
        claim: "The curve is flat for .4 ≤ p ≤ .8, and rises for small p.",
        verdict: rises === "comes out" ? whether(width < rise / 3) : rises,
        measured: `between .4 and .8 it varies by ${width.toFixed(2)} points; below it rises by ${rise.toFixed(2)}, and flat is less than a third of that: ${told(rates)}`,
      });
    }
    const last = rates.at(-1)!;
    if (inside.length > 0 && last.share === 1) {
      const best = inside[0]!;
      findings.push({
        claim: "Retaining all units, p = 1, is worse than the best p in between.",
        verdict: compare(best.test, last.test),
        measured: `lowest in between at p = ${best.share}: ${tell(best.test)} %; p = 1: ${tell(last.test)} %`,
      });
    }
    return sectionOf(
      "p-fixed-n",
      "The effect of p, n fixed (fig. 9a)",
      "The paper's net is 784-2048-2048-2048-10.",
      rates,
      [0.4, 0.8],
      findings,
    );
  },
});

/** Whether the lowest error is about p = .6, by more than the standard error from what is lowest elsewhere; null where either is missing. */
function about(rates: Rates): Verdict | null {
  const isThere = ({ share }: Rates[number]) => share >= 0.5 && share <= 0.7;
  const [there] = byError(rates.filter(isThere));
  const [elsewhere] = byError(rates.filter((rate) => !isThere(rate)));
  return there === undefined || elsewhere === undefined ? null : compare(there.test, elsewhere.test);
}

export const fixedProduct = experiment<MlpParameters, MlpResult>({
  name: "p-fixed-pn",
  title: "The effect of p, pn fixed (fig. 9b)",
  about: "the same, the net being as much wider as fewer units are retained",
  data: "mnist",
  seeds: { trial: 1, quick: 2, paper: 3 },
  settings: (budget) =>
    settingsOf(
      { trial: [0.5, 1], quick: [0.4, 0.6, 0.8, 1], paper: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] }[budget],
      budget,
      (share) => [256, 256, 512].map((units) => units / share),
    ),
  run: runMlp,
  report: (outcomes) => {
    const rates = ratesOf(outcomes);
    const lowest = byError(rates)[0]!;
    const last = rates.at(-1)!;
    const verdict = about(rates);
    // Whichever net is the best: that the narrow one is must be told too.
    const [wider] = byError(rates.filter(({ share }) => share < 1));
    return sectionOf(
      "p-fixed-pn",
      "The effect of p, pn fixed (fig. 9b)",
      "The units retained on average are as many at every p; the paper's are 256, 256 and 512.",
      rates,
      [0.5, 0.7],
      [
        ...(verdict === null
          ? []
          : [
              {
                claim: "The error is lowest about p = .6.",
                verdict,
                measured: `lowest at p = ${lowest.share}: ${told(rates)}`,
              },
            ]),
        ...(last.share === 1 && wider !== undefined
          ? [
              {
                claim: "Dropout in a wider net is better than the narrow net that retains all.",
                verdict: compare(wider.test, last.test),
                measured: `p = ${wider.share}: ${tell(wider.test)} %; p = 1: ${tell(last.test)} %`,
              },
            ]
          : []),
      ],
    );
  },
});
