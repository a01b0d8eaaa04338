// Files on disk: whole or not there, and every refusal of the system in words.

import { execFileSync } from "node:child_process";
import { promises as fs } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { arange, memoryStats, tensor, zeros } from "@bernoulli/tensor";
import { failAt, fillDiskAfter, makeDirectory, rejection } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { loadFile, readFileHeader, saveFile } from "./file.js";
import { serialize } from "./write.js";

const before = { weight: tensor([1, 2, 3]).keep() };
const after = () => ({ weight: arange(1000), bias: zeros(10) });

/** A directory with a good file in it. */
async function setUp() {
  const directory = await makeDirectory();
  const path = join(directory, "model.safetensors");
  await saveFile(before, path);
  return { directory, path, bytes: await fs.readFile(path) };
}

describe("a file", () => {
  it("holds what serialize gives", async () => {
    const { directory, path } = await setUp();
    const tensors = after();
    await saveFile(tensors, path, { format: "pt" });
    expect(new Uint8Array(await fs.readFile(path))).toEqual(await serialize(tensors, { format: "pt" }));
    expect(await fs.readdir(directory)).toEqual(["model.safetensors"]);
    const read = await loadFile(path);
    expect(read["weight"]!.toTypedArray()).toEqual(tensors.weight.toTypedArray());
  });

  it("tells its header without its tensors", async () => {
    const { path } = await setUp();
    await saveFile(after(), path, { format: "pt" });
    const stats = memoryStats();
    const { metadata, tensors } = await readFileHeader(path);
    expect(memoryStats()).toEqual(stats);
    expect(metadata).toEqual({ format: "pt" });
    expect(tensors["bias"]).toMatchObject({ dtype: "F32", shape: [10], byteLength: 40 });
  });

  it("may be reached through a symbolic link, which stays one", async () => {
    const { directory, path } = await setUp();
    const link = join(directory, "latest");
    await fs.symlink("model.safetensors", link);
    await saveFile(after(), link);
    expect((await fs.lstat(link)).isSymbolicLink()).toBe(true);
    expect(Object.keys(await loadFile(path))).toEqual(["weight", "bias"]);
  });

  it("is one of those written at once, whole", async () => {
    const { directory, path } = await setUp();
    const sizes = [1000, 2000, 3000, 4000];
    await Promise.all(sizes.map((size) => saveFile({ w: arange(size) }, path)));
    expect(sizes).toContain((await loadFile(path))["w"]!.numel());
    expect(await fs.readdir(directory)).toEqual(["model.safetensors"]);
  });
});

