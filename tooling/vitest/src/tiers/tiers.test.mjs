// What `pnpm test` takes for changed, asks for, and says.
// @ts-check
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { askedFor, changedFiles } from "./changed.mjs";
import { leftOut, planOf } from "./plan.mjs";

const ops = "packages/tensor/src/ops";
const folders = [mkdtempSync(join(tmpdir(), "bernoulli-tiers-")), mkdtempSync(join(tmpdir(), "bernoulli-no-git-"))];
const [root, bare] = /** @type {[string, string]} */ (folders);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** @param {string} file @param {string} text */
function write(file, text = "") {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

// relu stands alone; mean is made of sum, and var of mean; operands is a part that they share.
const imports = {
  "pointwise/relu": "../operands",
  "reductions/sum": "../operands",
  "reductions/mean": "./sum",
  "norms/var": "../reductions/mean",
};
for (const [op, other] of Object.entries(imports)) {
  write(`${ops}/${op}.ts`, `import { other } from "${other}.js";`);
  write(`${ops}/${op}.samples.ts`);
}
write(`${ops}/operands.ts`);
write(
  `${ops}/methods.ts`,
  Object.keys(imports)
    .map((op) => `import { ${op} } from "./${op}.js";`)
    .join("\n"),
);

describe("changed files ask", () => {
  const asked = (/** @type {string[]} */ ...files) => askedFor(files, root);
  const of = (/** @type {string[]} */ ...changed) => ({ everythingFor: null, changed: changed.sort() });

  /** With the tests that go through all ops by other names than their files'. */
  const ofOps = (/** @type {string[]} */ ...changed) =>
    of(
      ...changed,
      `${ops}/page.test.ts`,
      `${ops}/saved.test.ts`,
      "packages/bernoulli/src/misuse/misuse.test.ts",
      "tooling/opinfo/src/sample.test.mjs",
    );

  it("for an op, by its file or its samples", () => {
    expect(asked(`${ops}/pointwise/relu.ts`)).toEqual(ofOps(`${ops}/pointwise/relu`));
    expect(asked(`${ops}/pointwise/relu.samples.ts`)).toEqual(ofOps(`${ops}/pointwise/relu`));
  });

  it("for what is made of it", () => {
    expect(asked(`${ops}/reductions/sum.ts`)).toEqual(
      ofOps(`${ops}/reductions/mean`, `${ops}/reductions/sum`, `${ops}/norms/var`),
    );
    expect(asked(`${ops}/reductions/mean.ts`, `${ops}/pointwise/relu.ts`)).toEqual(
      ofOps(`${ops}/reductions/mean`, `${ops}/pointwise/relu`, `${ops}/norms/var`),
    );
  });

  it("for a test, and for goldens written anew", () => {
    expect(asked("packages/tensor/src/compile/samples.test.ts")).toEqual(
      of("packages/tensor/src/compile/samples.test.ts"),
    );
    expect(asked("tooling/torch-fixtures/fixtures/ops/views.bin")).toEqual(
      of(`${ops}/goldens.test.ts`, `${ops}/page.test.ts`),
    );
  });

  it("for the tests of variants of a package, of those that are made of it, and where PyTorch's values are written anew", () => {
    const packages = { nets: [], steps: [], app: ["nets"], far: ["app"] };
    for (const [name, uses] of Object.entries(packages)) {
      const dependencies = Object.fromEntries(uses.map((used) => [`@a/${used}`, "workspace:*"]));
      write(`apps/${name}/package.json`, JSON.stringify({ name: `@a/${name}`, dependencies }));
      write(`apps/${name}/src/in/a.test.ts`, `const variants = new Variants("apps/${name}/src/in/a.test.ts");`);
      write(`apps/${name}/src/other.test.ts`, "// It has no variants.");
    }
    const tests = (/** @type {string[]} */ ...names) => of(...names.map((name) => `apps/${name}/src/in/a.test.ts`));
    expect(asked("apps/nets/src/b.ts")).toEqual(tests("nets", "app", "far"));
    expect(asked("apps/app/package.json")).toEqual(tests("app", "far"));
    expect(asked("apps/steps/src/b.ts")).toEqual(tests("steps"));
    expect(asked("apps/nets/src/in/a.test.ts")).toEqual(tests("nets"));
    expect(asked("apps/nets/README.md", "apps/nets/src/a.soak.ts")).toEqual(of());
    expect(asked("tooling/torch-fixtures/fixtures/nets.bin")).toEqual(tests(...Object.keys(packages)));
    rmSync(join(root, "apps"), { recursive: true });
  });

  it("for what takes long, where a folder has changed that it hangs on", () => {
    const site = "tooling/checks/src/notices/notices.test.mjs";
    expect(asked("apps/docs/src/Layout.vue")).toEqual(of(site));
    expect(asked("apps/docs/README.md", "packages/nn/src/module.ts")).toEqual(of());
  });

  it("for nothing where no op's numbers hang on them", () => {
    const files = ["README.md", "docs/x.md", ".changeset/a.md", `${ops}/methods.ts`, "packages/tensor/src/index.ts"];
    expect(asked(...files, "packages/nn/src/module.ts", "apps/a/src/b.ts", "tooling/bench/src/c.js")).toEqual(of());
  });

  it.each([
    `${ops}/operands.ts`,
    `${ops}/gone.ts`,
    `${ops}/samples.testing.ts`,
    "packages/tensor/src/backends/wasm/kernels/sum.ts",
    "packages/tensor/src/door/apply.ts",
    "packages/testing/src/samples.ts",
    "tooling/vitest/config.js",
    "pnpm-lock.yaml",
    "something-new.txt",
  ])("for everything where any op may hang on them: %s", (file) => {
    expect(asked(`${ops}/pointwise/relu.ts`, file)).toEqual({ everythingFor: file, changed: [] });
  });
});

describe("git says", () => {
  const git = (/** @type {string[]} */ ...parameters) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...parameters], { cwd: root, stdio: "ignore" });
  const seen = () => changedFiles(root)?.sort();

  it("what differs from main, committed, written, deleted or new", () => {
    git("init", "-b", "main");
    write("ignored.txt");
    write(".gitignore", "ignored.txt\n");
    git("add", ".");
    git("commit", "-m", "first");
    expect(seen()).toEqual([]);
    write(`${ops}/pointwise/relu.ts`, "other");
    write("a name with spaces.txt");
    expect(seen()).toEqual(["a name with spaces.txt", `${ops}/pointwise/relu.ts`]);
    git("checkout", "-b", "branch");
    git("add", ".");
    git("mv", `${ops}/reductions/sum.ts`, `${ops}/total.ts`);
    git("commit", "-m", "second");
    rmSync(join(root, ops, "reductions/mean.ts"));
    const wanted = [
      "a name with spaces.txt",
      `${ops}/pointwise/relu.ts`,
      `${ops}/reductions/mean.ts`,
      `${ops}/reductions/sum.ts`,
      `${ops}/total.ts`,
    ];
    expect(seen()).toEqual(wanted);
  });

  it("nothing outside a clone", () => {
    expect(changedFiles(bare)).toBeNull();
  });
});

