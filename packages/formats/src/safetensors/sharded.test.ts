// Models in several files: what is written is read, in files no larger than asked for; what an index must not say is refused.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { arange, memoryStats, ones, tensor, zeros } from "@bernoulli/tensor";
import { failAt, makeDirectory, rejection } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { loadFile, readFileHeader } from "./file.js";
import { loadSharded, saveSharded } from "./sharded.js";

const tensors = () => ({
  a: arange(100),
  b: ones(50),
  c: zeros(2, 3),
  "d.num_batches_tracked": tensor(3, { dtype: "int32" }),
});

it("comes back from files that hold no more than asked for", async () => {
  const directory = await makeDirectory();
  const given = tensors();
  const index = await saveSharded(given, directory, { maxShardSize: 420, name: "net" });
  const files = (await fs.readdir(directory)).sort();
  expect(files).toEqual([
    "net-00001-of-00002.safetensors",
    "net-00002-of-00002.safetensors",
    "net.safetensors.index.json",
  ]);
  expect((await readFileHeader(join(directory, files[1]!))).metadata).toEqual({ format: "pt" });
  expect(JSON.parse(await fs.readFile(index, "utf8")).metadata).toEqual({ total_size: 400 + 200 + 24 + 8 });
  const read = await loadSharded(index);
  expect(Object.keys(read)).toEqual(Object.keys(given));
  for (const [key, value] of Object.entries(given)) expect(read[key]!.toArray()).toEqual(value.toArray());
});

it("takes half the room as bfloat16", async () => {
  const directory = await makeDirectory();
  const index = await saveSharded({ a: ones(100) }, directory, { floats: "bfloat16" });
  expect(JSON.parse(await fs.readFile(index, "utf8")).metadata).toEqual({ total_size: 200 });
  expect((await loadSharded(index))["a"]!.sum().item()).toBe(100);
});

it("what cannot be written leaves no index", async () => {
  const directory = await makeDirectory();
  expect(await rejection(saveSharded({ a: zeros(2), b: 3 as never }, directory), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/model: tensor "b": expected a Tensor, got number"`,
  );
  failAt("rename", "ENOSPC");
  expect(await rejection(saveSharded(tensors(), directory), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/model-00001-of-00001.safetensors: cannot be written: the disk is full (ENOSPC)"`,
  );
  expect(await fs.readdir(directory)).toEqual([]);
});

it("an index that cannot be followed is refused, and nothing stays in memory", async () => {
  const directory = await makeDirectory();
  const index = await saveSharded(tensors(), directory, { maxShardSize: 420 });
  const good = JSON.parse(await fs.readFile(index, "utf8"));
  const first = "model-00001-of-00002.safetensors";
  const other = join(directory, "other.json");
  const stats = memoryStats();
  const refused: Record<string, string> = {};
  const cases = {
    "no JSON": "{",
    "no map": "{}",
    "a list": '{"weight_map": []}',
    "another folder": JSON.stringify({ weight_map: { a: "../model.safetensors" } }),
    "a file that is not there": JSON.stringify({ weight_map: { ...good.weight_map, a: "none.safetensors" } }),
    "a tensor that is not there": JSON.stringify({ weight_map: { ...good.weight_map, e: first } }),
    "a tensor too few": JSON.stringify({ weight_map: { b: good.weight_map.b } }),
  };
  for (const [name, text] of Object.entries(cases)) {
    await fs.writeFile(other, text);
    refused[name] = await rejection(loadSharded(other), directory);
  }
  expect(refused).toMatchInlineSnapshot(`
    {
      "a file that is not there": "FormatError: DIR/none.safetensors: cannot be read: there is no such file or directory (ENOENT)",
      "a list": "FormatError: DIR/other.json: expected an index of safetensors files, but it has no weight_map",
      "a tensor that is not there": "FormatError: DIR/model-00001-of-00002.safetensors: tensor "e": it is not in the file",
      "a tensor too few": "FormatError: DIR/model-00002-of-00002.safetensors: tensor "d.num_batches_tracked": the index does not say that it is here",
      "another folder": "FormatError: DIR/other.json: it says that tensor "a" is in "../model.safetensors", which is no file's name",
      "no JSON": "FormatError: DIR/other.json: expected an index of safetensors files, but it is not JSON",
      "no map": "FormatError: DIR/other.json: expected an index of safetensors files, but it has no weight_map",
    }
  `);
  expect(memoryStats()).toEqual(stats);
  expect(Object.keys(await loadFile(join(directory, first)))).toEqual(["a"]);
});
