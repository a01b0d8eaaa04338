// Transforms and grids against torchvision's (family "transforms" of tooling/torch-fixtures).

import { manualSeed, rand, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures, type Tolerance, thrown, Variants } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";
import {
  AutoAugment,
  adjustBrightness,
  adjustContrast,
  adjustHue,
  adjustSaturation,
  adjustSharpness,
  autocontrast,
  CenterCrop,
  ColorJitter,
  CutMix,
  equalize,
  Grayscale,
  invert,
  MixUp,
  makeGrid,
  Pad,
  posterize,
  RandAugment,
  RandomAffine,
  RandomCrop,
  RandomErasing,
  RandomGrayscale,
  RandomHorizontalFlip,
  RandomResizedCrop,
  RandomRotation,
  RandomVerticalFlip,
  Resize,
  rgbToGrayscale,
  solarize,
  type Transform,
  TrivialAugmentWide,
} from "../index.js";

const transforms = {
  AutoAugment,
  CenterCrop,
  ColorJitter,
  Grayscale,
  Pad,
  RandAugment,
  RandomAffine,
  RandomCrop,
  RandomErasing,
  RandomGrayscale,
  RandomHorizontalFlip,
  RandomResizedCrop,
  RandomRotation,
  RandomVerticalFlip,
  Resize,
  TrivialAugmentWide,
} as const;

const adjustments = {
  adjustBrightness,
  adjustContrast,
  adjustHue,
  adjustSaturation,
  adjustSharpness,
  autocontrast,
  equalize,
  invert,
  posterize,
  rgbToGrayscale,
  solarize,
} as const;

const { cases } = loadFixtures("transforms");
const made = ({ data, dtype, shape }: FixtureTensor): Tensor => tensor(data, { dtype }).view(shape);
const variants = new Variants("packages/data/src/transforms/goldens.test.ts");

/** Of each transform and adjustment. */
const chosen = variants.ofGroups(
  cases,
  ({ kind, transform = "", adjustment = "" }) => `${kind} ${transform}${adjustment}`,
  ({ name }) => name,
);

/**
 * To the bit, but for what each library adds up in an order of its own: the mean of floats in contrast, and pixels between others, of which bytes that
 * are a half before they are rounded may become either neighbour.
 */
function toleranceOf(name: string, { interpolation }: { interpolation?: string }, { dtype }: Tensor): Tolerance {
  const isBetween = ["Resize", "RandomResizedCrop"].includes(name)
    ? !interpolation?.startsWith("nearest")
    : interpolation === "bilinear";
  if (isBetween && dtype === "uint8") return { absolute: 1, norm: 2e-3 };
  return isBetween || ["ColorJitter", "adjustContrast", "adjustSharpness"].includes(name)
    ? { absolute: dtype === "uint8" ? 0 : 2e-6 }
    : {};
}

describe("transforms", () => {
  test.each(chosen.filter(({ kind }) => kind === "transform"))("$name", (golden) => {
    const Made = transforms[golden["transform"] as keyof typeof transforms] as unknown as new (
      ...given: unknown[]
    ) => Transform;
    const transform = new Made(...golden["arguments"], golden["options"]);
    expect(String(transform)).toBe(golden["text"]);
    const image = made(golden["image"]);
    manualSeed(golden["seed"]);
    for (const wanted of golden["outputs"] as readonly FixtureTensor[]) {
      const output = transform(image);
      expect([output.dtype, output.shape]).toEqual([wanted.dtype, wanted.shape]);
      expectClose(output, wanted.data, toleranceOf(golden["transform"], golden["options"], output));
    }
    expect(rand(1).item()).toBe(golden["nextRandom"]);
    const batch = transform(image.unsqueeze(0));
    expect(batch.shape).toEqual([1, ...(golden["outputs"] as readonly FixtureTensor[])[0]!.shape]);
  });
});

