// §9.1: dropout on the inputs of linear regression is, in expectation, ridge regression with Γ = diag(XᵀX)^½. An exact test: the mean over
// many masks against the closed form, the loss as well as the weights that minimise it. nn.Dropout draws the masks.

import { setTimeout as sleep } from "node:timers/promises";
import {
  F,
  Generator,
  matmul,
  noGrad,
  rand,
  randn,
  scope,
  type Tensor,
  tensor as tensorOf,
  withGenerator,
} from "bernoulli";
import { drawRows } from "../report/charts.js";
import { bySetting, spread, type Verdict } from "../report/section.js";
import { experiment } from "./experiment.js";

interface Linear {
  /** The paper's p: the share of inputs that is retained. */
  readonly retain: number;
  readonly rows: number;
  readonly columns: number;
  readonly draws: number;
}

interface Identity {
  /** The mean of ‖y − (R∗X/p)w‖² over the masks R, and ‖y − Xw‖² + (1 − p)/p ‖Γw‖². */
  readonly loss: { readonly sampled: number; readonly exact: number };
  /** ‖w − ridge‖ / ‖ridge‖ of the weights that minimise the mean. */
  readonly weights: number;
  readonly ridge: readonly number[];
  readonly minimiser: readonly number[];
}

/** Masks drawn at once. */
const chunk = 5000;
/** What the identity is to hold to, relative, over a million draws. */
const wanted = 1e-3;

/** Over fewer draws chance alone is as much more as their root is less. */
function holds(apart: number, draws: number): Verdict {
  if (apart < wanted) return "comes out";
  return apart < wanted * Math.sqrt(Math.max(1, 1e6 / draws)) ? "too close" : "does not come out";
}

