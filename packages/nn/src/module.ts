// Module: the base of layers and nets. It is callable, finds its own parameters, and knows train from eval.
// Loading of state dicts is in state-dict.ts, printing in print.ts.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  checkSynchronous,
  type DeviceName,
  type DType,
  describe,
  type Positional,
  type RemovableHandle,
  type Tensor,
} from "@bernoulli/tensor";
import { callModule } from "./call.js";
import { Callable, enroll, isList, lend, settle } from "./callable.js";
import { type Gradients, register } from "./hooks.js";
import type { ModuleToOptions, RecurseOptions, RegisterBufferOptions, ZeroGradOptions } from "./module-options.js";
import { moveAll } from "./move.js";
import type { Parameter } from "./parameter.js";
import { formatModule } from "./print.js";
import { type Member, Registered, type Registration } from "./registered.js";
import { type LoadResult, type LoadStateDictOptions, loadInto, type StateDict } from "./state-dict.js";
import {
  checkParameters,
  childrenOf,
  innermostFirst,
  isModule,
  joinPath,
  onceEach,
  ownParameters,
  walk,
} from "./walk.js";

declare const forwardInputs: unique symbol;
declare const forwardOutput: unique symbol;

// Gives the class the call signature that its constructor makes true. By way of members, which only types have: `this(x)` inside a
// class is looked up in the class as it stands, where conditional types of `this` would wait for its subclasses.
export interface Module {
  /** @internal */
  readonly [forwardInputs]: Parameters<this["forward"]>;
  /** @internal */
  readonly [forwardOutput]: ReturnType<this["forward"]>;
  /** Runs `forward`. */
  (...inputs: this[typeof forwardInputs]): this[typeof forwardOutput];
}

