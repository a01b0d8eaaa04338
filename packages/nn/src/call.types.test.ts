// What calls of modules compile, outside a class and inside: checked by the compiler, run once.

import { ones, type Tensor } from "@bernoulli/tensor";
import { expect, expectTypeOf, it } from "vitest";
import { Linear, Module, ReLU, Sequential } from "./index.js";

class Net extends Module {
  readonly fc = new Linear(2, 2);

  forward(x: Tensor, times = 1): Tensor {
    return this.fc(x).mul(times);
  }

  twice(x: Tensor): Tensor {
    expectTypeOf(this(x).shape).toEqualTypeOf<readonly number[]>();
    const again = this(this(x), 2);
    // @ts-expect-error: forward takes a tensor
    expect(() => this("x")).toThrow();
    return again;
  }
}

class Pair extends Module {
  forward(a: Tensor, b: Tensor): readonly [Tensor, Tensor] {
    return [b, a];
  }

  turned(a: Tensor, b: Tensor): Tensor {
    const [first] = this(a, b);
    return first;
  }
}

class Deeper extends Net {
  override forward(x: Tensor): Tensor {
    return super.forward(x, 3);
  }

  thrice(x: Tensor): Tensor {
    return this(x);
  }
}

it("calls inside and outside of a class have forward's types", () => {
  const [net, pair, x] = [new Net(), new Pair(), ones(1, 2)];
  expectTypeOf(net(x)).toEqualTypeOf<Tensor>();
  expectTypeOf(pair(x, x)).toEqualTypeOf<readonly [Tensor, Tensor]>();
  expectTypeOf(new Sequential(new Linear(2, 2), new ReLU())(x)).toEqualTypeOf<Tensor>();
  expect(net.twice(x).shape).toEqual([1, 2]);
  expect(pair.turned(x, x)).toBe(x);
  expect(new Deeper().thrice(x).shape).toEqual([1, 2]);
  // @ts-expect-error: forward takes a tensor first
  expect(() => net("x")).toThrow();
  // @ts-expect-error: forward takes two
  pair(x);
  // @ts-expect-error: forward takes no third
  pair(x, x, x);
});
