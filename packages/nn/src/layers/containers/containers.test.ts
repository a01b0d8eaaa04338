// What holds and reshapes: layers against PyTorch's, texts that PyTorch 2.15.0 printed, and what the containers do.

import { ones, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import {
  CosineSimilarity,
  Flatten,
  Identity,
  Linear,
  type Module,
  ModuleDict,
  ModuleList,
  PairwiseDistance,
  Parameter,
  ParameterDict,
  ParameterList,
  ReLU,
  Sequential,
  Unflatten,
} from "../../index.js";
import { testLayerGoldens } from "../golden.testing.js";

testLayerGoldens({ CosineSimilarity, Flatten, Identity, PairwiseDistance, Unflatten });

describe("ModuleDict", () => {
  it("is what PyTorch's is", () => {
    const dict = new ModuleDict([
      ["left", new Linear(2, 3)],
      ["act", new ReLU()],
    ]);
    dict.update({ act: new ReLU(true), right: new Linear(2, 1) });
    expect(String(dict)).toBe(`ModuleDict(
  (left): Linear(in_features=2, out_features=3, bias=True)
  (act): ReLU(inplace=True)
  (right): Linear(in_features=2, out_features=1, bias=True)
)`);
    expect([dict.length, dict.has("right"), dict.has("keys"), [...dict]]).toEqual([
      3,
      true,
      false,
      ["left", "act", "right"],
    ]);
    expect(dict.get("left")(ones(1, 2)).shape).toEqual([1, 3]);
    expect(dict.pop("act")).toBeInstanceOf(ReLU);
    expect([...dict.items()].map(([name]) => name)).toEqual(["left", "right"]);
    expect([...new ModuleDict(dict as never).keys()]).toEqual(["left", "right"]);
    dict.clear();
    expect(dict.length).toBe(0);
    expect(Object.keys(new ModuleDict({ 0: new Linear(1, 1), 1: new Linear(1, 1) }).stateDict())[2]).toBe("1.weight");
  });

  it("refuses what it cannot keep", () => {
    const dict = new ModuleDict({ act: new ReLU() }) as ModuleDict;
    expect(() => dict.set("keys", new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ModuleDict: attribute 'keys' already exists; take another name]`,
    );
    expect(() => dict.set("a.b", new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ModuleDict: a name can't be empty or contain ".", got "a.b"]`,
    );
    expect(() => dict.set("0", new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ModuleDict: JavaScript would put the integer "0" before "act", which is there: add integers first, in rising order, or take other names]`,
    );
    expect(() => dict.set("x", ones(1) as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ModuleDict: a Tensor is not a Module subclass]`,
    );
    expect(() => dict.get("missing")).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ModuleDict: there is no 'missing'; there are act]`,
    );
    expect(() => dict()).toThrowErrorMatchingInlineSnapshot(
      `[BernoulliError: in ModuleDict: Module [ModuleDict] is missing the required "forward" function; call its modules: dict.get("name")(x)]`,
    );
    expect([...dict]).toEqual(["act"]);
  });
});

describe("ParameterList and ParameterDict", () => {
  it("are PyTorch's", () => {
    const list = new ParameterList([zeros(2, 3), new Parameter(zeros(4))]);
    list.append(zeros());
    expect(String(list)).toBe(`ParameterList(
    (0): Parameter containing: [torch.float32 of size 2x3]
    (1): Parameter containing: [torch.float32 of size 4]
    (2): Parameter containing: [torch.float32 of size ]
)`);
    expect([list.length, list.at(-2).shape, [...list.parameters()].length]).toEqual([3, [4], 3]);
    const dict = new ParameterDict({ left: zeros(2), right: zeros(1, 2) });
    expect(String(dict)).toBe(`ParameterDict(
    (left): Parameter containing: [torch.float32 of size 2]
    (right): Parameter containing: [torch.float32 of size 1x2]
)`);
    expect([...dict.keys(), dict.pop("left").shape, dict.length]).toEqual(["left", "right", [2], 1]);
    expect(() => list.append([1] as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ParameterList: expected a Parameter or a Tensor, but got an array]`,
    );
    expect(() => dict.set("items", zeros(1))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: ParameterDict: attribute 'items' already exists; take another name]`,
    );
  });
});

describe("Sequential and ModuleList", () => {
  it("grow, and are cut, as PyTorch's", () => {
    const net: Sequential = new Sequential();
    net.append(new Linear(2, 3)).extend([new ReLU(), new Linear(3, 1)]);
    net.insert(1, new Identity());
    expect([...net].map((layer) => layer.constructor.name)).toEqual(["Linear", "Identity", "ReLU", "Linear"]);
    expect(Object.keys(net.stateDict())).toEqual(["0.weight", "0.bias", "3.weight", "3.bias"]);
    expect([...net.slice(2)].map((layer) => layer.constructor.name)).toEqual(["ReLU", "Linear"]);
    expect(Object.keys(net.slice(-1).stateDict())).toEqual(["0.weight", "0.bias"]);
    expect(net.at(-1)).toBe(net.slice(3).at(0));
    const named = new Sequential({ fc: new Linear(2, 3), act: new ReLU() });
    expect(String(named.slice(1))).toBe("Sequential(\n  (act): ReLU()\n)");
    expect(() => named.append(new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: JavaScript would put a number before the names of the layers; call addModule(name, layer)]`,
    );
    expect(() => named.insert(0, new ReLU())).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: insert moves layers from number to number, and these have names]`,
    );
    expect(() => net.append("relu" as never)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Sequential: string is not a Module subclass: layer "4" must be a module (functions go into a forward of your own)]`,
    );
    const list = new ModuleList<Module>([new ReLU(), new Linear(1, 2), new Identity()]);
    expect([list.pop(1).constructor.name, list.length, list[1]!.constructor.name]).toEqual(["Linear", 2, "Identity"]);
    expect([...list.slice(1)].map(String)).toEqual(["Identity()"]);
    expect(list.pop()).toBeInstanceOf(Identity);
  });
});
