// CIFAR-10's binary layout, against records written here by hand.

import { describe, expect, it } from "vitest";
import { parseCifar10 } from "./format.js";

/** Records whose bytes count up from the record's number, plane by plane. */
function record(label: number, start: number): number[] {
  return [label, ...Array.from({ length: 3072 }, (_, at) => (start + at) % 256)];
}

describe("parseCifar10", () => {
  it("parts labels from planes", () => {
    const { images, labels } = parseCifar10(Uint8Array.from([...record(3, 7), ...record(9, 100)]), "two records");
    expect([...labels]).toEqual([3, 9]);
    expect(images.length).toBe(2 * 3072);
    expect([...images.subarray(0, 3)]).toEqual([7, 8, 9]);
    expect(images[1024]).toBe((7 + 1024) % 256);
    expect([...images.subarray(3072, 3074)]).toEqual([100, 101]);
  });

  it("refuses a length that is no whole number of records", () => {
    expect(() => parseCifar10(new Uint8Array(30_729_999), "data/test_batch.bin")).toThrowErrorMatchingInlineSnapshot(
      `[DataFileError: CIFAR10: data/test_batch.bin has a wrong length: expected a multiple of 3,073 bytes (an official file has 30,730,000), got 30,729,999; it may be cut short or be another format: unpack cifar-10-binary.tar.gz (the binary version) again]`,
    );
    expect(() => parseCifar10(new Uint8Array(0), "data/test_batch.bin")).toThrowErrorMatchingInlineSnapshot(
      `[DataFileError: CIFAR10: data/test_batch.bin has a wrong length: expected a multiple of 3,073 bytes (an official file has 30,730,000), got 0; it may be cut short or be another format: unpack cifar-10-binary.tar.gz (the binary version) again]`,
    );
  });

  it("refuses a label above 9", () => {
    const bytes = Uint8Array.from([...record(0, 0), ...record(10, 0)]);
    expect(() => parseCifar10(bytes, "data_batch_2.bin")).toThrowErrorMatchingInlineSnapshot(
      `[DataFileError: CIFAR10: data_batch_2.bin has label 10 at record 1 (byte 3,073): expected 0 to 9; it may be damaged or be another format (CIFAR-100 has two label bytes a record): unpack cifar-10-binary.tar.gz again]`,
    );
  });

  it("refuses what is not bytes", () => {
    expect(() => parseCifar10([1, 2] as never, "an array")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: parseCifar10: expected the bytes as a Uint8Array]`,
    );
  });
});
