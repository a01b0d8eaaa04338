// Module: the base of layers and nets. It is callable, finds its own parameters, and knows train from eval.
// Loading of state dicts is in state-dict.ts, printing in print.ts.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  checkSynchronous,
  type DeviceName,
  type DType,
  DTypeError,
  describe,
  type Kinds,
  optionsOf,
  type Positional,
  type RemovableHandle,
  type Tensor,
} from "@bernoulli/tensor";
import { callModule } from "./call.js";
import { Callable, enroll, isList, lend, settle } from "./callable.js";
import { type Gradients, register } from "./hooks.js";
import type {
  ForwardHookOptions,
  HookOptions,
  ModuleToOptions,
  NamedModulesOptions,
  NamedOptions,
  RecurseOptions,
  RegisterBufferOptions,
  StateDictOptions,
  ZeroGradOptions,
} from "./module-options.js";
import { assignTo, moveAll } from "./move.js";
import type { Parameter } from "./parameter.js";
import { bufferAt, parameterAt, submoduleAt } from "./paths.js";
import { formatModule } from "./print.js";
import { type Member, Registered, type Registration } from "./registered.js";
import { type LoadResult, type LoadStateDictOptions, loadInto, type StateDict } from "./state-dict.js";
import { isUninitialized } from "./uninitialized.js";
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

const namedKinds: Kinds<NamedOptions> = { prefix: "string", recurse: "boolean", removeDuplicate: "boolean" };