describe("a write that fails", () => {
  it.each([0, 1, 100, 4000])("on a disk with room for %i bytes leaves the file that was there", async (room) => {
    const { directory, path, bytes } = await setUp();
    fillDiskAfter(room);
    expect(await rejection(saveFile(after(), path), directory)).toBe(
      "FormatError: DIR/model.safetensors: cannot be written: the disk is full (ENOSPC)",
    );
    expect(await fs.readFile(path)).toEqual(bytes);
    expect(await fs.readdir(directory)).toEqual(["model.safetensors"]);
  });

  it("in the middle of the tensors leaves the file that was there", async () => {
    const { directory, path, bytes } = await setUp();
    const tensors = after();
    tensors.bias.read = () => Promise.reject(new Error("the device is gone"));
    expect(await rejection(saveFile(tensors, path))).toBe("Error: the device is gone");
    expect(await fs.readFile(path)).toEqual(bytes);
    expect(await fs.readdir(directory)).toEqual(["model.safetensors"]);
  });

  it("says what the system said", async () => {
    const { directory, path } = await setUp();
    failAt("rename", "EROFS");
    expect(await rejection(saveFile(before, path), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors: cannot be written: the file system is read-only (EROFS)"`,
    );
    failAt("open", "EACCES");
    expect(await rejection(saveFile(before, path), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors: cannot be written: permission denied (EACCES)"`,
    );
    failAt("open", "ECURIOUS");
    expect(await rejection(saveFile(before, path), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors: cannot be written: ECURIOUS: as a test wants it (ECURIOUS)"`,
    );
    expect(await fs.readdir(directory)).toEqual(["model.safetensors"]);
  });

  it("leaves alone what is no file", async () => {
    const { directory, path } = await setUp();
    expect(await rejection(saveFile(before, directory), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR: cannot be written: it is a directory, where a file is expected; add a name to it"`,
    );
    expect(await rejection(saveFile(before, join(directory, "none", "w")), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/none/w: cannot be written: there is no directory DIR/none; make it first"`,
    );
    expect(await rejection(saveFile(before, join(path, "w")), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors/w: cannot be written: a part of the path that should be a directory is a file (ENOTDIR)"`,
    );
    expect(await rejection(saveFile(before, "/dev/null"))).toMatchInlineSnapshot(
      `"FormatError: /dev/null: cannot be written: there is something that is no file, and it is not replaced"`,
    );
    expect((await fs.stat("/dev/null")).isCharacterDevice()).toBe(true);
  });
});

describe("what a killed process left", () => {
  it("is taken away by the next write, but for what is being written", async () => {
    const { directory, path } = await setUp();
    // A process that has been there, and is no more.
    const gone = Number(execFileSync(process.execPath, ["-e", "console.log(process.pid)"], { encoding: "utf8" }));
    const host = hostname().replaceAll(/[^\w.]/g, "_");
    const left = [`model.safetensors.${host}-${gone}-0.partial`, `model.safetensors.${host}-${gone}-7-0.partial`];
    // Numbers are given anew: of a process of this number that ran before. Only Linux tells.
    const reused = [process.pid, process.ppid].map((pid) => `model.safetensors.${host}-${pid}-7-0.partial`);
    const isLinux = process.platform === "linux";
    const stay = [
      ...(isLinux ? [] : reused),
      `model.safetensors.${host}-${process.ppid}-0.partial`,
      // Of this process, perhaps of another thread.
      `model.safetensors.${host}-${process.pid}-3.partial`,
      `model.safetensors.another.machine-${gone}-0.partial`,
      `other.safetensors.${host}-${gone}-0.partial`,
      "model.safetensors.partial",
    ];
    for (const name of new Set([...left, ...reused, ...stay])) await fs.writeFile(join(directory, name), "half");
    await saveFile(after(), path);
    expect((await fs.readdir(directory)).sort()).toEqual(["model.safetensors", ...stay].sort());
  });
});

it("is written by two at once, the last of them whole", async () => {
  const { directory, path } = await setUp();
  await Promise.all([saveFile(before, path), saveFile(after(), path), saveFile(before, path)]);
  expect(Object.keys(await loadFile(path)).length).toBeGreaterThan(0);
  expect(await fs.readdir(directory)).toEqual(["model.safetensors"]);
});

describe("a file that cannot be read", () => {
  it("is named with the reason", async () => {
    const { directory, path } = await setUp();
    expect(await rejection(loadFile(join(directory, "none")), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/none: cannot be read: there is no such file or directory (ENOENT)"`,
    );
    expect(await rejection(loadFile(join(path, "none")), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors/none: cannot be read: a part of the path that should be a directory is a file (ENOTDIR)"`,
    );
    expect(await rejection(loadFile(directory), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR: cannot be read: it is a directory, where a file is expected"`,
    );
    expect(await rejection(loadFile("/dev/zero"))).toMatchInlineSnapshot(
      `"FormatError: /dev/zero: cannot be read: it is neither a file nor a directory, where a file is expected"`,
    );
    await fs.writeFile(path, "");
    expect(await rejection(loadFile(path), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors: expected a safetensors file, which begins with 8 bytes of length, but got 0 bytes"`,
    );
    failAt("open", "EACCES");
    expect(await rejection(loadFile(path), directory)).toMatchInlineSnapshot(
      `"FormatError: DIR/model.safetensors: cannot be read: permission denied (EACCES)"`,
    );
  });

  it("because it was cut off is refused at every length, and leaves nothing in memory", async () => {
    const { path } = await setUp();
    const whole = await serialize({ weight: zeros(400), mask: tensor([true]) });
    const stats = memoryStats();
    for (let length = 0; length < whole.length; length += length < 200 ? 1 : 97) {
      await fs.writeFile(path, whole.subarray(0, length));
      expect(await rejection(loadFile(path))).toMatch(/^FormatError: .*model\.safetensors: /);
    }
    expect(memoryStats()).toEqual(stats);
  });

  it("because it shrinks while it is read is refused, and leaves nothing in memory", async () => {
    const { directory, path } = await setUp();
    await saveFile(after(), path);
    const stats = memoryStats();
    const { open } = fs;
    const size = (await fs.stat(path)).size;
    try {
      fs.open = async (...given) => {
        const handle = await open(...given);
        await fs.truncate(path, size - 20);
        handle.stat = (async () => ({ size })) as unknown as typeof handle.stat;
        return handle;
      };
      expect(await rejection(loadFile(path), directory)).toMatchInlineSnapshot(
        `"FormatError: DIR/model.safetensors: expected at least 4176 bytes, but it ends after 4156"`,
      );
    } finally {
      fs.open = open;
    }
    expect(memoryStats()).toEqual(stats);
  });
});
