// What steps do between layers, as people write it: writes in place and to slices, parts without gradients, other dtypes, what is kept
// from call to call, read, returned in the middle, computed again, disposed of. Each gives a tensor of the shape that it takes.
// Holds no tests.

import { checkpoint } from "@bernoulli/tensor/checkpoint";
import {
  autograd,
  cat,
  dropout,
  F,
  full,
  func,
  noGrad,
  ones,
  rand,
  randn,
  randperm,
  scope,
  stack,
  type Tensor,
  tensor,
  where,
  zerosLike,
} from "../index.js";
import type { Maker } from "./world.testing.js";

/** Without draws of a tensor's generator, and without what is told. */
const quiet: readonly ((x: Tensor) => Tensor)[] = [
  (x) => x.mul(0.7).tanh(),
  (x) => F.gelu(x).add(0.1),
  (x) => x.sub(x.mean(-1, { keepdim: true })).relu(),
  (x) => x.softmax(-1).mul(x),
  (x) => x.abs().add(0.2).sqrt().mul(x.sign()),
];

/** A user's own, which saves what it gives. */
class Squashed extends autograd.Function {
  static forward(context: autograd.FunctionContext, x: Tensor): Tensor {
    const y = x.tanh().mul(1.2);
    context.saveForBackward(y);
    return y;
  }
  static backward(context: autograd.FunctionContext, gradient: Tensor): Tensor {
    const [y] = context.savedTensors as [Tensor];
    return gradient.mul(y.div(1.2).square().neg().add(1)).mul(1.2);
  }
}

const half = (size: number) => Math.max(1, size >> 1);

/** Writes to a tensor that no backward has read yet. */
const writes: readonly ((y: Tensor, x: Tensor) => void)[] = [
  (y, x) => void y.narrow(1, 0, half(y.size(1))).copy_(x.narrow(1, 0, half(y.size(1))).mul(0.5)),
  (y) => void y.select(1, 0).mul_(0.5),
  (y) => void y.narrow(0, 0, 1).fill_(0.25),
  (y, x) => void y.add_(x.tanh(), { alpha: 0.3 }),
  (y) => void y.mul_(0.9).add_(0.1).relu_(),
  (y, x) => void y.maskedFill_(x.detach().gt(1), 0.5),
  (y, x) => void y.select(1, y.size(1) - 1).copy_(x.select(1, 0)),
  (y) => void y.flatten().narrow(0, 1, 2).zero_(),
  (y, x) => void y.transpose(1, -1).add_(x.transpose(1, -1), { alpha: 0.1 }),
  (y, x) => {
    const part = y.narrow(-1, 0, half(y.size(-1)));
    part.addcmul_(x.narrow(-1, 0, half(y.size(-1))), x.narrow(-1, 0, half(y.size(-1))), { value: 0.1 });
    part.clamp_({ min: -2, max: 2 });
  },
  (y) => void y.flip([1]).mul_(2),
  (y, x) => void y.copy_(x.flip([0])),
  (y) => void y.detach().mul_(0.8),
  (y) => void noGrad(() => y.mul_(0.8)),
  (y) => {
    // A shift within one tensor.
    if (y.size(1) > 1) y.narrow(1, 1, y.size(1) - 1).copy_(y.narrow(1, 0, y.size(1) - 1).clone());
  },
];

