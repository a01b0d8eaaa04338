// What a curve shows, in words, for those who do not see it.

/** `loss: from 1.2 to 0.31, 200 values`. */
export function curveText(name: string, values: readonly number[]): string {
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0) return name;
  const [first, last] = [known[0]!, known.at(-1)!];
  return `${name}: ${short(first)} → ${short(last)} (${known.length})`;
}

/** Three digits are what an eye reads off a curve. */
export const short = (value: number): string => String(Number(value.toPrecision(3)));
