// Charts as SVG: drawn by Observable Plot into a document that no browser has. What is drawn is each program's.

import { parseHTML } from "linkedom";

/** What Plot draws into: give it as its option `document`. */
export const document: Document = /* @__PURE__ */ makeDocument();

function makeDocument(): Document {
  return parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
}

/** The markup of a chart, with a name for those who do not see it. */
export function svg(title: string, element: Element): string {
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", title);
  return element.outerHTML;
}
