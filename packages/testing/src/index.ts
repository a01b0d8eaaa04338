// @bernoulli/testing: helpers of the other packages' tests. Only re-exports; leak-guard.testing.ts is a setup file, not one of them.

export { countRefused, mutated } from "./changes.js";
export { expectClose, type Numbers, type Tolerance } from "./close.js";
export { failAt, fillDiskAfter, makeDirectory, rejection, systemError } from "./disk.js";
export {
  type FixtureCase,
  type FixtureFamily,
  type Fixtures,
  type FixtureTensor,
  isEdgeTensor,
  loadFixtures,
} from "./fixtures.js";
export { cotangent, type Differentiable, type GradcheckOptions, gradcheck, gradgradcheck } from "./gradcheck.js";
export { Guard, outsideGuard } from "./guard.js";
export {
  defineSamples,
  type ErrorCase,
  type GoldenCall,
  type InputSpec,
  isEdge,
  type Layout,
  type MadeInput,
  makeInput,
  type OpSamples,
  type Sample,
  type Samples,
} from "./samples.js";
export { seeded } from "./seeded.js";
export { thrown, thrownLater } from "./thrown.js";
export { type Choice, choiceIn, Variants } from "./variants.js";
