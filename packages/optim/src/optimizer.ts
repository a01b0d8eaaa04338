// Optimizer: what all optimizers share: parameter groups, the loop over parameters, state and its saving. The update of
// one parameter is the subclass's.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  checkSynchronous,
  describe,
  enableGrad,
  isTensor,
  noGrad,
  optionsOf,
  type Positional,
  type RemovableHandle,
  scope,
  type Tensor,
} from "@bernoulli/tensor";
import {
  checkTrainable,
  isGroup,
  isIterable,
  type OptimizerParameters,
  type ParameterGroup,
  type ParameterGroupInput,
  parametersIn,
  type ScheduledValues,
  splitScheduled,
  withoutUndefined,
} from "./parameter-groups.js";
import { noteStep } from "./schedulers/attached.js";
import { type LoadTarget, loadOptimizerState, type OptimizerStateDict, saveOptimizerState } from "./state-dict.js";

/** What an optimizer remembers of one parameter. */
export type ParameterState = Record<string, StateValue>;

/** Lists are LBFGS's. */
export type StateValue = Tensor | number | null | readonly Tensor[] | readonly number[];

export interface ZeroGradOptions {
  /** Drops the gradients instead of filling them with zeros. Default true. */
  readonly setToNone?: boolean;
}

/** Runs before or behind the steps of an optimizer. */
export type StepHook<Owner = Optimizer> = (optimizer: Owner) => void;

/**
 * The base class of optimizers.
 * See https://pytorch.org/docs/stable/optim.html#torch.optim.Optimizer.
 */
export abstract class Optimizer<Options extends object = any, State extends ParameterState = any> {
  readonly paramGroups: ParameterGroup<Options>[] = [];
  /** What is remembered of each parameter that has been updated. */
  readonly state = new Map<Tensor, State>();
  readonly defaults: Readonly<Options>;
  #noticed = false;
  readonly #hooks = { before: new Set<() => void>(), behind: new Set<() => void>() };

