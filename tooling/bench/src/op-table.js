// The results of ops as a Markdown table: milliseconds of a call, beside PyTorch's, beside the bar that the op's family has, and
// beside the roofline: what its bytes take at the rate at which the faster of both copies as many elements.

const milliseconds = (value) => (value === null ? "–" : value.toPrecision(3));
const fixed = (ratio) => (ratio === null ? "–" : ratio.toFixed(2));

/** Of a rate in 10⁹ elements a second. */
const timeOf = (rate, count) => (rate === null ? null : (1000 * count) / (rate.median * 1e9));

/** `results` are compare.js's, of ops alone, copies among them; `own` and `peer` are names. */
export function opRows(results, own, peer) {
  const bandwidths = {};
  for (const { op, rates } of results)
    if (op.name === "copy")
      bandwidths[op.count] = Math.max(...[own, peer].map((name) => (rates[name]?.median ?? 0) * op.bytes));
  return results.map(({ op: { family, name, count, bytes, bar }, rates }) => {
    const [ours, theirs] = [timeOf(rates[own], count), timeOf(rates[peer] ?? null, count)];
    const least = bandwidths[count] ? (bytes * count) / (bandwidths[count] * 1e6) : null;
    const ratio = theirs === null || ours === null ? null : ours / theirs;
    return { family, name, count, ours, theirs, ratio, bar, least, isWithin: ratio === null ? null : ratio <= bar };
  });
}

export function opTable(rows, own, peer) {
  const header = ["family", "op", "elements", `${own}, ms`, `${peer}, ms`, "ratio", "bar", "", "roofline, ms", "to it"];
  const cells = rows.map(({ family, name, count, ours, theirs, ratio, bar, least, isWithin }) => [
    family,
    name,
    `2^${Math.log2(count)}`,
    milliseconds(ours),
    milliseconds(theirs),
    fixed(ratio),
    bar,
    isWithin === false ? "over" : "",
    milliseconds(least),
    fixed(ours === null || least === null ? null : ours / least),
  ]);
  const line = (row) => `| ${row.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...cells.map(line)].join("\n");
}
