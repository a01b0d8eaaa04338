// The parts of a Markdown text that are no code.

/** Applies `change` to each stretch of lines that stands in no fenced block. */
export function outsideFences(text: string, change: (stretch: string) => string): string {
  return partsOf(text)
    .map(({ lines, isCode }) => (isCode ? lines.join("\n") : change(lines.join("\n"))))
    .join("\n");
}

/** The text without its fenced blocks. */
export function withoutFences(text: string): string {
  return partsOf(text)
    .flatMap(({ lines, isCode }) => (isCode ? [] : lines))
    .join("\n");
}

interface Part {
  readonly lines: string[];
  readonly isCode: boolean;
}

/** A block ends at a fence as long as the one that it began with: in one of four backticks there may be others of three. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let fence: string | null = null;
  const put = (line: string, isCode: boolean, isNew: boolean): void => {
    const last = parts.at(-1);
    if (last === undefined || isNew || last.isCode !== isCode) parts.push({ lines: [line], isCode });
    else last.lines.push(line);
  };
  for (const line of text.split("\n")) {
    const mark = /^\s*(`{3,})/.exec(line)?.[1];
    const opens = fence === null && mark !== undefined;
    put(line, fence !== null || opens, opens);
    if (opens) fence = mark;
    else if (fence !== null && mark !== undefined && mark.length >= fence.length && line.trim() === mark) fence = null;
  }
  return parts;
}
