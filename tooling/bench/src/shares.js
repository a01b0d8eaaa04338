// Where the time of a known net's compiled training step goes: its ops by name, the time of each run of one the least of several steps, in
// milliseconds of the processor, so that a machine with other things to do can tell.

import { compile, manualSeed, profile, scope } from "bernoulli";
import { knownNets } from "./known-nets.js";
import { optimizers } from "./optimizers.js";
import { knownTraining } from "./workloads.js";

const warmup = 6;
const steps = 5;

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** `{ name, calls, milliseconds, flops }` of each op, those that take longest first. */
export function sharesOf(net) {
  const [, optimizer, batch] = knownTraining.find(([name]) => name === net);
  manualSeed(0);
  const step = compile(knownNets[net].step(optimizers[optimizer], batch), { keepGrads: false });
  for (let at = 0; at < warmup; at++) scope(() => void step());
  const clock = performance.now;
  performance.now = processorTime;
  try {
    const seen = Array.from({ length: steps }, () => scope(() => profile(() => void step())).events);
    const ops = new Map();
    for (const [at, { name, flops }] of seen[0].entries()) {
      const op = ops.get(name) ?? { name, calls: 0, milliseconds: 0, flops: 0 };
      op.calls += 1;
      op.flops += flops;
      op.milliseconds += Math.min(...seen.map((events) => events[at].milliseconds));
      ops.set(name, op);
    }
    return [...ops.values()].sort((a, b) => b.milliseconds - a.milliseconds);
  } finally {
    performance.now = clock;
  }
}

/** A table in Markdown of the ops that take a fiftieth of a step or more. */
export function sharesTable(net) {
  const ops = sharesOf(net);
  const whole = ops.reduce((total, { milliseconds }) => total + milliseconds, 0);
  const row = (name, calls, milliseconds, flops) =>
    `| ${name} | ${calls} | ${milliseconds.toFixed(1)} | ${((100 * milliseconds) / whole).toFixed(1)} % | ${flops === 0 ? "" : (flops / milliseconds / 1e6).toFixed(1)} |`;
  const long = ops.filter(({ milliseconds }) => milliseconds >= whole / 50);
  const rest = ops.slice(long.length);
  const sum = (of) => rest.reduce((total, op) => total + of(op), 0);
  return [
    `| ${net} | runs | ms | share | GFLOP/s |`,
    "| --- | --- | --- | --- | --- |",
    ...long.map(({ name, calls, milliseconds, flops }) => row(name, calls, milliseconds, flops)),
    row(
      `${rest.length} others`,
      sum(({ calls }) => calls),
      sum(({ milliseconds }) => milliseconds),
      0,
    ),
  ].join("\n");
}
