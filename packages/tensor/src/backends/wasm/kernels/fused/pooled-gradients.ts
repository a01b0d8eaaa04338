// Emits the gradients of a convolution behind which ReLU and a pool let through one gradient a window at most: sums over
// short lists of (gradient, address), which are made of the codes of the way forward.

import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  I32 as Integer,
  loadF32,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  loadI32x4,
  ModuleBuilder,
} from "../../assembler/index.js";
import { imageSteps, type PooledConvolution, pooledSize, windowCodes } from "./sizes.js";

/** Vectors of sums that are kept in registers, beside one gradient and one product. */
const sumsAtOnce = { plain: 8, fused: 12 } as const;
const mostSums = 12;
/** Output channels whose lists are made together. */
const lanes = 4;
/** Entries of a list are a float and an address. */
const entryBytes = 8;
/** A list should be about as long before its sums are worth loading and storing. */
const wantedEntries = 36;

/** Vectors of one row of a kernel, columns by input channels; what is left of the last one is of no meaning. */
function rowVectors({ kernelSize, inputChannels }: PooledConvolution): number {
  return Math.ceil((kernelSize[1] * inputChannels) / 4);
}

/** Floats of one output channel's sums of the weight gradient: rows of whole vectors. */
export function sumsOfChannel(sizes: PooledConvolution): { readonly rows: number; readonly rowLength: number } {
  return { rows: sizes.kernelSize[0], rowLength: 4 * rowVectors(sizes) };
}

function imagesAtOnce(sizes: PooledConvolution): number {
  const [rows, columns] = pooledSize(sizes);
  return Math.min(8, Math.max(1, Math.round(wantedEntries / (rows * columns))));
}

function listBytes(sizes: PooledConvolution): number {
  const [rows, columns] = pooledSize(sizes);
  return entryBytes * (imagesAtOnce(sizes) * rows * columns + 1);
}

export function weightListBytes(sizes: PooledConvolution): number {
  return lanes * listBytes(sizes);
}

/**
 * `list(from, to, other)`: adds gradient · vectors at its address to the vectors at `other`, for all entries, or, where
 * `other` is where the addresses of the entries belong, the other way round: the two gradients are the same loop.
 */
function emitSumsOfList(
  module: ModuleBuilder,
  fused: boolean,
  { rows, vectors, sumRow, readRow }: { rows: number; vectors: number; sumRow: number; readRow: number },
): FunctionBuilder {
  const parameters = { from: "i32", to: "i32", sums: "i32" } as const;
  const all = Array.from({ length: rows * vectors }, (_, i) => [Math.floor(i / vectors), i % vectors] as const);
  const most = all.length <= mostSums ? mostSums : fused ? sumsAtOnce.fused : sumsAtOnce.plain;
  const groups: (readonly (readonly [number, number])[])[] = [];
  if (all.length <= most) groups.push(all);
  else
    for (let row = 0; row < rows; row += 1) {
      const own = all.filter(([at]) => at === row);
      for (let begin = 0; begin < vectors; begin += most) groups.push(own.slice(begin, begin + most));
    }
  return module.define("list", parameters, (f, { from, to, sums }) => {
    const kept = f.locals("f32x4", "sum", Math.max(...groups.map(({ length }) => length)));
    const gradient = f.local("f32x4", "gradient");
    const [entry, address] = [f.local("i32", "entry"), f.local("i32", "address")];
    for (const group of groups) {
      for (const [i, [row, vector]] of group.entries()) f.set(kept[i]!, loadF32x4(sums, row * sumRow + 16 * vector));
      f.set(entry, from);
      f.while(entry.below(to), () => {
        f.set(gradient, loadF32x4Splat(entry));
        f.set(address, loadI32(entry, 4));
        for (const [i, [row, vector]] of group.entries()) {
          const read = loadF32x4(address, row * readRow + 16 * vector);
          f.set(kept[i]!, fused ? gradient.multiplyAdd(read, kept[i]!) : kept[i]!.add(gradient.multiply(read)));
        }
        f.increase(entry, entryBytes);
      });
      for (const [i, [row, vector]] of group.entries()) f.store(sums, kept[i] as F32x4, row * sumRow + 16 * vector);
    }
  });
}

/**
 * `run(gradient, codes, image, sums, biases, lists, images)`: adds to the sums of the weights and of the biases what some
 * images give.
 */
