// The optimizers' steps of the reference backend: element by element, each intermediate rounded to the dtype as if it were
// stored, as the ops are of which PyTorch makes a step.

import type { Kernel, Operand } from "../kernels.js";
import { count, reader, writer } from "./elements.js";

const roundingOf = ({ dtype }: Operand): ((x: number) => number) => (dtype === "float32" ? Math.fround : (x) => x);

export const adamStep: Kernel<"adamStep"> = ([parameter, gradient, average, squares], [output], attributes) => {
  const round = roundingOf(output as Operand);
  const [beta1, beta2, rest1, rest2] = [
    ...[attributes.beta1, attributes.beta2],
    ...[1 - attributes.beta1, 1 - attributes.beta2],
  ].map(round) as [number, number, number, number];
  const [decay, root, eps, size] = [
    ...[attributes.weightDecay, attributes.correction2Root],
    ...[attributes.eps, -attributes.stepSize],
  ].map(round) as [number, number, number, number];
  const [p, g, m, v] = [parameter, gradient, average, squares].map(reader) as ReturnType<typeof reader>[];
  const [writeP, writeM, writeV] = [output, average as Operand, squares as Operand].map(writer);
  for (let at = 0; at < count(output); at++) {
    let direction = attributes.maximize ? -g!(at) : g!(at);
    if (attributes.weightDecay !== 0) direction = round(direction + round(decay * p!(at)));
    const newM = round(round(m!(at) * beta1) + round(rest1 * direction));
    const newV = round(round(v!(at) * beta2) + round(round(rest2 * direction) * direction));
    const denominator = round(round(round(Math.sqrt(newV)) / root) + eps);
    writeM!(at, newM);
    writeV!(at, newV);
    writeP!(at, p!(at) + round(round(size * newM) / denominator));
  }
};

export const sgdStep: Kernel<"sgdStep"> = ([parameter, gradient, buffer], [output], attributes) => {
  const round = roundingOf(output as Operand);
  const { lr, weightDecay, momentum, dampening, nesterov, maximize } = attributes;
  const [rate, decay, kept, rest] = [-lr, weightDecay, momentum, 1 - dampening].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const [p, g, b] = [parameter, gradient, buffer].map(reader) as ReturnType<typeof reader>[];
  const [writeP, writeB] = [output, buffer as Operand].map(writer);
  for (let at = 0; at < count(output); at++) {
    let direction = maximize ? -g!(at) : g!(at);
    if (weightDecay !== 0) direction = round(direction + round(decay * p!(at)));
    const newB = round(round(b!(at) * kept) + round(rest * direction));
    writeB!(at, newB);
    if (nesterov) direction = round(direction + round(kept * newB));
    else direction = newB;
    writeP!(at, p!(at) + round(rate * direction));
  }
};
