// to, cpu and cuda: the same values in another dtype, or on another device. How elements get there is door/move.ts's.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, type Kinds, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { move } from "../../door/move.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Device } from "../../memory/storage.js";
import { checkDevice, type DeviceName, devices, isDeviceName, noCuda } from "../../tensor/device.js";
import { checkDType, type DType, dtypes, isDType } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "./clone.js";

const toOp = defineOp({
  extra: attributes<{ readonly dtype: DType }>(),
  name: "to",
  inputs: ["input"],
  kernel: kernels.copy,
  infer: ([{ shape }], { dtype }) => [{ shape, dtype }],
  backward: ({ grad, inputs: [input] }): Gradients => [to(grad, input.dtype)],
});

export interface ToOptions {
  /** Default: where it is. */
  readonly device?: DeviceName;
  /** Default: the one that it has. */
  readonly dtype?: DType;
  /** Accepted for PyTorch's sake: when the call returns, the elements are there. */
  readonly nonBlocking?: boolean;
  /** Whether to make a copy where nothing else asks for one. Default false. */
  readonly copy?: boolean;
}

type Rest = Positional<Pick<ToOptions, "nonBlocking" | "copy">, ["nonBlocking", "copy"]>;
type RestBehindDevice = Positional<Omit<ToOptions, "device">, ["dtype", "nonBlocking", "copy"]>;

/** What may stand behind the tensor: PyTorch's overloads. */
export interface ToMethod {
  /** In another dtype, or another tensor's dtype and on its device. */
  (dtypeOrOther: DType | Tensor, ...rest: Rest): Tensor;
  /** On a device, and in another dtype where one is given. */
  (device: DeviceName, ...rest: RestBehindDevice): Tensor;
  (options: ToOptions): Tensor;
}

/**
 * The input in another dtype, on another device, or both; the input itself where it is there and has it. As in PyTorch: `to(dtype)`,
 * `to(device)`, `to(device, dtype)`, `to(other)` for another tensor's dtype and device, or all by name. Gradients go back to the input's
 * dtype and device. Floats become integers by truncation, int32's least where they are beyond it, and anything that is not zero becomes true.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.to.html.
 *
 * @throws DTypeError for what is neither dtype nor device; DeviceError for a device that is not there, `"cuda"` among them; ArgumentError
 * for other arguments than these.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.9, -1.9]).to("int32").toArray(); // → [1, -1]
 * const x = tensor([1, 2]).to("reference", "float64");
 * [x.device, x.dtype]; // → ["reference", "float64"]
 * ```
 */
export function to(input: Tensor, dtypeOrOther: DType | Tensor, ...rest: Rest): Tensor;
export function to(input: Tensor, device: DeviceName, ...rest: RestBehindDevice): Tensor;
export function to(input: Tensor, options: ToOptions): Tensor;
export function to(input: Tensor, ...given: readonly unknown[]): Tensor {
  checkTensor("to", "input", input);
  // Ops convert their operands at each call, most of them in vain.
  const [first] = given;
  if (given.length === 1 && isDType(first)) return inDType(input, first);
  if (given.length === 1 && isTensor(first) && first.dtype === input.dtype && first.device === input.device)
    return input;
  const { device, dtype, copy } = placementOf("to", given);
  const converted = inDType(input, dtype ?? input.dtype);
  if (device === null || device === input.device) return copy && converted === input ? clone(input) : converted;
  try {
    return move(converted, device);
  } finally {
    if (converted !== input) converted.dispose();
  }
}

function inDType(input: Tensor, dtype: DType): Tensor {
  return input.dtype === dtype ? input : apply(toOp, [input], { dtype });
}

/**
 * The input on the CPU: itself where it is there. See https://pytorch.org/docs/stable/generated/torch.Tensor.cpu.html.
 *
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2, { device: "reference" }).cpu().device; // → "cpu"
 * ```
 */
export function cpu(input: Tensor): Tensor {
  return to(input, "cpu");
}

/**
 * There is no GPU here: `x.to(device)` with a device of `cuda.isAvailable() ? "cuda" : "cpu"` runs in both worlds.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.cuda.html.
 *
 * @throws DeviceError always.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2).cuda(); // throws cuda: there is no CUDA here
 * ```
 */
export function cuda(
  input: Tensor,
  _device?: number | DeviceName,
  _options?: { readonly nonBlocking?: boolean },
): Tensor {
  checkTensor("cuda", "input", input);
  throw noCuda("cuda", "cuda");
}

/** What a `to` was asked for; null where it was not. */
export interface Placement {
  readonly device: Device | null;
  readonly dtype: DType | null;
  readonly copy: boolean;
}

const toKinds: Kinds<ToOptions> = { device: "anything", dtype: "anything", nonBlocking: "boolean", copy: "boolean" };
const { copy: _, ...moduleKinds } = toKinds;

/**
 * Reads the arguments of a tensor's `to`, or of a module's, which knows no `copy`.
 *
 * @throws as {@link to} does.
 */
export function placementOf(owner: string, given: readonly unknown[], isModule = false): Placement {
  const [first, ...rest] = given;
  const options = optionsFrom(owner, first, rest, isModule ? [] : ["copy"]);
  checkOptions(owner, options, isModule ? moduleKinds : toKinds);
  const { device, dtype, copy = false } = options;
  if (dtype !== undefined) checkDType(owner, dtype);
  if (device !== undefined) checkDevice(owner, device);
  return { device: device ?? null, dtype: dtype ?? null, copy };
}

function optionsFrom(owner: string, first: unknown, rest: readonly unknown[], more: readonly "copy"[]): ToOptions {
  const behind = (names: readonly (keyof ToOptions)[], options: ToOptions): ToOptions => {
    const known = [...names, ...more];
    const others = optionsOf<ToOptions>(owner, known, rest);
    checkOptions(owner, others, known);
    return { ...others, ...options };
  };
  if (isTensor(first)) return behind(["nonBlocking"], { device: first.device, dtype: first.dtype });
  if (isDType(first)) return behind(["nonBlocking"], { dtype: first });
  if (isDeviceName(first)) return behind(["dtype", "nonBlocking"], { device: first });
  const names = [`a dtype (${dtypes.join(", ")})`, `a device (${devices.join(", ")})`] as const;
  if (typeof first === "string") throw new DTypeError(`${owner}: ${describe(first)} is neither ${names.join(" nor ")}`);
  if (typeof first === "object" && first !== null && !Array.isArray(first) && rest.length === 0) return first;
  throw new ArgumentError(
    `${owner}: expected ${names.join(", ")}, a Tensor to be like, or { ${["device", "dtype", "nonBlocking", ...more].join(", ")} }, but got ${describe(first)}`,
  );
}
