// What transforms do beside torchvision's numbers: copies and in place, as data sets call them, as they are printed, and what they refuse.

import { defaultGenerator, manualSeed, tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { expect, it } from "vitest";
import {
  AutoAugment,
  adjustBrightness,
  adjustContrast,
  adjustHue,
  adjustSharpness,
  autocontrast,
  ColorJitter,
  Compose,
  DataLoader,
  equalize,
  Grayscale,
  invert,
  Lambda,
  Normalize,
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
  Resize,
  rgbToGrayscale,
  SyntheticShapes,
  solarize,
  ToTensor,
  TrivialAugmentWide,
} from "../index.js";
import { drawSeed } from "../sampler.js";

it("erases a copy, or in place what it was given", () => {
  const image = tensor(Uint8Array.from({ length: 48 }, () => 9)).view(3, 4, 4);
  const settings = { p: 1, scale: [0.25, 0.25], ratio: [1, 1], value: [1, 2, 3] } as const;
  const erased = new RandomErasing(settings)(image);
  expect(erased.sum({ dim: [-2, -1] }).toArray()).toEqual([112, 116, 120]);
  expect(image.eq(9).sum().item()).toBe(48);
  expect(new RandomErasing({ ...settings, inplace: true })(image)).toBe(image);
  expect(image.eq(9).sum().item()).toBe(36);
});

it("prints a row of transforms as torchvision does", () => {
  const row = new Compose([new RandomCrop(32, 4), new ToTensor(), new Normalize([0.5], [0.25]), new Lambda((x) => x)]);
  expect(String(row)).toBe(
    "Compose(\n    RandomCrop(size=(32, 32), padding=4)\n    ToTensor()\n    Normalize(mean=(0.5,), std=(0.25,))\n    Lambda()\n)",
  );
});

it.each<[string, () => unknown]>([
  ["RandomCrop", () => new RandomCrop(holed(2) as never)],
  ["Resize", () => new Resize(holed(2) as never)],
  ["Pad", () => new Pad(holed(4) as never)],
  ["RandomErasing", () => new RandomErasing({ value: holed(3) })],
])("%s refuses a list with a hole", (owner, make) => {
  expect(thrown(make)).toMatch(new RegExp(`^ArgumentError: ${owner}: .* got \\[, .*2`));
});

/** `[, 2]`, which a formatter would complain of. */
function holed(length: number): readonly number[] {
  return Object.assign(new Array<number>(length), { [length - 1]: 2 });
}

it("refuses what cannot be, and says so", () => {
  const image = tensor(Uint8Array.of(1, 2, 3, 4)).view(1, 2, 2);
  const refused = [
    () => new RandomCrop(3)(image),
    () => new RandomCrop(0),
    () => new RandomCrop([1, 2, 3] as never),
    () => new RandomCrop(2, { padding: [1, 2, 3] as never }),
    () => new RandomCrop(2, { paddingMode: "wrap" as never }),
    () => new RandomHorizontalFlip(2),
    () => new RandomHorizontalFlip()(3 as never),
    () => new ToTensor()(image.to("float32")),
    () => new Compose([3 as never]),
    () => new Pad(1)(tensor(1)),
    () => new Normalize([0.5] as never),
    () => new RandomErasing(2),
    () => new RandomErasing({ scale: [0.5, 2] }),
    () => new RandomErasing({ ratio: [2, 1] }),
    () => new RandomErasing({ ratio: [0, 1] }),
    () => new RandomErasing({ value: "noise" as never }),
    () => new RandomErasing({ value: "random" })(image),
    () => new RandomErasing({ value: [1, 2] })(image),
    () => new RandomErasing()(image.view(2, 2)),
    () => new Resize(0),
    () => new Resize([1, 2, 3] as never),
    () => new Resize([4, 4], { maxSize: 8 }),
    () => new Resize(4, { maxSize: 4 }),
    () => new Resize(4, "lanczos" as never),
    () => new Resize(4)(image.to("int32")),
    () => new Resize(4)(tensor(1)),
    () => new Resize(2, { maxSize: 3 })(tensor(new Uint8Array(900)).view(1, 1, 900)),
    () => new Resize([2, 2])(image.narrow(1, 0, 0)),
    () => new RandomResizedCrop(2)(image.narrow(2, 0, 0)),
    () => new RandomResizedCrop(4, { scale: [-1, 1] }),
    () => new RandomResizedCrop([4] as never),
    () => new RandomRotation(-1),
    () => new RandomRotation([3, 1]),
    () => new RandomRotation([1, 2, 3] as never),
    () => new RandomRotation(1, { center: [1] as never }),
    () => new RandomRotation(1, "bicubic" as never),
    () => new RandomRotation(1, { fill: [1, 2] })(image),
    () => new RandomRotation(1)(image.view(2, 2)),
    () => new RandomRotation(1)(image.to("int32")),
    () => new RandomAffine(1, [2, 0]),
    () => new RandomAffine(1, { scale: [0, 1] }),
    () => new RandomAffine(1, { shear: [1, 2, 3] }),
    () => new RandomAffine(1, { fill: "red" as never }),
    () => new ColorJitter(-1),
    () => new ColorJitter({ contrast: [2, 1] }),
    () => new ColorJitter({ hue: 0.6 }),
    () => new ColorJitter({ saturation: "much" as never }),
    () => new ColorJitter()(3 as never),
    () => new ColorJitter(1)(image.expand(2, 2, 2)),
    () => new Grayscale(2 as never),
    () => new RandomGrayscale(1.5),
    () => new RandomGrayscale(1)(image.to("int32")),
    () => rgbToGrayscale(image.view(2, 2)),
    () => adjustBrightness(image, -1),
    () => adjustHue(image, Number.NaN),
    () => adjustContrast(image, "2" as never),
    () => new RandAugment({ magnitude: 31 }),
    () => new RandAugment(1.5),
    () => new RandAugment({ numMagnitudeBins: 1 }),
    () => new RandAugment({ interpolation: "bicubic" as never }),
    () => new RandAugment({ fill: [1, 2] })(image),
    () => new TrivialAugmentWide(1),
    () => new TrivialAugmentWide()(image.to("float32")),
    () => new AutoAugment("mnist" as never),
    () => new AutoAugment("constructor" as never),
    () => new AutoAugment()(3 as never),
    () => adjustSharpness(image, -1),
    () => solarize(image, 256),
    () => solarize(image.to("float32"), 2),
    () => posterize(image, 9),
    () => posterize(image.to("float32"), 2),
    () => equalize(image.to("float32")),
    () => autocontrast(image.to("int32")),
    () => invert(image.view(2, 2)),
  ];
  expect(refused.map(thrown)).toMatchInlineSnapshot(`
    [
      "ShapeError: RandomCrop: Required crop size (3, 3) is larger than input image size (2, 2); give a padding, or padIfNeeded",
      "ArgumentError: RandomCrop: Please provide only two dimensions (h, w) for size, got 0",
      "ArgumentError: RandomCrop: Please provide only two dimensions (h, w) for size, got [1, 2, 3]",
      "ArgumentError: RandomCrop: Padding must be an int or a 1, 2, or 4 element tuple, got [1, 2, 3]",
      "ArgumentError: RandomCrop: Padding mode should be either constant, edge or reflect, but got wrap",
      "ArgumentError: RandomHorizontalFlip: p must be in [0, 1], but got 2",
      "ArgumentError: RandomHorizontalFlip: image must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      "DTypeError: ToTensor: expected an image of dtype uint8, got float32; leave it out where images are floats already",
      "ArgumentError: Compose: transforms[0] must be a function, but got 3",
      "ShapeError: Pad: expected images of shape (…, H, W), got []",
      "ArgumentError: Normalize: std must be an array of numbers, but got undefined",
      "ArgumentError: RandomErasing: p must be in [0, 1], but got 2",
      "ArgumentError: RandomErasing: Scale should be between 0 and 1, but got [0.5, 2]",
      "ArgumentError: RandomErasing: Scale and ratio should be of kind (min, max), but got a ratio of [2, 1]",
      "ArgumentError: RandomErasing: ratio should be positive and finite, but got [0, 1]",
      "ArgumentError: RandomErasing: Argument value should be either a number or a sequence, or 'random', but got "noise"",
      "ArgumentError: RandomErasing: a value of "random" is noise of mean 0 and deviation 1, which bytes cannot hold; put ToTensor in front of it",
      "ShapeError: RandomErasing: If value is a sequence, it should have either a single value or 1 (number of input channels), but it has 2",
      "ShapeError: RandomErasing: expected images of shape (…, C, H, W), got [2, 2]",
      "ArgumentError: Resize: Size must be an int or a 1 or 2 element tuple/list of positive ones, but got 0",
      "ArgumentError: Resize: Size must be an int or a 1 or 2 element tuple/list of positive ones, but got [1, 2, 3]",
      "ArgumentError: Resize: max_size should only be passed if size specifies the length of the smaller edge",
      "ArgumentError: Resize: max_size = 4 must be strictly greater than the requested size for the smaller edge size = 4",
      "ArgumentError: Resize: interpolation should be one of nearest, nearest-exact, bilinear, bicubic, but got "lanczos"",
      "DTypeError: Resize: expected an image of dtype uint8 or of floats, got int32; convert with .to("float32")",
      "ShapeError: Resize: expected images of shape (…, H, W), got []",
      "ShapeError: Resize: of an image of 1 × 900 nothing is left where its longer side has 3; give a larger maxSize",
      "ShapeError: Resize: expected images with pixels in them, got 0 × 2",
      "ShapeError: RandomResizedCrop: expected images with pixels in them, got 2 × 0",
      "ArgumentError: RandomResizedCrop: Scale should be at least 0, but got [-1, 1]",
      "ArgumentError: RandomResizedCrop: Please provide only two dimensions (h, w) for size, got [4]",
      "ArgumentError: RandomRotation: If degrees is a single number, it must be positive, but got -1",
      "ArgumentError: RandomRotation: degrees should be of kind (min, max), but got [3, 1]",
      "ArgumentError: RandomRotation: degrees should be a sequence of length 2, of finite numbers, but got [1, 2, 3]",
      "ArgumentError: RandomRotation: center should be a sequence of length 2, of finite numbers, but got [1]",
      "ArgumentError: RandomRotation: interpolation should be one of nearest, bilinear, but got "bicubic"",
      "ShapeError: RandomRotation: The number of elements in 'fill' cannot broadcast to match the number of channels of the image (2 != 1)",
      "ShapeError: RandomRotation: expected images of shape (…, C, H, W), got [2, 2]",
      "DTypeError: RandomRotation: expected an image of dtype uint8 or of floats, got int32; convert with .to("float32")",
      "ArgumentError: RandomAffine: translation values should be between 0 and 1, but got [2, 0]",
      "ArgumentError: RandomAffine: scale values should be positive, but got [0, 1]",
      "ArgumentError: RandomAffine: shear should be a sequence of length 2 or 4, of finite numbers, but got [1, 2, 3]",
      "ArgumentError: RandomAffine: Fill should be either a sequence or a number, but got "red"",
      "ArgumentError: ColorJitter: If brightness is a single number, it must be non negative, but got -1",
      "ArgumentError: ColorJitter: contrast values should be between (0.0, inf), but got [2, 1]",
      "ArgumentError: ColorJitter: hue values should be between (-0.5, 0.5), but got [-0.6, 0.6]",
      "ArgumentError: ColorJitter: saturation should be a single number or a list/tuple with length 2, but got "much"",
      "ArgumentError: ColorJitter: image must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      "ShapeError: ColorJitter: Input image tensor permitted channel values are [1, 3], but found 2",
      "ArgumentError: Grayscale: num_output_channels should be either 1 or 3, but got 2",
      "ArgumentError: RandomGrayscale: p must be in [0, 1], but got 1.5",
      "DTypeError: rgbToGrayscale: expected an image of dtype uint8 or of floats, got int32; convert with .to("float32")",
      "ShapeError: rgbToGrayscale: Input image tensor should have at least 3 dimensions, (…, C, H, W), but found 2",
      "ArgumentError: adjustBrightness: brightness_factor (-1) is not non-negative",
      "ArgumentError: adjustHue: hue_factor (NaN) is not in [-0.5, 0.5]",
      "ArgumentError: adjustContrast: contrast_factor must be a number, but got "2"",
      "ArgumentError: RandAugment: magnitude must be a whole number from 0 to 30, but got 31",
      "ArgumentError: RandAugment: numOps must be a whole number of at least 0, but got 1.5",
      "ArgumentError: RandAugment: numMagnitudeBins must be a whole number of at least 2, but got 1",
      "ArgumentError: RandAugment: interpolation should be one of nearest, bilinear, but got "bicubic"",
      "ShapeError: RandAugment: The number of elements in 'fill' cannot broadcast to match the number of channels of the image (2 != 1)",
      "ArgumentError: TrivialAugmentWide: numMagnitudeBins must be a whole number of at least 2, but got 1",
      "DTypeError: TrivialAugmentWide: Only torch.uint8 image tensors are supported, but found float32; put it in front of ToTensor",
      "ArgumentError: AutoAugment: policy should be one of imagenet, cifar10, svhn, but got "mnist"",
      "ArgumentError: AutoAugment: policy should be one of imagenet, cifar10, svhn, but got "constructor"",
      "ArgumentError: AutoAugment: image must be a Tensor, but got 3; make a tensor of it with tensor(…)",
      "ArgumentError: adjustSharpness: sharpness_factor (-1) is not non-negative",
      "ArgumentError: solarize: Threshold should be less than bound of img, 255 of uint8, but got 256",
      "ArgumentError: solarize: Threshold should be less than bound of img, 1 of float32, but got 2",
      "ArgumentError: posterize: The number of bits should be a whole one between 0 and 8. Got 9",
      "DTypeError: posterize: Only torch.uint8 image tensors are supported, but found float32; put it in front of ToTensor",
      "DTypeError: equalize: Only torch.uint8 image tensors are supported, but found float32; put it in front of ToTensor",
      "DTypeError: autocontrast: expected an image of dtype uint8 or of floats, got int32; convert with .to("float32")",
      "ShapeError: invert: Input image tensor should have at least 3 dimensions, (…, C, H, W), but found 2",
    ]
  `);
});

it("serves data sets: each image by itself, in the order in which they are asked for", () => {
  const transform = new Compose([new RandomCrop(32, 4), new RandomHorizontalFlip(), new ToTensor()]);
  const pictures = new SyntheticShapes({ length: 8, transform, targetTransform: (label) => label.add(1) });
  const plain = new SyntheticShapes({ length: 8 });
  manualSeed(3);
  for (const [images, labels] of new DataLoader(pictures, { batchSize: 8 })) {
    expect([images.shape, images.dtype]).toEqual([[8, 3, 32, 32], "float32"]);
    expect(labels.toArray()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    manualSeed(3);
    // The loader's own draw.
    drawSeed(defaultGenerator());
    for (const index of [0, 1, 2])
      expect(transform(plain.get(index)[0]).equal(images.select(0, index)), `image ${index}`).toBe(true);
  }
});

it("does not take the plain image for that of a transform that returns nothing", () => {
  const pictures = new SyntheticShapes({ length: 2, transform: (() => undefined) as never });
  expect(thrown(() => [...new DataLoader(pictures, { batchSize: 2 })])).toContain("batch must contain tensors");
});
