// The report as one page, and as Markdown for a repository: the same tables and verdicts, charts on the page alone.

import { escapeText, figure, markdownTable, pageOf } from "@bernoulli/programs";
import type { Report } from "./report.js";
import type { Finding, Section, Table, Verdict } from "./section.js";

const words: { readonly [Kind in Verdict]: string } = {
  "comes out": "✓ comes out",
  "does not come out": "✗ does not come out at this budget",
  "too close": "≈ too close to call at this budget",
};

const classes: { readonly [Kind in Verdict]: string } = {
  "comes out": "holds",
  "does not come out": "fails",
  "too close": "open",
};

const rules = `
:root { --third: #2f855a; --fourth: #805ad5; --fifth: #b83280; --holds: #2f855a; --fails: #c53030; --open: #b7791f; }
@media (prefers-color-scheme: dark) { :root { --third: #68d391; --fourth: #b794f4; --fifth: #f687b3; --holds: #68d391; --fails: #fc8181; --open: #d9a441; } }
.findings { margin: 12px 0; padding: 0; list-style: none; max-width: 90ch; }
.findings li { margin: 0 0 8px; padding: 8px 12px; background: var(--panel); border: 1px solid var(--line); border-left: 4px solid var(--verdict); border-radius: 8px; }
.findings strong { display: block; color: var(--verdict); }
.holds { --verdict: var(--holds); } .fails { --verdict: var(--fails); } .open { --verdict: var(--open); }
.charts { margin: 12px 0; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 560px)); }
a { color: inherit; }
figure .legend { margin: 6px 0 0; font-size: .85rem; }
`;

/** What a report finds, counted: `14 findings of the paper come out, 3 do not …`. */
export function tally(sections: readonly Section[]): string {
  const found = sections.flatMap(({ findings }) => findings);
  const count = (verdict: Verdict) => found.filter((finding) => finding.verdict === verdict).length;
  return `Of ${found.length} findings ${count("comes out")} come out, ${count("does not come out")} do not, and ${count("too close")} are too close to call at this budget.`;
}

export function reportPage({ title, notices, sections, settings }: Report): string {
  return pageOf(
    title,
    [
      `<p class="quiet">${settings
        .slice(0, 3)
        .map(([name, value]) => `${escapeText(name)}: ${escapeText(value)}`)
        .join(" · ")}</p>`,
      ...notices.map((notice) => `<p class="notice">${escapeText(notice)}</p>`),
      `<p>${escapeText(tally(sections))} A difference counts where it is larger than its standard error; ± is the standard deviation over seeds.</p>`,
      summary(sections),
      ...sections.map(sectionMarkup),
      "<h2>How it was made</h2>",
      `<div class="scroll"><table>${settings.map(([name, value]) => `<tr><th scope="row">${escapeText(name)}</th><td>${escapeText(value)}</td></tr>`).join("")}</table></div>`,
    ].join("\n"),
    rules,
  );
}

function summary(sections: readonly Section[]): string {
  const rows = sections.flatMap(({ name, title, findings }) =>
    findings.map(
      ({ claim, verdict }) =>
        `<tr><td><a href="#${escapeText(name)}">${escapeText(title)}</a></td><td>${escapeText(claim)}</td><td class="${classes[verdict]}"><span style="color: var(--verdict)">${words[verdict]}</span></td></tr>`,
    ),
  );
  return `<div class="scroll"><table><tr><th scope="col">experiment</th><th scope="col">the paper's finding</th><th scope="col">here</th></tr>${rows.join("")}</table></div>`;
}

function sectionMarkup({ name, title, text, charts, table, findings }: Section): string {
  return [
    `<h2 id="${escapeText(name)}">${escapeText(title)}</h2>`,
    `<p class="quiet">${escapeText(text)}</p>`,
    `<ul class="findings">${findings.map(findingMarkup).join("")}</ul>`,
    `<div class="charts wide">${charts.map((chart) => figure(chart.title, chart.markup)).join("")}</div>`,
    tableMarkup(table),
  ].join("\n");
}

function findingMarkup({ claim, verdict, measured }: Finding): string {
  return `<li class="${classes[verdict]}"><strong>${words[verdict]}</strong>${escapeText(claim)} <span class="quiet">${escapeText(measured)}</span></li>`;
}

function tableMarkup({ head, rows }: Table): string {
  const cells = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        at === 0 ? `<th scope="row">${escapeText(cell)}</th>` : `<td class="number">${escapeText(cell)}</td>`,
      )
      .join("");
  const top = head
    .map((cell, at) => `<th scope="col"${at === 0 ? "" : ' class="number"'}>${escapeText(cell)}</th>`)
    .join("");
  return `<div class="scroll"><table><tr>${top}</tr>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table></div>`;
}

export function markdownReport({ title, notices, sections, settings }: Report): string {
  return `${[
    `# ${title}`,
    ...notices.map((notice) => `**${notice}**`),
    `${tally(sections)} A difference counts where it is larger than its standard error; ± is the standard deviation over seeds.`,
    ...sections.flatMap(({ title: heading, text, table, findings }) => [
      `## ${heading}`,
      text,
      markdownTable(table.head, table.rows),
      findings.map(({ claim, verdict, measured }) => `- **${words[verdict]}**: ${claim} ${measured}`).join("\n"),
    ]),
    "## How it was made",
    markdownTable(
      ["", ""],
      settings.map(([name, value]) => [name, value]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}
