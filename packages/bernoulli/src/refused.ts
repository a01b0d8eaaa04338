// What scripts of PyTorch call and cannot have here, under its names: each says why, and what to write instead. To the compiler they
// take no arguments that there are, so that a call does not compile.

import { ArgumentError } from "@bernoulli/tensor";

/** Arguments that nobody has. */
type None = readonly never[];

/**
 * Files are written by functions of their formats, in packages of their own. Whole objects are not pickled: a pickle is a program, of
 * Python's classes.
 * See https://pytorch.org/docs/stable/generated/torch.save.html.
 *
 * @deprecated It always throws: take `saveTorch` of `@bernoulli/formats/node`, or `saveCheckpoint` of `@bernoulli/trainer/node`.
 * @throws ArgumentError always.
 */
export function save(..._: None): never {
  throw new ArgumentError(
    "save: for torch.save(model.state_dict(), path) write await saveTorch(model.stateDict(), path) of @bernoulli/formats/node, in memory " +
      "serializeTorch of @bernoulli/formats; for a whole run saveCheckpoint(path, …) of @bernoulli/trainer/node. Objects are not pickled",
  );
}

/**
 * Files are read by functions of their formats, in packages of their own. Of pickles only tensors and plain data are read.
 * See https://pytorch.org/docs/stable/generated/torch.load.html.
 *
 * @deprecated It always throws: take `loadTorchStateDict` of `@bernoulli/formats/node`, or `loadCheckpoint` of `@bernoulli/trainer/node`.
 * @throws ArgumentError always.
 */
export function load(..._: None): never {
  throw new ArgumentError(
    "load: for model.load_state_dict(torch.load(path)) write model.loadStateDict(await loadTorchStateDict(path)) of @bernoulli/formats/node, in " +
      "memory deserializeTorch of @bernoulli/formats; for a whole run loadCheckpoint(path, …) of @bernoulli/trainer/node",
  );
}

function noOnnx(name: string): never {
  throw new ArgumentError(
    `onnx.${name}: for torch.onnx.export(model, args, path) write await saveOnnx(model.eval(), args, path) of @bernoulli/formats/node, in memory exportOnnx of @bernoulli/formats`,
  );
}

/**
 * Nets are written as ONNX by functions of their package. See https://pytorch.org/docs/stable/onnx.html.
 *
 * @deprecated Its members always throw: take `saveOnnx` of `@bernoulli/formats/node`.
 */
export const onnx = {
  /** @throws ArgumentError always. */
  export: (..._: None): never => noOnnx("export"),
  /** @throws ArgumentError always. */
  _export: (..._: None): never => noOnnx("_export"),
};

/**
 * There are no processes that share tensors: threads share the work of one (`setNumThreads`). See https://pytorch.org/docs/stable/multiprocessing.html.
 *
 * @deprecated Its members always throw.
 */
export const multiprocessing = {
  /** @throws ArgumentError always. */
  Process: class Process {
    constructor(..._: None) {
      throw new ArgumentError(
        "multiprocessing.Process: parameters are not shared between processes (hogwild is not there); train in one, whose threads setNumThreads counts",
      );
    }
  },
};

/**
 * There are no sparse tensors, and so no gradients of them: what `sparseCooTensor` makes stores all its elements.
 * See https://pytorch.org/docs/stable/generated/torch.optim.SparseAdam.html.
 *
 * @deprecated It always throws: take `Adam`.
 * @throws ArgumentError always.
 */
export class SparseAdam {
  constructor(..._: None) {
    throw new ArgumentError(
      "SparseAdam: there are no sparse gradients here; take Adam, and leave `sparse` out of the Embedding",
    );
  }
}
