// Options of Module's methods.

import type { DeviceName, DType } from "@bernoulli/tensor";

export interface RegisterBufferOptions {
  /** Whether the buffer is part of the state dict. Default true. */
  readonly persistent?: boolean;
}

export interface ZeroGradOptions {
  /** Drops the gradients instead of filling them with zeros. Default true. */
  readonly setToNone?: boolean;
}

export interface ModuleToOptions {
  /** Default: where each tensor is. */
  readonly device?: DeviceName;
  /** A floating one. Default: the one that each tensor has. */
  readonly dtype?: DType;
  /** Accepted for PyTorch's sake: when the call returns, the elements are there. */
  readonly nonBlocking?: boolean;
}

export interface RecurseOptions {
  /** Whether to include what hangs on child modules. Default true. */
  readonly recurse?: boolean;
}
