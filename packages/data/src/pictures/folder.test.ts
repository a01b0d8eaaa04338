// ImageFolder over folders of this test's own: which files, in which order, with which labels; and what it refuses.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { tensor } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures, thrown } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CenterCrop, Compose, DataLoader, ToTensor } from "../index.js";
import { ImageFolder } from "../node.js";

const { cases } = loadFixtures("pictures");
const golden = (name: string) => cases.find((each) => each.name === name)!;
const file = (name: string) => Uint8Array.from((golden(name)["file"] as FixtureTensor).data as ArrayLike<number>);
const jpeg = file("JPEG of a photograph, 4:2:0");
const png = file("PNG of grey");

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bernoulli-folder-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, bytes: Uint8Array): void {
  const path = join(root, ...name.split("/"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const said = (act: () => unknown) => thrown(act).replaceAll(root, "ROOT").replaceAll("\\", "/");

describe("ImageFolder", () => {
  it("has torchvision's samples in its order, PNG and JPEG, in RGB", () => {
    for (const name of ["dog/z.jpg", "dog/B.JPEG", "dog/a/1.png", "dog/a-b/0.png", "cat/2.png", "cat/10.png"])
      put(name, name.endsWith("png") ? png : jpeg);
    put("dog/notes.txt", png);
    put("readme.md", png);
    const dataset = new ImageFolder(root);
    expect(dataset.classes).toEqual(["cat", "dog"]);
    expect(dataset.classToIdx).toEqual({ cat: 0, dog: 1 });
    const names = dataset.samples.map(([path]) => path.slice(root.length + 1).replaceAll("\\", "/"));
    // Of Python's sorted(os.walk(…)): folder by folder, "a" before "a-b".
    expect(names).toEqual(["cat/10.png", "cat/2.png", "dog/B.JPEG", "dog/z.jpg", "dog/a/1.png", "dog/a-b/0.png"]);
    expect([...dataset.targets]).toEqual([0, 0, 1, 1, 1, 1]);
    const [image, label] = dataset.get(2);
    expect([image.shape, label.item(), label.dtype]).toEqual([[3, 23, 31], 1, "int32"]);
    expect([...image.toTypedArray()]).toEqual([
      ...(golden("JPEG of a photograph, 4:2:0")["rgb"] as FixtureTensor).data,
    ]);
  });

  it("gives batches of what its transform makes", () => {
    put("a/1.jpg", jpeg);
    put("b/1.png", png);
    const transform = new Compose([new CenterCrop(16), new ToTensor()]);
    const dataset = new ImageFolder(root, { transform, targetTransform: (label) => label.add(5) });
    const [[images, labels]] = [...new DataLoader(dataset, { batchSize: 2 })] as [[any, any]];
    expect([images.shape, labels.toArray()]).toEqual([
      [2, 3, 16, 16],
      [5, 6],
    ]);
  });

  it("takes other loaders and other files, and classes without samples where that is allowed", () => {
    put("a/1.bmp", png);
    put("b/1.txt", png);
    const own = new ImageFolder(root, {
      isValidFile: (path) => path.endsWith(".bmp"),
      loader: (path) => tensor([path.length]),
      allowEmpty: true,
    });
    expect(own.get(0)[0].item()).toBe(join(root, "a", "1.bmp").length);
    expect(own.classes).toEqual(["a", "b"]);
  });

  it("says what is wrong with a folder, or a file in it", () => {
    const problems = [said(() => new ImageFolder(join(root, "none"))), said(() => new ImageFolder(root))];
    put("a/1.png", png);
    put("b/readme.txt", png);
    problems.push(said(() => new ImageFolder(root)));
    put("b/1.webp", png);
    problems.push(said(() => new ImageFolder(root)));
    rmSync(join(root, "b"), { recursive: true });
    put("b/broken.jpg", jpeg.subarray(0, 800));
    const dataset = new ImageFolder(root);
    problems.push(
      said(() => dataset.get(1)),
      said(() => dataset.get(2)),
    );
    symlinkSync(root, join(root, "a", "loop"));
    problems.push(said(() => new ImageFolder(root)));
    expect(problems).toMatchInlineSnapshot(`
      [
        "DataFileError: ImageFolder: there is no directory ROOT/none: name the one that has a folder for each class",
        "DataFileError: ImageFolder: Couldn't find any class folder in ROOT: put the pictures of each class into one",
        "DataFileError: ImageFolder: Found no valid file for the classes b in ROOT. Supported extensions are: .png, .jpg, .jpeg; remove their folders, or allow it by allowEmpty",
        "DataFileError: ImageFolder: ROOT/b/1.webp is in a format that is not read; convert it to PNG or JPEG, or leave it out by isValidFile",
        "DataFileError: ROOT/b/broken.jpg cannot be decoded: Premature end of JPEG file",
        "IndexError: ImageFolder: index 2 is out of range: expected an integer from 0 to 1",
        "DataFileError: ImageFolder: ROOT/a/loop/a is a link that leads back to ROOT/a, a folder above it; remove it",
      ]
    `);
  });
});
