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

export interface NamedModulesOptions {
  /** What stands before each path. Default "". */
  readonly prefix?: string;
  /** Whether what hangs on several paths is met on the first alone. Default true. */
  readonly removeDuplicate?: boolean;
}

export interface NamedOptions extends RecurseOptions, NamedModulesOptions {}

export interface StateDictOptions {
  /** What stands before each key. Default "". */
  readonly prefix?: string;
  /** Whether the tensors themselves are given, with their gradients, and no detached views. Default false. */
  readonly keepVars?: boolean;
}

export interface HookOptions {
  /** Whether it runs before all hooks of its kind that are there. Default false. */
  readonly prepend?: boolean;
  /** Whether the hook is called with arguments by name, which there are none of: true is refused. */
  readonly withKwargs?: boolean;
}

export interface ForwardHookOptions extends HookOptions {
  /** Whether it runs, with an output of undefined, where the forward throws too. Default false. */
  readonly alwaysCall?: boolean;
}
