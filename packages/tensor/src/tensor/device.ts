// Where new tensors are made, unless an option says otherwise. What a device is made of is backends/'s.

import { backends } from "../backends/backends.js";
import { describe } from "../checks/describe.js";
import { DeviceError } from "../checks/errors.js";
import type { Device } from "../memory/storage.js";

let defaultDevice: Device = "cpu";

export function getDefaultDevice(): Device {
  return defaultDevice;
}

/** Sets the device on which tensors are made: `"cpu"` (WebAssembly), or `"reference"` (plain loops, slow, for checking). */
export function setDefaultDevice(device: Device): void {
  checkDevice("setDefaultDevice", device);
  defaultDevice = device;
}

/** Throws unless `device` is one. */
export function checkDevice(op: string, device: string): asserts device is Device {
  if (typeof device === "string" && Object.hasOwn(backends, device)) return;
  throw new DeviceError(`${op}: unknown device ${describe(device)}; take one of ${Object.keys(backends).join(", ")}`);
}