export const linear = experiment<Linear, Identity>({
  name: "linear",
  title: "Dropout on linear regression is ridge regression (§9.1)",
  about: "the mean loss over masks, and its minimiser, against the closed form",
  data: null,
  seeds: { trial: 1, quick: 2, paper: 5 },
  settings: (budget) =>
    [0.8, 0.5].map((retain) => {
      const parameters = { retain, rows: 64, columns: 5, draws: budget === "trial" ? 20_000 : 1_000_000 };
      return {
        name: `p = ${retain}`,
        parameters,
        // Drawing a mask's value takes about as long as five hundred multiplications.
        cost: (parameters.draws * parameters.rows * parameters.columns * 500) / 1e6,
      };
    }),
  run: async ({ retain, rows, columns, draws }, { seed, signal, share }) => {
    const generator = new Generator({ seed });
    const drop = (input: Tensor) => F.dropout(input, { p: 1 - retain, training: true });
    const problem = withGenerator(generator, () =>
      scope(() => {
        const [x, w] = [randn(rows, columns), rand(columns).sub(0.5)];
        const y = matmul(x, w).add(randn(rows).mul(0.3));
        return { x: x.toArray() as number[][], y: y.toArray() as number[] };
      }),
    );
    const { x, y } = problem;
    // The ridge's weights: (XᵀX + (1 − p)/p Γ²)⁻¹ Xᵀy.
    const lambda = (1 - retain) / retain;
    const gram = x[0]!.map((_, i) => x[0]!.map((_, j) => x.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
    const moment = x[0]!.map((_, i) => x.reduce((sum, row, at) => sum + row[i]! * y[at]!, 0));
    const ridge = solve(
      gram.map((row, i) => row.map((value, j) => (i === j ? value * (1 + lambda) : value))),
      moment,
    );
    // The loss is compared away from its minimum too: there both sides would agree to second order in any case.
    const at = ridge.map((weight) => weight + 0.1);
    const residual = x.reduce((sum, row, n) => sum + (y[n]! - dot(row, at)) ** 2, 0);
    const exact = residual + lambda * at.reduce((sum, weight, i) => sum + gram[i]![i]! * weight ** 2, 0);

    const sums = { loss: 0, gram: gram.map((row) => row.map(() => 0)), moment: moment.map(() => 0) };
    for (let done = 0; done < draws; done += chunk) {
      const count = Math.min(chunk, draws - done);
      withGenerator(generator, () =>
        scope(() =>
          noGrad(() => {
            const [inputs, target] = [tensorOf(x), tensorOf(y)];
            const masked = drop(inputs.expand(count, rows, columns).contiguous());
            const error = matmul(masked, tensorOf(at)).sub(target);
            sums.loss += error.square().sum([1]).mean().item() * count;
            // Rows one after another: their products' sums are those of all masks.
            const flat = masked.reshape(count * rows, columns);
            const products = matmul(flat.t(), flat).toArray() as number[][];
            for (const [i, row] of products.entries())
              for (const [j, value] of row.entries()) sums.gram[i]![j]! += value;
            const moments = matmul(masked.sum(0).t(), target).toArray() as number[];
            for (const [i, value] of moments.entries()) sums.moment[i]! += value;
          }),
        ),
      );
      share((done + count) / draws);
      await sleep(0);
      if (signal.aborted) return null;
    }
    const minimiser = solve(
      sums.gram.map((row) => row.map((value) => value / draws)),
      sums.moment.map((value) => value / draws),
    );
    const norm = (values: readonly number[]) => Math.sqrt(dot(values, values));
    return {
      loss: { sampled: sums.loss / draws, exact },
      weights: norm(minimiser.map((value, i) => value - ridge[i]!)) / norm(ridge),
      ridge,
      minimiser,
    };
  },
  report: (outcomes) => {
    const off = ({ loss }: Identity) => Math.abs(loss.sampled - loss.exact) / loss.exact;
    const worstLoss = Math.max(...outcomes.map(({ result }) => off(result)));
    const worstWeights = Math.max(...outcomes.map(({ result }) => result.weights));
    const { parameters } = outcomes[0]!;
    const draws = parameters.draws.toLocaleString("en");
    const rows = [...bySetting(outcomes)].map(([name, group]) => ({
      name,
      loss: spread(group.map(({ result }) => 1e4 * off(result))),
      weights: spread(group.map(({ result }) => 1e4 * result.weights)),
    }));
    return {
      name: "linear",
      title: "Dropout on linear regression is ridge regression (§9.1)",
      text: `${draws} masks over inputs of ${outcomes[0]!.parameters.rows} rows and ${outcomes[0]!.parameters.columns} columns, survivors multiplied by 1/p. In expectation the loss is ‖y − Xw‖² + (1 − p)/p ‖Γw‖² with Γ = diag(XᵀX)^½; the sampled mean differs from it by what is left of chance.`,
      charts: [
        {
          title: "How far the sampled minimiser is from the ridge's weights",
          markup: drawRows(
            "Relative distance of the sampled minimiser from the ridge's weights",
            "relative distance, 10⁻⁴",
            rows.map(({ name, weights }) => ({ name, mean: weights.mean, sd: weights.sd, paper: 0 })),
          ),
        },
      ],
      table: {
        head: ["p, retained", "seed", "sampled loss", "closed form", "apart, relative", "weights apart, relative"],
        rows: outcomes.map(({ parameters, seed, result }) => [
          String(parameters.retain),
          String(seed),
          result.loss.sampled.toFixed(5),
          result.loss.exact.toFixed(5),
          off(result).toExponential(1),
          result.weights.toExponential(1),
        ]),
      },
      findings: [
        {
          claim: "The expected loss under dropout is the ridge's.",
          verdict: holds(worstLoss, parameters.draws),
          measured: `over ${draws} draws at most ${worstLoss.toExponential(1)} apart, relative; wanted are ${wanted}`,
        },
        {
          claim: "So is the minimiser.",
          verdict: holds(worstWeights, parameters.draws),
          measured: `at most ${worstWeights.toExponential(1)} apart, relative; wanted are ${wanted}`,
        },
      ],
    };
  },
});

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Solves Ax = b for a symmetric positive definite A, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row--) {
    const known = solution.reduce((sum, value, column) => sum + (column > row ? rows[row]![column]! * value : 0), 0);
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!;
  }
  return solution;
}
