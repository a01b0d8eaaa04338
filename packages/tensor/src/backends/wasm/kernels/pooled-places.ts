// The two kernels that follow the indices of a max pooling: gradients go to the places of the image that were chosen, and elements are
// gathered from there.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type FunctionBuilder, I32, loadI32, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Kernel as CompiledKernel, runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { bytesOfFloat, type FloatType } from "./reducers.js";
import { elementsOf } from "./single-elements.js";
import { addressOf } from "./walk.js";

type Four = [number, number, number, number];

/**
 * Walks the indices of all planes: `run(pooled, indices, image, planes, count of pooled, count of image)`. A window that
 * lay wholly in the padding has an index of −1.
 */
function emitFollowIndices(
  type: FloatType,
  beforePlane: (f: FunctionBuilder, image: I32, imageBytes: I32) => void,
  body: (f: FunctionBuilder, pooled: I32, place: I32) => void,
  outside: (f: FunctionBuilder, pooled: I32) => void,
): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    pooled: "i32",
    indices: "i32",
    image: "i32",
    planes: "i32",
    pooledCount: "i32",
    imageCount: "i32",
  } as const;
  module.define("run", parameters, (f, { pooled, indices, image, planes, pooledCount, imageCount }) => {
    const place = f.local("i32", "place");
    const index = f.local("i32", "index");
    const imageBytes = f.local("i32", "imageBytes", imageCount.multiply(bytesOfFloat[type]));
    f.repeat(planes, () => {
      beforePlane(f, image, imageBytes);
      f.repeat(pooledCount, () => {
        f.set(index, loadI32(indices));
        f.if(
          index.atLeast(0),
          () => {
            f.set(place, image.add(index.multiply(bytesOfFloat[type])));
            body(f, pooled, place);
          },
          () => outside(f, pooled),
        );
        f.increase(pooled, bytesOfFloat[type]);
        f.increase(indices, 4);
      });
      f.increase(image, imageBytes);
    });
  });
  return module;
}

/** Each plane is cleared just before it is written, while it lies in the innermost cache. */
function emitScatterMaxima(type: FloatType): ModuleBuilder {
  const { load } = elementsOf(type);
  return emitFollowIndices(
    type,
    (f, image, imageBytes) => f.clear(image, imageBytes),
    (f, grad, place) => f.store(place, load(place).add(load(grad))),
    () => {},
  );
}

function emitGatherMaxima(type: FloatType): ModuleBuilder {
  const { load } = elementsOf(type);
  return emitFollowIndices(
    type,
    () => {},
    (f, output, place) => f.store(output, load(place)),
    (f, output) => f.clear(output, I32.of(bytesOfFloat[type])),
  );
}

/** Runs a kernel that follows indices over all planes of the image. */
function followIndices(
  kernel: CompiledKernel,
  bytes: number,
  pooled: number,
  indices: Operand,
  image: number,
  imageShape: Four,
): void {
  const runtime = runtimeOf(indices);
  const [batch, channels, height, width] = imageShape;
  const [, , rows, columns] = indices.shape as Four;
  const [planes, pooledCount, imageCount] = [batch * channels, rows * columns, height * width];
  withContiguous(indices, (indexAddress) =>
    runtime.spread(planes, planes * (pooledCount + 0.2 * imageCount), (begin, end) => {
      const addresses = [pooled + bytes * begin * pooledCount, indexAddress + 4 * begin * pooledCount];
      addresses.push(image + bytes * begin * imageCount);
      runtime.call(kernel, "run", ...addresses, end - begin, pooledCount, imageCount);
    }),
  );
}

/** @__NO_SIDE_EFFECTS__ */
function backwardOf(type: FloatType): KernelFunction<"maxPool2dBackward"> {
  return repeats<"maxPool2dBackward">(([grad, indices], [output]) => {
    const result = output!;
    const kernel = runtimeOf(result).kernel(`maxPool2dBackward ${type}`, () => emitScatterMaxima(type));
    withContiguous(grad!, (address) =>
      followIndices(kernel, bytesOfFloat[type], address, indices!, addressOf(result), result.shape as Four),
    );
  });
}

/** @__NO_SIDE_EFFECTS__ */
function gatherOf(type: FloatType): KernelFunction<"maxPool2dGather"> {
  return repeats<"maxPool2dGather">(([first, indices], [output]) => {
    const [input, result] = [first as Operand, output as Operand];
    const kernel = runtimeOf(result).kernel(`maxPool2dGather ${type}`, () => emitGatherMaxima(type));
    withContiguous(input, (address) =>
      followIndices(kernel, bytesOfFloat[type], addressOf(result), indices!, address, input.shape as Four),
    );
  });
}

export const maxPool2dBackward = { float32: backwardOf("float32"), float64: backwardOf("float64") };
export const maxPool2dGather = { float32: gatherOf("float32"), float64: gatherOf("float64") };