/** Whether a module may be put in its place. */
function isVacant(value: unknown): boolean {
  return value === null || value === undefined || isModule(value);
}

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
  *namedParameters(
    ...rest: Positional<NamedOptions, ["prefix", "recurse"]>
  ): Generator<[name: string, parameter: Parameter]> {
    const options = optionsOf<NamedOptions>("namedParameters", ["prefix", "recurse"], rest);
    checkOptions("parameters", options, namedKinds);
    const { recurse = true, removeDuplicate = true } = options;
    yield* onceEach(walk(this, { recurse, everyPath: !removeDuplicate }), ownParameters, options);
  }

  /** The parameters, each once: what an optimizer takes. */
  *parameters(...rest: Positional<RecurseOptions, ["recurse"]>): Generator<Parameter> {
    const options = optionsOf<RecurseOptions>("parameters", ["recurse"], rest);
    checkOptions("parameters", options, { recurse: "boolean" });
    for (const [, parameter] of this.namedParameters(options)) yield parameter;
  }

  /** This module and all below it with their paths, each once; this one's is "". */
  *namedModules(options: NamedModulesOptions = {}): Generator<[name: string, module: Module]> {
    checkOptions("namedModules", options, { prefix: "string", removeDuplicate: "boolean" });
    const { prefix = "", removeDuplicate = true } = options;
    for (const [path, node] of walk(this, { everyPath: !removeDuplicate }))
      if (isModule(node)) yield [path === "" ? prefix : joinPath(prefix, path), node];
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
  *namedBuffers(...rest: Positional<NamedOptions, ["prefix", "recurse"]>): Generator<[name: string, buffer: Tensor]> {
    const options = optionsOf<NamedOptions>("namedBuffers", ["prefix", "recurse"], rest);
    checkOptions("buffers", options, namedKinds);
    const { recurse = true, removeDuplicate = true } = options;
    const nodes = walk(this, { recurse, everyPath: !removeDuplicate });
    yield* onceEach(nodes, (node) => (isModule(node) ? node.#registered.buffers() : []), options);
  }

  /** The buffers, each once. */
  *buffers(...rest: Positional<RecurseOptions, ["recurse"]>): Generator<Tensor> {
    const options = optionsOf<RecurseOptions>("buffers", ["recurse"], rest);
    checkOptions("buffers", options, { recurse: "boolean" });
    for (const [, buffer] of this.namedBuffers(options)) yield buffer;
  }

  /**
   * The module at a dotted path, such as `"encoder.layers.0"`; "" is this one.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.get_submodule.
   *
   * @throws ArgumentError if there is none.
   * @example
   * ```ts
   * import { Linear, ReLU, Sequential } from "@bernoulli/nn";
   * const net = new Sequential({ head: new Sequential(new Linear(2, 3), new ReLU()) });
   * String(net.getSubmodule("head.1")); // → "ReLU()"
   * net.getParameter("head.0.weight").shape; // → [3, 2]
   * ```
   */
  getSubmodule(target: string): Module {
    checkArgument("getSubmodule", "target", target, "string");
    return submoduleAt(this, target);
  }

  /**
   * The parameter at a dotted path, as in a state dict.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.get_parameter.
   *
   * @throws ArgumentError if there is none.
   */
  getParameter(target: string): Parameter {
    checkArgument("getParameter", "target", target, "string");
    return parameterAt(this, target);
  }

  /**
   * The buffer at a dotted path.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.get_buffer.
   *
   * @throws ArgumentError if there is none.
   */
  getBuffer(target: string): Tensor {
    checkArgument("getBuffer", "target", target, "string");
    return bufferAt(this, target);
  }

  /**
   * Hangs a module on this one under a name that no field declares; a field does the same. Null leaves the place empty.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.add_module.
   *
   * @throws ArgumentError if the name is empty, has a dot in it or is taken by what is no module, or if it is no Module.
   * @example
   * ```ts
   * import { Linear, Sequential } from "@bernoulli/nn";
   * const net = new Sequential();
   * for (const [at, size] of [4, 3].entries()) net.addModule(`fc${at}`, new Linear(size, size - 1));
   * Object.keys(net.stateDict()); // → ["fc0.weight", "fc0.bias", "fc1.weight", "fc1.bias"]
   * ```
   */
  addModule(name: string, module: Module | null): void {
    checkArgument("addModule", "name", name, "string");
    if (module !== null && !isModule(module))
      throw new ArgumentError(`addModule: ${describe(module)} is not a Module subclass`);
    if (name in this && !(Object.hasOwn(this, name) && isVacant(Reflect.get(this, name))))
      throw new ArgumentError(`addModule: attribute '${name}' already exists`);
    if (name.includes(".")) throw new ArgumentError(`addModule: module name can't contain ".", got: ${name}`);
    if (name === "") throw new ArgumentError('addModule: module name can\'t be empty string ""');
    Object.defineProperty(this, name, { value: module, enumerable: true, configurable: true, writable: true });
  }

  /** {@link addModule} by another name. */
  registerModule(name: string, module: Module | null): void {
    this.addModule(name, module);
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
  registerForwardPreHook(
    hook: (module: this, inputs: Parameters<this["forward"]>) => unknown,
    options: HookOptions = {},
  ): RemovableHandle {
    return register(this, "forwardPre", hook, options);
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
    options: ForwardHookOptions = {},
  ): RemovableHandle {
    return register(this, "forward", hook, options);
  }

  /**
   * Has `hook` called, on the way back, with the gradients of the forward's tensor inputs and of its outputs, null where
   * there is none; what it returns, if anything, takes the place of the inputs' gradients. Where no input requires a
   * gradient, the hook sees the outputs' alone. They are freed behind the walk: call `clone().keep()` on what must live longer.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_full_backward_hook.
   */
  registerFullBackwardHook(
    hook: (module: this, gradInput: Gradients, gradOutput: Gradients) => unknown,
    options: Pick<HookOptions, "prepend"> = {},
  ): RemovableHandle {
    return register(this, "backward", hook, options);
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

  /** Has all parameters and buffers that are floating in float32, as {@link to} does, and returns this module. */
  float(): this {
    return this.to("float32");
  }

  /** Has all parameters and buffers that are floating in float64, as {@link to} does, and returns this module. */
  double(): this {
    return this.to("float64");
  }

  /**
   * There is no float16 here: leave it out, or call {@link float}.
   *
   * @throws DTypeError always.
   */
  half(): never {
    throw new DTypeError(
      "Module.half: there is no float16 here; leave .half() out, or call .float(): kernels compute in float32",
    );
  }

  /**
   * There is no bfloat16 here: leave it out, or call {@link float}.
   *
   * @throws DTypeError always.
   */
  bfloat16(): never {
    throw new DTypeError(
      "Module.bfloat16: there is no bfloat16 here; leave .bfloat16() out, or call .float(): kernels compute in float32",
    );
  }

  /**
   * There is no memory that processes share: threads share the work of one process.
   *
   * @throws ArgumentError always.
   */
  shareMemory(): never {
    throw new ArgumentError(
      "Module.shareMemory: parameters are not shared between processes (hogwild is not there); leave it out, and train in one process, whose threads setNumThreads counts",
    );
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
  zeroGrad(...rest: Positional<ZeroGradOptions, ["setToNone"]>): void {
    const options = optionsOf<ZeroGradOptions>("zeroGrad", ["setToNone"], rest);
    checkOptions("zeroGrad", options, { setToNone: "boolean" });
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
  stateDict(options: StateDictOptions = {}): StateDict {
    checkOptions("stateDict", options, { prefix: "string", keepVars: "boolean" });
    const { prefix = "", keepVars = false } = options;
    const result: StateDict = {};
    const add = (key: string, tensor: Tensor): void => {
      result[prefix + key] = keepVars || isUninitialized(tensor) ? tensor : tensor.detach();
    };
    for (const [path, node] of walk(this, { everyPath: true })) {
      for (const [name, parameter] of ownParameters(node)) add(joinPath(path, name), parameter);
      if (!isModule(node)) continue;
      for (const [name, tensor] of node.#registered.buffers(true)) add(joinPath(path, name), tensor);
    }
    return result;
  }

  /**
   * Copies a state dict's elements into the parameters and buffers, converted to their dtypes and devices. Nothing is
   * written unless everything fits. With `strict: false`, keys may be missing or unexpected; shapes must still agree. With `assign` the
   * tensors take the places of what is there, in their own dtypes and on their own devices; parameters stay the objects that they are.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.load_state_dict.
   *
   * @throws StateDictError that lists all keys that are missing or unexpected, and all tensors that are of another shape
   * or were freed; ArgumentError for what is no such object.
   */
  loadStateDict(
    stateDict: Readonly<Record<string, Tensor>>,
    ...rest: Positional<LoadStateDictOptions, ["strict", "assign"]>
  ): LoadResult {
    const options = optionsOf<LoadStateDictOptions>("loadStateDict", ["strict", "assign"], rest);
    const own = this.stateDict({ keepVars: options.assign === true });
    return loadInto(this.constructor.name, own, stateDict, options, (others) => {
      for (const parameter of this.parameters()) assignTo(parameter, others.get(parameter));
      for (const module of this.modules()) module.#registered.replace(others);
    });
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