describe("a plan", () => {
  const today = new Date("2026-11-29T12:00:00Z");
  const plan = (/** @type {Record<string, string>} */ environment, /** @type {string[] | null} */ files) =>
    planOf(environment, files, root, today);

  it("is a tenth by the day, or by the seed given", () => {
    const told = "Of the variants of the tests run a sixth of the edges and a tenth, by the seed 2026-11-29.";
    const environment = { BERNOULLI_TESTS: "tenth", BERNOULLI_TEST_SEED: "2026-11-29", BERNOULLI_TEST_CHANGED: "" };
    expect(plan({}, [])).toEqual({ seed: "2026-11-29", told, environment });
    expect(plan({ BERNOULLI_TEST_SEED: "7" }, []).environment).toMatchObject({ BERNOULLI_TEST_SEED: "7" });
    expect(plan({}, [`${ops}/pointwise/relu.ts`]).told).toMatch(
      / by the seed 2026-11-29, and all of misuse\.test\.ts, page\.test\.ts, relu, saved\.test\.ts, sample\.test\.mjs\.$/,
    );
    expect(plan({}, [`${ops}/pointwise/relu.ts`]).environment).toMatchObject({
      BERNOULLI_TEST_CHANGED: expect.stringContaining(`\n${ops}/pointwise/relu\n`),
    });
  });

  it("is everything where it must be, and says why", () => {
    for (const [environment, files, why] of /** @type {const} */ ([
      [{}, null, "without git, nobody knows what has changed"],
      [{}, ["pnpm-lock.yaml"], "pnpm-lock.yaml has changed, on which every op may hang"],
      [{ BERNOULLI_TESTS: "all" }, [], "they were asked for"],
    ])) {
      const told = `All variants of the tests run: ${why}.`;
      expect(plan(environment, files && [...files])).toEqual({
        seed: null,
        told,
        environment: { BERNOULLI_TESTS: "all" },
      });
    }
    expect(plan({ BERNOULLI_TESTS: "tenth" }, ["pnpm-lock.yaml"]).seed).toBe("2026-11-29");
    expect(plan({ BERNOULLI_TESTS: "tenth" }, null).seed).toBe("2026-11-29");
    const withEdges = plan({ BERNOULLI_TESTS: "edges" }, []);
    expect(withEdges.told).toBe("Of the variants of the tests run the edges and a tenth, by the seed 2026-11-29.");
    expect(withEdges.environment).toMatchObject({ BERNOULLI_TESTS: "edges", BERNOULLI_TEST_SEED: "2026-11-29" });
    expect(() => plan({ BERNOULLI_TESTS: "half" }, [])).toThrow('take "all", "edges" or "tenth"');
  });

  it("tells what was left out, and how to run it", () => {
    const assertionResults = [{ meta: {} }, { meta: { variants: { all: 40, chosen: 5 } } }, {}];
    const reports = [
      { name: "@bernoulli/tensor", report: { testResults: [{ assertionResults }, { assertionResults }] } },
    ];
    const tenth = plan({ BERNOULLI_TEST_SEED: "7" }, []);
    const told = "Of 80 variants of the tests 70 were left out: pnpm test:all runs them too.";
    expect(leftOut(reports, tenth, true)).toEqual({ told, problem: false });
    expect(leftOut(reports, tenth, false).told).toMatch(/BERNOULLI_TEST_SEED=7 pnpm test\. One test/);
    const none = [{ name: "@bernoulli/tensor", report: { testResults: [] } }];
    expect(leftOut(none, tenth, true)).toMatchObject({ problem: true });
    expect(leftOut([], tenth, true).problem).toBe(false);
  });
});

describe("turbo", () => {
  const { tasks } = JSON.parse(readFileSync(new URL("../../../../turbo.json", import.meta.url), "utf8"));

  it("hands the choice on, and answers no run from another's cache", () => {
    expect(tasks.test.env).toEqual(["BERNOULLI_TESTS", "BERNOULLI_TEST_SEED", "BERNOULLI_TEST_CHANGED"]);
    expect(tasks.test.passThroughEnv).toContain("BERNOULLI_TEST_MODULES");
    expect(tasks.test.cache).toBe(false);
  });
});
