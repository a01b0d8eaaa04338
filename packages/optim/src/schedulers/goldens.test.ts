// Schedulers against two hundred steps of torch's (family "schedulers" of tooling/torch-fixtures): rates and momenta to the last bit,
// state dicts in torch's names and order, and schedules that go on from them.

import { zeros } from "@bernoulli/tensor";
import { type FixtureCase, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, test, vi } from "vitest";
import { Adam, type AnyOptimizer, type LRScheduler, lrScheduler, type SchedulerStateDict, SGD } from "../index.js";

// The goldens are of steps in the right order, which rates do not depend on.
vi.spyOn(console, "warn").mockImplementation(() => {});

const functions: Readonly<Record<string, (x: number) => number>> = {
  inverse: (epoch) => 1 / (epoch + 1),
  warm: (epoch) => Math.min(1, (epoch + 1) / 10),
  shrink: () => 0.98,
  wave: (epoch) => 1 + 0.25 * (epoch % 2 === 1 ? -1 : 1),
  half: () => 0.5,
  falling: (x) => 1 / (1 + x),
};

const schedulers: Readonly<Record<string, unknown>> = { ...lrScheduler };

function start({ scheduler, optimizer, options, groups, momentum }: FixtureCase) {
  const given = (groups as { lr: number }[]).map((group) => ({ params: zeros(1, { requiresGrad: true }), ...group }));
  const made: AnyOptimizer =
    optimizer === "SGD" ? new SGD(given, { lr: 0.1, momentum: momentum as number }) : new Adam(given);
  return { optimizer: made, scheduler: build(made, scheduler as string, options as Record<string, unknown>) };
}

function build(optimizer: AnyOptimizer, name: string, options: Readonly<Record<string, unknown>>): LRScheduler {
  const Class = schedulers[name] as new (...given: unknown[]) => LRScheduler;
  if (options["schedulers"] !== undefined) {
    const parts = (options["schedulers"] as { scheduler: string; options: Record<string, unknown> }[]).map((part) =>
      build(optimizer, part.scheduler, part.options),
    );
    return options["milestones"] === null ? new Class(parts) : new Class(optimizer, parts, options["milestones"]);
  }
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    return typeof value === "string" ? (functions[value] ?? value) : value;
  };
  return new Class(optimizer, Object.fromEntries(Object.entries(options).map(([key, value]) => [key, named(value)])));
}

/** What the fixtures' JSON has no words for. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const { number } = value as { number?: string };
  return number === undefined
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
    : Number(number);
}

const rows = (stored: unknown): number[][] => {
  const { data, shape } = stored as FixtureTensor;
  const [count, width] = shape as [number, number];
  return Array.from({ length: count }, (_, at) => [...data].slice(at * width, (at + 1) * width).map(Number));
};

const momentaOf = ({ paramGroups }: AnyOptimizer) =>
  paramGroups.map((group) => ("betas" in group ? group.betas[0] : group.momentum) as number);

const { cases } = loadFixtures("schedulers");
/** Whose rates are other powers than of whole steps, which Python's library rounds the wrong way now and then. */
const inexact = new Set(["PolynomialLR/2", "PolynomialLR/3"]);

function expectRates(golden: FixtureCase, actual: readonly number[], wanted: readonly number[], label: string) {
  if (!inexact.has(golden.name)) expect(actual, label).toEqual(wanted);
  else
    for (const [at, value] of actual.entries())
      expect(Math.abs(value / wanted[at]! - 1) < 1e-13 || value === wanted[at], label).toBe(true);
}

describe("torch's schedules", () => {
  test.each(cases)("$name", (golden) => {
    const { optimizer, scheduler } = start(golden);
    const [lrs, momenta] = [rows(golden["lrs"]), rows(golden["momenta"])];
    const saved = golden["saved"] as number[];
    const calls = golden["calls"] as number[] | null;
    const stateDicts = golden["stateDicts"].map(plain) as SchedulerStateDict[];
    const step = (by: LRScheduler, at: number) => (calls === null ? by.step() : by.step(calls[at]!));
    for (const [at, wanted] of lrs.entries()) {
      if (at > 0) step(scheduler, at - 1);
      expectRates(
        golden,
        optimizer.paramGroups.map(({ lr }) => lr as number),
        wanted,
        `rates of step ${at}`,
      );
      expect(momentaOf(optimizer), `momenta of step ${at}`).toEqual(momenta[at]);
      const own = scheduler.stateDict();
      if (saved.includes(at) && !inexact.has(golden.name))
        expect(own, `state dict of step ${at}`).toEqual(stateDicts[saved.indexOf(at)]);
      expect(Object.keys(own)).toEqual(golden["names"]);
    }
    const names = Object.keys(optimizer.stateDict().param_groups[0]!);
    expect(names).toEqual(golden["groupNames"]);
    if (lrs.length <= 50) return;

    // From torch's fiftieth state on, with the optimizer's own behind it.
    const whole = start(golden);
    for (let at = 0; at < 50; at += 1) step(whole.scheduler, at);
    const other = start(golden);
    other.optimizer.loadStateDict(whole.optimizer.stateDict());
    other.scheduler.loadStateDict(JSON.parse(JSON.stringify(stateDicts[1])));
    for (let at = 50; at < 60; at += 1) {
      step(other.scheduler, at);
      expectRates(
        golden,
        other.optimizer.paramGroups.map(({ lr }) => lr as number),
        lrs[at + 1]!,
        `behind step ${at}`,
      );
    }
  });
});
