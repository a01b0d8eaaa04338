// Ops of the user's own: recorded, differentiated twice, and what they are refused.

import { gradcheck, gradgradcheck, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { autograd, grad, memoryStats, noGrad, ones, scope, type Tensor, tensor } from "../index.js";

type Context = autograd.FunctionContext;
const leaf = (data: Parameters<typeof tensor>[0]) => tensor(data, { requiresGrad: true });

class ScaledExp extends autograd.Function {
  static forward(context: Context, x: Tensor, scale: number) {
    const output = x.exp().mul(scale);
    context.saveForBackward(output);
    return output;
  }
  static backward(context: Context, gradient: Tensor) {
    return [gradient.mul(context.savedTensors[0]!), null];
  }
}

/** Sum and product of two tensors, and where the first is larger. */
class SumAndProduct extends autograd.Function {
  static forward(context: Context, a: Tensor, b: Tensor): [Tensor, Tensor, Tensor] {
    context.saveForBackward(a, b);
    return [a.add(b), a.mul(b), a.gt(b)];
  }
  static backward({ savedTensors: [a, b] }: Context, ofSum: Tensor, ofProduct: Tensor, ofTruth: Tensor) {
    expect(ofTruth.dtype).toBe("bool");
    return [ofSum.add(ofProduct.mul(b!)), ofSum.add(ofProduct.mul(a!))];
  }
}

describe("a function", () => {
  it("has the gradients, first and second, that its backward tells", () => {
    const x = tensor([[0.3, -0.5]], { dtype: "float64" });
    const y = tensor([[1.2, 0.7]], { dtype: "float64" });
    const scaled = (input: Tensor) => ScaledExp.apply(input, 2);
    gradcheck(scaled, [x]);
    gradgradcheck(scaled, [x]);
    const both = (a: Tensor, b: Tensor) => {
      const [sum, product] = SumAndProduct.apply(a, b);
      return sum.mul(product);
    };
    gradcheck(both, [x, y]);
    gradgradcheck(both, [x, y]);
  });

  it("gives zeros to backward for outputs that were not used, and for what is not floating", () => {
    const [a, b] = [leaf([2, 3]), leaf([5, 1])];
    const [, product, larger] = SumAndProduct.apply(a, b);
    expect([larger.requiresGrad, larger.toArray()]).toEqual([false, [false, true]]);
    expect(grad(product.sum(), [a, b]).map((gradient) => gradient.toArray())).toEqual([
      [5, 1],
      [2, 3],
    ]);
  });

  it("is not recorded where nothing wants a gradient", () => {
    expect(ScaledExp.apply(ones(2), 1).requiresGrad).toBe(false);
    expect(noGrad(() => ScaledExp.apply(leaf([1]), 1)).requiresGrad).toBe(false);
  });

  it("may hand its input on, without harm to the input", () => {
    class Reverse extends autograd.Function {
      static forward(_: Context, x: Tensor, strength: number) {
        _["strength"] = strength;
        return x;
      }
      static backward(context: Context, gradient: Tensor) {
        return [gradient.mul(-context["strength"]), null];
      }
    }
    const x = leaf([1, 2]);
    const y = Reverse.apply(x, 3);
    expect(y === x).toBe(false);
    y.sum().backward();
    expect([x.grad?.toArray(), x.isLeaf]).toEqual([[-3, -3], true]);
  });

  it("knows which of its inputs need gradients, and may mark outputs as having none", () => {
    let needs: readonly boolean[] = [];
    class Probe extends autograd.Function {
      static forward(context: Context, x: Tensor, y: Tensor, _: string) {
        needs = context.needsInputGrad;
        const rounded = y.mul(1);
        context.markNonDifferentiable(rounded);
        return [x.mul(1), rounded];
      }
      static backward(_: Context, gradient: Tensor) {
        return [gradient, null, null];
      }
    }
    const [first, second] = Probe.apply(leaf([1]), ones(1), "text");
    expect([needs, first!.requiresGrad, second!.requiresGrad]).toEqual([[true, false, false], true, false]);
  });

  it("tells its name in the graph, and where a saved tensor was written since", () => {
    const x = leaf([1, 2]);
    const y = ScaledExp.apply(x, 1);
    expect(y.gradNode?.name).toBe("ScaledExpBackward0");
    noGrad(() => y.mul_(2));
    expect(thrown(() => y.sum().backward())).toMatchInlineSnapshot(
      `"AutogradError: one of the variables needed for gradient computation has been modified by an inplace operation: ScaledExp saved its tensor 0 [2] at version 0; it is at version 1 now. Use the op without the trailing underscore, or write before ScaledExp runs."`,
    );
  });

  it("refuses a second backward, unless the graph is kept", () => {
    const y = ScaledExp.apply(leaf([1]), 1).sum();
    y.backward({ retainGraph: true });
    y.backward();
    expect(thrown(() => y.backward())).toMatch(/Trying to backward through the graph a second time/);
  });

  it("may have outputs of several dtypes, and give gradients of others that broadcast", () => {
    class Both extends autograd.Function {
      static forward(_: Context, x: Tensor): [Tensor, Tensor] {
        return [x.mul(2), x.to("float64").mul(3)];
      }
      static backward(_: Context, single: Tensor, double: Tensor) {
        expect([single.dtype, double.dtype]).toEqual(["float32", "float64"]);
        return single.to("float64").mul(2).add(double.mul(3)).expand(3, 2);
      }
    }
    const x = leaf([1, 1]);
    const [single, double] = Both.apply(x);
    single.sum().to("float64").add(double.sum()).backward();
    // Three rows of the same, summed.
    expect([x.grad?.dtype, x.grad?.toArray()]).toEqual(["float32", [15, 15]]);
  });

  it("may return one tensor twice: each has its own gradient", () => {
    class Twice extends autograd.Function {
      static forward(_: Context, x: Tensor): [Tensor, Tensor] {
        const y = x.mul(1);
        return [y, y];
      }
      static backward(_: Context, first: Tensor, second: Tensor) {
        return first.mul(10).add(second);
      }
    }
    const x = leaf([1, 2]);
    const [first, second] = Twice.apply(x);
    first.sum().add(second.sum()).backward();
    expect(x.grad?.toArray()).toEqual([11, 11]);
  });

  it("may keep the gradients that it is given, and what it makes of them", () => {
    const kept: Tensor[] = [];
    class Watch extends autograd.Function {
      static forward(_: Context, x: Tensor) {
        return x.mul(1);
      }
      static backward(_: Context, gradient: Tensor) {
        kept.push(gradient, gradient.mul(2), gradient.sum());
        return gradient;
      }
    }
    const x = ones(1000, { requiresGrad: true });
    scope(() => {
      Watch.apply(x.mul(3)).sum().backward();
      expect(kept.map((tensor) => tensor.sum().item())).toEqual([1000, 2000, 1000]);
    });
  });

  it("leaves no memory behind", () => {
    const x = leaf([1, 2]);
    const step = () => scope(() => ScaledExp.apply(x, 2).sum().backward());
    step();
    const { bytes } = memoryStats();
    step();
    expect(memoryStats().bytes).toBe(bytes);
  });
});

describe("what is refused", () => {
  const withBackward = (backward: (context: Context) => unknown) => {
    class Wrong extends autograd.Function {
      static forward(_: Context, x: Tensor, __: number) {
        return x.mul(1);
      }
      static backward(context: Context) {
        return backward(context) as Tensor;
      }
    }
    return thrown(() =>
      Wrong.apply(leaf([1, 2]), 1)
        .sum()
        .backward(),
    );
  };
  const withForward = (forward: (context: Context, x: Tensor) => unknown) => {
    class Wrong extends autograd.Function {
      static forward(context: Context, x: Tensor) {
        return forward(context, x) as Tensor;
      }
      static backward(_: Context, gradient: Tensor) {
        return gradient;
      }
    }
    return thrown(() => Wrong.apply(leaf([1, 2])));
  };

  it("gradients that do not fit", () => {
    expect(withBackward(() => [ones(2)])).toMatchInlineSnapshot(
      `"AutogradError: Wrong.backward returned an incorrect number of gradients (expected 2, got 1)"`,
    );
    expect(withBackward(() => [ones(2), ones(2)])).toMatchInlineSnapshot(
      `"AutogradError: Wrong.backward returned a gradient for argument 1, which was no tensor"`,
    );
    expect(withBackward(() => [ones(3), null])).toMatchInlineSnapshot(
      `"AutogradError: WrongBackward0: returned a gradient of shape [3] (float32) for input 0 of shape [2] (float32)"`,
    );
    expect(withBackward(() => [1, null])).toMatchInlineSnapshot(
      `"AutogradError: Wrong.backward: expected a Tensor or null for argument 0, got number"`,
    );
  });

  it("writes that would take the place of its backward", () => {
    class Triple extends autograd.Function {
      static forward(_: Context, x: Tensor) {
        return x.view(-1);
      }
      static backward(_: Context, gradient: Tensor) {
        return gradient.view(2, 1).mul(3);
      }
    }
    class Same extends autograd.Function {
      static forward(_: Context, x: Tensor) {
        return x;
      }
      static backward(_: Context, gradient: Tensor) {
        return gradient.mul(3);
      }
    }
    const column = () => leaf([[3], [4]]).clone();
    expect(thrown(() => Triple.apply(column()).mul_(2))).toMatchInlineSnapshot(
      `"AutogradError: Output 0 of Triple is a view and is being modified inplace. This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic to handle view+inplace would override the custom backward associated with the custom Function, leading to incorrect gradients. This behavior is forbidden. You can fix this by cloning the output of the custom Function."`,
    );
    const writes: ((output: Tensor, input: Tensor) => unknown)[] = [
      (output) => output.select(0, 0).mul_(2),
      (output) => output.mul_(2),
      (output, input) => {
        input.mul_(2);
        return output.sum();
      },
      (output, input) => {
        const part = output.select(0, 0);
        input.select(0, 1).mul_(2);
        return part.sum();
      },
    ];
    for (const Op of [Triple, Same]) {
      for (const write of writes) {
        const input = column();
        expect(thrown(() => write(Op.apply(input), input))).toMatch(/view and (its base|is being)/);
      }
      const written = column();
      const output = Op.apply(written);
      written.mul_(2);
      expect(String(output)).toMatch(/grad_fn=<Invalid>/);
      // Cloned, and where nothing is recorded, it may be written.
      const x = leaf([[3], [4]]);
      Op.apply(x.clone()).clone().mul_(2).sum().backward();
      expect(x.grad?.toArray()).toEqual([[6], [6]]);
      noGrad(() => Op.apply(x).mul_(2));
      expect(x.toArray()).toEqual([[6], [8]]);
    }
  });

  it("outputs that are no tensors", () => {
    expect(withForward(() => 3)).toMatchInlineSnapshot(
      `"AutogradError: Wrong.forward: expected to return a Tensor or an array of them, got number"`,
    );
    expect(withForward((_, x) => [x, 3])).toMatchInlineSnapshot(
      `"AutogradError: Wrong.forward: expected to return a Tensor or an array of them, got an array of other things"`,
    );
  });

  it("what cannot be saved, and saved tensors before backward", () => {
    expect(withForward((context) => context.saveForBackward(3 as never))).toMatchInlineSnapshot(
      `"AutogradError: saveForBackward can only save tensors, but got number; put it on the context"`,
    );
    expect(withForward((context) => context.savedTensors)).toMatchInlineSnapshot(
      `"AutogradError: savedTensors can be read in backward only"`,
    );
  });
});
