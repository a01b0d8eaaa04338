// autograd: what PyTorch has under torch.autograd, as one object with its types. Not `export * as`: declarations of types that other
// entries share get lost in that.

import * as ways from "./backward.js";
import * as functions from "./function.js";
import * as differentials from "./functional/index.js";
import * as checks from "./gradcheck.js";

/** Gradients, asked for and defined. See https://pytorch.org/docs/stable/autograd.html. */
export const autograd = {
  /** What an op of one's own extends. See https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function. */
  Function: functions.AutogradFunction,
  backward: ways.backward,
  /** Derivatives of functions. See https://pytorch.org/docs/stable/autograd.html#functional-higher-level-api. */
  functional: {
    hessian: differentials.hessian,
    hvp: differentials.hvp,
    jacobian: differentials.jacobian,
    jvp: differentials.jvp,
    vhp: differentials.vhp,
    vjp: differentials.vjp,
  },
  grad: ways.grad,
  gradcheck: checks.gradcheck,
  gradgradcheck: checks.gradgradcheck,
};

export declare namespace autograd {
  type BackwardOptions = ways.BackwardOptions;
  type Differentiable = checks.Differentiable;
  type Function = functions.AutogradFunction;
  type FunctionClass = functions.FunctionClass;
  type FunctionContext = functions.FunctionContext;
  type FunctionalOptions = differentials.FunctionalOptions;
  type GradOptions = ways.GradOptions;
  type GradcheckOptions = checks.GradcheckOptions;
}
