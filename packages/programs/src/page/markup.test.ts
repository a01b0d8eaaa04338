// A report's page needs nothing else, and shows text as text.

import * as Plot from "@observablehq/plot";
import { expect, it } from "vitest";
import { document, svg } from "./charts.js";
import { escapeText, figure, pageOf, percent } from "./markup.js";
import { dataAddress } from "./pictures.js";
import { markdownTable } from "./table.js";

it("text is text, in captions and titles too", () => {
  expect(escapeText(`<b title="&">`)).toBe("&lt;b title=&quot;&amp;&quot;&gt;");
  expect(figure("<b>", "<svg></svg>")).toBe("<figure><figcaption>&lt;b&gt;</figcaption><svg></svg></figure>");
  const page = pageOf("A <page>", "<p>body</p>", ".own { color: red; }");
  expect(page).toContain("<title>A &lt;page&gt;</title>");
  expect(page).toContain(".own { color: red; }</style>");
  expect(page).not.toMatch(/<script|https?:|<page>/);
});

it("charts have a name for those who do not see them", () => {
  const chart = svg("Error by p", Plot.plot({ document, marks: [Plot.dot([[1, 2]])] }));
  for (const attribute of [/^<svg[^>]* role="img"/, /^<svg[^>]* aria-label="Error by p"/])
    expect(chart).toMatch(attribute);
});

it("pictures are PNGs of grey or colours", async () => {
  const { decode } = await import("fast-png");
  const read = (address: string) => decode(Buffer.from(address.replace("data:image/png;base64,", ""), "base64"));
  expect([...read(dataAddress(Uint8Array.of(1, 2, 3, 4), 2, 2, 1)).data]).toEqual([1, 2, 3, 4]);
  expect(read(dataAddress(Uint8Array.of(1, 2, 3, 4, 5, 6), 2, 1))).toMatchObject({ width: 2, height: 1, channels: 3 });
});

it("tables and shares", () => {
  expect(markdownTable(["a", "b"], [["1|2", "3"]])).toBe("| a | b |\n| --- | --- |\n| 1\\|2 | 3 |");
  expect(percent(0.7083)).toBe("70.8\u00a0%");
});
