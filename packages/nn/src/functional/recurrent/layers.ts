// Layers of recurrent cells, one above the other, in one direction or both, over packed data.

import { cat, dropout, type Generator, hasMaskSource, stack, type Tensor } from "@bernoulli/tensor";
import type { CellName, Weights } from "./cells.js";
import { pass, stepsOf } from "./pass.js";

export interface Stack {
  readonly cell: CellName;
  /** Layer by layer, of each forwards and, where it runs both ways, backwards. */
  readonly weights: readonly Weights[];
  readonly isBidirectional: boolean;
  /** The share of outputs that is thrown out between layers. */
  readonly dropout: number;
  readonly isTraining: boolean;
  readonly generator: Generator | null;
}

export interface StackState {
  /** (layers · directions, batch, hidden). */
  readonly h: Tensor;
  readonly c: Tensor | null;
}

/**
 * Runs all layers over packed data, (all rows, input), of which a time step has as many rows as `batchSizes` says. Gives the last
 * layer's outputs, (all rows, directions · hidden), and the states at the end, (layers · directions, batch, hidden).
 */
export function runLayers(
  layers: Stack,
  batchSizes: readonly number[],
  input: Tensor,
  initial: StackState,
): { readonly output: Tensor } & StackState {
  const { cell, weights, isBidirectional, isTraining, generator } = layers;
  const directions = isBidirectional ? [false, true] : [false];
  const orders = directions.map((isReversed) => stepsOf(batchSizes, isReversed));
  const [hs, cs]: [Tensor[], Tensor[]] = [[], []];
  let data = input;
  for (let layer = 0; layer < weights.length / directions.length; layer++) {
    const outputs = orders.map((order, direction) => {
      const at = layer * directions.length + direction;
      const state = { h: initial.h.select(0, at), c: initial.c?.select(0, at) ?? null };
      const { output, h, c } = pass(cell, order, data, state, weights[at]!);
      hs.push(h);
      if (c !== null) cs.push(c);
      return output;
    });
    data = outputs.length === 1 ? outputs[0]! : cat(outputs, -1);
    const isLast = layer === weights.length / directions.length - 1;
    if (layers.dropout > 0 && isTraining && !isLast)
      data = dropped(data, batchSizes, { p: layers.dropout, ...(generator === null ? {} : { generator }) });
  }
  return { output: data, h: joinStates(hs), c: cs.length === 0 ? null : joinStates(cs) };
}

/**
 * The draws are those of the packed rows. Who gives masks in their place is asked for samples in front, where all have as many steps: the view
 * lies as the rows do.
 */
function dropped(
  data: Tensor,
  batchSizes: readonly number[],
  options: { readonly p: number; readonly generator?: Generator },
): Tensor {
  const [first] = batchSizes;
  if (!hasMaskSource() || batchSizes.some((size) => size !== first))
    return dropout(data, { ...options, training: true });
  const samples = data.view(batchSizes.length, first!, -1).transpose(0, 1);
  return dropout(samples, { ...options, training: true })
    .transpose(0, 1)
    .reshape(data.shape);
}

function joinStates(states: readonly Tensor[]): Tensor {
  return states.length === 1 ? states[0]!.unsqueeze(0) : stack(states, 0);
}
