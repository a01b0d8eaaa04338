// What looks at a graph as it is recorded and walked, if anybody does. Who does is anomaly.ts's.

import type { Tensor } from "../tensor/tensor.js";
import type { GradNode } from "./node.js";

export interface Anomalies {
  /** A computation is recorded. */
  note(node: GradNode): void;
  /** A recorded computation has run. */
  made?(name: string, inputs: readonly (Tensor | null)[], outputs: readonly Tensor[]): void;
  /** A computation has given its inputs' gradients. */
  check(node: GradNode, results: readonly (Tensor | null)[]): void;
}

let current: Anomalies | null = null;

export function anomalies(): Anomalies | null {
  return current;
}

export function setAnomalies(value: Anomalies | null): void {
  current = value;
}
