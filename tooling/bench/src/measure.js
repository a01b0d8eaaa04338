// Repeats a body and reports medians. Machines are noisy: the median of many short samples, with its spread, not a mean.

/** Milliseconds of each of `count` calls, after `warmup` calls that do not count. */
export function sample(body, { warmup, count }) {
  for (let at = 0; at < warmup; at++) body();
  return Array.from({ length: count }, () => {
    const start = performance.now();
    body();
    return performance.now() - start;
  });
}

/** Median and quartiles of a list of numbers. */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}
