// Kernels of linear algebra of the reference backend: batches of small matrices, read into float64, factorized, and written back in the
// operand's dtype. The factorizations are elimination.ts's and rotations.ts's.

import { ArgumentError } from "../../checks/errors.js";
import type { KernelFunction, Operand } from "../../kernels/contract.js";
import { count, reader, writer } from "./elements.js";
import { choleskyOf, identity, type LU, luOf, luSolve, type Matrix, substitute, zeroPivot } from "./elimination.js";
import { eighOf, qrOf, svdOf, transposed } from "./rotations.js";

/** The matrices of a batch, or its vectors of n. */
function matrices(operand: Operand | null | undefined, size: number): (at: number) => Matrix {
  const read = reader(operand);
  return (at) => Float64Array.from({ length: size }, (_, place) => read(at * size + place));
}

/** Writes the part at a place of a batch. */
function parts(operand: Operand | undefined): (at: number, part: ArrayLike<number>) => void {
  const write = writer(operand);
  return (at, part) => {
    for (let place = 0; place < part.length; place++) write(at * part.length + place, part[place]!);
  };
}

/** How an element of a batch is named, if there is a batch. */
const named = (isBatch: boolean, at: number) => (isBatch ? `(Batch element ${at}): ` : "");

/** The smallest number beside 1. */
const epsilonOf = ({ dtype }: Operand) => (dtype === "float32" ? 2 ** -23 : 2 ** -52);

function nudged(factors: LU, n: number, by: number): LU {
  for (let at = 0; at < n; at++) if (factors.lu[at * n + at] === 0) factors.lu[at * n + at] = by;
  return factors;
}

export const inverse: KernelFunction<"inverse"> = ([input], [output], { op, isBatch }) => {
  const [batch, n] = input!.shape as readonly [number, number];
  const [read, write] = [matrices(input, n * n), parts(output)];
  for (let at = 0; at < batch; at++) {
    const factors = luOf(read(at), n);
    const zero = zeroPivot(factors, n);
    if (zero > 0 && op !== null)
      throw new ArgumentError(
        `${op}: ${named(isBatch, at)}The diagonal element ${zero} is zero, the inversion could not be completed because the input matrix is singular.`,
      );
    write(at, luSolve(nudged(factors, n, epsilonOf(input!)), n, identity(n), n));
  }
};

export const solve: KernelFunction<"solve"> = ([input, other], [output], { op, isBatch }) => {
  const [batch, n, columns] = other!.shape as readonly [number, number, number];
  const [read, right, write] = [matrices(input, n * n), matrices(other, n * columns), parts(output)];
  for (let at = 0; at < batch; at++) {
    const factors = luOf(read(at), n);
    if (zeroPivot(factors, n) > 0)
      throw new ArgumentError(`${op}: ${named(isBatch, at)}The solver failed because the input matrix is singular.`);
    write(at, luSolve(factors, n, right(at), columns));
  }
};

export const solveTriangular: KernelFunction<"solveTriangular"> = ([input, other], [output], { isUpper, isUnit }) => {
  const [batch, n, columns] = other!.shape as readonly [number, number, number];
  const [read, right, write] = [matrices(input, n * n), matrices(other, n * columns), parts(output)];
  for (let at = 0; at < batch; at++) {
    const x = right(at);
    substitute(read(at), n, x, columns, isUpper, isUnit);
    write(at, x);
  }
};

function determinantOf({ lu, sign }: LU, n: number): number {
  let product = sign;
  for (let at = 0; at < n; at++) product *= lu[at * n + at]!;
  return product;
}

export const determinant: KernelFunction<"determinant"> = ([input], [output]) => {
  const [n, batch] = [input!.shape[1]!, count(output)];
  const [read, write] = [matrices(input, n * n), writer(output)];
  for (let at = 0; at < batch; at++) write(at, determinantOf(luOf(read(at), n), n));
};

