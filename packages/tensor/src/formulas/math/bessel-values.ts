// The modified Bessel functions of the first kind in float64, of orders 0 and 1, as they are and without their growth: up to 8 by their series, whose
// terms are positive, and beyond by what they grow like.

export type BesselOrder = 0 | 1;

/** To here the series goes. */
export const near = 8;
/** e⁻ˣ I(x) √x in 16 / x − 1: Chebyshev series, computed for this file to 40 digits. */
export const far: { readonly [O in BesselOrder]: readonly number[] } = {
  0: [
    -2.026060428741361e-11, 9.36508689281819e-11, 1.5279202694981558e-10, -6.633287112547084e-10,
    -5.715843864202707e-10, 2.1968921378829006e-9, 1.5200816953924227e-9, -4.575553424534973e-9, -3.5059665308793316e-9,
    6.560138746917057e-9, 7.552583062123384e-9, -5.0381064879032845e-9, -1.340891754008974e-8, -6.8493381882867694e-9,
    7.554691881248808e-9, 2.1566251453104354e-8, 3.932584334552952e-8, 8.872034383314144e-8, 2.9735985873923665e-7,
    1.4838476651250266e-6, 1.1143033790932038e-5, 0.00013621607438984735, 0.0033605519836678614, 0.4021765094450081,
  ],
  1: [
    1.851511882885294e-11, -9.752397204138194e-11, -1.4011625179770617e-10, 6.917089294193807e-10,
    5.295625441161259e-10, -2.297004161885201e-9, -1.4387250533041011e-9, 4.810597405089944e-9, 3.4262341490077958e-9,
    -6.983839624895866e-9, -7.64239413436356e-9, 5.59337010179061e-9, 1.4034238782067183e-8, 6.8401389977069586e-9,
    -8.427766093735185e-9, -2.339250374801858e-8, -4.312917729178349e-8, -1.000109565963654e-7, -3.483855761044295e-7,
    -1.8349102358955385e-6, -1.5038547200567216e-5, -0.0002192357638317243, -0.009749577193235737, 0.38939845902587233,
  ],
};
/** 1 / (k! (k + order)!) of x²/4, the highest of `count` first: over (x/2)^order the function. */
export function seriesOf(order: BesselOrder, count: number): readonly number[] {
  const terms = [1];
  for (let k = 1; k < count; k++) terms.unshift(terms[0]! / (k * (k + order)));
  return terms;
}

/** The function, or that times e⁻|ˣ|. */
export function besselOf(x: number, order: BesselOrder, isScaled: boolean): number {
  const size = Math.abs(x);
  const sum = (at: number, terms: readonly number[]) => terms.reduce((value, term) => value * at + term, 0);
  if (size <= near) {
    const own = sum((size / 2) ** 2, seriesOf(order, 28)) * (order === 0 ? 1 : x / 2);
    return isScaled ? own * Math.exp(-size) : own;
  }
  const scaled = (sum(16 / size - 1, far[order]) / Math.sqrt(size)) * (order === 1 && x < 0 ? -1 : 1);
  const power = isScaled ? 1 : Math.exp(size / 2);
  return scaled * power * power;
}
