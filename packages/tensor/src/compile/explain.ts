// Prints plans: what runs, in which order, and what was fused.

import { checkOptions } from "../checks/options.js";
import { markedBy } from "../door/profile.js";
import { liesChannelsLast } from "./layouts/layout.js";
import type { Plan } from "./run.js";
import type { ReadFor } from "./trace.js";

export interface ExplainOptions {
  /** Whether to say below each step that fuses nothing why. Default false. */
  readonly why?: boolean;
}

/** `uses`: how often a plan was wanted. */
export function explainPlans(plans: readonly Plan[], uses: number, options: ExplainOptions = {}): string {
  checkOptions("explain", options, { why: "boolean" });
  if (uses === 0) return "no plan yet: no call has computed anything, but for those inside other compiled functions";
  return plans
    .map((plan, at) => `plan ${at + 1} of ${plans.length}\n${explainPlan(plan, options.why === true)}`)
    .join("\n\n");
}

const reasonsToRead: { readonly [What in ReadFor]: string } = {
  shape: "whose shape depends on values: it reads them here, and what comes behind is planned apart",
  values: "which reads values here; what comes behind is planned apart",
};

/** An optimizer's step gives as many results as there are parameters. */
const mostShapes = 3;

function explainPlan({ graph, schedule, endedBy }: Plan, why: boolean): string {
  const rows = schedule.steps.map(({ name, nodes, gives, isKernel }, at) => {
    const shapes = gives.slice(0, mostShapes).map((view) => {
      return `[${view.shape.join(", ")}]${liesChannelsLast(view) ? " channels last" : ""}`;
    });
    if (gives.length > mostShapes) shapes.push(`… ${gives.length} in all`);
    const fusedBy = schedule.fusedBy[at];
    const fused = fusedBy === null ? "" : `${nodes.length} ${nodes.length === 1 ? "op" : "ops"}: ${fusedBy}`;
    const marked = isKernel ? markedBy(name, graph.nodes[nodes[0]!]!.kernel.by) : name;
    return [String(at + 1), marked, shapes.join(", "), fused];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.flatMap(([place, name, shapes, ops], at) => {
    const line = `${place!.padStart(widths[0]!)}  ${name!.padEnd(widths[1]!)}  ${shapes!.padEnd(widths[2]!)}  ${ops}`;
    const reasons = why && schedule.steps[at]!.isKernel ? reasonsOf({ graph, schedule }, at) : [];
    return [line.trimEnd(), ...reasons.map((reason) => `${" ".repeat(widths[0]! + 2)}alone: ${reason}`)];
  });
  const ends = [...endedBy].map(([op, what]) => `ended by ${op}, ${reasonsToRead[what]}`);
  return [...lines, summary(graph.nodes.length, schedule.steps.length, peakBytes({ graph, schedule })), ...ends].join(
    "\n",
  );
}

/** Why a step is one node's own kernel. */
function reasonsOf({ graph, schedule }: Pick<Plan, "graph" | "schedule">, at: number): readonly string[] {
  const [node] = schedule.steps[at]!.nodes as readonly [number];
  const { kernel, outputs } = graph.nodes[node]!;
  if (kernel.by === "reference") return [`the device has no kernel of its own for ${outputs[0]!.dtype} here`];
  const refused = schedule.refused.get(node) ?? [];
  return refused.length === 0
    ? [`no fusion of the device is of this op${outputs[0]!.dtype === "float64" ? " of float64" : ""}`]
    : [...new Set(refused.map(({ why }) => why()))];
}

function summary(ops: number, steps: number, bytes: number): string {
  return `${ops} ops in ${steps} steps; values take up to ${(bytes / 2 ** 20).toFixed(1)} MiB at once`;
}

/** The most that made values take at one time. */
function peakBytes({ graph, schedule }: Pick<Plan, "graph" | "schedule">): number {
  const bytesOf = (value: number) =>
    graph.values[value]?.byteLength ?? schedule.extraBytes[value - graph.values.length]!;
  let [now, most] = [0, 0];
  for (const at of schedule.steps.keys()) {
    for (const value of schedule.begins[at]!) now += bytesOf(value);
    most = Math.max(most, now);
    for (const value of schedule.ends[at]!) now -= bytesOf(value);
  }
  return most;
}
