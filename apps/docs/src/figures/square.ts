// The square of the plane that figures show, and its cells. Loads no library, so that a page can have it before one is needed.

/** From, to, in both directions: left, right, below, above. */
export const square = [-1.6, 2.6, -1.8, 2.2] as const;

/** Cells of a map in each direction. */
export const cells = 36;
