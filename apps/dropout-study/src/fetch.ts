// Finds a data set's images, or downloads them, with a bar.

import { downloadBar, findImages } from "@bernoulli/programs";
import { type DataKind, realNames } from "./images.js";
import type { Surroundings } from "./surroundings.js";

export async function fetchImages(kind: DataKind, wish: string, { progressStream, signal, mirrors }: Surroundings) {
  const { onProgress, end } = downloadBar(realNames[kind], progressStream);
  try {
    return await findImages(realNames[kind], wish, {
      onProgress,
      signal,
      ...(mirrors === undefined ? {} : { mirrors }),
    });
  } finally {
    end();
  }
}
