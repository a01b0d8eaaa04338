// Arithmetic, in place too, and what is summed up, as scripts write them.

import { checkpoint } from "@bernoulli/tensor/checkpoint";
import * as torch from "../index.js";
import {
  argmax,
  clamp,
  cos,
  cumsum,
  F,
  log1p,
  log2,
  logsumexp,
  max,
  mean,
  min,
  norm,
  ones,
  sin,
  sum,
  tensor,
} from "../index.js";
import type { Forms } from "./given.testing.js";

export const arithmetic: Forms = {
  "p.log10()": ({ p }) => p.log10(),
  "10 * p.mean().log10()": ({ p }) => p.mean().log10().mul(10),
  "torch.log1p(p)": ({ p }) => log1p(p),
  "torch.log2(p)": ({ p }) => log2(p),
  "torch.cos(x)": ({ x }) => cos(x),
  "x.cos()": ({ x }) => x.cos(),
  "torch.cos(x * 3.0)": ({ x }) => cos(x.mul(3)),
  "torch.sin(x)": ({ x }) => sin(x),
  "x.sin()": ({ x }) => x.sin(),
  "x.add_(1); x": ({ x }) => x.add_(1),
  "x.mul_(0.5).add_(y); x": ({ x, y }) => x.mul_(0.5).add_(y),
  "x.add_(y, alpha=-0.1); x": ({ x, y }) => x.add_(y, { alpha: -0.1 }),
  "x += y; x": ({ x, y }) => x.add_(y),
  "x *= 2; x": ({ x }) => x.mul_(2),
  "x -= 1; x": ({ x }) => x.sub_(1),
  "x /= 2; x": ({ x }) => x.div_(2),
  "x.data.add_(y); x": ({ x, y }) => {
    x.data.add_(y);
    return x;
  },
  "w.data.add_(y, alpha=-0.5); w": ({ w, y }) => {
    w.data.add_(y, { alpha: -0.5 });
    return w;
  },
  "x.copy_(y); x": ({ x, y }) => x.copy_(y),
  "w.data.fill_(0.5); w": ({ w }) => {
    w.data.fill_(0.5);
    return w;
  },
  "x.zero_(); x": ({ x }) => x.zero_(),
  "w.data.copy_(x); w": ({ w, x }) => {
    w.data.copy_(x);
    return w;
  },
  "x.clamp(0, 1)": ({ x }) => x.clamp(0, 1),
  "x.clamp(min=0)": ({ x }) => x.clamp({ min: 0 }),
  "x.clamp(max=0.5)": ({ x }) => x.clamp({ max: 0.5 }),
  "torch.clamp(x, -0.5, 0.5)": ({ x }) => clamp(x, -0.5, 0.5),
  "x.clamp_(0, 1); x": ({ x }) => x.clamp_(0, 1),
  "x.clamp(0)": ({ x }) => x.clamp(0),
  "torch.clamp(x, min=-0.5, max=0.5)": ({ x }) => clamp(x, { min: -0.5, max: 0.5 }),
  "x.data.clamp_(-0.01, 0.01); x": ({ x }) => {
    x.data.clamp_(-0.01, 0.01);
    return x;
  },
  "x + y": ({ x, y }) => x.add(y),
  "1 - x": ({ x }) => x.neg().add(1),
  "2 * x + 1": ({ x }) => x.mul(2).add(1),
  "x / y": ({ x, y }) => x.div(y),
  "x ** 2": ({ x }) => x.pow(2),
  "-x": ({ x }) => x.neg(),
  "x @ z": ({ x, z }) => x.matmul(z),
  "1 / (1 + x * x)": ({ x }) => x.mul(x).add(1).reciprocal(),
  "x // 1": ({ x }) => x.floorDivide(1),
  "x % 2": ({ x }) => x.remainder(2),
  "x > 0": ({ x }) => x.gt(0),
  "x == y": ({ x, y }) => x.eq(y),
  "(x > 0) & (y > 0)": ({ x, y }) => x.gt(0).bitwiseAnd(y.gt(0)),
  "(x > 0) ^ (y > 0)": ({ x, y }) => x.gt(0).bitwiseXor(y.gt(0)),
  "(x > 1) | (y > 0)": ({ x, y }) => x.gt(1).bitwiseOr(y.gt(0)),
  "mask | mask": ({ mask }) => mask.bitwiseOr(mask),
  "labels | 4": ({ labels }) => labels.bitwiseOr(4),
  "~mask": ({ mask }) => mask.bitwiseNot(),
  "x != 0": ({ x }) => x.ne(0),
  "abs(x)": ({ x }) => x.abs(),
  "x.pow(2).sum()": ({ x }) => x.pow(2).sum(),
  "(labels == torch.tensor([1, 1, 3])).sum().item()": ({ labels }) =>
    labels
      .eq(tensor([1, 1, 3]))
      .sum()
      .item(),
  "x.sum().item() > 0": ({ x }) => x.sum().item() > 0,
  "float(x[0, 0])": ({ x }) => Number(x.at(0, 0)),
  "int(labels[0])": ({ labels }) => Math.trunc(labels.at(0).item()),
};

