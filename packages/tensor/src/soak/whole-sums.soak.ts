// Sums and products of integers beside BigInt, at random: exact, or refused. BERNOULLI_SOAK_SEED begins elsewhere.

import { it } from "vitest";
import { tryWholeSums } from "../ops/reductions/whole-sums.testing.js";

const first = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 10_001);

it.each(["cpu", "reference"] as const)("many, on %s", (device) => tryWholeSums(device, first, 20_000), 3_600_000);
