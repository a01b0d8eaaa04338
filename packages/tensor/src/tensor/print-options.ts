// How tensors are printed: PyTorch's options, which print.ts reads.

import { describe } from "../checks/describe.js";
import { ArgumentError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";

export interface PrintOptions {
  /** Digits behind the point. Default 4. */
  readonly precision?: number;
  /** A tensor of more elements shows its edges alone. Default 1000. */
  readonly threshold?: number;
  /** How many elements each edge has. Default 3. */
  readonly edgeitems?: number;
  /** After how many characters a line breaks. Default 80. */
  readonly linewidth?: number;
  /** All of them at once, of which the others overwrite some: "default", "short" (two digits, two elements) or "full" (no threshold). */
  readonly profile?: "default" | "short" | "full";
  /** Whether numbers have exponents. Default, and what every call without it goes back to: where their range is wide. */
  readonly sciMode?: boolean | null;
}

type Numbers = Required<Omit<PrintOptions, "profile" | "sciMode">>;

const profiles: { readonly [Profile in "default" | "short" | "full"]: Numbers } = {
  default: { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80 },
  short: { precision: 2, threshold: 1000, edgeitems: 2, linewidth: 80 },
  full: { precision: 4, threshold: Number.POSITIVE_INFINITY, edgeitems: 3, linewidth: 80 },
};

let current: (Numbers & { readonly sciMode: boolean | null }) | null = null;

/** As they are. @internal */
export function printOptions(): NonNullable<typeof current> {
  current ??= { ...profiles.default, sciMode: null };
  return current;
}

const least: Numbers = { precision: 0, threshold: 0, edgeitems: 1, linewidth: 1 };

/**
 * Says how tensors are printed from now on. What is not named stays as it is, but for `sciMode`.
 * See https://pytorch.org/docs/stable/generated/torch.set_printoptions.html.
 *
 * @throws ArgumentError for an unknown option or profile, or a number that is none.
 * @example
 * ```ts
 * import { setPrintoptions, tensor } from "@bernoulli/tensor";
 * setPrintoptions({ precision: 2 });
 * String(tensor([1.12345])); // → tensor([1.12])
 * setPrintoptions({ profile: "default" });
 * String(tensor([1.12345])); // → tensor([1.1235])
 * ```
 */
export function setPrintoptions(options: PrintOptions): void {
  checkOptions("setPrintoptions", options, [...(Object.keys(least) as (keyof Numbers)[]), "profile", "sciMode"]);
  const { profile, sciMode = null, ...numbers } = options;
  if (profile !== undefined && !Object.hasOwn(profiles, profile))
    throw new ArgumentError(
      `setPrintoptions: profile must be "default", "short" or "full", but got ${describe(profile)}`,
    );
  for (const [name, value] of Object.entries(numbers)) {
    const isCount = Number.isInteger(value) || (name === "threshold" && value === Number.POSITIVE_INFINITY);
    if (!isCount || value < least[name as keyof Numbers])
      throw new ArgumentError(
        `setPrintoptions: ${name} must be an integer from ${least[name as keyof Numbers]} on, but got ${describe(value)}`,
      );
  }
  if (sciMode !== null && typeof sciMode !== "boolean")
    throw new ArgumentError(`setPrintoptions: sciMode must be true, false or null, but got ${describe(sciMode)}`);
  current = { ...printOptions(), ...(profile === undefined ? {} : profiles[profile]), ...numbers, sciMode };
}
