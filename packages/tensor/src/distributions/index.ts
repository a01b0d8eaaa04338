// @bernoulli/tensor/distributions: PyTorch's torch.distributions. Only re-exports.

export { Bernoulli, Geometric } from "./bernoulli.js";
export { Categorical, OneHotCategorical, OneHotCategoricalStraightThrough } from "./categorical.js";
export { Cauchy, HalfCauchy, HalfNormal } from "./cauchy.js";
export type { Constraint } from "./constraints.js";
export { Exponential, Laplace, Uniform } from "./continuous.js";
export {
  ContinuousBernoulli,
  type ContinuousBernoulliArguments,
  type ContinuousBernoulliOptions,
} from "./continuous-bernoulli.js";
export { Binomial, Multinomial, NegativeBinomial } from "./counts.js";
export { Beta, Dirichlet } from "./dirichlet.js";
export { Distribution, type DistributionOptions, type Divergence, type SampleOptions } from "./distribution.js";
export { Gumbel, Kumaraswamy, Pareto, Weibull } from "./extremes.js";
export { Chi2, Gamma, InverseGamma } from "./gamma.js";
export { GeneralizedPareto } from "./generalized-pareto.js";
export { Independent } from "./independent.js";
export { klDivergence } from "./kl.js";
export { LKJCholesky } from "./lkj.js";
export { LogisticNormal } from "./logistic-normal.js";
export { MixtureSameFamily } from "./mixture.js";
export {
  LowRankMultivariateNormal,
  MultivariateNormal,
  type MultivariateNormalOptions,
} from "./multivariate-normal.js";
export { LogNormal, Normal } from "./normal.js";
export type { ParameterValue } from "./parameters.js";
export { Poisson } from "./poisson.js";
export type { ProbabilityArguments, ProbabilityOptions } from "./probabilities.js";
export {
  ExpRelaxedCategorical,
  LogitRelaxedBernoulli,
  RelaxedBernoulli,
  RelaxedOneHotCategorical,
} from "./relaxed.js";
export {
  LowerCholeskyTransform,
  ReshapeTransform,
  SoftmaxTransform,
  StickBreakingTransform,
} from "./shape-transforms.js";
export { FisherSnedecor, StudentT } from "./student.js";
export { ComposeTransform, IndependentTransform, Transform, type TransformOptions } from "./transform.js";
export { TransformedDistribution } from "./transformed.js";
export {
  AbsTransform,
  type AffineOptions,
  AffineTransform,
  ExpTransform,
  PowerTransform,
  SigmoidTransform,
  SoftplusTransform,
  TanhTransform,
} from "./transforms.js";
export { VonMises } from "./von-mises.js";
export { Wishart, type WishartOptions } from "./wishart.js";
