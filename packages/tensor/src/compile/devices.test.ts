// Plans know no device: each device's steps are compiled, also where one body uses two of them.

import { describe, expect, it } from "vitest";
import {
  bernoulli_,
  compile,
  dropout,
  eye,
  linalg,
  manualSeed,
  ones,
  randn,
  type Tensor,
  tensor,
  zeros,
} from "../index.js";

const devices = ["cpu", "reference"] as const;

function makeLayer(device: "cpu" | "reference") {
  manualSeed(3);
  const made = { device, requiresGrad: true } as const;
  return { weight: randn(5, 4, made), bias: randn(5, made), x: randn(3, 4, { device }) };
}

const loss = ({ weight, bias, x }: ReturnType<typeof makeLayer>): Tensor =>
  dropout(x.matmul(weight.t()).add(bias).relu(), { p: 0.5, training: true }).pow(2).mean();

describe("a compiled step", () => {
  it.each(devices)("gives what the plain one gives, on %s", (device) => {
    const [plain, compiled] = [makeLayer(device), makeLayer(device)];
    const step = compile((layer: ReturnType<typeof makeLayer>) => {
      const result = loss(layer);
      result.backward();
      return result;
    });
    manualSeed(7);
    const wanted = loss(plain);
    wanted.backward();
    manualSeed(7);
    const got = step(compiled);
    expect(got.device).toBe(device);
    expect(got.item()).toBeCloseTo(wanted.item(), 6);
    for (const name of ["weight", "bias"] as const)
      for (const [at, number] of compiled[name].grad!.toTypedArray().entries())
        expect(number).toBeCloseTo(plain[name].grad!.toTypedArray()[at] as number, 6);
  });

  it("shows the reference's kernels one by one", () => {
    const step = compile((x: Tensor) => x.mul(x).add(x).relu().sum());
    step(ones(2, 3, { device: "reference" }));
    expect(step.explain()).toMatchInlineSnapshot(`
      "plan 1 of 1
      1  mul   [2, 3]
      2  add   [2, 3]
      3  relu  [2, 3]
      4  sum   [1, 1]
      4 ops in 4 steps; values take up to 0.0 MiB at once"
    `);
  });

  it("marks the steps that the device has no kernels for", () => {
    const step = compile((x: Tensor) => linalg.inv(x.to("float64").exp()));
    step(eye(2));
    expect(step.explain()).toMatchInlineSnapshot(`
      "plan 1 of 1
      1  to                   [2, 2]
      2  exp                  [2, 2]
      3  inverse (reference)  [1, 2, 2]
      3 ops in 3 steps; values take up to 0.0 MiB at once"
    `);
  });

  it("may use two devices, whose parts are plans of their own", () => {
    const body = (a: Tensor, b: Tensor) => {
      const first = a.mul(a).add(a);
      const other = b.exp().mul(b);
      return [first.relu().sum(), other.sum(), first] as const;
    };
    const [a, b] = [tensor([1, -2]), tensor([0.5, 3], { device: "reference" })];
    const step = compile(body);
    for (let call = 0; call < 3; call += 1) {
      const got = step(a, b).map((one) => one.toArray());
      expect(got).toEqual(body(a, b).map((one) => one.toArray()));
    }
    expect(step.explain().match(/plan \d/g)).toEqual(["plan 1", "plan 2", "plan 3", "plan 4"]);
  });

  it("draws in the order of the body, whatever the device", () => {
    const body = () => [...devices, ...devices].map((device) => bernoulli_(zeros(64, { device }), 0.5));
    const drawn = (draw: typeof body) => {
      manualSeed(11);
      return draw().map((one) => one.toArray());
    };
    expect(drawn(compile(body))).toEqual(drawn(body));
  });

  it("writes in place on one device while another's results are recorded", () => {
    const [a, b] = [zeros(3), ones(3, { device: "reference" })];
    const step = compile(() => {
      a.add_(1);
      b.mul_(2);
      a.mul_(3);
      b.add_(1);
      return a.sum();
    });
    for (let call = 1; call <= 2; call += 1) step();
    expect([a.toArray(), b.toArray()]).toEqual([
      [12, 12, 12],
      [7, 7, 7],
    ]);
  });
});
