// Parameter: a tensor that modules list and optimizers train. Also knows whether anybody lists it, since a gradient
// that no optimizer will ever see is a mistake that shows in no number.

import { ArgumentError, checkOptions, isTensor, Tensor, warnOnce } from "@bernoulli/tensor";

const listed = new WeakSet<Parameter>();
/** Parameters that got a gradient before anybody listed them; each is noted once. */
let unlisted: WeakRef<Parameter>[] = [];
const noted = new WeakSet<Parameter>();
/** The modules that were called, and do not list them, since the last was noted. */
let asked = new WeakSet<object>();

export interface ParameterOptions {
  /** Whether backward shall compute a gradient for it. Default true. */
  readonly requiresGrad?: boolean;
}

/**
 * A tensor that is trained: as a field of a module it is among the module's `parameters()`. It shares its elements
 * with `data`, requires a gradient, and outlives step scopes.
 * See https://pytorch.org/docs/stable/generated/torch.nn.parameter.Parameter.html.
 *
 * @throws ArgumentError if it is given no tensor, or an unknown option; DTypeError if a gradient is required of a tensor
 * that is not floating.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { Parameter } from "@bernoulli/nn";
 * const scale = new Parameter(zeros(3));
 * scale.requiresGrad; // → true
 * scale.shape; // → [3]
 * ```
 */
export class Parameter extends Tensor {
  /** Makes the type nominal: a Tensor in a parameter's place would be trained by nobody. */
  declare protected readonly parameter: true;

  constructor(data: Tensor, options: ParameterOptions = {}) {
    checkOptions("Parameter", options, ["requiresGrad"]);
    if (!isTensor(data)) {
      const what = data === null ? "null" : Array.isArray(data) ? "an array" : `a ${typeof data}`;
      throw new ArgumentError(`Parameter: expected a Tensor, but got ${what}; make one with tensor(…)`);
    }
    super(data.storage, data.dtype, { shape: data.shape, strides: data.strides, offset: data.offset });
    this.requiresGrad = options.requiresGrad ?? true;
    super.keep();
  }

  override get grad(): Tensor | null {
    return super.grad;
  }

  override set grad(value: Tensor | null) {
    super.grad = value;
    if (value === null || listed.has(this) || noted.has(this)) return;
    noted.add(this);
    unlisted.push(new WeakRef(this));
    asked = new WeakSet();
  }

  /** A parameter keeps itself. Whoever calls this from outside, as optimizers do, holds it without a module's help. */
  override keep(): this {
    listed.add(this);
    return super.keep();
  }

  override toString(): string {
    return `Parameter containing:\n${Tensor.prototype.toString.call(this)}`;
  }

  /** @internal What console.log shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Notes that a module's walk met this parameter. */
export function markListed(parameter: Parameter): void {
  listed.add(parameter);
}

/** Whether there are parameters that got a gradient and, as far as is known, are listed nowhere. */
export function hasUnlisted(): boolean {
  return unlisted.length > 0;
}

/**
 * Warns, once, of a parameter that got a gradient and is still listed nowhere. Called at the call of a module that has
 * just been walked; a module's second call means that every other module of the loop had its turn to list it.
 */
export function lookForUnlisted(module: object): void {
  unlisted = unlisted.filter((reference) => {
    const parameter = reference.deref();
    return parameter !== undefined && !listed.has(parameter);
  });
  const parameter = unlisted[0]?.deref();
  if (parameter === undefined) return;
  if (!asked.has(module)) {
    asked.add(module);
    return;
  }
  unlisted = [];
  warnOnce(
    "unlisted parameter",
    `a Parameter of shape [${parameter.shape.join(", ")}] got a gradient, but no module lists it and no optimizer holds it, so it will not be trained; ` +
      "modules list what hangs on public fields and in arrays, not what is in #private fields, Maps or plain objects " +
      "(if you update it by hand, call its keep())",
  );
}