export const reductions: Forms = {
  "x.norm()": ({ x }) => x.norm(),
  "x.norm(2, dim=1)": ({ x }) => x.norm(2, 1),
  "x.norm(p=2, dim=1, keepdim=True)": ({ x }) => x.norm(2, 1, { keepdim: true }),
  "x.norm(1)": ({ x }) => x.norm(1),
  "x.norm(dim=0)": ({ x }) => x.norm(undefined, 0),
  "torch.norm(x)": ({ x }) => norm(x),
  "torch.norm(x, dim=1)": ({ x }) => norm(x, undefined, 1),
  "torch.norm(x, 2, 1)": ({ x }) => norm(x, 2, 1),
  "torch.norm(x, p=1, dim=-1)": ({ x }) => norm(x, 1, -1),
  "F.normalize(x)": ({ x }) => F.normalize(x),
  "F.normalize(x, p=2, dim=1)": ({ x }) => F.normalize(x, { p: 2, dim: 1 }),
  "F.normalize(x, dim=-1)": ({ x }) => F.normalize(x, { dim: -1 }),
  "torch.max(x, y)": ({ x, y }) => max(x, y),
  "torch.min(x, y)": ({ x, y }) => min(x, y),
  "torch.max(x, 1)": ({ x }) => {
    const [values, places] = max(x, 1);
    return [values, places];
  },
  "torch.max(x.data, 1)[1]": ({ x }) => max(x.data, 1).indices,
  "x.max(1)[1]": ({ x }) => x.max(1).indices,
  "x.max(1, keepdim=True)[1]": ({ x }) => x.max(1, { keepdim: true }).indices,
  "x.max(dim=1)[0]": ({ x }) => x.max(1).values,
  "x.max()": ({ x }) => x.max(),
  "torch.max(x)": ({ x }) => max(x),
  "x.argmax(dim=1, keepdim=True)": ({ x }) => x.argmax(1, { keepdim: true }),
  "x.argmax(1)": ({ x }) => x.argmax(1),
  "torch.argmax(x, dim=1)": ({ x }) => argmax(x, 1),
  "x.argmax()": ({ x }) => x.argmax(),
  "x.amax(dim=1)": ({ x }) => x.amax(1),
  "x.amax(1, keepdim=True)": ({ x }) => x.amax(1, { keepdim: true }),
  "x.amax(dim=(0, 1))": ({ x }) => x.amax([0, 1]),
  "x.sum()": ({ x }) => x.sum(),
  "x.sum(1)": ({ x }) => x.sum(1),
  "x.sum(dim=1, keepdim=True)": ({ x }) => x.sum(1, { keepdim: true }),
  "x.sum(dim=(0, 1))": ({ x }) => x.sum([0, 1]),
  "x.mean()": ({ x }) => x.mean(),
  "x.mean(dim=0)": ({ x }) => x.mean(0),
  "x.mean([0, 1])": ({ x }) => x.mean([0, 1]),
  "x.std()": ({ x }) => x.std(),
  "x.var(dim=1)": ({ x }) => x.var(1),
  "x.var(dim=1, unbiased=False)": ({ x }) => x.var(1, { correction: 0 }),
  "x.std(dim=0)": ({ x }) => x.std(0),
  "torch.sum(x, dim=1)": ({ x }) => sum(x, 1),
  "torch.mean(x, 1)": ({ x }) => mean(x, 1),
  "x.prod()": ({ x }) => x.prod(),
  "x.cumsum(dim=1)": ({ x }) => x.cumsum(1),
  "torch.cumsum(x, 0)": ({ x }) => cumsum(x, 0),
  "torch.logsumexp(x, dim=1)": ({ x }) => logsumexp(x, 1),
  "x.exp().sum(-1).log()": ({ x }) => x.exp().sum(-1).log(),
  "x.median()": ({ x }) => x.median(),
  "(x > 0).float().mean()": ({ x }) => x.gt(0).float().mean(),
  "(x > 0).sum()": ({ x }) => x.gt(0).sum(),
  "torch.sum(x * y, 1)": ({ x, y }) => sum(x.mul(y), 1),
};

