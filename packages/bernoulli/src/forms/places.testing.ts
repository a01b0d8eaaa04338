// Arguments in PyTorch's other places: numbers before tensors, gradients in order, what is needed by its name, dtypes by other names.

import * as torch from "../index.js";
import { autograd, F, onesLike, special, tensor } from "../index.js";
import type { Forms } from "./given.testing.js";

export const places: Forms = {
  "torch.sub(1, x)": ({ x }) => torch.sub(1, x),
  "torch.div(1, p)": ({ p }) => torch.div(1, p),
  "torch.pow(2, x)": ({ x }) => torch.pow(2, x),
  "torch.pow(2, labels)": ({ labels }) => torch.pow(2, labels),
  "torch.add(1, x, alpha=2)": ({ x }) => torch.add(1, x, { alpha: 2 }),
  "torch.mul(2.5, labels)": ({ labels }) => torch.mul(2.5, labels),
  "torch.sub(2, labels)": ({ labels }) => torch.sub(2, labels),
  "torch.div(1, labels + 1)": ({ labels }) => torch.div(1, labels.add(1)),
  "torch.remainder(5, p)": ({ p }) => torch.remainder(5, p),
  "torch.floor_divide(7, p)": ({ p }) => torch.floorDivide(7, p),
  "torch.float_power(2, x)": ({ x }) => torch.floatPower(2, x),
  "torch.xlogy(2, p)": ({ p }) => torch.xlogy(2, p),
  "torch.special.xlog1py(2, p)": ({ p }) => special.xlog1py(2, p),
  "(1 / w - 2 ** w).sum().backward(); w.grad": ({ w }) => {
    torch.div(1, w).sub(torch.pow(2, w)).sum().backward();
    return w.grad!;
  },
  "torch.autograd.grad(w * w, w, torch.ones_like(w), create_graph=True)[0]": ({ w }) =>
    autograd.grad(w.mul(w), w, onesLike(w), { createGraph: true })[0],
  "torch.autograd.grad(w * w, w, y, True, True)[0]": ({ w, y }) => autograd.grad(w.mul(w), w, y, true, true)[0],
  "torch.autograd.grad(outputs=w * w, inputs=w, grad_outputs=y)[0]": ({ w, y }) =>
    autograd.grad(w.mul(w), w, { gradOutputs: y })[0],
  "torch.autograd.grad([w * w], [w], [y])[0]": ({ w, y }) => autograd.grad([w.mul(w)], [w], [y])[0],
  "h = w * w; h.backward(y, True); h.backward(y); w.grad": ({ w, y }) => {
    const h = w.mul(w);
    h.backward(y, true);
    h.backward(y);
    return w.grad!;
  },
  "h = w * w; h.backward(y, retain_graph=True); w.grad": ({ w, y }) => {
    w.mul(w).backward(y, { retainGraph: true });
    return w.grad!;
  },
  "torch.where(x > 0)": ({ x }) => torch.where(x.gt(0)),
  "torch.einsum('ij,ij->i', [x, y])": ({ x, y }) => torch.einsum("ij,ij->i", [x, y]),
  "x.scatter_reduce(0, places, y, reduce='amax', include_self=False)": ({ x, y, places }) =>
    x.scatterReduce(0, places, y, { reduce: "amax", includeSelf: false }),
  "torch.empty(size=(2, 3)).shape": () => torch.empty({ size: [2, 3] }).shape,
  "torch.rand(size=(2, 3), dtype=torch.double)": () => torch.rand({ size: [2, 3], dtype: torch.double }),
  "torch.randint(high=5, size=(4,))": () => torch.randint({ high: 5, size: [4] }),
  "torch.randint(2, 9, size=(4,))": () => torch.randint(2, 9, { size: [4] }),
  "torch.multinomial(p, num_samples=2)": ({ p }) => torch.multinomial(p, { numSamples: 2 }),
  "torch.topk(x, k=2, dim=0).values": ({ x }) => torch.topk(x, { k: 2, dim: 0 }).values,
  "x.topk(k=1)[1]": ({ x }) => x.topk({ k: 1 })[1],
  "F.max_pool2d(b, kernel_size=2)": ({ b }) => F.maxPool2d(b, { kernelSize: 2 }),
  "F.avg_pool2d(b, kernel_size=2, stride=1)": ({ b }) => F.avgPool2d(b, { kernelSize: 2, stride: 1 }),
  "F.adaptive_avg_pool2d(b, output_size=(1, 2))": ({ b }) => F.adaptiveAvgPool2d(b, { outputSize: [1, 2] }),
  "F.one_hot(torch.tensor([[0, 2], [1, 1]]).t(), num_classes=3)": () =>
    F.oneHot(
      tensor([
        [0, 2],
        [1, 1],
      ]).t(),
      { numClasses: 3 },
    ),
  "torch.zeros(2, dtype=torch.float)": () => torch.zeros(2, { dtype: torch.float }),
  "torch.tensor([1, 0], dtype=torch.long)": () => tensor([1, 0], { dtype: torch.long }),
  "torch.ones(2, 2, dtype=torch.bool)": () => torch.ones(2, 2, { dtype: torch.bool }),
  "x.to(torch.double)": ({ x }) => x.to(torch.double),
  "labels.type(torch.float)": ({ labels }) => labels.type(torch.float),
  "x.to(torch.int)": ({ x }) => x.to(torch.int),
};
