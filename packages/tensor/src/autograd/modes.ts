// The two flags that say whether computations are recorded. What sets them, and for how long, is grad-mode.ts's.

export const modes = { enabled: true, inference: false };

/** Whether computations go into the graph. */
export function isRecording(): boolean {
  return modes.enabled && !modes.inference;
}
