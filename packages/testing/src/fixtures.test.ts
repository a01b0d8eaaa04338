// loadFixtures on files written here, and on the committed ones.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type FixtureFamily, isEdgeTensor, loadFixtures } from "./fixtures.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with one family, "ops", of one case. */
function written(members: object, elements: Uint8Array): URL {
  const folder = mkdtempSync(join(tmpdir(), "fixtures-"));
  folders.push(folder);
  const text = JSON.stringify({ torch: "9.9", seed: 3, cases: [{ name: "case", ...members }] });
  writeFileSync(join(folder, "ops.json"), text);
  writeFileSync(join(folder, "ops.bin"), elements);
  return pathToFileURL(`${folder}/`);
}

describe("loadFixtures", () => {
  test("reads tensors at any depth, and leaves the rest", () => {
    const elements = new Uint8Array(32);
    const view = new DataView(elements.buffer);
    view.setFloat32(0, 1.5, true);
    view.setFloat32(4, -2, true);
    view.setFloat64(8, 0.1, true);
    view.setInt32(16, -7, true);
    elements.set([1, 0, 255], 24);
    const members = {
      inputs: [{ dtype: "float32", shape: [1, 2], offset: 0 }, 2.5, null],
      kwargs: { weight: { dtype: "float64", shape: [], offset: 8 }, stride: [2, 1] },
      output: { dtype: "int32", shape: [1], offset: 16 },
      mask: { dtype: "bool", shape: [2], offset: 24 },
      bytes: { dtype: "uint8", shape: [1], offset: 26 },
      nothing: { dtype: "float32", shape: [0, 3], offset: 32 },
    };
    expect(loadFixtures("ops", written(members, elements))).toEqual({
      torch: "9.9",
      seed: 3,
      cases: [
        {
          name: "case",
          inputs: [{ dtype: "float32", shape: [1, 2], data: Float32Array.of(1.5, -2) }, 2.5, null],
          kwargs: { weight: { dtype: "float64", shape: [], data: Float64Array.of(0.1) }, stride: [2, 1] },
          output: { dtype: "int32", shape: [1], data: Int32Array.of(-7) },
          mask: { dtype: "bool", shape: [2], data: Uint8Array.of(1, 0) },
          bytes: { dtype: "uint8", shape: [1], data: Uint8Array.of(255) },
          nothing: { dtype: "float32", shape: [0, 3], data: new Float32Array(0) },
        },
      ],
    });
  });

  test("numbers that JSON lacks", () => {
    const members = { kwargs: { values: [{ number: "Infinity" }, { number: "-Infinity" }, { number: "NaN" }] } };
    const { cases } = loadFixtures("ops", written(members, new Uint8Array()));
    expect(cases[0]!["kwargs"].values).toEqual([Infinity, -Infinity, NaN]);
  });

  test("int64 becomes int32 where it fits", () => {
    const elements = new Uint8Array(BigInt64Array.of(-(2n ** 31n), 2n ** 31n - 1n, 2n ** 31n).buffer);
    const place = (length: number) => ({ output: { dtype: "int64", shape: [length], offset: 0 } });
    const { cases } = loadFixtures("ops", written(place(2), elements));
    expect(cases[0]!["output"]).toEqual({ dtype: "int32", shape: [2], data: Int32Array.of(-(2 ** 31), 2 ** 31 - 1) });
    expect(() => loadFixtures("ops", written(place(3), elements))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: fixtures ops: 2147483648 does not fit int32]`,
    );
  });

  test("throws where the elements do not reach", () => {
    const members = { output: { dtype: "float32", shape: [3], offset: 0 } };
    expect(() => loadFixtures("ops", written(members, new Uint8Array(8)))).toThrow(RangeError);
  });
});

const committed = readdirSync(new URL("../../../tooling/torch-fixtures/fixtures/", import.meta.url))
  // Of Keras' answers a test of its own knows the form.
  .filter((file) => file.endsWith(".json") && file !== "keras.json")
  .map((file) => file.slice(0, -".json".length) as FixtureFamily);

test.each(committed)("the committed family %s is whole", (family) => {
  const { torch, cases } = loadFixtures(family);
  // The images are the project's own: no PyTorch made them.
  expect(torch).toMatch(String(family) === "synthetic-320" ? /^none$/ : /^2\.15\.0/);
  expect(cases.length).toBeGreaterThan(0);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test("edges are what random draws do not give", () => {
  const floats = (...data: number[]) =>
    ({ dtype: "float32", shape: [data.length], data: Float32Array.from(data) }) as const;
  const int32 = { dtype: "int32", shape: [2], data: Int32Array.of(0, 0) } as const;
  const edges = [
    floats(),
    floats(1, Number.NaN),
    floats(-0),
    floats(1, 2, 1),
    { ...floats(1), shape: [] },
    { ...int32, shape: [] },
  ];
  expect(edges.map(isEdgeTensor)).toEqual(edges.map(() => true));
  const plain = [floats(1), floats(1, -1, 0.5), int32];
  expect(plain.map(isEdgeTensor)).toEqual(plain.map(() => false));
});
