// Writes the pictures that families/training.py trains on: the first 320 of SyntheticShapes, then their labels, all uint8.
import { writeFileSync } from "node:fs";
import { SyntheticShapes } from "../../packages/data/src/synthetic.ts";

const count = 320;
const imageShape = [3, 32, 32];
const imageBytes = 3 * 32 * 32;
const pictures = new SyntheticShapes({ length: count });
const elements = new Uint8Array(count * (imageBytes + 1));
for (let index = 0; index < count; index++) {
  const [image, label] = pictures.get(index);
  elements.set(image.toTypedArray(), index * imageBytes);
  elements[count * imageBytes + index] = label.item();
}
const example = {
  name: "train",
  images: { dtype: "uint8", shape: [count, ...imageShape], offset: 0 },
  labels: { dtype: "uint8", shape: [count], offset: count * imageBytes },
};
const write = (ending, contents) =>
  writeFileSync(new URL(`fixtures/synthetic-320.${ending}`, import.meta.url), contents);
write("bin", elements);
write("json", `${JSON.stringify({ torch: "none", seed: 0, cases: [example] })}\n`);
console.log(`synthetic-320: ${elements.length} bytes`);
