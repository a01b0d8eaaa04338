// Hooks on modules. The order of events was that of PyTorch 2.15.0 for the same net.

import { grad, memoryStats, ones, scope, type Tensor, tensor } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { Linear, Module, Parameter, summary } from "./index.js";

class Net extends Module {
  a = new Linear(2, 3);
  b = new Linear(3, 1);
  forward(x: Tensor): Tensor {
    return this.b(this.a(x).relu());
  }
}

/** Two inputs, two outputs. */
class Pair extends Module {
  weight = new Parameter(tensor([2, 3]));
  forward(x: Tensor, y: Tensor, factor: number): [Tensor, Tensor] {
    return [x.mul(this.weight).mul(factor), y.mul(this.weight)];
  }
}

describe("hooks", () => {
  it("run in PyTorch's order", () => {
    const net = new Net();
    const log: unknown[] = [];
    net.a.registerForwardPreHook((_, [x]) => {
      log.push("before a");
      return x.mul(2);
    });
    net.a.registerForwardHook((_, [x], output) => {
      log.push(["behind a", x.toArray()]);
      return output.add(1);
    });
    net.registerForwardHook(() => void log.push("behind net"));
    net.b.registerFullBackwardHook((module, gradInput, gradOutput) => {
      expect(module).toBe(net.b);
      log.push(["back through b", gradInput.length, gradOutput.length]);
      return [gradInput[0]!.mul(3)];
    });
    net.a.registerFullBackwardHook(
      (_, gradInput, gradOutput) =>
        void log.push(["back through a", gradInput, gradOutput.map((gradient) => gradient!.shape)]),
    );
    net(ones(1, 2)).sum().backward();
    expect(log).toEqual([
      "before a",
      ["behind a", [[2, 2]]],
      "behind net",
      ["back through b", 1, 1],
      ["back through a", [null], [[1, 3]]],
    ]);
  });

  it("replace gradients of inputs, and no others", () => {
    const layer = new Linear(3, 1);
    const plain = tensor([[1, 2, 3]], { requiresGrad: true });
    layer(plain).sum().backward();
    const [ofInput, ofWeight] = [plain.grad!.toArray() as number[][], layer.weight.grad!.toArray()];
    layer.zeroGrad();
    const handle = layer.registerFullBackwardHook((_, [gradient]) => gradient!.mul(3));
    const hooked = tensor([[1, 2, 3]], { requiresGrad: true });
    layer(hooked).sum().backward();
    for (const [at, value] of ofInput[0]!.entries()) expect(hooked.grad!.toTypedArray()[at]).toBeCloseTo(3 * value, 6);
    expect(layer.weight.grad!.toArray()).toEqual(ofWeight);
    handle.remove();
    const free = tensor([[1, 2, 3]], { requiresGrad: true });
    layer(free).sum().backward();
    expect(free.grad!.toArray()).toEqual(ofInput);
  });

  it("see several inputs and outputs at once", () => {
    const pair = new Pair();
    const [x, y] = [tensor([1, 1], { requiresGrad: true }), ones(2)];
    const seen: unknown[] = [];
    const show = (gradients: readonly (Tensor | null)[]) => gradients.map((gradient) => gradient?.toArray() ?? null);
    pair.registerFullBackwardHook((_, gradInput, gradOutput) => void seen.push(show(gradInput), show(gradOutput)));
    const [first, second] = pair(x, y, 10);
    first.mul(second).sum().backward();
    expect(seen).toEqual([
      [[40, 90], null],
      [
        [2, 3],
        [20, 30],
      ],
    ]);
    expect(x.grad!.toArray()).toEqual([40, 90]);
    expect(pair.weight.grad!.toArray()).toEqual([40, 60]);
  });

  it("let second derivatives through", () => {
    const layer = new Linear(1, 1, { bias: false, dtype: "float64" });
    layer.registerFullBackwardHook(() => undefined);
    const x = tensor([[3]], { dtype: "float64", requiresGrad: true });
    const [first] = grad(layer(x).pow(2).sum(), [x], { createGraph: true });
    const [second] = grad(first.sum(), [x]);
    expect(second.item()).toBeCloseTo(2 * layer.weight.item() ** 2, 12);
  });

  it("may hold what they are shown, as class activation maps do", () => {
    const layer = new Linear(2, 2, { bias: false });
    const held: Record<string, Tensor | null> = {};
    layer.registerForwardHook((_, __, output) => void (held["activation"] = output.detach()));
    layer.registerFullBackwardHook((_, [gradInput], [gradOutput]) => {
      held["gradInput"] = gradInput!;
      held["gradOutput"] = gradOutput!;
    });
    const inputs = [tensor([[1, 2]], { requiresGrad: true }), ones(1, 2)];
    for (const x of inputs) {
      scope(() => {
        layer(x)
          .mul(tensor([[3, 4]]))
          .sum()
          .backward();
        expect(held["gradOutput"]!.mul(held["activation"]!).shape).toEqual([1, 2]);
        expect(held["gradOutput"]!.toArray()).toEqual([[3, 4]]);
        expect(held["gradInput"]?.toArray()).toEqual(x.grad?.toArray());
      });
    }
    layer(inputs[0]!).sum().backward();
    expect(held["gradOutput"]!.toArray()).toEqual([[1, 1]]);
  });

  it("leave no memory behind", () => {
    const net = new Net();
    net.a.registerFullBackwardHook(() => undefined);
    net.b.registerFullBackwardHook((_, [gradient]) => [gradient!.mul(2)]);
    const step = () => scope(() => net(ones(4, 2)).sum().backward());
    step();
    const { bytes } = memoryStats();
    step();
    expect(memoryStats().bytes).toBe(bytes);
  });

  it("and functions handed to apply and summary are synchronous, or refused without a rejection that nobody takes", async () => {
    const later = async (): Promise<never> => {
      await null;
      throw new Error("nobody waits for this");
    };
    const through = (hang: (net: Net) => unknown) =>
      thrown(() => {
        const net = new Net();
        hang(net);
        net(ones(4, 2)).sum().backward();
      });
    class Late extends Net {
      override forward = later as never;
    }
    const messages = [
      through((net) => net.a.registerForwardPreHook(later)),
      through((net) => net.a.registerForwardHook(later)),
      through((net) => net.a.registerFullBackwardHook(later)),
      thrown(() => new Net().apply(later)),
      thrown(() => summary(new Late(), [1, 2])),
    ];
    expect(messages).toMatchInlineSnapshot(`
      [
        "ArgumentError: in Net.a (Linear): registerForwardPreHook: the hook returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: in Net.a (Linear): registerForwardHook: the hook returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: registerFullBackwardHook: the hook returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: apply: the function returned a promise, but must be synchronous; await before or after it",
        "ArgumentError: summary: the model returned a promise, but must be synchronous; await before or after it",
      ]
    `);
    await new Promise((resolve) => setTimeout(resolve));
  });
});
