// The report of results made up by hand: verdicts, the paper's figures beside, and what must never be on a page.

import { describe, expect, it } from "vitest";
import { experiments } from "../experiments/index.js";
import { regularisers } from "../experiments/regularisers.js";
import { markdownReport, reportPage, tally } from "./page.js";
import type { Report } from "./report.js";
import { all, compare, spread, tell } from "./section.js";
import { conclusion } from "./terminal.js";

describe("a comparison", () => {
  it("counts where the difference is larger than its standard error", () => {
    const [low, high] = [spread([1, 1.2]), spread([2, 2.2])];
    expect([compare(low, high), compare(high, low)]).toEqual(["comes out", "does not come out"]);
    expect(compare(spread([1, 2]), spread([1.2, 2.2]))).toBe("too close");
    // Of one seed each nothing is known.
    expect(compare(spread([1]), spread([9]))).toBe("too close");
    expect(all(["comes out", "too close"])).toBe("too close");
    expect(all(["comes out", "too close", "does not come out"])).toBe("does not come out");
  });

  it("has means and standard deviations as people know them", () => {
    const { mean, sd } = spread([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(mean).toBe(5);
    expect(sd).toBeCloseTo(2.13809, 5);
    expect([tell(spread([1, 2])), tell(spread([1]))]).toEqual(["1.50 ± 0.71", "1.00"]);
  });
});

/** Outcomes of table 9 with these test errors for both seeds, a tenth apart. */
function table9(errors: Readonly<Record<string, number>>) {
  return regularisers.report(
    regularisers
      .settings("quick")
      .filter(({ name }) => name in errors)
      .flatMap(({ name, parameters }) =>
        [0, 1].map((seed) => ({
          setting: name,
          seed,
          parameters,
          result: { test: errors[name]! + 0.1 * seed, train: 0.5 },
        })),
      ),
    "quick",
  );
}

const asInThePaper = {
  none: 1.9,
  L2: 1.62,
  "L2 + L1 late": 1.6,
  "L2 + KL sparsity": 1.55,
  "max-norm": 1.35,
  "dropout + L2": 1.2,
  "dropout + max-norm": 1,
};

describe("table 9", () => {
  it("comes out where it does, and does not where it does not", () => {
    expect(table9(asInThePaper).findings.map(({ verdict }) => verdict)).toEqual([
      "comes out",
      "comes out",
      "comes out",
    ]);
    const otherwise = table9({ ...asInThePaper, L2: 0.8 });
    expect(otherwise.findings.map(({ verdict }) => verdict)).toEqual([
      "does not come out",
      "does not come out",
      "does not come out",
    ]);
    expect(table9({ L2: 1 }).findings).toEqual([]);
  });

  it("has the paper's figures beside ours", () => {
    const { table } = table9(asInThePaper);
    expect(table.rows.find(([name]) => name === "dropout + max-norm")).toEqual([
      "dropout + max-norm",
      "1.05 ± 0.07",
      "1.05",
      "0.50 ± 0.00",
    ]);
    expect(table.rows.find(([name]) => name === "none")![2]).toBe("–");
  });
});

const report: Report = {
  title: "A <study>",
  notices: ["Synthetic data: drawn shapes, not MNIST."],
  sections: [table9(asInThePaper), { ...table9({ ...asInThePaper, "max-norm": 3 }), name: "<b>", title: "Second" }],
  settings: [
    ["command", "study --quick"],
    ["budget", "quick"],
    ["data", "synthetic"],
  ],
};

describe("the page", () => {
  const page = reportPage(report);

  it("asks for nothing from elsewhere, runs nothing, and shows names as they are", () => {
    expect(page.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:/);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<b>");
    expect(page.match(/<svg/g)).toHaveLength(2);
  });

  it("says what does not come out, and what is drawn", () => {
    expect(page).toContain("✗ does not come out at this budget");
    expect(page).toContain("Synthetic data: drawn shapes, not MNIST.");
    expect(tally(report.sections)).toBe(
      "Of 6 findings 5 come out, 1 do not, and 0 are too close to call at this budget.",
    );
  });

  it("has its words in Markdown and on the terminal too", () => {
    const text = markdownReport(report);
    expect(text).toContain("| dropout + max-norm | 1.05 ± 0.07 | 1.05 | 0.50 ± 0.00 |");
    expect(text).toContain("- **✗ does not come out at this budget**: Max-norm alone is better than L2 alone.");
    expect(conclusion(report, false)).toContain("✗ Max-norm alone is better than L2 alone.");
    expect(conclusion(report, false)).not.toContain("\u001b");
    expect(conclusion(report, true)).toContain("\u001b[31m✗");
  });
});

it("every setting of every experiment and budget has a name of its own", () => {
  for (const { name, settings } of experiments)
    for (const budget of ["trial", "quick", "paper"] as const) {
      const names = settings(budget).map((setting) => setting.name);
      expect([name, budget, new Set(names).size]).toEqual([name, budget, names.length]);
      for (const { cost } of settings(budget)) expect(cost).toBeGreaterThan(0);
    }
});
