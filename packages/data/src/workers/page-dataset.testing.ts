// The dataset of pages.test.ts, and the script of its workers.

import { rand, type Tensor, tensor } from "@bernoulli/tensor";
import { type Dataset, getWorkerInfo } from "../index.js";
import { RandomCrop } from "../transforms/crops.js";
import { defineDataset } from "./pages.js";

export interface Settings {
  readonly length: number;
  readonly kind: "draws" | "tells" | "throws" | "unable" | "throws later";
}

export default defineDataset(
  () => new Worker(new URL("./page-dataset.testing.js", import.meta.url), { type: "module" }),
  ({ length, kind }: Settings): Dataset<Tensor> => {
    if (kind === "unable" && getWorkerInfo() !== null) throw new TypeError("no such folder");
    const crop = new RandomCrop(3, { padding: 2 });
    const get = (index: number): Tensor => {
      if (kind === "throws" && index === 5) throw new RangeError(`sample ${index} is no sample`);
      if (kind === "throws later" && index === 5 && getWorkerInfo() !== null) {
        setTimeout(() => {
          throw new TypeError("in a callback");
        });
        return new Promise(() => {}) as never;
      }
      if (kind === "tells") return tensor([getWorkerInfo()?.id ?? -1], { dtype: "int32" });
      return crop(tensor(Uint8Array.from({ length: 16 }, (_, at) => 16 * index + at)).view(1, 4, 4)).add(rand(1));
    };
    return { length, get };
  },
);
