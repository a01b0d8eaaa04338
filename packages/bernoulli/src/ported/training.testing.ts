// Losses, containers, initial values, optimizers and schedules, as scripts write them.

import { empty, F, nn, optim } from "../index.js";
import { type Given, rates, trained } from "./given.testing.js";
import type { Forms } from "./layers.testing.js";

const { lrScheduler } = optim;

export const losses: Forms = {
  "nn.MSELoss()(rows, other)": ({ rows, other }) => new nn.MSELoss()(rows, other),
  "nn.MSELoss(reduction='sum')(rows, other)": ({ rows, other }) => new nn.MSELoss({ reduction: "sum" })(rows, other),
  "nn.BCELoss()(share, truth)": ({ share, truth }) => new nn.BCELoss()(share, truth),
  "nn.BCELoss(reduction='none')(share, truth)": ({ share, truth }) =>
    new nn.BCELoss({ reduction: "none" })(share, truth),
  "F.binary_cross_entropy(share, truth, reduction='sum')": ({ share, truth }) =>
    F.binaryCrossEntropy(share, truth, { reduction: "sum" }),
  "F.binary_cross_entropy(share, truth)": ({ share, truth }) => F.binaryCrossEntropy(share, truth),
  "F.smooth_l1_loss(rows, other)": ({ rows, other }) => F.smoothL1Loss(rows, other),
  "F.smooth_l1_loss(rows, other, reduction='none', beta=0.5)": ({ rows, other }) =>
    F.smoothL1Loss(rows, other, { reduction: "none", beta: 0.5 }),
  "F.mse_loss(rows, other)": ({ rows, other }) => F.mseLoss(rows, other),
  "F.mse_loss(rows, other, reduction='mean')": ({ rows, other }) => F.mseLoss(rows, other, { reduction: "mean" }),
  "nn.BCEWithLogitsLoss()(rows, truth)": ({ rows, truth }) => new nn.BCEWithLogitsLoss()(rows, truth),
  "nn.L1Loss()(rows, other)": ({ rows, other }) => new nn.L1Loss()(rows, other),
  "F.binary_cross_entropy_with_logits(rows, truth)": ({ rows, truth }) => F.binaryCrossEntropyWithLogits(rows, truth),
  "F.kl_div(F.log_softmax(rows, dim=1), F.softmax(other, dim=1), reduction='batchmean')": ({ rows, other }) =>
    F.klDiv(F.logSoftmax(rows, { dim: 1 }), F.softmax(other, { dim: 1 }), { reduction: "batchmean" }),
  "nn.CrossEntropyLoss()(rows, labels)": ({ rows, labels }) => new nn.CrossEntropyLoss()(rows, labels),
  "nn.CrossEntropyLoss(label_smoothing=0.1)(rows, labels)": ({ rows, labels }) =>
    new nn.CrossEntropyLoss({ labelSmoothing: 0.1 })(rows, labels),
  "F.cross_entropy(rows, labels)": ({ rows, labels }) => F.crossEntropy(rows, labels),
  "F.nll_loss(F.log_softmax(rows, dim=1), labels)": ({ rows, labels }) => F.nllLoss(F.logSoftmax(rows, 1), labels),
  "F.nll_loss(rows, labels, reduction='sum').item()": ({ rows, labels }) =>
    F.nllLoss(rows, labels, { reduction: "sum" }).item(),
};

export const modules: Forms = {
  "m = nn.Sequential(); m.add_module('a', nn.Linear(6, 3)); m.add_module('b', nn.ReLU()); m(rows)": ({ rows }) => {
    const m = new nn.Sequential();
    m.addModule("a", new nn.Linear(6, 3));
    m.addModule("b", new nn.ReLU());
    return m(rows);
  },
  "nn.Sequential(nn.Linear(6, 3), nn.Tanh(), nn.Linear(3, 1))(rows)": ({ rows }) =>
    new nn.Sequential(new nn.Linear(6, 3), new nn.Tanh(), new nn.Linear(3, 1))(rows),
  "m = nn.ModuleDict({'a': nn.Linear(6, 3), 'b': nn.Linear(6, 2)}); m['b'](rows)": ({ rows }) => {
    const m = new nn.ModuleDict({ a: new nn.Linear(6, 3), b: new nn.Linear(6, 2) });
    return m.get("b")(rows);
  },
  "m = nn.ModuleList([nn.Linear(6, 6) for _ in range(2)]); m[1](m[0](rows))": ({ rows }) => {
    const m = new nn.ModuleList(Array.from({ length: 2 }, () => new nn.Linear(6, 6)));
    return m.at(1)(m.at(0)(rows));
  },
  "m = nn.ModuleList(); m.append(nn.Linear(6, 1)); len(m)": () => {
    const m = new nn.ModuleList();
    m.append(new nn.Linear(6, 1));
    return m.length;
  },
  "nn.init.trunc_normal_(torch.empty(4, 5), std=0.02)": () => nn.init.truncNormal_(empty(4, 5), { std: 0.02 }),
  "nn.init.trunc_normal_(torch.empty(4, 5), mean=1, a=0.5, b=2)": () =>
    nn.init.truncNormal_(empty(4, 5), { mean: 1, a: 0.5, b: 2 }),
  "nn.init.orthogonal_(torch.empty(3, 4))": () => nn.init.orthogonal_(empty(3, 4)),
  "nn.init.orthogonal_(torch.empty(4, 2), 0.5)": () => nn.init.orthogonal_(empty(4, 2), 0.5),
  "nn.init.xavier_uniform_(torch.empty(3, 4))": () => nn.init.xavierUniform_(empty(3, 4)),
  "nn.init.kaiming_normal_(torch.empty(3, 4), mode='fan_out', nonlinearity='relu')": () =>
    nn.init.kaimingNormal_(empty(3, 4), { mode: "fan_out", nonlinearity: "relu" }),
  "nn.init.normal_(torch.empty(7), 0.0, 0.02)": () => nn.init.normal_(empty(7), 0, 0.02),
  "nn.init.constant_(torch.empty(2), 1)": () => nn.init.constant_(empty(2), 1),
  "(w * w).sum().backward(); nn.utils.clip_grad_norm_([w], 0.5)": ({ w }) => {
    w.mul(w).sum().backward();
    return nn.utils.clipGradNorm_([w], 0.5);
  },
  "(w * w).sum().backward(); nn.utils.clip_grad_norm_([w], max_norm=1.0); w.grad": ({ w }) => {
    w.mul(w).sum().backward();
    nn.utils.clipGradNorm_([w], 1);
    return w.grad;
  },
};

