// How the page is built and served. The headers isolate it from other origins, without which a browser gives its workers no threads.

import { defaultClientConditions, defineConfig } from "vite";

const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  // So that another page that is isolated may hold it in a frame.
  "Cross-Origin-Resource-Policy": "cross-origin",
};

export default defineConfig({
  // Relative, so that the files can lie in any folder of any host.
  base: "./",
  // Packages are their sources, so that nothing has to be built first.
  resolve: { conditions: ["@bernoulli/source", ...defaultClientConditions] },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // What the page carries of others lies beside it, and its foot leads there.
    license: { fileName: "third-party-licenses.txt" },
  },
  worker: { format: "es" },
  server: { headers },
  preview: { headers },
});
