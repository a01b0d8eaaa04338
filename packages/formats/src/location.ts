// Where what is read from files comes to lie.

import { ArgumentError, type Device, type DeviceName, describe, placementOf } from "@bernoulli/tensor";

export interface LoadOptions {
  /** Where the tensors are made. Default: the default device. */
  readonly device?: DeviceName;
  /** The same by the name that it has in `torch.load`; a device, where all of the file's tensors come to lie. */
  readonly mapLocation?: DeviceName;
}

/**
 * The device that the options name, if any.
 *
 * @throws DeviceError for one that is not there; ArgumentError for two, and for PyTorch's other kinds of `map_location`.
 */
export function locationOf(owner: string, { device, mapLocation }: LoadOptions): Device | null {
  if (mapLocation !== undefined && typeof mapLocation !== "string")
    throw new ArgumentError(
      `${owner}: mapLocation must be a device, but got ${describe(mapLocation)}; all tensors of a file come to one, so take { mapLocation: "cpu" }`,
    );
  if (device !== undefined && mapLocation !== undefined && device !== mapLocation)
    throw new ArgumentError(
      `${owner}: got device ${describe(device)} and mapLocation ${describe(mapLocation)}, which are two names of one option; give one`,
    );
  const name = device ?? mapLocation;
  return name === undefined ? null : placementOf(owner, [{ device: name }]).device;
}
