// What the models' options share.

import { ArgumentError, checkOptions, type Kinds } from "@bernoulli/tensor";

export interface ClassifierOptions {
  /** The number of classes. Default 1000, ImageNet's. */
  readonly numClasses?: number;
}

/**
 * Throws unless `options` are of the kinds. Weights are a file's: `weights` is refused with the way there.
 *
 * @throws ArgumentError that names the model.
 */
export function checkModel<Options extends object>(owner: string, options: Options, kinds: Kinds<Options>): void {
  const given = options as { readonly weights?: unknown; readonly pretrained?: unknown };
  if ((given.weights ?? null) !== null || given.pretrained === true)
    throw new ArgumentError(
      `${owner}: no pretrained weights are fetched here; make the model, and model.loadStateDict(await loadFile("${owner}.safetensors")) with torchvision's weights as safetensors`,
    );
  checkOptions(owner, options, kinds);
}
