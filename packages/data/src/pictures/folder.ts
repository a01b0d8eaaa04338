// ImageFolder: pictures in folders, one for each class, read from the disk as they are asked for. How a file becomes a tensor is decode.ts's.

import { readdirSync, realpathSync } from "node:fs";
import { extname, join } from "node:path";
import { checkArgument, checkOptions, type Kinds, type Tensor, tensor } from "@bernoulli/tensor";
import { checkIndex, type Dataset } from "../dataset.js";
import { DataFileError } from "../errors.js";
import { kindAt } from "../files.js";
import { type ImageDatasetTransforms, type ImageSample, transformKinds, transformsOf } from "../image-dataset.js";
import { readImage } from "./decode.js";

export interface ImageFolderOptions extends ImageDatasetTransforms {
  /** What makes a tensor of a file. Default: {@link readImage} in the mode `"RGB"`. */
  readonly loader?: (path: string) => Tensor;
  /** Which files are samples. Default: those whose names end in .png, .jpg or .jpeg. */
  readonly isValidFile?: (path: string) => boolean;
  /** Whether a class may have no samples. Default: false. */
  readonly allowEmpty?: boolean;
}

const optionKinds: Kinds<ImageFolderOptions> = {
  loader: "function",
  isValidFile: "function",
  allowEmpty: "boolean",
  ...transformKinds,
};

const read: readonly string[] = [".png", ".jpg", ".jpeg"];
/** What torchvision reads besides: to pass such files over without a word would give another data set than there. */
const unread: readonly string[] = [".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp"];

/**
 * Pictures in folders: `root/cat/1.png`, `root/dog/more/2.jpg`. The folders in `root` are the classes, sorted; their files, in folders within them
 * too, are the samples, in torchvision's order. Samples are uint8 images (3, height, width), as large as the file has them, or what `transform`
 * makes of them, and int32 labels. See https://pytorch.org/vision/stable/generated/torchvision.datasets.ImageFolder.html.
 *
 *     const train = new ImageFolder("flowers/train", { transform: new Compose([new CenterCrop(64), new ToTensor()]) });
 *
 * @throws DataFileError where there is no such folder, none in it, a class without samples, or a picture in a format that is not read; from `get`,
 * for a file that cannot be read or decoded, by its name.
 */
export class ImageFolder implements Dataset<ImageSample> {
  static readonly name: string = "ImageFolder";
  readonly root: string;
  /** The names of the classes, in the order of their labels. */
  readonly classes: readonly string[];
  readonly classToIdx: Readonly<Record<string, number>>;
  /** Files and labels, in order. */
  readonly samples: readonly (readonly [path: string, label: number])[];
  /** The label of every sample, in order. */
  readonly targets: Int32Array;
  readonly transform: ((image: Tensor) => Tensor) | null;
  readonly targetTransform: ((label: Tensor) => Tensor) | null;
  readonly #loader: (path: string) => Tensor;

  constructor(root: string, options: ImageFolderOptions = {}) {
    checkArgument("ImageFolder", "root", root, "string");
    checkOptions("ImageFolder", options, optionKinds);
    const { loader = (path) => readImage(path, "RGB"), isValidFile = isPicture, allowEmpty = false } = options;
    [this.transform, this.targetTransform] = transformsOf("ImageFolder", options);
    this.root = root;
    this.classes = foldersIn(root);
    this.classToIdx = Object.fromEntries(this.classes.map((name, label) => [name, label]));
    this.samples = this.classes.flatMap((name, label) =>
      filesUnder(join(root, name))
        .filter(isValidFile)
        .map((path) => [path, label] as const),
    );
    const empty = this.classes.filter((_, label) => !this.samples.some((sample) => sample[1] === label));
    if (empty.length > 0 && !allowEmpty)
      throw new DataFileError(
        `ImageFolder: Found no valid file for the classes ${empty.join(", ")} in ${root}. Supported extensions are: ${read.join(", ")}; remove their folders, or allow it by allowEmpty`,
      );
    this.targets = Int32Array.from(this.samples, ([, label]) => label);
    this.#loader = loader;
  }

  get length(): number {
    return this.samples.length;
  }

  get(index: number): ImageSample {
    checkIndex("ImageFolder", index, this.length);
    const [path, target] = this.samples[index]!;
    const image = this.#loader(path);
    const label = tensor(target, { dtype: "int32" });
    const { transform, targetTransform } = this;
    return [transform === null ? image : transform(image), targetTransform === null ? label : targetTransform(label)];
  }
}

function isPicture(path: string): boolean {
  const ending = extname(path).toLowerCase();
  if (unread.includes(ending))
    throw new DataFileError(
      `ImageFolder: ${path} is in a format that is not read; convert it to PNG or JPEG, or leave it out by isValidFile`,
    );
  return read.includes(ending);
}

function foldersIn(root: string): readonly string[] {
  if (kindAt(root) !== "directory")
    throw new DataFileError(
      `ImageFolder: there is no directory ${root}: name the one that has a folder for each class`,
    );
  const names = namesIn(root).filter((name) => kindAt(join(root, name)) === "directory");
  if (names.length === 0)
    throw new DataFileError(
      `ImageFolder: Couldn't find any class folder in ${root}: put the pictures of each class into one`,
    );
  return names;
}

/** The files in a folder and those within it: folder by folder, as sorting their paths has them, and by name. Links are followed. */
function filesUnder(folder: string): readonly string[] {
  const files = new Map<string, readonly string[]>();
  const walk = (path: string, above: readonly string[]): void => {
    const real = realpathSync(path);
    if (above.includes(real))
      throw new DataFileError(
        `ImageFolder: ${path} is a link that leads back to ${real}, a folder above it; remove it`,
      );
    const inside = namesIn(path).map((name) => join(path, name));
    files.set(
      path,
      inside.filter((each) => kindAt(each) === "file"),
    );
    for (const each of inside) if (kindAt(each) === "directory") walk(each, [...above, real]);
  };
  walk(folder, []);
  return [...files.keys()].sort().flatMap((path) => files.get(path)!);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new DataFileError(
      `ImageFolder: ${folder} cannot be read (${(cause as NodeJS.ErrnoException).code}): make it readable, or name another directory`,
      { cause },
    );
  }
}
