// Views that show what their input shows, in the same shape, are tensors of their own: what is said of one is not said of the other.

import { describe, expect, it } from "vitest";
import { atleast1d, einsum, meshgrid, type Tensor, tensor, zeros } from "../../index.js";

/** Of vectors of three, each shows all of them. PyTorch 2.15 gives a tensor of its own for each. */
const views: Readonly<Record<string, (input: Tensor) => Tensor>> = {
  reshape: (x) => x.reshape(3),
  reshapeAs: (x) => x.reshapeAs(zeros(3)),
  squeeze: (x) => x.squeeze(),
  "squeeze of a dimension": (x) => x.squeeze(0),
  expand: (x) => x.expand(3),
  expandAs: (x) => x.expandAs(x),
  broadcastTo: (x) => x.broadcastTo([3]),
  sumToSize: (x) => x.sumToSize(3),
  ravel: (x) => x.ravel(),
  t: (x) => x.t(),
  transpose: (x) => x.transpose(0, 0),
  movedim: (x) => x.movedim(0, 0),
  permute: (x) => x.permute(0),
  view: (x) => x.view(3),
  viewAs: (x) => x.viewAs(x),
  unflatten: (x) => x.unflatten(0, [3]),
  narrow: (x) => x.narrow(0, 0, 3),
  at: (x) => x.at(":"),
  split: (x) => x.split(3)[0]!,
  chunk: (x) => x.chunk(1)[0]!,
  einsum: (x) => einsum("i->i", x),
  meshgrid: (x) => meshgrid(x)[0]!,
  asStrided: (x) => x.asStrided([3], [1], 0),
};

describe.each(Object.entries(views))("%s of everything", (_, look) => {
  it("gives a hook what comes through it, and nothing else", () => {
    const x = tensor([1, 2, 3], { requiresGrad: true });
    const view = look(x);
    view.registerHook((slope) => slope.mul(10));
    view.add(x).sum().backward();
    expect(x.grad!.toArray()).toEqual([11, 11, 11]);
  });

  it("is a leaf of its own where it is made one", () => {
    const x = tensor([1, 2, 3]);
    const leaf = look(x).requiresGrad_();
    expect([x.requiresGrad, leaf.requiresGrad]).toEqual([false, true]);
    leaf.mul(x).sum().backward();
    expect([x.grad, leaf.grad!.toArray()]).toEqual([null, [1, 2, 3]]);
  });

  it("shares its memory", () => {
    const x = tensor([1, 2, 3]);
    look(x).mul_(2);
    expect(x.toArray()).toEqual([2, 4, 6]);
  });
});

it("0-d tensors too", () => {
  const x = tensor(2);
  for (const look of [(one: Tensor) => one.movedim(0, 0), (one: Tensor) => one.t(), (one: Tensor) => one.squeeze()])
    expect(look(x) === x).toBe(false);
});

it("as in PyTorch, flatten, contiguous, to and atleast1d give back what is so already", () => {
  const x = tensor([1, 2, 3]);
  for (const same of [x.flatten(), x.contiguous(), x.to("float32"), atleast1d(x)]) expect(same).toBe(x);
});
