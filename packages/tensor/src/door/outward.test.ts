// Ops that others outside take part in: what they see of a compiled function is what they see of its body op by op.

import { thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { planners } from "../backends/planners.js";
import { Recorder } from "../compile/recorder.js";
import { vmap } from "../func/index.js";
import {
  compile,
  computeOutward,
  conv2d,
  elementsInPlace,
  full,
  gather,
  maxPool2d,
  noGrad,
  ones,
  outwardOp,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";

/** What is sent, and comes back doubled, as by two ranks that have the same. */
function wire() {
  const seen: number[][] = [];
  const send = outwardOp("sum over ranks", (places) => {
    for (const elements of places) {
      seen.push(Array.from(elements, Number));
      elements.set(elements.map((value) => 2 * value));
    }
  });
  return { seen, send };
}

const isNear = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) <= 1e-5 * Math.abs(b);

describe("op by op", () => {
  it("sees the elements where they lie, and writes them; a backward that needs them as they were says so", () => {
    const { seen, send } = wire();
    const x = tensor([1, 2], { requiresGrad: true });
    const y = x.mul(1);
    const squares = y.mul(y);
    send([y.detach(), zeros(0), tensor([[3, 4]]).select(0, 0)]);
    expect([y.toArray(), seen]).toEqual([
      [2, 4],
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    expect(thrown(() => squares.sum().backward())).toMatch(/modified by an inplace operation/);
  });

  it("refuses what it cannot hand out", () => {
    const { seen, send } = wire();
    expect(thrown(() => send([ones(2, 3).t()]))).toMatchInlineSnapshot(
      `"ShapeError: sum over ranks: a contiguous tensor is wanted, but got one of shape [3, 2] and strides [1, 3]; use .contiguous()"`,
    );
    expect(thrown(() => send(ones(2) as never))).toMatchInlineSnapshot(
      `"ArgumentError: sum over ranks: expected an array of tensors, but got a Tensor"`,
    );
    expect(thrown(() => send([ones(2), ones(2, { device: "reference" })]))).toMatchInlineSnapshot(
      `"DeviceError: sum over ranks: expected all tensors to be on the same device, but found at least two devices, cpu and reference; move one: x.to("cpu")"`,
    );
    expect(
      thrown(() =>
        vmap((x: Tensor) => {
          send([x]);
          return x;
        })(ones(2, 3)),
      ),
    ).toMatchInlineSnapshot(
      `"BernoulliError: sum over ranks: vmap: others outside see all samples at once; call it outside of vmap"`,
    );
    expect(thrown(() => outwardOp("send", null as never))).toMatchInlineSnapshot(
      `"ArgumentError: outwardOp: act must be a function, but got null"`,
    );
    expect(seen).toEqual([]);
  });
});

describe("compiled", () => {
  it("is a step of the one plan, which runs at each call, among kernels in the recorded order", () => {
    const { seen, send } = wire();
    const weight = tensor([1, 2], { requiresGrad: true });
    const step = compile((x: Tensor) => {
      weight.grad = null;
      weight.mul(x).sum().backward();
      noGrad(() => {
        const gradient = weight.grad!.div_(2);
        send([gradient]);
        weight.sub_(gradient);
      });
    });
    for (let call = 0; call < 30; call += 1) step(tensor([call, 1]));
    expect(seen).toEqual(Array.from({ length: 30 }, (_, call) => [call / 2, 0.5]));
    expect([weight.toArray(), weight.grad!.toArray()]).toEqual([
      [1 - (29 * 30) / 2, 2 - 30],
      [29, 1],
    ]);
    expect(step.explain().match(/^plan .*$/gm)).toEqual(["plan 1 of 1"]);
    expect(step.explain({ why: true })).toMatch(/^\d+ +sum over ranks +\[2\]\n +alone: others outside see it/m);
  });

  it("is not left out where nobody reads what it writes, nor done twice where it is recorded once, nor once where twice", () => {
    const { seen, send } = wire();
    compile(() => {
      const x = ones(2).mul(3);
      send([x]);
      send([x]);
    })();
    expect(seen).toEqual([
      [3, 3],
      [6, 6],
    ]);
  });

  it("runs once where shortcuts do not hold, before it or behind it", () => {
    const image = (value: number) => full([1, 8, 16, 16], value);
    const weights = [0.5, 0.25].map((value) => full([8, 8, 3, 3], value, { requiresGrad: true }));
    const net = (x: Tensor) => {
      const { seen, send } = wire();
      const body = (input: Tensor) => {
        const results: Tensor[] = [];
        for (const weight of weights) {
          weight.grad = null;
          const result = maxPool2d(conv2d(input, weight, { padding: 1 }).relu(), 2).sum();
          result.backward();
          noGrad(() => send([weight.grad!]));
          results.push(result.detach());
        }
        return results;
      };
      const step = compile(body);
      const compiled = step(x).map((one) => one.item());
      const sent = seen.splice(0);
      const plain = body(x).map((one) => one.item());
      return { compiled, plain, sent, wanted: seen, explained: step.explain() };
    };
    for (const value of [1, Number.POSITIVE_INFINITY]) {
      const { compiled, plain, sent, wanted, explained } = net(image(value));
      expect([sent.length, compiled]).toEqual([2, plain]);
      expect(sent.map((one, at) => one.every((n, place) => isNear(n, wanted[at]![place]!)))).toEqual([true, true]);
      // The first layer is fused as without: where its numbers are too large all is computed anew before anything is sent.
      const [first, second] = explained.split("sum over ranks");
      expect(first).toMatch(/conv2d \+ relu \+ maxPool2d/);
      expect(second).not.toMatch(/conv2d \+ relu \+ maxPool2d/);
    }
  });

  it("what it throws comes out, and what depends on it, or would reach out behind it, is not done", () => {
    const { seen, send } = wire();
    let isDown = true;
    const call = outwardOp("call", () => {
      if (isDown) throw new RangeError("rank 1 is gone");
    });
    const [weight, gradient] = [ones(2), ones(2)];
    const step = compile(() => {
      gradient.mul_(2);
      call([gradient]);
      weight.sub_(gradient);
      send([ones(1).mul(5)]);
    });
    expect(thrown(step)).toBe("RangeError: rank 1 is gone");
    expect([weight.toArray(), gradient.toArray(), seen]).toEqual([[1, 1], [2, 2], []]);
    isDown = false;
    step();
    expect([weight.toArray(), gradient.toArray(), seen]).toEqual([[-3, -3], [4, 4], [[5]]]);
  });

  it("is not called behind a kernel that failed, nor where the recording is given up", () => {
    const { seen, send } = wire();
    const step = compile(() => {
      const beyond = gather(ones(2), 0, tensor([7], { dtype: "int32" }));
      send([ones(1).mul(2)]);
      return beyond;
    });
    expect(thrown(step)).toMatch(/out of bounds/);
    const recorder = new Recorder({ planners, precision: "high", ended: "ended", lost: "lost" });
    recorder.begin();
    send([ones(1)]);
    recorder.end();
    expect(seen).toEqual([]);
  });

  it("is called where the body throws behind it, as op by op", () => {
    const { seen, send } = wire();
    const body = () => {
      send([ones(1).mul(2)]);
      throw new RangeError("no");
    };
    expect([thrown(body), thrown(compile(body)), seen]).toEqual(["RangeError: no", "RangeError: no", [[2], [2]]]);
  });

  it("has its turn before what is done at once", () => {
    const { seen, send } = wire();
    const step = compile(() => {
      const x = ones(1).mul(2);
      computeOutward("ring");
      send([x]);
      computeOutward("ring");
      seen.push([0]);
      return x.add(1);
    });
    expect([step().toArray(), seen]).toEqual([[5], [[2], [0]]]);
    expect(step.explain()).toMatchInlineSnapshot(`
      "plan 1 of 2
      1  full            [1]
      2  full            []
      3  mul             [1]  1 op: region
      4  sum over ranks  [1]
      4 ops in 4 steps; values take up to 0.0 MiB at once
      ended by ring, which others outside see: what was recorded before it and they see too has its turn first

      plan 2 of 2
      1  add  [1]  2 ops: region
      2 ops in 1 steps; values take up to 0.0 MiB at once"
    `);
  });
});

it("what is written in place is not what recorded kernels, which read it before, find", () => {
  const x = tensor([1, 2]);
  const step = compile(() => {
    const y = x.mul(10);
    elementsInPlace(x, "write")[0] = 5;
    return y.add(x);
  });
  expect(step().toArray()).toEqual([15, 22]);
});
