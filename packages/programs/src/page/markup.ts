// The markup that reports share: a page that needs nothing else, no script and no network, and what stands in it.

import { style } from "./style.js";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it is to be read. */
export function escapeText(value: string): string {
  return value.replace(/[&<>"]/g, (character) => escapes[character]!);
}

/** A share as a text, such as 70.8 %. */
export function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)}\u00a0%`;
}

/** A figure with its caption. `content` is markup. */
export function figure(caption: string, content: string): string {
  return `<figure><figcaption>${escapeText(caption)}</figcaption>${content}</figure>`;
}

/** A whole page. `body` is markup, `rules` are added to the style sheet. */
export function pageOf(title: string, body: string, rules = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>${style}${rules}</style>
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