/** What an optimizer makes of the parameter. */
const by = (make: (w: Given["w"]) => optim.Optimizer) => (given: Given) => trained(given, make(given.w)).detach();

export const optimizers: Forms = {
  "o = optim.SGD([w], lr=0.1, momentum=0.9, weight_decay=1e-2); trained()": by(
    (w) => new optim.SGD([w], { lr: 0.1, momentum: 0.9, weightDecay: 1e-2 }),
  ),
  "o = optim.SGD([w], 0.1, 0.9); trained()": by((w) => new optim.SGD([w], 0.1, 0.9)),
  "o = optim.SGD([w]); trained()": by((w) => new optim.SGD([w])),
  "o = optim.Adam([w], lr=0.1, betas=(0.5, 0.999)); trained()": by(
    (w) => new optim.Adam([w], { lr: 0.1, betas: [0.5, 0.999] }),
  ),
  "o = optim.Adam([w], 0.1); trained()": by((w) => new optim.Adam([w], 0.1)),
  "o = optim.AdamW([w], lr=0.1, weight_decay=0.05); trained()": by(
    (w) => new optim.AdamW([w], { lr: 0.1, weightDecay: 0.05 }),
  ),
  "o = optim.Adadelta([w], lr=1.0); trained()": by((w) => new optim.Adadelta([w], { lr: 1 })),
  "o = optim.RMSprop([w], lr=0.01, alpha=0.9, eps=1e-6); trained()": by(
    (w) => new optim.RMSprop([w], { lr: 0.01, alpha: 0.9, eps: 1e-6 }),
  ),
  "o = optim.LBFGS([w], lr=0.8); o.step(closure); w": ({ w, other }) => {
    const optimizer = new optim.LBFGS([w], { lr: 0.8 });
    optimizer.step(() => {
      optimizer.zeroGrad();
      const loss = w.sub(other).pow(2).sum();
      loss.backward();
      return loss;
    });
    return w.detach();
  },
};

/** The rates of five epochs. */
const of =
  (make: (optimizer: optim.SGD) => { step(...metrics: number[]): void }, ...metrics: number[]) =>
  ({ w }: Given) => {
    const optimizer = new optim.SGD([w], { lr: 0.1 });
    return rates(optimizer, make(optimizer), ...metrics);
  };

export const schedules: Forms = {
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.ExponentialLR(o, 0.9); rates()": of(
    (o) => new lrScheduler.ExponentialLR(o, 0.9),
  ),
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.StepLR(o, step_size=2, gamma=0.7); rates()": of(
    (o) => new lrScheduler.StepLR(o, { stepSize: 2, gamma: 0.7 }),
  ),
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.StepLR(o, 2, 0.1); rates()": of(
    (o) => new lrScheduler.StepLR(o, 2, 0.1),
  ),
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.CosineAnnealingLR(o, T_max=4); rates()": of(
    (o) => new lrScheduler.CosineAnnealingLR(o, { tMax: 4 }),
  ),
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.MultiStepLR(o, milestones=[2, 4], gamma=0.1); rates()": of(
    (o) => new lrScheduler.MultiStepLR(o, { milestones: [2, 4], gamma: 0.1 }),
  ),
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.ReduceLROnPlateau(o, 'min', patience=1); rates(1.0)": of(
    (o) => new lrScheduler.ReduceLROnPlateau(o, "min", { patience: 1 }) as never,
    1,
  ),
  "o = optim.SGD([w], lr=0.1); s = lr_scheduler.LambdaLR(o, lambda epoch: 0.5 ** epoch); isinstance(s, lr_scheduler._LRScheduler); rates()":
    of((o) => {
      const scheduler = new lrScheduler.LambdaLR(o, (epoch) => 0.5 ** epoch);
      if (!(scheduler instanceof lrScheduler._LRScheduler)) throw new Error("a schedule is no _LRScheduler");
      return scheduler;
    }),
};
