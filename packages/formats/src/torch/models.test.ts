// Weights that torch.save wrote, in nets of nn/models: our logits are PyTorch's, and what is saved here PyTorch loads. The full
// sizes want TORCH_PYTHON, an interpreter with PyTorch and torchvision, and skip visibly without.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Module } from "@bernoulli/nn";
import { alexnet, mobilenetV2, resnet18, vgg11Bn, vitB16, vitB32 } from "@bernoulli/nn/models";
import { noGrad, type Tensor } from "@bernoulli/tensor";
import { makeDirectory } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { loadNpz } from "../numpy/file.js";
import { loadTorchStateDict, saveTorch } from "./file.js";
import { asStateDict, deserializeTorch } from "./read.js";

const python = process.env["TORCH_PYTHON"];
const script = fileURLToPath(new URL("./fixtures/models.py", import.meta.url));

/** The largest distance between the logits of a net and those wanted. */
function distance(model: Module, x: Tensor, logits: Tensor): number {
  model.eval();
  return noGrad(() => (model as unknown as (x: Tensor) => Tensor)(x).sub(logits).abs().max().item());
}

it("a narrow MobileNetV2 in halves gives PyTorch's logits", async () => {
  const bytes = readFileSync(new URL("./fixtures/mobilenet.pt", import.meta.url));
  const state = asStateDict(await deserializeTorch(bytes, { at: "state_dict" }), "mobilenet.pt");
  const model = mobilenetV2({ widthMult: 0.1, numClasses: 10 });
  model.loadStateDict(state);
  const x = (await deserializeTorch(bytes, { at: "x" })) as Tensor;
  const logits = (await deserializeTorch(bytes, { at: "logits" })) as Tensor;
  expect(logits.std().item()).toBeGreaterThan(0.01);
  expect(distance(model, x, logits)).toBeLessThan(1e-4);
});

const full = { resnet18, mobilenet_v2: mobilenetV2, vgg11_bn: vgg11Bn, alexnet, vit_b_16: vitB16, vit_b_32: vitB32 };

it.skipIf(python === undefined).each(Object.entries(full))(
  "%s at full size: PyTorch's weights here, and ours there (wants TORCH_PYTHON)",
  { timeout: 600_000 },
  async (name, make) => {
    const directory = await makeDirectory();
    const run = (action: string) => execFileSync(python!, [script, action, name, directory], { encoding: "utf8" });
    run("save");
    const model = make();
    model.loadStateDict(await loadTorchStateDict(join(directory, `${name}.pt`)));
    const { x, logits } = (await loadNpz(join(directory, `${name}.npz`))) as { x: Tensor; logits: Tensor };
    const near = distance(model, x, logits);
    await saveTorch(model.stateDict(), join(directory, "back.pt"));
    const back = Number(run("load"));
    process.stdout.write(`${name}: logits ${near} beside PyTorch's, ${back} in PyTorch after the way back\n`);
    expect(near).toBeLessThan(1e-4);
    expect(back).toBe(0);
  },
);
