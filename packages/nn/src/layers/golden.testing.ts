// Layers against PyTorch's, by the fixtures of tooling/torch-fixtures/families/layers: text, first state, both modes, gradients of
// two orders, state behind, state dicts, and all of it compiled. Which layers there are is in the tests beside each family.

import { compile, grad, manualSeed, mul, rand, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose, type FixtureCase, type FixtureTensor, loadFixtures, Variants } from "@bernoulli/testing";
import { expect, test } from "vitest";
import type { Module } from "../module.js";

export interface LayerGoldens {
  /** Makes a layer, where it is not `new Layer(...args, options)`. */
  readonly make?: (args: readonly any[], options: Readonly<Record<string, any>>) => Module;
  /** Calls it, where that is not `layer(...inputs)`, or `layer(...inputs, options)` where the case has any. */
  readonly call?: (layer: any, inputs: readonly any[], options: Readonly<Record<string, any>>) => unknown;
  /** How far from PyTorch's numbers ours may be, by dtype: an absolute and relative share. Default 2e-5 and 1e-9. */
  readonly tolerance?: { readonly float32: number; readonly float64: number };
  /** How far its first state may be: a relative share, and a tenth of it absolute. Default 1e-6. */
  readonly first?: number;
  /** Why a case, or a part of it, is left out: a text, or null to compare it. */
  readonly skip?: (golden: FixtureCase) => string | null;
}

/** The layers by PyTorch's names: classes, or classes with what is not the rule. */
export type GoldenLayers = Readonly<Record<string, LayerClass | (LayerGoldens & { readonly Layer: LayerClass })>>;
type LayerClass = new (...given: any[]) => Module;

/** A test a case, or a variant that is chosen, of the family `layers/…` whose layer is among these; throws where a layer has none. */
export function testLayerGoldens(layers: GoldenLayers): void {
  const variants = new Variants("packages/nn/src/layers/golden.testing.ts");
  const cases = loadFixtures("layers").cases.filter(({ layer }) => Object.hasOwn(layers, layer));
  for (const layer of Object.keys(layers))
    if (!cases.some((golden) => golden["layer"] === layer))
      throw new Error(`${layer} has no golden in families/layers`);
  const chosen = Object.keys(layers).flatMap((layer) => {
    const own = cases.filter((golden) => golden["layer"] === layer);
    return variants.of(layer, own, ({ name }) => name);
  });
  for (const golden of chosen) {
    const entry = layers[golden["layer"] as string]!;
    const how = typeof entry === "function" ? { Layer: entry } : entry;
    const why = how.skip?.(golden) ?? null;
    test.skipIf(why !== null)(why === null ? golden.name : `${golden.name}: ${why}`, () => compare(golden, how));
  }
  variants.tell(test);
}

function compare(golden: FixtureCase, { Layer, ...how }: LayerGoldens & { readonly Layer: LayerClass }): void {
  const dtype = golden["dtype"] as "float32" | "float64";
  const state = golden["state"] as Readonly<Record<string, FixtureTensor>>;
  const options = { ...golden["options"], ...(dtype === "float64" && Object.keys(state).length > 0 ? { dtype } : {}) };
  const given = golden["arguments"] as readonly unknown[];
  manualSeed(golden["seed"]);
  const layer =
    how.make?.(given, options) ??
    (Object.keys(options).length > 0 ? new Layer(...given, options) : new Layer(...given));
  expect(rand(1).item(), "the generator behind the constructor").toBe(golden["nextRandom"]);
  expect(String(layer)).toBe(golden["text"]);
  expect([...layer.namedParameters()].map(([key]) => key)).toEqual(golden["parameters"]);
  const own = layer.stateDict();
  expect(Object.keys(own)).toEqual(Object.keys(state));
  const { float32, float64 } = how.tolerance ?? { float32: 2e-5, float64: 1e-9 };
  const share = dtype === "float32" ? float32 : float64;
  const near = { relative: share, absolute: share };
  if (golden["perturbed"] !== true)
    for (const [key, wanted] of Object.entries(state))
      same(own[key]!, wanted, `first ${key}`, { relative: how.first ?? 1e-6, absolute: (how.first ?? 1e-6) / 10 });
  for (const mode of ["training", "evaluation"] as const) {
    for (const compiled of [false, true]) {
      layer.loadStateDict(Object.fromEntries(Object.entries(state).map(([key, value]) => [key, made(value)])));
      layer.train(mode === "training");
      run(golden, mode, layer, how, near, compiled);
    }
  }
  layer.dispose();
}

type Near = { readonly relative: number; readonly absolute: number };

