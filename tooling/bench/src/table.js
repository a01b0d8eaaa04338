// The results of a comparison as the Markdown table that docs/benchmark.md holds. Nothing is computed here.

const thousands = (value) => (value === null ? "–" : value.toLocaleString("en-US", { maximumSignificantDigits: 4 }));
const fixed = (ratio) => (ratio === null ? "–" : ratio.toFixed(2));

/**
 * A row a workload: what each peer did, the unit, this library's rate to each peer's, and to the fastest of PyTorch's settings with
 * that one's name. `names` are the peers', this library first.
 */
export function markdownTable(names, results) {
  const [, ...others] = names;
  const withTorch = results.some(({ fastestTorch }) => fastestTorch !== undefined);
  const header = [
    "workload",
    ...names,
    "unit",
    ...others.map((name) => `to ${name}`),
    ...(withTorch ? ["to PyTorch's fastest"] : []),
  ];
  const rows = results.map(({ workload, unit, rates, ratios, fastestTorch }) => [
    workload,
    ...names.map((name) => thousands(rates[name]?.median ?? null)),
    unit,
    ...others.map((name) => fixed(ratios[name])),
    ...(withTorch
      ? [fastestTorch ? `${fixed(fastestTorch.ratio)} (${fastestTorch.peer.replace("torch ", "")})` : "–"]
      : []),
  ]);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
