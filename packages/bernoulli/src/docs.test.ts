// Runs the examples of this package's docstrings and README, and of the texts for users of the repository, as tests.
import { testExamples } from "@tooling/vitest/examples";

testExamples(import.meta.url, [
  "../../README.md",
  "../../README.ko.md",
  "../../docs/from-pytorch.md",
  "../../docs/pages.md",
  "../../docs/weights.md",
]);
