// Adds up what the last run of the tests left in each package, and prints "N passed, N failed". Used by .ci/run.
// @ts-check
import { existsSync, readFileSync, rmSync } from "node:fs";
import { testReport, workspacePackages } from "./workspace.mjs";

const reports = workspacePackages(["packages", "apps", "tooling"])
  .filter(({ manifest }) => manifest.scripts?.test !== undefined)
  .map(testReport);

if (process.argv.includes("--clear")) {
  for (const file of reports) rmSync(file, { force: true });
} else {
  let passed = 0;
  let failed = 0;
  for (const file of reports) {
    // A package whose tests did not even start has no report: that is a failure.
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      success = false,
    } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    passed += numPassedTests;
    // So is one whose tests all pass, but which failed otherwise: a file that cannot be loaded, an error after the end.
    failed += success ? numFailedTests : Math.max(numFailedTests, 1);
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
