// The report as Markdown: the page's tables and sentences, for a README or an issue. No charts.

import { markdownTable } from "@bernoulli/programs";
import type { Run } from "../run.js";
import { findings, gap, titles } from "./findings.js";
import { settings } from "./settings.js";
import { syntheticNotice } from "./terminal.js";

const percent = (share: number | undefined) => (100 * (share as number)).toFixed(1);

export function markdownReport(run: Run): string {
  const { results } = run;
  const tested = markdownTable(
    ["net", "test accuracy (%)", "clean training accuracy (%)", "gap (points)", "test loss"],
    results.map((result) => [
      titles[result.net],
      percent(result.test.accuracy),
      percent(result.history.at(-1)!.clean!["accuracy"]),
      gap(result).toFixed(1),
      result.test.loss.toFixed(3),
    ]),
  );
  const epochs = results.flatMap(({ net, history }) => [
    `## ${titles[net]}`,
    markdownTable(
      ["epoch", "loss, live", "training, live (%)", "training, clean (%)", "validation (%)", "samples/s"],
      history.map(({ epoch, live, clean, validation, samples, trainSeconds }) => [
        String(epoch),
        live["loss"]!.toFixed(3),
        percent(live["accuracy"]),
        percent(clean!["accuracy"]),
        percent(validation!["accuracy"]),
        String(Math.round(samples / trainSeconds)),
      ]),
    ),
  ]);
  const notice =
    run.options.source.name === "synthetic" ? [`\`\`\`\n${syntheticNotice(run.options.source)}\n\`\`\``] : [];
  return `${[
    "# A conv net with and without dropout",
    ...notice,
    ...(run.status === "interrupted"
      ? ["This run was interrupted; what follows is of the epochs that are complete."]
      : []),
    tested,
    findings(results).join("\n"),
    ...epochs,
    "## Settings",
    markdownTable(["", ""], settings(run)),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}
