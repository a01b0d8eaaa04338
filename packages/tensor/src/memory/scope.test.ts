// Step scopes: what they free, what lives on, and what a tensor says that was used after its end.
// In a process of its own: it looks at memory, which is to be untouched.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { apply } from "../door/apply.js";
import { closeScope, memoryStats, noGrad, ones, openScope, scope, type Tensor, tensor, zeros } from "../index.js";
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
