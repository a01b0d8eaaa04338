// How draws of the gamma and beta distributions move with their parameters: −(∂F/∂α)/f at the draw (M. Figurnov, S. Mohamed and
// A. Mnih, NeurIPS 2018), by the series of the incomplete functions, derived term by term. Of float64 the digits that the draw is
// improbable are lost: at a draw that one of 10⁹ exceeds, nine of sixteen. PyTorch has approximations, which differ by up to two thousandths.

import { digamma } from "../formulas/math/gamma-values.js";

const enough = 1e-17;

/** Of a draw z of the standard gamma distribution, by its alpha: P(α, z) = zᵅ e⁻ᶻ Σ zⁿ / Γ(α + n + 1). */
export function gammaSlope(alpha: number, z: number): number {
  if (!(z > 0 && alpha > 0) || z === Number.POSITIVE_INFINITY) return z === 0 ? 0 : Number.NaN;
  const log = Math.log(z);
  let [term, psi, sum] = [1 / alpha, digamma(alpha + 1), 0];
  for (let n = 1; ; n++) {
    const part = term * (psi - log);
    sum += part;
    if (alpha + n > z && Math.abs(part) <= enough * Math.abs(sum)) return z * sum;
    psi += 1 / (alpha + n);
    term *= z / (alpha + n);
  }
}

/**
 * Of a draw x of Beta(α, β), by α, divided by 1 − x: the lower series in x up to ½, beyond it that of 1 − x, which is a draw of
 * Beta(β, α). I(x; α, β) = xᵅ (1 − x)ᵝ / (α B) Σ (α + β)ₙ xⁿ / (α + 1)ₙ.
 */
export function betaSlope(x: number, alpha: number, beta: number): number {
  if (!(x > 0 && alpha > 0 && beta > 0) || x > 1) return x === 0 ? 0 : Number.NaN;
  const total = alpha + beta;
  const y = 1 - x;
  const lower = x <= 0.5;
  const [from, own, step] = lower ? [x, alpha, digamma(alpha + 1)] : [y, beta, digamma(alpha)];
  const log = Math.log(x);
  // Lower: ψ(α + 1 + n) − ψ(α + β + n) − log x; upper: ψ(α + β + n) − ψ(α) + log x.
  let [term, above, below, sum] = [1, digamma(total), step, 0];
  for (let n = 0; ; n++) {
    const part = term * (lower ? below - above - log : above - below + log);
    sum += part;
    const ratio = (from * (total + n)) / (own + 1 + n);
    if (ratio < 1 && Math.abs(term) <= enough * Math.abs(sum) * (1 - ratio)) break;
    if (term === 0) break;
    above += 1 / (total + n);
    if (lower) below += 1 / (own + 1 + n);
    term *= ratio;
  }
  // x (1 − x) / α · sum, or (1 − x) x / β · sum; of both, 1 − x is left away.
  return (x / own) * sum;
}
