import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ArgumentError } from "../checks/errors.js";
import { fillBernoulli, fillNormal, fillUniform } from "./distributions.js";
import { defaultGenerator, Generator, manualSeed, withGenerator } from "./generator.js";

/** The first 16 digits of the state's SHA-256. */
function sha(generator: Generator): string {
  return createHash("sha256").update(generator.getState()).digest("hex").slice(0, 16);
}

function words(generator: Generator, count: number): number[] {
  return Array.from({ length: count }, () => generator.random());
}

/** Normal draws one by one, which leave the generator a second half. */
function normals(generator: Generator, count: number): number[] {
  const elements = new Float32Array(count);
  fillNormal(elements, "float32", generator, 0, 1);
  return [...elements];
}

describe("seeds", () => {
  it("counts negative ones from 2⁶⁴, as PyTorch", () => {
    expect(new Generator({ seed: -1 }).initialSeed()).toBe(2n ** 64n - 1n);
    expect(new Generator({ seed: -(2n ** 63n) }).initialSeed()).toBe(2n ** 63n);
  });

  it("starts from PyTorch's default seed where none is given", () => {
    expect(new Generator().initialSeed()).toBe(67280421310721n);
  });

  it("takes the low 32 bits", () => {
    expect(words(new Generator({ seed: 2n ** 40n + 5n }), 5)).toEqual(words(new Generator({ seed: 5 }), 5));
  });

  it("manualSeed starts anew and forgets the waiting normal draw", () => {
    const generator = new Generator({ seed: 5 });
    const first = normals(generator, 3);
    generator.manualSeed(5);
    expect(normals(generator, 3)).toEqual(first);
  });

  it("seed() chooses one of 53 bits and starts from it", () => {
    const generator = new Generator({ seed: 0 });
    const [first, second] = [generator.seed(), generator.seed()];
    expect(first).not.toBe(second);
    expect(second).toBeLessThan(2n ** 53n);
    expect(words(generator, 3)).toEqual(words(new Generator({ seed: second }), 3));
  });

  it("refuses what is no integer of 64 bits", () => {
    const message = (seed: number | bigint) => {
      try {
        new Generator({ seed });
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
      return "no error";
    };
    expect(message(1.5)).toMatchInlineSnapshot(
      `"ArgumentError: manualSeed: expected a safe integer or a bigint in [-2^63, 2^64), but got 1.5"`,
    );
    expect(message(Number.NaN)).toMatchInlineSnapshot(
      `"ArgumentError: manualSeed: expected a safe integer or a bigint in [-2^63, 2^64), but got NaN"`,
    );
    expect(message(2 ** 53)).toMatchInlineSnapshot(
      `"ArgumentError: manualSeed: expected a safe integer or a bigint in [-2^63, 2^64), but got 9007199254740992"`,
    );
    expect(message(2n ** 64n)).toMatchInlineSnapshot(
      `"ArgumentError: manualSeed: expected a safe integer or a bigint in [-2^63, 2^64), but got 18446744073709551616"`,
    );
    expect(message(-(2n ** 63n) - 1n)).toMatchInlineSnapshot(
      `"ArgumentError: manualSeed: expected a safe integer or a bigint in [-2^63, 2^64), but got -9223372036854775809"`,
    );
  });
});

describe("random64", () => {
  it("puts the first word high", () => {
    const [high, low] = words(new Generator({ seed: 8 }), 2) as [number, number];
    expect(new Generator({ seed: 8 }).random64()).toBe(BigInt(high) * 2n ** 32n + BigInt(low));
  });
});

describe("state", () => {
  // The digests are torch 2.15.0's: hashlib.sha256(g.get_state().numpy().tobytes()).hexdigest()[:16].
  it("equals torch's before and after draws, at the edges of the twister's block too", () => {
    const generator = new Generator({ seed: 0 });
    expect(sha(generator)).toBe("1ccf17250133dec5");
    words(generator, 623);
    expect(sha(generator)).toBe("50a90e08bcc5c956");
    words(generator, 1);
    expect(sha(generator)).toBe("484720ea4ef85e46");
    words(generator, 1);
    expect(sha(generator)).toBe("6bb1f50f7895dd4a");
  });

  it.each([
    [0n, "f8955895ccd6dbfe", "cf86779d90fd05b2"],
    [42n, "fdcbd6f4fc51a409", "f0117b428504c711"],
    [2n ** 32n + 7n, "aaa509c1709bb20a", "0d89d5b37bc9c877"],
    [-1n, "0b3329424d70b0d5", "06befb9b5ea7c4e7"],
    [67280421310721n, "ed561c0f05ced4e6", "3030b2be61aeac12"],
  ])("equals torch's after 10,007 draws from seed %s, by rand and by bernoulli_", (seed, uniform, bernoulli) => {
    const first = new Generator({ seed });
    fillUniform(new Float32Array(10_007), "float32", first, 0, 1);
    expect(sha(first)).toBe(uniform);
    const second = new Generator({ seed });
    fillBernoulli(new Uint8Array(10_007), "bool", second, 0.75);
    expect(sha(second)).toBe(bernoulli);
  });

  it("holds the waiting normal draw where torch holds it", () => {
    // torch: g = manual_seed(0); randn(3); g.get_state()[5016:]. A draw more would use it up.
    const generator = new Generator({ seed: 0 });
    normals(generator, 3);
    const end = generator.getState().subarray(5016);
    expect([...end.subarray(0, 8), ...end.subarray(16)]).toEqual([
      ...[0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0, 0],
      ...[1, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    const torchs = new DataView(Uint8Array.of(13, 53, 62, 202, 150, 48, 226, 63).buffer).getFloat64(0, true);
    const ours = new DataView(end.buffer, end.byteOffset).getFloat64(8, true);
    // The last bit is the platform's sine.
    expect(Math.abs(ours / torchs - 1)).toBeLessThan(1e-15);
  });

  it("goes on from a state as the generator it was taken from", () => {
    for (const drawnBefore of [0, 1, 623, 624, 700]) {
      const generator = new Generator({ seed: 77 });
      words(generator, drawnBefore);
      normals(generator, 1);
      const other = new Generator().setState(generator.getState());
      expect(other.initialSeed()).toBe(77n);
      expect(other.getState()).toEqual(generator.getState());
      expect(normals(other, 2)).toEqual(normals(generator, 2));
      expect(words(other, 1000)).toEqual(words(generator, 1000));
    }
  });

  it("reads a state that lies inside a larger array", () => {
    const generator = new Generator({ seed: 3 });
    const larger = new Uint8Array(6000);
    larger.set(generator.getState(), 13);
    expect(words(new Generator().setState(larger.subarray(13, 13 + 5056)), 3)).toEqual(words(generator, 3));
  });

  it("refuses another length, and contents that no generator wrote, and stays as it was", () => {
    const generator = new Generator({ seed: 1 });
    const before = generator.getState();
    const altered = (alter: (view: DataView) => void) => {
      const state = generator.getState();
      alter(new DataView(state.buffer));
      return () => generator.setState(state);
    };
    expect(() => generator.setState(new Uint8Array(5055))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: setState: expected a CPU generator state of 5056 bytes, but found 5055 bytes]`,
    );
    expect(() => generator.setState(new Uint8Array(5056))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: setState: invalid mt19937 state: the bytes are not what getState wrote; take the state again]`,
    );
    expect(altered((view) => view.setInt32(8, 0, true))).toThrow(ArgumentError);
    expect(altered((view) => view.setInt32(8, 625, true))).toThrow(ArgumentError);
    expect(altered((view) => view.setInt32(12, 0, true))).toThrow(ArgumentError);
    expect(altered((view) => view.setBigUint64(16, 625n, true))).toThrow(ArgumentError);
    expect(altered((view) => view.setBigUint64(16, 100n, true))).toThrow(ArgumentError);
    expect(altered((view) => view.setBigUint64(24, 2n ** 32n, true))).toThrow(ArgumentError);
    expect(generator.getState()).toEqual(before);
  });
});

describe("the default generator", () => {
  it("is the one that manualSeed seeds", () => {
    const seeded = manualSeed(31);
    expect(seeded).toBe(defaultGenerator());
    expect(words(defaultGenerator(), 3)).toEqual(words(new Generator({ seed: 31 }), 3));
  });
});

describe("withGenerator", () => {
  it("makes a generator the default one inside, nested too, and restores the old one", () => {
    const outer = defaultGenerator();
    const [first, second] = [new Generator({ seed: 1 }), new Generator({ seed: 2 })];
    const seen = withGenerator(first, () => {
      const inside = defaultGenerator();
      const nested = withGenerator(second, () => defaultGenerator());
      return [inside, nested, defaultGenerator()];
    });
    expect(seen).toEqual([first, second, first]);
    expect(defaultGenerator()).toBe(outer);
  });

  it("restores the old one after an error", () => {
    const outer = defaultGenerator();
    expect(() =>
      withGenerator(new Generator(), () => {
        throw new Error("from the body");
      }),
    ).toThrow("from the body");
    expect(defaultGenerator()).toBe(outer);
  });

  it("refuses a body that returns a promise, and restores the old one", () => {
    const outer = defaultGenerator();
    expect(() => withGenerator(new Generator(), async () => 1)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: withGenerator: the body returned a promise, and the generator cannot follow it across an await; pass { generator } to what draws instead]`,
    );
    expect(defaultGenerator()).toBe(outer);
  });

  it("leaves the old one's stream alone, manualSeed included", () => {
    const before = defaultGenerator().getState();
    withGenerator(new Generator({ seed: 1 }), () => words(manualSeed(9), 10));
    expect(defaultGenerator().getState()).toEqual(before);
  });
});
