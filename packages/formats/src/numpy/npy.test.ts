// NumPy's files: against those that NumPy wrote (fixtures/write.py), and ours read back; what is damaged or of other kinds is refused.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arange, memoryStats, rand, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { makeDirectory, rejection } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { loadNpy, loadNpz, saveNpy, saveNpz } from "./file.js";
import { deserializeNpy, deserializeNpz, serializeNpy, serializeNpz } from "./npy.js";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const shown = (value: Tensor) => `${value.dtype} [${value.shape}] ${Array.from(value.toTypedArray())}`;
const grid = Array.from({ length: 12 }, (_, at) => at / 8);

describe("files of NumPy 2.4.6", () => {
  it.each(["every.npz", "compressed.npz"])("%s is read, all of it", async (name) => {
    const arrays = await deserializeNpz(fixture(name));
    expect(Object.fromEntries(Object.entries(arrays).map(([key, value]) => [key, shown(value)]))).toEqual({
      float32: `float32 [3,4] ${grid}`,
      float64: "float64 [2] 3.141592653589793,-1e+300",
      float16: `float32 [5] 0,-1.5,65504,${2 ** -24},Infinity`,
      int64: "int32 [2] -2147483648,2147483647",
      int32: "int32 [1,2,1] -2147483648,7",
      int16: "int32 [2] -32768,32767",
      int8: "int32 [2] -128,127",
      uint16: "int32 [2] 0,65535",
      uint8: "uint8 [2] 0,255",
      bool: "bool [2] 1,0",
      scalar: "float32 [] 2.5",
      nothing: "float32 [2,0,3] ",
      fortran: `float32 [3,4] ${grid}`,
      big_endian: `float32 [3,4] ${grid}`,
    });
  });

  it("are written byte for byte as NumPy writes them", async () => {
    expect(await serializeNpy(tensor(grid).view(3, 4))).toEqual(fixture("grid.npy"));
  });

  it("of other elements are refused", async () => {
    const refused = Object.fromEntries(
      await Promise.all(
        ["objects", "structure", "complex"].map(async (name) => [
          name,
          await rejection(deserializeNpy(fixture(`${name}.npy`))),
        ]),
      ),
    );
    expect(refused).toMatchInlineSnapshot(`
      {
        "complex": "FormatError: NumPy bytes: elements of "<c8" have no counterpart here",
        "objects": "FormatError: NumPy bytes: elements of "|O" have no counterpart here",
        "structure": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': [('x', '<f4'), ('y', '<i4')], 'fortran_order': False, 'shape': (2,), }"",
      }
    `);
  });
});

it("arrays come back from files as they were", async () => {
  const directory = await makeDirectory();
  const given = {
    x: rand(3, 2),
    n: arange(5),
    "a/b": zeros(0, 2),
    flag: tensor([true]),
    d: tensor([1.5], { dtype: "float64" }),
  };
  await saveNpz(given, join(directory, "given.npz"));
  const read = await loadNpz(join(directory, "given.npz"));
  expect(Object.entries(read).map(([key, value]) => [key, shown(value)])).toEqual(
    Object.entries(given).map(([key, value]) => [key, shown(value)]),
  );
  await saveNpy(given.x, join(directory, "x.npy"));
  expect(shown(await loadNpy(join(directory, "x.npy")))).toBe(shown(given.x));
  expect(await rejection(loadNpy(join(directory, "y.npy")), directory)).toMatchInlineSnapshot(
    `"FormatError: DIR/y.npy: cannot be read: there is no such file or directory (ENOENT)"`,
  );
});

it("a header of many dimensions is written in version 2", async () => {
  const bytes = await serializeNpy(zeros(...Array<number>(40).fill(1)));
  expect((await deserializeNpy(bytes)).shape.length).toBe(40);
});

