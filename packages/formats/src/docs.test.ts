// Runs the examples of this package's docstrings and README as tests.
import { testExamples } from "@tooling/vitest/examples";

testExamples(import.meta.url);
