// Which files of others the pages of a build carry: code, styles, fonts. `pnpm notices` asks for the list, of a build of the front page alone, since
// the components of all pages are the theme's.

import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vitepress";

/** Where the list is wanted; undefined in any other build. */
export const list = process.env["BERNOULLI_SITE_CARRIED"];

const carried = new Set<string>();

/** Collects them, in workers too. */
export function collectCarried(): Plugin {
  let root = "";
  let isServer = false;
  return {
    name: "carried",
    configResolved(config) {
      root = config.root;
      isServer = Boolean(config.build.ssr);
    },
    generateBundle(_options, bundle) {
      if (isServer) return;
      for (const output of Object.values(bundle)) {
        const files =
          output.type === "asset"
            ? output.originalFileNames.map((file) => resolve(root, file))
            : Object.entries(output.modules)
                .filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css$|[?&]type=style/.test(id))
                .map(([id]) => id);
        for (const file of files) carried.add(file.replace(/\?.*$/, ""));
      }
    },
  };
}

/** Writes the list where it is wanted, less the modules that plugins make. */
export function writeCarried(): void {
  if (list !== undefined) writeFileSync(list, JSON.stringify([...carried].filter(isFile).sort()));
}

// Theirs begin with a null, as their makers agreed, or name no file.
const isFile = (id: string): boolean => !id.startsWith("\0") && existsSync(id);
