// Prints plans: what runs, in which order, and what was fused.

import { checkOptions } from "../checks/options.js";
import { markedBy } from "../door/profile.js";
import { reachesOut } from "./graph.js";
import { heldAtMost, heldLines, shown } from "./held.js";
import type { Plan } from "./run.js";
import type { ReadFor } from "./trace.js";

export interface ExplainOptions {
  /** Whether to say below each step that fuses nothing why. Default false. */
  readonly why?: boolean;
  /** Whether to list, behind each plan, what is held when it holds the most: made by which step, for how long, in which shape. Default false. */
  readonly memory?: boolean;
}

/** `uses`: how often a plan was wanted. */
export function explainPlans(plans: readonly Plan[], uses: number, options: ExplainOptions = {}): string {
  checkOptions("explain", options, { why: "boolean", memory: "boolean" });
  if (uses === 0) return "no plan yet: no call has computed anything, but for those inside other compiled functions";
  return plans.map((plan, at) => `plan ${at + 1} of ${plans.length}\n${explainPlan(plan, options)}`).join("\n\n");
}

const reasonsToRead: { readonly [What in ReadFor]: string } = {
  shape: "whose shape depends on values: it reads them here, and what comes behind is planned apart",
  turn: "which others outside see: what was recorded before it and they see too has its turn first",
  values: "which reads values here; what comes behind is planned apart",
};

/** An optimizer's step gives as many results as there are parameters. */
const mostShapes = 3;

function explainPlan(plan: Plan, { why = false, memory = false }: ExplainOptions): string {
  const { graph, schedule, endedBy } = plan;
  const rows = schedule.steps.map(({ name, nodes, gives, isKernel }, at) => {
    const shapes = gives.slice(0, mostShapes).map(shown);
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
  const held = memory ? heldLines(plan) : [];
  const most = heldAtMost(plan).bytes;
  return [...lines, summary(graph.nodes.length, schedule.steps.length, most), ...ends, ...held].join("\n");
}

/** Why a step is one node's own kernel. */
function reasonsOf({ graph, schedule }: Pick<Plan, "graph" | "schedule">, at: number): readonly string[] {
  const [node] = schedule.steps[at]!.nodes as readonly [number];
  const { kernel, outputs } = graph.nodes[node]!;
  if (reachesOut(graph.nodes[node]!)) return ["others outside see it: it runs by itself, in its turn"];
  if (kernel.by === "reference") return [`the device has no kernel of its own for ${outputs[0]!.dtype} here`];
  const refused = schedule.refused.get(node) ?? [];
  return refused.length === 0
    ? [`no fusion of the device is of this op${outputs[0]!.dtype === "float64" ? " of float64" : ""}`]
    : [...new Set(refused.map(({ why }) => why()))];
}

function summary(ops: number, steps: number, bytes: number): string {
  return `${ops} ops in ${steps} steps; values take up to ${(bytes / 2 ** 20).toFixed(1)} MiB at once`;
}
