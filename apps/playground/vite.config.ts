// How the page is built and served. The headers isolate it from other origins, without which a browser gives its workers no threads.

import { defaultClientConditions, defineConfig } from "vite";

const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  // So that another page that is isolated may hold it in a frame.
  "Cross-Origin-Resource-Policy": "cross-origin",
};

export default defineConfig(({ command }) => ({
  // Relative, so that the files can lie in any folder of any host.
  base: "./",
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: { target: "es2022", sourcemap: false, modulePreload: { polyfill: false } },
  worker: { format: "es" },
  server: { headers },
  preview: { headers, port: 4173 },
  // While it is worked on, packages are their sources; what is built takes what they build.
  ...(command === "serve" ? { resolve: { conditions: ["@bernoulli/source", ...defaultClientConditions] } } : {}),
}));
