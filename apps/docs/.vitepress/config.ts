// The site: its pages, navigation and languages. The documents of the repository are copied in, and the API is made from the docstrings, before it is built.

import { defineConfig } from "vitepress";
import { apiPages, hasApi } from "../src/build/api.js";
import { list as carriedList, collectCarried, writeCarried } from "../src/build/carried.js";
import { writeContent } from "../src/build/content.js";
import { runnableFences } from "../src/build/fences.js";
import { isolation } from "../src/build/isolation.js";
import { brokenLinks } from "../src/build/links.js";
import { english, korean, koreanSearch } from "../src/build/navigation.js";
import { addPlayground } from "../src/build/playground.js";
import { searchedText } from "../src/build/searched-text.js";

/** Where the site will stand on its host, as `/` or `/bernoulli/`. */
const base = process.env["BERNOULLI_SITE_BASE"] ?? "/";

export default async () => {
  const isListing = carriedList !== undefined;
  // Whose list is asked for that knows the packages; and they need not have been built.
  const external = isListing ? [/^(@bernoulli\/|bernoulli$)/] : [];
  if (!isListing) writeContent();
  const groups = await apiPages();
  return defineConfig({
    base,
    srcDir: "pages",
    srcExclude: isListing ? ["!(index).md", "*/**"] : ["parts/**", "docs/parts/**", ...(hasApi ? [] : ["api/**"])],
    ignoreDeadLinks: isListing || [/^\/playground\//, ...(hasApi ? [] : [/\/api\//])],
    outDir: "dist",
    cacheDir: ".vitepress/cache",
    title: "Bernoulli",
    description: "PyTorch's training semantics in TypeScript, in Node and in the browser; dropout is the heart.",
    lang: "en",
    lastUpdated: false,
    head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}icon.svg` }]],
    markdown: {
      config: runnableFences,
      theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    },
    locales: {
      root: { label: "English", lang: "en", themeConfig: english(groups, base) },
      ko: { label: "한국어", lang: "ko", ...korean(base) },
    },
    themeConfig: {
      search: {
        provider: "local",
        options: { _render: searchedText, locales: { ko: { translations: koreanSearch } } },
      },
      outline: [2, 3],
    },
    buildEnd({ outDir }) {
      if (isListing) return writeCarried();
      addPlayground(outDir);
      const broken = brokenLinks(outDir, base, hasApi ? [] : ["api/"]);
      if (broken.length > 0) throw new Error(`links of the site are broken:\n${broken.join("\n")}`);
    },
    vite: {
      plugins: [
        collectCarried(),
        {
          name: "isolated",
          // With the pages too, which VitePress serves by itself.
          configureServer({ middlewares }) {
            middlewares.use((_request, response, next) => {
              for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
              next();
            });
          },
        },
      ],
      worker: { format: "es", plugins: () => [collectCarried()], rollupOptions: { external } },
      build: {
        target: "es2022",
        chunkSizeWarningLimit: 1500,
        minify: isListing ? false : "esbuild",
        rollupOptions: { external },
      },
      // Vite 5's own targets are older than what the esbuild of this repository still serves.
      esbuild: { target: "es2022" },
      optimizeDeps: { esbuildOptions: { target: "es2022" } },
    },
  });
};
