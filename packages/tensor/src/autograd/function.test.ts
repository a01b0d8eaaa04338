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
  static backward({ savedTensors: [a, b] }: Context, ofSum: Tensor, ofProduct: Tensor, ofTruth: Tensor | null) {
    expect(ofTruth).toBeNull();
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

  it("gives zeros to backward for outputs that were not used, and nothing for what is not floating", () => {
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
    expect(y).not.toBe(x);
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

  it("outputs that are no tensors", () => {
    expect(withForward(() => 3)).toMatchInlineSnapshot(
      `"AutogradError: Wrong.forward: expected to return a Tensor or an array of them, got number"`,
    );
    expect(withForward((_, x) => [x, 3])).toMatchInlineSnapshot(
      `"AutogradError: Wrong.forward: expected to return a Tensor or an array of them, got an array of other things"`,
    );
    expect(withForward((_, x) => [x.mul(1), x.to("float64")])).toMatchInlineSnapshot(
      `"AutogradError: Wrong: outputs with gradients must be of one dtype, but got float32 and float64"`,
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
