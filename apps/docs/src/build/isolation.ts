// What lets a page share memory with its workers, so that there are threads. A host that does not send these gets one thread.

export const isolation: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
