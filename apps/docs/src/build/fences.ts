// Puts a Run button to the blocks of TypeScript that run in a page, and a word to those that run in Node alone.

import type { MarkdownRenderer } from "vitepress";
import { kindOf } from "../run/module-names.js";
import { prepare } from "../run/prepare.js";

/** A plugin of markdown-it: wraps each fenced `ts` block in a component of the theme. */
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
}
