// All kernels: of each the dtypes that it serves, of its first input, or of its first output where it has none, and what every device
// answers. What it is given is contract.ts's; that none is missing here, kernels.test.ts's.

import * as reference from "../backends/reference/table.js";
import * as cpu from "../backends/wasm/table.js";
import { allDTypes, floatingDTypes, numericDTypes } from "../tensor/dtype.js";
import { defineKernel } from "./kernel.js";

export const divRounded = defineKernel("divRounded", numericDTypes, {
  cpu: cpu.divRounded,
  reference: reference.divRounded,
});
export const copy = defineKernel("copy", allDTypes, { cpu: cpu.copy, reference: reference.copy }, "elementwise");
export const fill = defineKernel("fill", allDTypes, { cpu: cpu.fill, reference: reference.fill }, "elementwise");
export const arange = defineKernel("arange", numericDTypes, { cpu: cpu.arange, reference: reference.arange });
export const linspace = defineKernel("linspace", numericDTypes, { cpu: cpu.linspace, reference: reference.linspace });
export const embed = defineKernel("embed", allDTypes, { cpu: cpu.embed, reference: reference.embed });
export const cat = defineKernel("cat", allDTypes, { cpu: cpu.cat, reference: reference.cat });
export const flip = defineKernel("flip", allDTypes, { cpu: cpu.flip, reference: reference.flip });
export const roll = defineKernel("roll", allDTypes, { cpu: cpu.roll, reference: reference.roll });
export const triangle = defineKernel("triangle", allDTypes, { cpu: cpu.triangle, reference: reference.triangle });
export const fold = defineKernel("fold", floatingDTypes, { cpu: cpu.fold, reference: reference.fold });

export const sum = defineKernel("sum", allDTypes, { cpu: cpu.sum, reference: reference.sum });
export const reduce = defineKernel("reduce", floatingDTypes, { cpu: cpu.reduce, reference: reference.reduce });
export const max = defineKernel("max", allDTypes, { cpu: cpu.max, reference: reference.max });
export const min = defineKernel("min", allDTypes, { cpu: cpu.min, reference: reference.min });

export const scan = defineKernel("scan", ["float32", "float64", "int32"], { cpu: cpu.scan, reference: reference.scan });
export const recurrence = defineKernel("recurrence", floatingDTypes, {
  cpu: cpu.recurrence,
  reference: reference.recurrence,
});
export const scanExtreme = defineKernel("scanExtreme", ["float32", "float64", "int32"], {
  cpu: cpu.scanExtreme,
  reference: reference.scanExtreme,
});
export const scanLogarithms = defineKernel("scanLogarithms", floatingDTypes, {
  cpu: cpu.scanLogarithms,
  reference: reference.scanLogarithms,
});
export const searchSorted = defineKernel("searchSorted", numericDTypes, {
  cpu: cpu.searchSorted,
  reference: reference.searchSorted,
});
export const sort = defineKernel("sort", allDTypes, { cpu: cpu.sort, reference: reference.sort });
export const gather = defineKernel("gather", allDTypes, { cpu: cpu.gather, reference: reference.gather });
export const scatter = defineKernel("scatter", allDTypes, { cpu: cpu.scatter, reference: reference.scatter });
export const scatterAdd = defineKernel("scatterAdd", allDTypes, {
  cpu: cpu.scatterAdd,
  reference: reference.scatterAdd,
});
export const scatterMultiply = defineKernel("scatterMultiply", allDTypes, {
  cpu: cpu.scatterMultiply,
  reference: reference.scatterMultiply,
});
export const scatterMaximum = defineKernel("scatterMaximum", allDTypes, {
  cpu: cpu.scatterMaximum,
  reference: reference.scatterMaximum,
});
export const scatterMinimum = defineKernel("scatterMinimum", allDTypes, {
  cpu: cpu.scatterMinimum,
  reference: reference.scatterMinimum,
});
export const wrapIndex = defineKernel("wrapIndex", ["int32"], {
  cpu: cpu.wrapIndex,
  reference: reference.wrapIndex,
});
export const nonzero = defineKernel("nonzero", ["bool"], { cpu: cpu.nonzero, reference: reference.nonzero });
export const oneHot = defineKernel("oneHot", ["int32"], { cpu: cpu.oneHot, reference: reference.oneHot });

export const matmul = defineKernel("matmul", numericDTypes, { cpu: cpu.matmul, reference: reference.matmul });
// Small matrices, in float64: the reference's loops are the cpu's.
export const inverse = defineKernel("inverse", floatingDTypes, { cpu: "reference", reference: reference.inverse });
export const solve = defineKernel("solve", floatingDTypes, { cpu: "reference", reference: reference.solve });
export const solveTriangular = defineKernel("solveTriangular", floatingDTypes, {
  cpu: "reference",
  reference: reference.solveTriangular,
});
export const determinant = defineKernel("determinant", floatingDTypes, {
  cpu: "reference",
  reference: reference.determinant,
});
export const logDeterminant = defineKernel("logDeterminant", floatingDTypes, {
  cpu: "reference",
  reference: reference.logDeterminant,
});
export const cofactors = defineKernel("cofactors", floatingDTypes, {
  cpu: "reference",
  reference: reference.cofactors,
});
export const cofactorsGradient = defineKernel("cofactorsGradient", floatingDTypes, {
  cpu: "reference",
  reference: reference.cofactorsGradient,
});
export const cholesky = defineKernel("cholesky", floatingDTypes, { cpu: "reference", reference: reference.cholesky });
export const lu = defineKernel("lu", floatingDTypes, { cpu: "reference", reference: reference.lu });
export const qr = defineKernel("qr", floatingDTypes, { cpu: "reference", reference: reference.qr });
export const eigh = defineKernel("eigh", floatingDTypes, { cpu: "reference", reference: reference.eigh });
export const svd = defineKernel("svd", floatingDTypes, { cpu: "reference", reference: reference.svd });
export const pinv = defineKernel("pinv", floatingDTypes, { cpu: "reference", reference: reference.pinv });

