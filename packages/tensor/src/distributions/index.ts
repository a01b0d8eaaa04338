// @bernoulli/tensor/distributions: PyTorch's torch.distributions. Only re-exports.

export { Exponential, Laplace, Uniform } from "./continuous.js";
export {
  Bernoulli,
  Categorical,
  Geometric,
  type ProbabilityArguments,
  type ProbabilityOptions,
} from "./discrete.js";
export {
  Distribution,
  type DistributionOptions,
  klDivergence,
  type ParameterValue,
  type SampleOptions,
} from "./distribution.js";
export { Beta, Dirichlet, Gamma } from "./gamma.js";
export { Independent } from "./independent.js";
export { MultivariateNormal, type MultivariateNormalOptions } from "./multivariate-normal.js";
export { LogNormal, Normal } from "./normal.js";
export { Poisson } from "./poisson.js";
