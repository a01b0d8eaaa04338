// What a study says on a terminal at its end: a line for each finding.

import { tally } from "./page.js";
import type { Report } from "./report.js";
import type { Verdict } from "./section.js";

const marks: { readonly [Kind in Verdict]: { readonly mark: string; readonly colour: number } } = {
  "comes out": { mark: "✓", colour: 32 },
  "does not come out": { mark: "✗", colour: 31 },
  "too close": { mark: "≈", colour: 33 },
};

export function conclusion({ notices, sections }: Report, inColour: boolean): string {
  const paint = (text: string, colour: number) => (inColour ? `\u001b[${colour}m${text}\u001b[0m` : text);
  return [
    ...sections.flatMap(({ title, findings }) => [
      "",
      paint(title, 1),
      ...findings.flatMap(({ claim, verdict, measured }) => [
        `  ${paint(marks[verdict].mark, marks[verdict].colour)} ${claim}`,
        `    ${measured}`,
      ]),
    ]),
    "",
    tally(sections),
    ...notices.map((notice) => paint(notice, 33)),
  ].join("\n");
}