export const logDeterminant: KernelFunction<"logDeterminant"> = ([input], [logarithm, sign]) => {
  const [n, batch] = [input!.shape[1]!, count(logarithm)];
  const [read, write, writeSign] = [matrices(input, n * n), writer(logarithm), writer(sign)];
  for (let at = 0; at < batch; at++) {
    const factors = luOf(read(at), n);
    let [sum, product] = [0, factors.sign];
    for (let place = 0; place < n; place++) {
      const pivot = factors.lu[place * n + place]!;
      sum += Math.log(Math.abs(pivot));
      product *= Math.sign(pivot);
    }
    write(at, sum);
    writeSign(at, product);
  }
};

/** det(A)·A⁻ᵀ, which has a value where A has no inverse: there by singular values. */
function cofactorsOf(a: Matrix, n: number): Matrix {
  const factors = luOf(a, n);
  if (zeroPivot(factors, n) === 0) {
    const determinant = determinantOf(factors, n);
    return transposed(luSolve(factors, n, identity(n), n), n, n).map((value) => value * determinant);
  }
  const { u, s, v } = svdOf(a, n, n, true);
  // What rounding left of a zero is one: LU has just shown that there is one.
  const values = s.map((value, at) => (at === n - 1 ? 0 : value));
  const turn = determinantOf(luOf(u, n), n) * determinantOf(luOf(v, n), n);
  const result = new Float64Array(n * n);
  for (let at = 0; at < n; at++) {
    const others = values.reduce((product, value, place) => (place === at ? product : product * value), turn);
    for (let row = 0; row < n; row++)
      for (let column = 0; column < n; column++)
        result[row * n + column]! += u[row * n + at]! * others * v[column * n + at]!;
  }
  return result;
}

export const cofactors: KernelFunction<"cofactors"> = ([input], [output]) => {
  const [batch, n] = input!.shape as readonly [number, number];
  const [read, write] = [matrices(input, n * n), parts(output)];
  for (let at = 0; at < batch; at++) write(at, cofactorsOf(read(at), n));
};

/**
 * How the cofactors change with the matrix, in a direction G: of A = U·S·Vᵀ the determinant's second derivatives are those of a product of
 * singular values, and no quotient. It is the gradient of ⟨G, cofactors⟩ too, being symmetric.
 */
function cofactorsSlope(a: Matrix, g: Matrix, n: number): Matrix {
  if (!a.every(Number.isFinite)) return new Float64Array(n * n).fill(Number.NaN);
  const { u, s, v } = svdOf(a, n, n, true);
  const isSingular = zeroPivot(luOf(a, n), n) > 0;
  const values = s.map((value, at) => (isSingular && at === n - 1 ? 0 : value));
  const turn = determinantOf(luOf(u, n), n) * determinantOf(luOf(v, n), n);
  const without = (i: number, j: number) =>
    values.reduce((product, value, at) => (at === i || at === j ? product : product * value), turn);
  const turned = product(product(transposed(u, n, n), g, n), v, n);
  const middle = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const others = without(i, j);
      middle[i * n + i]! += others * turned[j * n + j]!;
      middle[i * n + j]! -= others * turned[j * n + i]!;
    }
  return product(product(u, middle, n), transposed(v, n, n), n);
}

function product(a: Matrix, b: Matrix, n: number): Matrix {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) result[i * n + j]! += a[i * n + k]! * b[k * n + j]!;
  return result;
}

export const cofactorsGradient: KernelFunction<"cofactorsGradient"> = ([grad, input], [output]) => {
  const [batch, n] = input!.shape as readonly [number, number];
  const [read, direction, write] = [matrices(input, n * n), matrices(grad, n * n), parts(output)];
  for (let at = 0; at < batch; at++) write(at, cofactorsSlope(read(at), direction(at), n));
};

export const cholesky: KernelFunction<"cholesky"> = ([input], [output], { op, isBatch }) => {
  const [batch, n] = input!.shape as readonly [number, number];
  const [read, write] = [matrices(input, n * n), parts(output)];
  for (let at = 0; at < batch; at++) {
    const lower = choleskyOf(read(at), n);
    if (typeof lower === "number")
      throw new ArgumentError(
        `${op}: ${named(isBatch, at)}The factorization could not be completed because the input is not positive-definite (the leading minor of order ${lower} is not positive-definite).`,
      );
    write(at, lower);
  }
};

