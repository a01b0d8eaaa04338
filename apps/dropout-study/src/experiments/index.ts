// All experiments, in the order of the report.

import { averaging } from "./averaging.js";
import { cifar } from "./cifar.js";
import { dataSize } from "./data-size.js";
import type { Experiment } from "./experiment.js";
import { features } from "./features.js";
import { gaussian } from "./gaussian.js";
import { linear } from "./linear.js";
import { fixedProduct, fixedUnits } from "./rates.js";
import { regularisers } from "./regularisers.js";

export const experiments: readonly Experiment[] = [
  regularisers,
  fixedUnits,
  fixedProduct,
  dataSize,
  averaging,
  features,
  gaussian,
  linear,
  cifar,
];