  /** `defaults` names every option there is; `options` are those that were given. */
  constructor(params: OptimizerParameters<Options>, defaults: Options, options: Partial<Options> = {}) {
    if (typeof this.checkRanges !== "function")
      throw new ArgumentError(
        "Optimizer: it is the base class of optimizers; make an SGD, an Adam, or a class that extends it",
      );
    checkArgument(this.#name, "defaults", defaults, "object");
    this.defaults = defaults;
    checkOptions(this.#name, options, Object.keys(defaults));
    this.defaults = { ...defaults, ...withoutUndefined(options) };
    if (!isIterable(params)) {
      throw new ArgumentError(
        `${this.#name}: params argument given to the optimizer should be an iterable of Tensors or groups, such as model.parameters(), but got ${describe(params)}`,
      );
    }
    const list = [...params] as (Tensor | ParameterGroupInput<Options>)[];
    if (list.length === 0) throw new ArgumentError(`${this.#name}: optimizer got an empty parameter list`);
    const groups = isGroup(list[0])
      ? (list as ParameterGroupInput<Options>[])
      : [{ params: list } as unknown as ParameterGroupInput<Options>];
    for (const group of groups) this.addParamGroup(group);
  }

  /** Throws where an option is out of its range. */
  protected abstract checkRanges(options: Options): void;
  /** What is remembered of a parameter before its first update. */
  protected abstract initialState(parameter: Tensor, options: Options): State;
  /** Writes the parameter and its state. Runs without gradients; what it makes beside the state is freed behind it. */
  protected abstract update(parameter: Tensor, gradient: Tensor, state: State, options: Options): void;

  /** `checkRanges` of a group whose rate a schedule may have written: what rounding leaves of zero counts as zero. */
  protected checkGroup(group: Options & ScheduledValues): void {
    const { lr } = group as { readonly lr?: unknown };
    const residue = 1e-12 * Math.max(1, group.initialLr ?? 1);
    this.checkRanges(typeof lr === "number" && lr < 0 && lr > -residue ? { ...group, lr: 0 } : group);
  }

  get #name(): string {
    return this.constructor.name;
  }

  /**
   * Adds parameters with options of their own, such as layers that were frozen until now.
   *
   * @throws ArgumentError for an option that is unknown or out of range, what is no leaf tensor, or a parameter that is
   * in a group already.
   */
  addParamGroup(group: ParameterGroupInput<Options>): void {
    if (!isGroup(group))
      throw new ArgumentError(
        `${this.#name}: a parameter group must be an object with params, but got ${describe(group)}`,
      );
    const { params, ...all } = group;
    const [scheduled, given] = splitScheduled(all);
    checkOptions(this.#name, given, Object.keys(this.defaults));
    const list = parametersIn(this.#name, params);
    const options = { ...this.defaults, ...withoutUndefined(given) } as Options;
    this.checkRanges(options);
    checkTrainable(this.#name, list, new Set(this.paramGroups.flatMap((other) => other.params)));
    for (const parameter of list) parameter.keep();
    this.paramGroups.push({ ...options, ...scheduled, params: list });
  }

  /** Drops the gradients of all parameters, or fills them with zeros. */
  zeroGrad(...rest: Positional<ZeroGradOptions, ["setToNone"]>): void {
    const options = optionsOf<ZeroGradOptions>(`${this.#name}.zeroGrad`, ["setToNone"], rest);
    checkOptions(`${this.#name}.zeroGrad`, options, { setToNone: "boolean" });
    const { setToNone = true } = options;
    for (const { params } of this.paramGroups) {
      for (const parameter of params) {
        if (setToNone) parameter.grad = null;
        else parameter.grad = parameter.grad?.detach().zero_() ?? null;
      }
    }
  }

  /**
   * Has `hook` called with this optimizer before each step.
   * See https://pytorch.org/docs/stable/generated/torch.optim.Optimizer.register_step_pre_hook.html.
   *
   * @throws ArgumentError if it is no function.
   */
  registerStepPreHook(hook: StepHook<this>): RemovableHandle {
    return this.#register("before", "registerStepPreHook", hook);
  }

  /**
   * Has `hook` called with this optimizer behind each step.
   * See https://pytorch.org/docs/stable/generated/torch.optim.Optimizer.register_step_post_hook.html.
   *
   * @throws ArgumentError if it is no function.
   * @example
   * ```ts
   * import { SGD } from "@bernoulli/optim";
   * import { tensor } from "@bernoulli/tensor";
   * const weight = tensor([1, 2], { requiresGrad: true });
   * const optimizer = new SGD([weight], { lr: 0.5 });
   * const handle = optimizer.registerStepPostHook(() => void weight.detach().clamp_(0, 1));
   * weight.sum().backward();
   * optimizer.step();
   * weight.toArray(); // → [0.5, 1]
   * handle.remove();
   * ```
   */
  registerStepPostHook(hook: StepHook<this>): RemovableHandle {
    return this.#register("behind", "registerStepPostHook", hook);
  }

  #register(when: "before" | "behind", caller: string, hook: StepHook<this>): RemovableHandle {
    checkArgument(caller, "hook", hook, "function");
    // The same function may be registered twice.
    const entry = () => hook(this);
    this.#hooks[when].add(entry);
    return { remove: () => void this.#hooks[when].delete(entry) };
  }

  /** What a step of a subclass's own calls before it and behind it. */
  protected runStepHooks(when: "before" | "behind"): void {
    for (const hook of [...this.#hooks[when]]) hook();
  }

  /**
   * Updates every parameter that has a gradient. A closure, if given, computes the loss first, and the loss is returned. What is remembered of a
   * parameter follows it where `Module.to` has moved it since the last step, so that training goes on as it would have.
   * See https://pytorch.org/docs/stable/generated/torch.optim.Optimizer.step.html.
   */
  step(): undefined;
  step(closure: () => Tensor): Tensor;
  step(closure?: () => Tensor): Tensor | undefined {
    if (closure !== undefined && typeof closure !== "function")
      throw new ArgumentError(`${this.#name}.step: expected no argument, or a closure, but got ${describe(closure)}`);
    noteStep(this);
    this.runStepHooks("before");
    const loss =
      closure === undefined
        ? undefined
        : enableGrad(() => checkSynchronous(`${this.#name}.step`, "the closure", closure()));
    // Schedules write these; a learning rate that is no number would turn every weight to NaN.
    for (const group of this.paramGroups) this.checkGroup(group);
    let updated = 0;
    noGrad(() =>
      scope(() => {
        for (const group of this.paramGroups) {
          for (const parameter of group.params) {
            const gradient = parameter.grad;
            if (gradient === null) continue;
            let state = this.state.get(parameter);
            if (state === undefined) {
              state = this.initialState(parameter, group);
              this.state.set(parameter, state);
            } else follow(parameter, state);
            this.update(parameter, gradient, state, group);
            for (const value of tensorsOf(state)) value.keep();
            updated += 1;
          }
        }
      }),
    );
    if (updated === 0) this.#noticeIdleStep();
    this.runStepHooks("behind");
    return loss;
  }

  #noticeIdleStep(): void {
    if (this.#noticed) return;
    this.#noticed = true;
    console.warn(
      `bernoulli: ${this.#name}.step() found no gradient and changed nothing; call loss.backward() between zeroGrad() and step()`,
    );
  }

  /**
   * State and groups in PyTorch's structure and by PyTorch's names, parameters numbered in the order of the groups.
   * The values are the optimizer's own: steps go on changing them, until a `loadStateDict` gives the optimizer others.
   * `clone()` what shall stay.
   * See https://pytorch.org/docs/stable/generated/torch.optim.Optimizer.state_dict.html.
   */
  stateDict(): OptimizerStateDict {
    return saveOptimizerState(this.paramGroups, this.state);
  }

  /**
   * Takes over a copy of what another optimizer's `stateDict()` gave. Nothing changes unless everything fits. Options
   * that this package does not have, such as `foreach`, are passed over.
   * See https://pytorch.org/docs/stable/generated/torch.optim.Optimizer.load_state_dict.html.
   *
   * @throws ArgumentError if groups differ in number or size, if an option is out of range, or if the state is another
   * optimizer's or of another shape than its parameter.
   */
  loadStateDict(stateDict: OptimizerStateDict): void {
    const target: LoadTarget<Options> = {
      owner: this.#name,
      groups: this.paramGroups,
      defaults: this.defaults,
      checkRanges: (options) => this.checkGroup(options),
      initialState: (parameter, options) => this.initialState(parameter, options),
    };
    const { groups, state } = loadOptimizerState(target, stateDict);
    // A state dict may hold what was the state until now. In JavaScript memory it lasts for as long as one does.
    for (const { storage } of this.#stateTensors()) storage.toHost();
    this.state.clear();
    this.paramGroups.splice(0, this.paramGroups.length, ...groups);
    for (const [parameter, values] of state) this.state.set(parameter, values as State);
  }

  /**
   * Forgets the state of all parameters and gives its memory back, which nothing else does when a training run is over.
   * The parameters stay what they are; a further step would start with new state.
   */
  dispose(): void {
    for (const tensor of this.#stateTensors()) tensor.dispose();
    this.state.clear();
  }

  *#stateTensors(): Generator<Tensor> {
    for (const remembered of this.state.values()) yield* tensorsOf(remembered);
  }
}

/** The tensors of what is remembered, in lists too. */
export function tensorsOf(state: ParameterState): Tensor[] {
  return Object.values(state)
    .flat()
    .filter((value) => isTensor(value));
}

/**
 * Brings what is remembered of a parameter to where that was moved, in its dtype, as `loadStateDict` does; PyTorch refuses such a step, or mixes
 * dtypes. A state dict may hold what it was: in JavaScript memory that lasts for as long as one does.
 */
function follow(parameter: Tensor, state: ParameterState): void {
  for (const [name, value] of Object.entries(state)) {
    if (!isTensor(value) || (value.device === parameter.device && value.dtype === parameter.dtype)) continue;
    state[name] = value.to(parameter).keep();
    value.storage.toHost();
  }
}