export const lu: KernelFunction<"lu"> = ([input], [packed, pivots], { op, isBatch }) => {
  const [batch, m, n] = input!.shape as readonly [number, number, number];
  const [read, writePacked, writePivots] = [matrices(input, m * n), parts(packed), parts(pivots)];
  for (let at = 0; at < batch; at++) {
    const found = luOf(read(at), n, m);
    const zero = found.pivots.findIndex((_, step) => found.lu[step * n + step] === 0) + 1;
    if (op !== null && zero > 0)
      throw new ArgumentError(
        `${op}: ${named(isBatch, at)}U[${zero},${zero}] is zero and using it on luSolve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A)`,
      );
    writePacked(at, found.lu);
    writePivots(at, found.pivots);
  }
};

export const qr: KernelFunction<"qr"> = ([input], [q, r]) => {
  const [m, n] = input!.shape.slice(1) as [number, number];
  const [batch, , columns] = q!.shape as readonly [number, number, number];
  const [read, writeQ, writeR] = [matrices(input, m * n), parts(q), parts(r)];
  for (let at = 0; at < batch; at++) {
    const found = qrOf(read(at), m, n, columns);
    writeQ(at, found.q);
    writeR(at, found.r);
  }
};

export const eigh: KernelFunction<"eigh"> = ([input], [values, vectors]) => {
  const [batch, n] = input!.shape as readonly [number, number];
  const [read, writeValues, writeVectors] = [matrices(input, n * n), parts(values), parts(vectors)];
  for (let at = 0; at < batch; at++) {
    const found = eighOf(read(at), n);
    writeValues(at, found.values);
    writeVectors(at, found.vectors);
  }
};

function checkFinite(op: string, a: Matrix, isBatch: boolean, at: number): void {
  if (!a.every(Number.isFinite))
    throw new ArgumentError(
      `${op}: ${named(isBatch, at)}The algorithm failed to converge because the input matrix contained non-finite values.`,
    );
}

export const svd: KernelFunction<"svd"> = ([input], [u, s, vh], { op, isBatch }) => {
  const [batch, m, n] = input!.shape as readonly [number, number, number];
  const isFull = u!.shape[2] === m && vh!.shape[1] === n;
  const [read, writeU, writeS, writeV] = [matrices(input, m * n), parts(u), parts(s), parts(vh)];
  for (let at = 0; at < batch; at++) {
    const a = read(at);
    checkFinite(op, a, isBatch, at);
    const found = svdOf(a, m, n, isFull);
    writeU(at, found.u);
    writeS(at, found.s);
    writeV(at, transposed(found.v, n, found.v.length / n));
  }
};

export const pinv: KernelFunction<"pinv"> = ([input], [output], { op, isBatch, atol, rtol, isSymmetric }) => {
  const [batch, m, n] = input!.shape as readonly [number, number, number];
  const k = Math.min(m, n);
  const [read, write] = [matrices(input, m * n), parts(output)];
  const relative = rtol ?? (atol > 0 ? 0 : Math.max(m, n) * epsilonOf(input!));
  for (let at = 0; at < batch; at++) {
    const a = read(at);
    if (isSymmetric)
      for (let row = 0; row < n; row++)
        for (let column = 0; column < row; column++) a[column * n + row] = a[row * n + column]!;
    checkFinite(op, a, isBatch, at);
    const { u, s, v } = svdOf(a, m, n, false);
    const least = Math.max(atol, relative * (s[0] ?? 0));
    const result = new Float64Array(n * m);
    for (let place = 0; place < k; place++) {
      if (!(s[place]! > least)) continue;
      for (let row = 0; row < n; row++)
        for (let column = 0; column < m; column++)
          result[row * m + column]! += (v[row * k + place]! * u[column * k + place]!) / s[place]!;
    }
    write(at, result);
  }
};
