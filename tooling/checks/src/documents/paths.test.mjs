// Which words of a text are taken for paths, and which of those for lost.
// @ts-check
import { expect, it } from "vitest";
import { lostPaths } from "./paths.mjs";

const files = new Set([
  "README.md",
  "docs/plans.md",
  "docs/decisions/0001-one-door.md",
  "packages/tensor/src/README.md",
  "packages/tensor/src/ops/pointwise/relu.ts",
  "packages/tensor/src/ops/pointwise/relu.samples.ts",
  "packages/tensor/api/tensor.d.ts",
  "tooling/script/src/main.mjs",
]);
const lost = (/** @type {string} */ file, /** @type {string[]} */ ...lines) => lostPaths(file, lines.join("\n"), files);

it("what is there is not told", () => {
  const text = [
    "[a](docs/plans.md), [b](docs/decisions), [c](https://example.org/x.md), [d](docs/plans.md#two), [e](#here), [f](/start)",
    "`packages/`, `packages/tensor/src/ops/pointwise/relu.ts`, `packages/*/api/`, `node tooling/script/src/main.mjs FILE`",
    "pnpm vitest run src/ops/pointwise/relu.ts -t x",
    "`relu.ts`, `ops/pointwise/relu.ts`, `*.samples.ts`, (`src/README.md`).",
  ];
  expect(lost("README.md", ...text)).toEqual([]);
  expect(lost("packages/tensor/src/README.md", "`ops/pointwise/relu.ts` [up](../../../README.md) `README.md`")).toEqual(
    [],
  );
});

it("what is not is, by its line", () => {
  expect(lost("README.md", "", "[a](docs/gone.md) [b](plans.md#x)", "`docs/gone/`")).toEqual([
    "README.md:2: docs/gone.md is not there",
    "README.md:2: plans.md is not there",
    "README.md:3: docs/gone/ is not there",
  ]);
  const text = [
    "`packages/tensor/src/ops/gelu.ts`",
    "cd packages/gone && pnpm vitest run src/ops/gelu.ts",
    "`gelu.ts`",
  ];
  expect(lost("docs/plans.md", ...text, "`*.golden.ts`", "`packages/*/gone`")).toEqual([
    "docs/plans.md:1: packages/tensor/src/ops/gelu.ts is not there",
    "docs/plans.md:2: packages/gone is not there",
    "docs/plans.md:2: src/ops/gelu.ts is not there",
    "docs/plans.md:3: gelu.ts is not there",
    "docs/plans.md:4: *.golden.ts is not there",
    "docs/plans.md:5: packages/*/gone is not there",
  ]);
});

it("what is no path, an example, or made by a program is left alone", () => {
  const text =
    "`x.test.ts` `packages/NAME/src` `tooling/FILE.mjs` `@bernoulli/nn` `runs/cifar/report.html` `a / b` `metrics.json`";
  expect(lost("README.md", text, "gelu.ts in words", '`import "@bernoulli/tensor/relaxed-simd"`')).toEqual([]);
});