describe("adjustments", () => {
  test.each(chosen.filter(({ kind }) => kind === "adjustment"))("$name", (golden) => {
    const adjust = adjustments[golden["adjustment"] as keyof typeof adjustments];
    const [images, wanted] = [made(golden["images"]), golden["output"] as FixtureTensor];
    const output = (adjust as (image: Tensor, ...rest: unknown[]) => Tensor)(images, ...golden["arguments"]);
    expect([output.dtype, output.shape]).toEqual([wanted.dtype, wanted.shape]);
    expectClose(output, wanted.data, toleranceOf(golden["adjustment"], {}, output));
  });
});

describe("mixtures of batches", () => {
  test.each(chosen.filter(({ kind }) => kind === "mix"))("$name", (golden) => {
    const Made = { MixUp, CutMix }[golden["transform"] as "MixUp" | "CutMix"];
    const mix = new Made(golden["options"]);
    expect(String(mix)).toBe(golden["text"]);
    expect(mix).toBeInstanceOf(Made);
    manualSeed(12);
    const given = made(golden["images"]);
    for (const [at, wanted] of (golden["mixed"] as readonly FixtureTensor[]).entries()) {
      const [images, labels] = mix(given, made(golden["labels"]));
      expectClose(images, wanted.data);
      expectClose(labels, golden["shares"][at].data);
      expect([images.shape, labels.shape, labels.dtype]).toEqual([given.shape, [3, 4], "float32"]);
    }
    expect(rand(1).item()).toBe(golden["nextRandom"]);
  });

  it("take bytes where they need not be blended, and refuse what cannot be", () => {
    const images = tensor(Uint8Array.from({ length: 96 }, (_, at) => at)).view(2, 3, 4, 4);
    const labels = tensor([0, 1], { dtype: "int32" });
    expect(new CutMix({ numClasses: 2 })(images, labels)[0].dtype).toBe("uint8");
    const refused = [
      () => new MixUp({ numClasses: 2 })(images, labels),
      () => new MixUp({ alpha: 0 }),
      () => new CutMix({ numClasses: 1.5 }),
      () => new CutMix()(images, labels),
      () => new CutMix({ numClasses: 2 })(images, labels.view(1, 1, 2)),
      () => new CutMix({ numClasses: 2 })(images, labels.narrow(0, 0, 1)),
      () => new CutMix({ numClasses: 2 })(images, labels.view(2, 1)),
      () => new CutMix({ numClasses: 2 })(images.select(0, 0), labels),
      () => new CutMix({ numClasses: 2 })(images, 3 as never),
    ];
    expect(refused.map(thrown)).toMatchInlineSnapshot(`
      [
        "DTypeError: MixUp: expected images of floats, got uint8; convert with .to("float32"), or by ToTensor",
        "ArgumentError: MixUp: alpha must be positive and finite, but got 0",
        "ArgumentError: CutMix: numClasses must be a positive integer, but got 1.5",
        "ArgumentError: CutMix: numClasses must be passed if the labels are index-based (1D)",
        "ShapeError: CutMix: labels should be index based with shape (batch_size,) or probability based with shape (batch_size, num_classes), but got [1, 1, 2]",
        "ShapeError: CutMix: The batch size of the images does not match the batch size of the labels: 2 != 1",
        "ShapeError: CutMix: When passing 2D labels, the number of elements in last dimension must match numClasses: 1 != 2; you can leave numClasses out",
        "ShapeError: CutMix: Expected a batched input with 4 dims, (N, C, H, W), but got 3",
        "ArgumentError: CutMix: labels must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      ]
    `);
  });
});

describe("makeGrid", () => {
  test.each(chosen.filter(({ kind }) => kind === "grid"))("$name", (golden) => {
    const output = makeGrid(made(golden["images"]), golden["options"]);
    const wanted = golden["output"] as FixtureTensor;
    expect(output.shape).toEqual(wanted.shape);
    expectClose(output, wanted.data, { relative: 1e-6, absolute: 1e-6 });
  });
});

variants.tell(it);
