// What the tests of ONNX models share: ONNX Runtime, where BERNOULLI_ONNXRUNTIME names the folder of onnxruntime-node, and the comparison.

import { createRequire } from "node:module";
import { isTensor, noGrad, type Tensor } from "@bernoulli/tensor";
import { expectClose } from "@bernoulli/testing";
import { expect } from "vitest";
import { exportOnnx, type OnnxModule } from "./export.js";

interface OrtTensor {
  readonly data: ArrayLike<number>;
  readonly dims: readonly number[];
}
interface Ort {
  readonly InferenceSession: {
    create(bytes: Uint8Array): Promise<{
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
      run(feeds: Record<string, unknown>): Promise<Record<string, OrtTensor>>;
    }>;
  };
  readonly Tensor: new (type: string, data: unknown, dims: readonly number[]) => unknown;
}

const folder = process.env["BERNOULLI_ONNXRUNTIME"];
export const ort = folder === undefined ? null : (createRequire(import.meta.url)(folder) as Ort);

/** A function of tensors as a net. */
export function netOf(forward: (...inputs: Tensor[]) => unknown): OnnxModule {
  return Object.assign(forward, { training: false, stateDict: () => ({}) });
}

const all = (result: unknown): Tensor[] =>
  isTensor(result) ? [result] : (Object.values(result as object).flat(3) as Tensor[]);

/** Compares what ONNX Runtime makes of a net with what it gives here, of inputs that are not those of the export. */
export async function compare(model: OnnxModule, example: readonly Tensor[], other: readonly Tensor[]): Promise<void> {
  const session = await ort!.InferenceSession.create(exportOnnx(model, example));
  const feeds = session.inputNames.map((name, at) => {
    const { dtype, shape } = other[at]!;
    return [name, new ort!.Tensor(dtype, other[at]!.toTypedArray(), shape)] as const;
  });
  const results = await session.run(Object.fromEntries(feeds));
  const own = all(noGrad(() => (model as unknown as (...inputs: readonly Tensor[]) => unknown)(...other)));
  for (const [at, name] of session.outputNames.entries()) {
    const { data, dims } = results[name]!;
    expect(dims).toEqual(own[at]!.shape);
    expectClose(own[at]!, Array.from(data, Number), { relative: 1e-4, absolute: 1e-5 });
  }
}
