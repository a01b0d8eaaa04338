export * from "@bernoulli/tensor";
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
  export { checkpoint } from "@bernoulli/tensor/checkpoint";
  export { data } from "@bernoulli/data";
}
export { F } from "@bernoulli/nn";
export { data } from "@bernoulli/data";
export { distributions } from "@bernoulli/tensor/distributions";
export { enumerate } from "@bernoulli/data";
export { float32 };
export { float64 };
export { formats } from "@bernoulli/formats";
export { int32 };
export { int64 };
export { load };
export { multiprocessing };
export { nn } from "@bernoulli/nn";
export { onnx };
export { save };
export { trainer } from "@bernoulli/trainer";
export { uint8 };
