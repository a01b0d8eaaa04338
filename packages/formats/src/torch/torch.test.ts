// PyTorch's files: against those that PyTorch 2.15.0 wrote (fixtures/write.py), and ours read back; whatever else is refused.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTensor, memoryStats, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { makeDirectory, rejection } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { PickleDict } from "../pickle/values.js";
import { writePickle } from "../pickle/write.js";
import { bytesAsSource } from "../source.js";
import { readZipDirectory } from "../zip/read.js";
import type { TorchValue } from "./convert.js";
import { loadTorch, loadTorchStateDict, saveTorch } from "./file.js";
import { deserializeTorch } from "./read.js";
import { serializeTorch } from "./write.js";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

/** A value with each tensor as a text. */
function shown(value: TorchValue): unknown {
  if (isTensor(value))
    return `${value.dtype} [${value.shape}] ${Array.from(value.toTypedArray())}${value.requiresGrad ? " grad" : ""}`;
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shown(item)]));
}

const grid = Array.from({ length: 12 }, (_, at) => at);

describe("files of PyTorch 2.15.0", () => {
  it.each(["every.pt", "every-4.pt", "every-legacy.pt"])("%s is read, all of it", async (name) => {
    const read = (await deserializeTorch(fixture(name))) as Record<string, Tensor>;
    expect(shown(read)).toEqual({
      float32: `float32 [3,4] ${grid.map((value) => Math.fround(value / 7))}`,
      float64: "float64 [2] 3.141592653589793,-1e+300",
      float16: `float32 [8] 0,0,1,-1.5,65504,${2 ** -24},Infinity,NaN`,
      bfloat16: `float32 [4] 1,-3.140625,Infinity,${2 ** -133}`,
      int64: "int32 [2] -2147483648,2147483647",
      int32: "int32 [2] -2147483648,2147483647",
      int16: "int32 [2] -32768,32767",
      int8: "int32 [2] -128,127",
      uint8: "uint8 [2,2] 0,128,255,7",
      uint16: "int32 [2] 0,65535",
      bool: "bool [3] 1,0,1",
      scalar: "float32 [] 2.5",
      nothing: "float32 [2,0,3] ",
      transposed: "float32 [4,3] 0,4,8,1,5,9,2,6,10,3,7,11",
      part: "float32 [2,2] 4,6,8,10",
      expanded: "float32 [2,3] 1,1,1,2,2,2",
      tied: `float32 [3,4] ${grid}`,
      again: `float32 [3,4] ${grid}`,
      parameter: "float32 [2] 1,1 grad",
    });
    expect(Object.is(read["float16"]!.toTypedArray()[1], -0)).toBe(true);
    expect(read["again"] === read["tied"]).toBe(true);
    expect(read["transposed"] === read["tied"]).toBe(false);
  });

  it("without checksums are read, and one checksum that is missing is damage", async () => {
    const bytes = fixture("unchecked.pt");
    expect(shown(await deserializeTorch(bytes))).toEqual({
      epoch: 3,
      model: { weight: `float32 [3,4] ${grid}`, bias: "float32 [2] 1,1" },
    });
    const checked = await serializeTorch({ weight: tensor([1]) });
    const entry = Buffer.from(checked).indexOf("PK\u0001\u0002", 0, "latin1");
    const without = Uint8Array.from(checked).fill(0, entry + 16, entry + 20);
    expect(await rejection(deserializeTorch(without))).toMatch("has another checksum than its bytes");
  });

  it("with numbers, texts, lists and an optimizer are read", async () => {
    const { model, optimizer, ...rest } = (await deserializeTorch(fixture("run.pt"))) as Record<string, TorchValue>;
    expect(rest).toEqual({
      epoch: 3,
      loss: 0.125,
      name: "ключ 🔑",
      best: null,
      done: false,
      large: 2 ** 40,
      betas: [0.5, 0.25],
      sizes: [2, 3],
      dtype: "float32",
      device: "cpu",
    });
    expect(Object.keys(model as object)).toEqual([
      "0.weight",
      "0.bias",
      "1.weight",
      "1.bias",
      "1.running_mean",
      "1.running_var",
      "1.num_batches_tracked",
    ]);
    const { state, param_groups } = optimizer as {
      state: Record<string, Record<string, Tensor>>;
      param_groups: object[];
    };
    expect(Object.keys(state)).toEqual(["0", "1", "2", "3"]);
    expect(shown(state["0"]!["step"]!)).toBe("float32 [] 2");
    expect(param_groups[0]).toMatchObject({ lr: 0.25, betas: [0.9, 0.999], foreach: null, params: [0, 1, 2, 3] });
  });

  it("are read in part", async () => {
    const part = await deserializeTorch(fixture("run.pt"), { at: "model.2.bias" }).catch(String);
    expect(part).toMatchInlineSnapshot(
      `"FormatError: PyTorch bytes: it has no "model.2"; there is "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked""`,
    );
    expect(await deserializeTorch(fixture("run.pt"), { at: "betas.1" })).toBe(0.25);
    expect(await rejection(deserializeTorch(fixture("run.pt"), { at: "network" }))).toMatchInlineSnapshot(
      `"FormatError: PyTorch bytes: it has no "network"; there is "epoch", "loss", "name", "best", "done", "large", "betas", "sizes", "dtype", "device", "model", "optimizer""`,
    );
  });

  it("of further kinds of dictionaries, and with notes on tensors, are read", async () => {
    const { state_dict: _, ...rest } = (await deserializeTorch(fixture("kinds.pt"))) as Record<string, TorchValue>;
    expect(shown(rest)).toEqual({
      tagged: "float32 [2] 1,2",
      kept: "float32 [1] 3 grad",
      milestones: { 4: 2, 2: 1 },
      lists: { a: [1] },
    });
  });

  it("have keys with dots, which a path finds", async () => {
    for (const [at, wanted] of [
      ["state_dict.net.0.weight", 5],
      ["state_dict.net.1.weight", 6],
    ] as const)
      expect(shown(await deserializeTorch(fixture("kinds.pt"), { at }))).toBe(`float32 [1] ${wanted}`);
    expect(await deserializeTorch(fixture("kinds.pt"), { at: "milestones.4" })).toBe(2);
    expect(await rejection(deserializeTorch(fixture("kinds.pt"), { at: "state_dict.net.2" }))).toMatchInlineSnapshot(
      `"FormatError: PyTorch bytes: it has no "state_dict.net.2"; there is "1.weight""`,
    );
  });

  it("whose elements mean their negatives are refused", async () => {
    expect(await rejection(deserializeTorch(fixture("negated.pt")))).toMatchInlineSnapshot(
      `"FormatError: PyTorch bytes: "imaginary": a tensor has the mark "neg", by which its elements mean others; in Python, save what .resolve_neg() and .resolve_conj() give"`,
    );
  });

  it("before 1.6 may hold many numbers", async () => {
    const machine = new PickleDict();
    machine.entries.push(["little_endian", true]);
    const many = Array.from({ length: 200_000 }, (_, at) => at);
    const pickles = [0x1950a86a20f9469cfc6cn, 1001, machine, many, []].map(writePickle);
    expect(await deserializeTorch(Buffer.concat(pickles))).toEqual(many);
  });

  it("that hold programs are refused, and run nothing", async () => {
    expect(await rejection(deserializeTorch(fixture("model.pt")))).toMatchInlineSnapshot(
      `"FormatError: PyTorch bytes: it is an object of "torch.nn.modules.container.Sequential", which is not built: only tensors, numbers, strings, lists and dicts are; in Python, save model.state_dict()"`,
    );
  });
});

