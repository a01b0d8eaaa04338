// Members by name and path, and what PyTorch's scripts ask of modules beside.

import { ones, type Tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { Identity, Linear, Module, Parameter, ReLU, Sequential } from "./index.js";

class Shared extends Module {
  first = new Linear(2, 2);
  second = this.first;
  blocks = [new ReLU()];
  constructor() {
    super();
    this.registerBuffer("count", zeros(1));
  }
  forward(x: Tensor): Tensor {
    return this.second(this.first(x));
  }
}

describe("addModule", () => {
  it("hangs modules on names, and refuses the others", () => {
    const net = new Identity() as Identity & Record<string, any>;
    net.addModule("fc1", new Linear(2, 3));
    net.registerModule("act", new ReLU());
    net.addModule("later", null);
    net.addModule("later", new Linear(1, 1));
    expect([...net.namedChildren()].map(([name]) => name)).toEqual(["fc1", "act", "later"]);
    expect(net["fc1"](ones(1, 2)).shape).toEqual([1, 3]);
    expect(() => net.addModule("forward", new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: addModule: attribute 'forward' already exists]`,
    );
    expect(() => net.addModule("a.b", new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: addModule: module name can't contain ".", got: a.b]`,
    );
    expect(() => net.addModule("", new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: addModule: module name can't be empty string ""]`,
    );
    expect(() => net.addModule("x", ones(1) as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: addModule: a Tensor is not a Module subclass]`,
    );
  });
});

describe("paths", () => {
  it("lead to modules, parameters and buffers", () => {
    const net = new Sequential({ body: new Shared() });
    expect(net.getSubmodule("")).toBe(net);
    expect(net.getSubmodule("body.blocks.0")).toBeInstanceOf(ReLU);
    expect(net.getParameter("body.first.weight").shape).toEqual([2, 2]);
    expect(net.getBuffer("body.count").shape).toEqual([1]);
    expect(() => net.getSubmodule("body.third")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: getSubmodule: Shared has no attribute \`third\`; it has training, first, second, blocks, count]`,
    );
    expect(() => net.getSubmodule("body.count")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: getSubmodule: \`count\` is not an nn.Module]`,
    );
    expect(() => net.getParameter("body.first.inFeatures")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: getParameter: \`inFeatures\` is not an nn.Parameter]`,
    );
    expect(() => net.getParameter("body.first.scale")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: getParameter: Linear has no attribute \`scale\`]`,
    );
    expect(() => net.getBuffer("body.first.weight")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: getBuffer: \`weight\` is not a buffer]`,
    );
  });

  it("have a prefix, and lead to what is shared on all of them", () => {
    const net = new Shared();
    expect([...net.namedParameters("net")].map(([name]) => name)).toEqual(["net.first.weight", "net.first.bias"]);
    expect([...net.namedParameters({ removeDuplicate: false })].map(([name]) => name)).toEqual([
      "first.weight",
      "first.bias",
      "second.weight",
      "second.bias",
    ]);
    expect([...net.namedModules({ prefix: "net", removeDuplicate: false })].map(([name]) => name)).toEqual([
      "net",
      "net.first",
      "net.second",
      "net.blocks.0",
    ]);
    expect([...net.namedBuffers({ prefix: "net" })].map(([name]) => name)).toEqual(["net.count"]);
    expect([...net.parameters(false)]).toEqual([]);
    expect(Object.keys(net.stateDict({ prefix: "net." }))).toContain("net.first.weight");
    expect(net.stateDict({ keepVars: true })["first.weight"]).toBe(net.first.weight);
  });
});

describe("hooks", () => {
  it("run before the others where they are prepended, and behind what throws where they always do", () => {
    const order: string[] = [];
    const layer = new Identity();
    layer.registerForwardPreHook(() => void order.push("pre"));
    layer.registerForwardPreHook(() => void order.push("first"), { prepend: true });
    layer.registerForwardHook(() => void order.push("behind"));
    const handle = layer.registerForwardHook(() => void order.push("before"), { prepend: true });
    layer(1);
    handle.remove();
    layer(1);
    expect(order).toEqual(["first", "pre", "before", "behind", "first", "pre", "behind"]);
    class Fails extends Module {
      forward(): never {
        throw new Error("no");
      }
    }
    const fails = new Fails();
    const seen: unknown[] = [];
    fails.registerForwardHook((_, __, output) => void seen.push(output), { alwaysCall: true });
    expect(() => fails()).toThrow("no");
    expect(seen).toEqual([undefined]);
    expect(() => layer.registerForwardPreHook(() => {}, { withKwargs: true })).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: registerHook: withKwargs is not there, since forwards have no arguments by name: options are the last of the inputs]`,
    );
  });
});

describe("dtypes and devices", () => {
  it("go by PyTorch's short names, or are refused with what to do", () => {
    const layer = new Linear(2, 1);
    expect([layer.double().weight.dtype, layer.float().weight.dtype]).toEqual(["float64", "float32"]);
    expect(() => layer.half()).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: Module.half: there is no float16 here; leave .half() out, or call .float(): kernels compute in float32]`,
    );
    expect(() => layer.bfloat16()).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: Module.bfloat16: there is no bfloat16 here; leave .bfloat16() out, or call .float(): kernels compute in float32]`,
    );
    expect(() => layer.shareMemory()).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Module.shareMemory: parameters are not shared between processes (hogwild is not there); leave it out, and train in one process, whose threads setNumThreads counts]`,
    );
  });
});

describe("loadStateDict", () => {
  it("assigns where it is told to, in the dtype that came", () => {
    const layer = new Linear(2, 1);
    const { weight } = layer;
    const given = { weight: ones(1, 2, { dtype: "float64" }), bias: zeros(1, { dtype: "float64" }) };
    layer.loadStateDict(given, { assign: true });
    expect([layer.weight === weight, weight.dtype, weight.requiresGrad, weight.toArray()]).toEqual([
      true,
      "float64",
      true,
      [[1, 1]],
    ]);
    layer(ones(1, 2, { dtype: "float64" }))
      .sum()
      .backward();
    expect(weight.grad!.dtype).toBe("float64");
    const shared = new Shared();
    const count = ones(1);
    expect(shared.loadStateDict({ count }, false, true).missingKeys.length).toBe(4);
    expect(shared.getBuffer("count").toArray()).toEqual([1]);
    expect(new Parameter(ones(1)).dtype).toBe("float32");
  });
});