function run(golden: FixtureCase, mode: string, layer: Module, how: LayerGoldens, near: Near, compiled: boolean): void {
  const wanted = golden[mode];
  const label = compiled ? `${mode}, compiled` : mode;
  const inputs = (golden["inputs"] as readonly unknown[]).map((value, at) =>
    leaf(value, !golden["frozen"].includes(at)),
  );
  const sources = [...flat(inputs).filter(({ requiresGrad }) => requiresGrad), ...layer.parameters()];
  const keys = [...layer.namedParameters()].map(([key]) => key);
  const inputCount = sources.length - keys.length;
  const callOptions = golden["call"] as Readonly<Record<string, unknown>>;
  const body = () => {
    const result =
      how.call?.(layer, inputs, callOptions) ??
      (layer as (...all: unknown[]) => unknown)(
        ...inputs,
        ...(Object.keys(callOptions).length > 0 ? [callOptions] : []),
      );
    const outputs = flat(result);
    if (wanted.cotangents === null) return { outputs, first: [], second: [] };
    const differentiable = outputs.filter(({ requiresGrad }) => requiresGrad);
    const first = gradients(differentiable, wanted.cotangents, sources, wanted.second !== null);
    if (wanted.second === null) return { outputs, first, second: [] };
    // A gradient that hangs on nothing has none of its own: there ours may have one of zeros where PyTorch's has none.
    const through = first.filter((_, at) => wanted.second.through[at]);
    const linked = through.map((value, at) => [value, wanted.second.weights[at]] as const);
    const usable = linked.filter(([value]) => value?.requiresGrad);
    const second =
      usable.length === 0
        ? sources.map(() => null)
        : gradients(
            usable.map(([value]) => value!),
            usable.map(([, weight]) => weight),
            sources,
            false,
          );
    return { outputs, first, second };
  };
  manualSeed(golden["seed"] + 1);
  const { outputs, first, second } = compiled ? compile(body)() : body();
  expect(rand(1).item(), `${label}: the generator behind the call`).toBe(wanted.nextRandom);
  expect(outputs.length, `${label}: outputs`).toBe(wanted.outputs.length);
  for (const [at, output] of outputs.entries()) same(output, wanted.outputs[at], `${label}: output ${at}`, near);
  const stateBehind = layer.stateDict();
  for (const [key, value] of Object.entries(wanted.state as Readonly<Record<string, FixtureTensor>>))
    same(stateBehind[key]!, value, `${label}: ${key} behind`, near);
  if (wanted.cotangents === null) return;
  for (const [order, ours, theirs] of [
    ["gradient", first, wanted],
    ["second gradient", second, wanted.second],
  ] as const) {
    if (theirs === null) continue;
    for (const [at, gradient] of ours.entries()) {
      const isInput = at < inputCount;
      const key = isInput ? `input ${at}` : keys[at - inputCount]!;
      const expected = (isInput ? theirs.inputGradients[at] : theirs.gradients[key]) as FixtureTensor | null;
      sameGradient(gradient, expected, `${label}: ${order} of ${key}`, near);
    }
  }
}

/** None and zeros are one: which of them a composition gives is its own affair. */
function sameGradient(ours: Tensor | null, theirs: FixtureTensor | null, label: string, near: Near): void {
  if (theirs === null) {
    if (ours !== null) expectClose(ours, new Array<number>(ours.numel()).fill(0), { label });
  } else if (ours === null) expectClose(theirs.data, new Array<number>(theirs.data.length).fill(0), { label });
  else same(ours, theirs, label, near);
}

function same(ours: Tensor, theirs: FixtureTensor, label: string, near: Near): void {
  expect(ours.shape, label).toEqual(theirs.shape);
  expect(ours.dtype, label).toBe(theirs.dtype);
  // Sums of large parts that cancel err by the size of the parts: by that of the largest element.
  const size = Math.max(1, ...Array.from(theirs.data, Math.abs).filter(Number.isFinite));
  expectClose(ours, theirs.data, { relative: near.relative, absolute: near.absolute * size, label });
}

function gradients(
  outputs: readonly Tensor[],
  cotangents: readonly FixtureTensor[],
  sources: readonly Tensor[],
  createGraph: boolean,
): (Tensor | null)[] {
  // One sum, since some outputs share a graph.
  const total = outputs
    .map((output, at) => mul(output, made(cotangents[at]!)).sum())
    .reduce((all, part) => all.add(part));
  return grad(total, sources, { createGraph, allowUnused: true });
}

function made({ data, dtype, shape }: FixtureTensor): Tensor {
  return tensor(data, { dtype }).view(shape);
}

/** A value of the case as a call takes it: tensors made, floating ones as leaves. */
function leaf(value: unknown, wantsGradient: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => leaf(item, wantsGradient));
  if (typeof value !== "object" || value === null) return value;
  const result = made(value as FixtureTensor);
  if (wantsGradient && (result.dtype === "float32" || result.dtype === "float64")) result.requiresGrad_();
  return result;
}

/** The tensors of an output, in order: within arrays, and within the fields of objects. */
function flat(value: unknown): Tensor[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap(flat);
  if ("storage" in value) return [value as Tensor];
  return Object.values(value).flatMap(flat);
}
