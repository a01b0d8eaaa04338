// What a page loads that uses a part of the packages: minified and compressed, by what it imports, and the most that it may be.
// `node tooling/checks/src/browser/sizes.mjs` writes the table of docs/sizes.md anew; with a page's name it lists the files that make it up.
// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The layers and a step of the reference net, in functions: three convolutions, two linear layers, dropout before each. */
const referenceStep = `
  const weights = [[32, 3, 3, 3], [64, 32, 3, 3], [128, 64, 3, 3], [512, 512], [512, 10]].map((size) =>
    randn(...size, { requiresGrad: true }));
  const [images, labels] = [rand(2, 3, 32, 32), tensor([0, 1], { dtype: "int32" })];
  const step = () => {
    const features = weights.slice(0, 3).reduce((x, weight) => maxPool2d(relu(conv2d(x, weight)), 2), images);
    const hidden = relu(matmul(dropout(reshape(features, 2, 512), { p: 0.25, training: true }), weights[3]));
    const loss = crossEntropy(matmul(dropout(hidden, { p: 0.25, training: true }), weights[4]), labels);
    backward(loss);
    noGrad(() => {
      for (const weight of weights) {
        sub_(weight, mul(weight.grad, 0.01));
        weight.grad = null;
      }
    });
    return loss;
  };`;
const referenceImports =
  "backward, conv2d, crossEntropy, dropout, item, matmul, maxPool2d, mul, noGrad, rand, randn, relu, reshape, sub_, tensor";

/** Of ten ops a program loaded 61.2 kB at 15d2d49, when there were 363 in the list. It loads what it uses, however many there are. */
const mostOfTenOps = 60.5;

const tenOps = "add, backward, exp, item, matmul, mean, mul, randn, relu, reshape, sub, sum";
/** @param {string} options of tensors */
const stepOfTenOps = (options) => `
  const weight = randn(4, 3, { requiresGrad: true, ${options} });
  const hidden = relu(matmul(randn(5, 4, { ${options} }), weight));
  const loss = mean(exp(sub(mul(reshape(hidden, 15), 0.1), sum(add(hidden, 1)))));
  backward(loss);
  export const result = weight.grad.numel() * Number(item(loss) >= 0);`;

/** What is told once, and how many times what is computed is what the reference device computes. */
const agreements = `
  const said = [];
  console.warn = (text) => said.push(text);
  const agree = (compute) => JSON.stringify(toArray(compute("cpu"))) === JSON.stringify(toArray(compute("reference")));`;

/** Of each: what it imports, in kB of 1,000 bytes the most that it may be, and what it does when it is loaded. */
const pages = /** @type {const} */ ([
  {
    name: "rand alone, lean",
    most: 28.5,
    code: `import { rand } from "@bernoulli/tensor/lean";
      const x = rand(3);
      const refused = [() => JSON.stringify({ x }), () => x + 1, () => \`\${x}\`].filter((use) => {
        try {
          use();
          return false;
        } catch (error) {
          return /Tensor/.test(error.message);
        }
      });
      export const result = refused.length;`,
  },
  {
    name: "a layer and its gradient, lean",
    most: 66.5,
    code: `import { backward, crossEntropy, item, matmul, randn, relu, tensor } from "@bernoulli/tensor/lean";
      const weight = randn(4, 3, { requiresGrad: true });
      const loss = crossEntropy(relu(matmul(randn(5, 4), weight)), tensor([0, 1, 2, 0, 1], { dtype: "int32" }));
      backward(loss);
      export const result = weight.grad.numel() * Number(item(loss) > 0);`,
  },
  {
    name: "a view written in place, lean",
    most: 54,
    code: `import { backward, mul, mul_, ones, select, sum, toArray } from "@bernoulli/tensor/lean";
      const leaf = ones(2, 2, { requiresGrad: true });
      const whole = mul(leaf, 1);
      mul_(select(whole, 0, 1), 3);
      backward(sum(whole));
      export const result = toArray(leaf.grad).flat().reduce((a, b) => a + b);`,
  },
  {
    name: "ten ops, lean",
    most: mostOfTenOps,
    code: `import { ${tenOps} } from "@bernoulli/tensor/lean";
      ${stepOfTenOps("")}`,
  },
  {
    name: "ten ops in float64, lean, with kernels for it",
    most: 72,
    code: `import "@bernoulli/tensor/dtypes";
      import { ${tenOps} } from "@bernoulli/tensor/lean";
      ${stepOfTenOps('dtype: "float64"')}`,
  },
  {
    name: "float64 and integers by plain loops, lean",
    most: 53,
    code: `import { add, cat, exp, full, matmul, mul, sum, tensor, to, toArray, transpose } from "@bernoulli/tensor/lean";
      ${agreements}
      const of = (dtype) => (device) => tensor([[0.5, 1.25, 3], [7.5, 2, 40]], { dtype, device });
      const [doubles, words, bytes] = ["float64", "int32", "uint8"].map(of);
      const computations = [
        (device) => exp(mul(doubles(device), 0.5)),
        (device) => sum(doubles(device), 1),
        (device) => matmul(doubles(device), transpose(doubles(device), 0, 1)),
        (device) => cat([transpose(doubles(device), 0, 1), full([3, 1], 0.25, { dtype: "float64", device })], 1),
        (device) => to(mul(transpose(doubles(device), 0, 1), 3), "int32"),
        (device) => to(doubles(device), "float32"),
        (device) => to(transpose(words(device), 0, 1), "float64"),
        (device) => sum(words(device)),
        (device) => add(words(device), bytes(device), { alpha: -1 }),
        (device) => matmul(words(device), transpose(words(device), 0, 1)),
        (device) => matmul(bytes(device), transpose(bytes(device), 0, 1)),
      ];
      const agreed = computations.filter(agree).length;
      const quiet = said.length;
      for (const _ of [1, 2]) mul(full([200, 200], 2, { dtype: "float64" }), 2);
      export const result = agreed + 100 * quiet + 1000 * said.filter((text) => text.includes('"@bernoulli/tensor/dtypes"')).length;`,
  },
  {
    name: "a step of the reference net, lean",
    most: 94.5,
    code: `import { ${referenceImports} } from "@bernoulli/tensor/lean";
      ${referenceStep}
      export const result = [step(), step()].filter((loss) => item(loss) > 0).length;`,
  },
  {
    name: "a step of the reference net, lean, compiled",
    most: 143,
    code: `import { compile, ${referenceImports} } from "@bernoulli/tensor/lean";
      ${referenceStep}
      const compiled = compile(step);
      export const result = [compiled(), compiled()].filter((loss) => item(loss) > 0).length;`,
  },
  {
    name: "a step of the reference net, lean, with all ways to compute convolutions, compiled",
    most: 154,
    code: `import { ${referenceImports.replace("conv2d, ", "")} } from "@bernoulli/tensor/lean";
      import { conv2d } from "@bernoulli/tensor/convolutions";
      import { compile } from "@bernoulli/tensor/compile";
      ${referenceStep}
      const compiled = compile(step);
      export const result = [compiled(), compiled()].filter((loss) => item(loss) > 0).length;`,
  },
  {
    name: "rand alone, with all methods",
    most: 161.5,
    code: `import { rand } from "@bernoulli/tensor"; export const result = rand(3).add(1).numel();`,
  },
]);

