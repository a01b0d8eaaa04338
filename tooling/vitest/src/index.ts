// The runner of the examples in docstrings and READMEs, for use in a package's tests. Only re-exports.
export { testExamples, testPages } from "./examples.js";