/**
 * The base class of layers and nets. Subclass it, make layers and parameters in fields, and compute in `forward`;
 * calling the module runs it. Parameters, child modules and arrays of either are found on public fields, in the order
 * of their declaration; keys of the state dict are the fields' names, as in PyTorch.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html.
 *
 * Errors thrown in a forward name the module they came from: `in Net.conv1 (Conv2d): …`.
 *
 * @example
 * ```ts
 * import { rand, type Tensor } from "@bernoulli/tensor";
 * import { F, Linear, Module } from "@bernoulli/nn";
 * class Net extends Module {
 *   fc1 = new Linear(4, 3);
 *   fc2 = new Linear(3, 2);
 *   forward(x: Tensor): Tensor {
 *     return this.fc2(F.relu(this.fc1(x)));
 *   }
 * }
 * const net = new Net();
 * net(rand(5, 4)).shape; // → [5, 2]
 * Object.keys(net.stateDict()); // → ["fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see the interface
export abstract class Module extends Callable {
  /** Whether the module is in training mode; set it with `train()` and `eval()`. Dropout heeds it. */
  training = true;
  readonly #registered = new Registered(this);

  /** The computation. Call the module itself rather than this method. */
  abstract forward(...inputs: any[]): any;

  protected override run(inputs: readonly unknown[]): unknown {
    return callModule(this, inputs);
  }

  /** The parameters with their paths, each once, in the order of declaration. */
  *namedParameters(options: RecurseOptions = {}): Generator<[name: string, parameter: Parameter]> {
    checkOptions("parameters", options, ["recurse"]);
    const { recurse = true } = options;
    yield* onceEach(walk(this, { recurse }), ownParameters);
  }

  /** The parameters, each once: what an optimizer takes. */
  *parameters(options: RecurseOptions = {}): Generator<Parameter> {
    for (const [, parameter] of this.namedParameters(options)) yield parameter;
  }

  /** This module and all below it with their paths, each once; this one's is "". */
  *namedModules(): Generator<[name: string, module: Module]> {
    for (const [path, node] of walk(this)) if (isModule(node)) yield [path, node];
  }

  /** This module and all below it, each once. */
  *modules(): Generator<Module> {
    for (const [, module] of this.namedModules()) yield module;
  }

  /** The modules directly below this one, each once; those in an array field have names such as `blocks.0`. */
  *namedChildren(): Generator<[name: string, module: Module]> {
    yield* childrenOf(this);
  }

  /** The modules directly below this one, each once. */
  *children(): Generator<Module> {
    for (const [, module] of this.namedChildren()) yield module;
  }

  /** The buffers with their paths, each once. */
  *namedBuffers(options: RecurseOptions = {}): Generator<[name: string, buffer: Tensor]> {
    checkOptions("buffers", options, ["recurse"]);
    const { recurse = true } = options;
    yield* onceEach(walk(this, { recurse }), (node) => (isModule(node) ? node.#registered.buffers() : []));
  }

  /** The buffers, each once. */
  *buffers(options: RecurseOptions = {}): Generator<Tensor> {
    for (const [, buffer] of this.namedBuffers(options)) yield buffer;
  }

  /**
   * Makes a tensor part of this module that no optimizer trains, such as a running mean: it becomes the property
   * `name`, which keeps what is assigned to it beyond step scopes, and is saved with the parameters. Returns it.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_buffer.
   *
   * @throws ArgumentError if the name is empty, has a dot in it or is taken, or if it is no tensor.
   */
  registerBuffer<Value extends Tensor | null>(name: string, tensor: Value, options: RegisterBufferOptions = {}): Value {
    checkArgument("registerBuffer", "name", name, "string");
    checkOptions("registerBuffer", options, ["persistent"]);
    const persistent = options.persistent ?? true;
    this.#registered.register({ kind: "buffer", key: name, property: name, persistent }, tensor);
    return tensor;
  }

  /**
   * Makes a parameter part of this module under a name that no field declares, or sees to it that null stands there: it becomes the
   * property `name`. A field, `scale = new Parameter(…)`, does the same. Returns the parameter.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_parameter.
   *
   * @throws ArgumentError if the name is empty, has a dot in it or is taken, or if it is no Parameter.
   * @example
   * ```ts
   * import { zeros } from "@bernoulli/tensor";
   * import { Identity, Parameter } from "@bernoulli/nn";
   * const layer = new Identity();
   * for (const name of ["a", "b"]) layer.registerParameter(name, new Parameter(zeros(2)));
   * Object.keys(layer.stateDict()); // → ["a", "b"]
   * ```
   */
  registerParameter<Value extends Parameter | null>(name: string, parameter: Value): Value {
    checkArgument("registerParameter", "name", name, "string");
    this.#registered.register({ kind: "parameter", key: name, property: name, persistent: true }, parameter);
    return parameter;
  }

  /**
   * Has `hook` called with the inputs before every forward; what it returns, an array of inputs or the only one, takes
   * their place. Hooks run in the order of their registration, until the handle that is returned removes them.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_pre_hook.
   */
  registerForwardPreHook(hook: (module: this, inputs: Parameters<this["forward"]>) => unknown): RemovableHandle {
    return register(this, "forwardPre", hook);
  }

  /**
   * Has `hook` called with inputs and output behind every forward; what it returns, if anything, takes the output's place.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_hook.
   *
   * @example
   * ```ts
   * import { ones } from "@bernoulli/tensor";
   * import { Linear, ReLU, Sequential } from "@bernoulli/nn";
   * const net = new Sequential(new Linear(2, 3), new ReLU());
   * const shapes: unknown[] = [];
   * for (const layer of net.children())
   *   layer.registerForwardHook((_, __, output) => void shapes.push(output.shape));
   * net(ones(1, 2));
   * shapes; // → [[1, 3], [1, 3]]
   * ```
   */
  registerForwardHook(
    hook: (module: this, inputs: Parameters<this["forward"]>, output: ReturnType<this["forward"]>) => unknown,
  ): RemovableHandle {
    return register(this, "forward", hook);
  }

  /**
   * Has `hook` called, on the way back, with the gradients of the forward's tensor inputs and of its outputs, null where
   * there is none; what it returns, if anything, takes the place of the inputs' gradients. Where no input requires a
   * gradient, the hook sees the outputs' alone. They are freed behind the walk: call `clone().keep()` on what must live longer.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook.
   */
  registerFullBackwardHook(
    hook: (module: this, gradInput: Gradients, gradOutput: Gradients) => unknown,
  ): RemovableHandle {
    return register(this, "backward", hook);
  }

  /** @internal */
  get [isList](): boolean {
    return false;
  }

  /** @internal */
  [enroll](registration: Registration, member: Member | null): void {
    this.#registered.register(registration, member);
  }

  /** @internal */
  [lend](key: string, tensor: Tensor): (() => Tensor | null) | null {
    return this.#registered.lend(key, tensor);
  }

  /** @internal */
  [settle](): void {
    this.#registered.settle();
    checkParameters(this);
  }

  /**
   * Sets this module and all below it to training mode (or, with false, to evaluation mode), and returns it.
   *
   * @throws ArgumentError if the mode is not a boolean.
   */
  train(mode = true): this {
    if (typeof mode !== "boolean")
      throw new ArgumentError(`train: training mode is expected to be boolean, but got ${describe(mode)}`);
    for (const module of this.modules()) module.training = mode;
    return this;
  }

  /** Sets this module and all below it to evaluation mode, where dropout is the identity, and returns it. */
  eval(): this {
    return this.train(false);
  }

  /**
   * Moves all parameters, their gradients and all buffers to a device, to a dtype, or to both: `to(device)`, `to(dtype)`, `to(device, dtype)`,
   * `to(tensor)` for that tensor's, or by name. Returns this module. Parameters stay the same objects, so that optimizers go on with them, and
   * what an optimizer remembers follows at its next step; a dtype is for floating tensors only. Either all moves, or nothing does. Views and
   * state dicts from before keep the old elements, and the backward of a forward from before is refused.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.to.
   *
   * @throws DTypeError for a dtype that is not floating; DeviceError for a device that is not there, `"cuda"` among them.
   * @example
   * ```ts
   * import { Linear } from "@bernoulli/nn";
   * const layer = new Linear(3, 2);
   * const { weight } = layer.to("float64");
   * weight === layer.weight; // → true
   * layer.weight.dtype; // → "float64"
   * layer.to("reference").bias.device; // → "reference"
   * ```
   */
  to(dtypeOrTensor: DType | Tensor, ...rest: Positional<Pick<ModuleToOptions, "nonBlocking">, ["nonBlocking"]>): this;
  to(device: DeviceName, ...rest: Positional<Omit<ModuleToOptions, "device">, ["dtype", "nonBlocking"]>): this;
  to(options: ModuleToOptions): this;
  to(...given: readonly unknown[]): this {
    const registered = [...this.modules()].map((module) => module.#registered);
    moveAll([...this.parameters()], registered, given);
    return this;
  }

  /** Moves all parameters and buffers to the CPU, as {@link to} does, and returns this module. */
  cpu(): this {
    return this.to("cpu");
  }

  /**
   * There is no GPU here: `to(device)` with a device of `cuda.isAvailable() ? "cuda" : "cpu"` runs in both worlds.
   *
   * @throws DeviceError always.
   */
  cuda(_device?: number | DeviceName): this {
    return this.to("cuda");
  }

  /** Calls `fn` with every module below this one and then with this one, and returns it. */
  apply(fn: (module: Module) => void): this {
    checkArgument("apply", "fn", fn, "function");
    for (const module of innermostFirst(this)) checkSynchronous("apply", "the function", fn(module) as unknown);
    return this;
  }

  /** Drops the gradients of all parameters, or fills them with zeros. */
  zeroGrad(options: ZeroGradOptions = {}): void {
    checkOptions("zeroGrad", options, ["setToNone"]);
    const { setToNone = true } = options;
    for (const parameter of this.parameters()) {
      if (setToNone) parameter.grad = null;
      else parameter.grad = parameter.grad?.detach().zero_() ?? null;
    }
  }

  /** Sets whether gradients are computed for the parameters: `requiresGrad_(false)` freezes the module. Returns it. */
  requiresGrad_(value = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad = value;
    return this;
  }

  /**
   * The parameters and persistent buffers by their paths, PyTorch's keys; what is shared stands under each of its
   * paths. The tensors are detached views: training goes on changing them, `clone()` what shall stay.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.state_dict.
   */
  stateDict(): StateDict {
    const result: StateDict = {};
    for (const [path, node] of walk(this, { everyPath: true })) {
      for (const [name, parameter] of ownParameters(node)) result[joinPath(path, name)] = parameter.detach();
      if (!isModule(node)) continue;
      for (const [name, tensor] of node.#registered.buffers(true)) result[joinPath(path, name)] = tensor.detach();
    }
    return result;
  }

  /**
   * Copies a state dict's elements into the parameters and buffers, converted to their dtypes and devices. Nothing is
   * written unless everything fits. With `strict: false`, keys may be missing or unexpected; shapes must still agree.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict.
   *
   * @throws StateDictError that lists all keys that are missing or unexpected, and all tensors that are of another shape
   * or were freed; ArgumentError for what is no such object.
   */
  loadStateDict(stateDict: Readonly<Record<string, Tensor>>, options: LoadStateDictOptions = {}): LoadResult {
    return loadInto(this.constructor.name, this.stateDict(), stateDict, options);
  }

  /**
   * Gives back the memory of all parameters, their gradients and all buffers. It is nobody else's to free: what
   * parameters hold is not garbage-collected. The module cannot be called afterwards.
   *
   * @example
   * ```ts
   * import { Linear } from "@bernoulli/nn";
   * import { memoryStats } from "@bernoulli/tensor";
   * const before = memoryStats().bytes;
   * const layer = new Linear(100, 100);
   * layer.dispose();
   * memoryStats().bytes - before; // → 0
   * ```
   */
  dispose(): void {
    for (const parameter of this.parameters()) {
      parameter.grad?.dispose();
      parameter.dispose();
    }
    for (const buffer of this.buffers()) buffer.dispose();
  }

  /**
   * Multiply-accumulate operations of one call, for `summary`. Layers that multiply override it; 0 otherwise.
   *
   * @internal
   */
  multiplyAccumulates(_inputs: readonly unknown[], _output: unknown): number {
    return 0;
  }

  /** What stands between the parentheses when the module is printed. Override it in layers. */
  extraRepr(): string {
    return "";
  }

  /** The module as PyTorch prints it. */
  override toString(): string {
    return formatModule(this);
  }

  /** @internal What console.log shows in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
