// The flags that say whether computations are recorded, and whether for a transform of func, which may read what inference made. What
// sets them, and for how long, is grad-mode.ts's.

export const modes = { enabled: true, inference: false, transforming: false };

/** Whether computations go into the graph. */
export function isRecording(): boolean {
  return modes.enabled && !modes.inference;
}
