// Rows of transforms over whole batches of bytes, in one pass over them: what is drawn, image by image, and what comes out are those of the
// transforms one by one, to the bit. Not the transforms themselves; they say what they do to a placement.

/**
 * Where the pixels of an image in the making come from: pixel (y, x) is that of the stored image at (top + y · down, left + x · right), or `fill`
 * where that is outside of what is visible.
 */
export interface Placement {
  readonly rows: number;
  readonly columns: number;
  readonly top: number;
  readonly left: number;
  readonly down: 1 | -1;
  readonly right: 1 | -1;
  /** The part of the stored image that still shows: first row, row behind the last, first column, column behind the last. */
  readonly visible: readonly [top: number, bottom: number, left: number, right: number];
  readonly fill: number;
}

/** The whole of an image. */
export function whole(rows: number, columns: number, fill: number): Placement {
  return { rows, columns, top: 0, left: 0, down: 1, right: 1, visible: [0, rows, 0, columns], fill };
}

/** With a border around it. Fills of one row are one value, so that what does not show need not be told apart. */
export function padded(place: Placement, sides: readonly number[], fill: number): Placement {
  const [left, right, top, bottom] = sides as [number, number, number, number];
  return {
    ...place,
    rows: place.rows + top + bottom,
    columns: place.columns + left + right,
    top: place.top - place.down * top,
    left: place.left - place.right * left,
    fill,
  };
}

/** A window of it. What lay outside of the window shows no more, whatever border comes around it. */
export function windowed(place: Placement, y: number, x: number, rows: number, columns: number): Placement {
  const top = place.top + place.down * y;
  const left = place.left + place.right * x;
  const [bottom, end] = [top + place.down * (rows - 1), left + place.right * (columns - 1)];
  const visible = [
    Math.max(place.visible[0], Math.min(top, bottom)),
    Math.min(place.visible[1], Math.max(top, bottom) + 1),
    Math.max(place.visible[2], Math.min(left, end)),
    Math.min(place.visible[3], Math.max(left, end) + 1),
  ] as const;
  return { ...place, rows, columns, top, left, visible };
}

/** Mirrored from left to right, or from top to bottom. */
export function mirrored(place: Placement, dim: -1 | -2): Placement {
  return dim === -1
    ? { ...place, left: place.left + place.right * (place.columns - 1), right: place.right === 1 ? -1 : 1 }
    : { ...place, top: place.top + place.down * (place.rows - 1), down: place.down === 1 ? -1 : 1 };
}

/** What becomes of a byte, by channel: 256 values each. */
export type Values = readonly Float32Array[];

/** Writes one image, in planes, as placed: bytes as they are, or as `values` has them. */
export function place(
  stored: Uint8Array,
  shape: readonly [channels: number, rows: number, columns: number],
  { rows, columns, top, left, down, right, visible, fill }: Placement,
  values: Values | null,
  target: Uint8Array | Float32Array,
  start: number,
): void {
  const [channels, storedRows, storedColumns] = shape;
  // The columns that show are the same in every row, so that nothing is asked pixel by pixel.
  const [first, behind] =
    right === 1 ? [visible[2] - left, visible[3] - left] : [left - visible[3] + 1, left - visible[2] + 1];
  const begin = Math.min(Math.max(first, 0), columns);
  const end = Math.max(Math.min(behind, columns), begin);
  let at = start;
  for (let channel = 0; channel < channels; channel++) {
    const plane = channel * storedRows * storedColumns;
    const table = values === null ? null : values[channel]!;
    const border = table === null ? fill : table[fill]!;
    for (let y = 0; y < rows; y++, at += columns) {
      const row = top + down * y;
      if (row < visible[0] || row >= visible[1]) {
        target.fill(border, at, at + columns);
        continue;
      }
      if (begin > 0) target.fill(border, at, at + begin);
      if (end < columns) target.fill(border, at + end, at + columns);
      let from = plane + row * storedColumns + left + right * begin;
      if (table === null) for (let x = begin; x < end; x++, from += right) target[at + x] = stored[from]!;
      else for (let x = begin; x < end; x++, from += right) target[at + x] = table[stored[from]!]!;
    }
  }
}
