// Which links of built pages are broken.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { brokenLinks } from "./links.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function site(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "bernoulli-links-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

it("links that lead somewhere are not told", () => {
  const folder = site({
    "index.html":
      '<a href="/b/guide/a.html#two">a</a><a href="guide/a">b</a><a href="https://example.org/x">c</a><a href="#here">d</a><p id="here">',
    "guide/a.html":
      '<h2 id="two">2</h2><a href="/b/">home</a><a href="../index.html#here">e</a><img src="/b/x.png"><a href="/b/other/x">f</a>',
    "x.png": "",
  });
  expect(brokenLinks(folder, "/b/", ["other/"])).toEqual([]);
});

it("a file, a fragment, or the base that is wrong is", () => {
  const folder = site({
    "index.html": '<a href="/b/gone.html">a</a><a href="/b/a.html#gone">b</a><a href="/a.html">c</a>',
    "a.html": "<h1 id='x'>",
  });
  expect(brokenLinks(folder, "/b/")).toEqual([
    "index.html: /b/gone.html is not there",
    'index.html: /b/a.html#gone: a.html has no element "gone"',
    "index.html: /a.html is outside of /b/",
  ]);
});
