// amp: scalers against PyTorch's on a CPU, and regions, in which nothing is another.

import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { amp, compile, cuda, nn, ones, optim, resetWarnings, tensor } from "./index.js";

beforeEach(() => {
  resetWarnings();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => void vi.restoreAllMocks());
const warnings = () => vi.mocked(console.warn).mock.calls.map(([text]) => text as string);

describe("GradScaler on a CPU, against PyTorch's", () => {
  it.each(loadFixtures("amp").cases)("$name", ({ options, unscales, factors, weights, scales, state, loaded }) => {
    for (const isCompiled of [false, true]) {
      const weight = tensor([1, -2, 0.5], { requiresGrad: true }).keep();
      const optimizer = new optim.SGD([weight], { lr: 0.01, momentum: 0.5 });
      const step = (scaler: amp.GradScaler, factor: number) => {
        optimizer.zeroGrad();
        const loss = weight
          .mul(weight)
          .mul(tensor([1, 1e-30, 2]))
          .sum()
          .mul(factor);
        scaler.scale(loss).backward();
        if (unscales) {
          scaler.unscale_(optimizer);
          nn.utils.clipGradValue_([weight], 1.5);
        }
        scaler.step(optimizer);
        scaler.update();
      };
      const run = isCompiled ? compile(step) : step;
      const scaler = new amp.GradScaler("cpu", options);
      for (const [at, factor] of (factors as string[]).entries()) {
        run(scaler, { nan: Number.NaN, inf: Number.POSITIVE_INFINITY }[factor] ?? Number(factor));
        expectClose(weight, (weights as FixtureTensor[])[at]!.data, { relative: 1e-6 });
        expect(scaler.getScale()).toBe(scales[at]);
      }
      expect(scaler.stateDict()).toEqual(state);
      const other = new amp.GradScaler("cpu", { enabled: scaler.isEnabled() });
      other.loadStateDict(state);
      run(other, 1);
      expect(other.getScale()).toBe(loaded);
    }
  });
});

describe("GradScaler", () => {
  const made = () => {
    const weight = ones(2, { requiresGrad: true });
    return { weight, optimizer: new optim.SGD([weight], { lr: 0.1 }), scaler: new amp.GradScaler("cpu") };
  };

  it("takes losses in arrays, and scales of one's own", () => {
    const { scaler } = made();
    expect(
      scaler
        .scale([ones(1), [ones(1)]] as const)
        .flat()
        .map((loss) => loss.item()),
    ).toEqual([65536, 65536]);
    scaler.update(4);
    expect(scaler.getScale()).toBe(4);
    scaler.update(tensor([0.5]));
    expect(scaler.getScale()).toBe(0.5);
  });

  it("says what is called out of turn, in PyTorch's words", () => {
    const texts = (
      [
        ({ scaler, optimizer }) => scaler.step(optimizer),
        ({ scaler, optimizer }) => [scaler.scale(ones(1)), scaler.step(optimizer)],
        ({ scaler }) => [scaler.scale(ones(1)), scaler.update()],
        ({ scaler }) => scaler.scale(1 as never),
        ({ scaler }) => scaler.loadStateDict({}),
        ({ scaler }) => scaler.loadStateDict({ scale: 1 }),
        ({ scaler, optimizer, weight }) => {
          scaler.scale(weight.sum()).backward();
          scaler.step(optimizer);
          scaler.step(optimizer);
        },
        ({ scaler, optimizer, weight }) => {
          scaler.scale(weight.sum()).backward();
          scaler.unscale_(optimizer);
          scaler.unscale_(optimizer);
        },
        ({ scaler, optimizer, weight }) => scaler.step(optimizer, () => weight.sum()),
        () => new amp.GradScaler("cpu", { growthFactor: 1 }),
        () => new amp.GradScaler("tpu"),
        () => amp.autocast("tpu", () => 1),
        () => amp.autocast("cpu", { dtype: "int8" as never }, () => 1),
        () => amp.autocast("cpu", 1 as never),
      ] satisfies ((given: ReturnType<typeof made>) => unknown)[]
    ).map((call) => {
      try {
        return call(made());
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(texts).toMatchInlineSnapshot(`
      [
        "GradScaler.step: Attempted step but _scale is None.  This may indicate your script did not use scaler.scale(loss or outputs) earlier in the iteration.",
        "GradScaler.step: No inf checks were recorded for this optimizer.",
        "GradScaler.update: No inf checks were recorded prior to update.",
        "GradScaler.scale: outputs must be a Tensor or an iterable of Tensors, but got 1",
        "GradScaler.loadStateDict: The source state dict is empty, possibly because it was saved from a disabled instance of GradScaler.",
        "GradScaler.loadStateDict: _growth_tracker must be a number, but got undefined",
        "GradScaler.step: step() has already been called since the last update().",
        "GradScaler.unscale_: unscale_() has already been called on this optimizer since the last update().",
        "GradScaler.step: Closure use is not currently supported if GradScaler is enabled.",
        "GradScaler: The growth factor must be > 1.0.",
        "GradScaler: User specified an unsupported autocast device_type 'tpu'",
        "autocast: User specified an unsupported autocast device_type 'tpu'",
        "autocast: dtype must be one of bfloat16, float16, float32, but got "int8"",
        "autocast: body must be a function, but got 1",
      ]
    `);
  });
});

describe("without a GPU", () => {
  it("scalers and regions for it are disabled, and say so once", () => {
    const scaler = new cuda.amp.GradScaler({ initScale: 4 });
    new amp.GradScaler();
    const loss = ones(1);
    expect(scaler.scale(loss)).toBe(loss);
    const weight = ones(1, { requiresGrad: true });
    const optimizer = new optim.SGD([weight], { lr: 1 });
    expect(scaler.step(optimizer, () => weight.sum())!.item()).toBe(1);
    scaler.update();
    expect([scaler.isEnabled(), scaler.getScale(), scaler.stateDict()]).toEqual([false, 1, {}]);
    expect(amp.autocast("cuda", "bfloat16", () => 3)).toBe(3);
    expect(cuda.amp.autocast(true, { dtype: "float16" }, () => 4)).toBe(4);
    expect(warnings()).toMatchInlineSnapshot(`
      [
        "bernoulli: GradScaler: torch.cuda.amp.GradScaler is enabled, but CUDA is not available. Disabling.",
        "bernoulli: SGD.step() found no gradient and changed nothing; call loss.backward() between zeroGrad() and step()",
        "bernoulli: autocast: CUDA is not available. Disabling autocast.",
      ]
    `);
  });

  it("regions of the cpu say that half precision is not there, unless they are disabled", () => {
    expect(amp.autocast("cpu", { enabled: false }, () => 1)).toBe(1);
    expect(warnings()).toEqual([]);
    expect(amp.autocast("cpu", { dtype: "bfloat16" }, () => ones(1).dtype)).toBe("float32");
    expect(warnings()).toMatchInlineSnapshot(`
      [
        "bernoulli: autocast: there is no bfloat16 here; what runs in the region is computed in the dtypes that its tensors have",
      ]
    `);
  });
});
