// Puts a Run button to the blocks of TypeScript that run in a page, and a word to those that run in Node alone; those that are not
// run, which the documents indent, look like the others.

import type { MarkdownRenderer } from "vitepress";
import { kindOf } from "../run/module-names.js";
import { prepare } from "../run/prepare.js";

/** A plugin of markdown-it: wraps each fenced `ts` block in a component of the theme, and shows an indented one as a fenced one. */
export function runnableFences(markdown: MarkdownRenderer): void {
  const plain = markdown.renderer.rules.fence!;
  markdown.renderer.rules.fence = (tokens, at, options, env, self) => {
    const html = plain(tokens, at, options, env, self);
    const { info, content } = tokens[at]!;
    if (!/^(ts|typescript)$/.test(info.trim())) return html;
    const kind = kindOf(content);
    if (kind === "fragment") return html;
    if (kind === "node") return `<NodeBlock>${html}</NodeBlock>\n`;
    const program = markdown.utils.escapeHtml(JSON.stringify(prepare(content)));
    return `<RunBlock program="${program}">${html}</RunBlock>\n`;
  };
  // VitePress leaves them without its frame, colours and scrolling, so that a long line widens the page.
  markdown.renderer.rules.code_block = (tokens, at, options, env, self) => {
    tokens[at]!.info = "ts";
    return plain(tokens, at, options, env, self);
  };
}