export const autograd: Forms = {
  "x.is_leaf": ({ x }) => x.isLeaf,
  "w.is_leaf": ({ w }) => w.isLeaf,
  "(w * 2).is_leaf": ({ w }) => w.mul(2).isLeaf,
  "w.requires_grad": ({ w }) => w.requiresGrad,
  "w.detach().requires_grad": ({ w }) => w.detach().requiresGrad,
  "(w * w).sum().backward(); w.grad": ({ w }) => {
    w.mul(w).sum().backward();
    return w.grad!;
  },
  "h = w * 2; h.retain_grad(); h.pow(2).sum().backward(); h.grad": ({ w }) => {
    const h = w.mul(2);
    h.retainGrad();
    h.pow(2).sum().backward();
    return h.grad!;
  },
  "w.register_hook(lambda g: g * 2); w.sum().backward(); w.grad": ({ w }) => {
    w.registerHook((g) => g.mul(2));
    w.sum().backward();
    return w.grad!;
  },
  "torch.autograd.grad((w * w * w).sum(), w)[0]": ({ w }) => torch.autograd.grad(w.mul(w).mul(w).sum(), w)[0],
  "x.requires_grad_(); x.exp().sum().backward(); x.grad": ({ x }) => {
    x.requiresGrad_();
    x.exp().sum().backward();
    return x.grad!;
  },
  "(w * 3).backward(torch.ones(3, 4)); w.grad": ({ w }) => {
    w.mul(3).backward(ones(3, 4));
    return w.grad!;
  },
  "w.detach().clone()": ({ w }) => w.detach().clone(),
  "w.sum().backward(); w.grad.data.zero_(); w.grad": ({ w }) => {
    w.sum().backward();
    w.grad!.data.zero_();
    return w.grad!;
  },
  "w.sum().backward(); w.data -= 0.1 * w.grad; w": ({ w }) => {
    w.sum().backward();
    w.data.sub_(w.grad!.mul(0.1));
    return w;
  },
  "with torch.no_grad(): h = w * 2; h.requires_grad": ({ w }) => torch.noGrad(() => w.mul(2)).requiresGrad,
  "with torch.set_grad_enabled(False): h = w * 2; h.requires_grad": ({ w }) =>
    torch.setGradEnabled(false, () => w.mul(2)).requiresGrad,
  "with torch.set_grad_enabled(True): h = w * 2; h.requires_grad": ({ w }) =>
    torch.setGradEnabled(true, () => w.mul(2)).requiresGrad,
  "torch.utils.checkpoint.checkpoint(torch.sin, w, use_reentrant=False).sum().backward(); w.grad": ({ w }) => {
    checkpoint(sin, w, { useReentrant: false }).sum().backward();
    return w.grad!;
  },
};
