// special: what PyTorch has under torch.special and is here, as one object.

import { logSoftmax } from "../norms/log-softmax.js";
import { softmax } from "../norms/softmax.js";
import { sinc } from "../pointwise/blends.js";
import { erf, erfc, erfinv } from "../pointwise/erf.js";
import { digamma, lgamma } from "../pointwise/gamma.js";
import { exp2, expm1, log1p, xlogy } from "../pointwise/logarithms.js";
import { logit } from "../pointwise/logit.js";
import { round } from "../pointwise/rounding.js";
import { sigmoid } from "../pointwise/tanh.js";
import { logsumexp } from "../reductions/logsumexp.js";
import { i0, i0e, i1, i1e } from "./bessel.js";
import { entr, ndtr, xlog1py } from "./entropies.js";
import { igamma, igammac, mvlgamma, polygamma } from "./gammas.js";
import { erfcx, logNdtr, ndtri } from "./normal.js";

/** Special functions. See https://pytorch.org/docs/stable/special.html. */
export const special = {
  digamma,
  entr,
  erf,
  erfc,
  erfcx,
  erfinv,
  exp2,
  expit: sigmoid,
  expm1,
  gammainc: igamma,
  gammaincc: igammac,
  gammaln: lgamma,
  i0,
  i0e,
  i1,
  i1e,
  log1p,
  logNdtr,
  logSoftmax,
  logit,
  logsumexp,
  multigammaln: mvlgamma,
  ndtr,
  ndtri,
  polygamma,
  psi: digamma,
  round,
  sinc,
  softmax,
  xlog1py,
  xlogy,
};
