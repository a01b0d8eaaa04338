// §9.1 to 1e-3 over 10⁶ draws, for several seeds.

import { expect, it } from "vitest";
import { linear } from "./experiments/linear.js";

it.each(linear.settings("quick").flatMap((setting) => [0, 1, 2].map((seed) => ({ ...setting, seed }))))(
  "$name, seed $seed",
  { timeout: 600_000 },
  async ({ parameters, seed }) => {
    const how = { seed, directory: "", signal: new AbortController().signal, share: () => {} };
    const { loss, weights } = (await linear.run(parameters, how, null as never))!;
    expect(parameters.draws).toBe(1_000_000);
    expect(Math.abs(loss.sampled - loss.exact) / loss.exact).toBeLessThan(1e-3);
    expect(weights).toBeLessThan(1e-3);
  },
);
