// Sums over ranks with a gradient, for layers that see the batches of all ranks: what nn's SyncBatchNorm asks of its process group.

import type { ProcessGroup } from "@bernoulli/nn";
import { autograd, noGrad, type Tensor } from "@bernoulli/tensor";
import { reduceAll } from "./bundles.js";
import type { OpenWorld } from "./world.js";

/** The sum over all ranks; its gradient is the sum over all ranks of what arrives, since each rank's loss depends on it. */
class SumOverRanks extends autograd.Function {
  static forward(context: autograd.FunctionContext, input: Tensor, world: OpenWorld): Tensor {
    context["world"] = world;
    return summed(input, world);
  }

  static backward(context: autograd.FunctionContext, grad: Tensor): [Tensor, null] {
    return [summed(grad, context["world"] as OpenWorld), null];
  }
}

function summed(input: Tensor, world: OpenWorld): Tensor {
  return noGrad(() => {
    const result = input.detach().clone().contiguous();
    reduceAll(world, "SyncBatchNorm's statistics", [result], "sum");
    return result;
  });
}

export function statisticsOf(world: OpenWorld): ProcessGroup {
  return { worldSize: world.worldSize, sum: (input) => SumOverRanks.apply(input, world) as Tensor };
}
