// The base of distributions that a location and a scale make of one: Normal, LogNormal, Laplace, Cauchy. No distribution is defined here.

import type { Tensor } from "../tensor/tensor.js";
import { type Constraint, positive, real } from "./constraints.js";
import { ByParameters, type DistributionOptions } from "./distribution.js";
import type { ParameterValue } from "./parameters.js";

export abstract class LocationScale extends ByParameters<"loc" | "scale"> {
  declare readonly loc: Tensor;
  declare readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, options: DistributionOptions = {}) {
    super({ loc, scale }, { loc: real, scale: positive }, options);
  }

  get support(): Constraint {
    return real;
  }
  override get mode(): Tensor {
    return this.loc;
  }
}
