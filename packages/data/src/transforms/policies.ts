// What AutoAugment may do, as it was found for three data sets: 25 pairs of operations, each with how likely it is and how strong, in tenths. After Cubuk
// et al., AutoAugment: Learning Augmentation Policies from Data, 2019, in torchvision's order. What operations do is operations.ts's.

import type { Operation } from "./operations.js";

/** An operation, how likely it is, and which of ten magnitudes it has; null where it has none. */
export type Chance = readonly [operation: Operation, p: number, magnitude: number | null];

/** For which data set the pairs were found. */
export type AutoAugmentPolicy = "imagenet" | "cifar10" | "svhn";

type Pair = readonly [Chance, Chance];
const both = (first: Chance, second: Chance): Pair => [first, second];

export const policies: Readonly<Record<AutoAugmentPolicy, readonly Pair[]>> = {
  imagenet: [
    both(["Posterize", 0.4, 8], ["Rotate", 0.6, 9]),
    both(["Solarize", 0.6, 5], ["AutoContrast", 0.6, null]),
    both(["Equalize", 0.8, null], ["Equalize", 0.6, null]),
    both(["Posterize", 0.6, 7], ["Posterize", 0.6, 6]),
    both(["Equalize", 0.4, null], ["Solarize", 0.2, 4]),
    both(["Equalize", 0.4, null], ["Rotate", 0.8, 8]),
    both(["Solarize", 0.6, 3], ["Equalize", 0.6, null]),
    both(["Posterize", 0.8, 5], ["Equalize", 1, null]),
    both(["Rotate", 0.2, 3], ["Solarize", 0.6, 8]),
    both(["Equalize", 0.6, null], ["Posterize", 0.4, 6]),
    both(["Rotate", 0.8, 8], ["Color", 0.4, 0]),
    both(["Rotate", 0.4, 9], ["Equalize", 0.6, null]),
    both(["Equalize", 0, null], ["Equalize", 0.8, null]),
    both(["Invert", 0.6, null], ["Equalize", 1, null]),
    both(["Color", 0.6, 4], ["Contrast", 1, 8]),
    both(["Rotate", 0.8, 8], ["Color", 1, 2]),
    both(["Color", 0.8, 8], ["Solarize", 0.8, 7]),
    both(["Sharpness", 0.4, 7], ["Invert", 0.6, null]),
    both(["ShearX", 0.6, 5], ["Equalize", 1, null]),
    both(["Color", 0.4, 0], ["Equalize", 0.6, null]),
    both(["Equalize", 0.4, null], ["Solarize", 0.2, 4]),
    both(["Solarize", 0.6, 5], ["AutoContrast", 0.6, null]),
    both(["Invert", 0.6, null], ["Equalize", 1, null]),
    both(["Color", 0.6, 4], ["Contrast", 1, 8]),
    both(["Equalize", 0.8, null], ["Equalize", 0.6, null]),
  ],
  cifar10: [
    both(["Invert", 0.1, null], ["Contrast", 0.2, 6]),
    both(["Rotate", 0.7, 2], ["TranslateX", 0.3, 9]),
    both(["Sharpness", 0.8, 1], ["Sharpness", 0.9, 3]),
    both(["ShearY", 0.5, 8], ["TranslateY", 0.7, 9]),
    both(["AutoContrast", 0.5, null], ["Equalize", 0.9, null]),
    both(["ShearY", 0.2, 7], ["Posterize", 0.3, 7]),
    both(["Color", 0.4, 3], ["Brightness", 0.6, 7]),
    both(["Sharpness", 0.3, 9], ["Brightness", 0.7, 9]),
    both(["Equalize", 0.6, null], ["Equalize", 0.5, null]),
    both(["Contrast", 0.6, 7], ["Sharpness", 0.6, 5]),
    both(["Color", 0.7, 7], ["TranslateX", 0.5, 8]),
    both(["Equalize", 0.3, null], ["AutoContrast", 0.4, null]),
    both(["TranslateY", 0.4, 3], ["Sharpness", 0.2, 6]),
    both(["Brightness", 0.9, 6], ["Color", 0.2, 8]),
    both(["Solarize", 0.5, 2], ["Invert", 0, null]),
    both(["Equalize", 0.2, null], ["AutoContrast", 0.6, null]),
    both(["Equalize", 0.2, null], ["Equalize", 0.6, null]),
    both(["Color", 0.9, 9], ["Equalize", 0.6, null]),
    both(["AutoContrast", 0.8, null], ["Solarize", 0.2, 8]),
    both(["Brightness", 0.1, 3], ["Color", 0.7, 0]),
    both(["Solarize", 0.4, 5], ["AutoContrast", 0.9, null]),
    both(["TranslateY", 0.9, 9], ["TranslateY", 0.7, 9]),
    both(["AutoContrast", 0.9, null], ["Solarize", 0.8, 3]),
    both(["Equalize", 0.8, null], ["Invert", 0.1, null]),
    both(["TranslateY", 0.7, 9], ["AutoContrast", 0.9, null]),
  ],
  svhn: [
    both(["ShearX", 0.9, 4], ["Invert", 0.2, null]),
    both(["ShearY", 0.9, 8], ["Invert", 0.7, null]),
    both(["Equalize", 0.6, null], ["Solarize", 0.6, 6]),
    both(["Invert", 0.9, null], ["Equalize", 0.6, null]),
    both(["Equalize", 0.6, null], ["Rotate", 0.9, 3]),
    both(["ShearX", 0.9, 4], ["AutoContrast", 0.8, null]),
    both(["ShearY", 0.9, 8], ["Invert", 0.4, null]),
    both(["ShearY", 0.9, 5], ["Solarize", 0.2, 6]),
    both(["Invert", 0.9, null], ["AutoContrast", 0.8, null]),
    both(["Equalize", 0.6, null], ["Rotate", 0.9, 3]),
    both(["ShearX", 0.9, 4], ["Solarize", 0.3, 3]),
    both(["ShearY", 0.8, 8], ["Invert", 0.7, null]),
    both(["Equalize", 0.9, null], ["TranslateY", 0.6, 6]),
    both(["Invert", 0.9, null], ["Equalize", 0.6, null]),
    both(["Contrast", 0.3, 3], ["Rotate", 0.8, 4]),
    both(["Invert", 0.8, null], ["TranslateY", 0, 2]),
    both(["ShearY", 0.7, 6], ["Solarize", 0.4, 8]),
    both(["Invert", 0.6, null], ["Rotate", 0.8, 4]),
    both(["ShearY", 0.3, 7], ["TranslateX", 0.9, 3]),
    both(["ShearX", 0.1, 6], ["Invert", 0.6, null]),
    both(["Solarize", 0.7, 2], ["TranslateY", 0.6, 7]),
    both(["ShearY", 0.8, 4], ["Invert", 0.8, null]),
    both(["ShearX", 0.7, 9], ["TranslateY", 0.8, 3]),
    both(["ShearY", 0.8, 5], ["AutoContrast", 0.7, null]),
    both(["ShearX", 0.7, 2], ["Invert", 0.1, null]),
  ],
};
