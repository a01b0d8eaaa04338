// Random programs over tensors on two devices, with their moves and without, plain and compiled, bit for bit.
// BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { expect, it } from "vitest";
import { drawMovedProgram } from "../door/moves.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 3000);
const firstSeed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`${cases} programs from seed ${firstSeed} give the same bits with their moves and without`, {
  timeout: 3_600_000,
}, () => {
  for (let seed = firstSeed; seed < firstSeed + cases; seed += 1) {
    const program = drawMovedProgram(seed);
    const wanted = program.run({ moves: false, compiled: false });
    for (const compiled of [false, true])
      expect(program.run({ moves: true, compiled }), `program ${seed}, ${compiled ? "compiled" : "plain"}`).toEqual(
        wanted,
      );
  }
});