/** The file for pages without a bundler, and the most that it may be. */
const oneFile = new URL("../../../../packages/bernoulli/dist/bernoulli.min.js", import.meta.url);
const mostOfOneFile = 524;

/** What each page should have computed, in their order. */
const results = [3, 12, 8, 12, 12, 1011, 2, 2, 2, 3];

/** @param {string} code */
async function bundleOf(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    ...{
      bundle: true,
      platform: "browser",
      format: "esm",
      target: "es2022",
      minify: true,
      write: false,
      metafile: true,
    },
  });
  const [{ contents, text }] = /** @type {[import("esbuild").OutputFile]} */ (outputFiles);
  return {
    text,
    kilobytes: contents.length / 1000,
    compressed: gzipSync(contents, { level: 9 }).length / 1000,
    metafile,
  };
}

/** One line each, the table of the documents, and what is wrong, one line each. */
export async function checkSizes() {
  const lines = [];
  const rows = [];
  const problems = [];
  for (const [at, { name, most, code }] of pages.entries()) {
    const { text, kilobytes, compressed: size } = await bundleOf(code);
    lines.push(`${name}: ${size.toFixed(1)} kB (at most ${most})`);
    rows.push(`| ${name} | ${size.toFixed(0)} kB | ${kilobytes.toFixed(0)} kB |`);
    if (!(size <= most)) problems.push(`${name} is ${size.toFixed(1)} kB compressed, more than ${most}`);
    const { result } = await inThreadOfItsOwn(text);
    if (result !== results[at]) problems.push(`${name} computed ${result}, not ${results[at]}`);
  }
  const contents = readFileSync(oneFile);
  const size = gzipSync(contents, { level: 9 }).length / 1000;
  lines.push(`bernoulli.min.js: ${size.toFixed(1)} kB (at most ${mostOfOneFile})`);
  rows.push(`| everything: \`bernoulli.min.js\` | ${size.toFixed(0)} kB | ${(contents.length / 1000).toFixed(0)} kB |`);
  if (!(size <= mostOfOneFile))
    problems.push(`bernoulli.min.js is ${size.toFixed(1)} kB compressed, more than ${mostOfOneFile}`);
  return { lines, rows, problems };
}

const [table, begin, end] = [new URL("../../../../docs/sizes.md", import.meta.url), "<!-- sizes -->", "<!-- end -->"];

/** Puts the table where the document has its marks. */
export function withTable(/** @type {string} */ document, /** @type {readonly string[]} */ rows) {
  const [before, after] = [document.split(begin)[0], document.split(end)[1]];
  const head = ["| a program | compressed | minified |", "| --- | --- | --- |"];
  return `${before}${begin}\n\n${[...head, ...rows].join("\n")}\n\n${end}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = pages.find(({ name }) => name === process.argv[2]);
  if (page === undefined) {
    const { rows, lines } = await checkSizes();
    for (const line of lines) console.log(line);
    writeFileSync(table, withTable(readFileSync(table, "utf8"), rows));
  } else {
    const { metafile } = await bundleOf(page.code);
    const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
    for (const [file, { bytesInOutput }] of inputs.sort((one, other) => other[1].bytesInOutput - one[1].bytesInOutput))
      console.log(`${bytesInOutput} ${file}`);
  }
}

/**
 * Loads a bundle in a thread of its own: two copies of the package refuse each other.
 *
 * @param {string} text
 * @returns {Promise<{ result: unknown }>}
 */
async function inThreadOfItsOwn(text) {
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const run = `import(${JSON.stringify(url)}).then(({ result }) => require("node:worker_threads").parentPort.postMessage({ result }))`;
  const worker = new Worker(run, { eval: true });
  try {
    return await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  } finally {
    await worker.terminate();
  }
}
