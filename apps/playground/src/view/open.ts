// Files that were dropped or chosen: pictures are looked at, others learned from. They are read here, and go nowhere.

import { toPlanes } from "../draw/pixels.js";
import { side } from "./chosen.js";
import type { Store } from "./store.js";

/** A picture's middle square as 32 × 32; a notice where the browser cannot open it. */
export async function openPicture(store: Store, file: File): Promise<void> {
  try {
    const picture = await createImageBitmap(file);
    const square = Math.min(picture.width, picture.height);
    const [left, top] = [(picture.width - square) / 2, (picture.height - square) / 2];
    const context = new OffscreenCanvas(side, side).getContext("2d")!;
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, left, top, square, square, 0, 0, side, side);
    picture.close();
    store.look(toPlanes(context.getImageData(0, 0, side, side).data));
  } catch {
    store.notice({ kind: "picture", file: file.name });
  }
}

export function openFiles(store: Store, files: readonly File[]): void {
  const [first] = files;
  if (first === undefined) return;
  if (files.length === 1 && first.type.startsWith("image/")) void openPicture(store, first);
  else store.learnFrom(files);
}
