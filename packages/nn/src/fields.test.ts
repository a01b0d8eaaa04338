// What modules do with what is put in their fields by hand: plain tensors, buffers, gaps, wrong options.

import { memoryStats, ones, rand, scope, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { thrown } from "@bernoulli/testing";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import {
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Flatten,
  Identity,
  init,
  Linear,
  MaxPool2d,
  Module,
  ModuleList,
  Parameter,
  ReLU,
  Sequential,
} from "./index.js";

afterEach(() => vi.restoreAllMocks());

describe("a buffer that is assigned anew", () => {
  class Registered extends Module {
    declare mean: Tensor;
    constructor() {
      super();
      this.registerBuffer("mean", ones(1000));
    }
    forward(x: Tensor): Tensor {
      this.mean = this.mean.mul(0.5);
      return x;
    }
  }
  class Field extends Module {
    mean: Tensor = this.registerBuffer("mean", ones(1000));
    forward(x: Tensor): Tensor {
      this.mean = this.mean.mul(0.5);
      return x;
    }
  }

  it.each([Registered, Field])("%o lives on, at constant memory", (Net) => {
    const net = new Net();
    const step = () => scope(() => void net(rand(10)));
    step();
    const after = memoryStats();
    step();
    step();
    expect(memoryStats()).toEqual(after);
    expect(net.mean.sum().item()).toBe(125);
    expect(Object.keys(net.stateDict())).toEqual(["mean"]);
    net.dispose();
  });
});

describe("a plain tensor in a parameter's place", () => {
  it("is refused", () => {
    class Tied extends Module {
      encoder = new Linear(3, 4, { bias: false });
      decoder = new Linear(4, 3, { bias: false });
      constructor() {
        super();
        // @ts-expect-error a Tensor is no Parameter
        this.decoder.weight = this.encoder.weight.t();
      }
      forward(x: Tensor): Tensor {
        return this.decoder(this.encoder(x));
      }
    }
    expect(() => new Tied().stateDict()).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: cannot assign 'Tensor' as parameter 'weight' of Linear (nn.Parameter or null expected): nothing would train it; assign new Parameter(…), or compute with it in a forward of your own]`,
    );
    class Own extends Module {
      scale: Tensor = new Parameter(ones(1));
      forward(x: Tensor): Tensor {
        return x.mul(this.scale);
      }
    }
    const own = new Own();
    expect([...own.parameters()]).toHaveLength(1);
    own.scale = zeros(1);
    expect(() => [...own.parameters()]).toThrow("nn.Parameter or null expected");
    expect(() => own(ones(1))).toThrow("in Own: cannot assign 'Tensor' as parameter 'scale'");
    own.scale = 3 as never;
    expect(() => own(ones(1))).toThrow("cannot assign 'number' as parameter 'scale'");
    own.scale = new Parameter(ones(1));
    expect(own(ones(1)).item()).toBe(1);
  });

  it("is refused at the first call of a layer that nobody has walked, with its path", () => {
    class Net extends Module {
      fc = new Linear(2, 2);
      forward(x: Tensor): Tensor {
        return this.fc(x);
      }
    }
    const net = new Net();
    net.fc.weight = zeros(2, 2) as never;
    expect(() => net(ones(1, 2))).toThrow("in Net.fc (Linear): cannot assign 'Tensor' as parameter 'weight'");
    net.fc.weight = new Parameter(zeros(2, 2));
    net.fc.bias = null;
    expect(net(ones(1, 2)).toArray()).toEqual([[0, 0]]);
  });

  it("is fine where there was none: a cached activation", () => {
    class Caching extends Module {
      last: Tensor | null = null;
      forward(x: Tensor): Tensor {
        this.last = x;
        return x;
      }
    }
    const net = new Caching();
    net(ones(1));
    expect(Object.keys(net.stateDict())).toEqual([]);
  });
});

describe("loadStateDict", () => {
  it("writes nothing where a tensor was freed", () => {
    const layer = new Linear(2, 2);
    const before = layer.weight.toArray();
    const bias = ones(1000);
    bias.dispose();
    expect(() => layer.loadStateDict({ weight: ones(2, 2), bias })).toThrowErrorMatchingInlineSnapshot(`
      [StateDictError: Error(s) in loading state_dict for Linear:
      	While copying the parameter named "bias", found that its tensor was freed; keep() or clone() it.]
    `);
    expect(layer.weight.toArray()).toEqual(before);
  });

  it("takes tensors of another device", () => {
    const layer = new Linear(2, 2);
    const options = { device: "reference" } as const;
    layer.loadStateDict({ weight: ones([2, 2], options), bias: tensor([1, 2], options) });
    expect(layer(ones(1, 2)).toArray()).toEqual([[3, 4]]);
  });

  it("leaves what a scope moved to JavaScript memory there", () => {
    const held: Tensor[] = [];
    scope(() => void held.push(ones(1, 1, { dtype: "float64" })));
    const before = memoryStats();
    const layer = new Linear(1, 1, { bias: false });
    layer.loadStateDict({ weight: held[0]! });
    expect([layer.weight.item(), held[0]!.item()]).toEqual([1, 1]);
    layer.dispose();
    expect(memoryStats()).toEqual(before);
  });

  it("says what it wants", () => {
    const layer = new Linear(1, 1);
    expect(
      [null, [], ones(1), new Map()].map((wrong) => thrown(() => layer.loadStateDict(wrong as never))),
    ).toMatchInlineSnapshot(`
      [
        "ArgumentError: Linear: expected state_dict to be an object of tensors, got null",
        "ArgumentError: Linear: expected state_dict to be an object of tensors, got an array",
        "ArgumentError: Linear: expected state_dict to be an object of tensors, got a Tensor",
        "ArgumentError: Linear: expected state_dict to be an object of tensors, got a Map; give Object.fromEntries(map)",
      ]
    `);
  });
});

describe("containers", () => {
  it("Sequential refuses names that JavaScript would reorder", () => {
    const layers = { conv: new Identity(), relu: new ReLU(), "2": new Flatten(), "1": new Dropout(0.1) };
    expect(() => new Sequential(layers)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: module name can't be an integer, got "1": JavaScript would put it before all other names; list the layers, or give names that are no integers]`,
    );
  });

  it("ModuleList refuses gaps", () => {
    const list = new ModuleList<Module>([new Identity(), new ReLU(), new Flatten()]);
    list[0] = null as never;
    expect(() => list.append(new Identity())).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: ModuleList: there is no module at 0, but one at 1; use append or insert]`,
    );
    const other = new ModuleList<Module>([new Identity()]);
    other[3] = new ReLU();
    for (const use of [
      () => other.append(new Identity()),
      () => other.stateDict(),
      () => new Sequential(other).train(),
    ])
      expect(use).toThrow("there is no module at 1, but one at 3");
  });

  it("ModuleList takes its places for its own, and no other fields", () => {
    class Headed extends ModuleList {
      head = new Identity();
    }
    const list = new Headed([new ReLU()]).append(new Flatten());
    expect([list.length, Object.keys(list)]).toEqual([2, ["0", "1", "training", "head"]]);
    expect(list.at(-1)).toBe(list[1]);
  });

  it("ModuleList inserts", () => {
    const list = new ModuleList<Module>([new Identity(), new ReLU()]);
    list.insert(1, new Flatten()).insert(-1, new Dropout()).insert(4, new Identity());
    expect([...list].map((module) => module.constructor.name)).toEqual([
      "Identity",
      "Flatten",
      "Dropout",
      "ReLU",
      "Identity",
    ]);
    expect(() => list.insert(6, new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[IndexError: ModuleList: index 6 is out of range for 5 modules]`,
    );
  });
});

