// That regions compute what their ops do one after another, bit for bit: random programs, of which src/soak/compile.soak.ts tries many
// more.

import { expect, it } from "vitest";
import { compareProgram } from "./programs.testing.js";

it.each([
  ["small", 1, 150],
  ["large", 10_001, 8],
])("agrees with the plain call on %s random programs", (size, first, cases) => {
  let fused = 0;
  for (let seed = first; seed < first + cases; seed += 1) {
    const { explained, ...found } = compareProgram(seed, { large: size === "large" });
    expect(found, `seed ${seed}\n${explained}`).toMatchObject({ isAlike: true });
    if (explained.includes(": region")) fused += 1;
  }
  expect(fused).toBeGreaterThan(cases / 2);
});