export const habits: readonly Maker[] = [
  (draws) => {
    const kinds = [draws.pick(writes), draws.pick(writes)];
    const isClone = draws.chance(0.6);
    return (x, { draws: own }) => {
      const y = isClone ? x.clone() : x.mul(1.1);
      for (const write of kinds) if (own.chance(0.8)) write(y, x);
      return y;
    };
  },
  // A result that goes on, and another view of which is written.
  (draws) => {
    const write = draws.pick(writes);
    return (x, { results }) => {
      const y = x.add(0.5);
      const seen = y.narrow(1, 0, 1);
      const before = seen.mul(2);
      write(y, x);
      results.push(before.detach(), seen.detach());
      return y;
    };
  },
  () => (x) => x.add(x.detach().tanh(), { alpha: 0.1 }),
  () =>
    (x, { world }) => {
      noGrad(() => {
        world.averages.mul_(0.9).add_(x.mean(), { alpha: 0.1 });
        world.averages.narrow(0, 1, 2).mul_(0.5);
      });
      return x.add(world.averages.select(0, 0).clone());
    },
  () =>
    (x, { world }) => {
      world.counts.add_(x.detach().gt(0).sum().to("int32"));
      world.counts.select(0, 1).add_(1);
      return x;
    },
  () => (x) => {
    if (x.requiresGrad) x.registerHook((gradient) => gradient.mul(0.5));
    return x.mul(1.5);
  },
  () => (x) => {
    const y = x.mul(1);
    // Written as it arrives.
    if (y.requiresGrad) y.registerHook((gradient) => void noGrad(() => gradient.clamp_({ min: -0.5, max: 0.5 })));
    return y;
  },
  () =>
    (x, { retained }) => {
      const y = x.mul(0.9);
      if (y.requiresGrad) {
        y.retainGrad();
        retained.push(y);
      }
      return y;
    },
  () =>
    (x, { told }) => {
      told.push(x.detach().mean().item());
      return x;
    },
  () =>
    (x, { world }) => {
      if (!world.isExact) return x.mul(0.5);
      return x.detach().mean().item() > 0 ? x.relu() : x.tanh();
    },
  // Chosen by the call.
  (draws) => {
    const [one, other] = [draws.pick(quiet), draws.pick(quiet)];
    return (x, { draws: own }) => (own.chance(0.5) ? one(x) : other(x));
  },
  () => (x) =>
    x
      .to(x.dtype === "float64" ? "float32" : "float64")
      .mul(1.5)
      .tanh()
      .to(x.dtype),
  () => (x) => x.detach().gt(0.1).to(x.dtype).mul(x).add(x.mul(0.1)),
  () => (x) => x.detach().mul(50).to("int32").remainder(7).to(x.dtype).mul(0.1).add(x),
  () => (x) => F.oneHot(x.detach().argmax(1).flatten(), x.size(1)).to(x.dtype).mean().mul(x),
  () =>
    (x, { results }) => {
      results.push(x.narrow(1, 0, 1).detach(), x.detach());
      return x;
    },
  () =>
    (x, { results }) => {
      const y = x.mul(0.5);
      results.push(y);
      return y.add(x);
    },
  (_, __, world) => {
    const key = world.newKey();
    return (x, { world: { kept }, world }) => {
      const before = kept.get(key);
      const y = before === undefined ? x : x.add(before);
      world.keep(key, x.detach().mean([0]).mul(0.1));
      return y;
    };
  },
  (_, __, world) => {
    const key = world.newKey();
    return (x, { world }) => {
      // What a sum left of the call before is written in place in the next.
      const before = world.kept.get(key);
      if (before === undefined) world.keep(key, x.detach().mean([0]));
      else noGrad(() => before.mul_(0.5).add_(x.mean([0]), { alpha: 0.1 }));
      return x.sub(world.kept.get(key)!.clone());
    };
  },
  (draws) => {
    const inner = draws.pick(quiet);
    return (x) => checkpoint((y: Tensor) => dropout(inner(y), { p: 0.2, training: true }), x);
  },
  (draws) => {
    const inner = draws.pick(quiet);
    return (x) => x.add(scope(() => noGrad(() => inner(inner(x)))));
  },
  (draws, _, world) => {
    const inner = draws.pick(quiet);
    const nested = world.wrap((x: Tensor) => inner(x));
    return (x) => nested(x);
  },
  () => (x) => x.add(randn(x.shape, { dtype: x.dtype }).mul(0.1)),
  () => (x) => x.mul(rand(x.shape, { dtype: x.dtype }).lt(0.7).to(x.dtype)),
  () =>
    (x, { world }) =>
      x.add(randn(x.shape, { dtype: x.dtype, generator: world.generator }).mul(0.1)),
  () => (x) => x.add(zerosLike(x).normal_(0, 0.1)),
  () => (x) => x.indexSelect(0, randperm(x.size(0))),
  () => (x) => {
    const y = x.mul(2);
    const z = y.add(1);
    y.dispose();
    return x.add(z.mul(0.1));
  },
  () => (x) => x.transpose(1, -1).contiguous().transpose(1, -1),
  () => (x) => x.mean(-1, { keepdim: true }).expandAs(x).add(x),
  () => (x) => cat([...x.chunk(2, 0)].reverse(), 0),
  () => (x) =>
    stack(
      x.unbind(0).map((row) => row.mul(0.9)),
      0,
    ),
  () => (x) => x.indexAdd(1, x.detach().argmax(1).flatten().narrow(0, 0, 1), x.narrow(1, 0, 1)),
  () => (x) => where(x.gt(0), x, full([1], -0.5, { dtype: x.dtype })),
  () => (x) => x.scatter(1, x.detach().argmax(1, { keepdim: true }), x.mean(1, { keepdim: true })),
  () => (x) =>
    x
      .unsqueeze(0)
      .expand(2, ...x.shape)
      .sum(0)
      .mul(0.5),
  () => (x) => Squashed.apply(x),
  () => (x) => func.vmap((row: Tensor) => row.mul(1.1).sub(row.mean()))(x),
  () => (x) => x.add(func.grad((y: Tensor) => y.tanh().mul(y).sum())(x.detach()), { alpha: 0.1 }),
  // Read as numbers, which come back as a constant.
  (_, __, world) => (x) =>
    world.isExact
      ? x.add(tensor([...(x.detach().flatten().narrow(0, 0, 2).toArray() as number[])], { dtype: x.dtype }).sum(), {
          alpha: 0.1,
        })
      : x,
  () => (x) =>
    ones(x.size(0), { dtype: x.dtype })
      .view(x.size(0), ...x.shape.slice(1).map(() => 1))
      .mul(x),
];