test.each<[string, () => unknown]>([
  ["a misspelt option", () => new Conv2d(1, 1, 1, { paddding: 1 } as never)],
  ["an array of layers", () => new Sequential([new ReLU()] as never)],
  ["a module for a list", () => new ModuleList(new ReLU() as never)],
  ["options twice", () => new MaxPool2d(3, { stride: 2 } as never, { padding: 1 })],
  ["a stride twice", () => new MaxPool2d(3, 2, { stride: 1 } as never)],
  ["requiresGrad by position", () => new Parameter(ones(1), false as never)],
  ["an array for a Parameter", () => new Parameter([1, 2] as never)],
  ["persistent by position", () => new Identity().registerBuffer("x", ones(1), false as never)],
  ["a number for setToNone", () => new Identity().zeroGrad(0 as never)],
  ["an option of another initialiser", () => init.uniform_(ones(2, 2), 0, 1, { gain: 1 } as never)],
  ["a Python name", () => new CrossEntropyLoss({ label_smoothing: 0.5 } as never)],
  ["p as a text", () => new Dropout("0.5" as never)],
  ["p as null", () => new Dropout(null as never)],
])("%s is refused", (_, make) => {
  expect(make).toThrowErrorMatchingSnapshot();
});

it("small probabilities print as Python prints them", () => {
  expect(String(new Dropout(0.00001))).toBe("Dropout(p=1e-05, inplace=False)");
  expect(String(new Dropout(0.0001))).toBe("Dropout(p=0.0001, inplace=False)");
});

it("a net whose parameters nobody asked for is not taken for one that lists none", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  class Lazy extends Module {
    scale: Parameter | null = null;
    forward(x: Tensor): Tensor {
      this.scale ??= new Parameter(ones(1));
      return x.mul(this.scale);
    }
  }
  const [a, b] = [new Sequential(new Linear(3, 2), new Lazy()), new Linear(3, 2)];
  a(rand(4, 3)).sum().backward();
  for (let call = 0; call < 3; call++) b(rand(4, 3));
  expect(warn).not.toHaveBeenCalled();
});
