// What the site's search looks through: the words of pages, without their code.

import type { MarkdownEnv } from "vitepress";
import { withoutFences } from "./outside-fences.js";

/** While somebody writes, the pages that are made are left out: there are many, and each start would wait for them. */
const isWriting = !process.argv.includes("build");

interface Renderer {
  render(text: string, env: MarkdownEnv): string;
}

/** The HTML of a page of which the index is made; none of one that is left out. */
export function searchedText(text: string, env: MarkdownEnv, markdown: Renderer): string {
  if (isWriting && /^(api|docs)\//.test(env.relativePath)) return "";
  return markdown.render(withoutFences(text), env);
}
