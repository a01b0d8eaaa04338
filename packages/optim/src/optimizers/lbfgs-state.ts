// What LBFGS remembers from step to step, and how it is read from a state dict: PyTorch's keys, checked before anything is taken over.

import { ArgumentError, isTensor, type Tensor, tensor } from "@bernoulli/tensor";
import type { OptimizerStateDict } from "../state-dict.js";

/** Of all parameters together, under the first of them, as PyTorch has it. */
export type LBFGSState = {
  funcEvals: number;
  nIter: number;
  /** The direction, and how far along it was gone. */
  d: Tensor | null;
  t: number | null;
  /** Differences of gradients, steps, and one over their products. */
  oldDirs: readonly Tensor[];
  oldStps: readonly Tensor[];
  ro: readonly number[];
  hDiag: number | null;
  prevFlatGrad: Tensor | null;
  prevLoss: number | null;
};

export const fresh = (): LBFGSState => ({
  funcEvals: 0,
  nIter: 0,
  d: null,
  t: null,
  oldDirs: [],
  oldStps: [],
  ro: [],
  hDiag: null,
  prevFlatGrad: null,
  prevLoss: null,
});

/** What PyTorch saves; `al` is a work area of its own. */
const savedNames: readonly string[] = [
  "func_evals",
  "n_iter",
  "al",
  "d",
  "t",
  "old_dirs",
  "old_stps",
  "ro",
  "H_diag",
  "prev_flat_grad",
  "prev_loss",
];

/** A state as it was saved, checked; what makes the copy is called when all else fits. */
export function loadedState(
  key: string,
  values: OptimizerStateDict["state"][number],
  { dtype, device }: Tensor,
  size: number,
): () => LBFGSState {
  const wrong = (name: string, wanted: string) =>
    new ArgumentError(
      `LBFGS: ${name} of parameter ${key} in the loaded state dict must be ${wanted}; was it saved by another optimizer?`,
    );
  const unknown = Object.keys(values).find((name) => !savedNames.includes(name));
  if (unknown !== undefined)
    throw new ArgumentError(
      `LBFGS: the loaded state of parameter ${key} has "${unknown}", which LBFGS does not know; was it saved by another optimizer?`,
    );
  const asNumber = (name: string, value: unknown): number => {
    const read = isTensor(value) && value.numel() === 1 ? value.item() : value;
    if (typeof read !== "number" || Number.isNaN(read)) throw wrong(name, "a number");
    return read;
  };
  const numberAt = (name: string) => {
    const value = values[name] ?? null;
    return value === null ? null : asNumber(name, value);
  };
  const vector = (name: string, value: unknown): Tensor => {
    if (!isTensor(value) || value.ndim !== 1 || value.shape[0] !== size)
      throw wrong(name, `a vector of the ${size} elements of all parameters`);
    return value;
  };
  const list = (name: string): readonly unknown[] => {
    const items = values[name] ?? [];
    if (!Array.isArray(items)) throw wrong(name, "a list");
    return items;
  };
  const d = values["d"] == null ? null : vector("d", values["d"]);
  const prevFlatGrad = values["prev_flat_grad"] == null ? null : vector("prev_flat_grad", values["prev_flat_grad"]);
  const oldDirs = list("old_dirs").map((item) => vector("old_dirs", item));
  const oldStps = list("old_stps").map((item) => vector("old_stps", item));
  const ro = list("ro").map((item) => asNumber("ro", item));
  if (oldStps.length !== oldDirs.length || ro.length !== oldDirs.length)
    throw wrong("old_stps and ro", "as long as old_dirs");
  const numbers = {
    funcEvals: numberAt("func_evals") ?? 0,
    nIter: numberAt("n_iter") ?? 0,
    t: numberAt("t"),
    hDiag: numberAt("H_diag"),
    prevLoss: numberAt("prev_loss"),
  };
  const copy = (value: Tensor) => tensor(value.toTypedArray(), { dtype, device }).keep();
  return () => ({
    ...numbers,
    d: d && copy(d),
    oldDirs: oldDirs.map(copy),
    oldStps: oldStps.map(copy),
    ro,
    prevFlatGrad: prevFlatGrad && copy(prevFlatGrad),
  });
}
