import { describe, expect, it } from "vitest";
import { parseIdx } from "./idx.js";

const fails = (...bytes: number[]) => {
  try {
    parseIdx(Uint8Array.from(bytes), "FILE");
  } catch (error) {
    return String(error);
  }
  throw new Error("it was read");
};

describe("an IDX file", () => {
  it("gives its array, which shares memory with the bytes", () => {
    const bytes = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 5, 6);
    const { shape, data } = parseIdx(bytes, "FILE");
    bytes[8] = 9;
    expect([shape, [...data]]).toEqual([[2], [9, 6]]);
    expect(parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 0), "FILE").data).toHaveLength(0);
  });

  it("is refused where it is something else, or not whole", () => {
    expect(fails()).toMatchInlineSnapshot(
      `"DataFileError: IDX: FILE has 0 bytes, and no header; it may be cut short or be another format"`,
    );
    expect(fails(31, 139, 8, 0)).toMatchInlineSnapshot(
      `"DataFileError: IDX: FILE begins with the bytes 31, 139, 8, 0: expected 0, 0, 8 (unsigned bytes) and the number of dimensions; it may be cut short or be another format"`,
    );
    expect(fails(0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0)).toMatchInlineSnapshot(
      `"DataFileError: IDX: FILE begins with the bytes 0, 0, 13, 1: expected 0, 0, 8 (unsigned bytes) and the number of dimensions; it may be cut short or be another format"`,
    );
    expect(fails(0, 0, 8, 3, 0, 0, 0, 1)).toMatchInlineSnapshot(
      `"DataFileError: IDX: FILE ends inside its header of 3 dimensions; it may be cut short or be another format"`,
    );
    expect(fails(0, 0, 8, 1, 0, 0, 0, 2, 5)).toMatchInlineSnapshot(
      `"DataFileError: IDX: FILE has 1 elements, expected 2 = 2; it may be cut short or be another format"`,
    );
    expect(fails(0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255, 1)).toMatchInlineSnapshot(
      `"DataFileError: IDX: FILE has 1 elements, expected 4294967295 × 4294967295 = 18,446,744,065,119,617,000; it may be cut short or be another format"`,
    );
  });
});
