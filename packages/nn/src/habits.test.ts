// What PyTorch's users write by habit, and how it is taken: options in order, fields declared and registered later, names behind a
// minifier.

import { ones, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import * as nn from "./index.js";

const { AvgPool2d, Conv2d, Dropout, F, Linear, MaxPool2d, Module, ReLU } = nn;

describe("options in order", () => {
  it("are those by name", () => {
    expect([
      String(new Conv2d(1, 32, 3, 1)),
      String(new Conv2d(1, 32, 5, 2, 1)),
      String(new Conv2d(1, 32, 3, 1, "same", { bias: false })),
      String(new Conv2d(4, 4, 3, [2, 1], null, 1, 4)),
      String(new MaxPool2d(3, 2, 1)),
      String(new MaxPool2d(3, null, 1)),
      String(new AvgPool2d(2, 2, { padding: 1 })),
      String(new Linear(3, 2, false)),
      String(new ReLU(true)),
      String(new Dropout(0.2, true)),
    ]).toEqual([
      String(new Conv2d(1, 32, 3, { stride: 1 })),
      String(new Conv2d(1, 32, 5, { stride: 2, padding: 1 })),
      String(new Conv2d(1, 32, 3, { stride: 1, padding: "same", bias: false })),
      String(new Conv2d(4, 4, 3, { stride: [2, 1], dilation: 1, groups: 4 })),
      String(new MaxPool2d(3, { stride: 2, padding: 1 })),
      String(new MaxPool2d(3, { padding: 1 })),
      String(new AvgPool2d(2, { stride: 2, padding: 1 })),
      String(new Linear(3, 2, { bias: false })),
      String(new ReLU({ inplace: true })),
      String(new Dropout(0.2, { inplace: true })),
    ]);
    const [image, kernel] = [ones(1, 1, 6, 6), ones(1, 1, 3, 3)];
    expect(F.conv2d(image, kernel, null, 2, 1).toArray()).toEqual(
      F.conv2d(image, kernel, null, { stride: 2, padding: 1 }).toArray(),
    );
    expect(F.maxPool2d(image, 3, 2, 1).shape).toEqual(F.maxPool2d(image, 3, { stride: 2, padding: 1 }).shape);
    expect(F.avgPool2d(image, 3, 2, 1).shape).toEqual(F.avgPool2d(image, 3, { stride: 2, padding: 1 }).shape);
  });

  it("are refused where they say nothing, or say it twice", () => {
    const loose: Record<string, new (...args: any[]) => unknown> = { Conv2d, Linear, MaxPool2d, ReLU, Dropout };
    const refused = (name: string, ...args: unknown[]) => {
      try {
        return String(new loose[name]!(...args));
      } catch (error) {
        return String(error);
      }
    };
    expect([
      refused("Conv2d", 1, 1, 3, 1, 1, 1, 1, true, "zeros", 5),
      refused("Conv2d", 1, 1, 3, 1, { stride: 2 }),
      refused("Conv2d", 1, 1, 3, { stride: 2 }, 1),
      refused("Conv2d", 1, 1, 3, 1, "wide"),
      refused("Linear", 1, 1, true, 5),
      refused("ReLU", 1),
      refused("Dropout", 0.5, "true"),
      refused("MaxPool2d", 2, ones(1)),
    ]).toMatchInlineSnapshot(`
      [
        "ArgumentError: Conv2d: expected an object of options behind stride, padding, dilation, groups, bias, paddingMode, but got 5",
        "ArgumentError: Conv2d: got stride twice, in its place and by its name",
        "ArgumentError: Conv2d: got arguments behind the options; put all options into one object",
        "ArgumentError: Conv2d: Invalid padding string 'wide', should be one of 'valid', 'same'",
        "ArgumentError: Linear: expected an object of options behind bias, but got 5",
        "ArgumentError: ReLU: inplace must be true or false, but got 1",
        "ArgumentError: Dropout: inplace must be true or false, but got "true"",
        "ArgumentError: MaxPool2d: stride must be an integer or a pair of them, but got a Tensor",
      ]
    `);
    // @ts-expect-error: the stride is named already
    expect(() => new Conv2d(1, 1, 3, 1, { stride: 2 })).toThrow();
    // @ts-expect-error: no number is a bias
    expect(() => new Linear(1, 1, 3)).toThrow("Linear: bias must be true or false, but got 3");
  });
});

describe("a buffer", () => {
  class Declared extends Module {
    mean!: Tensor;
    count: Tensor | null = null;

    constructor() {
      super();
      this.registerBuffer("mean", zeros(3));
    }

    forward(x: Tensor): Tensor {
      this.mean = this.mean.add(x);
      return this.mean;
    }
  }

  it("may be registered in the constructor for a field that is declared", () => {
    const module = new Declared();
    module(ones(3));
    expect(module.stateDict()["mean"]!.toArray()).toEqual([1, 1, 1]);
    expect(() => module.registerBuffer("count", zeros(1))).toThrow("attribute 'count' already exists");
  });
});

describe("a class of this package", () => {
  it("has its name from itself, not from how its code is written", () => {
    const classes = Object.entries(nn).filter(
      ([, value]) => typeof value === "function" && value.prototype instanceof Module,
    );
    expect(classes.length).toBeGreaterThan(15);
    for (const [name, value] of classes) {
      // What a class statement sets cannot be written.
      expect([name, Object.getOwnPropertyDescriptor(value, "name")]).toMatchObject([
        name,
        { value: name, writable: true },
      ]);
    }
    expect(String(new (class Mine extends ReLU {})())).toBe("Mine()");
  });
});

it("what a maximum gives can be taken apart", () => {
  const [values, places] = tensor([
    [1, 5],
    [7, 2],
  ]).max(1);
  expect([values!.toArray(), places!.toArray()]).toEqual([
    [5, 7],
    [1, 0],
  ]);
});
