// Factorizations by elimination of one matrix in float64, row by row in a Float64Array: LU with partial pivoting, Cholesky, and
// triangular systems. Batches and operands are linalg.ts's.

/** A matrix, row by row. */
export type Matrix = Float64Array;

export interface LU {
  /** U, and below its diagonal L, whose own diagonal is 1. */
  readonly lu: Matrix;
  /** Which row each step has exchanged with its own, counted from 1 as LAPACK does. */
  readonly pivots: readonly number[];
  /** Which row of the input stands at each place. */
  readonly rows: readonly number[];
  /** Of the permutation: 1 or −1. */
  readonly sign: number;
}

/** P·A = L·U, of A of `m` rows, where the largest of each column is the pivot, the first of equals, as LAPACK's getrf has it. */
export function luOf(a: Matrix, n: number, m = n): LU {
  const lu = Float64Array.from(a);
  const rows = Array.from({ length: m }, (_, at) => at);
  const pivots: number[] = [];
  let sign = 1;
  for (let column = 0; column < Math.min(m, n); column++) {
    let pivot = column;
    for (let row = column + 1; row < m; row++)
      if (Math.abs(lu[row * n + column]!) > Math.abs(lu[pivot * n + column]!)) pivot = row;
    pivots.push(pivot + 1);
    if (pivot !== column) {
      for (let at = 0; at < n; at++) {
        const held = lu[column * n + at]!;
        lu[column * n + at] = lu[pivot * n + at]!;
        lu[pivot * n + at] = held;
      }
      [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
      sign = -sign;
    }
    const top = lu[column * n + column]!;
    if (top === 0) continue;
    for (let row = column + 1; row < m; row++) {
      const factor = lu[row * n + column]! / top;
      lu[row * n + column] = factor;
      if (factor === 0) continue;
      for (let at = column + 1; at < n; at++) lu[row * n + at]! -= factor * lu[column * n + at]!;
    }
  }
  return { lu, pivots, rows, sign };
}

/** Where U's diagonal is first zero, counted from 1 as LAPACK does; 0 where it is not. */
export function zeroPivot({ lu }: LU, n: number): number {
  for (let at = 0; at < n; at++) if (lu[at * n + at] === 0) return at + 1;
  return 0;
}

/** X of A·X = B, with B of `columns` columns. */
export function luSolve({ lu, rows }: LU, n: number, b: Matrix, columns: number): Matrix {
  const x = new Float64Array(n * columns);
  for (let row = 0; row < n; row++) x.set(b.subarray(rows[row]! * columns, (rows[row]! + 1) * columns), row * columns);
  substitute(lu, n, x, columns, false, true);
  substitute(lu, n, x, columns, true, false);
  return x;
}

/** Solves T·X = B in B's place, of which T's other triangle, and with `isUnit` its diagonal, is not read. */
export function substitute(
  triangle: Matrix,
  n: number,
  x: Matrix,
  columns: number,
  isUpper: boolean,
  isUnit: boolean,
): void {
  for (let step = 0; step < n; step++) {
    const row = isUpper ? n - 1 - step : step;
    for (let done = 0; done < step; done++) {
      const other = isUpper ? n - 1 - done : done;
      const factor = triangle[row * n + other]!;
      if (factor === 0) continue;
      for (let at = 0; at < columns; at++) x[row * columns + at]! -= factor * x[other * columns + at]!;
    }
    if (isUnit) continue;
    const divisor = triangle[row * n + row]!;
    for (let at = 0; at < columns; at++) x[row * columns + at]! /= divisor;
  }
}

/** L of A = L·Lᵀ, of which A's lower triangle is read; or the order, from 1, of the leading minor that is not positive. */
export function choleskyOf(a: Matrix, n: number): Matrix | number {
  const l = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    for (let row = column; row < n; row++) {
      let rest = a[row * n + column]!;
      for (let at = 0; at < column; at++) rest -= l[row * n + at]! * l[column * n + at]!;
      if (row > column) l[row * n + column] = rest / l[column * n + column]!;
      else if (rest > 0) l[row * n + row] = Math.sqrt(rest);
      else return column + 1;
    }
  }
  return l;
}

export function identity(n: number): Matrix {
  const matrix = new Float64Array(n * n);
  for (let at = 0; at < n; at++) matrix[at * n + at] = 1;
  return matrix;
}
