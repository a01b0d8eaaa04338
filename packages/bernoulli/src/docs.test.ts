// Runs the examples of this package's docstrings and README, and of the repository's READMEs, as tests.
import { testExamples } from "@tooling/vitest/examples";

testExamples(import.meta.url, ["../../README.md", "../../README.ko.md"]);
