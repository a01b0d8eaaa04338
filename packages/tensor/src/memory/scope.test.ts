// Step scopes: what they free, what lives on, and what a tensor says that was used after its end.
// In a process of its own: it looks at memory, which is to be untouched.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { apply } from "../door/apply.js";
import {
  closeScope,
  FreedTensorError,
  memoryStats,
  noGrad,
  ones,
  openScope,
  scope,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";
import { addOp } from "../ops/pointwise/add.js";

/** More than a kilobyte, so that a scope frees it. */
const large = () => ones(1000);

describe("a scope", () => {
  it("frees what was born in it", () => {
    const before = memoryStats();
    let inner: Tensor | null = null;
    scope(() => {
      inner = large();
      inner.mul(2);
      expect(memoryStats().storages).toBe(before.storages + 2 /* and the number */ + 1);
    });
    expect(memoryStats()).toEqual(before);
    expect(thrown(() => inner!.sum())).toMatchInlineSnapshot(
      `"FreedTensorError: this tensor, made by full, was freed when its step ended; call .keep() or .item() inside the step"`,
    );
    expect(thrown(() => inner!.toArray())).toMatch(/FreedTensorError: this tensor, made by full, was freed/);
  });

  it("says of a view of freed memory who made the memory", () => {
    const view = noGrad(() => {
      let part: Tensor | null = null;
      scope(() => {
        part = large().relu().view(10, 100).t();
      });
      return part!;
    });
    expect(thrown(() => view.item())).toMatch(/ShapeError/);
    expect(thrown(() => view.select(0, 0))).toMatch(/made by relu/);
  });

  it("leaves kept tensors alone, with all of their views", () => {
    const [whole, part] = scope(() => {
      const kept = large().keep();
      return [kept, kept.narrow(0, 0, 500)];
    });
    const inner = { tensor: null as Tensor | null };
    scope(() => {
      inner.tensor = large();
      inner.tensor.view(10, 100).keep();
    });
    expect([whole!.sum().item(), part!.sum().item(), inner.tensor!.sum().item()]).toEqual([1000, 500, 1000]);
  });

  it("hands what it returns to the scope around it", () => {
    const before = memoryStats();
    scope(() => {
      const { a, list } = scope(() => ({ a: large(), list: [large(), { deep: large() }], unrelated: 3 }));
      expect(a.sum().item()).toBe(1000);
      expect((list[1] as { deep: Tensor }).deep.sum().item()).toBe(1000);
    });
    expect(memoryStats()).toEqual(before);
  });

  it("keeps what is returned although a view of it is returned", () => {
    const view = scope(() => large().view(10, 100));
    expect(view.sum().item()).toBe(1000);
  });

  it("moves small tensors to JavaScript memory, where they live on", () => {
    const before = memoryStats();
    const losses: Tensor[] = [];
    for (let step = 0; step < 3; step++) {
      scope(() => {
        losses.push(large().mul(step).mean());
      });
    }
    expect(memoryStats()).toEqual(before);
    expect(losses.map((loss) => loss.item())).toEqual([0, 1, 2]);
    // Used in a computation, they come back to the device, and belong to the scope that used them.
    scope(() => {
      expect(losses[2]!.add(1).item()).toBe(3);
      expect(memoryStats().storages).toBeGreaterThan(before.storages);
    });
    expect(memoryStats()).toEqual(before);
    expect(losses[2]!.item()).toBe(2);
    expect(losses[1]!.requiresGrad).toBe(false);
  });

  it("moves at most 1 kB to JavaScript memory", () => {
    const inner: Tensor[] = [];
    scope(() => {
      inner.push(zeros(256), zeros(257));
    });
    expect(inner[0]!.sum().item()).toBe(0);
    expect(thrown(() => inner[1]!.sum())).toMatch(/FreedTensorError/);
  });

  it("a small tensor may be written in place after its scope", () => {
    const counts: Tensor[] = [];
    scope(() => {
      counts.push(zeros(2));
    });
    scope(() => {
      counts[0]!.add_(tensor([1, 2]));
    });
    scope(() => {
      counts[0]!.add_(tensor([10, 20]));
    });
    expect(counts[0]!.toArray()).toEqual([11, 22]);
  });

  it("frees after an error too", () => {
    const before = memoryStats();
    expect(() =>
      scope(() => {
        large();
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(memoryStats()).toEqual(before);
  });

  it("refuses promises", () => {
    expect(thrown(() => scope(async () => large()))).toMatchInlineSnapshot(
      `"ScopeError: scope: the body returned a promise; a scope covers synchronous code only, so await before or after it"`,
    );
    expect(memoryStats().scopes).toBe(1);
    expect(thrown(() => scope(async function* () {}))).toMatch(/returned a promise/);
    // Thenables begin their work when they are asked.
    // biome-ignore lint/suspicious/noThenProperty: that is what is tested
    const lazy = { then: () => expect.unreachable() };
    expect(thrown(() => scope(() => lazy))).toMatch(/returned a promise/);
  });

  it("closes innermost first", () => {
    const outer = openScope("the training loader");
    const inner = openScope("the validation loader");
    expect(thrown(() => closeScope(outer))).toMatchInlineSnapshot(
      `"ScopeError: the scope of the training loader cannot close: the scope of the validation loader was opened inside it and is still open; close every scope once, the innermost first"`,
    );
    closeScope(inner);
    closeScope(outer);
    expect(thrown(() => closeScope(outer))).toMatch(/cannot close: it is closed already/);
  });
});

describe("dispose", () => {
  it("frees at once, and once", () => {
    const before = memoryStats();
    const x = large();
    x.dispose();
    expect(memoryStats()).toEqual(before);
    x.dispose();
    expect(memoryStats()).toEqual(before);
    expect(thrown(() => x.toTypedArray())).toMatch(/FreedTensorError/);
  });

  it("is what `using` calls", () => {
    const before = memoryStats();
    const x = large() as Tensor & Record<symbol, () => void>;
    x[Symbol.dispose]!();
    expect(memoryStats()).toEqual(before);
  });
});

describe("gradients and scopes", () => {
  it("a leaf's gradient keeps itself until it is replaced", () => {
    const w = ones(1000, { requiresGrad: true }).keep();
    scope(() => w.mul(2).sum().backward());
    expect(w.grad!.sum().item()).toBe(2000);
    scope(() => w.mul(3).sum().backward());
    expect(w.grad!.sum().item()).toBe(5000);
    const old = w.grad!;
    const before = memoryStats().bytes;
    scope(() => {
      w.grad = null;
    });
    expect(memoryStats().bytes).toBe(before - 4000);
    expect(thrown(() => old.toTypedArray())).toMatch(/FreedTensorError/);
  });

  it("steps of a hand-made loop leave the memory as it was", () => {
    const w = ones(50, 50, { requiresGrad: true }).keep();
    const steps = (count: number) => {
      for (let step = 0; step < count; step++) {
        scope(() => {
          w.grad = null;
          w.matmul(w).relu().mean().backward();
          noGrad(() => w.sub_(w.grad!, { alpha: 0.01 }));
        });
      }
      return memoryStats();
    };
    expect(steps(50)).toEqual(steps(3));
  });

  it("a gradient ends with its leaf", () => {
    const before = memoryStats();
    for (let step = 0; step < 3; step++) {
      scope(() => {
        const x = ones(50, 50, { requiresGrad: true });
        scope(() => x.mul(x).sum().backward());
        expect(x.grad!.sum().item()).toBe(5000);
        scope(() => x.mul(x).sum().backward());
        expect(x.grad!.sum().item()).toBe(10000);
      });
    }
    expect(memoryStats()).toEqual(before);
  });

  it("a gradient goes where its leaf goes", () => {
    const returned = scope(() => {
      const x = ones(50, 50, { requiresGrad: true });
      x.mul(x).sum().backward();
      return x;
    });
    expect(returned.grad!.sum().item()).toBe(5000);
    const kept = scope(() => {
      const x = ones(50, 50, { requiresGrad: true });
      x.mul(x).sum().backward();
      return { late: () => x.keep() }.late();
    });
    expect(kept.grad!.sum().item()).toBe(5000);
  });

  it("backward gives back every gradient that nobody waits for, computation by computation", () => {
    const x = ones(1000, { requiresGrad: true });
    let y: Tensor = x;
    for (let depth = 0; depth < 40; depth++) y = y.neg();
    const start = memoryStats().bytes;
    let peak = 0;
    const watched = y.sum();
    const negs = watched.gradNode!.edges;
    expect(negs.length).toBe(1);
    const watch = y.gradNode!.rule as { backward: (context: unknown) => unknown };
    const original = watch.backward;
    watch.backward = (context) => {
      peak = Math.max(peak, memoryStats().bytes);
      return original(context);
    };
    watched.backward();
    watch.backward = original;
    // The gradient that comes and the one that goes, not forty of them; the leaf's stays.
    expect(peak - start).toBeLessThan(3 * 4000 + 100);
    expect(memoryStats().bytes - start).toBeLessThan(4000 + 100);
  });

  it("backward through memory that its scope freed says whose it was", () => {
    const w = ones(1000, { requiresGrad: true }).keep();
    let loss: Tensor | null = null;
    scope(() => {
      const hidden = w.mul(2);
      loss = hidden.mul(hidden).sum();
    });
    expect(thrown(() => loss!.backward())).toMatchInlineSnapshot(
      `"FreedTensorError: this tensor, made by mul, was freed when its step ended; call .keep() or .item() inside the step"`,
    );
    expect(memoryStats().scopes).toBe(1);
  });

  it("a retained gradient belongs to the scope around backward", () => {
    const before = memoryStats();
    scope(() => {
      const w = ones(1000, { requiresGrad: true });
      const hidden = w.mul(2);
      hidden.retainGrad();
      hidden.sum().backward();
      expect(hidden.grad!.sum().item()).toBe(1000);
      w.grad!.dispose();
    });
    expect(memoryStats()).toEqual(before);
  });

  it("an error inside backward leaves no scope open and no gradients behind", () => {
    const x = ones(1000, { requiresGrad: true });
    const h = x.mul(2);
    const loss = h.exp().mul(3).sum();
    const node = loss.gradNode!;
    expect(node).not.toBe(null);
    const exp = h.exp();
    const broken = exp.mul(exp).sum();
    exp.detach().zero_();
    const before = memoryStats();
    expect(thrown(() => broken.backward())).toMatch(/modified by an inplace operation/);
    expect(memoryStats()).toEqual(before);
  });
});

describe("one door", () => {
  it("says which op was given what is no tensor", () => {
    expect(thrown(() => apply(addOp, [[1, 2] as never, ones(2)], { alpha: 1 }))).toMatchInlineSnapshot(
      `"BernoulliError: add: expected a Tensor, got an array; make a tensor of it with tensor(…)"`,
    );
    expect(thrown(() => apply(addOp, [undefined as never, ones(2)], { alpha: 1 }))).toMatchInlineSnapshot(
      `"BernoulliError: add: expected a Tensor, got undefined"`,
    );
  });

  it("refuses two devices", () => {
    expect(thrown(() => ones(2).add(ones(2, { device: "reference" })))).toMatchInlineSnapshot(
      `"DeviceError: add: expected all tensors to be on the same device, but found at least two devices, cpu and reference; move one: x.to("cpu")"`,
    );
  });
});

describe("a gradient that was kept", () => {
  const parameter = () => ones(1000, { requiresGrad: true }).keep();

  it("outlives the step whatever becomes of its leaf's grad", () => {
    const weight = parameter();
    const kept = [2, 3].map((factor) =>
      scope(() => {
        weight.mul(factor).sum().backward();
        const gradient = weight.grad!.keep();
        weight.grad = null;
        return gradient;
      }),
    );
    expect(kept.map((gradient) => gradient.sum().item())).toEqual([2000, 3000]);
    for (const tensor of [...kept, weight]) tensor.dispose();
  });

  it("as two leaves' lives until neither has it", () => {
    const [first, second] = [parameter(), parameter()];
    scope(() => {
      first.mul(2).sum().backward();
      second.grad = first.grad;
      first.grad = null;
    });
    const gradient = second.grad!;
    expect(gradient.sum().item()).toBe(2000);
    scope(() => {
      second.grad = null;
    });
    expect(() => gradient.toArray()).toThrow(FreedTensorError);
    for (const tensor of [first, second]) tensor.dispose();
  });

  it("is kept with its leaf, also where each is the other's", () => {
    const [first, second] = [ones(1000, { requiresGrad: true }), ones(1000)];
    first.grad = second;
    second.grad = first;
    first.keep();
    expect([first.storage.kept, second.storage.kept]).toEqual([true, true]);
    for (const tensor of [first, second]) tensor.dispose();
  });
});
