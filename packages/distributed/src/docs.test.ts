// Runs the examples of this package's docstrings and README as tests; each begins outside of any world.
import { testExamples } from "@tooling/vitest/examples";
import { afterEach } from "vitest";
import { finalize } from "./index.js";

afterEach(() => finalize());
testExamples(import.meta.url);
