// Buffers on fields.

import { noGrad, ones, type Tensor, zeros } from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { copyModule } from "./copy.js";
import { Buffer, Linear, Module, Sequential } from "./index.js";

class Counting extends Module {
  fc = new Linear(2, 2);
  count: Tensor = new Buffer(zeros(1));
  readonly scratch: Tensor = new Buffer(ones(2), { persistent: false });
  forward(x: Tensor): Tensor {
    this.count = noGrad(() => this.count.add(1));
    return this.fc(x);
  }
}

it("fields of Buffers are buffers: listed, saved, moved, copied and kept when they are assigned to", () => {
  const net = new Sequential({ body: new Counting() });
  expect([...net.namedBuffers()].map(([name]) => name)).toEqual(["body.count", "body.scratch"]);
  expect(Object.keys(net.stateDict())).toEqual(["body.count", "body.fc.weight", "body.fc.bias"]);
  const other = new Sequential({ body: new Counting() });
  for (let call = 0; call < 3; call++) other(ones(1, 2));
  net.loadStateDict(other.stateDict());
  expect(net.getBuffer("body.count").toArray()).toEqual([3]);
  expect(net.to("float64").getBuffer("body.scratch").dtype).toBe("float64");
  const copy = copyModule(net);
  copy(ones(1, 2, { dtype: "float64" }));
  expect([copy, net].map((module) => module.getBuffer("body.count").item())).toEqual([4, 3]);
  expect([...net.parameters()].length).toBe(2);
});

it("one that is assigned later is a buffer too, and a tensor that is none is not", () => {
  const layer = new Counting() as Counting & Record<string, unknown>;
  layer(ones(1, 2));
  layer["late"] = new Buffer(zeros(3));
  layer["plain"] = zeros(3);
  expect([...layer.namedBuffers()].map(([name]) => name)).toEqual(["count", "scratch", "late"]);
  layer["late"] = ones(1);
  expect(layer.getBuffer("late").toArray()).toEqual([1]);
  expect(() => {
    layer["late"] = 3;
  }).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: cannot assign 'number' as buffer 'late' (Tensor or null expected)]`,
  );
  expect(() => new Buffer(3 as never)).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: Buffer: expected a Tensor, but got 3]`,
  );
});
