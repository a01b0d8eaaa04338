// Emits the gradient of kernels of single channels where the channels of a position lie together: for a row of windows, sums over its
// positions of what each element of a row of the kernel meets, some vectors of channels at a time.

import { I32, loadF32x4, ModuleBuilder } from "../../assembler/index.js";
import { storeAbreast } from "../abreast.js";
import { type ChannelsLastLayer, filterPitchOf, insideOf, type Line } from "./channels-last.js";

const mostSums = 8;

/** `run(image, gradient, sums, count)`: of so many images, added up: [element][channel], in whole vectors. */
export function emitChannelsLastSums(
  { channels, tile }: ChannelsLastLayer,
  { rows, columns }: { readonly rows: Line; readonly columns: Line },
): ModuleBuilder {
  const position = 4 * channels;
  const filterPitch = filterPitchOf(channels);
  const rowBytes = columns.taps.length * filterPitch;
  const sumsBytes = rows.taps.length * rowBytes;
  const vectors = Math.ceil(channels / 4);
  const vectorsAtOnce = Math.max(1, Math.min(vectors, Math.floor(mostSums / columns.taps.length)));
  // Loads have no negative offsets: inside, addresses begin at the leftmost tap, at the edges with the row.
  const left = Math.min(0, ...columns.taps.map(({ shift }) => shift));
  const [inside, outside] = insideOf(columns);
  const module = new ModuleBuilder();
  module.define("run", { image: "i32", gradient: "i32", sums: "i32", count: "i32" }, (f, p) => {
    const sums = f.locals("f32x4", "sum", vectorsAtOnce * columns.taps.length);
    const gradients = f.locals("f32x4", "gradient", vectorsAtOnce);
    const [row, line] = [f.local("i32", "row"), f.local("i32", "line")];
    const [source, gradient, target] = [f.local("i32", "source"), f.local("i32", "gradient"), f.local("i32", "target")];
    const [from, at] = [f.local("i32", "from"), f.local("i32", "at")];
    /** A position, which is known where not all of its taps lie in the image. */
    const turn = (width: number, column: number | null) => {
      const own = gradients.slice(0, width);
      for (const [vector, four] of own.entries()) f.set(four, loadF32x4(at, 16 * vector));
      for (const [tap, { shift }] of columns.taps.entries()) {
        const place = column === null ? 0 : column * columns.step + shift;
        if (place < 0 || place >= columns.source) continue;
        for (const [vector, four] of own.entries()) {
          const sum = sums[tap * width + vector]!;
          const [begin, offset] = column === null ? [from, shift - left] : [source, place];
          const seen = loadF32x4(begin, offset * position + 16 * vector);
          f.set(sum, tile.fused ? seen.multiplyAdd(four, sum) : sum.add(seen.multiply(four)));
        }
      }
      f.increase(at, position);
      if (column === null) f.increase(from, columns.step * position);
    };
    const some = (width: number) => {
      const places = columns.taps.flatMap((_, tap) =>
        Array.from({ length: width }, (_, vector) => tap * filterPitch + 16 * vector),
      );
      for (const [i, place] of places.entries()) f.set(sums[i]!, loadF32x4(target, place));
      f.set(from, source.add((inside * columns.step + left) * position));
      f.set(at, gradient);
      for (let column = 0; column < inside; column += 1) turn(width, column);
      f.repeat(outside - inside, () => turn(width, null));
      for (let column = outside; column < columns.count; column += 1) turn(width, column);
      storeAbreast(f, places.length, width % tile.abreast === 0 ? tile.abreast : 1, (i) => {
        f.store(target, sums[i]!, places[i]!);
      });
      for (const address of [source, gradient, target]) f.increase(address, 16 * width);
    };
    f.clear(p.sums, I32.of(sumsBytes));
    f.repeat(p.count, () => {
      f.set(row, 0);
      f.repeat(rows.count, () => {
        for (const { at: element, shift } of rows.taps) {
          f.set(line, row.multiply(rows.step).add(shift));
          f.if(line.below(rows.source), () => {
            f.set(source, p.image.add(line.multiply(columns.source * position)));
            f.set(gradient, p.gradient);
            f.set(target, p.sums.add(element * rowBytes));
            f.repeat(Math.floor(vectors / vectorsAtOnce), () => some(vectorsAtOnce));
            if (vectors % vectorsAtOnce > 0) some(vectors % vectorsAtOnce);
          });
        }
        f.increase(row, 1);
        f.increase(p.gradient, columns.count * position);
      });
      f.increase(p.image, rows.source * columns.source * position);
    });
  });
  return module;
}
