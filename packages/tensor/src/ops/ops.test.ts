// Runs every op's samples: cpu against reference, forward and backward, and reference against finite differences.
// The error texts are errors.test.ts's, PyTorch's own values goldens.test.ts's.

import { cotangent, expectClose, gradcheck, gradgradcheck, makeInput, type Sample, Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { grad } from "../autograd/backward.js";
import * as api from "../index.js";
import type { Device } from "../memory/storage.js";
import { devices, getDefaultDevice, setDefaultDevice } from "../tensor/device.js";
import { isFloating } from "../tensor/dtype.js";
import type { Tensor } from "../tensor/tensor.js";
import { allSamples, derivedOf, opFiles, sampleFiles, samplesOf } from "./samples.testing.js";

/** float32 against float64, by norm: a few roundings, less than the 2⁻²⁰ that a wrong element would show. */
const defaultTolerance = 1e-6;

/** Of doubles: curves are within some units of the reference's, and sums in other orders. */
const toleranceOfDoubles = 1e-12;

function on<Result>(device: Device, run: () => Result): Result {
  const before = getDefaultDevice();
  setDefaultDevice(device);
  try {
    return run();
  } finally {
    setDefaultDevice(before);
  }
}

interface Outcome {
  readonly output: Tensor;
  readonly gradients: readonly (Tensor | null)[];
}

/** Runs a sample and, where it has them, its gradients for one seeded cotangent. */
function outcome(sample: Sample, seed: string, device: Device, float: "float32" | "float64"): Outcome {
  return on(device, () => {
    const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${seed}/${at}`, float));
    const leaves = inputs
      .filter(({ wantsGradient }) => wantsGradient && sample.gradient !== "none")
      .map(({ leaf }) => leaf.requiresGrad_());
    const output = sample.run(...inputs.map(({ leaf, view }) => view(leaf)));
    expect(output.device).toBe(device);
    if (leaves.length === 0) return { output, gradients: [] };
    return { output, gradients: grad(output, leaves, { gradOutputs: [cotangent(output, 3)], allowUnused: true }) };
  });
}

/** The sample as a function of its float leaves alone, in float64, with those leaves. */
function differentiable(sample: Sample, seed: string): { fn: (...leaves: Tensor[]) => Tensor; leaves: Tensor[] } {
  const inputs = sample.inputs.map((spec, at) => makeInput(spec, `${seed}/${at}`, "float64"));
  const leaves = inputs.filter(({ wantsGradient }) => wantsGradient).map(({ leaf }) => leaf);
  const fn = (...given: Tensor[]) => {
    let next = 0;
    return sample.run(...inputs.map(({ leaf, view, wantsGradient }) => view(wantsGradient ? given[next++]! : leaf)));
  };
  return { fn, leaves };
}

function expectSame(actual: Tensor, expected: Tensor, tolerance: number, label: string): void {
  if (!isFloating(actual.dtype)) expect(actual.dtype, label).toBe(expected.dtype);
  expectClose(actual, expected, tolerance === 0 || !isFloating(actual.dtype) ? { label } : { norm: tolerance, label });
}

const variants = new Variants("packages/tensor/src/ops/ops.test.ts");

for (const [op, { samples }] of allSamples) {
  describe(op, () => {
    for (const sample of samplesOf(variants, op, "cpu and reference", samples)) {
      const { name, tolerance = defaultTolerance } = sample;
      const seed = `${op}/${name}`;

      it(`${name}: cpu and reference agree`, () => {
        const exact = outcome(sample, seed, "reference", "float64");
        for (const device of devices) {
          const { output, gradients } = outcome(sample, seed, device, "float32");
          expectSame(output, exact.output, tolerance, `${device}, forward`);
          for (const [at, expected] of exact.gradients.entries()) {
            const label = `${device}, gradient ${at}`;
            expect(gradients[at] === null, label).toBe(expected === null);
            // Sums of gradients are rounded even where the forward moves elements only.
            if (expected !== null) expectSame(gradients[at]!, expected, tolerance || defaultTolerance, label);
          }
        }
        // Kernels of doubles are others.
        const doubles = outcome(sample, seed, "cpu", "float64");
        const least = exact.output.dtype === "float64" ? Math.min(tolerance, toleranceOfDoubles) : tolerance;
        expectSame(doubles.output, exact.output, least, "cpu, float64");
        for (const [at, expected] of exact.gradients.entries())
          if (expected !== null)
            expectSame(doubles.gradients[at]!, expected, toleranceOfDoubles, `float64, gradient ${at}`);
      });
    }

    const differentiated = samples.filter(({ gradient }) => gradient !== "none");
    if (differentiated.length === 0) return;
    for (const sample of derivedOf(variants, op, "gradients", differentiated)) {
      it(`${sample.name}: gradients are those of finite differences`, () => {
        on("reference", () => {
          const { fn, leaves } = differentiable(sample, `${op}/${sample.name}`);
          gradcheck(fn, leaves);
          if (sample.gradient !== "first") gradgradcheck(fn, leaves);
        });
      });
    }
  });
}
variants.tell(it);

describe("the samples", () => {
  // Neither computes: they read, set up or check. backward, grad and the random generators have tests of their own.
  const notOps = new Set([
    ...[
      "backward",
      "grad",
      "retainGrad",
      "registerHook",
      "noGrad",
      "enableGrad",
      "isGradEnabled",
      "isMapping",
      ...["observeBackward", "isCompiling", "nanOriginOf", "elementsInPlace"],
      ...["outwardOp", "computeOutward"],
      "witness",
      ...["hasMaskSource", "maskFrom", "noiseFrom", "withMasks"],
      ...["setGradEnabled", "inferenceMode", "isInferenceModeEnabled"],
      "scope",
      "openScope",
      "closeScope",
      "memoryStats",
      "peakMemory",
      ...["getRngState", "setRngState", "initialSeed", "seed"],
      "warnOnce",
      "checkArgument",
      "describe",
      "describeAll",
      "inPlace",
      "optionsOf",
      "placementOf",
      "checkOptions",
      "checkSynchronous",
      "isAsynchronous",
      "isPromise",
      "resetWarnings",
    ],
    ...[
      "device",
      "getDefaultDevice",
      "getNumThreads",
      "getSimd",
      "setSimd",
      "hasRelaxedSimd",
      "profile",
      "compile",
      "setNumThreads",
      ...["setWorkerUrl", "ready", "pause", "fromImage", "toImageData"],
      "setDefaultDevice",
      "isTensor",
      "isFloating",
      "promoteTypes",
      ...[
        "finfo",
        "iinfo",
        "numel",
        "isFloatingPoint",
        "canCast",
        "broadcastShapes",
        "isComplex",
        "isSigned",
        "isSameSize",
        "isNonzero",
      ],
      "checkProbability",
      "lossOptions",
      "formatTensor",
    ],
    ...["defaultGenerator", "manualSeed", "withGenerator"],
    ...["setPrintoptions", "registerPostAccumulateGradHook", "getDefaultDtype", "setDefaultDtype", "resultType"],
    ...["useDeterministicAlgorithms", "areDeterministicAlgorithmsEnabled", "setFloat32MatmulPrecision"],
    ...["getFloat32MatmulPrecision", "getNumInteropThreads", "setNumInteropThreads"],
  ]);
  // Parts that several ops share, and the lists of ops.
  const notOpFiles = new Set([
    ...[
      ...["indexing/index-list", "indexing/gathering", "creation/fill"],
      "norms/vector-norms",
      "pointwise/where",
      "views/own",
      "norms/standardize",
      "norms/standard-formulas",
      "norms/row-norm",
      "norms/variants",
      "reductions/reduce",
      "products/geometry",
      "products/attention-weights",
      "products/fused-attention",
      ...["products/convolution-checks", "products/convolution-ops", "products/lean-conv2d"],
      ...["products/attention-weights", "products/fused-attention"],
    ],
    ...["pooling/windows", "vision/resample", "vision/tables"],
    ...["linalg/index", "linalg/matrices", "linalg/named", "linalg/namespace", "special/namespace"],
    ...["losses/reduction", "losses/within"],
  ]);

  it("cover every exported op", () => {
    // Those that PyTorch has at top level as well.
    const alsoOfLinalg = new Set<unknown>(Object.values(api.linalg));
    const exported = Object.entries(api).filter(
      ([name, value]) =>
        typeof value === "function" && !/^[A-Z]/.test(name) && !notOps.has(name) && !alsoOfLinalg.has(value),
    );
    const ofLinalg = Object.keys(api.linalg).map((name) => `linalg.${name}`);
    const known = new Set<unknown>(Object.values(api));
    const ofSpecial = Object.entries(api.special).flatMap(([name, fn]) => (known.has(fn) ? [] : [`special.${name}`]));
    expect([...allSamples.keys()].sort()).toEqual(
      [...exported.map(([name]) => name), ...ofLinalg, ...ofSpecial].sort(),
    );
  });

  it("lie beside every op's file", () => {
    expect(sampleFiles.sort()).toEqual(opFiles.filter((file) => !notOpFiles.has(file)).sort());
  });

  it("run every op on zero-size, 0-d and strided inputs where it takes any", () => {
    const strided = ["transposed", "stepped", "expanded", "offset"];
    const missing: string[] = [];
    for (const [op, { samples }] of allSamples) {
      const inputs = samples.flatMap((sample) => sample.inputs);
      if (inputs.every(({ shape }) => shape.length === 0)) continue;
      const isStrided = inputs.some(({ layout }) => layout !== undefined && strided.includes(layout));
      if (!isStrided && !op.endsWith("_") && !op.endsWith("Like") && op !== "t") missing.push(`${op}: strided`);
      if (op.endsWith("Like") || op === "t") continue;
      // As PyTorch's, it takes no input without elements.
      if (
        !op.endsWith("quantile") &&
        !["affineGrid", "gradient"].includes(op) &&
        !inputs.some(({ shape }) => shape.includes(0))
      )
        missing.push(`${op}: zero-size`);
      const needsDimensions =
        [
          "matmul",
          ...[
            "mm",
            "bmm",
            "mv",
            "dot",
            "vdot",
            "outer",
            "ger",
            "chainMatmul",
            "bilinear",
            "batchNorm",
            "instanceNorm",
            "layerNorm",
            "rmsNorm",
            "groupNorm",
            "localResponseNorm",
            "cross",
            "cdist",
            "pdist",
            "trace",
            "scaledDotProductAttention",
          ],
          ...["addmm_", "addmv_", "addr_", "addbmm_", "baddbmm_"],
          ...[
            "logdet",
            "inverse",
            "pinverse",
            "luSolve",
            "luUnpack",
            "triangularSolve",
            "svdLowrank",
            "pcaLowrank",
            "choleskySolve",
            "choleskyInverse",
            "sparseCooTensor",
            "spmm",
          ],
          ...["diff", "gradient", "trapezoid", "trapz", "cumulativeTrapezoid", "bincount"],
          ...["conv1d", "conv2d", "conv3d", "convTranspose1d", "convTranspose2d", "convTranspose3d"],
          ...["im2col", "col2im"],
          "cat",
          "narrow",
          "slice",
          "select",
          "chunk",
          "split",
          "tensorSplit",
          "unbind",
          "fliplr",
          "flipud",
          "rot90",
          ...["hsplit", "vsplit", "dsplit", "glu", "multinomial", "embeddingBag"],
        ].includes(op) ||
        /ool[123]d$|Shuffle$|Unshuffle$|^dropout[123]d$|^featureAlphaDropout$/.test(op) ||
        ["interpolate", "upsample", "gridSample", "affineGrid"].includes(op) ||
        (op.startsWith("linalg.") && !op.endsWith("orm"));
      const hasNone = inputs.some(({ shape }) => shape.length === 0);
      if (!needsDimensions && op !== "linalg.matrixNorm" && !hasNone) missing.push(`${op}: 0-d`);
    }
    expect(missing).toEqual([]);
  });
});
