// The epilogue of a product of gemm.ts: done to its tiles while they lie in the innermost cache. A file of its own, so that products
// without one do not load it.

import type { FunctionBuilder, I32, Local } from "../assembler/index.js";
import type { Tile } from "../simd.js";
import {
  argumentsOfEpilogue,
  type Epilogue,
  type EpilogueAt,
  epilogueFrom,
  finishIn,
  parametersOfEpilogue,
} from "./epilogue.js";
import type { ProductEpilogue } from "./product.js";
import { vectorsOfTurn } from "./region.js";

/** Of which the product is the home. */
export function epilogueOfProduct(epilogue: EpilogueAt): ProductEpilogue {
  return {
    name: epilogue.name,
    parameters: parametersOfEpilogue(epilogue),
    emit: (f, size, given) => emitTiles(f, size, epilogue, given),
    home: epilogue.addresses[epilogue.home]!,
    values: argumentsOfEpilogue(epilogue),
    from: (offsets) => epilogueOfProduct(epilogueFrom(epilogue, offsets)),
  };
}

/** Emits it for tiles while they lie in the innermost cache. */
function emitTiles(f: FunctionBuilder, size: Tile, epilogue: Epilogue, given: Readonly<Record<string, Local<I32>>>) {
  const { finishes, pitch, columns } = given as Record<"finishes" | "pitch" | "columns", Local<I32>>;
  const finish = finishIn(f, epilogue, given, size);
  const [column, columnOfPanel] = [f.local("i32", "column"), f.local("i32", "columnOfPanel")];
  const [element, row, rows] = [f.local("i32", "element"), f.local("i32", "row"), f.local("i32", "rowsOfTile")];
  const rowsAtOnce = (4 * vectorsOfTurn) / size.columns;
  const places = Array.from({ length: rowsAtOnce }, () => ({
    from: f.local("i32", "from"),
    element: f.local("i32", "elementAt"),
    row: f.local("i32", "rowAt"),
  }));
  const emitRows = (count: number, to: Local<I32>, body: (own: typeof places) => void) => {
    const own = places.slice(0, count);
    for (const place of own) {
      f.set(place.from, to);
      f.set(place.element, element);
      f.set(place.row, row);
      f.increase(to, pitch);
      f.increase(element, pitch);
      f.increase(row, 4);
    }
    f.set(column, columnOfPanel);
    body(own);
    f.set(rows, rows.subtract(count));
  };
  const emit = (own: typeof places, width: number) =>
    finish(
      own.map(({ from, ...at }) => ({
        from,
        fromOffset: 0,
        place: { ...at, column, elementOffset: 0, columnOffset: 0 },
      })),
      width,
    );
  const emitWhole = (to: Local<I32>) => {
    const whole = (own: typeof places) => emit(own, size.columns);
    f.while(rows.atLeast(rowsAtOnce), () => emitRows(rowsAtOnce, to, whole));
    if (rowsAtOnce > 1) f.while(rows.greaterThan(0), () => emitRows(1, to, whole));
  };
  const emitRest = (to: Local<I32>) =>
    f.while(rows.greaterThan(0), () =>
      emitRows(1, to, ([own]) => {
        const some = (width: number) => {
          emit([own!], width);
          for (const address of [own!.from, own!.element, column]) f.increase(address, 4 * width);
        };
        f.repeat(columns.shiftRightUnsigned(2), () => some(4));
        f.repeat(columns.and(3), () => some(1));
      }),
    );
  return {
    enterPanel: () => {
      f.set(element, columnOfPanel);
      f.set(row, 0);
    },
    leavePanel: () => f.increase(columnOfPanel, 4 * size.columns),
    tile: (at: I32, height: I32) => {
      const to = f.local("i32", "finished", at);
      f.if(finishes, () => {
        f.set(rows, height);
        f.if(
          columns.atLeast(size.columns),
          () => emitWhole(to),
          () => emitRest(to),
        );
      });
    },
  };
}
