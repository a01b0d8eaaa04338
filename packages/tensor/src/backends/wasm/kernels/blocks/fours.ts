// Emits code that goes through channels a vector at a time, whatever their number. What is done with them is the callers' affair.

import type { FunctionBuilder } from "../../assembler/index.js";

/** Runs `body` for four channels at a time, and for those that are left: it is emitted once for each. */
export function forFours(f: FunctionBuilder, channels: number, body: (count: number) => void): void {
  f.repeat(Math.floor(channels / 4), () => body(4));
  if (channels % 4 > 0) body(channels % 4);
}
