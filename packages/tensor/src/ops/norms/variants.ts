// Ops in variants: each is made when it is first asked for, and once.

/** @__NO_SIDE_EFFECTS__ */
export function once<Flags extends readonly (boolean | string)[], Made>(
  make: (...flags: Flags) => Made,
): (...flags: Flags) => Made {
  const made = new Map<string, Made>();
  return (...flags) => {
    const key = flags.join();
    let own = made.get(key);
    if (own === undefined) {
      own = make(...flags);
      made.set(key, own);
    }
    return own;
  };
}

/** Those that are there, in their order. */
export function present<Given>(...all: readonly (Given | null | false)[]): Given[] {
  return all.filter((one): one is Given => one !== null && one !== false);
}
