// The rule for gelu and its slope: bits are those of the ops, also of what is not finite, on any number of threads.

import { describe, expect, it } from "vitest";
import { compile, dropout, gelu, manualSeed, randn, scope, type Tensor, tensor } from "../../../index.js";
import { getNumThreads, setNumThreads } from "../threads/count.js";

const bits = (t: Tensor) => [...new Uint32Array(Float32Array.from(t.toTypedArray()).buffer)];

function agree(input: Tensor, body: (x: Tensor) => Tensor): string {
  const run = () => {
    input.grad = null;
    const y = body(input);
    y.sum().backward();
    return [y.detach().clone(), input.grad!.clone()];
  };
  return scope(() => {
    const expected = run().map(bits);
    const step = compile(run);
    for (const call of ["first", "second", "third"]) expect(step().map(bits), `${call} call`).toEqual(expected);
    input.grad = null;
    return step.explain();
  });
}

const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e-40, 7, -7, 90, -90, 3e38];

describe("the rule for gelu", () => {
  it.each([1, 5, 64, 4097])("takes both ways of %d elements", (count) => {
    scope(() => {
      manualSeed(count);
      const input = randn(count).mul(3).requiresGrad_();
      const weight = randn(count);
      expect(agree(input, (x) => gelu(x.mul(1.5)).cumsum(0).mul(weight))).toContain("1 op: gelu");
    });
  });

  it("takes along what alone made the gradient, as a dropout's way back", () => {
    scope(() => {
      const [input, weight] = [randn(31, 17).requiresGrad_(), randn(31, 17)];
      const body = (x: Tensor) => {
        manualSeed(7);
        return dropout(gelu(x.mul(1.5)), { p: 0.3, training: true }).mul(weight);
      };
      expect(agree(input, body)).toMatch(/dropout \+ geluBackward .* 2 ops: gelu/);
    });
  });

  it("keeps what is not finite, and zeros with their signs", () => {
    scope(() => {
      const weight = randn(special.length);
      expect(agree(tensor(special).requiresGrad_(), (x) => gelu(x.mul(1)).flip(0).sort().values.mul(weight))).toContain(
        "1 op: gelu",
      );
    });
  });

  it("leaves alone what is no whole tensor, the other gelu, and what one region does", () => {
    scope(() => {
      const input = randn(6, 8).requiresGrad_();
      const plans = [
        (x: Tensor) => gelu(x.mul(2).t()).cumsum(0),
        (x: Tensor) => gelu(x.mul(2), { approximate: "tanh" }).cumsum(0),
        (x: Tensor) => gelu(x.mul(2).narrow(1, 0, 4)).cumsum(0),
        // One region does all of it.
        (x: Tensor) => gelu(x.mul(2)).mul(3),
      ].map((body) => agree(input, body));
      for (const plan of plans) expect(plan).not.toContain("op: gelu");
    });
  });

  it("gives the same bits on one thread and on three", () => {
    const before = getNumThreads();
    scope(() => {
      manualSeed(3);
      const [input, weight] = [randn(300, 257).requiresGrad_(), randn(300, 257)];
      for (const threads of [1, 3, 1, 3]) {
        setNumThreads(threads);
        expect(agree(input, (x) => gelu(x.mul(1.5)).cumsum(0).mul(weight))).toContain("1 op: gelu");
      }
    });
    setNumThreads(before);
  });
});
