// Checkpoints whose numbers would spoil what is trained from them: refused by a CheckpointError that names what is wrong, with
// nothing changed; whatever is taken trains to finite weights. More of them: hostile.soak.ts.

import { join } from "node:path";
import { saveFile } from "@bernoulli/formats/node";
import { defaultGenerator, type Generator, memoryStats, type Tensor, tensor } from "@bernoulli/tensor";
import { makeDirectory, rejection, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { jsonName } from "./contents.js";
import { free, goodFile, type Kind, kinds, tryIt, tryMutations } from "./hostile.testing.js";

const variants = new Variants("packages/trainer/src/checkpoint/hostile.test.ts");
const chosen = variants.of("kinds", Object.keys(kinds) as Kind[], String);

describe.each(chosen)("a checkpoint of %s with a wrong value", (kind) => {
  it("trains finitely or is refused", async () => {
    const refused = await tryMutations(kind, 1, 150);
    // Neither all nor none.
    expect(refused).toBeGreaterThan(150 / 4);
    expect(refused).toBeLessThan(150);
  });
});

describe("what is wrong is named", () => {
  async function refusalOf(kind: Kind, change: (file: { tensors: Record<string, Tensor>; json: any }) => void) {
    const directory = await makeDirectory();
    const path = join(directory, "run.safetensors");
    const good = await goodFile(kind, path);
    const json = JSON.parse(good.metadata[jsonName]!);
    const tensors = { ...good.tensors };
    change({ tensors, json });
    await saveFile(tensors, path, { ...good.metadata, [jsonName]: JSON.stringify(json) });
    free(good);
    free({ tensors, metadata: {} });
    return rejection(
      tryIt(kind, path).then((error) => Promise.reject(error ?? new Error("it was taken"))),
      directory,
    );
  }
  const adam = "adam";

  it("in the optimizer's options and counts", async () => {
    const state = (json: any) => json.optimizer.state[0];
    const group = (json: any) => json.optimizer.param_groups[0];
    expect({
      step: await refusalOf(adam, ({ json }) => void (state(json).step = { $number: "NaN" })),
      negative: await refusalOf(adam, ({ json }) => void (state(json).step = -3)),
      half: await refusalOf(adam, ({ json }) => void (state(json).step = 1.5)),
      rate: await refusalOf(adam, ({ json }) => void (group(json).lr = { $number: "Infinity" })),
      beta: await refusalOf(adam, ({ json }) => void (group(json).betas = [0.9, 1])),
      text: await refusalOf(adam, ({ json }) => void (group(json).betas = ["0.9", 0.99])),
      momentum: await refusalOf("sgd", ({ json }) => void (group(json).momentum = { $number: "NaN" })),
      number: await refusalOf(adam, ({ json }) => void (group(json).lr = { $number: "seven" })),
      twice: await refusalOf(adam, ({ json }) => void (group(json).params[1] = 0)),
      params: await refusalOf(adam, ({ json }) => void (group(json).params[1] = 0.5)),
      epoch: await refusalOf(adam, ({ json }) => void (json.epoch = 1.5)),
      samples: await refusalOf(adam, ({ json }) => void (json.history[0].samples = -1)),
    }).toMatchInlineSnapshot(`
      {
        "beta": "CheckpointError: DIR/run.safetensors: Adam: Invalid beta parameter at index 1: 1; it must be in [0, 1)",
        "epoch": "CheckpointError: DIR/run.safetensors: its metadata bernoulli.checkpoint cannot be used: epoch is no integer of at least 0",
        "half": "CheckpointError: DIR/run.safetensors: Adam: step of parameter 0 in the loaded state dict must be a whole number of at least 0, but is 1.5",
        "momentum": "CheckpointError: DIR/run.safetensors: SGD: Invalid momentum value: NaN; it must be a finite number of at least 0",
        "negative": "CheckpointError: DIR/run.safetensors: Adam: step of parameter 0 in the loaded state dict must be a whole number of at least 0, but is -3",
        "number": "CheckpointError: DIR/run.safetensors: its metadata bernoulli.checkpoint cannot be used: it names "seven", which is no number",
        "params": "CheckpointError: DIR/run.safetensors: Adam: params of group 0 in the loaded state dict must be whole numbers, each of one parameter, but one is 0.5",
        "rate": "CheckpointError: DIR/run.safetensors: Adam: Invalid learning rate: Infinity; it must be a finite number of at least 0",
        "samples": "CheckpointError: DIR/run.safetensors: its metadata bernoulli.checkpoint cannot be used: history[0] is no record of an epoch, as fit makes it",
        "step": "CheckpointError: DIR/run.safetensors: Adam: step of parameter 0 in the loaded state dict must be a whole number of at least 0, but is NaN",
        "text": "CheckpointError: DIR/run.safetensors: Adam: Invalid beta parameter at index 0: 0.9; it must be in [0, 1)",
        "twice": "CheckpointError: DIR/run.safetensors: Adam: params of group 0 in the loaded state dict must be whole numbers, each of one parameter, but 0 is there twice",
      }
    `);
  });

  it("in tensors", async () => {
    const put =
      (key: string, at: number, value: number) =>
      ({ tensors }: { tensors: Record<string, Tensor> }) => {
        const data = tensors[key]!.toTypedArray().slice();
        data[at] = value;
        tensors[key] = tensor(data, { dtype: tensors[key]!.dtype }).view(tensors[key]!.shape);
      };
    const normal =
      (value: number) =>
      ({ tensors }: { tensors: Record<string, Tensor> }) => {
        const data = tensors["generator.default"]!.toTypedArray().slice() as Uint8Array;
        const { cachedNormal } = defaultGenerator() as Generator & { cachedNormal: number };
        const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
        for (let at = 0; at + 8 <= data.length; at++)
          if (view.getFloat64(at, true) === cachedNormal) view.setFloat64(at, value, true);
        tensors["generator.default"] = tensor(data);
      };
    expect({
      average: await refusalOf(adam, put("optimizer.state.1.exp_avg", 2, Number.NaN)),
      square: await refusalOf(adam, put("optimizer.state.0.exp_avg_sq", 3, -1)),
      largest: await refusalOf(adam, put("optimizer.state.0.max_exp_avg_sq", 0, Number.NaN)),
      momentum: await refusalOf("sgd", put("optimizer.state.3.momentum_buffer", 0, Number.NEGATIVE_INFINITY)),
      short: await refusalOf(adam, ({ tensors }) => void (tensors["generator.default"] = tensor(Uint8Array.of(1, 2)))),
      floats: await refusalOf(adam, ({ tensors }) => void (tensors["generator.default"] = tensor([1, 2]))),
      normal: await refusalOf(adam, normal(1e300)),
    }).toMatchInlineSnapshot(`
      {
        "average": "CheckpointError: DIR/run.safetensors: tensor "optimizer.state.1.exp_avg": its element 2 is NaN, and every weight that it goes into would be no number; the run had gone wrong when it was saved, or the file was changed: go on from an earlier checkpoint, or leave the optimizer out to load the model alone",
        "floats": "CheckpointError: DIR/run.safetensors: tensor "generator.default": a generator's state is of uint8, but this is of float32",
        "largest": "CheckpointError: DIR/run.safetensors: tensor "optimizer.state.0.max_exp_avg_sq": its element 0 is NaN, and every weight that it goes into would be no number; the run had gone wrong when it was saved, or the file was changed: go on from an earlier checkpoint, or leave the optimizer out to load the model alone",
        "momentum": "CheckpointError: DIR/run.safetensors: tensor "optimizer.state.3.momentum_buffer": its element 0 is -Infinity, and every weight that it goes into would be no number; the run had gone wrong when it was saved, or the file was changed: go on from an earlier checkpoint, or leave the optimizer out to load the model alone",
        "normal": "CheckpointError: DIR/run.safetensors: tensor "generator.default": it holds the normal number 1e+300, which no generator draws; take the state of another checkpoint",
        "short": "CheckpointError: DIR/run.safetensors: tensor "generator.default": setState: expected a CPU generator state of 5056 bytes, but found 2 bytes",
        "square": "CheckpointError: DIR/run.safetensors: tensor "optimizer.state.0.exp_avg_sq": its element 3 is -1, and every weight that it goes into would be no number; the run had gone wrong when it was saved, or the file was changed: go on from an earlier checkpoint, or leave the optimizer out to load the model alone",
      }
    `);
    // What a gradient of 1e20 leaves is no reason to refuse a run.
    expect(await refusalOf(adam, put("optimizer.state.0.exp_avg_sq", 3, Number.POSITIVE_INFINITY))).toBe(
      "Error: it was taken",
    );
  });
});

it("refusing leaves no memory behind", async () => {
  const path = join(await makeDirectory(), "good.safetensors");
  free(await goodFile("adam", path));
  await tryIt("adam", path);
  const stats = memoryStats();
  await tryIt("adam", path);
  expect(memoryStats()).toEqual(stats);
});

variants.tell(it);
