// The lines of a Markdown text that are no code.

/** Applies `change` to the lines of a text that stand in no fenced block. */
export function outsideFences(text: string, change: (line: string) => string): string {
  let fence: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      const mark = /^\s*(`{3,})/.exec(line)?.[1];
      if (fence === null && mark !== undefined) fence = mark;
      else if (fence !== null && mark !== undefined && mark.length >= fence.length && line.trim() === mark)
        fence = null;
      else if (fence === null) return change(line);
      return line;
    })
    .join("\n");
}

/** The text without its fenced blocks. */
export function withoutFences(text: string): string {
  const kept: string[] = [];
  outsideFences(text, (line) => {
    if (!/^\s*`{3,}\s*$/.test(line)) kept.push(line);
    return line;
  });
  return kept.join("\n");
}
