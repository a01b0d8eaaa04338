// Cuts work into parts, by its size alone: what is computed, and in which order numbers are added, must not depend on how
// many threads there are.

/** Parts of a whole that has no natural ones: several a thread, so that one who is kept from its core delays little. */
export const mostParts = 16;
/** Parts that need not be added up, and cost little: smaller ones, so that threads end together. */
export const mostSpread = 32;

/** Cuts 0 … total into at most `count` equal ranges that begin at multiples of `unit`; none of them is empty. */
export function split(total: number, count: number, unit = 1): (readonly [begin: number, end: number])[] {
  const units = Math.ceil(total / unit);
  const parts = Math.max(1, Math.min(count, units));
  const ranges: (readonly [number, number])[] = [];
  let begin = 0;
  // A loop, since this runs before every job.
  for (let part = 1; part <= parts; part += 1) {
    const end = Math.min(total, Math.floor((part * units) / parts) * unit);
    ranges.push([begin, end]);
    begin = end;
  }
  return ranges;
}
