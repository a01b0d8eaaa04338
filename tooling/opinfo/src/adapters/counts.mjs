// What scans, searches and counts beside orders.mjs: extremes up to each, differences, what there is once, histograms, covariances.

import { bernoulli } from "../library.mjs";
import { elementsOf } from "../values.mjs";
import { cannot } from "../verdicts.mjs";
import { define, given, isTensor } from "./define.mjs";

const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};

define("cummax cummin", "input dim * out", (name) => ({ input, dim, out }) => {
  noOut(name, out);
  return [...bernoulli[name](input, dim)];
});
define("logcumsumexp", "input dim * out", () => ({ input, dim, out }) => {
  noOut("logcumsumexp", out);
  return bernoulli.logcumsumexp(input, dim);
});
define("diff", "input n dim prepend append * out", () => ({ input, n, dim, prepend, append, out }) => {
  noOut("diff", out);
  return bernoulli.diff(input, given({ n, dim, prepend, append }));
});
define(
  "gradient",
  "input * spacing dim edge_order",
  () =>
    ({ input, spacing, dim, edge_order }) =>
      bernoulli.gradient(input, given({ spacing, dim, edgeOrder: edge_order })),
);
define("trapezoid trapz cumulative_trapezoid", "y x * dx dim", (name) => ({ y, x, dx, dim }) => {
  const area = name === "cumulative_trapezoid" ? bernoulli.cumulativeTrapezoid : bernoulli.trapezoid;
  return area(y, x, given({ dx, dim }));
});
define("mode", "input dim keepdim * out", () => ({ input, dim, keepdim, out }) => {
  noOut("mode", out);
  // Of more, which of equals it takes hangs on PyTorch's sort.
  if (input.ndim > 0 && input.size(dim ?? -1) > 16) cannot("name", "places of mode among many");
  return [...bernoulli.mode(input, dim, given({ keepdim }))];
});
define(
  "unique",
  "input sorted return_inverse return_counts dim",
  () =>
    ({ input, sorted, return_inverse, return_counts, dim }) =>
      bernoulli.unique(input, given({ sorted, returnInverse: return_inverse, returnCounts: return_counts, dim })),
);
define(
  "unique_consecutive",
  "input return_inverse return_counts dim",
  () =>
    ({ input, return_inverse, return_counts, dim }) =>
      bernoulli.uniqueConsecutive(input, given({ returnInverse: return_inverse, returnCounts: return_counts, dim })),
);
define("bincount", "input weights minlength", () => ({ input, weights, minlength }) => {
  if (!isTensor(input)) throw new Error("no tensor");
  return bernoulli.bincount(input, given({ weights, minlength }));
});
define("histc", "input bins min max * out", () => ({ input, bins, min, max, out }) => {
  noOut("histc", out);
  return bernoulli.histc(input, given({ bins, min, max }));
});
define("histogram", "input bins * range weight density out", () => ({ input, bins, range, weight, density, out }) => {
  noOut("histogram", out);
  const { hist, binEdges } = bernoulli.histogram(input, bins, given({ range, weight, density }));
  return [hist, binEdges];
});
define(
  "searchsorted",
  "sorted_sequence input * out_int32 right side sorter out",
  () =>
    ({ sorted_sequence, input, right, side, sorter, out }) => {
      noOut("searchsorted", out);
      return bernoulli.searchsorted(sorted_sequence, input, given({ right, side, sorter: sorter }));
    },
);
define("bucketize", "input boundaries * out_int32 right out", () => ({ input, boundaries, right, out }) => {
  noOut("bucketize", out);
  return bernoulli.bucketize(input, boundaries, given({ right }));
});
define(
  "isin",
  "elements test_elements * assume_unique invert out",
  () =>
    ({ elements, test_elements, assume_unique, invert, out }) => {
      noOut("isin", out);
      return bernoulli.isin(elements, test_elements, given({ assumeUnique: assume_unique, invert }));
    },
);
define(
  "nanquantile",
  "input q dim keepdim * interpolation out",
  () =>
    ({ input, q, dim, keepdim, interpolation, out }) => {
      noOut("nanquantile", out);
      return bernoulli.nanquantile(input, q, dim, given({ keepdim, interpolation }));
    },
);
define(
  "cov",
  "input * correction fweights aweights",
  () =>
    ({ input, correction, fweights, aweights }) =>
      bernoulli.cov(input, given({ correction, fweights, aweights })),
  // Sums of weights are rounded to the weights' dtype, and what correction leaves of them is a difference; so is a weight's slope, of parts
  // that a light one divides (seed 5: 0.001 beside 0.84, PyTorch's −1.0078, ours −1.0156, in float64 7e-10).
  {
    lost: (_, [{ dtype }], { kwargs }) => {
      const weights = kwargs.aweights?.tensor;
      if (weights === undefined) return 1;
      if (dtype === "float64" && weights.dtype === "float32") return 2 ** 20;
      const sizes = elementsOf(weights).filter((weight) => weight > 0);
      return Math.max(128, (4 * Math.max(...sizes)) / Math.min(...sizes));
    },
  },
);
define(
  "corrcoef",
  "input",
  () =>
    ({ input }) =>
      bernoulli.corrcoef(input),
);