it("what is no file of NumPy's is refused", async () => {
  const header = (text: string, count = 0) => {
    const bytes = new Uint8Array(10 + text.length + count);
    bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, text.length & 255, text.length >> 8]);
    bytes.set(new TextEncoder().encode(text), 10);
    return bytes;
  };
  const good = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
  expect(shown(await deserializeNpy(header(good, 8)))).toBe("float32 [2] 0,0");
  // Python 2's, as NumPy reads them: long integers, and texts of Unicode.
  for (const old of [
    good.replace("(2,)", "(2L,)"),
    good.replace("(2,)", "(1L, 2L)"),
    good.replaceAll(/'(?=\w+':)/g, "u'").replace("'<f4'", "u'<f4'"),
    good.replaceAll("'", '"'),
  ])
    expect(shown(await deserializeNpy(header(old, 8)))).toMatch(/^float32 \[(1,)?2\] 0,0$/);
  const cases = {
    "of Python 2's integers in a file of version 3": header(`  ${good.replace("(2,)", "(2L,)")}`, 8)
      .with(6, 3)
      .with(8, good.length + 1)
      .with(10, 0)
      .with(11, 0),
    "of an L alone": header(good.replace("(2,)", "(L,)"), 8),
    "of a text that begins and ends otherwise": header(good.replace("'<f4'", "'<f4\""), 8),
    nothing: new Uint8Array(),
    "other bytes": new Uint8Array(100),
    "cut off": header(good, 7),
    "more behind it": header(good, 9),
    "cut off in its header": header(good, 8).subarray(0, 30),
    "of version 9": header(good, 8).with(6, 9),
    "of a shape that is no tuple": header(good.replace("(2,)", "(2)"), 8),
    "of a negative size": header(good.replace("2,", "-2,"), 8),
    "of a shape beyond numbers": header(good.replace("2,", "99999999999999999999,"), 8),
    "of a size that takes all memory": header(good.replace("2,", "1099511627776,"), 8),
    "with an entry twice": header(good.replace("}", "'shape': (2,)}"), 8),
    "without an entry": header("{'descr': '<f4', 'shape': (2,)}", 8),
    "with a call": header(good.replace("(2,)", "exit()"), 8),
    "with an entry of another kind": header(good.replace("'<f4'", "True"), 8),
    "of bool that is none": header(good.replace("<f4", "|b1"), 2).with(-1, 7),
    "of dates": header(good.replace("<f4", "<M8"), 16),
  };
  const refused = await Promise.all(
    Object.entries(cases).map(async ([name, bytes]) => [name, await rejection(deserializeNpy(bytes))]),
  );
  expect(Object.fromEntries(refused)).toMatchInlineSnapshot(`
    {
      "cut off": "FormatError: NumPy bytes: shape [2] of <f4 takes 8 bytes, but 7 follow the header",
      "cut off in its header": "FormatError: NumPy bytes: it ends early; the file was cut off",
      "more behind it": "FormatError: NumPy bytes: shape [2] of <f4 takes 8 bytes, but 9 follow the header",
      "nothing": "FormatError: NumPy bytes: expected a .npy file, but it does not begin as one",
      "of Python 2's integers in a file of version 3": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': (2L,), }"",
      "of a negative size": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }"",
      "of a shape beyond numbers": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }"",
      "of a shape that is no tuple": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': (2), }"",
      "of a size that takes all memory": "FormatError: NumPy bytes: shape [1099511627776] of <f4 takes 4398046511104 bytes, but 8 follow the header",
      "of a text that begins and ends otherwise": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4\\", 'fortran_order': False, 'shape': (2,), }"",
      "of an L alone": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': (L,), }"",
      "of bool that is none": "FormatError: NumPy bytes: element 1 is the byte 7, where a bool is 0 or 1",
      "of dates": "FormatError: NumPy bytes: elements of "<M8" have no counterpart here",
      "of version 9": "FormatError: NumPy bytes: it is of version 9.0; 1 to 3 are read",
      "other bytes": "FormatError: NumPy bytes: expected a .npy file, but it does not begin as one",
      "with a call": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': exit(), }"",
      "with an entry of another kind": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': True, 'fortran_order': False, 'shape': (2,), }"",
      "with an entry twice": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'shape': (2,)}"",
      "without an entry": "FormatError: NumPy bytes: its header is not one of a plain array: "{'descr': '<f4', 'shape': (2,)}"",
    }
  `);
  expect(await rejection(deserializeNpz(await serializeNpy(zeros(2))))).toMatchInlineSnapshot(
    `"FormatError: NumPy bytes: expected a zip archive, but its directory is not there; the file was cut off, or is none"`,
  );
  expect(await rejection(serializeNpz({ x: 3 } as never))).toMatchInlineSnapshot(
    `"ArgumentError: serializeNpz: expected tensors by their names, such as { x, y }, but got x of 3"`,
  );
  expect(await rejection(serializeNpy({ x: zeros(2) } as never))).toMatchInlineSnapshot(
    `"ArgumentError: serializeNpy: expected a Tensor, but got an object"`,
  );
});

it("leaves nothing behind but the array, however its elements lay", async () => {
  const grid = fixture("grid.npy");
  const turned = Uint8Array.from(grid);
  const at = new TextDecoder("latin1").decode(grid).indexOf("False");
  if (at >= 0) turned.set(new TextEncoder().encode("True "), at);
  for (const bytes of [grid, turned]) {
    const stats = memoryStats();
    (await deserializeNpy(bytes)).dispose();
    expect(memoryStats()).toEqual(stats);
  }
});

it("tells a directory that announces fewer files than it has", async () => {
  const bytes = await serializeNpz({ x: zeros(2), y: zeros(3) });
  const view = new DataView(bytes.buffer);
  view.setUint16(bytes.length - 12, 1, true);
  expect(await rejection(deserializeNpz(bytes))).toMatchInlineSnapshot(
    `"FormatError: NumPy bytes: the directory of the zip archive has 102 bytes, of which its 1 entries take 51"`,
  );
  // A directory of nothing would be whole, but for the records before it.
  view.setUint16(bytes.length - 12, 0, true);
  view.setUint32(bytes.length - 10, 0, true);
  expect(await rejection(deserializeNpz(bytes))).toMatchInlineSnapshot(
    `"FormatError: NumPy bytes: the directory of the zip archive does not end where it says; the file is damaged"`,
  );
});
