// Numbers for tests, the same in every run. Not the library's generators: those are themselves under test.

/** Numbers in [0, 1), by xorshift32 from a seed or a name. */
export function seeded(seed: number | string): () => number {
  let state = typeof seed === "number" ? seed * 2654435761 : 0;
  if (typeof seed === "string") for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619);
  state = (state >>> 0) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // The first numbers of small seeds are alike.
  for (let skipped = 0; skipped < 8; skipped++) next();
  return next;
}
