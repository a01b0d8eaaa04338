// Module.to: parameters, their gradients and buffers in another dtype or on another device, all of them or none. What the arguments mean is
// the tensors' `to` to say; what an optimizer remembers follows at its next step (@bernoulli/optim).

import { DTypeError, isFloating, noGrad, placementOf, scope, type Tensor } from "@bernoulli/tensor";
import { Parameter } from "./parameter.js";
import type { Registered } from "./registered.js";
import { alike, isUninitialized, type Uninitialized, type UninitializedOptions, uncover } from "./uninitialized.js";

/** Parameters stay the objects that they are, as optimizers hold them; buffers are replaced. */
export function moveAll(
  parameters: readonly Parameter[],
  registered: readonly Registered[],
  given: readonly unknown[],
): void {
  const { device, dtype } = placementOf("Module.to", given, true);
  if (dtype !== null && !isFloating(dtype))
    throw new DTypeError(
      `Module.to: nn.Module.to only accepts floating point dtypes, but got desired dtype=${dtype}; convert single tensors with x.to("${dtype}")`,
    );
  const moved = new Map<Tensor, Tensor>();
  const convert = (tensor: Tensor): void => {
    const options = {
      ...(device === null ? {} : { device }),
      ...(dtype === null || !isFloating(tensor.dtype) ? {} : { dtype }),
    };
    const result = isUninitialized(tensor) ? movedUninitialized(tensor, options) : tensor.to(options);
    if (result !== tensor) moved.set(tensor, result);
  };
  noGrad(() =>
    scope(() => {
      // Memory may run out here and only here.
      for (const parameter of parameters) {
        convert(parameter);
        if (parameter.grad !== null) convert(parameter.grad);
      }
      for (const own of registered) for (const [, buffer] of own.buffers()) convert(buffer);
      for (const parameter of parameters) replace(parameter, moved);
      for (const own of registered) own.replace(moved);
    }),
  );
}

/** A parameter stays the object that it is and wants but elements, of which there are none; a buffer is replaced. */
function movedUninitialized(tensor: Uninitialized, options: UninitializedOptions): Tensor {
  return tensor instanceof Parameter ? tensor.data.to(options) : alike(tensor, options);
}

/** Makes another tensor's elements the parameter's, which no longer has a gradient. */
export function assignTo(parameter: Parameter, other: Tensor | undefined): void {
  if (other === undefined) return;
  if (!isFloating(other.dtype) && parameter.requiresGrad)
    throw new DTypeError(`loadStateDict: a parameter that requires a gradient cannot become ${other.dtype}`);
  if (isUninitialized(parameter)) uncover(parameter);
  replace(parameter, new Map([[parameter, other]]));
}

/** What it had goes to JavaScript memory, where it lasts for as long as a state dict or a view still shows it. */
function replace(parameter: Parameter, moved: ReadonlyMap<Tensor, Tensor>): void {
  const elements = moved.get(parameter);
  if (elements === undefined) return;
  const { storage, grad } = parameter;
  parameter.grad = null;
  parameter.become(elements);
  parameter.keep();
  storage.toHost();
  const other = grad === null ? undefined : moved.get(grad);
  if (grad === null || other === undefined) return;
  parameter.grad = other;
  grad.storage.toHost();
}
