// That convolutions of single channels are what the reference makes of them, in all three passes; src/soak/convolutions.soak.ts tries many more.

import { expect, it } from "vitest";
import { distanceOf } from "../../fusions/convolutions.testing.js";
import { passes, passesOf, randomLayer } from "../../fusions/random-layers.testing.js";

it("agrees with the reference on random layers", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const layer = randomLayer(seed, 1);
    const [actual, expected] = (["cpu", "reference"] as const).map((device) => passesOf(layer, seed, device));
    for (const [at, own] of actual!.entries())
      expect(distanceOf(own, expected![at]!), `seed ${seed}, ${passes[at]}: ${JSON.stringify(layer)}`).toBe(0);
  }
});
