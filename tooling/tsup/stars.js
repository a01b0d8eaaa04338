// Stars of shapes, as in (*, m) → (*): Markdown takes two of them for emphasis, so they are escaped, in published declarations and on the API's
// pages. Code keeps its own.

/** A fenced block, also within a comment of docs; or code within a line; or a star that stands for dimensions. */
const codeOrStar = /^([ *]*)```[\s\S]*?^\1```|`[^`\n]*`|(?<=[(,] ?)\*(?=[,)])/gm;

/** The Markdown, with a backslash before each star that stands in a shape. @param {string} markdown */
export function withStars(markdown) {
  return markdown.replace(codeOrStar, (found) => (found === "*" ? "\\*" : found));
}
