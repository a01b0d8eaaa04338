// What a call adds to forward: the path in errors, and the warning of parameters that nobody lists.
import { ones, resetWarnings, ShapeError, type Tensor } from "@bernoulli/tensor";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Linear, Module, Parameter, Sequential } from "./index.js";

class Block extends Module {
  layers = [new Sequential(new Linear(2, 2), new Linear(3, 3))];
  forward(x: Tensor): Tensor {
    return this.layers[0]!(x) as Tensor;
  }
}
class Net extends Module {
  block = new Block();
  forward(x: Tensor): Tensor {
    return this.block(x);
  }
}

const caught = (body: () => unknown): Error => {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
};

describe("an error in a forward", () => {
  it("names the module's path once, and stays what it was", () => {
    const error = caught(() => new Net()(ones(1, 2)));
    expect(error).toBeInstanceOf(ShapeError);
    expect(error.message).toMatchInlineSnapshot(
      `"in Net.block.layers.0.1 (Linear): linear: mat1 and mat2 shapes cannot be multiplied (1x2 and 3x3): the input [1, 2] must have 3 as its last size for the weight [3, 3]"`,
    );
    expect(error.stack).toContain("in Net.block.layers.0.1 (Linear): linear: ");
  });

  it("of the outermost module names its class", () => {
    class Broken extends Module {
      forward(): void {
        throw new TypeError("no luck");
      }
    }
    const error = caught(() => new Broken()());
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe("in Broken: no luck");
  });

  it("of a module that hangs on no field says so", () => {
    class Hidden extends Module {
      #fc = new Linear(3, 3);
      forward(x: Tensor): Tensor {
        return this.#fc(x);
      }
    }
    expect(caught(() => new Hidden()(ones(1, 2))).message).toMatchInlineSnapshot(
      `"in Hidden (in a Linear that hangs on none of its fields): linear: mat1 and mat2 shapes cannot be multiplied (1x2 and 3x3): the input [1, 2] must have 3 as its last size for the weight [3, 3]"`,
    );
  });

  it("is left alone if the forward of a module above catches it", () => {
    class Careful extends Module {
      fc = new Linear(3, 3);
      forward(x: Tensor): string {
        return caught(() => this.fc(x)).message;
      }
    }
    expect(new Careful()(ones(1, 2))).toMatch(/^linear: /);
  });

  it("that is no Error, or frozen, passes through", () => {
    class Throws extends Module {
      forward(value: unknown): void {
        throw value;
      }
    }
    const frozen = Object.freeze(new Error("frozen"));
    expect(() => new Throws()("text")).toThrow("text");
    expect(caught(() => new Throws()(frozen))).toBe(frozen);
  });

  it("tells of a missing forward", () => {
    class Empty extends (Module as unknown as new () => Sequential) {}
    Object.defineProperty(Empty.prototype, "forward", { value: undefined });
    expect(() => new Empty()()).toThrowErrorMatchingInlineSnapshot(
      `[BernoulliError: in Empty: Module [Empty] is missing the required "forward" function]`,
    );
  });
});

describe("a parameter that nobody lists", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  beforeEach(() => {
    resetWarnings();
    warn.mockClear();
  });
  afterEach(() => resetWarnings());

  class Hiding extends Module {
    fc = new Linear(2, 2);
    #scale = new Parameter(ones(2));
    get scale(): Parameter {
      return this.#scale;
    }
    forward(x: Tensor): Tensor {
      return this.fc(x).mul(this.#scale);
    }
  }

  it("is told of once, after a round of calls", () => {
    const model = new Hiding();
    for (let step = 0; step < 4; step++) {
      model(ones(1, 2)).sum().backward();
      expect(warn).toHaveBeenCalledTimes(step < 2 ? 0 : 1);
    }
    expect(warn.mock.calls[0]?.[0]).toMatchInlineSnapshot(
      `"bernoulli: a Parameter of shape [2] got a gradient, but no module lists it and no optimizer holds it, so it will not be trained; modules list what hangs on public fields and in arrays, not what is in #private fields, Maps or plain objects (if you update it by hand, call its keep())"`,
    );
  });

  it("is not told of where an optimizer or a hand keeps it, or a public field holds it", () => {
    const model = new Hiding();
    model.scale.keep();
    const open = new Linear(2, 2);
    for (let step = 0; step < 3; step++) {
      model(ones(1, 2)).sum().backward();
      open(ones(1, 2)).sum().backward();
    }
    expect(warn).not.toHaveBeenCalled();
  });
});
