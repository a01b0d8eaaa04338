import * as data from '@bernoulli/data';
export {
  data,
};
import * as nn from '@bernoulli/nn';
export {
  nn,
};
export {
  functional as F,
} from '@bernoulli/nn';
import * as optim from '@bernoulli/optim';
export {
  optim,
};
export * from '@bernoulli/tensor';
import * as distributions from '@bernoulli/tensor/distributions';
export {
  distributions,
};
import * as trainer from '@bernoulli/trainer';
export {
  trainer,
};
