import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type DType, dtypeTraits, type TypedArray } from "../tensor/dtype.js";
import { fillBernoulli, fillNormal, fillRandint, fillRandperm, fillUniform } from "./distributions.js";
import { Generator } from "./generator.js";

type Fill = (elements: TypedArray, dtype: DType, generator: Generator) => void;

function drawn(dtype: DType, count: number, generator: Generator, fill: Fill): TypedArray {
  const { Array: ArrayOfType, bytes } = dtypeTraits[dtype];
  const elements = new ArrayOfType(new ArrayBuffer(count * bytes), 0, count);
  fill(elements, dtype, generator);
  return elements;
}

/** The first 16 digits of the SHA-256 of the elements' bytes. */
function sha({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest("hex")
    .slice(0, 16);
}

function seeded(seed: number | bigint): Generator {
  return new Generator({ seed });
}

const uniform =
  (from: number, to: number): Fill =>
  (elements, dtype, generator) =>
    fillUniform(elements, dtype, generator, from, to);
const normal =
  (mean: number, std: number): Fill =>
  (elements, dtype, generator) =>
    fillNormal(elements, dtype, generator, mean, std);
const bernoulli =
  (p: number): Fill =>
  (elements, dtype, generator) =>
    fillBernoulli(elements, dtype, generator, p);
const randint =
  (low: number, high: number): Fill =>
  (elements, dtype, generator) =>
    fillRandint(elements, dtype, generator, low, high);

describe("PyTorch's printed streams", () => {
  it.each<[name: string, seed: number, dtype: DType, fill: Fill, wanted: number[]]>([
    ["rand", 0, "float32", uniform(0, 1), [0.4962566, 0.7682218, 0.0884774, 0.1320305, 0.3074228]],
    ["randn, one by one", 0, "float32", normal(0, 1), [1.5409961, -0.2934289, -2.1787894, 0.5684313, -1.0845224]],
    ["randperm(10)", 0, "int32", fillRandperm, [4, 1, 7, 5, 3, 9, 0, 8, 6, 2]],
    ["randperm(10)", 42, "int32", fillRandperm, [2, 6, 1, 8, 4, 5, 0, 9, 3, 7]],
    ["randperm(6)", 1234, "int32", fillRandperm, [3, 2, 4, 5, 1, 0]],
    ["randint", 1234, "int32", randint(0, 100), [75, 71, 6, 65, 16, 64]],
    ["dropout's mask, p = 0.25", 0, "bool", bernoulli(0.75), [..."011010111111111111101111"].map(Number)],
    ["dropout's mask, p = 0.5", 123, "bool", bernoulli(0.5), [..."110110000101111101011001010101011110"].map(Number)],
  ])("%s, seed %i", (_, seed, dtype, fill, wanted) => {
    const elements = drawn(dtype, wanted.length, seeded(seed), fill);
    expect([...elements].map((value) => Number(value.toFixed(7)))).toEqual(wanted);
  });

  it("randn in blocks of sixteen, with and without a rest", () => {
    // Published digits of other builds, which differ in the last place; the test below is exact.
    const near = (elements: Iterable<number>, wanted: number[]) =>
      [...elements].slice(0, wanted.length).every((value, at) => Math.abs(value - wanted[at]!) < 5e-7);
    expect(near(drawn("float32", 16, seeded(42), normal(0, 1)), [1.9269152, 1.4872841, 0.9007172, -2.1055212])).toBe(
      true,
    );
    expect(near(drawn("float32", 20, seeded(0), normal(0, 1)), [-1.1258398, -1.1523602, -0.2505786, -0.4338788])).toBe(
      true,
    );
  });
});

describe("10,007 draws of torch 2.15.0, bit for bit", () => {
  // Each digest is that of what the PyTorch expression gives with generator=torch.Generator().manual_seed(SEED), as in
  //   hashlib.sha256(torch.rand(10007, generator=…).numpy().tobytes()).hexdigest()[:16]
  const seeds = [0n, 42n, 2n ** 32n + 7n, -1n, 67280421310721n];
  it.each<[expression: string, dtype: DType, fill: Fill, digests: string[]]>([
    [
      "torch.rand(10007)",
      "float32",
      uniform(0, 1),
      ["403e488c39042952", "768bb6bb78001c02", "feb6de450c148748", "861c95275eefa1e1", "8e5e6d5c2e3e782d"],
    ],
    [
      "torch.empty(10007).uniform_(-0.1, 0.3)",
      "float32",
      uniform(-0.1, 0.3),
      ["314dd0f1706f85e8", "7ab744e29fff3528", "6da2d571190fabbc", "83420380f79419f5", "07801dcb89c84ca1"],
    ],
    [
      "torch.empty(10007, dtype=torch.float64).uniform_(-0.1, 0.3)",
      "float64",
      uniform(-0.1, 0.3),
      ["a46fb25244498261", "06755f8a4e260793", "f55cee9cddcbe19a", "9a899a25094e6aa8", "7cbb956772ec5c90"],
    ],
    [
      "torch.randn(10007)",
      "float32",
      normal(0, 1),
      ["ae8a87ed03af9595", "36af95b482bee207", "d4829090c66053f5", "82be10ac88fa2846", "393aad9031a284e6"],
    ],
    [
      "torch.empty(10007).normal_(2, 0.5)",
      "float32",
      normal(2, 0.5),
      ["ff83bca9f091d3bd", "caafc74c69df1c61", "24723380ec733899", "7451acfe136e3ce7", "f957037930319b6f"],
    ],
    [
      "torch.empty(10007, dtype=torch.bool).bernoulli_(0.75)",
      "bool",
      bernoulli(0.75),
      ["115aff8b25ede7ea", "72edd8bf9f6eba3d", "17488c74bb2497e6", "fc970f73201d4011", "0d463f9ac4df7c19"],
    ],
    [
      "torch.randint(-50, 1000, (10007,), dtype=torch.int32)",
      "int32",
      randint(-50, 1000),
      ["a5a1250d905b5e6b", "74146351c2ca50ba", "8190d7cce4fe2264", "aa977ac41b68bb42", "13c1c1b2dbb943d8"],
    ],
    [
      "torch.randperm(10007, dtype=torch.int32)",
      "int32",
      fillRandperm,
      ["c65e0cecab4d4c8c", "b6003bad6d4cea91", "652738fb5ce156b3", "a4549fc596f0c9dd", "a2de6bcd9cf6f1b8"],
    ],
  ])("%s", (_, dtype, fill, digests) => {
    expect(seeds.map((seed) => sha(drawn(dtype, 10_007, seeded(seed), fill)))).toEqual(digests);
  });

  it("torch.randn(1000003)", () => {
    expect(sha(drawn("float32", 1_000_003, seeded(0), normal(0, 1)))).toBe("4022835943f76440");
  });
});

describe("fillUniform", () => {
  it("gives the lower bound where the range is empty", () => {
    expect([...drawn("float32", 3, seeded(0), uniform(5, 5))]).toEqual([5, 5, 5]);
  });
});

describe("fillBernoulli", () => {
  it("draws two words an element, whatever the dtype", () => {
    for (const dtype of ["float32", "float64", "int32", "uint8", "bool"] as const) {
      const generator = seeded(3);
      const elements = drawn(dtype, 5000, generator, bernoulli(0.3));
      expect([...elements]).toEqual([...drawn("bool", 5000, seeded(3), bernoulli(0.3))]);
      const other = seeded(3);
      other.engine.fill(new Uint32Array(10_000));
      expect(generator.random()).toBe(other.random());
    }
  });

  it("keeps nothing for p = 0 and all for p = 1", () => {
    expect(new Set(drawn("bool", 1000, seeded(0), bernoulli(0)))).toEqual(new Set([0]));
    expect(new Set(drawn("bool", 1000, seeded(0), bernoulli(1)))).toEqual(new Set([1]));
  });

  it("keeps a draw below p and drops one equal to p", () => {
    const generator = seeded(9);
    const [high, low] = [generator.random() & 0x1fffff, generator.random()];
    const draw = (high * 2 ** 32 + low) * 2 ** -53;
    expect(drawn("bool", 1, seeded(9), bernoulli(draw))[0]).toBe(0);
    expect(drawn("bool", 1, seeded(9), bernoulli(draw + 2 ** -53))[0]).toBe(1);
  });
});

describe("fillNormal", () => {
  it("leaves the second of a pair in the generator, for the next call of fewer than sixteen", () => {
    // torch: g = manual_seed(99); randn(3), rand(2), randn(2).
    const generator = seeded(99);
    const values = [normal(0, 1), uniform(0, 1), normal(0, 1)].flatMap((fill, at) => [
      ...drawn("float32", at === 0 ? 3 : 2, generator, fill),
    ]);
    expect(values.map((value) => Number(value.toFixed(4)))).toEqual([
      0.6127, -1.1754, -0.7646, 0.8608, 0.4882, -0.6666, -0.9202,
    ]);
  });

  it("float64 differs from torch by the last bit of the platform's logarithm and sine only", () => {
    // torch: torch.randn(16, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    const wanted = [
      -2.310411800234176, -0.3732508612577643, -1.0608166785462863, 0.9995093547811761, -0.8840250045832653,
      -1.2755469302148053, -0.623224579866079, -0.8664416019125772, -1.2956271403277857, 1.52363162310635,
      0.3236605664983738, 2.0177260314861085, 1.1357423400213507, -1.226881339001083, 0.07138847120511693,
      0.3380174030507378,
    ];
    const got = drawn("float64", 16, seeded(0), normal(0, 1));
    for (const [at, value] of wanted.entries()) expect(Math.abs(got[at]! / value - 1)).toBeLessThan(1e-15);
  });

  it("has the mean and spread that were asked for", () => {
    const values = Array.from(drawn("float64", 100_000, seeded(1), normal(3, 0.5)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(3, 2);
    expect(Math.sqrt(variance)).toBeCloseTo(0.5, 2);
  });
});

describe("fillRandint", () => {
  it("draws one word below a range of 2²⁸, two from there on", () => {
    const words = (range: number) => {
      const generator = seeded(4);
      drawn("float64", 10, generator, randint(0, range));
      const other = seeded(4);
      const next = generator.random();
      for (let count = 0; ; count++) if (other.random() === next) return count;
    };
    expect(words(2 ** 28 - 1)).toBe(10);
    expect(words(2 ** 28)).toBe(20);
  });

  it("takes the remainder of the 64-bit word, and stays within wide bounds", () => {
    const generator = seeded(4);
    const wanted = Array.from({ length: 5 }, () => Number(generator.random64() % 2n ** 32n) - 2 ** 31);
    expect([...drawn("int32", 5, seeded(4), randint(-(2 ** 31), 2 ** 31))]).toEqual(wanted);
  });
});

describe("fillRandperm", () => {
  it("draws nothing for fewer than two", () => {
    for (const count of [0, 1]) {
      const generator = seeded(5);
      expect([...drawn("int32", count, generator, fillRandperm)]).toEqual([0].slice(0, count));
      expect(generator.random()).toBe(seeded(5).random());
    }
  });

  it("holds every number once", () => {
    const order = drawn("int32", 1000, seeded(6), fillRandperm);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, at) => at));
  });
});
