// Devices by name: which there are, where new tensors are made unless an option says otherwise, and what is said of the others. What a
// device is made of is backends/'s, how tensors get from one to another ops/to.ts's.

import { backends } from "../backends/backends.js";
import { describe } from "../checks/describe.js";
import { DeviceError } from "../checks/errors.js";
import type { Device } from "../memory/storage.js";

/**
 * What may be written where a device is wanted. CUDA's names are among them for what is ported, where `cuda.isAvailable() ? "cuda" : "cpu"`
 * is to compile; used, they are refused.
 */
export type DeviceName = Device | "cuda" | `cuda:${number}`;

export const devices = Object.keys(backends) as readonly Device[];

let defaultDevice: Device = "cpu";

/** The device on which tensors are made. See https://pytorch.org/docs/stable/generated/torch.get_default_device.html. */
export function getDefaultDevice(): Device {
  return defaultDevice;
}

/**
 * Sets the device on which tensors are made: `"cpu"` (WebAssembly), or `"reference"` (plain loops, slow, for checking).
 * See https://pytorch.org/docs/stable/generated/torch.set_default_device.html.
 *
 * @throws DeviceError for a device that is not there.
 */
export function setDefaultDevice(device: DeviceName): void {
  checkDevice("setDefaultDevice", device);
  defaultDevice = device;
}

/**
 * The device of that name. Here a device is its name: what this returns, a tensor's `device` and the text `"cpu"` are the same in every
 * option and every comparison, so that it is only needed for text from elsewhere, which it checks.
 * See https://pytorch.org/docs/stable/tensor_attributes.html#torch.device.
 *
 * @throws DeviceError for a device that is not there, `"cuda"` among them.
 * @example
 * ```ts
 * import { cuda, device, zeros } from "@bernoulli/tensor";
 * const where = device(cuda.isAvailable() ? "cuda" : "cpu");
 * where; // → "cpu"
 * zeros(2, { device: where }).device === where; // → true
 * ```
 */
// The second member only has editors offer the first.
export function device(name: DeviceName | (string & {})): Device {
  checkDevice("device", name);
  return name;
}

/** The device that an option names; the default one where it names none. */
export function deviceOf(op: string, name: DeviceName | undefined): Device {
  if (name === undefined) return defaultDevice;
  checkDevice(op, name);
  return name;
}

/** Throws unless `device` is one. */
export function checkDevice(op: string, device: string): asserts device is Device {
  if (isDevice(device)) return;
  if (isDeviceName(device)) throw noCuda(op, device);
  throw new DeviceError(`${op}: unknown device ${describe(device)}; take one of ${devices.join(", ")}`);
}

function isDevice(value: unknown): value is Device {
  return typeof value === "string" && Object.hasOwn(backends, value);
}

export function isDeviceName(value: unknown): value is DeviceName {
  return isDevice(value) || (typeof value === "string" && /^cuda(:\d+)?$/.test(value));
}

/** What is said where CUDA is asked for. */
export function noCuda(op: string, name: string): DeviceError {
  return new DeviceError(
    `${op}: there is no CUDA here, so no device ${describe(name)}; take "cpu", or ask before: device(cuda.isAvailable() ? "cuda" : "cpu")`,
  );
}