describe("what is written", () => {
  it("comes back as it was", async () => {
    const weight = tensor([
      [1, 2],
      [3, 4],
    ]);
    const given = {
      weight,
      tied: weight,
      view: weight.t(),
      bn: { num_batches_tracked: tensor(7, { dtype: "int32" }) },
      mask: tensor([true, false]),
      bytes: tensor([1, 255], { dtype: "uint8" }),
      double: tensor([0.1], { dtype: "float64" }),
      nothing: zeros(0, 3),
      numbers: [1, -1, 0.5, 2 ** 31, -(2 ** 40), 255, 128, -129, 1e300, -0, Number.NaN, Number.NEGATIVE_INFINITY],
      text: "ключ 🔑",
      none: null,
      flags: [true, false],
      empty: [[], {}],
    };
    const path = join(await makeDirectory(), "given.pt");
    await saveTorch(given, path);
    const read = (await loadTorch(path)) as typeof given;
    expect(shown(read)).toEqual(shown(given));
    expect(read.tied === read.weight).toBe(true);
    expect(Object.is(read.numbers[9], -0)).toBe(true);
  });

  it("has each storage at a multiple of 64 bytes, and the same bytes each time", async () => {
    const given = { a: zeros(3), b: zeros(1000), c: zeros(1) };
    const bytes = await serializeTorch(given);
    expect(await serializeTorch(given)).toEqual(bytes);
    const view = new DataView(bytes.buffer);
    for (const { name, begin } of (await readZipDirectory(bytesAsSource(bytes, "bytes"))).values())
      expect([name, (begin + 30 + view.getUint16(begin + 26, true) + view.getUint16(begin + 28, true)) % 64]).toEqual([
        name,
        0,
      ]);
  });

  it("is refused where it cannot be", async () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    const freed = zeros(2);
    freed.dispose();
    let deep: TorchValue = 1;
    for (let depth = 0; depth < 300; depth++) deep = [deep];
    const cases = {
      circle,
      freed,
      deep,
      map: new Map(),
      undefined: { x: undefined },
      function: [() => 1],
      bigint: 1n,
      surrogate: "\ud83d",
    };
    const refused = await Promise.all(
      Object.entries(cases).map(async ([name, value]) => [name, await rejection(serializeTorch(value as never))]),
    );
    expect(Object.fromEntries(refused)).toMatchInlineSnapshot(`
      {
        "bigint": "FormatError: PyTorch bytes: expected null, a boolean, a number, a string, a Tensor, or an array or a plain object of them, but got 1n, a bigint",
        "circle": "FormatError: PyTorch bytes: "self": it contains itself",
        "deep": "FormatError: PyTorch bytes: "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.…": it is nested more than 200 deep",
        "freed": "FormatError: PyTorch bytes: the tensor was freed; keep() or clone() it",
        "function": "FormatError: PyTorch bytes: "0": expected null, a boolean, a number, a string, a Tensor, or an array or a plain object of them, but got a function",
        "map": "FormatError: PyTorch bytes: expected null, a boolean, a number, a string, a Tensor, or an array or a plain object of them, but got a Map",
        "surrogate": "FormatError: PyTorch bytes: a string must be Unicode, and this one has half of a surrogate pair",
        "undefined": "FormatError: PyTorch bytes: "x": expected null, a boolean, a number, a string, a Tensor, or an array or a plain object of them, but got undefined",
      }
    `);
  });
});

it("a state dict is told from what is none", async () => {
  const directory = await makeDirectory();
  const path = join(directory, "run.pt");
  await saveTorch({ epoch: 3, model: { weight: zeros(2) } }, path);
  expect(Object.keys(await loadTorchStateDict(path, { at: "model" }))).toEqual(["weight"]);
  const stats = memoryStats();
  expect(await rejection(loadTorchStateDict(path), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/run.pt: expected a state dict, but "epoch" is no tensor; give the part that is one, as { at: "state_dict" }"`,
  );
  expect(await rejection(loadTorchStateDict(path, { at: "epoch" }), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/run.pt: expected a state dict, tensors by their names"`,
  );
  expect(memoryStats()).toEqual(stats);
});
