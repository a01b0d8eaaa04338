// §9.1 as the paper states it: the mean over masks against the closed form. 10⁶ draws, to 1e-3: identity.soak.ts.

import { expect, it } from "vitest";
import { linear } from "./linear.js";

it.each(linear.settings("trial"))("$name: ridge regression, to what 50,000 draws give", async ({ parameters }) => {
  const shares: number[] = [];
  const result = await linear.run(
    { ...parameters, draws: 50_000 },
    {
      seed: 1,
      directory: "",
      signal: new AbortController().signal,
      share: (share) => void shares.push(share),
    },
    null as never,
  );
  const { sampled, exact } = result!.loss;
  expect(Math.abs(sampled - exact) / exact).toBeLessThan(4e-3);
  expect(result!.weights).toBeLessThan(4e-3);
  // What it is compared with is no trifle: without the penalty both would be elsewhere.
  expect(exact).toBeGreaterThan(1);
  expect(shares.at(-1)).toBe(1);
});
