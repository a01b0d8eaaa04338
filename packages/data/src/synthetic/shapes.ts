// The ten shapes of the synthetic set, each as a test of whether a point lies inside. Not how they are placed or
// coloured (draw.ts). All lie within the unit circle, about, so that a rotation keeps them in their frame.

/** Whether the point (x to the right, y down) lies inside the shape. Only + − × and comparisons: exact on every engine. */
type Inside = (x: number, y: number) => boolean;

// The corners of a regular five-pointed star, point up: radius 1 and 0.45 in turn, every 36 degrees.
const starX = [0, 0.2645, 0.9511, 0.428, 0.5878, 0, -0.5878, -0.428, -0.9511, -0.2645] as const;
const starY = [-1, -0.3641, -0.309, 0.1391, 0.809, 0.45, 0.809, 0.1391, -0.309, -0.3641] as const;

function insideStar(x: number, y: number): boolean {
  let inside = false;
  for (let corner = 0, before = starX.length - 1; corner < starX.length; before = corner++) {
    const x1 = starX[corner] as number;
    const y1 = starY[corner] as number;
    const x0 = starX[before] as number;
    const y0 = starY[before] as number;
    // The even-odd rule: count the edges that a ray to the right crosses.
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside;
  }
  return inside;
}

const within = (x: number, y: number, halfWidth: number, halfHeight: number): boolean =>
  x > -halfWidth && x < halfWidth && y > -halfHeight && y < halfHeight;

/** The shapes by class name; the order is the order of the labels. */
export const shapes = {
  disc: (x, y) => x * x + y * y < 0.72,
  ring: (x, y) => x * x + y * y < 0.85 && x * x + y * y > 0.25,
  square: (x, y) => within(x, y, 0.72, 0.72),
  triangle: (x, y) => y < 0.55 && 1.732 * x - y < 0.95 && -1.732 * x - y < 0.95,
  cross: (x, y) => within(x, y, 0.9, 0.3) || within(x, y, 0.3, 0.9),
  star: insideStar,
  crescent: (x, y) => x * x + y * y < 0.85 && (x - 0.4) * (x - 0.4) + y * y > 0.5,
  bars: (x, y) => within(x, y, 0.8, 0.75) && !within(x, y, 1, 0.25),
  checker: (x, y) => within(x, y, 0.75, 0.75) && x < 0 === y < 0,
  // The sextic heart (x² + y² − 1)³ < x²y³, at 0.78 of its size, point down.
  heart: (x, y) => {
    const u = x / 0.78;
    const v = -(y - 0.08) / 0.78;
    const ball = u * u + v * v - 1;
    return ball * ball * ball < u * u * v * v * v;
  },
} as const satisfies Readonly<Record<string, Inside>>;

export type ShapeName = keyof typeof shapes;

/** The class names in the order of their labels. */
export const shapeNames = Object.freeze(Object.keys(shapes)) as readonly ShapeName[];
