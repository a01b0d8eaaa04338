export * from "@bernoulli/tensor";
export * as data from "@bernoulli/data";
export * as distributions from "@bernoulli/tensor/distributions";
export * as formats from "@bernoulli/formats";
export * as nn from "@bernoulli/nn";
export * as trainer from "@bernoulli/trainer";
export namespace func {
  export * from "@bernoulli/tensor/func";
  export { FunctionalCallOptions } from "@bernoulli/nn";
  export { functionalCall } from "@bernoulli/nn";
}
export namespace optim {
  export * from "@bernoulli/optim";
  export namespace swaUtils {
    export * from "@bernoulli/nn/swa-utils";
    export { SWALR } from "@bernoulli/optim";
    export { SWALROptions } from "@bernoulli/optim";
  }
  export { SparseAdam };
}
export namespace utils {
  export * as checkpoint from "@bernoulli/tensor/checkpoint";
  export * as data from "@bernoulli/data";
}
export { bool };
export { deepcopy } from "@bernoulli/nn";
export { double };
export { enumerate } from "@bernoulli/data";
export { float };
export { float32 };
export { float64 };
export { functional as F } from "@bernoulli/nn";
export { int };
export { int32 };
export { int64 };
export { load };
export { long };
export { multiprocessing };
export { onnx };
export { save };
export { uint8 };
