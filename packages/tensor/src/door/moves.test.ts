// Random programs with moves between devices give what they give without. More of them: soak/moves.soak.ts.

import { expect, it } from "vitest";
import { drawMovedProgram } from "./moves.testing.js";

it("moves change no bit, plain or compiled", () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const program = drawMovedProgram(seed);
    const wanted = program.run({ moves: false, compiled: false });
    for (const compiled of [false, true])
      expect(program.run({ moves: true, compiled }), `program ${seed}, ${compiled ? "compiled" : "plain"}`).toEqual(
        wanted,
      );
  }
});
