// Orthogonal factorizations of one matrix in float64, row by row in a Float64Array: QR by Householder's reflections, eigenvalues of
// symmetric matrices and singular values by Jacobi's rotations, which are slow for large matrices and exact for small ones. Batches and
// operands are linalg.ts's.

import { identity, type Matrix } from "./elimination.js";

/** Sweeps after which rotations have long converged; more is a matrix of NaN. */
const mostSweeps = 40;
/** An angle that rotates nothing any more. */
const negligible = 2 ** -53;

/** A = Q·R, with Q of `columns` orthonormal columns; signs are those of LAPACK's geqrf. */
export function qrOf(a: Matrix, m: number, n: number, columns: number): { readonly q: Matrix; readonly r: Matrix } {
  const r = Float64Array.from(a);
  const reflectors: { readonly at: number; readonly v: Float64Array; readonly tau: number }[] = [];
  for (let at = 0; at < Math.min(m, n); at++) {
    const alpha = r[at * n + at]!;
    let below = 0;
    for (let row = at + 1; row < m; row++) below = Math.hypot(below, r[row * n + at]!);
    if (below === 0) continue;
    const beta = alpha >= 0 ? -Math.hypot(alpha, below) : Math.hypot(alpha, below);
    const v = new Float64Array(m - at).fill(1);
    for (let row = at + 1; row < m; row++) v[row - at] = r[row * n + at]! / (alpha - beta);
    const reflector = { at, v, tau: (beta - alpha) / beta };
    reflect(r, n, at, reflector);
    r[at * n + at] = beta;
    for (let row = at + 1; row < m; row++) r[row * n + at] = 0;
    reflectors.push(reflector);
  }
  const q = new Float64Array(m * columns);
  for (let at = 0; at < columns; at++) q[at * columns + at] = 1;
  // What is in front of a reflection is still a column of the identity, which it leaves.
  for (const reflector of reflectors.reverse()) reflect(q, columns, reflector.at, reflector);
  return { q, r: r.subarray(0, Math.min(m, columns) * n) };
}

/** Applies 1 − tau · v·vᵀ from the left, to the columns from `from` on: row by row, as they lie. */
function reflect(
  matrix: Matrix,
  columns: number,
  from: number,
  { at, v, tau }: { readonly at: number; readonly v: Float64Array; readonly tau: number },
): void {
  const products = new Float64Array(columns);
  for (let row = 0; row < v.length; row++) {
    const [factor, begin] = [v[row]!, (at + row) * columns];
    for (let column = from; column < columns; column++) products[column]! += factor * matrix[begin + column]!;
  }
  for (let column = from; column < columns; column++) products[column]! *= tau;
  for (let row = 0; row < v.length; row++) {
    const [factor, begin] = [v[row]!, (at + row) * columns];
    for (let column = from; column < columns; column++) matrix[begin + column]! -= products[column]! * factor;
  }
}

/** The tangent of the smaller angle that makes zero of `off` between `a` and `b`, as cosine and sine. */
function rotation(a: number, b: number, off: number): readonly [cosine: number, sine: number] {
  const theta = (b - a) / (2 * off);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  return [cosine, tangent * cosine];
}

/** Rows p and q of so many columns, turned. */
function turn(matrix: Matrix, columns: number, p: number, q: number, cosine: number, sine: number): void {
  const [first, second] = [p * columns, q * columns];
  for (let at = 0; at < columns; at++) {
    const x = matrix[first + at]!;
    const y = matrix[second + at]!;
    matrix[first + at] = cosine * x - sine * y;
    matrix[second + at] = sine * x + cosine * y;
  }
}

/** Columns p and q of a square matrix, turned. */
function turnColumns(matrix: Matrix, n: number, p: number, q: number, cosine: number, sine: number): void {
  for (let row = 0; row < n * n; row += n) {
    const x = matrix[row + p]!;
    const y = matrix[row + q]!;
    matrix[row + p] = cosine * x - sine * y;
    matrix[row + q] = sine * x + cosine * y;
  }
}

/** The eigenvalues, ascending, and eigenvectors as columns, of a symmetric matrix, of which the lower triangle is read. */
export function eighOf(a: Matrix, n: number): { readonly values: Float64Array; readonly vectors: Matrix } {
  const scale = largest(a);
  const work = new Float64Array(n * n);
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++)
      work[row * n + column] = work[column * n + row] = a[row * n + column]! / (scale || 1);
  /** As rows. */
  const vectors = identity(n);
  for (let sweep = 0, isTurned = true; isTurned && sweep < mostSweeps; sweep++) {
    isTurned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = work[p * n + q]!;
        const [x, y] = [work[p * n + p]!, work[q * n + q]!];
        // Against the whole as well, whose entries are at most 1: beside zeros nothing would be small enough.
        if (!(Math.abs(off) > negligible * Math.max(Math.sqrt(Math.abs(x * y)), negligible))) continue;
        isTurned = true;
        const [cosine, sine] = rotation(x, y, off);
        turnColumns(work, n, p, q, cosine, sine);
        turn(work, n, p, q, cosine, sine);
        work[p * n + q] = work[q * n + p] = 0;
        turn(vectors, n, p, q, cosine, sine);
      }
    }
  }
  const found = Array.from({ length: n }, (_, at) => work[at * n + at]! * (scale || 1));
  const order = found.map((_, at) => at).sort((x, y) => found[x]! - found[y]!);
  return {
    values: Float64Array.from(order, (at) => found[at]!),
    vectors: chosenRows(vectors, n, order),
  };
}

