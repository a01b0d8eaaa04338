// Files that are not what they say: each is refused with a word of what is wrong, before anything is allocated for it.

import { memoryStats, tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { makeEntries, makeFile, mutate, refusal } from "./bytes.testing.js";
import { planWrite, serialize } from "./write.js";

const entry = (more: object = {}) => ({ dtype: "F32", shape: [2], data_offsets: [0, 8], ...more });
const header = (more: object = {}) => makeEntries({ w: entry(more) }, 8);
const refusals = async (cases: readonly [string, Uint8Array][]) =>
  Object.fromEntries(await Promise.all(cases.map(async ([what, bytes]) => [what, await refusal(bytes)])));
/** The text of a header with one tensor, some of it replaced. */
const altered = (from: string, to: string) =>
  makeFile('{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'.replace(from, to), 8);

it("takes what is right", async () => {
  expect(await refusal(header())).toBeNull();
  expect(await refusal(makeFile("{}"))).toBeNull();
  expect(
    await refusal(makeFile(' \n{"a" : {\t"data_offsets":[0, 0],"shape":[3,0],"dtype":"F32"}} \n  '.trimStart())),
  ).toBeNull();
});

describe("the length of the header", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["no file", new Uint8Array(0), /but got 0 bytes$/],
    ["less than a length", new Uint8Array(7), /but got 7 bytes$/],
    ["none", makeFile("", 8), /a header begins with "\{", but this one with ""$/],
    ["2^63", makeFile("{}", 0, 2n ** 63n), /announces a header of 9223372036854775808 bytes/],
    ["2^64 - 1", makeFile("{}", 0, 2n ** 64n - 1n), /announces a header of 18446744073709551615 bytes/],
    [
      "over the limit",
      makeFile("{}", 0, 100_000_001n),
      /announces a header of 100000001 bytes, where the format allows 100000000/,
    ],
    ["beyond the file", makeFile("{}", 0, 3n), /announces a header of 3 bytes, but 2 follow; the file was cut off$/],
    ["at the limit and beyond the file", makeFile("{}", 0, 100_000_000n), /but 2 follow/],
  ])("%s", async (_, bytes, wanted) => {
    const text = await refusal(bytes);
    expect(text).toMatch(/^FormatError: safetensors bytes: /);
    expect(text).toMatch(wanted);
  });

  it("of a zip archive", async () => {
    expect(await refusal(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]))).toMatchInlineSnapshot(
      `"FormatError: safetensors bytes: expected a safetensors file, but this is a zip archive, as torch.save writes it; in Python, safetensors.torch.save_file(torch.load(…), …) converts a state dict"`,
    );
  });
});

describe("the text of the header", () => {
  it("is refused", async () => {
    const cases: [string, Uint8Array][] = [
      ["not JSON", makeFile("{hello}")],
      ["not an object", makeFile("[]")],
      ["white space first", makeFile(" {}")],
      ["a byte-order mark first", makeFile("\ufeff{}")],
      ["cut off", makeFile('{"w":{"dtype":"F3')],
      ["cut off behind an escape", makeFile('{"w\\"')],
      ["more behind it", makeFile("{}{}")],
      ["a comma too many", altered("]}}", "]},}")],
      ["not UTF-8", makeFile(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))],
      ["half of a surrogate pair", altered("w", "\\ud83d")],
      ["a control character", altered("w", "\u0007")],
      ["an escape that is none", altered("w", "\\x")],
      [
        "a duplicate key",
        makeFile(
          '{"w":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"\\u0077":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}',
        ),
      ],
      ["a duplicate field", altered('"shape":[2]', '"shape":[2],"shape":[2]')],
      ["a tensor that is no object", altered('{"dtype":"F32","shape":[2],"data_offsets":[0,8]}', "null")],
      ["metadata that is no object", makeFile('{"__metadata__":"none"}')],
      ["metadata that is no string", makeFile('{"__metadata__":{"epoch":3}}')],
      ["100,000 brackets", makeFile(`{"w":${"[".repeat(100_000)}${"]".repeat(100_000)}}`)],
    ];
    expect(await refusals(cases)).toMatchInlineSnapshot(`
      {
        "100,000 brackets": "FormatError: safetensors bytes: tensor "w": the header is malformed: expected its entry to be an object, got "[" at character 5",
        "a byte-order mark first": "FormatError: safetensors bytes: a header begins with "{", but this one with "\\ufeff"",
        "a comma too many": "FormatError: safetensors bytes: the header is malformed: expected a key in the header, got "}" at character 54",
        "a control character": "FormatError: safetensors bytes: the header is not JSON: "\\u0007" at character 1 is no string",
        "a duplicate field": "FormatError: safetensors bytes: tensor "w": duplicate key "shape" in its entry",
        "a duplicate key": "FormatError: safetensors bytes: duplicate key "w" in the header",
        "a tensor that is no object": "FormatError: safetensors bytes: tensor "w": the header is malformed: expected its entry to be an object, got "n" at character 5",
        "an escape that is none": "FormatError: safetensors bytes: the header is not JSON: "\\\\x" at character 1 is no string",
        "cut off": "FormatError: safetensors bytes: tensor "w": the header is not JSON: the string at character 14 has no end",
        "cut off behind an escape": "FormatError: safetensors bytes: the header is not JSON: the string at character 1 has no end",
        "half of a surrogate pair": "FormatError: safetensors bytes: the string "\\ud83d" in the header is not Unicode",
        "metadata that is no object": "FormatError: safetensors bytes: the header is malformed: expected __metadata__ to be an object, got "\\"" at character 16",
        "metadata that is no string": "FormatError: safetensors bytes: the header is malformed: expected __metadata__ to map strings to strings, got "3" at character 25",
        "more behind it": "FormatError: safetensors bytes: the header is malformed: expected the end of the header, got "{" at character 2",
        "not JSON": "FormatError: safetensors bytes: the header is malformed: expected a key in the header, got "h" at character 1",
        "not UTF-8": "FormatError: safetensors bytes: the header is not UTF-8",
        "not an object": "FormatError: safetensors bytes: a header begins with "{", but this one with "["",
        "white space first": "FormatError: safetensors bytes: a header begins with "{", but this one with " "",
      }
    `);
  });
});

