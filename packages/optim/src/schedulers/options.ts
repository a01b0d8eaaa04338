// Options of schedulers, by name or in PyTorch's order.

import { ArgumentError, checkOptions, type Kind, type Kinds, optionsOf } from "@bernoulli/tensor";

/**
 * The options out of the arguments behind the optimizer; `required` ones must be there.
 *
 * @throws ArgumentError for one that is unknown, of another kind, or missing.
 */
export function readOptions<Options extends object>(
  owner: string,
  kinds: Kinds<Options>,
  names: readonly (keyof Options & string)[],
  given: readonly unknown[],
  required: readonly (keyof Options & string)[] = [],
): Partial<Options> {
  const options = optionsOf<Options>(owner, names, given);
  checkOptions(owner, options, kinds as Readonly<Record<string, Kind>>);
  const missing = required.find((name) => options[name] === undefined);
  if (missing !== undefined)
    throw new ArgumentError(`${owner}: missing 1 required argument: ${missing}, behind the optimizer or by name`);
  return options;
}
