// Where initial values come from: the option that all draws share.

import type { Generator } from "@bernoulli/tensor";

export interface InitOptions {
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

export const initOptions = ["generator"] as const satisfies (keyof InitOptions)[];

/** The part of the options that the draws take. */
export function drawing({ generator }: InitOptions): InitOptions {
  return generator === undefined ? {} : { generator };
}
