// That regions compute what their ops do one after another, bit for bit: random programs, of which src/soak/compile.soak.ts tries many
// more.

import { Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { compareProgram } from "./programs.testing.js";

const variants = new Variants("packages/tensor/src/compile/regions/programs.test.ts");

const seedsOf = (size: string, first: number, count: number) =>
  [
    size,
    variants.of(
      size,
      Array.from({ length: count }, (_, at) => first + at),
      String,
    ),
  ] as const;

it.each([seedsOf("small", 1, 150), seedsOf("large", 10_001, 8)])(
  "agrees with the plain call on %s random programs",
  (size, chosen) => {
    let fused = 0;
    for (const seed of chosen) {
      const { explained, ...found } = compareProgram(seed, { large: size === "large" });
      expect(found, `seed ${seed}\n${explained}`).toMatchObject({ isAlike: true });
      if (explained.includes(": region")) fused += 1;
    }
    expect(fused).toBeGreaterThan(chosen.length / 2);
  },
);

variants.tell(it);
