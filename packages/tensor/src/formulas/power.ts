// What the primitive `pow` gives for numbers of JavaScript: floats as C and PyTorch have it, integers modulo 2³².

/** aᵇ. C and PyTorch say 1 where JavaScript says NaN: 1 to any power, and −1 to an infinite one. */
export function power(a: number, b: number): number {
  return a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b;
}

/** aᵇ modulo 2³². Below 0 only ±1 has a whole power. */
export function integerPower(a: number, b: number): number {
  if (b < 0) return a === 1 ? 1 : a === -1 ? (b % 2 === 0 ? 1 : -1) : 0;
  let [power, base] = [1, a];
  for (let rest = b; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = Math.imul(power, base);
    base = Math.imul(base, base);
  }
  return power;
}
