// The report of a run made up by hand: what is on the page, and what must never be.

import { data } from "bernoulli";
import { describe, expect, it } from "vitest";
import type { Result } from "../experiment.js";
import { readOptions } from "../options.js";
import { type Run, startOf } from "../run.js";
import { type Source, settle } from "../source.js";
import { findings } from "./findings.js";
import { markdownReport } from "./markdown.js";
import { reportPage } from "./page.js";
import { pictureOf, pictureOfKernels } from "./pictures.js";

const classes = ["<b>bold</b>", "plain"];
const test = new data.ImageDataset({
  images: new Uint8Array(4 * 3 * 2 * 2).fill(7),
  labels: Int32Array.of(0, 1, 1, 0),
  imageShape: [3, 2, 2],
  classes,
});

function result(net: Result["net"], accuracy: number): Result {
  const scores = { loss: 1 - accuracy, accuracy };
  const record = (epoch: number) => ({
    epoch,
    live: scores,
    clean: scores,
    validation: scores,
    samples: 10,
    trainSeconds: 2,
    seconds: 3,
  });
  return {
    net,
    history: [record(1), record(2)],
    test: { loss: 0.5, accuracy: 0.5 },
    confusion: [
      [2, 0],
      [1, 1],
    ],
    answers: [0, 1, 0, 0].map((answer) => ({ answer, probability: 0.75 })),
    filters: [
      [
        [
          [0, 1],
          [2, 3],
        ],
        [
          [0, 0],
          [0, 0],
        ],
        [
          [-1, 1],
          [0, 0],
        ],
      ],
    ],
    demonstration: null,
  };
}

const drawn: Source = { name: "synthetic", directory: null, offline: null };
const real: Source = { name: "CIFAR-10", directory: "DIR", offline: null };

function runOf(results: readonly Result[], source = drawn): Run {
  return {
    ...startOf(settle((readOptions([]) as Exclude<ReturnType<typeof readOptions>, string>).options, source), {
      train: test,
      validation: test,
      test,
    }),
    status: "complete",
    classes,
    results,
  };
}

describe("the page", () => {
  const page = reportPage(runOf([result("dropout", 0.6), result("plain", 0.9)]), test);

  it("has curves, matrices, kernels and images", () => {
    expect(page.match(/<svg/g)).toHaveLength(8);
    expect(page.match(/data:image\/png/g)).toHaveLength(2 + 4);
    expect(page).toContain("is 30.0 points smaller with dropout");
  });

  it("asks for nothing from elsewhere, runs nothing, and shows names as they are", () => {
    expect(page.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:/);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<b>bold</b>");
    expect(page).toContain("&lt;b&gt;bold&lt;/b&gt;");
  });

  it("says what was not CIFAR-10, and what was interrupted", () => {
    expect(page).toContain("Synthetic data: drawn shapes, not CIFAR-10.");
    const interrupted = { ...runOf([result("dropout", 0.6)], real), status: "interrupted" } as const;
    expect(reportPage(interrupted, test)).not.toContain("Synthetic data");
    expect(reportPage(interrupted, test)).toContain("This run was interrupted");
  });
});

it("the Markdown has the same numbers", () => {
  const text = markdownReport(runOf([result("dropout", 0.6), result("plain", 0.9)]));
  expect(text).toContain("| with dropout | 50.0 | 60.0 | 10.0 | 0.500 |");
  expect(text).toContain("| 2 | 0.100 | 90.0 | 90.0 | 90.0 | 5 |");
  expect(text).toContain("SYNTHETIC DATA");
});

describe("findings", () => {
  it("do not praise dropout where it did not help", () => {
    const sentences = findings([result("dropout", 0.9), result("plain", 0.6)]).join("\n");
    expect(sentences).toContain("is 30.0 points larger with dropout");
    expect(sentences).toContain("In this run dropout did not narrow the gap");
  });

  it("compare nothing where there is one net", () => {
    expect(findings([result("plain", 0.9)])).toEqual([]);
  });
});

describe("pictures", () => {
  const bytes = (address: string) => Buffer.from(address.replace("data:image/png;base64,", ""), "base64");

  it("are PNGs of the pixels", async () => {
    const { decode } = await import("fast-png");
    const image = decode(bytes(pictureOf([1, 2, 3, 4, 10, 20, 30, 40, 100, 110, 120, 130], 2, 2)));
    expect([image.width, image.height, ...image.data]).toEqual([2, 2, 1, 10, 100, 2, 20, 110, 3, 30, 120, 4, 40, 130]);
    const kernels = pictureOfKernels(
      [
        [[[0]], [[1]], [[2]]],
        [[[5]], [[5]], [[5]]],
      ],
      2,
    );
    expect([...decode(bytes(kernels.address)).data]).toEqual([0, 128, 255, 128, 128, 128, 128, 128, 128]);
    expect([kernels.width, kernels.height]).toEqual([3, 1]);
  });
});
