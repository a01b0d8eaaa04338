import { describe, expect, it } from "vitest";
import { Mt19937 } from "./mt19937.js";

describe("Mt19937", () => {
  it("gives the published stream of the reference implementation", () => {
    // The first numbers of the default seed, and the 10,000th, which the C++ standard demands of std::mt19937.
    const engine = new Mt19937(5489);
    const words = Array.from({ length: 10_000 }, () => engine.random());
    expect(words.slice(0, 4)).toEqual([3499211612, 581869302, 3890346734, 3586334585]);
    expect(words[9_999]).toBe(4123659995);
  });

  it("fills arrays with the words that random() would give, wherever it stands", () => {
    for (const drawnBefore of [0, 1, 622, 623, 624, 625, 1248]) {
      const [filled, drawn] = [new Mt19937(7), new Mt19937(7)];
      for (let count = 0; count < drawnBefore; count++) filled.random();
      for (let count = 0; count < drawnBefore; count++) drawn.random();
      for (const length of [0, 1, 3, 623, 624, 1500]) {
        const words = new Uint32Array(length);
        filled.fill(words);
        expect([...words]).toEqual(Array.from(words, () => drawn.random()));
        expect([filled.left, filled.next]).toEqual([drawn.left, drawn.next]);
      }
      expect(filled.random()).toBe(drawn.random());
    }
  });

  it("takes the low 32 bits of a seed, and starts anew when seeded again", () => {
    const engine = new Mt19937(2 ** 32 + 7);
    const first = engine.random();
    expect(first).toBe(new Mt19937(7).random());
    engine.seed(7);
    expect(engine.random()).toBe(first);
  });
});