describe("an entry", () => {
  it("is refused", async () => {
    const cases: [string, Uint8Array][] = [
      ["without a dtype", makeEntries({ w: { shape: [2], data_offsets: [0, 8] } }, 8)],
      ["without a shape", makeEntries({ w: { dtype: "F32", data_offsets: [0, 8] } }, 8)],
      ["without offsets", makeEntries({ w: { dtype: "F32", shape: [2] } }, 8)],
      ["with a field too many", header({ strides: [1] })],
      ["with an unknown dtype", header({ dtype: "F33" })],
      ["with a dtype by the name of a method", header({ dtype: "constructor" })],
      ["with a dtype that is no string", header({ dtype: 32 })],
      ["with a dtype that has no counterpart", header({ dtype: "C64", shape: [1] })],
      ["with bits that fill no byte", header({ dtype: "F4", shape: [15] })],
      ["with a shape that is no list", header({ shape: 2 })],
      ["with a negative size", header({ shape: [-2] })],
      ["with two negative sizes", header({ shape: [-2, -1] })],
      ["with half a size", header({ shape: [2.5] })],
      ["with a size written as a fraction", altered("[2]", "[2.0]")],
      ["with a size written with an exponent", altered("[2]", "[2e0]")],
      ["with a size written with a leading zero", altered("[2]", "[02]")],
      ["with a size of 2^53", altered("[2]", "[9007199254740992]")],
      ["with a size of no end", altered("[2]", `[${"9".repeat(1000)}]`)],
      ["with a size that is a string", header({ shape: ["2"] })],
      ["with a shape that overflows", header({ shape: [2 ** 40, 2 ** 40, 0] })],
      ["with a shape of 65 dimensions", header({ shape: [2, ...Array<number>(64).fill(1)] })],
      ["with a shape that takes more bytes", header({ shape: [3] })],
      ["with a shape that takes fewer bytes", header({ shape: [] })],
      ["with a shape that takes all memory", header({ shape: [2 ** 45] })],
      ["with one offset", header({ data_offsets: [0] })],
      ["with three offsets", header({ data_offsets: [0, 4, 8] })],
      ["with offsets backwards", header({ data_offsets: [8, 0] })],
      ["with a negative offset", header({ data_offsets: [-8, 0] })],
      ["that leads beyond the end", header({ shape: [4], data_offsets: [0, 16] })],
      ["that leads far beyond the end", header({ shape: [2 ** 40], data_offsets: [0, 2 ** 42] })],
      ["that begins behind a gap", makeEntries({ w: entry({ data_offsets: [4, 12] }) }, 12)],
      ["that leaves a gap", makeEntries({ w: entry(), v: entry({ data_offsets: [12, 20] }) }, 20)],
      ["that overlaps", makeEntries({ w: entry(), v: entry({ data_offsets: [4, 12] }) }, 12)],
      ["twice at one place", makeEntries({ w: entry(), v: entry() }, 8)],
      [
        "with nothing, inside of another",
        makeEntries({ w: entry(), v: entry({ shape: [0], data_offsets: [4, 4] }) }, 8),
      ],
      ["that ends before the file", makeEntries({ w: entry() }, 9)],
      ["by the name of control characters", makeEntries({ "\u001b[2J\u009b": entry({ shape: [3] }) }, 8)],
      ["by a name without end", makeEntries({ ["x".repeat(1000)]: entry({ shape: [3] }) }, 8)],
    ];
    expect(await refusals(cases)).toMatchInlineSnapshot(`
      {
        "by a name without end": "FormatError: safetensors bytes: tensor "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…": shape [3] of F32 takes 12 bytes, but data_offsets [0, 8] hold 8",
        "by the name of control characters": "FormatError: safetensors bytes: tensor "\\u001b[2J\\u009b": shape [3] of F32 takes 12 bytes, but data_offsets [0, 8] hold 8",
        "that begins behind a gap": "FormatError: safetensors bytes: tensor "w": data_offsets [4, 12] leave a gap behind 0, where data begin",
        "that ends before the file": "FormatError: safetensors bytes: its tensors end after 8 bytes of data, but the file has 9",
        "that leads beyond the end": "FormatError: safetensors bytes: tensor "w": data_offsets [0, 16] lead beyond the end: the file has 8 bytes of data",
        "that leads far beyond the end": "FormatError: safetensors bytes: tensor "w": data_offsets [0, 4398046511104] lead beyond the end: the file has 8 bytes of data",
        "that leaves a gap": "FormatError: safetensors bytes: tensor "v": data_offsets [12, 20] leave a gap behind 8, where the last one ends",
        "that overlaps": "FormatError: safetensors bytes: tensor "v": data_offsets [4, 12] overlap tensor "w", which ends at 8",
        "twice at one place": "FormatError: safetensors bytes: tensor "v": data_offsets [0, 8] overlap tensor "w", which ends at 8",
        "with a dtype by the name of a method": "FormatError: safetensors bytes: tensor "w": unknown dtype "constructor"",
        "with a dtype that has no counterpart": "FormatError: safetensors bytes: tensor "w": dtype C64 has no counterpart here; convert it in Python, as by .to(torch.float32), and save again",
        "with a dtype that is no string": "FormatError: safetensors bytes: tensor "w": the header is malformed: expected dtype to be a string, got "3" at character 14",
        "with a field too many": "FormatError: safetensors bytes: tensor "w": expected its entry to have dtype, shape and data_offsets, got "strides"",
        "with a negative offset": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in data_offsets, got -8",
        "with a negative size": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got -2",
        "with a shape of 65 dimensions": "FormatError: safetensors bytes: tensor "w": shape has more than 64 elements",
        "with a shape that is no list": "FormatError: safetensors bytes: tensor "w": the header is malformed: expected shape to be a list of integers, got "2" at character 28",
        "with a shape that overflows": "FormatError: safetensors bytes: tensor "w": shape [1099511627776, 1099511627776, 0] of F32 takes more bytes than can be counted, but data_offsets [0, 8] hold 8",
        "with a shape that takes all memory": "FormatError: safetensors bytes: tensor "w": shape [35184372088832] of F32 takes 140737488355328 bytes, but data_offsets [0, 8] hold 8",
        "with a shape that takes fewer bytes": "FormatError: safetensors bytes: tensor "w": shape [] of F32 takes 4 bytes, but data_offsets [0, 8] hold 8",
        "with a shape that takes more bytes": "FormatError: safetensors bytes: tensor "w": shape [3] of F32 takes 12 bytes, but data_offsets [0, 8] hold 8",
        "with a size of 2^53": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got 9007199254740992",
        "with a size of no end": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got 9999999999999999999999999999999999999999",
        "with a size that is a string": "FormatError: safetensors bytes: tensor "w": the header is malformed: expected shape to be a list of integers, got "\\"" at character 29",
        "with a size written as a fraction": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got 2.0",
        "with a size written with a leading zero": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got 02",
        "with a size written with an exponent": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got 2e0",
        "with an unknown dtype": "FormatError: safetensors bytes: tensor "w": unknown dtype "F33"",
        "with bits that fill no byte": "FormatError: safetensors bytes: tensor "w": shape [15] of F4 takes 7.5 bytes, but data_offsets [0, 8] hold 8",
        "with half a size": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got 2.5",
        "with nothing, inside of another": "FormatError: safetensors bytes: tensor "v": data_offsets [4, 4] overlap tensor "w", which ends at 8",
        "with offsets backwards": "FormatError: safetensors bytes: tensor "w": data_offsets [8, 0] end before they begin",
        "with one offset": "FormatError: safetensors bytes: tensor "w": expected data_offsets of 2 integers, got 1",
        "with three offsets": "FormatError: safetensors bytes: tensor "w": data_offsets has more than 2 elements",
        "with two negative sizes": "FormatError: safetensors bytes: tensor "w": expected integers from 0 to 2^53 - 1 in shape, got -2",
        "without a dtype": "FormatError: safetensors bytes: tensor "w": its entry has no dtype",
        "without a shape": "FormatError: safetensors bytes: tensor "w": its entry has no shape",
        "without offsets": "FormatError: safetensors bytes: tensor "w": its entry has no data_offsets",
      }
    `);
  });

  it("may have names that objects have", async () => {
    const bytes = makeFile('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4);
    expect(await refusal(bytes)).toBeNull();
    expect(({} as { shape?: unknown }).shape).toBeUndefined();
  });
});

describe("elements", () => {
  it("that int32 or bool cannot hold", async () => {
    const wide = new Uint8Array(BigInt64Array.of(5n, -(2n ** 31n) - 1n).buffer);
    const file = (dtype: string, shape: number[], data: Uint8Array) =>
      makeFile(JSON.stringify({ labels: { dtype, shape, data_offsets: [0, data.length] } }), data);
    expect(await refusal(file("I64", [2], wide))).toMatchInlineSnapshot(
      `"FormatError: safetensors bytes: tensor "labels": element 1 is -2147483649, which int32, the widest integer here, cannot hold"`,
    );
    expect(await refusal(file("U64", [2], wide))).toMatch("element 1 is 18446744071562067967");
    expect(await refusal(file("U32", [4], wide))).toMatch("element 3 is 4294967295,");
    expect(await refusal(file("BOOL", [3], Uint8Array.of(0, 1, 2)))).toMatchInlineSnapshot(
      `"FormatError: safetensors bytes: tensor "labels": element 2 is the byte 2, where a bool is 0 or 1"`,
    );
    const largest = new Uint8Array(BigInt64Array.of(2n ** 31n - 1n, -(2n ** 31n)).buffer);
    expect(await refusal(file("I64", [2], largest))).toBeNull();
  });
});

describe("mutations of a good file", () => {
  it("are read or refused with a FormatError, and leave nothing behind", async () => {
    const good = await serialize(
      {
        "conv.weight": tensor([
          [1, 2],
          [3, 4],
        ]),
        labels: tensor([1, 2, 3], { dtype: "int32" }),
        mask: tensor([true]),
      },
      { format: "pt" },
    );
    const before = memoryStats();
    const outcomes = { read: 0, refused: 0 };
    for (let seed = 1; seed <= 3000; seed++) {
      const text = await refusal(mutate(good, seed));
      if (text === null) outcomes.read += 1;
      else {
        expect(text).toMatch(/^FormatError: safetensors bytes: /);
        outcomes.refused += 1;
      }
    }
    // Both must be there, or the mutations would be too mild or too wild to tell anything.
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(100);
    expect(memoryStats()).toEqual(before);
  });
});

describe("what cannot be written", () => {
  const refused = (tensors: object, metadata: object = {}) =>
    thrown(() => planWrite("model.safetensors", tensors as never, metadata as never));

  it("is refused before anything is written", () => {
    const freed = tensor([1]);
    freed.dispose();
    expect(refused({ __metadata__: tensor([1]) })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: tensor "__metadata__": the format keeps this key for metadata; give the tensor another"`,
    );
    expect(refused({ w: [1, 2] })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: tensor "w": expected a Tensor, got object"`,
    );
    expect(refused({ w: null })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: tensor "w": expected a Tensor, got null"`,
    );
    expect(refused({ w: freed })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: tensor "w": it was freed; keep() or clone() it"`,
    );
    expect(refused({ "\ud800": tensor([1]) })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: tensor "\\ud800": a key must be Unicode, and this one has half of a surrogate pair"`,
    );
    expect(refused({}, { epoch: 3 })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: metadata maps strings to strings, but "epoch" is number"`,
    );
    expect(refused({}, { note: "\udc00" })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: metadata maps strings to strings, but "note" is string"`,
    );
    expect(refused({}, { note: "x".repeat(100_000_000) })).toMatchInlineSnapshot(
      `"FormatError: model.safetensors: the header would have 100000032 bytes, where the format allows 100000000; put what is long into tensors"`,
    );
  });
});
