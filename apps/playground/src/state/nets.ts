// The two nets that are compared.

export const netNames = ["dropout", "plain"] as const;
export type NetName = (typeof netNames)[number];
/** One of each net. */
export type OfBoth<Value> = { readonly [Name in NetName]: Value };