export const conv2d = defineKernel("conv2d", floatingDTypes, { cpu: cpu.conv2d, reference: reference.conv2d });
export const conv2dInputGradient = defineKernel("conv2dInputGradient", floatingDTypes, {
  cpu: cpu.conv2dInputGradient,
  reference: reference.conv2dInputGradient,
});
export const conv2dWeightGradient = defineKernel("conv2dWeightGradient", floatingDTypes, {
  cpu: cpu.conv2dWeightGradient,
  reference: reference.conv2dWeightGradient,
});

/** Of bools too, as in PyTorch, by the reference's loops. */
export const im2col = defineKernel("im2col", ["float32", "float64", "bool"], {
  cpu: cpu.im2col,
  reference: reference.im2col,
});
export const col2im = defineKernel("col2im", ["float32", "float64", "bool"], {
  cpu: cpu.col2im,
  reference: reference.col2im,
});

export const maxPool2d = defineKernel("maxPool2d", numericDTypes, {
  cpu: cpu.maxPool2d,
  reference: reference.maxPool2d,
});
export const maxPool2dBackward = defineKernel("maxPool2dBackward", floatingDTypes, {
  cpu: cpu.maxPool2dBackward,
  reference: reference.maxPool2dBackward,
});
export const maxPool2dGather = defineKernel("maxPool2dGather", floatingDTypes, {
  cpu: cpu.maxPool2dGather,
  reference: reference.maxPool2dGather,
});

export const avgPool2d = defineKernel("avgPool2d", floatingDTypes, {
  cpu: cpu.avgPool2d,
  reference: reference.avgPool2d,
});
export const avgPool2dBackward = defineKernel("avgPool2dBackward", floatingDTypes, {
  cpu: cpu.avgPool2dBackward,
  reference: reference.avgPool2dBackward,
});

export const resample = defineKernel("resample", floatingDTypes, { cpu: cpu.resample, reference: reference.resample });

export const logSoftmax = defineKernel("logSoftmax", floatingDTypes, {
  cpu: cpu.logSoftmax,
  reference: reference.logSoftmax,
});
export const softmax = defineKernel("softmax", floatingDTypes, { cpu: cpu.softmax, reference: reference.softmax });
export const nllLoss = defineKernel("nllLoss", floatingDTypes, { cpu: cpu.nllLoss, reference: reference.nllLoss });
export const nllLossBackward = defineKernel("nllLossBackward", floatingDTypes, {
  cpu: cpu.nllLossBackward,
  reference: reference.nllLossBackward,
});
export const within = defineKernel("within", floatingDTypes, { cpu: cpu.within, reference: reference.within });
export const ctcLoss = defineKernel("ctcLoss", floatingDTypes, { cpu: cpu.ctcLoss, reference: reference.ctcLoss });
export const ctcLossBackward = defineKernel("ctcLossBackward", floatingDTypes, {
  cpu: cpu.ctcLossBackward,
  reference: reference.ctcLossBackward,
});

export const uniform = defineKernel("uniform", floatingDTypes, { cpu: cpu.uniform, reference: reference.uniform });
export const normal = defineKernel("normal", floatingDTypes, { cpu: cpu.normal, reference: reference.normal });
export const bernoulli = defineKernel("bernoulli", allDTypes, { cpu: cpu.bernoulli, reference: reference.bernoulli });
export const dropout = defineKernel("dropout", floatingDTypes, { cpu: cpu.dropout, reference: reference.dropout });
export const randint = defineKernel("randint", allDTypes, { cpu: cpu.randint, reference: reference.randint });
export const randperm = defineKernel("randperm", numericDTypes, { cpu: cpu.randperm, reference: reference.randperm });
export const philoxBits = defineKernel("philoxBits", ["int32"], {
  cpu: cpu.philoxBits,
  reference: reference.philoxBits,
});
export const sampled = defineKernel("sampled", allDTypes, { cpu: cpu.sampled, reference: reference.sampled });
export const sampledLogarithm = defineKernel("sampledLogarithm", allDTypes, {
  cpu: cpu.sampledLogarithm,
  reference: reference.sampledLogarithm,
});
export const sampledEach = defineKernel("sampledEach", floatingDTypes, {
  cpu: cpu.sampledEach,
  reference: reference.sampledEach,
});
export const bernoulliEach = defineKernel("bernoulliEach", floatingDTypes, {
  cpu: cpu.bernoulliEach,
  reference: reference.bernoulliEach,
});
export const multinomial = defineKernel("multinomial", floatingDTypes, {
  cpu: cpu.multinomial,
  reference: reference.multinomial,
});
export const gammaSlope = defineKernel(
  "gammaSlope",
  floatingDTypes,
  { cpu: "reference", reference: reference.gammaSlope },
  "elementwise",
);
export const dirichletSlope = defineKernel(
  "dirichletSlope",
  floatingDTypes,
  { cpu: "reference", reference: reference.dirichletSlope },
  "elementwise",
);