export function emitPooledWeightGradient(sizes: PooledConvolution, fused: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { outputChannels, poolStride, stride, imageSize } = sizes;
  const [rows, columns] = pooledSize(sizes);
  const [rowStep, columnStep] = imageSteps(sizes);
  const { rows: kernelRows, rowLength } = sumsOfChannel(sizes);
  const list = emitSumsOfList(module, fused, {
    rows: kernelRows,
    vectors: rowLength / 4,
    sumRow: 4 * rowLength,
    readRow: rowStep,
  });
  const [down, right] = [poolStride[0] * stride[0] * rowStep, poolStride[1] * stride[1] * columnStep];
  const pitch = 4 * outputChannels;
  const pooledBytes = rows * columns * pitch;
  const chunk = imagesAtOnce(sizes);
  const parameters = {
    gradient: "i32",
    codes: "i32",
    image: "i32",
    sums: "i32",
    biases: "i32",
    lists: "i32",
    images: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const ends = f.locals("i32", "end", lanes);
    const code = f.local("i32", "code");
    const [gradient, codes] = [f.local("i32", "gradientAt"), f.local("i32", "codesAt")];
    const [window, corner] = [f.local("i32", "window"), f.local("i32", "corner")];
    const [sums, channel] = [f.local("i32", "sumsAt"), f.local("i32", "channel")];
    const count = f.local("i32", "count");
    const bias = f.local("f32x4", "bias");
    f.while(p.images.greaterThan(0), () => {
      f.set(count, p.images.lessThan(chunk).select(p.images as I32, Integer.of(chunk)));
      f.set(sums, p.sums);
      f.set(channel, 0);
      f.while(channel.lessThan(pitch), () => {
        for (const [lane, end] of ends.entries()) f.set(end, p.lists.add(lane * listBytes(sizes)));
        f.set(gradient, p.gradient.add(channel));
        f.set(codes, p.codes.add(channel));
        f.set(corner, p.image);
        f.set(bias, loadF32x4(p.biases.add(channel)));
        f.repeat(count, () => {
          f.repeat(rows, () => {
            f.set(window, corner);
            f.repeat(columns, () => {
              f.set(bias, bias.add(loadF32x4(gradient).asI32x4().and(loadI32x4(codes).greaterThan(-1)).asF32x4()));
              // Written in any case, and kept where the code says so.
              for (const [lane, end] of ends.entries()) {
                f.set(code, loadI32(codes, 4 * lane));
                f.store(end, loadF32(gradient, 4 * lane));
                f.store(end, window.add(code), 4);
                f.increase(end, code.atLeast(0).shiftLeft(3));
              }
              f.increase(codes, pitch);
              f.increase(gradient, pitch);
              f.increase(window, right);
            });
            f.increase(corner, down);
          });
          f.increase(corner, imageSize[0] * rowStep - rows * down);
        });
        f.store(p.biases.add(channel), bias);
        for (const [lane, end] of ends.entries()) {
          f.call(list, p.lists.add(lane * listBytes(sizes)), end, sums);
          f.increase(sums, 4 * kernelRows * rowLength);
        }
        f.increase(channel, 4 * lanes);
      });
      f.increase(p.gradient, chunk * pooledBytes);
      f.increase(p.codes, chunk * pooledBytes);
      f.increase(p.image, chunk * imageSize[0] * rowStep);
      f.set(p.images, p.images.subtract(chunk));
    });
  });
  return module;
}

/** Channels whose codes are compared at once, a bit each. */
const channelsOfWord = 32;

export function inputListBytes({ outputChannels, poolSize }: PooledConvolution): number {
  const words = Math.ceil(outputChannels / channelsOfWord);
  return 4 * poolSize[0] * poolSize[1] * words + entryBytes * (outputChannels + 1);
}

/** `run(gradient, codes, weights, imageGradient, room, images)`; the weights are [output][row][column][input]. */
export function emitPooledInputGradient(sizes: PooledConvolution, fused: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { outputChannels, inputChannels, kernelSize, poolStride, stride, imageSize } = sizes;
  const [rows, columns] = pooledSize(sizes);
  const [rowStep, columnStep] = imageSteps(sizes);
  const kernelRow = 4 * kernelSize[1] * inputChannels;
  const list = emitSumsOfList(module, fused, {
    rows: kernelSize[0],
    vectors: kernelRow / 16,
    sumRow: rowStep,
    readRow: kernelRow,
  });
  const [down, right] = [poolStride[0] * stride[0] * rowStep, poolStride[1] * stride[1] * columnStep];
  const offsets = windowCodes(sizes);
  const words = Math.ceil(outputChannels / channelsOfWord);
  const parameters = {
    gradient: "i32",
    codes: "i32",
    weights: "i32",
    imageGradient: "i32",
    room: "i32",
    images: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const vectors = f.locals("i32x4", "codes", Math.min(channelsOfWord, outputChannels) / 4);
    const [bits, channel] = [f.local("i32", "bits"), f.local("i32", "channel")];
    const [window, end] = [f.local("i32", "window"), f.local("i32", "end")];
    const entries = f.local("i32", "entries", p.room.add(4 * offsets.length * words));
    f.repeat(p.images, () => {
      f.clear(p.imageGradient, Integer.of(imageSize[0] * rowStep));
      f.repeat(rows, () => {
        f.set(window, p.imageGradient);
        f.repeat(columns, () => {
          for (let word = 0; word < words; word += 1) {
            const own = vectors.slice(0, Math.min(channelsOfWord, outputChannels - channelsOfWord * word) / 4);
            for (const [i, vector] of own.entries())
              f.set(vector, loadI32x4(p.codes, 4 * channelsOfWord * word + 16 * i));
            for (const [element, offset] of offsets.entries()) {
              const masks = own.map((vector, i) =>
                vector
                  .equals(offset)
                  .bitmask()
                  .shiftLeft(4 * i),
              );
              f.store(
                p.room,
                masks.reduce((all, mask) => all.or(mask)),
                4 * (element * words + word),
              );
            }
          }
          for (const [element, offset] of offsets.entries()) {
            f.set(end, entries);
            for (let word = 0; word < words; word += 1) {
              f.set(bits, loadI32(p.room, 4 * (element * words + word)));
              f.while(bits, () => {
                f.set(channel, bits.countTrailingZeros());
                f.set(bits, bits.and(bits.subtract(1)));
                f.store(end, loadF32(p.gradient.add(channel.shiftLeft(2)), 4 * channelsOfWord * word));
                f.store(
                  end,
                  p.weights
                    .add(channel.multiply(kernelSize[0] * kernelRow))
                    .add(channelsOfWord * word * kernelSize[0] * kernelRow),
                  4,
                );
                f.increase(end, entryBytes);
              });
            }
            f.call(list, entries, end, window.add(offset));
          }
          f.increase(p.gradient, 4 * outputChannels);
          f.increase(p.codes, 4 * outputChannels);
          f.increase(window, right);
        });
        f.increase(p.imageGradient, down);
      });
      f.increase(p.imageGradient, imageSize[0] * rowStep - rows * down);
    });
  });
  return module;
}
