// Norms over contiguous rows, weight and bias place by place, as one kernel each way: what layerNorm and rmsNorm are on the cpu, in plans
// too. Whatever does not lie so is standardize.ts's composition.

import {
  isRowSize,
  rowNormGradient as rowNormGradientKernel,
  rowNorm as rowNormKernel,
} from "../../backends/wasm/kernels/row-norm.js";
import { apply } from "../../door/apply.js";
import { currentLifting } from "../../door/lifting.js";
import { complete, type KernelOp } from "../../door/op.js";
import { CpuFloats, isCpuFloats } from "../../kernels/cpu-floats.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";
import { contiguous } from "../creation/clone.js";
import { once, present } from "./variants.js";

const rowNormOp = /* @__PURE__ */ once(
  (isCentred: boolean, isWeighted: boolean, isBiased: boolean) =>
    complete({
      name: "rowNorm",
      inputs: present("input", isWeighted && "weight", isBiased && "bias"),
      outputs: present("output", isCentred && "mean", "spread"),
      kernel: new CpuFloats("rowNorm", () => rowNormKernel({ isCentred, isWeighted, isBiased })),
      infer: ([{ shape, dtype }]: readonly [TensorMeta], { rank }: { readonly rank: number }) => {
        const moment = { shape: shape.map((size, dim) => (dim < rank ? size : 1)), dtype };
        return [{ shape, dtype }, ...(isCentred ? [moment] : []), moment];
      },
    } as never) as unknown as KernelOp,
);

const rowNormGradientOp = /* @__PURE__ */ once(
  (isCentred: boolean, isWeighted: boolean, ofWeight: boolean, ofBias: boolean) =>
    complete({
      name: "rowNormBackward",
      inputs: present("grad", "input", isCentred && "mean", "spread", isWeighted && "weight"),
      outputs: present("ofInput", ofWeight && "ofWeight", ofBias && "ofBias"),
      kernel: new CpuFloats("rowNormBackward", () =>
        rowNormGradientKernel({ isCentred, isWeighted, ofWeight, ofBias }),
      ),
      infer: ([{ shape, dtype }]: readonly [TensorMeta], { rank }: { readonly rank: number }) => {
        const place = { shape: shape.slice(rank), dtype };
        return [{ shape, dtype }, ...(ofWeight ? [place] : []), ...(ofBias ? [place] : [])];
      },
    } as never) as unknown as KernelOp,
);

/** Whether a norm over the last dimensions, from `rank` on, goes by rows. */
export function goesByRows(rank: number, input: Tensor, ...scale: readonly (Tensor | null)[]): boolean {
  const all = [input, ...scale.filter((tensor) => tensor !== null)];
  const lifting = currentLifting();
  return (
    isRowSize(sizeOf(input, rank)) &&
    input.numel() > 0 &&
    all.every((tensor) => isCpuFloats(tensor) && lifting?.isLifted(tensor) !== true)
  );
}

function sizeOf({ shape }: Tensor, rank: number): number {
  return shape.slice(rank).reduce((product, size) => product * size, 1);
}

interface RowNormed {
  readonly output: Tensor;
  readonly mean: Tensor | null;
  readonly spread: Tensor;
}

export function rowNorm(
  input: Tensor,
  weight: Tensor | null,
  bias: Tensor | null,
  { rank, eps, isCentred }: { readonly rank: number; readonly eps: number; readonly isCentred: boolean },
): RowNormed {
  const op = rowNormOp(isCentred, weight !== null, bias !== null);
  const inputs = present(input, weight, bias).map(contiguous);
  const [output, ...moments] = apply(
    op,
    inputs as never,
    { rank, size: sizeOf(input, rank), eps } as never,
  ) as Tensor[];
  return { output: output!, mean: isCentred ? moments[0]! : null, spread: moments.at(-1)! };
}

/** The gradients of input, weight and bias; of the latter two null where none is wanted. */
export function rowNormGradients(
  {
    grad,
    input,
    mean,
    spread,
    weight,
  }: Readonly<Record<"grad" | "input" | "spread", Tensor>> & Readonly<Record<"mean" | "weight", Tensor | null>>,
  rank: number,
  ofWeight: boolean,
  ofBias: boolean,
): readonly [Tensor, Tensor | null, Tensor | null] {
  const op = rowNormGradientOp(mean !== null, weight !== null, ofWeight, ofBias);
  const inputs = present(grad, input, mean, spread, weight).map(contiguous);
  const found = apply(op, inputs as never, { rank, size: sizeOf(input, rank) } as never) as unknown as
    | Tensor
    | Tensor[];
  const [ofInput, ...others] = Array.isArray(found) ? found : [found];
  return [ofInput!, ofWeight ? others[0]! : null, ofBias ? others.at(-1)! : null];
}
