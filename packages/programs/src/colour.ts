// Whether text is to be in colour: where a terminal shows it and nobody refuses it.

/**
 * As Node itself decides it: `FORCE_COLOR` comes first (`0` refuses), then `NO_COLOR`, then whether the stream is a terminal that has
 * colours. Empty ones count as none, which Node takes for 1. See https://no-color.org and https://nodejs.org/api/tty.html#writestreamgetcolordepthenv.
 */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const force = environment["FORCE_COLOR"];
  if (force) return force !== "0" && force !== "false";
  return stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}
