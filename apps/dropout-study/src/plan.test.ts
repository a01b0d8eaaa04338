// Plans and their grids: the same cells in every process, and no two studies in one directory.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Store } from "./grid/store.js";
import { gridOf, type Plan, planOf, readPlan, settle } from "./plan.js";
import { makeFolder } from "./program.testing.js";

const drawn = { name: "synthetic", directory: null, offline: null } as const;
const real = { name: "MNIST", directory: "x", offline: null } as const;
const wanted = { budget: "quick", experiments: ["gaussian", "linear"], seeds: 2, sweep: null } as const;
const plan = planOf(wanted, { mnist: real }, { mnist: "1234" });

describe("a grid", () => {
  it("has a cell for each setting and seed, the longest first, whose keys are all different", () => {
    const cells = gridOf(plan);
    expect(cells.map(({ experiment, setting, seed, data }) => `${experiment} ${setting} ${seed} ${data}`)).toEqual([
      "linear p = 0.5 0 null",
      "linear p = 0.5 1 null",
      "linear p = 0.8 0 null",
      "linear p = 0.8 1 null",
      "gaussian Bernoulli 0 MNIST",
      "gaussian Bernoulli 1 MNIST",
      "gaussian Gaussian 0 MNIST",
      "gaussian Gaussian 1 MNIST",
    ]);
    expect(new Set(cells.map(({ key }) => key)).size).toBe(8);
    expect(gridOf(JSON.parse(JSON.stringify(plan)) as Plan)).toEqual(cells);
  });

  it("of drawn images shares no cell with one of real ones, but for those that need none", () => {
    const keys = (of: Plan) => new Set(gridOf(of).map(({ key }) => key));
    const both = [...keys(plan)].filter((key) => keys(planOf(wanted, { mnist: drawn }, {})).has(key));
    expect(both.every((key) => key.startsWith("linear"))).toBe(true);
    expect(both).toHaveLength(4);
  });
});

describe("a directory", () => {
  it("holds the plan of whoever is first, and all that come at once agree on it", async () => {
    const store = new Store(makeFolder());
    store.prepare();
    await Promise.all(Array.from({ length: 8 }, () => settle(store, plan)));
    expect(await readPlan(store)).toEqual(plan);
  });

  it("takes no other study, nor the same of other files", async () => {
    const store = new Store(makeFolder());
    store.prepare();
    await settle(store, plan);
    const told = async (other: Plan) => {
      const error: unknown = await settle(store, other).catch((reason: unknown) => reason);
      return String(error).replace(store.directory, "DIR");
    };
    expect(await told(planOf({ ...wanted, budget: "paper" }, { mnist: drawn }, {}))).toMatchInlineSnapshot(
      `"UsageError: DIR holds another study: budget "quick", data {"mnist":"MNIST"}, fingerprints {"mnist":"1234"}, but wanted is budget "paper", data {"mnist":"synthetic"}, fingerprints {}; name another directory with --out, or ask for the same"`,
    );
    expect(await told({ ...plan, fingerprints: { mnist: "4321" } })).toMatchInlineSnapshot(
      `"UsageError: DIR holds a study of other files, though their data set's name is the same; give the same files with --mnist or --cifar, or name another directory with --out"`,
    );
  });

  it("without a plan, or with something else for one, is no study", async () => {
    const store = new Store(makeFolder());
    store.prepare();
    await expect(readPlan(store)).rejects.toThrow("there is no study in");
    for (const text of [
      ...["", "{}", "null", '{"version":1,"budget":"huge","experiments":["linear"],"data":{}}'],
      ...['{"version":1,"budget":"quick","experiments":null,"data":{},"sweep":null}'],
      ...['{"version":1,"budget":"quick","experiments":["linear"]}'],
      ...['{"version":1,"budget":"quick","experiments":null,"data":{},"sweep":{"name":"net.ts"}}'],
    ]) {
      writeFileSync(join(store.directory, "study.json"), text);
      await expect(readPlan(store)).rejects.toThrow("study.json is no plan of a study");
    }
    writeFileSync(
      join(store.directory, "study.json"),
      '{"version":1,"budget":"quick","experiments":["of old"],"data":{},"sweep":null}',
    );
    await expect(readPlan(store)).rejects.toThrow("there is no experiment of old; there are");
  });
});
