// Stars of shapes, as in (*, m) → (*): Markdown takes two of them for emphasis, so they are escaped on the API's pages. Code keeps its own.

/** A fenced block, or code within a line, or a star that stands for dimensions. */
const codeOrStar = /^( *)```[\s\S]*?^\1```|`[^`\n]*`|(?<=[(,] ?)\*(?=[,)])/gm;

/** The page, with a backslash before each star that stands in a shape. */
export function withStars(markdown: string): string {
  return markdown.replace(codeOrStar, (found) => (found === "*" ? "\\*" : found));
}
