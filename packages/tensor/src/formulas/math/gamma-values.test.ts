// The gamma function's relatives in float64, against mpmath with 50 digits; and about its roots, against the first terms of its series there, at
// distances of every size.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { lgamma, lowerShare, polygamma, upperShare } from "./gamma-values.js";

const apart = (ours: number, theirs: number): number => Math.abs(ours - theirs) / Math.abs(theirs);

it.each([
  [1.0000000000009095, -5.249745890076018e-13],
  [0.9999999990686774, 5.375739798578574e-10],
  [1.00001, -0.0000057720744027504825],
  [0.9999, 0.000057729791561193866],
  [1.25, -0.09827183642181316],
  [0.75, 0.20328095143129538],
  [1.4999, -0.12078588195849393],
  [2.000000000003638, 1.5380804510628523e-12],
  [1.9999990463256836, -4.0319826848018475e-7],
  [1.9999, -0.00004227520877215346],
  [2.25, 0.1248717148923966],
  [2.4999, 0.28461255726068263],
  [3.9859957718208054, 1.7741963789424608],
  [5e-324, 744.4400719213812],
  [-5e-324, 744.4400719213812],
  [6e-310, 712.0096193589261],
  [1e-20, 46.051701859880914],
  [-1e-300, 690.7755278982137],
])("log Γ(%d)", (x, value) => {
  expect(apart(lgamma(x), value)).toBeLessThan(1e-14);
});

it.each([
  [1e-6, 0.55, 0.9999994966356214, 5.033643786457474e-7],
  [1e-6, 0.01, 0.9999959620777633, 0.000004037922236637048],
  [0.001, 0.25, 0.9989556556197281, 0.0010443443802718604],
  [0.001, 1, 0.9997803916424144, 0.0002196083575855564],
  [0.05, 1.05, 0.9893768217722504, 0.010623178227749558],
  [0.2, 0.9, 0.9388268378948836, 0.061173162105116335],
  [0.3, 0.02, 0.34299751585698796, 0.6570024841430121],
  [0.5, 1.4, 0.9057356931587897, 0.09426430684121032],
  [2, 3.5, 0.8641117745995668, 0.13588822540043324],
  [501, 501, 0.5059412077998809, 0.49405879220011906],
  [501, 400, 6.427503552126212e-7, 0.9999993572496448],
  [12.5, 3, 3.426768617027624e-5, 0.9999657323138297],
  [302, 853, 1, 9.6979357765032e-106],
  [1900, 1700, 1.005758803822271e-6, 0.9999989942411962],
  [2500, 2600, 0.9761810019792594, 0.023818998020740653],
  [2500.5, 2000, 2.6353743766050242e-27, 1],
  [50_000, 50_100, 0.6730699893761954, 0.3269300106238046],
  [200_000, 201_000, 0.9872287282906278, 0.01277127170937222],
  [200_000, 199_000, 0.012576006291331173, 0.9874239937086688],
  [1e6, 1e6, 0.5001329807608725, 0.4998670192391274],
  [1e6, 1_005_000, 0.999999701250986, 2.987490140114635e-7],
  [1e10, 1.00002e10, 0.9772493281448552, 0.02275067185514477],
])("the shares of Γ(%d) at %d", (a, x, lower, upper) => {
  expect(apart(lowerShare(a, x), lower)).toBeLessThan(2e-13);
  expect(apart(upperShare(a, x), upper)).toBeLessThan(2e-13);
});

it.each([
  [2, 1e-3, -2000000002.3976321],
  [5, -2.125, 31457610.901834153],
  [3, -1e-5, 5.999999999999999e20],
  // By two sums and not by so many steps.
  [3, -123_456.75, 1558.545456544039],
  [2, -1e12 + 0.25, -124.02510672119928],
  [30, 2.5, -1.2232990235199246e20],
  [160, 40.5, -7.618277127497792e25],
  [4, 1e70, -5.999999999999998e-280],
])("the derivative of digamma of order %d at %d", (order, x, value) => {
  expect(apart(polygamma(order, x), value)).toBeLessThan(1e-13);
});

it("derivatives of orders that have no factorial are infinite, at once", () => {
  for (const order of [171, 1e6, 1e15]) expect(Math.abs(polygamma(order, 0.75))).toBe(Number.POSITIVE_INFINITY);
});

describe("about its roots", () => {
  const [euler, zeta2, zeta3] = [0.5772156649015329, Math.PI ** 2 / 6, 1.2020569031595942];
  const random = seeded(1);
  const steps = Array.from({ length: 200 }, () => (random() < 0.5 ? -1 : 1) * 10 ** (-14 + 9 * random()));

  it("at 1", () => {
    for (const step of steps) {
      const t = 1 + step - 1;
      expect(apart(lgamma(1 + t), t * (-euler + t * (zeta2 / 2 - (t * zeta3) / 3))), `1 + ${t}`).toBeLessThan(1e-14);
    }
  });

  it("at 2", () => {
    for (const step of steps) {
      const t = 2 + step - 2;
      const series = t * (1 - euler + t * ((zeta2 - 1) / 2 - (t * (zeta3 - 1)) / 3));
      expect(apart(lgamma(2 + t), series), `2 + ${t}`).toBeLessThan(1e-14);
    }
  });
});
