// Anchors of the API's pages: TypeDoc writes one at each heading that links lead to. A heading without one is counted by VitePress, which
// refuses a page where that takes a written one's name; so it gets a name of its own here.

/** A heading of Markdown: its marks, its words, and the anchor that it says, if any. */
const heading = /^(#+) (.+?)(?: \{#([^}]+)\})?$/gm;

/** The page, where no heading without an anchor is called as one that has it: such a one is numbered, as `parameters-of-1`. */
export function withSeparateAnchors(markdown: string): string {
  const written = new Set([...markdown.matchAll(heading)].flatMap(([, , , anchor]) => anchor ?? []));
  let numbered = 0;
  return markdown.replace(heading, (line, marks: string, words: string, anchor?: string) => {
    const name = words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    if (anchor !== undefined || !written.has(name)) return line;
    numbered += 1;
    return `${marks} ${words} {#${name}-of-${numbered}}`;
  });
}
