// What hangs on a module and how: calls, parameters, buffers, modes. Printing, saving and failing have files of their own.
import { ones, rand, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { Conv2d, Dropout, F, Linear, MaxPool2d, Module, ModuleList, Parameter, ReLU, Sequential } from "./index.js";

class Net extends Module {
  conv1 = new Conv2d(1, 2, 3);
  pool = new MaxPool2d(2, 2);
  fc1: Linear;
  scale = new Parameter(ones(1));
  dropout = new Dropout(0.25);

  constructor(features = 18) {
    super();
    this.fc1 = new Linear(features, 4);
  }

  forward(x: Tensor): Tensor {
    const pooled = this.pool(F.relu(this.conv1(x)));
    return this.fc1(this.dropout(pooled.view(x.size(0), -1))).mul(this.scale);
  }
}

const names = (pairs: Iterable<[string, unknown]>) => [...pairs].map(([name]) => name);

describe("calling", () => {
  it("runs forward, and the module is an instance of its class", () => {
    const net = new Net();
    expect(net(rand(2, 1, 8, 8)).shape).toEqual([2, 4]);
    expect(net).toBeInstanceOf(Net);
    expect(net).toBeInstanceOf(Module);
    expect(typeof net).toBe("function");
    expect(Object.keys(net)).toEqual(["training", "conv1", "pool", "fc1", "scale", "dropout"]);
  });

  it("has the types of forward", () => {
    const net = new Net();
    const result: Tensor = net(rand(1, 1, 8, 8));
    expect(result.shape).toEqual([1, 4]);
    // @ts-expect-error: forward wants a Tensor
    expect(() => net("image")).toThrow();
    // @ts-expect-error: forward wants one argument
    expect(() => net.conv1()).toThrow();
    // @ts-expect-error: a Tensor is no number
    const wrong: number = net.fc1(rand(1, 18));
    expect(wrong).not.toBe(0);
  });

  it("lets subclasses have fields called name and length, and private fields", () => {
    class Named extends Module {
      override name = "mine";
      #secret = 3;
      forward(x: number): number {
        return x * this.#secret;
      }
    }
    const named = new Named();
    expect([named.name, named(2)]).toEqual(["mine", 6]);
    expect((new ReLU() as { name?: string }).name).toBeUndefined();
  });
});

describe("what hangs on a module", () => {
  it("is found in the order of declaration, parameters of a module before those below it", () => {
    const net = new Net();
    expect(names(net.namedParameters())).toEqual(["scale", "conv1.weight", "conv1.bias", "fc1.weight", "fc1.bias"]);
    expect(names(net.namedModules())).toEqual(["", "conv1", "pool", "fc1", "dropout"]);
    expect(names(net.namedChildren())).toEqual(["conv1", "pool", "fc1", "dropout"]);
    expect([...net.parameters({ recurse: false })].map((parameter) => parameter === net.scale)).toEqual([true]);
    expect([...net.parameters()].every((parameter) => parameter.requiresGrad && parameter.storage.kept)).toBe(true);
  });

  it("is found in arrays, under ModuleList's keys", () => {
    class Blocks extends Module {
      blocks = [new Linear(2, 2), [new Linear(2, 2, { bias: false })]];
      list = new ModuleList([new Linear(2, 2, { bias: false })]);
      scales = [new Parameter(ones(1)), new Parameter(ones(1))];
      numbers = [1, 2];
      forward(): void {}
    }
    const module = new Blocks();
    const keys = ["blocks.0.weight", "blocks.0.bias", "blocks.1.0.weight", "list.0.weight", "scales.0", "scales.1"];
    expect(names(module.namedParameters())).toEqual(keys);
    expect(Object.keys(module.stateDict())).toEqual(keys);
    expect(names(module.namedChildren())).toEqual(["blocks.0", "blocks.1.0", "list"]);
    module.eval();
    expect((module.blocks[0] as Linear).training).toBe(false);
  });

  it("is listed once where it is shared, but saved under each of its paths", () => {
    class Tied extends Module {
      encoder = new Linear(2, 2, { bias: false });
      decoder = this.encoder;
      again = this.encoder.weight;
      forward(): void {}
    }
    const tied = new Tied();
    expect(names(tied.namedParameters())).toEqual(["again"]);
    expect(names(tied.namedModules())).toEqual(["", "encoder"]);
    expect(names(tied.namedChildren())).toEqual(["encoder"]);
    expect(Object.keys(tied.stateDict())).toEqual(["again", "encoder.weight", "decoder.weight"]);
  });

  it("may close a circle", () => {
    class Child extends Module {
      parent: Module | null = null;
      weight = new Parameter(ones(1));
      forward(): void {}
    }
    class Parent extends Module {
      child = new Child();
      self = [this as Module];
      forward(): void {}
    }
    const parent = new Parent();
    parent.child.parent = parent;
    expect(names(parent.namedModules())).toEqual(["", "child"]);
    expect(Object.keys(parent.stateDict())).toEqual(["child.weight"]);
    expect(parent.train(false).child.training).toBe(false);
    expect(String(parent)).toMatchInlineSnapshot(`
      "Parent(
        (child): Child(
          (parent): Parent(...)
        )
        (self): ModuleList(
          (0): Parent(...)
        )
      )"
    `);
    const visited: string[] = [];
    parent.apply((module) => visited.push(module.constructor.name));
    expect(visited).toEqual(["Child", "Parent"]);
  });
});

describe("buffers", () => {
  class Norm extends Module {
    declare running: Tensor;
    mean = this.registerBuffer("mean", zeros(2));
    constructor() {
      super();
      this.registerBuffer("running", ones(2));
      this.registerBuffer("steps", zeros(1), { persistent: false });
      this.registerBuffer("nothing", null);
    }
    forward(): void {}
  }

  it("are listed, saved if persistent, and no parameters", () => {
    const outer = new Sequential(new Norm());
    expect(names(outer.namedBuffers())).toEqual(["0.mean", "0.running", "0.steps"]);
    expect(Object.keys(outer.stateDict())).toEqual(["0.mean", "0.running"]);
    expect([...outer.parameters()]).toEqual([]);
    expect([...outer.buffers({ recurse: false })]).toEqual([]);
  });

  it("keep what is assigned to them", () => {
    const norm = new Norm();
    norm.running = tensor([5, 6]);
    expect(norm.running.storage.kept).toBe(true);
    expect(norm.stateDict()["running"]?.toArray()).toEqual([5, 6]);
    norm.mean = tensor([7, 8]);
    expect(norm.stateDict()["mean"]?.toArray()).toEqual([7, 8]);
  });

  it("have names that are free, without dots", () => {
    const norm = new Norm();
    expect(() => norm.registerBuffer("", null)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: registerBuffer: buffer name can't be empty string ""]`,
    );
    expect(() => norm.registerBuffer("a.b", null)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: registerBuffer: buffer name can't contain ".", but got "a.b"]`,
    );
    expect(() => norm.registerBuffer("forward", null)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: registerBuffer: attribute 'forward' already exists]`,
    );
    expect(() => norm.registerBuffer("x", 3 as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: cannot assign 'number' as buffer 'x' (Tensor or null expected)]`,
    );
    expect(() => {
      norm.running = 3 as never;
    }).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: cannot assign 'number' as buffer 'running' (Tensor or null expected)]`,
    );
  });
});

describe("modes and gradients", () => {
  it("train and eval reach every module and return this one", () => {
    const net = new Net();
    expect(net.eval()).toBe(net);
    expect([...net.modules()].map(({ training }) => training)).toEqual([false, false, false, false, false]);
    expect(net.train().dropout.training).toBe(true);
    expect(() => net.train(3 as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: train: training mode is expected to be boolean, but got 3]`,
    );
  });

  it("zeroGrad drops gradients or zeroes them", () => {
    const fc = new Linear(2, 1);
    fc(ones(1, 2)).sum().backward();
    fc.zeroGrad({ setToNone: false });
    expect(fc.weight.grad?.toArray()).toEqual([[0, 0]]);
    fc.zeroGrad(false);
    expect(fc.weight.grad?.toArray()).toEqual([[0, 0]]);
    fc.zeroGrad();
    expect([fc.weight.grad, fc.bias?.grad]).toEqual([null, null]);
  });

  it("requiresGrad_ freezes", () => {
    const fc = new Linear(2, 1).requiresGrad_(false);
    expect(fc(ones(1, 2)).requiresGrad).toBe(false);
    expect(fc.requiresGrad_()(ones(1, 2)).requiresGrad).toBe(true);
  });

  it("apply visits children first", () => {
    const visited: string[] = [];
    const net = new Net();
    expect(net.apply((module) => visited.push(module.constructor.name))).toBe(net);
    expect(visited).toEqual(["Conv2d", "MaxPool2d", "Linear", "Dropout", "Net"]);
  });
});
