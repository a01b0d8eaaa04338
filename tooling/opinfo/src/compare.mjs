// Whether what came is what PyTorch had: dtype, shape, and elements within a few roundings.

import { isTensor } from "bernoulli";
import { arrays, dtypeOf, elementsOf } from "./values.mjs";
import { cannot, Mismatch } from "./verdicts.mjs";

const relative = { float32: 1e-5, float64: 1e-11 };

/** The largest finite magnitude. */
export const magnitude = (elements) =>
  elements.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);

/**
 * Throws a Mismatch unless two tensors agree: integers exactly, floats to `relative` of each element, and besides to a tenth of
 * it of `scales`, one an element, or else of the largest element that is expected or of `inputScale`. Gives how many elements differ as
 * `isKnown` says that they may. Where `lost` is not 1, the problem itself has lost as many times a rounding, in PyTorch's float32 too.
 */
export function compare(
  what,
  actual,
  recorded,
  { elementwise, inputScale, lost = 1, scales, isDefined = () => true, loosened, signs = false, isKnown },
) {
  if (!isTensor(actual) && actual?.data === undefined) throw new Mismatch(`${what}: no tensor, but ${String(actual)}`);
  const dtype = dtypeOf(recorded.dtype);
  if (arrays[dtype] === undefined) cannot("dtype", recorded.dtype);
  if (actual.dtype !== dtype) throw new Mismatch(`${what}: dtype ${actual.dtype}, expected ${recorded.dtype}`);
  if (actual.shape.join() !== recorded.shape.join())
    throw new Mismatch(`${what}: shape [${actual.shape}], expected [${recorded.shape}]`);
  const expected = elementsOf(recorded);
  const rtol = (relative[dtype] ?? 0) * (loosened ? 4 : 1);
  const scale = elementwise ? 0 : Math.max(magnitude(expected), inputScale) * lost;
  const scaleAt = (at) => (elementwise && Number.isFinite(scales?.[at]) ? Math.abs(scales[at]) : scale);
  let worst = null;
  let wrong = 0;
  let known = 0;
  for (let at = 0; at < expected.length; at++) {
    if (!isDefined(at)) continue;
    const [mine, theirs] = [actual.data[at], expected[at]];
    if (signs ? Object.is(mine, theirs) : mine === theirs || (Number.isNaN(mine) && Number.isNaN(theirs))) continue;
    if (mine === 0 && theirs === 0)
      throw new Mismatch(`${what}: at ${at} got ${sign(mine)}0, expected ${sign(theirs)}0`);
    const error = Math.abs(mine - theirs);
    const allowed =
      rtol * Math.abs(theirs) + 0.1 * rtol * scaleAt(at) + (dtype === "float32" ? 1e-37 : 1e-307) * (rtol > 0 ? 1 : 0);
    if (Number.isFinite(theirs) && error <= allowed) continue;
    if (isKnown?.(at, mine, theirs)) {
      known += 1;
      continue;
    }
    wrong += 1;
    if (worst === null || !(error <= worst.error)) worst = { at, mine, theirs, error };
  }
  if (worst === null) return known;
  const beyond = recorded.dtype === "int64" && Math.abs(worst.theirs) >= 2 ** 31 ? " (int64 beyond int32)" : "";
  throw new Mismatch(
    `${what}: ${wrong} of ${expected.length} elements differ${beyond}: at ${worst.at} got ${worst.mine}, expected ${worst.theirs}`,
  );
}

const sign = (zero) => (Object.is(zero, -0) ? "-" : "+");

/** The numbers of a tensor, kept beyond it. */
export const read = (tensor) =>
  tensor === null ? null : { dtype: tensor.dtype, shape: tensor.shape, data: tensor.toTypedArray() };
