// autocast: PyTorch's regions of half precision, for scripts that have them. There is no bfloat16 and no float16 here, so that what runs in a
// region is what runs outside: the dtypes that the tensors have. Nothing is cast.

import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { checkArgument, checkOptions, type Kinds, optionsOf } from "../checks/options.js";
import { warnOnce } from "../checks/warn.js";

export interface AutocastOptions {
  /** What PyTorch would compute in. Default: what the device has there. */
  readonly dtype?: "bfloat16" | "float16" | "float32";
  /** Whether PyTorch would cast in this region. Default true. */
  readonly enabled?: boolean;
  /** Whether PyTorch would remember cast weights. Default true. */
  readonly cacheEnabled?: boolean;
}

const kinds: Kinds<AutocastOptions> = { dtype: "string", enabled: "boolean", cacheEnabled: "boolean" };
const places = ["dtype", "enabled", "cacheEnabled"] as const;
const dtypes = ["bfloat16", "float16", "float32"];

/** The devices that PyTorch has regions for, as far as a script of today names them. */
const deviceTypes = ["cpu", "cuda", "mps", "xpu"];

/**
 * Runs `body` and returns what it returns: PyTorch's `with torch.autocast(device_type, …):`. For `"cuda"` without a GPU, PyTorch
 * disables the region with a warning, and so does this; for `"cpu"` PyTorch computes products in bfloat16, which is not there: here they are float32's,
 * which is said once.
 * See https://pytorch.org/docs/stable/amp.html#torch.autocast.
 *
 * @throws ArgumentError for a device that there is no region for, or an option out of range.
 * @example
 * ```ts
 * import { amp, ones } from "@bernoulli/tensor";
 * amp.autocast("cuda", { dtype: "float16" }, () => ones(2, 2).matmul(ones(2, 2))).dtype; // → "float32"
 * ```
 */
export function autocast<Result>(deviceType: string, body: () => Result): Result;
export function autocast<Result>(deviceType: string, options: AutocastOptions, body: () => Result): Result;
export function autocast<Result>(
  deviceType: string,
  dtype: AutocastOptions["dtype"] | null,
  body: () => Result,
): Result;
export function autocast<Result>(
  deviceType: string,
  dtype: AutocastOptions["dtype"] | null,
  options: boolean | Omit<AutocastOptions, "dtype">,
  body: () => Result,
): Result;
export function autocast<Result>(deviceType: string, ...rest: readonly unknown[]): Result {
  const options = optionsOf<AutocastOptions>("autocast", places, rest.slice(0, -1));
  checkArgument("autocast", "body", rest.at(-1), "function");
  checkOptions("autocast", options, kinds);
  const { dtype, enabled = true } = options;
  checkDeviceType("autocast", deviceType);
  if (dtype !== undefined && !dtypes.includes(dtype))
    throw new ArgumentError(`autocast: dtype must be one of ${dtypes.join(", ")}, but got ${describe(dtype)}`);
  if (enabled) noteDisabled(deviceType, dtype);
  return (rest.at(-1) as () => Result)();
}

/**
 * Whether PyTorch has regions for a device: it has for `"cpu"`. See https://pytorch.org/docs/stable/amp.html#torch.amp.is_autocast_available.
 *
 * @example
 * ```ts
 * import { amp } from "@bernoulli/tensor";
 * amp.isAutocastAvailable("cpu"); // → true
 * ```
 */
export function isAutocastAvailable(deviceType: string): boolean {
  checkArgument("isAutocastAvailable", "deviceType", deviceType, "string");
  return deviceTypes.includes(deviceType);
}

/** Throws unless there are regions, and scalers, for a device. */
export function checkDeviceType(owner: string, deviceType: string): void {
  if (typeof deviceType !== "string")
    throw new ArgumentError(`${owner}: Expected \`device_type\` of type \`str\`, got: ${describe(deviceType)}`);
  if (!deviceTypes.includes(deviceType))
    throw new ArgumentError(`${owner}: User specified an unsupported autocast device_type '${deviceType}'`);
}

function noteDisabled(deviceType: string, dtype: AutocastOptions["dtype"]): void {
  if (deviceType !== "cpu")
    warnOnce(`autocast ${deviceType}`, `autocast: ${deviceType.toUpperCase()} is not available. Disabling autocast.`);
  else if (dtype !== "float32")
    warnOnce(
      "autocast cpu",
      `autocast: there is no ${dtype ?? "bfloat16"} here; what runs in the region is computed in the dtypes that its tensors have`,
    );
}
