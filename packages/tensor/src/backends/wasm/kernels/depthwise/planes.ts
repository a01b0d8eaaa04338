// Emits what moves planes between images and work space, where they lie within zeros, their columns, in steps of two, even ones apart
// from odd: so windows of any step read neighbours as vectors. What is computed of them is correlate.ts's.

import { type F32x4, type FunctionBuilder, type I32, type Local, loadF32x4 } from "../../assembler/index.js";

/** Rows of floats in an image, and where they lie in work space. */
export interface PlaneLayout {
  readonly rows: number;
  readonly columns: number;
  /** Bytes of a row of the image. */
  readonly imagePitch: number;
  /** Bytes from the plane's begin to the element where the image begins, and of a row. */
  readonly inset: number;
  readonly pitch: number;
}

/** The same for columns that are split: bytes to the first even column of the image, and to the first odd one. */
export interface SplitLayout extends Omit<PlaneLayout, "inset"> {
  readonly even: number;
  readonly odd: number;
}

/** Columns 0, 1, 2 … of an image that has `before` zeros before them, in a row whose odd half lies `half` bytes behind the even. */
export function splitInsets(before: number, half: number): { readonly even: number; readonly odd: number } {
  const at = (column: number) => (column % 2) * half + 4 * Math.floor(column / 2);
  return { even: at(before), odd: at(before + 1) };
}

/** Emits what is done for each row of an image and of its place in work space, of which it gets the addresses. */
function rowsOf(
  f: FunctionBuilder,
  { rows, imagePitch, pitch }: Pick<PlaneLayout, "rows" | "imagePitch" | "pitch">,
  image: Local<I32>,
  work: I32,
  emit: (image: Local<I32>, work: Local<I32>) => void,
): void {
  const [own, plane] = [f.local("i32", "imageRow", image), f.local("i32", "planeRow", work)];
  const [imageAt, planeAt] = [f.local("i32", "imageAt"), f.local("i32", "planeAt")];
  f.repeat(rows, () => {
    f.set(imageAt, own);
    f.set(planeAt, plane);
    emit(imageAt, planeAt);
    f.increase(own, imagePitch);
    f.increase(plane, pitch);
  });
}

/** Copies an image's rows into work space; nothing but its elements is written. */
export function emitLay(f: FunctionBuilder, layout: PlaneLayout, image: Local<I32>, work: Local<I32>): void {
  const { columns, inset } = layout;
  const four = f.local("f32x4", "four");
  rowsOf(f, layout, image, work.add(inset), (from, to) => {
    f.repeat(Math.floor(columns / 4), () => {
      f.store(to, loadF32x4(from));
      f.increase(from, 16);
      f.increase(to, 16);
    });
    if (columns % 4 === 0) return;
    f.set(four, loadF32x4(from));
    f.storeLanes(to, four, columns % 4);
  });
}

/** The same, even columns apart from odd. */
export function emitLaySplit(f: FunctionBuilder, layout: SplitLayout, image: Local<I32>, work: Local<I32>): void {
  const { columns, even, odd } = layout;
  const halves = f.locals("f32x4", "half", 2);
  const [low, high] = f.locals("f32x4", "eight", 2) as [Local<F32x4>, Local<F32x4>];
  rowsOf(f, layout, image, work, (from, to) => {
    const eight = (count: number) => {
      f.set(low, loadF32x4(from));
      f.set(high, count > 4 ? loadF32x4(from, 16) : low);
      f.set(halves[0]!, low.shuffle(high, [0, 2, 4, 6]));
      f.set(halves[1]!, low.shuffle(high, [1, 3, 5, 7]));
      f.storeLanes(to, halves[0]!, Math.ceil(count / 2), even);
      f.storeLanes(to, halves[1]!, Math.floor(count / 2), odd);
    };
    f.repeat(Math.floor(columns / 8), () => {
      eight(8);
      f.increase(from, 32);
      f.increase(to, 16);
    });
    if (columns % 8 > 0) eight(columns % 8);
  });
}

/** Out of work space, even columns and odd together again; even ones begin a row, odd ones `half` bytes behind. */
export function emitJoin(
  f: FunctionBuilder,
  layout: Omit<PlaneLayout, "inset">,
  half: number,
  image: Local<I32>,
  work: Local<I32>,
): void {
  const [even, odd] = f.locals("f32x4", "half", 2) as [Local<F32x4>, Local<F32x4>];
  const four = f.local("f32x4", "four");
  rowsOf(f, layout, image, work, (to, from) => {
    const eight = (count: number) => {
      f.set(even, loadF32x4(from));
      f.set(odd, loadF32x4(from, half));
      f.set(four, even.shuffle(odd, [0, 4, 1, 5]));
      f.storeLanes(to, four, Math.min(4, count));
      if (count <= 4) return;
      f.set(four, even.shuffle(odd, [2, 6, 3, 7]));
      f.storeLanes(to, four, count - 4, 16);
    };
    f.repeat(Math.floor(layout.columns / 8), () => {
      eight(8);
      f.increase(from, 16);
      f.increase(to, 32);
    });
    if (layout.columns % 8 > 0) eight(layout.columns % 8);
  });
}

/** Only the first `count` lanes, and zeros: what lies beyond may be anything, even NaN. */
export function firstLanes(f: FunctionBuilder, four: F32x4, count: number): F32x4 {
  if (count >= 4) return four;
  const zero = f.constant("f32x4", 0);
  return four.shuffle(zero, [0, count > 1 ? 1 : 4, count > 2 ? 2 : 4, 4]);
}
