// A trained net's weights as a file: safetensors with PyTorch's keys, and what else one must know to use them.

import { join, parse } from "node:path";
import { loadFile, readFileHeader, saveFile } from "@bernoulli/trainer/node";
import { data, scope } from "bernoulli";
import type { NetName } from "./experiment.js";
import { DropoutNet, PlainNet } from "./model.js";

/** What a file says beside the weights. */
export interface Description {
  readonly net: NetName;
  /** The share of units that is dropped. */
  readonly p: number;
  readonly classes: readonly string[];
  /** The images that it was trained on. */
  readonly data: string;
  /** The epochs that are complete. */
  readonly epochs: number;
  readonly seed: number;
}

/** Where a net's weights go: to the file named, or, of two nets, to one beside it for each. */
export function pathOfWeights(save: string, net: NetName, isOnly: boolean): string {
  const { dir, name, ext } = parse(save);
  return isOnly ? save : join(dir, `${name}-${net}${ext}`);
}

export async function saveWeights(model: PlainNet, path: string, description: Description): Promise<void> {
  const { net, p, classes, data: images, epochs, seed } = description;
  await saveFile(model.stateDict(), path, {
    format: "pt",
    net,
    p: String(p),
    classes: JSON.stringify(classes),
    data: images,
    epochs: String(epochs),
    seed: String(seed),
  });
}

/**
 * Puts a file's weights into a net.
 *
 * @throws FormatError for a file that cannot be read; StateDictError where its tensors are not the net's.
 */
export async function loadWeights(model: PlainNet, path: string): Promise<void> {
  const tensors = await loadFile(path);
  try {
    scope(() => model.loadStateDict(tensors));
  } finally {
    for (const tensor of Object.values(tensors)) tensor.dispose();
  }
}

/**
 * A net of a file's weights, with its classes. A file that says nothing, such as one written by PyTorch, is taken for the
 * post's net on CIFAR-10.
 */
export async function openNet(path: string): Promise<{ model: PlainNet; classes: readonly string[] }> {
  const { metadata } = await readFileHeader(path);
  const p = Number(metadata["p"] ?? 0.25);
  const model = metadata["net"] === "plain" ? new PlainNet() : new DropoutNet(p >= 0 && p <= 1 ? p : 0.25);
  try {
    await loadWeights(model, path);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return { model, classes: readClasses(metadata["classes"]) };
}

function readClasses(text: string | undefined): readonly string[] {
  try {
    const classes: unknown = JSON.parse(text ?? "null");
    if (Array.isArray(classes) && classes.length === 10 && classes.every((name) => typeof name === "string"))
      return classes;
  } catch {
    // What is no JSON names no classes.
  }
  return data.cifar10Classes;
}
