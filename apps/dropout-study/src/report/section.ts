// What an experiment's part of the report is made of, and the arithmetic of verdicts. How it looks, page.ts and markdown.ts say.

/** `too close`: the difference is smaller than its standard error, so that this budget says nothing. */
export type Verdict = "comes out" | "does not come out" | "too close";

export interface Finding {
  /** What the paper says. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** What was measured, in numbers. */
  readonly measured: string;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Chart {
  readonly title: string;
  /** Markup: an SVG, or an img whose address holds the picture. */
  readonly markup: string;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  /** What was done, and where it differs from the paper. */
  readonly text: string;
  readonly charts: readonly Chart[];
  readonly table: Table;
  readonly findings: readonly Finding[];
}

/** Mean and standard deviation of a sample. */
export interface Spread {
  readonly mean: number;
  /** By n − 1; 0 of one value, of which nothing is known. */
  readonly sd: number;
  readonly count: number;
}

/** @param values at least one */
export function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0, count: values.length };
}

/** `1.35 ± 0.04`, or the mean alone of one value. */
export function tell({ mean, sd, count }: Spread, digits = 2): string {
  return count > 1 ? `${mean.toFixed(digits)} ± ${sd.toFixed(digits)}` : mean.toFixed(digits);
}

/** Whether `less` is below `more`, and by more than the standard error of the difference, which two seeds at least must show. */
export function compare(less: Spread, more: Spread): Verdict {
  if (less.count < 2 || more.count < 2) return "too close";
  const error = Math.sqrt(less.sd ** 2 / less.count + more.sd ** 2 / more.count);
  const difference = more.mean - less.mean;
  if (Math.abs(difference) <= error) return "too close";
  return difference > 0 ? "comes out" : "does not come out";
}

/** Whether `one` is not below `other` by more than the standard error: as good, or better. Two seeds at least must show it. */
export function notBetter(one: Spread, other: Spread): Verdict {
  if (one.count < 2 || other.count < 2) return "too close";
  return compare(one, other) === "comes out" ? "does not come out" : "comes out";
}

/** The verdict over several comparisons, all of which are to hold: the worst of them. */
export function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("does not come out")) return "does not come out";
  return verdicts.includes("too close") ? "too close" : "comes out";
}

export function whether(holds: boolean): Verdict {
  return holds ? "comes out" : "does not come out";
}

/** The outcomes of each setting, in the order in which settings come. */
export function bySetting<One extends { readonly setting: string }>(outcomes: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const outcome of outcomes) groups.set(outcome.setting, [...(groups.get(outcome.setting) ?? []), outcome]);
  return groups;
}