function largest(a: Matrix): number {
  return a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Those rows, of n elements, as columns. */
function chosenRows(matrix: Matrix, n: number, order: readonly number[]): Matrix {
  const chosen = new Float64Array(n * order.length);
  for (let row = 0; row < n; row++)
    for (const [at, place] of order.entries()) chosen[row * order.length + at] = matrix[place * n + row]!;
  return chosen;
}

export interface SVD {
  /** [m, uColumns], the first min(m, n) of which belong to the singular values. */
  readonly u: Matrix;
  /** Descending. */
  readonly s: Float64Array;
  /** [n, vColumns] */
  readonly v: Matrix;
}

/** A = U·diag(S)·Vᵀ; with `isFull`, U and V are square. One-sided rotations make A's columns orthogonal. */
export function svdOf(a: Matrix, m: number, n: number, isFull: boolean): SVD {
  if (m < n) {
    const { u, s, v } = svdOf(transposed(a, m, n), n, m, isFull);
    return { u: v, s, v: u };
  }
  const scale = largest(a) || 1;
  /** Columns as rows, and so the right vectors: what is turned lies together. */
  const work = transposed(a, m, n).map((value) => value / scale);
  const v = identity(n);
  const floor = 4 * negligible * Math.sqrt(a.reduce((sum, value) => sum + (value / scale) ** 2, 0));
  const tolerance = 4 * negligible * Math.sqrt(m);
  for (let sweep = 0, isTurned = true; isTurned && sweep < mostSweeps; sweep++) {
    isTurned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        let [x, y, off] = [0, 0, 0];
        for (let row = 0; row < m; row++) {
          const left = work[p * m + row]!;
          const right = work[q * m + row]!;
          x += left * left;
          y += right * right;
          off += left * right;
        }
        // A column that is lost in the rounding of the whole would be turned for ever.
        if (Math.min(x, y) <= floor * floor || !(Math.abs(off) > tolerance * Math.sqrt(x * y))) continue;
        isTurned = true;
        const [cosine, sine] = rotation(x, y, off);
        turn(work, m, p, q, cosine, sine);
        turn(v, n, p, q, cosine, sine);
      }
    }
  }
  const lengths = Array.from({ length: n }, (_, column) => {
    let length = 0;
    for (let row = 0; row < m; row++) length = Math.hypot(length, work[column * m + row]!);
    return length;
  });
  const order = lengths.map((_, at) => at).sort((x, y) => lengths[y]! - lengths[x]!);
  const s = Float64Array.from(order, (at) => lengths[at]! * scale);
  const columns = isFull ? m : n;
  const u = new Float64Array(m * columns);
  for (const [at, column] of order.entries()) {
    // What is lost in the rounding of the whole has no direction of its own.
    if (lengths[column]! > floor)
      for (let row = 0; row < m; row++) u[row * columns + at] = work[column * m + row]! / lengths[column]!;
  }
  completeBasis(u, m, columns);
  return { u, s, v: chosenRows(v, n, order) };
}

/** Gives each column of zeros a direction that stands upright on all others. */
function completeBasis(u: Matrix, m: number, columns: number): void {
  const isEmpty = (column: number) => {
    for (let row = 0; row < m; row++) if (u[row * columns + column] !== 0) return false;
    return true;
  };
  const empty = Array.from({ length: columns }, (_, column) => column).filter(isEmpty);
  const given = Array.from({ length: columns }, (_, column) => column).filter((column) => !empty.includes(column));
  for (const column of empty) {
    for (let unit = 0; unit < m; unit++) {
      const candidate = new Float64Array(m);
      candidate[unit] = 1;
      // Twice is enough: what is left of the others is a rounding of a rounding.
      for (let pass = 0; pass < 2; pass++) {
        for (const other of given) {
          let product = 0;
          for (let row = 0; row < m; row++) product += candidate[row]! * u[row * columns + other]!;
          for (let row = 0; row < m; row++) candidate[row]! -= product * u[row * columns + other]!;
        }
      }
      const length = Math.hypot(...candidate);
      // Of m unit vectors one at least is that far from fewer than m directions.
      if (length < 0.5 / Math.sqrt(m)) continue;
      for (let row = 0; row < m; row++) u[row * columns + column] = candidate[row]! / length;
      given.push(column);
      break;
    }
  }
}

export function transposed(a: Matrix, rows: number, columns: number): Matrix {
  const result = new Float64Array(a.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) result[column * rows + row] = a[row * columns + column]!;
  return result;
}
